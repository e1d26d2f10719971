//! Every statement of the buyer's guides has a home in the product, and what the guides have wrong
//! is put right by an answer on the page.

use crate::cases::{all, here, planned};
use fiberlane_engine::finding::Code;
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// Request fields whose options are offered with their reasons.
const OPTION_FIELDS: [&str; 10] = [
    "application",
    "farEnd",
    "fiber",
    "grade",
    "lcGrade",
    "brand",
    "topology",
    "polarity",
    "pinning",
    "base",
];

/// What an order line says of itself, or asks to be confirmed.
const ORDER_FIELDS: [&str; 18] = [
    "fireRating",
    "environment",
    "breakoutLength",
    "pullingEye",
    "boot",
    "wiringDiagram",
    "labels",
    "testReport",
    "packaging",
    "pins",
    "endFace",
    "polarity",
    "fiber",
    "grade",
    "connector",
    "brand",
    "length",
    "legs",
];

/// Sections of the second stage beside the options.
const ADVICE: [&str; 8] =
    ["repairs", "alternatives", "risk", "testLimits", "otherLimits", "bases", "growth", "choosing"];

/// Designs that between them have every kind of part that is ordered by its properties.
const DESIGNS: [&str; 3] = [
    r#"{"schema":"fiberlane.request/1","application":"400GBASE-DR4","topology":"interconnect"}"#,
    r#"{"schema":"fiberlane.request/1","application":"400GBASE-FR4","topology":"cassette-to-cassette"}"#,
    r#"{"schema":"fiberlane.request/1","application":"100GBASE-SR4","farEnd":{"kind":"breakout","application":"25GBASE-SR"},"fiber":"OM4","topology":"breakout-harness","lengths":{"cordA":10}}"#,
];

const LONGEST: usize = 900;

/// A statement with its status and, where it is not ok, the words its right fact cannot do without.
struct Statement {
    id: String,
    status: String,
    key: String,
}

struct Row {
    id: String,
    status: String,
    /// Kind and name.
    homes: Vec<(String, String)>,
    tests: Vec<String>,
}

impl Row {
    fn homes_of<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a str> {
        self.homes.iter().filter(move |home| home.0 == kind).map(|home| home.1.as_str())
    }
}

struct Answer {
    id: String,
    topic: String,
    question: String,
    answer: String,
    rules: Vec<String>,
    codes: Vec<String>,
    sources: Vec<String>,
}

fn statements() -> Vec<Statement> {
    let mut rows = csv::Reader::from_path(here("facts/guidance-rules.csv")).unwrap();
    let statement = |row: csv::StringRecord| {
        let [id, status, key] = [0, 1, 2].map(|at| row[at].to_owned());
        Statement { id, status, key }
    };
    rows.records().map(|row| statement(row.unwrap())).collect()
}

fn table() -> Vec<Row> {
    let text = fs::read_to_string(here("../docs/guidance.md")).unwrap();
    let row = |line: &str| {
        let cells: Vec<&str> = line.trim().trim_matches('|').split('|').map(str::trim).collect();
        let [id, status, homes, tests] = cells[..] else { panic!("{line}") };
        let home = |home: &str| {
            let (kind, name) = home.split_once(' ').unwrap();
            (kind.to_owned(), name.to_owned())
        };
        Row {
            id: id.to_owned(),
            status: status.to_owned(),
            homes: homes.split(", ").map(home).collect(),
            tests: tests.split("; ").map(str::to_owned).collect(),
        }
    };
    text.lines().filter(|line| line.starts_with("| SR")).map(row).collect()
}

fn answers() -> Vec<Answer> {
    let text = fs::read_to_string(here("../site/guide/en.json")).unwrap();
    let all: Json = serde_json::from_str(&text).unwrap();
    let list = |value: &Json| -> Vec<String> {
        value.as_array().unwrap().iter().map(|item| item.as_str().unwrap().to_owned()).collect()
    };
    let answer = |value: &Json| {
        let text = |key: &str| value[key].as_str().unwrap().to_owned();
        Answer {
            id: text("id"),
            topic: text("topic"),
            question: text("question"),
            answer: text("answer"),
            rules: list(&value["rules"]),
            codes: list(&value["codes"]),
            sources: list(&value["sources"]),
        }
    };
    all.as_array().unwrap().iter().map(answer).collect()
}

fn plans() -> Vec<Json> {
    DESIGNS.iter().map(|design| serde_json::from_str(&planned(design).unwrap()).unwrap()).collect()
}

fn is_code(name: &str) -> bool {
    Code::ALL.iter().any(|code| code.name() == name)
}

/// Whether a `case: TITLE` or `suite: FILE::TEST` is there to fail.
fn exists(test: &str, titles: &BTreeSet<String>) -> bool {
    if let Some(title) = test.strip_prefix("case: ") {
        return titles.contains(title);
    }
    let Some((file, name)) = test.strip_prefix("suite: ").and_then(|test| test.split_once("::"))
    else {
        return false;
    };
    ["suite", "../crates/engine/tests/suite"].iter().any(|folder| {
        let text = fs::read_to_string(here(&format!("{folder}/{file}.rs")));
        text.is_ok_and(|text| text.contains(&format!("fn {name}(")))
    })
}

