//! One fault at a time, put into a right plan.

use serde_json::{Value, json};

use super::facts::facts;
use super::scenarios::{Case, s1, s3};
use super::{check, more};

/// Puts values at JSON pointers of the plan and expects a sentence with `word`.
fn caught(case: Case, changes: &[(&str, Value)], word: &str) {
    let (request, mut plan) = case;
    for (pointer, value) in changes {
        let slot = plan
            .pointer_mut(pointer)
            .unwrap_or_else(|| panic!("no {pointer}"));
        assert_ne!(slot, value, "{pointer} is not changed");
        *slot = value.clone();
    }
    let found = check(&facts(), &request, &plan);
    assert!(
        found.iter().any(|f| f.contains(word)),
        "`{word}` is not in {found:#?}"
    );
}

/// Changes the request instead: the plan then belongs to another request.
fn stale(case: Case, field: &str, value: Value, word: &str) {
    let (mut request, plan) = case;
    request[field] = value;
    let found = check(&facts(), &request, &plan);
    assert!(
        found.iter().any(|f| f.contains(word)),
        "`{word}` is not in {found:#?}"
    );
}

const D: &str = "/recommended";

fn at(rest: &str) -> String {
    format!("{D}{rest}")
}

#[test]
fn pins() {
    for (end, word) in [("1/ends/1", "two pinned"), ("1/ends/0", "two pinned")] {
        caught(
            s3(),
            &[(&at(&format!("/channel/{end}/pins")), json!("pinned"))],
            word,
        );
    }
    caught(
        s1(),
        &[(&at("/channel/3/ends/0/pins"), json!("unpinned"))],
        "not aligned",
    );
    caught(
        s3(),
        &[(&at("/channel/0/ends/1/pins"), json!("unpinned"))],
        "receptacle of its kind",
    );
    caught(
        s3(),
        &[(&at("/channel/0/ends/1/pins"), json!("unpinned"))],
        "bad mating",
    );
}

#[test]
fn end_faces_and_keys() {
    caught(
        s3(),
        &[(&at("/channel/3/ends/0/endFace"), json!("flat"))],
        "end faces differ",
    );
    caught(
        s1(),
        &[(&at("/channel/0/ends/1/endFace"), json!("angled"))],
        "the application is flat",
    );
    caught(
        s3(),
        &[(&at("/channel/2/key"), json!("aligned"))],
        "aligned keys join angled",
    );
    caught(
        s1(),
        &[(&at("/channel/2/key"), json!("opposed"))],
        "opposed keys",
    );
    caught(
        s3(),
        &[(&at("/channel/3/ends/0/connector"), json!("MPO-16"))],
        "interfaces differ",
    );
    caught(
        s3(),
        &[(&at("/channel/3/ends/0/connector"), json!("MPO-24"))],
        "rows of the ferrules",
    );
}

#[test]
fn letters_and_maps() {
    caught(
        s3(),
        &[(&at("/channel/3/polarity"), json!("A"))],
        "not polarity A",
    );
    caught(
        s1(),
        &[(&at("/channel/1/polarity"), json!("C"))],
        "not polarity C",
    );
    caught(
        more::sr10(),
        &[(&at("/channel/1/polarity"), json!("A"))],
        "names no map",
    );
    caught(
        s3(),
        &[(&at("/channel/3/map/0"), json!([1, 11]))],
        "not a bijection",
    );
    caught(
        more::s8(),
        &[(&at("/channel/1/polarity"), json!("A-to-A"))],
        "not polarity A-to-A",
    );
    let swapped = json!([{"port": 2, "position": 1}, 1]);
    caught(
        more::s8(),
        &[(&at("/channel/3/map/0"), swapped)],
        "map of channel[3]",
    );
    caught(
        more::harness_breakout(),
        &[(&at("/channel/1/map/0/0"), json!(5))],
        "harness-8f-4lc",
    );
}

