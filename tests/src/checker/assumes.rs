//! What the verdict rests on that nobody said: every unsaid property of a part in place.

use serde_json::Value;

use super::advice::works;
use super::channel::drawn;
use super::installed::Placed;
use super::spec::Spec;
use super::topology::pieces;
use super::wire::Design;

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
    text.contains(kind)
        || (kind == "adapterPanel" && (text.contains("panel") || text.contains("adapter")))
}

/// The words of a value: one, or one for each end.
fn words(value: &Value) -> Vec<String> {
    match value {
        Value::Array(items) => items.iter().flat_map(words).collect(),
        Value::String(text) => vec![text.clone()],
        other => vec![other.to_string()],
    }
}

/// What the design has where a field is unsaid; nothing where its word is not the design's own.
fn as_designed(spec: &Spec, design: &Design, field: &str, subject: &Value) -> Vec<String> {
    let patched = design.patched();
    let row = drawn(&patched);
    let mut found = Vec::new();
    for (element, piece) in row.iter().zip(pieces(spec)) {
        let Some(placed) = piece.placed.filter(|p| names(subject, &p.kind) && !is_said(p, field))
        else {
            continue;
        };
        let ends = element.ends.iter().flatten().filter(|e| e.is_mpo());
        match field {
            "connector" => found.extend(ends.map(|e| e.connector.clone())),
            "endFace" => found.extend(ends.map(|e| e.end_face.clone())),
            "pins" => found.extend(ends.map(|e| e.pins.clone())),
            "polarity" if placed.kind == "trunk" => found.extend(element.polarity.clone()),
            "key" => found.extend(element.key.clone()),
            "grade" if placed.kind == "trunk" => found.push("standard".to_owned()),
            "grade" => found.push(spec.grade.clone()),
            "lcGrade" => found.push(spec.lc_grade.clone()),
            "fiber" => found.push(spec.cords_fiber.clone()),
            _ => {}
        }
    }
    found
}

/// Checks `assumes[]`.
pub(crate) fn check(
    spec: &Spec,
    design: &Design,
    (plan, said): (&Value, &str),
    out: &mut Vec<String>,
) {
    let given = plan.get("assumes").and_then(Value::as_array);
    if given.is_none() && spec.in_place.any() {
        out.push("plan.assumes is missing".to_owned());
        return;
    }
    let listed: &[Value] = given.map_or(&[], Vec::as_slice);
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
            continue;
        }
        let value = entry.get("value").unwrap_or(&Value::Null);
        let has = as_designed(spec, design, field, subject);
        if !has.is_empty() && !words(value).iter().all(|word| has.contains(word)) {
            let has = has.join(" or ");
            out.push(format!("assumes {field} {value} of {subject}, the design has {has}"));
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
                out.push(format!(
                    "the plan is {said} and assumes misses {field} of {}",
                    placed.kind
                ));
            }
        }
    }
}
