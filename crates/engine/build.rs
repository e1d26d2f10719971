//! Collects the documentation of the checks, so that source, product and docs are one text.
#![allow(clippy::print_stdout, reason = "how a build script speaks")]

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=src/checks");
    let home = env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?;
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    let mut files: Vec<_> = fs::read_dir(Path::new(&home).join("src/checks"))?
        .collect::<Result<Vec<_>, _>>()?
        .into_iter()
        .map(|entry| entry.path())
        .collect();
    files.sort();
    let mut code = String::from("static EXPLANATIONS: &[Explanation] = &[\n");
    for file in files {
        let text = fs::read_to_string(&file)?;
        let lines: Vec<&str> =
            text.lines().map_while(|line| line.strip_prefix("//!")).map(str::trim).collect();
        let Some((id, title)) = lines.first().and_then(|line| line.split_once(": ")) else {
            continue;
        };
        let is_code =
            id.len() == 6 && id.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
        if !is_code {
            continue;
        }
        let body = lines[1..].join(" ");
        let _ = writeln!(
            code,
            "Explanation {{ code: {id:?}, title: {title:?}, text: {:?} }},",
            body.trim()
        );
    }
    code += "];\n";
    fs::write(Path::new(&out).join("explanations.rs"), code)
}
