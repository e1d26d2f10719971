//! A broken row fails the build with file, row and reason.
#![allow(dead_code, unreachable_pub, missing_docs, reason = "the build script, as a module")]

#[path = "../build/main.rs"]
mod build;

use std::fs;
use std::path::Path;

/// The problems that one replaced text brings about; the text must be there.
fn problems(file: &str, from: &str, to: &str) -> Vec<String> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let read = |name: &str| {
        let text = fs::read_to_string(data.join(name)).map_err(|error| error.to_string())?;
        if name != file {
            return Ok(text);
        }
        assert!(text.contains(from), "{file} has no {from}");
        Ok(text.replacen(from, to, 1))
    };
    build::generate(&read).err().unwrap_or_default()
}

fn says(problems: &[String], words: &[&str]) {
    let hit = problems.iter().any(|problem| words.iter().all(|word| problem.contains(word)));
    assert!(hit, "{words:?} not in {problems:#?}");
}

#[test]
fn the_data_is_whole() {
    assert_eq!(problems("grades.csv", "standard", "standard"), Vec::<String>::new());
}

#[test]
fn a_map_that_is_no_bijection() {
    let found = problems("maps.csv", "12 11 10 9 4 3 2 1", "12 11 10 9 4 3 2 2");
    says(&found, &["maps.csv:", "bijection"]);
}

#[test]
fn a_typical_loss_above_the_largest() {
    let found = problems("grades.csv", "0.35,0.10", "0.35,0.40");
    says(&found, &["grades.csv:3", "array_multi_typical_db \"0.40\"", "at most"]);
}

#[test]
fn a_reference_that_leads_nowhere() {
    let found = problems("limits.csv", "10GBASE-SR,OM3", "10GBASE-SX,OM3");
    says(&found, &["limits.csv:2", "application \"10GBASE-SX\"", "applications.csv"]);
    let found = problems("parts.csv", "universal-8", "universal-9");
    says(&found, &["parts.csv:", "map \"universal-9\"", "maps.csv"]);
}

#[test]
fn a_part_whose_count_is_not_its_map_s() {
    let found = problems("parts.csv", "MPO-8,1,LC duplex,4,8,4", "MPO-8,1,LC duplex,5,8,4");
    says(&found, &["parts.csv:", "front_count \"5\"", "4, as its map has"]);
}

#[test]
fn a_word_that_nobody_knows() {
    let found = problems("applications.csv", ",MM,LC,", ",multi,LC,");
    says(&found, &["applications.csv:2", "mode \"multi\"", "one of MM, SM"]);
}

#[test]
fn a_file_that_is_empty() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let read = |name: &str| match name {
        "fibers.csv" => Ok(String::new()),
        _ => fs::read_to_string(data.join(name)).map_err(|error| error.to_string()),
    };
    says(&build::generate(&read).err().unwrap_or_default(), &["fibers.csv:1", "no rows"]);
}
