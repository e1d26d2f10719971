//! S1 with its second stage: spread, test limits, bases and growth.

use serde_json::{Value, json};

use super::mutations::{at, caught, stale};
use super::scenarios::{Case, s1};
use super::{check, facts};

/// Two pairs of 0.6 and 0.2 dB beside 0.273 dB of fiber.
pub(super) fn advised() -> Case {
    let (request, mut plan) = s1();
    let (lane, link, order) = (0.001, 0.007_972_055_930, 0.174_772_410_019);
    plan["recommended"]["loss"]["statistical"] = json!({
        "p97Db": 1.2387, "threeSigmaDb": 1.5757, "boundDb": 1.473, "fixedDb": 0.273,
        "reads": "pass", "lanes": 8, "links": 24,
        "exceeds": {"lane": lane, "link": link, "order": order},
    });
    plan["testLimits"] = json!({
        "segments": [{"from": 2, "to": 4, "lengthM": 85, "connections": 0, "splices": 0,
                      "acceptanceDb": 1.255, "plannedDb": 1.455}],
        "referenceEndDb": 0.5, "attenuationDbPerKm": 3, "channelComponentDb": 1.773,
        "applicationDb": 1.5,
    });
    plan["bases"] = json!([
        {"base": 8, "effect": null, "strandedFibers": 0},
        {"base": 12, "strandedFibers": 96,
         "effect": {"verdict": "tight", "fibers": 288, "litFibers": 192}},
    ]);
    plan["growth"] = json!([
        {"application": "400GBASE-SR4.2", "slower": false, "step": "as-it-is", "change": {},
         "verdict": "pass", "marginDb": 0.327, "reachM": 100},
        {"application": "400GBASE-VR4", "slower": false, "step": "never", "change": {},
         "verdict": "fail", "marginDb": null, "reachM": null},
    ]);
    (request, plan)
}

/// Every figure of the spread is worked out again.
#[test]
fn the_spread() {
    let spread = |field: &str| at(&format!("/loss/statistical/{field}"));
    let changed = |field: &str, value: Value, word: &str| {
        caught(advised(), &[(&spread(field), value)], word);
    };
    changed("p97Db", json!(1.2389), "statistical.p97Db");
    changed("threeSigmaDb", json!(1.576), "statistical.threeSigmaDb");
    changed("boundDb", json!(1.5757), "statistical.boundDb");
    changed("fixedDb", json!(0.3), "statistical.fixedDb");
    changed("reads", json!("statistical"), "by rule it is pass");
    changed("lanes", json!(4), "statistical.lanes");
    changed("links", json!(1), "statistical.links");
    changed("exceeds", Value::Null, "statistical.exceeds is missing");
    changed("exceeds/lane", json!(1.5), "statistical.exceeds.lane");
    changed("exceeds/link", json!(0.007_973), "statistical.exceeds.link");
    changed("exceeds/order", json!(0.024), "statistical.exceeds.order");
    caught(advised(), &[(&at("/loss/statistical"), Value::Null)], "no spread is given");
    let typical = &at("/loss/terms/1/typicalDb");
    caught(advised(), &[(typical, Value::Null)], "a pair has no typical loss");
    caught(advised(), &[(&at("/loss/limitDb"), Value::Null)], "given without a limit");
    caught(advised(), &[(&at("/loss/limitDb"), json!(1.4))], "by rule it is fail");
}

#[test]
fn test_limits() {
    let changed = |field: &str, value: Value, word: &str| {
        caught(advised(), &[(&format!("/testLimits/{field}"), value)], word);
    };
    changed("segments/0/acceptanceDb", json!(0.255), "acceptanceDb is 0.255, by hand it is 1.255");
    changed("segments/0/plannedDb", json!(1.473), "by hand it is 1.455");
    changed("segments/0/from", json!(3), "from is 3");
    changed("segments/0/to", json!(3), "to is 3");
    changed("segments/0/lengthM", json!(91), "lengthM is 91");
    changed("segments/0/connections", json!(2), "connections is 2");
    changed("segments/0/splices", json!(1), "splices is 1");
    changed("segments", json!([]), "0 test segments, the channel has 1");
    changed("referenceEndDb", json!(0.3), "referenceEndDb is 0.3");
    changed("attenuationDbPerKm", json!(3.5), "attenuationDbPerKm");
    changed("channelComponentDb", json!(1.455), "channelComponentDb");
    changed("applicationDb", Value::Null, "applicationDb is null");
    caught(advised(), &[("/testLimits", Value::Null)], "no test limits are given");
    stale(advised(), "referenceEndDb", json!(0.3), "by hand it is 0.855");
}

#[test]
fn bases_and_growth() {
    caught(advised(), &[("/bases/1/strandedFibers", json!(0))], "bases[1] strands");
    caught(advised(), &[("/bases/1/effect/litFibers", json!(300))], "bases[1] strands");
    let grown = |field: &str, value: Value, word: &str| {
        caught(advised(), &[(&format!("/growth/0/{field}"), value)], word);
    };
    grown("marginDb", json!(0.3), "by its row 0.327");
    grown("reachM", json!(150), "its row says 100");
    grown("verdict", json!("fail"), "takes `as-it-is` and is fail");
    grown("application", json!("400GBASE-DR4"), "no figures on OM4");
    grown("change", json!({"grade": "low-loss"}), "as it is by a change");
    caught(advised(), &[("/growth/1/step", json!("cords"))], "takes `cords` and is fail");
    let (request, mut plan) = advised();
    plan.as_object_mut().expect("a plan").remove("growth");
    let found = check(&facts::facts(), &request, &plan);
    assert!(found.iter().any(|f| f.contains("is missing")), "{found:#?}");
}
