//! Matings: every pair of ends that meet, through adapters and at the transceivers.

use super::wire::{Design, Element, End};

/// Every bad mating of the channel, as a sentence each.
pub(crate) fn bad(design: &Design) -> Vec<String> {
    let mut found = Vec::new();
    let patched = design.patched();
    let mut left: Option<(&Element, Option<&Element>)> = None;
    for element in patched {
        if element.is("adapter") {
            match &mut left {
                Some((_, through)) if through.is_none() => *through = Some(element),
                _ => found.push(format!("{} does not stand between two plugs", element.name())),
            }
            continue;
        }
        if let Some((before, adapter)) = left {
            pair(before, adapter, element, &mut found);
        }
        left = Some((element, None));
        let module = element.is("cassette") || element.is("conversion");
        if module && element.key.as_deref() == Some("aligned") {
            let angled = element.any_end(|e| e.is_mpo() && e.end_face == "angled");
            if angled {
                found.push(format!("{} joins angled faces with aligned keys", element.name()));
            }
        }
    }
    found
}

fn pair(left: &Element, adapter: Option<&Element>, right: &Element, found: &mut Vec<String>) {
    let place = match adapter {
        Some(adapter) => format!("at {}", adapter.name()),
        None => format!("between {} and {}", left.name(), right.name()),
    };
    let (Some(a), Some(b)) = (&left.ends[1], &right.ends[0]) else {
        found.push(format!("{place} an end is missing"));
        return;
    };
    if let Some(why) = refused(a, b) {
        found.push(format!("{place} {} meets {}: {why}", a.show(), b.show()));
    }
    let converts = left.is("conversion") || right.is("conversion");
    if converts && a.connector != b.connector && a.is_mpo() {
        found.push(format!("{place} {} leaves fibers of {} dark", a.connector, b.connector));
    }
    let receives = |e: &Element| e.is("transceiver") || e.is("cassette") || e.is("conversion");
    let plugs = a.is_mpo() && b.is_mpo() && !receives(left) && !receives(right);
    if plugs && adapter.is_none() {
        found.push(format!("{place} two MPO plugs meet without an adapter"));
    }
    if !plugs && adapter.is_some() && (a.is_mpo() || b.is_mpo()) {
        found.push(format!("{place} an adapter stands at a receptacle"));
    }
    let Some(adapter) = adapter else { return };
    if adapter.key.as_deref() == Some("aligned") && [a, b].iter().any(|e| e.end_face == "angled") {
        found.push(format!("{place} aligned keys join angled end faces"));
    }
    for end in adapter.ends.iter().flatten() {
        if end.pins != "none" {
            found.push(format!("{} has pins; an adapter has none", adapter.name()));
        }
        if end.end_face != "none" && end.end_face != a.end_face {
            found.push(format!(
                "{} is {}, its plugs are {}",
                adapter.name(),
                end.end_face,
                a.end_face
            ));
        }
        if keying(end) != keying(a) {
            found.push(format!("{} does not take a {}", adapter.name(), a.connector));
        }
    }
}

/// Centered key for one and two rows of twelve, offset key for sixteen.
fn keying(end: &End) -> &str {
    match end.connector.as_str() {
        "MPO-8" | "MPO-12" | "MPO-24" => "centered",
        "MPO-16" | "MPO-32" => "offset",
        other => other,
    }
}

/// Everything for which two ends do not mate, or `None` when they do.
pub(crate) fn refused(a: &End, b: &End) -> Option<String> {
    let mut why = Vec::new();
    if a.is_mpo() != b.is_mpo() {
        return Some("an MPO and a duplex connector".to_owned());
    }
    if keying(a) != keying(b) {
        why.push("the interfaces differ");
    } else if a.ferrule() != b.ferrule() {
        why.push("the rows of the ferrules differ");
    }
    if a.end_face != b.end_face {
        why.push("the end faces differ");
    } else if a.end_face == "none" {
        why.push("a plug without an end face");
    }
    let pins = (a.pins.as_str(), b.pins.as_str());
    match (a.is_mpo(), pins) {
        (true, ("pinned", "unpinned") | ("unpinned", "pinned")) | (false, ("none", "none")) => {}
        (true, ("pinned", "pinned")) => why.push("two pinned ends do not seat"),
        (true, ("unpinned", "unpinned")) => why.push("two unpinned ends are not aligned"),
        (true, _) => why.push("an MPO end without a pin state"),
        (false, _) => why.push("a duplex end with pins"),
    }
    (!why.is_empty()).then(|| why.join(", "))
}

/// Whether any of the sentences is about plugs that do not fit.
pub(crate) fn about_interfaces(bad: &[String]) -> bool {
    let words = ["interfaces differ", "rows of the ferrules differ", "does not take a"];
    bad.iter().any(|b| words.iter().any(|w| b.contains(w)))
}

/// Whether any of the sentences is about pins.
pub(crate) fn about_pins(bad: &[String]) -> bool {
    let words = ["do not seat", "are not aligned", "pin state", "with pins"];
    bad.iter().any(|b| words.iter().any(|w| b.contains(w)))
}
