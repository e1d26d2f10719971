//! Repairs, alternatives, reasons and two limits: what may not be said of a plan.

use serde_json::{Value, json};

use super::mutations::{caught, stale};
use super::scenarios::{Case, s1, s3};
use super::{check, facts, more, risk, shapes};

/// A failing plan whose second stage has run, with these repairs.
fn failing(repairs: &Value) -> Case {
    let (request, mut plan) = shapes::aligned_on_angled();
    plan["bases"] = json!([]);
    plan["growth"] = json!([]);
    plan["repairs"] = repairs.clone();
    (request, plan)
}

fn repair(change: &Value, verdict: &str) -> Value {
    json!({"change": change, "verdict": verdict, "effect": {"verdict": verdict}})
}

fn found(case: &Case, word: &str) -> bool {
    check(&facts::facts(), &case.0, &case.1).iter().any(|f| f.contains(word))
}

#[test]
fn repairs_work_and_are_minimal() {
    let (u1, a) = (json!({"polarity": "U1"}), json!({"polarity": "A"}));
    let both = json!({"polarity": "U1", "grade": "standard"});
    let well = failing(&json!([repair(&u1, "pass"), repair(&a, "tight")]));
    assert!(!found(&well, "repairs") && !found(&well, "derivation"));
    let more = failing(&json!([repair(&both, "pass"), repair(&u1, "pass")]));
    assert!(found(&more, "repairs[0] changes all that repairs[1] does"));
    let twice = failing(&json!([repair(&u1, "pass"), repair(&u1, "pass")]));
    assert!(found(&twice, "repairs[1] changes all that repairs[0] does"));
    assert!(!found(&twice, "repairs[0] changes all"));
    assert!(found(&failing(&json!([repair(&u1, "fail")])), "repairs[0] is fail"));
    let unsettled = |change: &Value, margin: Value| {
        let mut one = repair(change, "not-checked");
        one["effect"]["marginDb"] = margin;
        found(&failing(&json!([one])), "repairs[0] is not-checked")
    };
    assert!(!unsettled(&u1, Value::Null));
    assert!(unsettled(&u1, json!(0.5)));
    assert!(unsettled(&json!({"application": "x", "polarity": "U1"}), Value::Null));
    let mut other = repair(&u1, "pass");
    other["effect"]["verdict"] = json!("tight");
    assert!(found(&failing(&json!([other])), "its effect is tight"));
    caught(risk::advised(), &[("/repairs", json!([repair(&u1, "pass")]))], "repairs of a plan");
}

#[test]
fn a_derivation_stands_where_nothing_repairs() {
    assert!(found(&failing(&json!([])), "a derivation is there: false"));
    let (request, mut plan) = failing(&json!([]));
    plan["derivation"] = json!({"nearest": []});
    assert!(!found(&(request, plan), "derivation"));
    let (request, mut plan) = risk::advised();
    plan["derivation"] = json!({"nearest": []});
    assert!(found(&(request, plan), "a derivation is there: true, at tight"));
}

#[test]
fn alternatives_are_good_for_something() {
    let one = |cost: u64, margin: f64, leaves: &Value| {
        json!({"best": ["cheapest"], "verdict": "pass", "relativeCost": cost, "carries": 1,
               "leaves": leaves, "loss": {"marginDb": margin}, "counts": {"rackUnits": 2}})
    };
    let with = |list: &[Value]| {
        let (request, mut plan) = risk::advised();
        plan["alternatives"] = json!(list);
        (request, plan)
    };
    let (few, many) = (json!({"grade": "x"}), json!({"grade": "x", "fiber": "y"}));
    let apart = [one(10, 0.2, &few), one(12, 0.3, &few), one(10, 0.2, &few)];
    assert!(!found(&with(&apart), "alternatives"));
    let worse = [one(10, 0.2, &few), one(10, 0.2, &many)];
    assert!(found(&with(&worse), "alternatives[1] is dominated by alternatives[0]"));
    let mut idle = one(10, 0.2, &few);
    idle["best"] = json!([]);
    assert!(found(&with(&[idle]), "alternatives[0] is best at nothing"));
}

#[test]
fn the_nearest_miss_comes_first() {
    let reason = |code: &str| json!({"code": code, "severity": "error"});
    let with = |codes: &[&str]| {
        let reasons: Vec<Value> = codes.iter().map(|c| reason(c)).collect();
        let (request, mut plan) = s3();
        plan["options"]["grade"] =
            json!([{"value": "standard", "state": "excluded", "reasons": reasons}]);
        (request, plan)
    };
    assert!(!found(&with(&["RCH001", "LOS001", "POL001"]), "nearest first"));
    assert!(found(&with(&["PIN002", "LOS001"]), "nearest first"));
    assert!(found(&with(&["LOS001", "MOD001", "RCH001"]), "nearest first"));
}

#[test]
fn a_house_rule_and_an_overload() {
    stale(s3(), "connectionsAtMostDb", json!(0.5), "LOS014 is expected: true");
    stale(more::s8(), "application", json!("40GBASE-ER4"), "OVL001 is expected: true");
    for (mut case, most) in [(s3(), 0.7), (s1(), 1.0)] {
        case.0["connectionsAtMostDb"] = json!(most);
        assert!(!found(&case, "LOS014"), "{most}");
    }
    for code in ["LOS014", "OVL001"] {
        let finding = json!([{"code": code, "severity": "error", "subject": null, "facts": {},
                              "fixes": []}]);
        caught(s3(), &[("/findings", finding)], &format!("{code} is expected: false"));
    }
}
