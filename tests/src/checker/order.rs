//! Order lines: read, and held against the elements of the channel.

use serde_json::Value;

use super::json::{At, METERS, show};
use super::wire::{Design, Element, End, Line};

const KINDS: [&str; 7] =
    ["trunk", "cord", "harness", "cassette", "adapterPanel", "enclosure", "conversion"];

/// What may be left to be confirmed.
const OPEN: [&str; 10] = [
    "jacket",
    "fireRating",
    "environment",
    "breakoutLength",
    "pullingEye",
    "boot",
    "wiringDiagram",
    "labels",
    "testReport",
    "packaging",
];

/// Reads order lines: those of the order, or those of parts in place.
pub(crate) fn read(lines: Option<At<'_>>, out: &mut Vec<String>) -> Vec<Line> {
    let lines = lines.map(|l| l.list(out)).unwrap_or_default();
    lines.iter().filter_map(|l| line(l, out)).collect()
}

fn line(at: &At<'_>, out: &mut Vec<String>) -> Option<Line> {
    let kind = at.field("kind", out)?.one_of(&KINDS, out)?.to_owned();
    let part = at.field("part", out).and_then(|p| p.text(out)).unwrap_or("").to_owned();
    if let Some(text) = at.field("description", out) {
        text.text(out);
    }
    let quantity = at.field("quantity", out)?.count(out)?;
    let spare = at.field("spare", out).and_then(|s| s.count(out)).unwrap_or(0);
    if quantity == 0 || spare >= quantity {
        out.push(format!("{} orders {quantity}, {spare} of them spare", at.path));
    }
    for open in at.maybe("toBeConfirmed").map(|l| l.list(out)).unwrap_or_default() {
        open.one_of(&OPEN, out);
    }
    let mut count = |name: &str| at.maybe(name).and_then(|v| v.count(out));
    let (per_end, legs, fibers) = (count("perEnd"), count("legs"), count("fibers"));
    let places = at.maybe("places").map(|places| {
        ["a", "between", "b"].map(|name| {
            places.field(name, out).and_then(|count| count.count(out)).unwrap_or_default()
        })
    });
    Some(Line {
        path: at.path.clone(),
        kind,
        part,
        quantity,
        spare,
        per_end,
        places,
        length: at.maybe("lengthM").and_then(|l| l.number(METERS, out)),
        legs,
        fibers,
        polarity: at.maybe("polarity").and_then(|p| p.value.as_str()).map(str::to_owned),
        fiber: at.maybe("fiber").and_then(|f| f.value.as_str()).map(str::to_owned),
        grade: at.maybe("grade").and_then(|f| f.value.as_str()).map(str::to_owned),
        channel: at
            .value
            .get("channel")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(|v| usize::try_from(v.as_u64()?).ok())
            .collect(),
        pins: words(at.value.get("pins"), &["unpinned", "pinned"]),
        faces: words(at.value.get("endFace"), &["angled", "flat"]),
        duplex: words(at.value.get("connector"), &["LC", "CS"]),
    })
}

/// The known words of a field that may be a text, a list or an object of texts.
fn words(value: Option<&Value>, known: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    match value {
        Some(Value::String(text)) => {
            let parts = text.split(|c: char| !c.is_ascii_alphabetic());
            found.extend(parts.filter(|w| known.contains(w)).map(str::to_owned));
        }
        Some(Value::Array(items)) => items.iter().for_each(|i| found.extend(words(Some(i), known))),
        Some(Value::Object(map)) => map.values().for_each(|v| found.extend(words(Some(v), known))),
        _ => {}
    }
    found
}

/// Pins of the MPO ends of an element, in a fixed order: a cable has no direction in a box.
pub(crate) fn pins(element: &Element) -> Vec<String> {
    let ends = element.ends.iter().flatten().filter(|e| e.is_mpo());
    let mut pins: Vec<String> = ends.map(|e| e.pins.clone()).collect();
    pins.sort();
    pins
}

/// End faces of an element; those of its MPO ends where it has any.
pub(crate) fn faces(element: &Element) -> Vec<String> {
    let any_mpo = element.any_end(End::is_mpo);
    let ends = element.ends.iter().flatten().filter(|e| e.is_mpo() || !any_mpo);
    let mut faces: Vec<String> = ends.map(|e| e.end_face.clone()).collect();
    faces.sort();
    faces.dedup();
    faces
}

