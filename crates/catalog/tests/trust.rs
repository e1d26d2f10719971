//! No word about trust is idle: what a column of the data says about it reaches the tables, or it is
//! marked *not read* together with the figure that it speaks of, and nothing moves with either.
#![allow(
    dead_code,
    unreachable_pub,
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    reason = "the build script, as a module; a test says what is wrong by failing"
)]

#[path = "../build/main.rs"]
mod build;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// What is read outside of this crate: the file, the column, and who reads it.
const ELSEWHERE: &[(&str, &str, &str)] = &[
    ("applications.csv", "form_factors", "crates/bindings/build.rs"),
    ("infiniband.csv", "verified", "crates/bindings/build.rs"),
];
/// The words of lists that decide, each beside those before it; every other word is for people.
const DECIDE: &[(&str, &[&str])] = &[
    ("applications.csv", &["connector", "end_face"]),
    ("modules.csv", &["connector", "end_face", "reach_om4", "reach"]),
];

fn here(path: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Every file with its columns, and of each whether it is marked *not read*.
fn columns() -> BTreeMap<String, BTreeMap<String, bool>> {
    let text = fs::read_to_string(here("../../docs/data.md")).unwrap();
    let mut files: BTreeMap<String, BTreeMap<String, bool>> = BTreeMap::new();
    for part in text.split("\n## `").skip(1) {
        let (file, body) = part.split_once('`').unwrap();
        let rows = body.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`'));
        let columns = rows.map(|(name, rest)| (name.to_owned(), rest.contains("*not read*")));
        files.insert(file.to_owned(), columns.collect());
    }
    files
}

/// The tables, where every cell of a file is what `cell` makes of its column and text.
fn tables(
    file: &str,
    cell: &dyn Fn(&str, &str) -> String,
) -> Result<(String, String), Vec<String>> {
    let read = |name: &str| {
        let path = here("data").join(name);
        if name != file {
            return fs::read_to_string(path).map_err(|error| error.to_string());
        }
        let mut reader = csv::Reader::from_path(path).unwrap();
        let head = reader.headers().unwrap().clone();
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(&head).unwrap();
        for row in reader.records() {
            let row = row.unwrap();
            writer
                .write_record(head.iter().zip(&row).map(|(name, text)| cell(name, text)))
                .unwrap();
        }
        Ok(String::from_utf8(writer.into_inner().unwrap()).unwrap())
    };
    build::generate(&read)
}

/// The tables with one column written anew, every row resting on a published document.
fn with(
    file: &str,
    column: &str,
    new: &dyn Fn(&str) -> String,
) -> Result<(String, String), Vec<String>> {
    tables(file, &|name, text| match name {
        "source" => "tia-568-3".to_owned(),
        name if name == column => new(text),
        _ => text.to_owned(),
    })
}

fn is_about_trust(column: &str) -> bool {
    column == "verified" || column == "confidence" || column.ends_with("_verified")
}

#[test]
fn what_is_said_about_trust_is_read_or_its_figure_is_not() {
    let mut seen = (0, 0);
    for (file, columns) in columns() {
        let trust = columns.iter().filter(|(name, _)| is_about_trust(name));
        for (column, &idle) in trust {
            if idle {
                let figures: Vec<&String> = match column.strip_suffix("_verified") {
                    Some(figure) => {
                        let own = [figure.to_owned(), [figure, "_db"].concat()];
                        columns.keys().filter(|name| own.contains(name)).collect()
                    }
                    // A word about the whole row; the build checks what stays.
                    None => columns
                        .keys()
                        .filter(|name| !["source", "resolved"].contains(&name.as_str()))
                        .collect(),
                };
                assert!(!figures.is_empty(), "{file}: {column} speaks of no column");
                let checked = ["rear", "front", "fibers"];
                for figure in figures {
                    let looked_at =
                        file == "vendor-parts.csv" && checked.contains(&figure.as_str());
                    assert!(columns[figure] || looked_at, "{file}: {column} of {figure} is idle");
                }
                seen.0 += 1;
                continue;
            }
            seen.1 += 1;
            if ELSEWHERE.iter().any(|(of, name, _)| *of == file && name == column) {
                continue;
            }
            let all = |said: &str| with(&file, column, &|_| said.to_owned()).unwrap();
            if let Some((_, deciding)) = DECIDE.iter().find(|(of, _)| *of == file) {
                for (at, word) in deciding.iter().enumerate() {
                    let moves = all(&deciding[..=at].join(";")) != all(&deciding[..at].join(";"));
                    assert!(moves, "{file}: {word} in {column} decides nothing");
                }
                let rows = csv::Reader::from_path(here("data").join(&file)).unwrap();
                let rows = rows.into_deserialize::<BTreeMap<String, String>>();
                let cells: Vec<String> = rows.map(|row| row.unwrap()[column].clone()).collect();
                let others: BTreeSet<&str> =
                    cells.iter().flat_map(|cell| cell.split(';')).collect();
                let others: Vec<&str> =
                    others.into_iter().filter(|word| !deciding.contains(word)).collect();
                assert!(all(&others.join(";")) == all(""), "{file}: one of {others:?} decides");
            } else {
                let [one, other] =
                    if column == "confidence" { ["draft", "unconfirmed"] } else { ["yes", "no"] };
                assert!(all(one) != all(other), "{file}: {column} is not read");
            }
        }
    }
    assert_eq!(seen, (4, 11), "columns about trust that are not read, and that are");
}

#[test]
fn what_is_not_read_moves_nothing() {
    let mut tried = 0;
    for (file, columns) in columns() {
        let as_it_is = tables(&file, &|_, text| text.to_owned()).unwrap();
        for (column, _) in columns.iter().filter(|(_, idle)| **idle) {
            let without = tables(&file, &|name, text| {
                if name == column { "anything".to_owned() } else { text.to_owned() }
            });
            assert!(
                without.as_ref() == Ok(&as_it_is),
                "{file}: {column} is read: {:?}",
                without.err()
            );
            tried += 1;
        }
    }
    assert!(tried > 30, "{tried}");
}

#[test]
fn what_is_read_elsewhere_is_read_there() {
    for (file, column, path) in ELSEWHERE {
        let text = fs::read_to_string(here("../..").join(path)).unwrap();
        let named = [file, column].iter().all(|word| text.contains(&["\"", word, "\""].concat()));
        assert!(named, "{path} does not read {column} of {file}");
    }
}

/// A word about trust counts with a published document alone, whatever the file.
#[test]
fn notes_confirm_nothing() {
    for (file, column, word) in [
        ("applications.csv", "verified", "connector;end_face"),
        ("limits.csv", "reach_verified", "yes"),
        ("limits.csv", "loss_verified", "yes"),
        ("limits.csv", "allocation_verified", "yes"),
        ("modules.csv", "verified", "connector;end_face;reach"),
        ("breakouts.csv", "verified", "yes"),
        ("connectors.csv", "il_typ_verified", "yes"),
        ("connectors.csv", "il_max_verified", "yes"),
        ("connectors.csv", "return_loss_verified", "yes"),
    ] {
        let on_notes = |said: &str| {
            let said = said.to_owned();
            let (short, _) = tables(file, &|name, text| match name {
                "source" => "planning".to_owned(),
                name if name == column => said.clone(),
                _ => text.to_owned(),
            })
            .unwrap();
            short
        };
        assert!(on_notes(word) == on_notes(""), "{file}: {column} counts on notes alone");
    }
}
