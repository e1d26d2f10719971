//! A trunk that lies there already: S1 over OM3 with OM4 cords, and the faults it can have.

use serde_json::{Value, json};

use super::mutations::{at, caught, stale};
use super::scenarios::{Case, s1};
use super::{check, facts, more};

fn finding(code: &str, severity: &str) -> Value {
    json!({"code": code, "severity": severity, "subject": null, "facts": {}, "fixes": []})
}

fn trunk() -> Value {
    json!({"kind": "trunk", "connector": "MPO-12", "fiber": "OM3", "lengthM": 85,
           "polarity": "B", "pins": "pinned", "endFace": "flat"})
}

/// One field of the trunk in place is another.
fn other(field: &str, value: Value) -> Value {
    let mut trunk = trunk();
    trunk[field] = value;
    json!([trunk])
}

/// S1 with its trunks in place: 1.473 dB against the 1.9 of OM3.
pub(super) fn placed() -> Case {
    let (mut request, mut plan) = s1();
    request["base"] = Value::Null;
    request["installed"] = json!([trunk()]);
    request["lengths"] = json!({"cordA": 3, "cordB": 3});
    plan["verdict"] = json!("pass");
    plan["findings"] = json!([finding("FIB001", "warning")]);
    let design = &mut plan["recommended"];
    design["fiber"] = json!("OM3");
    design["channel"][3]["inPlace"] = json!(true);
    design["loss"]["limitDb"] = json!(1.9);
    design["loss"]["marginDb"] = json!(0.427);
    design["reach"]["limitM"] = json!(100);
    let mut line = design["bom"].as_array_mut().expect("lines").remove(0);
    line["fiber"] = json!("OM3");
    design["inPlace"] = json!([line]);
    plan["assumes"] = json!([{"subject": "trunk", "field": "grade", "value": "standard"}]);
    let design = &mut plan["recommended"];
    design["bom"][0]["fiber"] = json!("OM4");
    (request, plan)
}

/// The same with its map as measured, which is that of a Type B trunk.
pub(super) fn measured() -> Case {
    let (mut request, mut plan) = placed();
    let pairs: Vec<Value> = (1..=12).map(|p| json!([p, 13 - p])).collect();
    request["installed"] = other("map", Value::Array(pairs));
    request["installed"][0]["polarity"] = Value::Null;
    plan["recommended"]["channel"][3]["polarity"] = json!("measured");
    plan["recommended"]["inPlace"][0]["polarity"] = json!("measured");
    plan["recommended"]["polarity"]["method"] = json!("measured");
    (request, plan)
}

#[test]
fn what_lies_there_stays_as_it_is() {
    caught(placed(), &[(&at("/channel/3/inPlace"), json!(false))], "is not in place");
    caught(placed(), &[(&at("/channel/3/polarity"), json!("A"))], "is not of type B");
    caught(placed(), &[(&at("/channel/3/polarity"), json!("measured"))], "is measured: true");
    caught(placed(), &[(&at("/channel/3/ends/0/pins"), json!("unpinned"))], "not pinned/pinned");
    caught(
        placed(),
        &[(&at("/channel/3/ends/0/endFace"), json!("angled"))],
        "part in place is flat",
    );
    let (request, mut plan) = placed();
    plan["recommended"]["channel"][1]["inPlace"] = json!(true);
    let found = check(&facts::facts(), &request, &plan);
    assert!(found.iter().any(|f| f.contains("(cord) is in place")), "{found:#?}");
}

#[test]
fn the_request_says_what_lies_there() {
    stale(placed(), "installed", json!([]), "is in place, the request says otherwise");
    stale(placed(), "installed", other("polarity", json!("A")), "is not of type A");
    stale(placed(), "installed", other("pins", json!("unpinned")), "is not unpinned/unpinned");
    let mixed = other("pins", json!(["pinned", "unpinned"]));
    stale(placed(), "installed", mixed, "is not pinned/unpinned");
    stale(placed(), "installed", other("endFace", json!("angled")), "the part in place is angled");
    stale(placed(), "installed", other("lengthM", json!(90)), "not 90 m");
    stale(placed(), "installed", other("connector", json!("MPO-8")), "the base is 8");
    stale(placed(), "installed", other("map", json!([[1, 1]])), "a map is given: true");
    // Each mating at the trunk takes the worse half: 0.273 + 2 × 0.75.
    stale(placed(), "installed", other("grade", json!("tia-limit")), "by hand it is 1.773");
    stale(placed(), "installed", other("grade", json!("tia-limit")), "its grade says 0.75");
    let key = json!([trunk(), {"kind": "adapterPanel", "key": "opposed"}]);
    stale(placed(), "installed", key.clone(), "the part in place is opposed");
    stale(placed(), "installed", key, "channel[2] (adapter) is not in place");
    let crossed: Vec<Value> = (1..=12).map(|p| json!([p, p])).collect();
    stale(measured(), "installed", other("map", Value::Array(crossed)), "not the measured one");
    // A better trunk changes no figure.
    let (mut request, mut plan) = placed();
    request["installed"] = other("grade", json!("low-loss"));
    plan["assumes"] = json!([]);
    assert_eq!(check(&facts::facts(), &request, &plan), Vec::<String>::new());
}

#[test]
fn the_lower_class_of_fiber_decides() {
    caught(placed(), &[(&at("/fiber"), json!("OM4"))], "judged as OM4");
    caught(placed(), &[(&at("/bom/0/fiber"), json!("OM3"))], "is of OM3, not OM4");
    caught(placed(), &[(&at("/inPlace/0/fiber"), json!("OM4"))], "is of OM4, not OM3");
    caught(placed(), &[("/findings", json!([]))], "FIB001 is expected: true");
    stale(placed(), "installed", other("fiber", json!("OM4")), "FIB001 is expected: false");
    stale(placed(), "installed", other("fiber", json!("OM4")), "limitDb is 1.9");
    stale(placed(), "installed", other("fiber", json!("OS2")), "MOD001 does not say so");
    stale(placed(), "fiber", json!("OS2"), "judged as OM3, the rule is OS2");
}

#[test]
fn nothing_in_place_is_ordered() {
    caught(placed(), &[(&at("/inPlace/0/quantity"), json!(5))], "needs 4 (0 spare)");
    caught(placed(), &[(&at("/inPlace/0/legs"), json!(12))], "need trunks of 6");
    caught(placed(), &[(&at("/inPlace"), json!([]))], "0 order lines for trunk");
    let (_, plan) = placed();
    let mut both = plan["recommended"]["bom"].as_array().expect("lines").clone();
    both.push(plan["recommended"]["inPlace"][0].clone());
    caught(placed(), &[(&at("/bom"), Value::Array(both))], "is in place and ordered");
}

#[test]
fn replanning_is_said_of_a_failing_plan_only() {
    let both = json!([finding("FIB001", "warning"), finding("INS001", "warning")]);
    caught(placed(), &[("/findings", both)], "INS001 on a plan that is pass");
}

#[test]
fn a_trunk_in_place_is_not_passed_by() {
    let (mut request, mut plan) = more::bidirectional();
    request["topology"] = Value::Null;
    plan["options"]["topology"] = json!([{"value": "direct", "state": "chosen"}]);
    assert_eq!(check(&facts::facts(), &request, &plan), Vec::<String>::new());
    let trunk = json!([{"kind": "trunk", "connector": "MPO-12"}]);
    stale((request, plan), "installed", trunk, "direct passes by: trunk");
}
