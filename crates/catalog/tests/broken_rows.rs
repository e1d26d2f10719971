//! A broken row fails the build with file, row and reason.
#![allow(
    dead_code,
    unreachable_pub,
    missing_docs,
    clippy::unwrap_used,
    reason = "the build script, as a module, and a test that says what is wrong by failing"
)]

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
fn a_role_that_is_there_twice_or_not_at_all() {
    let found = problems("grades.csv", "tia-limit,limit", "tia-limit,low-loss");
    says(&found, &["grades.csv:4", "role \"low-loss\"", "no other row"]);
    let found = problems("grades.csv", "low-loss,low-loss", "low-loss,");
    says(&found, &["grades.csv", "no row with the role low-loss"]);
    let found = problems("maps.csv", "24-a-geometric,cable-rows", "24-a-geometric,cable-a");
    says(&found, &["maps.csv:", "usual", "one of several"]);
    let found = problems("cost-index.csv", "cassette,,,,,24", "cassette,,,,,16");
    says(&found, &["cost-index.csv", "no row for cassette", "24"]);
    says(&found, &["cost-index.csv:", "kind \"cassette\"", "no other"]);
}

#[test]
fn an_order_that_two_rows_have() {
    let found = problems("parts.csv", ",generic-parts,,20\n", ",generic-parts,,30\n");
    says(&found, &["parts.csv:", "order \"30\"", "no other row"]);
}

#[test]
fn what_is_not_on_a_list() {
    let found = problems("speeds.csv", "800,800G", "801,801G");
    says(&found, &["applications.csv:", "speed_g \"800\"", "speeds.csv"]);
    let found = problems("trunk-sizes.csv", "8;12,12", "8;12,9");
    says(&found, &["trunk-sizes.csv:2", "usual_legs \"9\"", "one of legs"]);
    let found = problems("parts.csv", "generic-parts", "generic-part");
    says(&found, &["parts.csv:2", "source", "sources.csv"]);
}

/// The rows of a file the other way round.
fn reversed(text: &str) -> String {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let mut rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    rows[1..].reverse();
    let mut writer = csv::Writer::from_writer(Vec::new());
    rows.iter().for_each(|row| writer.write_record(row).unwrap());
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

#[test]
fn the_order_of_rows_means_nothing() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let of = |file: &str| fs::read_to_string(data.join(file)).map_err(|error| error.to_string());
    let plain = build::generate(&of).unwrap();
    let with = |other: &str| {
        build::generate(&|file: &str| match file == other {
            true => of(file).map(|text| reversed(&text)),
            false => of(file),
        })
        .unwrap()
    };
    for file in [
        "limits.csv",
        "breakouts.csv",
        "channel-rules.csv",
        "attenuation.csv",
        "speeds.csv",
        "cost-index.csv",
    ] {
        assert!(with(file).0 == plain.0, "{file} has an order");
    }
    // Ids are places in these: what is listed first stays so, wherever it stands.
    assert!(plain.0.contains("grades: &[], catalog_grades: &[], maps: &[], parts: &[]"));
    let (grades, _) = with("grades.csv");
    assert!(grades.contains("GradeRoles { standard: 2, low_loss: 1, limit: Some(0) }"));
    assert!(grades.contains("grades: &[2, 1, 0]"));
    for (file, list) in [("parts.csv", "parts: &[26, 25"), ("maps.csv", "maps: &[46, 45")] {
        assert!(with(file).0.contains(list), "{file}: {list}");
    }
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
