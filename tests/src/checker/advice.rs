//! The second stage where rows are held against each other: bases, repairs, alternatives.

use serde_json::{Map, Value};

use super::json::{DB, exact};

/// Fields that the second stage adds to a plan.
const FIELDS: [&str; 2] = ["bases", "growth"];

/// Whether the second stage has run; all of its fields are there then.
pub(crate) fn has_run(plan: &Value, out: &mut Vec<String>) -> bool {
    let there = FIELDS.iter().filter(|name| plan.get(**name).is_some()).count();
    if there > 0 && there < FIELDS.len() {
        out.push(format!("one of {} is missing", FIELDS.join(", ")));
    }
    there > 0
}

pub(crate) fn list<'a>(plan: &'a Value, name: &str) -> &'a [Value] {
    match plan.get(name) {
        Some(Value::Array(items)) => items,
        _ => &[],
    }
}

pub(crate) fn word<'a>(of: &'a Value, name: &str) -> &'a str {
    of.get(name).and_then(Value::as_str).unwrap_or("")
}

pub(crate) fn works(verdict: &str) -> bool {
    ["pass", "tight"].contains(&verdict)
}

/// What a plan may say of itself, whatever it recommends.
pub(crate) fn check(plan: &Value, said: &str, out: &mut Vec<String>) {
    bases(plan, out);
    repairs(plan, said, out);
    alternatives(plan, out);
}

/// Fibers that are paid for and stay dark.
fn bases(plan: &Value, out: &mut Vec<String>) {
    for (i, base) in list(plan, "bases").iter().enumerate() {
        if base.get("base").is_none() == base.get("conversion").is_none() {
            out.push(format!("bases[{i}] is neither a base nor a conversion, or both"));
        }
        let Some(effect) = base.get("effect").filter(|v| !v.is_null()) else {
            continue;
        };
        let count = |of: &Value, name: &str| of.get(name).and_then(Value::as_i64);
        let dark = count(effect, "fibers").zip(count(effect, "litFibers"));
        let dark = dark.and_then(|(fibers, lit)| fibers.checked_sub(lit));
        let stranded = count(base, "strandedFibers");
        if stranded.is_none() || stranded != dark || dark.is_some_and(|dark| dark < 0) {
            out.push(format!("bases[{i}] strands {stranded:?} fibers, its effect {dark:?}"));
        }
    }
}

/// Repairs work, are there where something is wrong, and are as small as can be.
fn repairs(plan: &Value, said: &str, out: &mut Vec<String>) {
    let repairs = list(plan, "repairs");
    if !repairs.is_empty() && works(said) {
        out.push(format!("repairs of a plan that is {said}"));
    }
    let none = Map::new();
    let change = |i: usize| repairs[i].get("change").and_then(Value::as_object).unwrap_or(&none);
    for (i, repair) in repairs.iter().enumerate() {
        let verdict = word(repair, "verdict");
        // Where nobody has published a limit, that is all that may be left open.
        let no_limit = |effect: &Value| effect.get("marginDb").is_some_and(Value::is_null);
        let unsettled = said == "fail"
            && verdict == "not-checked"
            && repair.get("effect").is_some_and(no_limit)
            && !["application", "module"].iter().any(|name| change(i).contains_key(*name));
        if !works(verdict) && !unsettled {
            out.push(format!("repairs[{i}] is {verdict}"));
        }
        let effect = repair.get("effect").map_or("", |e| word(e, "verdict"));
        if effect != verdict {
            out.push(format!("repairs[{i}] is {verdict}, its effect is {effect}"));
        }
        for j in (0..repairs.len()).filter(|j| *j != i) {
            let (more, less) = (change(i), change(j));
            // Of two equal ones the later is the superset.
            let within = less.iter().all(|(name, value)| more.get(name) == Some(value));
            if within && (less.len() < more.len() || j < i) {
                out.push(format!("repairs[{i}] changes all that repairs[{j}] does"));
            }
        }
    }
    let explained = plan.get("derivation").is_some_and(|d| !d.is_null());
    if explained != (said == "fail" && repairs.is_empty()) {
        let count = repairs.len();
        out.push(format!("a derivation is there: {explained}, at {said} with {count} repairs"));
    }
}

/// What an alternative is judged by, each the larger the better.
fn merits(of: &Value) -> [i128; 7] {
    let classes = ["fail", "not-checked", "tight", "pass"];
    let class = classes.iter().position(|c| *c == word(of, "verdict")).unwrap_or(0);
    let number = |pointer: &str| of.pointer(pointer).and_then(|v| exact(v, DB).ok());
    let leaves = of.get("leaves").and_then(Value::as_object).map_or(0, Map::len);
    [
        class as i128,
        -number("/relativeCost").unwrap_or(i128::MAX / 2),
        number("/loss/marginDb").unwrap_or(i128::MIN / 2),
        -number("/counts/rackUnits").unwrap_or(0),
        number("/carries").unwrap_or(0),
        -(leaves as i128),
        // What keeps the parts in place stands beside what replaces them.
        -i128::from(of.pointer("/leaves/installed").is_some()),
    ]
}

/// Each alternative is best at something, and none is worse in everything than another.
fn alternatives(plan: &Value, out: &mut Vec<String>) {
    let all = list(plan, "alternatives");
    for (i, one) in all.iter().enumerate() {
        if list(one, "best").is_empty() {
            out.push(format!("alternatives[{i}] is best at nothing"));
        }
        let own = merits(one);
        for (j, other) in all.iter().enumerate().filter(|(j, _)| *j != i) {
            let theirs = merits(other);
            if own != theirs && own.iter().zip(&theirs).all(|(own, theirs)| theirs >= own) {
                out.push(format!("alternatives[{i}] is dominated by alternatives[{j}]"));
            }
        }
    }
}
