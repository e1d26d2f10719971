//! Two limits beside that of the channel: the receiver's overload and a house rule.

use serde_json::Value;

use super::findings::codes;
use super::json::{DB, exact};
use super::spec::Spec;
use super::wire::{Design, Term};

/// From this speed on the house rule for connections counts.
const FAST: u64 = 200;

/// Checks OVL001 and LOS014: each is there exactly when it must be.
pub(crate) fn check(
    spec: &Spec,
    design: &Design,
    (request, plan): (&Value, &Value),
    out: &mut Vec<String>,
) {
    let least = spec.a.row.as_ref().and_then(|row| row.least);
    // What connections usually lose counts, not what they may lose at most.
    let usual = |t: &Term| if t.kind == "matedPair" { t.typical.unwrap_or(0) } else { t.db };
    let usual: i128 = design.terms.iter().map(usual).sum();
    let overload = least.is_some_and(|least| least > usual);
    let errors = codes(plan, "error");
    if overload != errors.contains(&"OVL001") {
        out.push(format!("OVL001 is expected: {overload}, found: {}", !overload));
    }
    let most = request.get("connectionsAtMostDb").and_then(|v| exact(v, DB).ok());
    let pairs = design.terms.iter().filter(|t| t.kind == "matedPair");
    let sum: i128 = pairs.map(|t| t.db).sum();
    let over = spec.a.speed >= FAST && most.is_some_and(|most| sum > most);
    let found = ["error", "warning", "info"].iter().any(|s| codes(plan, s).contains(&"LOS014"));
    if over != found {
        out.push(format!("LOS014 is expected: {over}, found: {found}"));
    }
}
