//! The form factors that an application is sold in and the InfiniBand names of its optics, for
//! finding it by them. No calculation needs them, so the catalog does not carry them.
#![allow(clippy::print_stdout, reason = "how a build script speaks")]

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    let mut code = String::from("static FORM_FACTORS: &[(&str, &[&str])] = &[\n");
    for [name, forms] in table("applications.csv", ["name", "form_factors"])? {
        let _ = writeln!(code, "({name:?}, &{:?}),", list(&forms));
    }
    code += "];\n";
    fs::write(Path::new(&out).join("form_factors.rs"), code)?;
    let mut code = String::from("static RATES: &[Rate] = &[\n");
    let columns = ["name", "lanes", "lane_gbps", "applications", "verified"];
    for [name, lanes, rate, ports, verified] in table("infiniband.csv", columns)? {
        let (ports, confirmed) = (list(&ports), verified == "yes");
        let _ = writeln!(
            code,
            "Rate {{ name: {name:?}, lanes: {lanes}, lane_rate: {rate}, ports: &{ports:?}, confirmed: {confirmed} }},"
        );
    }
    code += "];\n";
    fs::write(Path::new(&out).join("infiniband.rs"), code)
}

fn list(cell: &str) -> Vec<&str> {
    cell.split(';').filter(|item| !item.is_empty()).collect()
}

/// These columns of every row of a file of the catalog's data.
fn table<const N: usize>(file: &str, columns: [&str; N]) -> io::Result<Vec<[String; N]>> {
    let home = env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?;
    let file = Path::new(&home).join("../catalog/data").join(file);
    println!("cargo::rerun-if-changed={}", file.display());
    let mut table = csv::Reader::from_path(&file).map_err(io::Error::other)?;
    let head = table.headers().map_err(io::Error::other)?.clone();
    let mut places = [0; N];
    for (place, name) in places.iter_mut().zip(columns) {
        let at = head.iter().position(|column| column == name);
        let missing = || io::Error::other(format!("{}: no column {name}", file.display()));
        *place = at.ok_or_else(missing)?;
    }
    let mut rows = Vec::new();
    for row in table.records() {
        let row = row.map_err(io::Error::other)?;
        rows.push(places.map(|at| row.get(at).unwrap_or_default().to_owned()));
    }
    Ok(rows)
}
