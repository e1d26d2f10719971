//! One fault at a time, put into a right plan.

use serde_json::{Value, json};

use super::facts::facts;
use super::scenarios::{Case, s1, s3};
use super::{breakouts, check, more};

/// Puts values at JSON pointers of the plan and expects a sentence with `word`.
pub(super) fn caught(case: Case, changes: &[(&str, Value)], word: &str) {
    let (request, mut plan) = case;
    for (pointer, value) in changes {
        let slot = plan.pointer_mut(pointer).unwrap_or_else(|| panic!("no {pointer}"));
        assert_ne!(slot, value, "{pointer} is not changed");
        *slot = value.clone();
    }
    let found = check(&facts(), &request, &plan);
    assert!(found.iter().any(|f| f.contains(word)), "`{word}` is not in {found:#?}");
}

/// Changes the request instead: the plan then belongs to another request.
pub(super) fn stale(case: Case, field: &str, value: Value, word: &str) {
    let (mut request, plan) = case;
    request[field] = value;
    let found = check(&facts(), &request, &plan);
    assert!(found.iter().any(|f| f.contains(word)), "`{word}` is not in {found:#?}");
}

const D: &str = "/recommended";

pub(super) fn at(rest: &str) -> String {
    format!("{D}{rest}")
}

#[test]
fn pins() {
    for (end, word) in [("1/ends/1", "two pinned"), ("1/ends/0", "two pinned")] {
        caught(s3(), &[(&at(&format!("/channel/{end}/pins")), json!("pinned"))], word);
    }
    caught(s1(), &[(&at("/channel/3/ends/0/pins"), json!("unpinned"))], "not aligned");
    caught(s3(), &[(&at("/channel/0/ends/1/pins"), json!("unpinned"))], "receptacle of its kind");
    caught(s3(), &[(&at("/channel/0/ends/1/pins"), json!("unpinned"))], "bad mating");
}

#[test]
fn end_faces_and_keys() {
    caught(s3(), &[(&at("/channel/3/ends/0/endFace"), json!("flat"))], "end faces differ");
    caught(s1(), &[(&at("/channel/0/ends/1/endFace"), json!("angled"))], "the application is flat");
    caught(s3(), &[(&at("/channel/2/key"), json!("aligned"))], "aligned keys join angled");
    caught(s1(), &[(&at("/channel/2/key"), json!("opposed"))], "opposed keys");
    caught(s3(), &[(&at("/channel/3/ends/0/connector"), json!("MPO-16"))], "interfaces differ");
    caught(s3(), &[(&at("/channel/3/ends/0/connector"), json!("MPO-24"))], "rows of the ferrules");
}

#[test]
fn letters_and_maps() {
    caught(s3(), &[(&at("/channel/3/polarity"), json!("A"))], "not polarity A");
    caught(s1(), &[(&at("/channel/1/polarity"), json!("C"))], "not polarity C");
    caught(more::sr10(), &[(&at("/channel/1/polarity"), json!("A"))], "names no map");
    caught(s3(), &[(&at("/channel/3/map/0"), json!([1, 11]))], "not a bijection");
    caught(more::s8(), &[(&at("/channel/1/polarity"), json!("A-to-A"))], "not polarity A-to-A");
    let swapped = json!([{"port": 2, "position": 1}, 1]);
    caught(more::s8(), &[(&at("/channel/3/map/0"), swapped)], "map of channel[3]");
    caught(
        breakouts::harness_breakout(),
        &[(&at("/channel/1/map/0/0"), json!(5))],
        "harness-8f-4lc",
    );
}

#[test]
fn a_whole_wrong_method() {
    // One Type A cord at end B of an angled channel that has an odd number of cables.
    let (_, plan) = s3();
    let straight = plan["recommended"]["channel"][2]["map"].clone();
    let changes = [(at("/channel/5/polarity"), json!("A")), (at("/channel/5/map"), straight)];
    let changes: Vec<(&str, Value)> =
        changes.iter().map(|(p, v)| (p.as_str(), v.clone())).collect();
    caught(s3(), &changes, "the method takes B");
    caught(s3(), &changes, "by rule it is fail");
    caught(s3(), &changes, "ends at");
}

#[test]
fn lanes() {
    caught(s3(), &[(&at("/polarity/lanes/0/path/2"), json!(11))], "the maps say 1");
    caught(s3(), &[(&at("/polarity/lanes/0/to/position"), json!(11))], "ends at 11");
    caught(s1(), &[(&at("/polarity/lanes/3/ok"), json!(false))], "by physics it is Good");
    caught(s1(), &[(&at("/polarity/lanes/0/from/position"), json!(9))], "Dead");
    caught(s1(), &[(&at("/polarity/lanes/0/lane"), json!(2))], "is lane 1");
    caught(s1(), &[(&at("/polarity/lanes"), json!([]))], "no lane AtoB");
    caught(more::s5(), &[(&at("/polarity/lanes/4/to/port"), json!(1))], "ends at port");
    let lost = [(at("/polarity/lanes/5/to/port"), json!(2))];
    caught(breakouts::cassette_breakout(), &[(&lost[0].0, lost[0].1.clone())], "ends at port");
    caught(more::bidirectional(), &[(&at("/polarity/lanes/9/ok"), json!(false))], "Good");
    let short = json!([12, 12, 1, 1]);
    caught(s3(), &[(&at("/polarity/lanes/0/path"), short)], "4 steps");
}
