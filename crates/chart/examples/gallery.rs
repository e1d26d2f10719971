//! Writes a page with every drawing of the tests and a style sheet for the classes:
//! `cargo run -p fiberlane-chart --example gallery -- gallery.html`.

use std::fmt::Write;

#[path = "../tests/cases/mod.rs"]
#[allow(dead_code, clippy::unwrap_used)]
mod cases;

fn main() -> std::io::Result<()> {
    let path = std::env::args().nth(1).unwrap_or_else(|| "gallery.html".to_owned());
    let mut page = String::from("<!doctype html><meta charset=utf-8><title>Charts</title><style>");
    page.push_str(include_str!("gallery.css"));
    page.push_str("</style>");
    for (name, svg) in cases::drawings() {
        let width = svg.split("viewBox=\"0 0 ").nth(1).and_then(|rest| rest.split(' ').next());
        let width = width.and_then(|width| width.strip_suffix('0')).unwrap_or("600");
        let _ = write!(
            page,
            "<figure style=\"width:{width}px\"><figcaption>{name}</figcaption>{svg}</figure>"
        );
    }
    std::fs::write(path, page)
}
