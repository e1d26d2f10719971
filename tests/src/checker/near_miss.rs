//! Reasons of an excluded option: the nearest miss first.

use serde_json::Value;

use super::advice::{list, word};

/// A little less length or loss would do.
const NEAR: [&str; 2] = ["LOS001", "RCH001"];

/// Other parts would be needed: pins, polarity, interface, key, end face, mode.
const FAR: [&str; 6] = ["PIN", "POL", "IFC", "KEY", "END", "MOD"];

/// Checks the order of the reasons of every excluded option.
pub(crate) fn check(plan: &Value, out: &mut Vec<String>) {
    let fields = plan.get("options").and_then(Value::as_object);
    for (name, choices) in fields.into_iter().flatten() {
        for choice in choices.as_array().into_iter().flatten() {
            if word(choice, "state") != "excluded" {
                continue;
            }
            let errors = list(choice, "reasons").iter();
            let errors = errors.filter(|r| word(r, "severity") == "error");
            let codes: Vec<&str> = errors.map(|r| word(r, "code")).collect();
            let far = codes.iter().position(|c| FAR.iter().any(|far| c.starts_with(far)));
            let near = codes.iter().rposition(|c| NEAR.contains(c));
            if far.zip(near).is_some_and(|(far, near)| far < near) {
                let value = choice.get("value").map_or(String::new(), Value::to_string);
                out.push(format!("{name} {value}: {} is not nearest first", codes.join(", ")));
            }
        }
    }
}
