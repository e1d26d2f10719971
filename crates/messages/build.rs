//! Turns the locale file into a sorted table, so that no face parses JSON.
#![allow(clippy::print_stdout, reason = "how a build script speaks")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let home = env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?;
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    let file = Path::new(&home).join("../../site/locales/en.json");
    println!("cargo::rerun-if-changed={}", file.display());
    let text = fs::read_to_string(&file)?;
    let messages: BTreeMap<String, String> = serde_json::from_str(&text)?;
    let mut code = String::from("static ENGLISH: &[(&str, &str)] = &[\n");
    // The page leaves the words of the second stage to the module that works it out.
    let advice = env::var_os("CARGO_FEATURE_ADVICE").is_some();
    for (key, message) in messages.iter().filter(|(key, _)| advice || !key.starts_with("advice.")) {
        let _ = writeln!(code, "({key:?}, {message:?}),");
    }
    code += "];\n";
    fs::write(Path::new(&out).join("english.rs"), code)
}
