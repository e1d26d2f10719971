//! What the verdict rests on that nobody said: every unsaid property of a part in place.

use serde_json::Value;

use super::advice::works;
use super::installed::Placed;
use super::spec::Spec;
use super::topology::pieces;

/// Properties that a kind has, as the wire names them; lengths and counts make no *if*.
fn fields(kind: &str) -> &'static [&'static str] {
    match kind {
        "trunk" => &["connector", "fiber", "endFace", "pins", "polarity", "grade"],
        "cassette" => &["connector", "fiber", "endFace", "pins", "polarity", "key", "grade"],
        _ => &["connector", "key"],
    }
}

fn is_said(placed: &Placed, field: &str) -> bool {
    match field {
        "connector" => placed.connector.is_some(),
        "fiber" => placed.fiber.is_some(),
        "endFace" => placed.face.is_some(),
        "pins" => placed.pins.is_some(),
        "polarity" => placed.polarity.is_some() || placed.map.is_some(),
        "map" => placed.map.is_some() || placed.polarity.is_some(),
        "grade" => placed.grade.is_some(),
        "lcGrade" => placed.lc_grade.is_some() || placed.grade.is_some(),
        "key" => placed.key.is_some(),
        _ => false,
    }
}

/// Whether a subject may mean a kind: its name as text or somewhere in an object.
fn names(subject: &Value, kind: &str) -> bool {
    let text = subject.to_string();
    text.contains(kind) || (kind == "adapterPanel" && (text.contains("panel") || text.contains("adapter")))
}

/// Checks `assumes[]`.
pub(crate) fn check(spec: &Spec, plan: &Value, said: &str, out: &mut Vec<String>) {
    let Some(listed) = plan.get("assumes").and_then(Value::as_array) else {
        out.push("plan.assumes is missing".to_owned());
        return;
    };
    let lying: Vec<&Placed> = pieces(spec).into_iter().filter_map(|p| p.placed).collect();
    for entry in listed {
        let field = entry.get("field").and_then(Value::as_str).unwrap_or("");
        let subject = entry.get("subject").unwrap_or(&Value::Null);
        if field.is_empty() || subject.is_null() || entry.get("value").is_none_or(Value::is_null) {
            out.push(format!("assumes has an entry without subject, field or value: {entry}"));
            continue;
        }
        if ["lengthM", "count", "legs"].contains(&field) {
            out.push(format!("assumes names {field}, which makes no if"));
            continue;
        }
        let unsaid = lying.iter().any(|p| names(subject, &p.kind) && !is_said(p, field));
        if !unsaid {
            out.push(format!("assumes names {field} of {subject}, which is said or not there"));
        }
    }
    if !works(said) {
        return;
    }
    for placed in lying {
        // An MPO-32 has no map, so nothing about one is assumed.
        let mapless = placed.connector.as_deref() == Some("MPO-32");
        for field in fields(&placed.kind) {
            if is_said(placed, field) || (mapless && *field == "polarity") {
                continue;
            }
            let found = listed.iter().any(|e| {
                let subject = e.get("subject").unwrap_or(&Value::Null);
                e.get("field").is_some_and(|f| f == field) && names(subject, &placed.kind)
            });
            if !found {
                out.push(format!("the plan is {said} and assumes misses {field} of {}", placed.kind));
            }
        }
    }
}