/// What makes two cables the same part on an order: kind, length, polarity, pins, end faces.
pub(crate) type Key = (String, Option<i128>, Option<String>, Vec<String>, Vec<String>, Vec<String>);

/// The key of a channel's cable.
pub(crate) fn key(element: &Element) -> Key {
    let polarity = element.polarity.clone().filter(|_| !element.is("harness"));
    let duplex = duplex(element);
    (element.kind.clone(), element.length, polarity, pins(element), faces(element), duplex)
}

/// The two interfaces of a duplex cord; an LC to CS cord is another part than an LC to LC one.
fn duplex(element: &Element) -> Vec<String> {
    if element.any_end(End::is_mpo) {
        return Vec::new();
    }
    let mut names: Vec<String> =
        element.ends.iter().flatten().map(|end| end.connector.clone()).collect();
    names.sort();
    names
}

/// Whether an order line can be the part of a key; what the line leaves out does not count.
pub(crate) fn fits(line: &Line, key: &Key) -> bool {
    let (kind, length, polarity, pins, faces, duplex) = key;
    let same_polarity = match (&line.polarity, polarity) {
        (Some(x), Some(y)) => x == y,
        // A duplex cord's polarity never reads as that of an array cord.
        (Some(x), None) => kind == "harness" || x.is_empty(),
        (None, wanted) => wanted.is_none() || duplex.is_empty(),
    };
    let mut named = line.duplex.clone();
    if let [one] = &named[..] {
        named.push(one.clone());
    }
    named.sort();
    let same_duplex = duplex.is_empty() || named.is_empty() || named == *duplex;
    line.kind == *kind
        && line.length == *length
        && same_polarity
        && same_duplex
        && same_words(&line.pins, pins)
        && face_fits(line, kind, faces)
}

/// The MPO end's face must be told; a harness may name the flat duplex face beside it.
fn face_fits(line: &Line, kind: &str, faces: &[String]) -> bool {
    let known = |f: &String| faces.contains(f) || (f == "flat" && kind == "harness");
    // A hybrid cord is another part than one with equal ends.
    let hybrid = kind == "cord" && !faces.iter().all(|f| line.faces.contains(f));
    line.faces.is_empty()
        || (!hybrid && line.faces.iter().all(known) && line.faces.iter().any(|f| faces.contains(f)))
}

/// One word stands for both ends.
fn same_words(has: &[String], wants: &[String]) -> bool {
    let mut sorted = has.to_vec();
    sorted.sort();
    match sorted.as_slice() {
        [] => true,
        [one] => wants.iter().all(|w| w == one),
        _ => sorted == wants,
    }
}

/// What the supplier must be told about cables: nothing of it may be missing from the order.
pub(crate) fn complete(design: &Design, out: &mut Vec<String>) {
    for line in design.bom.iter().filter(|l| ["trunk", "cord"].contains(&l.kind.as_str())) {
        let duplex = line.polarity.as_deref().is_some_and(|p| p.starts_with("A-to"));
        let mapped = design.between().iter().filter(|e| e.is(&line.kind)).all(|e| e.map.is_some());
        if line.length.is_none() {
            out.push(format!("{} has no length", line.path));
        }
        if line.pins.is_empty() && !duplex {
            out.push(format!("{} does not say its pins", line.path));
        }
        if line.faces.is_empty() {
            out.push(format!("{} does not say its end face", line.path));
        }
        if line.polarity.is_none() && mapped {
            out.push(format!("{} does not say its polarity", line.path));
        }
    }
    for line in design.bom.iter().filter(|l| l.kind == "cassette") {
        let rears = design.between().iter().filter(|e| e.is("cassette"));
        if !rears.into_iter().any(|e| same_words(&line.pins, &pins(e))) {
            out.push(format!("{} has other pins than the channel's cassettes", line.path));
        }
    }
}

/// A key as words.
pub(crate) fn name(key: &Key) -> String {
    let length = key.1.map_or(String::new(), |l| format!(" {} m", show(l, METERS)));
    let polarity = key.2.as_deref().unwrap_or("-");
    format!("{}{length} {polarity} {} {}", key.0, key.3.join("/"), key.4.join("/"))
}
