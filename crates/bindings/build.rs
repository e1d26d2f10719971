//! The form factors that an application is sold in, for finding it by them. No calculation needs
//! them, so the catalog does not carry them.
#![allow(clippy::print_stdout, reason = "how a build script speaks")]

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let home = env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?;
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    let file = Path::new(&home).join("../catalog/data/applications.csv");
    println!("cargo::rerun-if-changed={}", file.display());
    let mut table = csv::Reader::from_path(&file).map_err(io::Error::other)?;
    let head = table.headers().map_err(io::Error::other)?.clone();
    let column = |name: &str| {
        let at = head.iter().position(|column| column == name);
        at.ok_or_else(|| io::Error::other(format!("{}: no column {name}", file.display())))
    };
    let (name, forms) = (column("name")?, column("form_factors")?);
    let mut code = String::from("static FORM_FACTORS: &[(&str, &[&str])] = &[\n");
    for row in table.records() {
        let row = row.map_err(io::Error::other)?;
        let cell = |at: usize| row.get(at).unwrap_or_default();
        let forms: Vec<&str> = cell(forms).split(';').filter(|form| !form.is_empty()).collect();
        let _ = writeln!(code, "({:?}, &{forms:?}),", cell(name));
    }
    code += "];\n";
    fs::write(Path::new(&out).join("form_factors.rs"), code)
}
