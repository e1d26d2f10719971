//! Turns the English locale file into one sorted text, for faces that read no files.
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
    let mut entries = String::new();
    for (key, message) in &messages {
        let _ = writeln!(entries, "{key}\n{message}");
    }
    let code = format!("const ENGLISH: &str = {:?};\n", entries.trim_end_matches('\n'));
    fs::write(Path::new(&out).join("english.rs"), code)
}
