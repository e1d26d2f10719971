//! Every drawing, byte for byte. `UPDATE_GOLDENS=1 cargo test -p fiberlane-chart` rewrites them;
//! look at the gallery before committing what it wrote.

mod cases;

use fiberlane_tests::goldens::Goldens;
use std::path::Path;

#[test]
fn drawings_are_what_they_were() {
    let mut goldens = Goldens::new(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/goldens"));
    for (name, svg) in cases::drawings() {
        // One element per line, so that a difference can be read.
        goldens.check(&format!("{name}.svg"), &(svg.replace("><", ">\n<") + "\n"));
    }
    if let Err(said) = goldens.finish() {
        panic!("{said}");
    }
}

#[test]
fn the_same_description_gives_the_same_bytes() {
    assert_eq!(cases::drawings(), cases::drawings());
}