#[test]
fn a_whole_wrong_method() {
    // One Type A cord at end B of an angled channel that has an odd number of cables.
    let (_, plan) = s3();
    let straight = plan["recommended"]["channel"][2]["map"].clone();
    let changes = [
        (at("/channel/5/polarity"), json!("A")),
        (at("/channel/5/map"), straight),
    ];
    let changes: Vec<(&str, Value)> = changes
        .iter()
        .map(|(p, v)| (p.as_str(), v.clone()))
        .collect();
    caught(s3(), &changes, "the method takes B");
    caught(s3(), &changes, "by rule it is fail");
    caught(s3(), &changes, "ends at");
}

#[test]
fn lanes() {
    caught(
        s3(),
        &[(&at("/polarity/lanes/0/path/2"), json!(11))],
        "the maps say 1",
    );
    caught(
        s3(),
        &[(&at("/polarity/lanes/0/to/position"), json!(11))],
        "ends at 11",
    );
    caught(
        s1(),
        &[(&at("/polarity/lanes/3/ok"), json!(false))],
        "by physics it is Good",
    );
    caught(
        s1(),
        &[(&at("/polarity/lanes/0/from/position"), json!(9))],
        "Dead",
    );
    caught(
        s1(),
        &[(&at("/polarity/lanes/0/lane"), json!(2))],
        "is lane 1",
    );
    caught(s1(), &[(&at("/polarity/lanes"), json!([]))], "no lane AtoB");
    caught(
        more::s5(),
        &[(&at("/polarity/lanes/4/to/port"), json!(1))],
        "ends at port",
    );
    let lost = [(at("/polarity/lanes/5/to/port"), json!(2))];
    caught(
        more::cassette_breakout(),
        &[(&lost[0].0, lost[0].1.clone())],
        "ends at port",
    );
    caught(
        more::bidirectional(),
        &[(&at("/polarity/lanes/9/ok"), json!(false))],
        "Good",
    );
    let short = json!([12, 12, 1, 1]);
    caught(s3(), &[(&at("/polarity/lanes/0/path"), short)], "4 steps");
}

#[test]
fn loss() {
    let (_, plan) = s3();
    let mut terms = plan["recommended"]["loss"]["terms"].clone();
    terms.as_array_mut().expect("a list").remove(1);
    let dropped = [(at("/loss/terms"), terms)];
    caught(
        s3(),
        &[(&dropped[0].0, dropped[0].1.clone())],
        "its terms sum to 0.402",
    );
    caught(
        s3(),
        &[(&dropped[0].0, dropped[0].1.clone())],
        "by hand it is 0.752",
    );
    caught(
        s3(),
        &[(&at("/loss/worstCaseDb"), json!(0.753))],
        "worstCaseDb is 0.753",
    );
    caught(
        s1(),
        &[(&at("/loss/limitDb"), json!(1.9))],
        "limitDb is 1.9",
    );
    caught(
        s1(),
        &[(&at("/loss/marginDb"), json!(0.028))],
        "marginDb is 0.028",
    );
    caught(
        s1(),
        &[(&at("/loss/terms/2/db"), json!(0.2975))],
        "do not lose",
    );
    caught(
        s1(),
        &[(&at("/loss/terms/1/db"), json!(0.35))],
        "its grade says 0.6",
    );
    caught(
        s1(),
        &[(&at("/loss/terms/1/typicalDb"), json!(0.3))],
        "typically",
    );
    caught(
        s1(),
        &[(&at("/loss/terms/1/at"), json!(0))],
        "carries 1 mated pairs",
    );
    caught(
        more::s8(),
        &[(&at("/loss/terms/6/db"), json!(0.3))],
        "splice terms of 0.4",
    );
    stale(s1(), "attenuation", json!("clause"), "by hand it is 1.5185");
}