#[test]
fn every_statement_has_a_home() {
    let (statements, table) = (statements(), table());
    let answers: BTreeSet<String> = answers().into_iter().map(|answer| answer.id).collect();
    let titles: BTreeSet<String> = all().into_iter().map(|case| case.name).collect();
    assert_eq!(statements.len(), 177);
    let pairs = statements.iter().map(|statement| (&statement.id, &statement.status));
    assert!(pairs.eq(table.iter().map(|row| (&row.id, &row.status))), "not one row for each");
    let mut wrong = Vec::new();
    for row in &table {
        for (kind, name) in &row.homes {
            let resolves = match kind.as_str() {
                "check" => is_code(name),
                "option" => OPTION_FIELDS.contains(&name.as_str()),
                "order" => ORDER_FIELDS.contains(&name.as_str()),
                "advice" => ADVICE.contains(&name.as_str()),
                "guide" => answers.contains(name),
                _ => false,
            };
            if !resolves {
                wrong.push(format!("{}: no such home: {kind} {name}", row.id));
            }
        }
        for test in row.tests.iter().filter(|test| !exists(test, &titles)) {
            wrong.push(format!("{}: no such test: {test}", row.id));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_option_home_is_offered() {
    let plans = plans();
    for row in table() {
        for field in row.homes_of("option") {
            let offered = |plan: &Json| {
                plan["options"][field].as_array().is_some_and(|options| !options.is_empty())
            };
            assert!(plans.iter().any(offered), "{}: no options of {field}", row.id);
        }
    }
}

#[test]
fn every_order_home_is_asked_for() {
    let plans = plans();
    let lines: Vec<&Json> =
        plans.iter().flat_map(|plan| plan["recommended"]["bom"].as_array().unwrap()).collect();
    for row in table() {
        for field in row.homes_of("order") {
            let key = if field == "length" { "lengthM" } else { field };
            let asked = |line: &&Json| {
                let to_confirm = line["toBeConfirmed"].as_array().unwrap();
                line.get(key).is_some() || to_confirm.iter().any(|asked| asked == field)
            };
            assert!(lines.iter().any(asked), "{}: no line speaks of {field}", row.id);
        }
    }
}

#[test]
fn every_answer_states_its_fact() {
    let (statements, answers) = (statements(), answers());
    let homes: BTreeMap<String, Row> =
        table().into_iter().map(|row| (row.id.clone(), row)).collect();
    for statement in &statements {
        let (id, key) = (&statement.id, &statement.key);
        let said: Vec<&Answer> = homes[id]
            .homes_of("guide")
            .map(|home| answers.iter().find(|answer| answer.id == home).expect(home))
            .collect();
        for answer in &said {
            assert!(answer.rules.contains(id), "{}: does not list {id}", answer.id);
        }
        if statement.status == "ok" {
            assert!(key.is_empty(), "{id}: a key without need");
            continue;
        }
        let states = |answer: &&Answer| answer.answer.to_lowercase().contains(key.as_str());
        assert!(!key.is_empty() && said.iter().any(states), "{id}: no answer says \"{key}\"");
        // A reader is told that the claim does not stand.
        let warns = |answer: &&Answer| answer.answer.to_lowercase().contains(&statement.status);
        assert!(said.iter().any(warns), "{id}: no answer calls it {}", statement.status);
    }

    let mut sources = csv::Reader::from_path(here("../crates/catalog/data/sources.csv")).unwrap();
    let documents: BTreeSet<String> = sources
        .records()
        .map(|row| row.unwrap())
        .filter(|row| &row[3] != "note")
        .map(|row| row[0].to_owned())
        .collect();
    let mut seen = BTreeSet::new();
    for answer in &answers {
        let id = &answer.id;
        assert!(seen.insert(id.clone()), "{id} stands twice");
        // What answers no statement explains a finding.
        let page = id == "search-and-keys"; // How the page is used.
        let about = page || !answer.rules.is_empty() || !answer.codes.is_empty();
        assert!(about && !answer.topic.is_empty(), "{id}");
        for rule in &answer.rules {
            let row = homes.get(rule).unwrap_or_else(|| panic!("{id}: no statement {rule}"));
            assert!(row.homes_of("guide").any(|home| home == id), "{rule}: does not name {id}");
        }
        for code in &answer.codes {
            assert!(is_code(code), "{id}: no code {code}");
        }
        for source in &answer.sources {
            assert!(documents.contains(source), "{id}: no published document {source}");
        }
        assert!(answer.question.ends_with('?'), "{id}: not a question");
        for text in [&answer.question, &answer.answer] {
            assert!(text.chars().count() <= LONGEST, "{id}: too long");
            assert!(!text.contains('!'), "{id}: exclaims");
        }
        // The two words together leave the maker open: no request for a quote should have them.
        for sentence in answer.answer.split(". ").filter(|text| text.contains("MPO/MTP")) {
            assert!(sentence.starts_with("Do not write"), "{id}: {sentence}");
        }
    }
}
