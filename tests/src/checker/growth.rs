//! What the plant will carry: rows that work as it is, held against the fact tables.

use serde_json::Value;

use super::advice::{list, word, works};
use super::facts::Facts;
use super::json::{DB, METERS, exact, show};
use super::spec::Spec;
use super::wire::Design;

/// Steps that end in a plant that works, the smallest first.
const STEPS: [&str; 5] = ["as-it-is", "cords", "panels", "cassettes", "trunks"];

/// Checks `growth[]`.
pub(crate) fn check(
    facts: &Facts,
    spec: &Spec,
    design: &Design,
    (plan, clause): (&Value, bool),
    out: &mut Vec<String>,
) {
    for (i, row) in list(plan, "growth").iter().enumerate() {
        let (name, step) = (word(row, "application"), word(row, "step"));
        let verdict = word(row, "verdict");
        if STEPS.contains(&step) != works(verdict) {
            out.push(format!("growth[{i}] takes `{step}` and is {verdict}"));
        }
        if row.get("slower").and_then(Value::as_bool).is_none() {
            out.push(format!("growth[{i}] does not say whether it is slower"));
        }
        if step != "as-it-is" {
            continue;
        }
        let Some(fact) = facts.row(name, &spec.fiber) else {
            out.push(format!("growth[{i}]: {name} has no figures on {}", spec.fiber));
            continue;
        };
        let number = |field: &str, digits| row.get(field).and_then(|v| exact(v, digits).ok());
        let reach = number("reachM", METERS);
        if reach.is_none() || reach != fact.reach {
            let [has, wants] = [reach, fact.reach].map(|r| text(r, METERS));
            out.push(format!("growth[{i}]: {name} reaches {has} m, its row says {wants}"));
        }
        // Under `clause` each application has an attenuation of its own.
        let margin = fact.limit.zip(design.worst).map(|(limit, worst)| limit - worst);
        let has = number("marginDb", DB);
        if !clause && !spec.class_met && (has.is_none() || has != margin) {
            let [has, wants] = [has, margin].map(|m| text(m, DB));
            out.push(format!("growth[{i}]: {name} has {has} dB left, by its row {wants}"));
        }
        let changes = row.get("change").and_then(Value::as_object).is_some_and(|c| !c.is_empty());
        if changes {
            out.push(format!("growth[{i}] is carried as it is by a change"));
        }
    }
}

fn text(value: Option<i128>, digits: u32) -> String {
    value.map_or("null".to_owned(), |v| show(v, digits))
}
