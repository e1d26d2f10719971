//! Findings whose code has a fixed meaning: each is there when it must be, and only then.

use serde_json::Value;

use super::facts::Facts;
use super::lanes::Summary;
use super::matings::about_pins;
use super::spec::Spec;
use super::wire::Design;

/// Codes of all findings of a severity.
pub(crate) fn codes<'a>(plan: &'a Value, severity: &str) -> Vec<&'a str> {
    let findings = plan.get("findings").and_then(Value::as_array).into_iter().flatten();
    let hits = findings.filter(|f| f.get("severity").is_some_and(|s| s == severity));
    hits.filter_map(|f| f.get("code").and_then(Value::as_str)).collect()
}

/// Checks findings against what was computed.
pub(crate) fn check(
    facts: &Facts,
    spec: &Spec,
    design: &Design,
    plan: &Value,
    (bad, lanes): (&[String], Summary),
    out: &mut Vec<String>,
) {
    let errors = codes(plan, "error");
    let total = spec.lengths.total();
    let over_reach = design.reach_limit.is_some_and(|l| total > l);
    let over_loss = design.margin.is_some_and(|m| m < 0);
    let lost = lanes.dead || lanes.exchanged;
    for (code, holds) in [
        ("RCH001", over_reach),
        ("LOS001", over_loss),
        ("PIN001", about_pins(bad)),
        ("END001", !bad.is_empty()),
        ("KEY001", !bad.is_empty()),
        ("POL001", lost || !bad.is_empty()),
    ] {
        if errors.contains(&code) && !holds {
            out.push(format!("{code} is an error and the design has no such fault"));
        }
    }
    if over_reach && !errors.iter().any(|c| c.starts_with("RCH")) {
        out.push("the length exceeds the reach and no RCH finding says so".to_owned());
    }
    if over_loss && !errors.iter().any(|c| c.starts_with("LOS")) {
        out.push("the loss exceeds the limit and no LOS finding says so".to_owned());
    }
    let mut all = codes(plan, "info");
    all.extend(codes(plan, "warning"));
    let has = |code: &str| all.contains(&code);
    if spec.lengths.assumed && !has("ASM001") {
        out.push("lengths are assumed and ASM001 does not say so".to_owned());
    }
    // A cord of two rows; what stands in place or converts may leave none.
    let ends = design.channel.iter().filter(|e| e.kind == "cord").flat_map(|e| e.ends.iter());
    let base = ends.flatten().any(|end| end.connector == "MPO-24");
    let dual_row = spec.a.plug.connector == "MPO-24" && spec.has_lanes() && base;
    if dual_row && !has("POL024") {
        out.push("24-fiber cables without POL024".to_owned());
    }
    if spec.misfit && !has("GRD001") && !errors.contains(&"GRD001") {
        out.push("a grade in place fits none of its pairs and GRD001 does not say so".to_owned());
    }
    if spec.is_breakout() {
        return;
    }
    notes(facts, spec, design, &has, out);
}

/// The two notes about the connection allocation and the lower fiber class.
fn notes(
    facts: &Facts,
    spec: &Spec,
    design: &Design,
    has: &impl Fn(&str) -> bool,
    out: &mut Vec<String>,
) {
    let sum = |kinds: &[&str]| -> i128 {
        design.terms.iter().filter(|t| kinds.contains(&t.kind.as_str())).map(|t| t.db).sum()
    };
    // Where no published limit holds, its share for connections does not either.
    let row = spec.a.row.as_ref().filter(|row| row.limit.is_none() || spec.limit.is_some());
    let allocation = row.and_then(|r| r.allocation);
    let pairs = sum(&["matedPair", "cassette"]);
    let all = pairs + sum(&["splice"]);
    // Splices may or may not belong to the allocation: only clear cases are judged.
    if allocation.is_some_and(|a| pairs > a) && !has("LOS012") {
        out.push("connections exceed their allocation and LOS012 does not say so".to_owned());
    }
    if allocation.is_none_or(|a| all <= a) && has("LOS012") {
        out.push("LOS012 without an exceeded allocation".to_owned());
    }
    let lower: &[&str] = match spec.fiber.as_str() {
        "OM5" => &["OM4", "OM3"],
        "OM4" => &["OM3"],
        _ => &[],
    };
    let generous = lower.iter().filter_map(|f| facts.row(&spec.a.application, f)).any(|row| {
        let covers = row.reach.is_some_and(|r| spec.lengths.total() <= r);
        covers && row.limit.zip(spec.limit).is_some_and(|(low, own)| low > own)
    });
    if !spec.class_met && generous != has("LOS010") {
        out.push(format!("LOS010 is expected: {generous}, found: {}", has("LOS010")));
    }
}
