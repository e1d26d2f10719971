//! `docs/data.md` describes the files of `data/` as they are: every file and column and no other,
//! the words that a column takes, and which cells may be empty.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what is wrong by failing"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// One column as the document has it.
#[derive(Debug)]
struct Column {
    /// The words that its cells are, and whether a cell is a list of them.
    words: Option<(BTreeSet<String>, bool)>,
    may_be_empty: bool,
}

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn document() -> String {
    fs::read_to_string(here("../../docs/data.md")).unwrap()
}

/// What stands between back-ticks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// The cells of the table rows of a part of the document, without head and rule.
fn table(text: &str) -> impl Iterator<Item = Vec<&str>> {
    let rows = text.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"));
    rows.map(|line| line.split(" | ").collect::<Vec<_>>()).skip(1)
}

/// Every file that the document describes, with its columns.
fn described(text: &str) -> BTreeMap<&str, BTreeMap<&str, Column>> {
    let mut files = BTreeMap::new();
    for part in text.split("\n## ").skip(1) {
        let (head, body) = part.split_once('\n').unwrap();
        let Some(file) = quoted(head).next() else { continue };
        let mut columns = BTreeMap::new();
        for cells in table(body) {
            let [name, _, values, empty] = cells[..] else {
                panic!("docs/data.md, {file}: a row of four cells expected: {cells:?}");
            };
            let lists = values.starts_with("list of words: ");
            let words = (lists || values.starts_with("words: "))
                .then(|| (quoted(values).map(str::to_owned).collect(), lists));
            let column = Column { words, may_be_empty: empty != "–" };
            let name = quoted(name).next().unwrap_or_default();
            let twice = columns.insert(name, column).is_some();
            assert!(!twice, "docs/data.md, {file}: {name} stands there twice");
        }
        assert!(files.insert(file, columns).is_none(), "docs/data.md: {file} stands there twice");
    }
    files
}

fn names(folder: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(here(folder)).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

/// What the document says of a file and the file does not keep, and the other way round.
fn differences(file: &str, columns: &BTreeMap<&str, Column>, csv: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let head: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    for name in head.iter().filter(|name| !columns.contains_key(name.as_str())) {
        out.push(format!("docs/data.md, {file}: no row for the column {name}"));
    }
    for name in columns.keys().filter(|name| !head.iter().any(|column| column == *name)) {
        out.push(format!("docs/data.md, {file}: {name} is no column of the file"));
    }
    for (line, row) in (2..).zip(reader.records()) {
        for (name, cell) in head.iter().zip(row.unwrap().iter()) {
            let Some(column) = columns.get(name.as_str()) else { continue };
            if cell.is_empty() && !column.may_be_empty {
                out.push(format!("docs/data.md, {file}: {name} is never empty; line {line} is"));
            }
            let Some((words, lists)) = &column.words else { continue };
            let entries = if *lists { cell.split(';').collect() } else { vec![cell] };
            for entry in entries.iter().filter(|entry| !entry.is_empty()) {
                if !words.contains(*entry) {
                    out.push(format!("docs/data.md, {file}: {name} knows no \"{entry}\" ({line})"));
                }
            }
        }
    }
    out
}

#[test]
fn every_file_and_column_is_described() {
    let text = document();
    let described = described(&text);
    let files = names("data");
    let known: BTreeSet<String> = described.keys().map(|&file| file.to_owned()).collect();
    assert_eq!(files, known, "the files of data/ and those of docs/data.md");
    let mut wrong = Vec::new();
    for (file, columns) in &described {
        let csv = fs::read_to_string(here("data").join(file)).unwrap();
        wrong.extend(differences(file, columns, &csv));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_difference_is_noticed() {
    let text = "\n## `a.csv`\n\n| column | meaning | values | empty |\n|---|---|---|---|\n\
                | `id` | its id | text | – |\n| `kind` | what | list of words: `x`, `y` | none |\n";
    let described = described(text);
    let of = |csv: &str| differences("a.csv", &described["a.csv"], csv);
    assert_eq!(of("id,kind\n1,x;y\n2,\n"), Vec::<String>::new());
    assert_eq!(of("id,kind,more\n1,x,z\n"), ["docs/data.md, a.csv: no row for the column more"]);
    assert_eq!(of("id\n1\n"), ["docs/data.md, a.csv: kind is no column of the file"]);
    assert_eq!(of("id,kind\n,x\n"), ["docs/data.md, a.csv: id is never empty; line 2 is"]);
    assert_eq!(of("id,kind\n1,x;z\n"), ["docs/data.md, a.csv: kind knows no \"z\" (2)"]);
}

#[test]
fn every_file_of_the_tests_facts_is_described() {
    let text = document();
    let (_, part) = text.split_once("\n## Facts of the tests\n").unwrap();
    let mut told = BTreeSet::new();
    for cells in table(part) {
        told.extend(quoted(cells[0]).map(str::to_owned));
    }
    assert_eq!(names("../../tests/facts"), told);
}
