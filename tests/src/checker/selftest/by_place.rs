//! Parts in place by run and end: each at its own place, with its own half of each pair.
#![allow(clippy::float_arithmetic, reason = "a wrong plan is made on purpose")]

use serde_json::{Value, json};

use super::mutations::{at, caught, stale};
use super::scenarios::Case;
use super::{more, shapes};
use crate::checker::counts::supply;
use crate::checker::{Facts, check, expect, spec};

fn said(grade: &str) -> Value {
    json!({"kind": "trunk", "at": 1, "connector": "MPO-8", "fiber": "OS2", "endFace": "angled",
           "pins": "pinned", "polarity": "B", "grade": grade, "lengthM": 60})
}

/// A pair's term among the terms of a design, by its element and the count of those before it.
fn term(design: &mut Value, at: u64, nth: usize) -> &mut Value {
    let terms = design["loss"]["terms"].as_array_mut().expect("terms");
    let mut pairs = terms.iter_mut().filter(|t| t["kind"] == "matedPair" && t["at"] == at);
    pairs.nth(nth).expect("a pair")
}

fn set(term: &mut Value, db: f64, typical: f64) {
    term["db"] = json!(db);
    term["typicalDb"] = json!(typical);
}

/// Two runs of which the first lies there at the standard grade: its two pairs lose 0.75.
pub(super) fn one_run() -> Case {
    let (mut request, mut plan) = shapes::two_trunks();
    request["installed"] = json!([said("standard")]);
    plan["assumes"] = json!([]);
    let design = &mut plan["recommended"];
    design["channel"][3]["inPlace"] = json!(true);
    design["channel"][5]["inPlace"] = json!(false);
    for panel in [2, 4] {
        set(term(design, panel, 0), 0.75, 0.25);
    }
    for (name, more) in [("worstCaseDb", 0.8), ("marginDb", -0.8)] {
        let before = design["loss"][name].as_f64().expect("a figure");
        design["loss"][name] = json!(((before + more) * 1e6).round() / 1e6);
    }
    let mut line = design["bom"].as_array_mut().expect("lines").remove(0);
    line["channel"] = json!([3]);
    line["grade"] = json!("standard");
    line["fiber"] = json!("OS2");
    design["inPlace"] = json!([line]);
    (request, plan)
}

/// S8 with an old cassette at B: its rear and its front alone lose more.
pub(super) fn one_cassette() -> Case {
    let (mut request, mut plan) = more::s8();
    request["installed"] = json!([{
        "kind": "cassette", "at": "B", "connector": "MPO-12", "fiber": "OS2",
        "endFace": "angled", "pins": "unpinned", "polarity": "U1", "key": "opposed",
        "grade": "standard",
    }]);
    plan["assumes"] = json!([]);
    let design = &mut plan["recommended"];
    design["channel"][5]["inPlace"] = json!(true);
    design["channel"][5]["key"] = json!("opposed");
    set(term(design, 5, 0), 0.75, 0.25);
    set(term(design, 5, 1), 0.5, 0.2);
    design["loss"]["worstCaseDb"] = json!(3.042);
    design["loss"]["marginDb"] = json!(0.958);
    design["bom"][3]["quantity"] = json!(4);
    design["bom"][3]["perEnd"] = json!(4);
    let mut line = design["bom"][3].clone();
    line["channel"] = json!([5]);
    line["fiber"] = json!("OS2");
    design["bom"][3]["channel"] = json!([3]);
    design["inPlace"] = json!([line]);
    design["bom"][4]["quantity"] = json!(1);
    design["bom"][4]["perEnd"] = json!(1);
    (request, plan)
}

#[test]
fn each_part_stands_at_its_own_place() {
    let other = |at: Value| {
        let mut trunk = said("standard");
        trunk["at"] = at;
        json!([trunk])
    };
    stale(one_run(), "installed", other(json!(2)), "channel[5] (trunk) is not in place");
    stale(one_run(), "installed", other(json!(3)), "INS002 as a warning is expected: true");
    // Without a place it lies in the run that is as long.
    stale(one_run(), "lengths", json!({"cordA": 5, "trunks": [40, 60], "cordB": 5}), "not 60 m");
    caught(one_run(), &[(&at("/channel/3/inPlace"), json!(false))], "is not in place");
    caught(one_run(), &[(&at("/channel/5/inPlace"), json!(true))], "(trunk) is in place, the");
    caught(one_run(), &[(&at("/inPlace/0/grade"), json!("low-loss"))], "not its own");
    caught(one_run(), &[(&at("/inPlace/0/fiber"), json!("OM4"))], "is of OM4, not OS2");
    let assumed = json!([{"subject": "trunk", "field": "pins", "value": "pinned"}]);
    caught(one_run(), &[("/assumes", assumed)], "which is said or not there");
}

