//! What is wrong with a request is said in the reader's language, and in English as programs read it.

use crate::voices::{english, spoken};
use fiberlane_catalog::built_in;
use fiberlane_engine::read_request;
use fiberlane_engine::request::{Kind, Problem};
use fiberlane_messages::{Unit, expected_words};
use serde_json::{Value, json};

/// A request with one thing wrong for every kind of it.
fn wrong() -> Vec<Value> {
    let on = |fields: Value| {
        let mut request = json!({"schema": "fiberlane.request/1", "application": "400GBASE-DR4"});
        request.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        request
    };
    let part = |fields: Value| on(json!({ "installed": [fields] }));
    let alike = |fields: Value| on(json!({ "installed": [fields.clone(), fields] }));
    let lengths = |topology: &str, fields: Value| {
        on(json!({"topology": topology, "lengths": fields, "application": null, "speed": "400G"}))
    };
    vec![
        json!([]),
        json!({"schema": "other", "speed": "400G"}),
        on(json!({"colour": "red"})),
        on(json!({"fiber": 3})),
        on(json!({"fiber": "OM9"})),
        on(json!({"application": "zzzzzzzz"})),
        on(json!({"application": "400GBASE-DR44"})),
        on(json!({"module": "zzzzzzzzzzzz"})),
        on(json!({"module": "hpe-aruba-jl485b"})),
        on(json!({"module": "hpe-aruba-jl485a"})),
        on(json!({"farEnd": {"kind": "same", "module": "hpe-aruba-jl485a"}})),
        on(json!({"application": "NDR"})),
        on(json!({"farEnd": {"kind": "other"}})),
        on(json!({"farEnd": {"kind": "same", "application": "400GBASE-DR4"}})),
        on(json!({"grade": "best"})),
        on(json!({"polarity": "Z"})),
        on(json!({"base": 24, "polarity": "B"})),
        on(json!({"base": 12, "polarity": "24-a-geometric"})),
        on(json!({"links": 0})),
        on(json!({"base": 10})),
        on(json!({"spliceLossDb": -1})),
        on(json!({"lengths": {"cordA": -1}})),
        on(json!({"lengths": {"trunks": 1}})),
        on(json!({"lengths": {"trunks": [1, 1, 1, 1, 1, 1, 1, 1, 1]}})),
        on(json!({"lengths": 1})),
        json!({"schema": "fiberlane.request/1"}),
        on(json!({"speed": "100G"})),
        lengths("direct", json!({"trunks": [5]})),
        lengths("cross-connect", json!({"trunks": [5]})),
        lengths("breakout-cassette", json!({"trunks": [5, 5]})),
        lengths("breakout-harness", json!({"trunks": [5, 5]})),
        lengths("cross-connect", json!({"cross": [5, 5]})),
        lengths("cassette-to-cassette", json!({"cross": [5, 5, 5]})),
        lengths("interconnect", json!({"cross": [5]})),
        lengths("direct", json!({"cordB": 5})),
        on(json!({"topology": "interconnect", "lengths": {"trunks": [0]}})),
        on(json!({"lengths": {"trunks": [5], "cross": [1, 1, 1]}})),
        alike(json!({"kind": "trunk", "lengthM": 30})),
        on(json!({"installed": 1})),
        on(json!({"installed": [1]})),
        alike(json!({"kind": "cassette", "at": "A"})),
        part(json!({"at": "A"})),
        part(json!({"kind": "trunk", "lengthM": 0})),
        part(json!({"kind": "trunk", "at": 9})),
        part(json!({"kind": "adapterPanel", "at": "C"})),
        part(json!({"kind": "cassette", "at": "C"})),
        part(json!({"kind": "cassette", "connector": "MPO-24", "polarity": "Z"})),
        part(json!({"kind": "cassette", "polarity": "Z"})),
        part(json!({"kind": "trunk", "connector": "MPO-24", "polarity": "Z"})),
        part(json!({"kind": "trunk", "pins": "some"})),
        part(json!({"kind": "cassette", "at": "A", "pins": "some"})),
        part(json!({"kind": "trunk", "map": [[1, 1]]})),
        part(json!({"kind": "trunk", "connector": "MPO-12", "map": [[1, 1]]})),
        on(json!({"situation": 1})),
        on(json!({"situation": {"fieldChanges": 1}})),
        on(json!({"situation": {"priceDifference": -1}})),
    ]
}

fn problems(request: &Value) -> Vec<Problem> {
    let value = serde_json::from_value(request.clone()).unwrap();
    read_request(built_in(), &value).expect_err(&request.to_string())
}

#[test]
fn what_is_wrong_is_said_in_every_language() {
    let found: Vec<Problem> = wrong().iter().flat_map(problems).collect();
    for language in ["de", "fr", "es", "ja", "zh-Hans"] {
        let spoken = spoken(language, Unit::Meters);
        for problem in &found {
            let words = expected_words(spoken.voice(), &problem.right);
            assert_ne!(words, problem.right.to_string(), "{language}: {problem}");
            // All of what belongs in the sentence is there: numbers, names, words of the wire.
            for (name, given) in &problem.right.given {
                let given = given.shown(spoken.voice().list_comma());
                assert!(words.contains(&given), "{language}: {name} of {problem}: {words}");
            }
        }
    }
    for problem in &found {
        let words = expected_words(english(), &problem.right);
        assert_eq!(words, problem.right.to_string(), "{}", problem.field);
        assert!(!problem.right.to_string().contains(['{', '}']) || words.contains("\"kind\""));
    }
    // A field that stands twice has no place in a value; the others take modules of two makers.
    let rest = [Kind::Once, Kind::Ids, Kind::FarBreakout, Kind::FarModule];
    let unseen: Vec<&Kind> = Kind::ALL
        .iter()
        .filter(|kind| !rest.contains(kind) && found.iter().all(|p| p.right.kind != **kind))
        .collect();
    assert!(unseen.is_empty(), "{unseen:?}");
}

#[test]
fn the_sentences_for_programs_are_those_of_the_english_page() {
    for kind in Kind::ALL {
        let words = english().lookup(&format!("problem.{}", kind.name()));
        assert_eq!(words, Some(kind.english()), "{}", kind.name());
    }
}
