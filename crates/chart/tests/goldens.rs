//! Every drawing, byte for byte. `UPDATE_GOLDENS=1 cargo test -p fiberlane-chart` rewrites them;
//! look at the gallery before committing what it wrote.

mod cases;

use std::path::Path;

#[test]
fn drawings_are_what_they_were() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/goldens");
    let update = std::env::var_os("UPDATE_GOLDENS").is_some();
    let mut changed = Vec::new();
    for (name, svg) in cases::drawings() {
        // One element per line, so that a difference can be read.
        let text = svg.replace("><", ">\n<") + "\n";
        let path = folder.join(name).with_extension("svg");
        if update {
            std::fs::write(&path, &text).unwrap();
        } else if std::fs::read_to_string(&path).unwrap_or_default() != text {
            changed.push(name);
        }
    }
    assert!(changed.is_empty(), "drawings changed: {changed:?}; see the head of this file");
}

#[test]
fn every_golden_belongs_to_a_drawing() {
    let names: Vec<String> =
        cases::drawings().iter().map(|(name, _)| format!("{name}.svg")).collect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/goldens");
    for entry in std::fs::read_dir(folder).unwrap() {
        let file = entry.unwrap().file_name().into_string().unwrap();
        assert!(names.contains(&file), "{file} is drawn by nothing");
    }
}

#[test]
fn the_same_description_gives_the_same_bytes() {
    assert_eq!(cases::drawings(), cases::drawings());
}
