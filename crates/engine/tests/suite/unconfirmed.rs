//! What a table of the catalog does not call confirmed is never used without a word: every row that
//! a request can name is planned with, and SRC004 says what of it nobody has read at its source.

use crate::cases::here;
use fiberlane_catalog::{Mode, built_in};
use fiberlane_engine::finding::{Code, Fact};
use fiberlane_engine::{read_request, verdict};
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;

fn rows(file: &str) -> Vec<BTreeMap<String, String>> {
    let path = here("../crates/catalog/data").join(file);
    csv::Reader::from_path(path).unwrap().deserialize().map(Result::unwrap).collect()
}

/// Whether a row rests on a published document: on notes alone nothing is confirmed.
fn documented(row: &BTreeMap<String, String>) -> bool {
    let sources = rows("sources.csv");
    let published = |id: &str| sources.iter().any(|s| s["id"] == id && s["kind"] != "note");
    row["source"].split(';').any(|id| published(id.trim()))
}

/// The figures that are said to be unconfirmed, by subject; none where nothing could be built.
fn said(asked: &Json) -> Option<Vec<(String, Vec<&'static str>)>> {
    let request = read_request(built_in(), &serde_json::from_value(asked.clone()).unwrap()).ok()?;
    let first = verdict(built_in(), &request);
    first.recommended.as_ref()?;
    let found = first.findings.iter().filter(|finding| finding.code == Code::Src004);
    let figures = found.map(|finding| {
        let words = finding.facts.iter().find_map(|(_, fact)| match fact {
            Fact::Words(words) => Some(words.clone()),
            _ => None,
        });
        (finding.subject.clone(), words.unwrap())
    });
    Some(figures.collect())
}

fn ask(fields: Json) -> Json {
    let mut asked = json!({ "schema": "fiberlane.request/1", "lengths": { "cordA": 3 } });
    asked.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    asked
}

#[test]
fn a_module_that_nobody_has_read_says_so() {
    let (mut unsure, mut sure) = (0, 0);
    for row in rows("modules.csv") {
        let mut confirmed: Vec<&str> = row["verified"].split(';').collect();
        confirmed.retain(|_| documented(&row));
        let fibers = if row["mode"] == "SM" { vec!["OS2"] } else { vec!["OM3", "OM4", "OM5"] };
        for fiber in fibers {
            let asked = ask(json!({ "module": row["id"], "fiber": fiber, "topology": "direct" }));
            let Some(found) = said(&asked) else { continue };
            let own = found.iter().find(|(subject, _)| subject == "module");
            let has = |figure: &str| own.is_some_and(|(_, figures)| figures.contains(&figure));
            let reach = !row[&format!("reach_{}_m", fiber.to_lowercase())].is_empty();
            assert_eq!(has("reach"), reach && !confirmed.contains(&"reach"), "{asked}");
            if !confirmed.contains(&"connector") {
                assert!(has("interface"), "{asked}");
            }
            if confirmed.contains(&"connector") && confirmed.contains(&"end_face") {
                assert!(!has("interface"), "{asked}");
            }
            *(if own.is_some() { &mut unsure } else { &mut sure }) += 1;
        }
    }
    assert!(unsure > 100 && sure > 20, "{unsure} and {sure}");
}

#[test]
fn a_breakout_that_nobody_has_read_says_so() {
    let (mut unsure, mut sure) = (0, 0);
    for row in rows("breakouts.csv").into_iter().filter(|row| row["resolved"] == "yes") {
        let far = json!({ "kind": "breakout", "application": row["to"] });
        let mut asked = ask(json!({ "application": row["from"], "farEnd": far }));
        if !row["module"].is_empty() {
            asked["module"] = json!(row["module"]);
        }
        let Some(found) = said(&asked) else { continue };
        let own = found.iter().any(|(_, figures)| figures.contains(&"breakout"));
        assert_eq!(own, row["verified"] == "no" || !documented(&row), "{asked}");
        *(if own { &mut unsure } else { &mut sure }) += 1;
    }
    assert!(unsure > 5 && sure > 15, "{unsure} and {sure}");
}

#[test]
fn a_grade_that_nobody_has_read_says_so() {
    let (mut unsure, mut sure) = (0, 0);
    for grade in built_in().catalog_grades {
        // A link with mated pairs of both kinds, in the mode that the grade speaks of.
        for (application, mode) in [("10GBASE-SR", Mode::Multi), ("100GBASE-DR", Mode::Single)] {
            for field in ["grade", "lcGrade"] {
                let asked = ask(json!({ "application": application, field: grade.id,
                    "topology": "cassette-to-cassette" }));
                let speaks = if mode == Mode::Multi { grade.multi } else { grade.single };
                let array = grade.connectors.iter().any(|connector| connector.is_array());
                if !speaks || array != (field == "grade") {
                    continue;
                }
                let Some(found) = said(&asked) else { continue };
                let own = found.iter().any(|(_, figures)| figures.contains(&"grade"));
                let confirmed = grade.confidence != fiberlane_catalog::Confidence::Unconfirmed;
                assert_eq!(own, !confirmed, "{asked}");
                *(if own { &mut unsure } else { &mut sure }) += 1;
            }
        }
    }
    assert!(unsure > 3 && sure > 3, "{unsure} and {sure}");
}
