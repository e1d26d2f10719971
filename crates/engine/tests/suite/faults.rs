//! Requests that were once answered wrongly, and others of every kind: each with what is right.
//!
//! Of `want`, `verdict` and `finding` hold one of the list; with `refused` no plan at all is as good;
//! `keys` are those of all array adapters and cassettes, `array` is every MPO end of the channel
//! (MPO-12 is as good, its ferrule), `lossDb` and `lengthM` are exact, `method` is the word,
//! `limitDb` and `reachM` may be null, `fiber` is the one that decides, `order` the pieces of each
//! kind, `legs` those of every ordered trunk, `assumes` fields that stand there (none: no entry),
//! `no` lists findings that must not be there, and of `trunkOrFinding` a trunk stands in the channel or INS002 says that it has no place.

use crate::cases::{here, planned};
use serde_json::Value as Json;
use std::fs;

fn texts(list: &Json) -> Vec<&str> {
    list.as_array().into_iter().flatten().filter_map(Json::as_str).collect()
}

/// What a plan has wrong.
fn wrong(plan: &Json, want: &Json) -> Vec<String> {
    let mut out = Vec::new();
    let design = &plan["recommended"];
    let channel: Vec<&Json> = design["channel"].as_array().into_iter().flatten().collect();
    let codes: Vec<&str> = plan["findings"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|finding| finding["code"].as_str())
        .collect();
    let verdict = plan["verdict"].as_str().unwrap_or("");
    if want.get("verdict").is_some() && !texts(&want["verdict"]).contains(&verdict) {
        out.push(format!("the verdict is {verdict}, not {}", want["verdict"]));
    }
    let wanted = texts(&want["finding"]);
    if !wanted.is_empty() && !wanted.iter().any(|code| codes.contains(code)) {
        out.push(format!("none of {} is found in {codes:?}", want["finding"]));
    }
    for code in texts(&want["no"]) {
        if codes.contains(&code) {
            out.push(format!("{code} is found"));
        }
    }
    if let Some(key) = want["keys"].as_str() {
        let keys = channel.iter().filter_map(|e| e["key"].as_str());
        for other in keys.filter(|k| *k != key) {
            out.push(format!("a key is {other}, not {key}"));
        }
    }
    if let Some(array) = want["array"].as_str() {
        let ends = channel.iter().flat_map(|e| e["ends"].as_array().into_iter().flatten());
        let names =
            ends.filter_map(|end| end["connector"].as_str()).filter(|c| c.starts_with("MPO"));
        for other in names.filter(|c| *c != array && *c != "MPO-12") {
            out.push(format!("an end is {other}, not {array}"));
        }
    }
    for (name, pointer) in [
        ("lossDb", "/loss/worstCaseDb"),
        ("lengthM", "/lengthM"),
        ("limitDb", "/loss/limitDb"),
        ("reachM", "/reach/limitM"),
    ] {
        let Some(wanted) = want.get(name) else { continue };
        let has = design.pointer(pointer).unwrap_or(&Json::Null);
        if has.as_f64() != wanted.as_f64() {
            out.push(format!("{name} is {has}, not {wanted}"));
        }
    }
    if let Some(method) = want["method"].as_str()
        && design["polarity"]["method"] != method
    {
        out.push(format!("the method is {}, not {method}", design["polarity"]["method"]));
    }
    if let Some(fiber) = want["fiber"].as_str()
        && design["fiber"] != fiber
    {
        out.push(format!("the fiber is {}, not {fiber}", design["fiber"]));
    }
    let lines = || design["bom"].as_array().into_iter().flatten();
    for (kind, wanted) in want["order"].as_object().into_iter().flatten() {
        let of = lines().filter(|line| line["kind"] == kind.as_str());
        let has: u64 = of.filter_map(|line| line["quantity"].as_u64()).sum();
        if Some(has) != wanted.as_u64() {
            out.push(format!("{has} of {kind} are ordered, not {wanted}"));
        }
    }
    if let Some(legs) = want["legs"].as_u64()
        && lines().any(|line| line["kind"] == "trunk" && line["legs"] != legs)
    {
        out.push(format!("a trunk does not have {legs} legs"));
    }
    if let Some(fields) = want["assumes"].as_array() {
        let has: Vec<&Json> =
            plan["assumes"].as_array().into_iter().flatten().map(|a| &a["field"]).collect();
        let right = fields.iter().all(|field| has.contains(&field));
        if !right || fields.is_empty() != has.is_empty() {
            out.push(format!("{has:?} are assumed, {fields:?} are right"));
        }
    }
    if want["trunkOrFinding"] == true {
        let trunk = channel.iter().any(|e| e["kind"] == "trunk");
        if !trunk && !codes.contains(&"INS002") {
            out.push("the trunk in place is neither used nor named".to_owned());
        }
    }
    out
}

fn check(file: &str, least: usize) {
    let text = fs::read_to_string(here(file)).unwrap();
    let (mut count, mut failed) = (0, Vec::new());
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let row: Json = serde_json::from_str(line).unwrap();
        let want = &row["want"];
        assert!(want.as_object().is_some_and(|w| !w.is_empty()), "{line} wants nothing");
        count += 1;
        let found = match planned(&row["request"].to_string()) {
            Ok(plan) if want["refused"] == "only" => {
                let plan: Json = serde_json::from_str(&plan).unwrap();
                vec![format!("it is planned ({}) and not refused", plan["verdict"])]
            }
            Ok(plan) => wrong(&serde_json::from_str(&plan).unwrap(), want),
            Err(_) if want["refused"] == true || want["refused"] == "only" => Vec::new(),
            Err(fields) => vec![format!("refused at {}", fields.join(", "))],
        };
        if !found.is_empty() {
            failed.push(format!("{}: {} ({})", row["id"], found.join("; "), row["why"]));
        }
    }
    assert!(count >= least, "{count} rows");
    assert!(failed.is_empty(), "{} of {count} rows:\n{}", failed.len(), failed.join("\n"));
}

#[test]
fn what_was_answered_wrongly_is_answered_right() {
    check("facts/faults.jsonl", 16);
}

#[test]
fn others_of_every_kind_are_answered_right() {
    check("facts/faults-more.jsonl", 60);
}