#[test]
fn reach_and_verdict() {
    caught(s3(), &[(&at("/reach/limitM"), json!(2000))], "reach.limitM");
    caught(
        s3(),
        &[(&at("/reach/lengthM"), json!(120))],
        "reach.lengthM",
    );
    caught(
        s3(),
        &[(&at("/reach/verdict"), json!("fail"))],
        "reach.verdict",
    );
    caught(s3(), &[("/verdict", json!("tight"))], "by rule it is pass");
    caught(s1(), &[("/verdict", json!("pass"))], "by rule it is tight");
    caught(
        more::s5(),
        &[("/verdict", json!("pass"))],
        "by rule it is not-checked",
    );
    caught(s3(), &[("/verdict", json!("fail"))], "by rule it is pass");
    caught(
        s3(),
        &[("/recommended", Value::Null)],
        "nothing is recommended",
    );
    stale(
        s3(),
        "module",
        json!("MMS4X00-NS400"),
        "reach.limitM is 500, not 100",
    );
    stale(s1(), "tightBelowDb", json!(0.01), "by rule it is pass");
}

#[test]
fn counts_and_order() {
    caught(s3(), &[(&at("/bom/0/quantity"), json!(11))], "12 (1 spare)");
    caught(
        s3(),
        &[(&at("/bom/1/quantity"), json!(268))],
        "269 (13 spare)",
    );
    caught(s3(), &[(&at("/bom/1/spare"), json!(12))], "13 spare");
    caught(s3(), &[(&at("/bom/0/legs"), json!(6))], "need trunks of 12");
    caught(s3(), &[(&at("/bom/0/fibers"), json!(144))], "legs of 8");
    caught(
        s3(),
        &[(&at("/bom/2/quantity"), json!(24))],
        "24 adapter panels",
    );
    caught(s3(), &[(&at("/bom/2/perEnd"), json!(12))], "12 per end");
    caught(s3(), &[(&at("/bom/3/quantity"), json!(4))], "4 enclosures");
    caught(
        s3(),
        &[(&at("/bom/0/pins"), json!("unpinned"))],
        "no cable of the channel",
    );
    caught(
        s3(),
        &[(&at("/bom/1/endFace"), json!("flat"))],
        "no cable of the channel",
    );
    caught(
        s3(),
        &[(&at("/bom/1/polarity"), json!("A"))],
        "no cable of the channel",
    );
    caught(
        s3(),
        &[(&at("/bom/0/lengthM"), json!(130))],
        "no cable of the channel",
    );
    caught(
        more::s8(),
        &[(&at("/bom/3/quantity"), json!(7))],
        "7 cassettes",
    );
    stale(s1(), "links", json!(25), "adapter panels");
    stale(s1(), "base", json!(8), "the base is 8");
    stale(
        s3(),
        "lengths",
        json!({"cordA": 5, "trunks": [121], "cordB": 5}),
        "not 121 m",
    );
}

#[test]
fn structure() {
    caught(
        s3(),
        &[("/schema", json!("fiberlane.plan/2"))],
        "fiberlane.plan/1",
    );
    caught(s3(), &[(&at("/channel/2/kind"), json!("panel"))], "none of");
    caught(
        s3(),
        &[(&at("/loss/worstCaseDb"), json!("0.752"))],
        "is not a number",
    );
    caught(
        s3(),
        &[(&at("/loss/worstCaseDb"), Value::Null)],
        "worstCaseDb is none",
    );
    caught(
        s3(),
        &[(
            &at("/channel/0/ends/0"),
            json!({"connector": "LC", "pins": "none", "endFace": "flat"}),
        )],
        "null on its outer side",
    );
    let (_, plan) = s3();
    let channel = plan["recommended"]["channel"].clone();
    let mut short = channel.as_array().expect("a list").clone();
    short.remove(2);
    caught(
        s3(),
        &[(&at("/channel"), Value::Array(short))],
        "the channel of interconnect",
    );
    stale(s3(), "topology", json!("cross-connect"), "trunks");
    caught(s1(), &[("/findings", json!([]))], "LOS012");
    stale(s3(), "fiber", json!("OM4"), "by rule it is fail");
}
