//! Every value of a right plan is changed in turn; what the wire leaves free is listed here.

use serde_json::{Value, json};

use super::facts::facts;
use super::scenarios::{s1, s3};
use super::{by_place, check, conversions, in_place, legs, risk, shapes};

/// Fields whose value is not promised, by the end of their path.
const FREE: [&str; 7] =
    ["/description", "/source", "/part", "/subject", "/basis", "/statistical", "/code"];

fn leaves(value: &Value, path: String, out: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            map.iter().for_each(|(k, v)| leaves(v, format!("{path}/{k}"), out));
        }
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(i, v)| leaves(v, format!("{path}/{i}"), out));
        }
        _ => out.push(path),
    }
}

/// A wrong value of the same type.
fn wrong(value: &Value) -> Value {
    let swapped = [
        ("pinned", "unpinned"),
        ("flat", "angled"),
        ("opposed", "aligned"),
        ("A", "B"),
        ("A-to-A", "A-to-B"),
        ("AtoB", "BtoA"),
        ("pass", "fail"),
        ("cord", "trunk"),
    ];
    match value {
        Value::Bool(flag) => json!(!flag),
        Value::Number(n) => match n.as_u64() {
            Some(count) => json!(count + 1),
            None => json!(n.as_f64().map(|f| format!("{f}1")).and_then(|t| t.parse::<f64>().ok())),
        },
        Value::String(text) => {
            let pair = swapped.iter().find(|(a, b)| a == text || b == text);
            json!(pair.map_or("another", |(a, b)| if a == text { b } else { a }))
        }
        _ => json!(1),
    }
}

fn missed(request: &Value, plan: &Value) -> Vec<String> {
    let (facts, mut paths, mut missed) = (facts(), Vec::new(), Vec::new());
    leaves(plan, String::new(), &mut paths);
    paths.retain(|p| !FREE.iter().any(|free| p.ends_with(free)));
    assert!(paths.len() > 150, "only {} values", paths.len());
    for path in paths {
        let mut changed = plan.clone();
        let slot = changed.pointer_mut(&path).expect("a leaf");
        *slot = wrong(slot);
        let now = slot.clone();
        if check(&facts, request, &changed).is_empty() {
            missed.push(format!("{path} = {now}"));
        }
    }
    missed
}

#[test]
fn no_change_goes_unseen() {
    for (name, (request, plan)) in [
        ("S1", s1()),
        ("S3", s3()),
        ("MPO-16", shapes::sixteen()),
        ("two trunks", shapes::two_trunks()),
        ("splitter", legs::splitter()),
        ("twin harness", legs::twin_harness(false)),
        ("measured trunk", in_place::measured()),
        ("one run in place", by_place::one_run()),
        ("conversion", conversions::conversion()),
    ] {
        let missed = missed(&request, &plan);
        assert!(missed.is_empty(), "{name}: {missed:#?}");
    }
}

#[test]
fn nothing_can_be_left_out_or_doubled() {
    let facts = facts();
    for (request, plan) in [s1(), s3()] {
        for list in ["channel", "loss/terms", "polarity/lanes", "bom"] {
            let pointer = format!("/recommended/{list}");
            let items = plan.pointer(&pointer).and_then(Value::as_array).expect("a list");
            for i in 0..items.len() {
                let (mut without, mut twice) = (items.clone(), items.clone());
                without.remove(i);
                twice.push(items[i].clone());
                for changed in [without, twice] {
                    let mut plan = plan.clone();
                    *plan.pointer_mut(&pointer).expect("a list") = Value::Array(changed);
                    assert!(!check(&facts, &request, &plan).is_empty(), "{pointer}/{i}");
                }
            }
        }
    }
}

/// Every place, not only the leaves.
fn places(value: &Value, path: String, out: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            map.iter().for_each(|(k, v)| places(v, format!("{path}/{k}"), out));
        }
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(i, v)| places(v, format!("{path}/{i}"), out));
        }
        _ => {}
    }
    out.push(path);
}

#[test]
fn nonsense_is_reported_and_never_panics() {
    let facts = facts();
    assert!(!check(&facts, &json!({}), &json!({})).is_empty());
    assert!(!check(&facts, &Value::Null, &Value::Null).is_empty());
    let cases = [s1(), legs::twin_duplex(), in_place::measured(), conversions::conversion()];
    for (request, plan) in cases.into_iter().chain([risk::advised()]) {
        let mut paths = Vec::new();
        places(&plan, String::new(), &mut paths);
        let nonsense = [
            json!(null),
            json!("x"),
            json!([]),
            json!({}),
            json!(-1),
            json!(1e300),
            json!(u64::MAX),
        ];
        for path in paths {
            for value in &nonsense {
                let mut changed = plan.clone();
                *changed.pointer_mut(&path).expect("a place") = value.clone();
                check(&facts, &request, &changed);
            }
        }
        let mut paths = Vec::new();
        places(&request, String::new(), &mut paths);
        for path in paths {
            for value in &nonsense {
                let mut changed = request.clone();
                *changed.pointer_mut(&path).expect("a place") = value.clone();
                check(&facts, &changed, &plan);
            }
        }
    }
}
