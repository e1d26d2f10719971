//! The plan's own fields: verdict, options, findings, repairs.

use serde_json::Value;

use super::json::At;

pub(crate) const VERDICTS: [&str; 4] = ["pass", "tight", "fail", "not-checked"];

/// Values of the request's fields that are words.
const VALUES: [(&str, &[&str]); 8] = [
    ("fiber", &["OM3", "OM4", "OM5", "OS2", "OS1a", "OS2-indoor-outdoor"]),
    (
        "topology",
        &[
            "direct",
            "interconnect",
            "cross-connect",
            "cassette-to-cassette",
            "breakout-cassette",
            "breakout-harness",
        ],
    ),
    (
        "polarity",
        &[
            "A",
            "B",
            "C",
            "U1",
            "U2",
            "24-a-geometric",
            "24-a-index",
            "24-b-geometric",
            "24-b-index",
            "24-c",
        ],
    ),
    ("conversion", &["none", "2x12-3x8", "24-3x8", "24-2x12", "16-2x8"]),
    ("pinning", &["pinned-trunk", "pinned-module"]),
    ("attenuation", &["cabling", "clause"]),
    ("brand", &["any", "mtp"]),
    ("priority", &["cost", "margin", "density", "growth"]),
];

/// Checks the plan's own fields; the design is read by [`design`].
pub(crate) fn plan(plan: &Value, out: &mut Vec<String>) {
    let at = At::new(plan, "plan");
    if let Some(schema) = at.field("schema", out) {
        schema.one_of(&["fiberlane.plan/1"], out);
    }
    if let Some(verdict) = at.field("verdict", out) {
        verdict.one_of(&VERDICTS, out);
    }
    at.nullable("recommended", out);
    if let Some(alternatives) = at.field("alternatives", out) {
        alternatives.list(out);
    }
    options(&at, out);
    for finding in at.field("findings", out).map(|f| f.list(out)).unwrap_or_default() {
        finding.field("code", out).map(|c| c.text(out).map(str::len));
        if let Some(severity) = finding.field("severity", out) {
            severity.one_of(&["error", "warning", "info"], out);
        }
        for name in ["subject", "facts", "fixes"] {
            finding.nullable(name, out);
        }
    }
    for repair in at.field("repairs", out).map(|f| f.list(out)).unwrap_or_default() {
        if let Some(change) = repair.field("change", out)
            && change.value.as_object().is_none_or(serde_json::Map::is_empty)
        {
            out.push(format!("{} changes no field of the request", change.path));
        }
        repair.nullable("effect", out);
        if let Some(verdict) = repair.field("verdict", out) {
            verdict.one_of(&VERDICTS, out);
        }
    }
}

fn options(at: &At<'_>, out: &mut Vec<String>) {
    let Some(options) = at.field("options", out) else {
        return;
    };
    let Some(fields) = options.value.as_object() else {
        out.push("plan.options is not an object".to_owned());
        return;
    };
    for (name, choices) in fields {
        let place = At { value: choices, path: format!("plan.options.{name}") };
        let mut chosen = 0;
        for choice in place.list(out) {
            choice.nullable("value", out);
            let known = VALUES.iter().find(|(field, _)| field == name);
            if let (Some((_, words)), Some(value)) = (known, choice.maybe("value")) {
                value.one_of(words, out);
            }
            let state = choice.field("state", out);
            let state = state.and_then(|s| s.one_of(&["chosen", "available", "excluded"], out));
            chosen += usize::from(state == Some("chosen"));
            let reasons = choice.maybe("reasons").map_or(0, |r| r.list(out).len());
            if state == Some("excluded") && reasons == 0 {
                out.push(format!("{} is excluded without a reason", choice.path));
            }
        }
        if chosen > 1 {
            out.push(format!("plan.options.{name} has {chosen} chosen values"));
        }
    }
}
