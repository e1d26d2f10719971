//! Whoever adds a field to a request is told by the compiler of every place that has to decide about
//! it: a field is added in a scratch copy, what the compiler names is filled in, and so on until it
//! is content. The places are those of the recipe in `CONTRIBUTING.md`.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a test says what is wrong by failing"
)]

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Where a field is declared, and one of those that are.
const DECLARED: &str = "crates/engine/src/request/field.rs";
const LAST: &str = "Situation \"situation\" since 2 KEEPS,\n";
const NEW: &str = "/// New.\nscratch: Option<u32> => Scratch \"scratch\" since 4 KEEPS,\n";

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let (path, new) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &new);
        } else {
            fs::copy(&path, &new).unwrap();
        }
    }
}

/// What the compiler refuses: code and spans.
fn refused(scratch: &Path) -> Vec<Value> {
    let output = Command::new(env!("CARGO"))
        .args(["check", "--offline", "--locked", "--workspace", "--keep-going"])
        .args(["--exclude", "fiberlane-tests", "--exclude", "xtask", "--message-format=json"])
        .current_dir(scratch)
        // What others have written is checked already.
        .env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap())
        .output()
        .unwrap();
    let messages = String::from_utf8(output.stdout).unwrap();
    let mut errors: Vec<Value> = messages
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap())
        .filter(|line| line["reason"] == "compiler-message" && line["message"]["level"] == "error")
        .map(|line| line["message"].clone())
        .collect();
    errors.retain(|error| error["code"].is_object());
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() || !errors.is_empty(), "{said}");
    errors
}

/// Where the compiler wants something, and what.
fn mend(error: &Value, scratch: &Path) -> (String, usize, String) {
    let spans = error["spans"].as_array().unwrap();
    let place = spans.iter().find(|span| span["is_primary"] == true).unwrap();
    let file = place["file_name"].as_str().unwrap().to_owned();
    let start = usize::try_from(place["byte_start"].as_u64().unwrap()).unwrap();
    let opened = |text: &str| start + text[start..].find('{').unwrap() + 1;
    let source = || fs::read_to_string(scratch.join(&file)).unwrap();
    match error["code"]["code"].as_str().unwrap() {
        "E0063" => {
            let at = opened(&source());
            (file, at, " scratch: None, ".to_owned())
        }
        "E0027" => {
            let at = opened(&source());
            (file, at, " scratch: _, ".to_owned())
        }
        "E0004" => {
            let at = opened(&source());
            let name = if file.contains("/engine/") { "crate" } else { "fiberlane_engine" };
            (file, at, format!(" {name}::request::Field::Scratch => unreachable!(), "))
        }
        other => panic!("{other} in {file}: {}", error["message"]),
    }
}

#[test]
fn the_compiler_names_every_place_that_decides_about_a_new_field() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let scratch = Path::new(env!("CARGO_TARGET_TMPDIR")).join("new-field");
    let _gone = fs::remove_dir_all(&scratch);
    for folder in ["crates", "site", "tests/src"] {
        copy(&root.join(folder), &scratch.join(folder));
    }
    for file in ["Cargo.toml", "Cargo.lock", "tests/Cargo.toml"] {
        fs::copy(root.join(file), scratch.join(file)).unwrap();
    }
    let declared = scratch.join(DECLARED);
    let text = fs::read_to_string(&declared).unwrap();
    assert!(text.contains(LAST), "{DECLARED} is written otherwise");
    fs::write(&declared, text.replacen(LAST, &format!("{LAST}{NEW}"), 1)).unwrap();

    let mut places = BTreeSet::new();
    for round in 0.. {
        let errors = refused(&scratch);
        if errors.is_empty() {
            break;
        }
        assert!(round < 10, "the compiler is never content");
        let mut edits: BTreeMap<(String, usize), String> = BTreeMap::new();
        for error in &errors {
            let (file, at, text) = mend(error, &scratch);
            places.insert(file.clone());
            edits.insert((file, at), text);
        }
        // From the end of each file, so that what stands before stays where it is.
        for ((file, at), text) in edits.into_iter().rev() {
            let path = scratch.join(file);
            let mut source = fs::read_to_string(&path).unwrap();
            source.insert_str(at, &text);
            fs::write(&path, source).unwrap();
        }
    }
    let recipe = fs::read_to_string(root.join("CONTRIBUTING.md")).unwrap();
    let recipe =
        recipe.split("## ").find(|part| part.starts_with("Adding a request field")).unwrap();
    let named: BTreeSet<String> = recipe
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|word| word.starts_with("crates/") && *word != DECLARED)
        .map(str::to_owned)
        .collect();
    assert_eq!(named, places, "the recipe and the compiler");
}
