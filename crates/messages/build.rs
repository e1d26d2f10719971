//! Turns the English locale file into a sorted table, for faces that read no files.
#![allow(clippy::print_stdout, reason = "how a build script speaks")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    if env::var_os("CARGO_FEATURE_ENGLISH").is_none() {
        return Ok(());
    }
    let home = env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?;
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    let file = Path::new(&home).join("../../site/locales/en.json");
    println!("cargo::rerun-if-changed={}", file.display());
    let text = fs::read_to_string(&file)?;
    let messages: BTreeMap<String, String> = serde_json::from_str(&text)?;
    let mut code = String::from("static ENGLISH: &[(&str, &str)] = &[\n");
    for (key, message) in &messages {
        let _ = writeln!(code, "({key:?}, {message:?}),");
    }
    code += "];\n";
    fs::write(Path::new(&out).join("english.rs"), code)
}
