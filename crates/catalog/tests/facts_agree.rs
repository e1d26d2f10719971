//! Each row of `data/` has its second opinion in `tests/facts`, and each of those a row that it is
//! about. The figures of most are compared by the checker, plan by plan; those of reflectance and of
//! the names of InfiniBand here. Whoever may write which: `docs/data.md`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what is wrong by failing"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

type Row = BTreeMap<String, String>;

fn rows(path: &str) -> Vec<Row> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let mut reader = csv::Reader::from_path(file).unwrap();
    reader.deserialize().map(Result::unwrap).collect()
}

/// The cells of these columns, beside each other.
fn key(row: &Row, columns: &[&str]) -> String {
    columns.iter().map(|column| row[*column].as_str()).collect::<Vec<_>>().join(" / ")
}

fn keys(path: &str, columns: &[&str]) -> BTreeSet<String> {
    rows(path).iter().map(|row| key(row, columns)).collect()
}

/// Lower case words joined by hyphens.
fn kebab(text: &str) -> String {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_ascii_lowercase).collect::<Vec<_>>().join("-")
}

fn same(data: (&str, BTreeSet<String>), facts: (&str, BTreeSet<String>)) {
    let here: Vec<_> = data.1.difference(&facts.1).collect();
    let there: Vec<_> = facts.1.difference(&data.1).collect();
    assert!(here.is_empty(), "tests/facts/{} has no row for {here:#?} of data/{}", facts.0, data.0);
    assert!(
        there.is_empty(),
        "data/{} has no row for {there:#?} of tests/facts/{}",
        data.0,
        facts.0
    );
}

#[test]
fn every_limit_has_its_fact() {
    let mut limits = keys("data/limits.csv", &["application", "fiber"]);
    // The checker has the few reaches on fibers of higher attenuation in its own source.
    limits.retain(|key| !key.ends_with("OS1a") && !key.ends_with("OS2-indoor-outdoor"));
    let facts = keys("../../tests/facts/pmd.csv", &["pmd", "fiber_type"]);
    same(("limits.csv", limits), ("pmd.csv", facts));
}

#[test]
fn every_module_has_its_fact() {
    let facts = keys("../../tests/facts/transceivers.csv", &["vendor", "part_number"]);
    let facts = facts.iter().map(|names| kebab(names)).collect();
    same(("modules.csv", keys("data/modules.csv", &["id"])), ("transceivers.csv", facts));
}

#[test]
fn every_breakout_has_its_fact() {
    let columns = ["from_application_or_module", "to_application", "legs", "supported"];
    let mut facts = keys("../../tests/facts/breakouts.csv", &columns);
    for row in rows("data/breakouts.csv") {
        let (from, rest) = (&row["from"], key(&row, &["to", "legs", "supported"]));
        // The facts name the module behind the application, where the row is about one.
        let found = facts.iter().find(|fact| {
            let own = fact.strip_suffix(rest.as_str()).and_then(|fact| fact.strip_suffix(" / "));
            own.is_some_and(|own| {
                own == from || (!row["module"].is_empty() && own.starts_with(from.as_str()))
            })
        });
        let found = found.cloned();
        let found =
            found.unwrap_or_else(|| panic!("breakouts.csv of tests/facts: {from} / {rest}"));
        facts.remove(&found);
    }
    assert!(facts.is_empty(), "data/breakouts.csv has no row for {facts:#?}");
}

#[test]
fn every_part_has_its_fact() {
    let columns = ["id", "kind", "rear_count", "front_count", "fibers", "slots", "capacity_slots"];
    let facts = keys("../../tests/facts/generic-parts.csv", &columns);
    same(("parts.csv", keys("data/parts.csv", &columns)), ("generic-parts.csv", facts));
}

#[test]
fn every_grade_has_its_fact() {
    let mut grades = keys("data/connectors.csv", &["id"]);
    grades.remove("");
    let columns = ["family", "grade", "mode", "endface"];
    let facts = rows("../../tests/facts/connectors.csv");
    let facts = facts.iter().filter(|row| !row["il_max_db"].is_empty());
    let facts = facts.map(|row| kebab(&key(row, &columns))).collect();
    same(("connectors.csv", grades), ("connectors.csv", facts));
}

#[test]
fn every_limit_on_reflectance_is_the_fact() {
    let columns = ["application", "connections", "return_loss_db"];
    let facts = rows("../../tests/facts/reflectance.csv");
    let facts = facts.iter().map(|row| {
        let connections = row["connections"].replace("any", "");
        let db = row["max_discrete_reflectance_db"].strip_prefix('-').expect("a sign");
        format!("{} / {connections} / {db}", row["pmd"])
    });
    let data = keys("data/reflectance.csv", &columns);
    same(("reflectance.csv", data), ("reflectance.csv", facts.collect()));
}

#[test]
fn every_name_of_infiniband_is_the_fact() {
    let data = keys("data/infiniband.csv", &["name", "lanes", "lane_gbps"]);
    for row in rows("../../tests/facts/infiniband.csv") {
        let (rate, _) = row["lane_rate"].split_once("G ").expect("a rate and a modulation");
        let wanted = format!("{} / {} / {rate}", row["name"], row["lanes"]);
        assert!(data.contains(&wanted), "data/infiniband.csv has no row for {wanted}");
    }
}