#[test]
fn each_half_has_its_own_grade() {
    stale(one_run(), "installed", json!([said("low-loss")]), "by hand it is");
    stale(one_run(), "installed", json!([said("low-loss")]), "its grade says 0.35");
    let mut lower = one_cassette().0["installed"].clone();
    lower[0]["lcGrade"] = json!("low-loss");
    stale(one_cassette(), "installed", lower, "its grade says 0.25");
    let mut open = one_run().0["installed"].clone();
    open[0]["grade"] = Value::Null;
    stale(one_run(), "installed", open, "assumes misses grade of trunk");
    let mut misfit = one_run().0["installed"].clone();
    misfit[0]["grade"] = json!("mtp-elite-mm-pc");
    let (mut request, plan) = one_run();
    request["installed"] = misfit;
    let found = check(&all(), &request, &plan);
    assert!(found.iter().any(|f| f.contains("GRD001 does not say so")), "{found:#?}");
}

#[test]
fn a_cassette_in_place_is_of_its_method() {
    let with = |name: &str, value: Value| {
        let mut installed = one_cassette().0["installed"].clone();
        installed[0][name] = value;
        installed
    };
    stale(one_cassette(), "installed", with("polarity", json!("A")), "no cassette of method A");
    stale(
        one_cassette(),
        "installed",
        with("key", json!("aligned")),
        "the part in place is aligned",
    );
    stale(
        one_cassette(),
        "installed",
        with("pins", json!("pinned")),
        "as the cassette in place is",
    );
    stale(
        one_cassette(),
        "installed",
        with("connector", json!("MPO-8")),
        "the part in place is MPO-8",
    );
    stale(one_cassette(), "installed", with("fiber", json!("OM4")), "MOD001 does not say so");
    stale(one_cassette(), "installed", with("at", json!("A")), "is in place, the request says");
}

/// The fact tables as they are.
fn all() -> Facts {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("facts");
    Facts::load(&folder).expect("the fact tables")
}

/// Limit and reach of a request, in dB and meters.
fn figures(request: &Value) -> (Option<i128>, Option<i128>) {
    let found = expect(&all(), request).expect("figures");
    (found.limit.map(|l| l / 1_000_000_000), found.reach.map(|r| r / 10_000))
}

#[test]
fn limits_and_reaches_are_those_of_both_ends() {
    let base = |about: Value, meters: u64| {
        let mut request = json!({"topology": "direct", "grade": "low-loss",
                                 "lengths": {"cordA": meters}});
        for (name, value) in about.as_object().expect("fields") {
            request[name] = value.clone();
        }
        request
    };
    let esr = json!({"module": "hpe-aruba-jl485a", "fiber": "OM4"});
    assert_eq!(figures(&base(esr.clone(), 100)), (Some(19), Some(400)));
    assert_eq!(figures(&base(esr, 101)), (None, Some(400)));
    let far = json!({"application": "25GBASE-SR", "fiber": "OM4",
                     "farEnd": {"kind": "same", "module": "hpe-aruba-jl485a"}});
    assert_eq!(figures(&base(far, 90)), (Some(19), Some(100)));
    let short = json!({"module": "nvidia-mms4x00-nm", "fiber": "OS2", "farEnd": {
        "kind": "breakout", "application": "400GBASE-DR4", "module": "nvidia-mms4x00-ns400"}});
    assert_eq!(figures(&base(short, 90)), (Some(30), Some(100)));
    let port = json!({"module": "cisco-osfp-800g-vr8", "fiber": "OM5"});
    assert_eq!(figures(&base(port, 40)), (Some(17), Some(50)));
    let class = |limit: &str, meters| {
        let about = json!({"application": "40GBASE-SR4", "fiber": "OM4", "limit": limit});
        figures(&base(about, meters)).0
    };
    assert_eq!(class("own-class", 90), Some(15));
    assert_eq!(class("class-met", 100), Some(19));
    assert_eq!(class("class-met", 101), Some(15));
}

#[test]
fn trunks_are_of_the_smallest_size_that_needs_no_more_cables() {
    for (links, base, size, count) in [
        (8, 12, 4, 2),
        (13, 8, 8, 2),
        (16, 12, 6, 3),
        (128, 8, 12, 11),
        (12, 8, 12, 1),
        (5, 12, 6, 1),
        (7, 12, 4, 2),
    ] {
        let request = json!({"application": "40GBASE-SR4", "fiber": "OM4", "grade": "low-loss",
                             "topology": "interconnect", "base": base, "links": links});
        let spec = spec::resolve(&super::facts::facts(), &request, &Value::Null).expect("a spec");
        let found = supply(&spec, (base, base), None);
        assert_eq!((found.size, found.ordered), (size, count), "{links} of {base}");
    }
}
