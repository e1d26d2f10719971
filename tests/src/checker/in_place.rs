//! Parts in place: each stands in the channel at its place as it is, and beside the order.

use std::collections::BTreeSet;

use serde_json::Value;

use super::channel::drawn;
use super::fiber_class::same_mode;
use super::findings::codes;
use super::fixed_choice;
use super::installed::Placed;
use super::maps::{across, cassette};
use super::spec::Spec;
use super::topology::pieces;
use super::wire::{Design, Element, End, Line};

/// Checks what is in place, and of what fiber the rest is.
pub(crate) fn check(
    spec: &Spec,
    design: &Design,
    (plan, said): (&Value, &str),
    out: &mut Vec<String>,
) {
    let patched = design.patched();
    let row = drawn(&patched);
    let wanted = pieces(spec);
    if row.len() == wanted.len() {
        for (element, piece) in row.iter().zip(&wanted) {
            element_of(element, piece.placed, out);
        }
    }
    for line in &design.bom {
        ordered(spec, design, line, out);
    }
    for line in &design.in_place {
        lying(spec, design, line, out);
    }
    notes(spec, design, (plan, said), out);
}

/// One element against what lies there.
fn element_of(element: &Element, placed: Option<&Placed>, out: &mut Vec<String>) {
    let name = element.name();
    if element.in_place != placed.is_some() {
        let has = if element.in_place { "is" } else { "is not" };
        out.push(format!("{name} {has} in place, the request says otherwise"));
    }
    let measured = element.polarity.as_deref() == Some("measured");
    let given = placed.is_some_and(|p| p.map.is_some());
    if measured != given && element.is("trunk") {
        out.push(format!("{name} is measured: {measured}, a map is given: {given}"));
    }
    let Some(placed) = placed else { return };
    let arrays: Vec<&End> = element.ends.iter().flatten().filter(|end| end.is_mpo()).collect();
    for (said, of) in [(&placed.connector, 0), (&placed.face, 1)] {
        let Some(said) = said else { continue };
        for end in &arrays {
            let has = if of == 0 { &end.connector } else { &end.end_face };
            if has != said && !element.is("adapter") {
                out.push(format!("{name} is {has}, the part in place is {said}"));
            }
        }
    }
    if let Some(key) = &placed.key
        && element.key.as_ref() != Some(key)
    {
        let has = element.key.as_deref().unwrap_or("without a key");
        out.push(format!("{name} is {has}, the part in place is {key}"));
    }
    if let Some(pins) = &placed.pins {
        let fits = match arrays.as_slice() {
            [rear] => rear.pins == pins[0],
            both => both.iter().map(|end| &end.pins).eq(pins.iter()),
        };
        if !fits {
            out.push(format!(
                "{name} is not {}, as the {} in place is",
                pins.join("/"),
                placed.kind
            ));
        }
    }
    if element.is("trunk") {
        trunk(placed, element, out);
    }
    if element.is("cassette")
        && let Some(method) = &placed.polarity
    {
        is_of_method(element, method, out);
    }
}

/// Type or measured map are those of the trunk that lies there.
fn trunk(placed: &Placed, element: &Element, out: &mut Vec<String>) {
    let name = element.name();
    if let Some(given) = &placed.map {
        let pairs = element.map.iter().flatten().map(|(a, b)| (a.position, b.position));
        if pairs.collect::<BTreeSet<_>>() != *given {
            out.push(format!("the map of {name} is not the measured one"));
        }
    } else if let Some(polarity) = &placed.polarity
        && element.polarity.as_ref().is_some_and(|has| has != polarity)
    {
        out.push(format!("{name} is not of type {polarity}, as the trunk in place is"));
    }
}

/// The map of a cassette in place is one of its method.
fn is_of_method(element: &Element, method: &str, out: &mut Vec<String>) {
    let kinds: &[&str] = match method {
        "A" | "C" => &["a"],
        "B" => &["a", "b2"],
        "U1" | "U2" => &["u"],
        _ => return,
    };
    let rear_at_b = element.ends[1].as_ref().is_some_and(End::is_mpo);
    let rear = element.ends[usize::from(rear_at_b)].as_ref();
    let Some(rear) = rear.filter(|rear| rear.connector != "MPO-24") else { return };
    let Some(map) = &element.map else { return };
    let turned = map.iter().map(|(a, b)| if rear_at_b { (*a, *b) } else { (*b, *a) });
    let first = turned.filter(|(_, back)| back.port.unwrap_or(1) == 1);
    let found: BTreeSet<(u64, u64, u64)> = first
        .map(|(front, back)| (front.port.unwrap_or(1), front.position, back.position))
        .collect();
    let fits = kinds.iter().filter_map(|kind| cassette(kind, &rear.connector)).any(|wanted| {
        let mirror = |f: &(u64, u64, u64)| (f.0, f.1, across(&rear.connector, "aligned", f.2));
        found == wanted || found == wanted.iter().map(mirror).collect()
    });
    if !fits {
        out.push(format!("{} is no cassette of method {method}", element.name()));
    }
}

/// An ordered line is no part in place, unless too few of them lie there.
fn ordered(spec: &Spec, design: &Design, line: &Line, out: &mut Vec<String>) {
    let kind = if line.kind == "adapterPanel" { "adapter" } else { line.kind.as_str() };
    let named = |e: &&Element| line.channel.is_empty() || line.channel.contains(&e.at);
    let between = design.between();
    // Panels between duplex cords are ordered beside array panels in place.
    let elements: Vec<&Element> = between.iter().filter(|e| e.is(kind)).filter(named).collect();
    let only_lying = !elements.is_empty() && elements.iter().all(|e| e.in_place);
    if only_lying && !spec.in_place.is_counted() {
        out.push(format!("{} ({}) is in place and ordered", line.path, line.kind));
    }
    let alike = elements.iter().any(|e| e.in_place) && spec.in_place.is_counted();
    if !alike {
        fiber(line, &[spec.cords_fiber.as_str()], out);
    }
}

/// A line of what lies there is of its fiber and grade.
fn lying(spec: &Spec, design: &Design, line: &Line, out: &mut Vec<String>) {
    let patched = design.patched();
    let row = drawn(&patched);
    let wanted = pieces(spec);
    let kind = if line.kind == "adapterPanel" { "adapter" } else { line.kind.as_str() };
    let own: Vec<&Placed> = row
        .iter()
        .zip(&wanted)
        .filter(|(e, p)| {
            p.kind == kind && (line.channel.is_empty() || line.channel.contains(&e.at))
        })
        .filter_map(|(_, piece)| piece.placed)
        .collect();
    if own.is_empty() {
        out.push(format!("{} ({}) is not in place", line.path, line.kind));
        return;
    }
    let fibers: Vec<&str> =
        own.iter().map(|p| p.fiber.as_deref().unwrap_or(&spec.cords_fiber)).collect();
    if line.kind != "adapterPanel" {
        fiber(line, &fibers, out);
    }
    if let Some(grade) = line.grade.as_deref().filter(|_| line.kind == "trunk") {
        let fits = own.iter().any(|p| p.grade.as_deref().unwrap_or("standard") == grade);
        if !fits {
            out.push(format!("{} ({}) has grade {grade}, not its own", line.path, line.kind));
        }
    }
}

fn fiber(line: &Line, wanted: &[&str], out: &mut Vec<String>) {
    if let Some(has) = line.fiber.as_deref().filter(|has| !wanted.contains(has)) {
        let wants = wanted.join(" or ");
        out.push(format!("{} ({}) is of {has}, not {wants}", line.path, line.kind));
    }
}

/// Findings about parts in place, and the fiber that decides.
fn notes(spec: &Spec, design: &Design, (plan, said): (&Value, &str), out: &mut Vec<String>) {
    if let Some(has) = design.fiber.as_deref().filter(|has| *has != spec.fiber) {
        out.push(format!("the design is judged as {has}, the rule is {}", spec.fiber));
    }
    let all: Vec<&str> = ["error", "warning", "info"].iter().flat_map(|s| codes(plan, s)).collect();
    let lying = || spec.in_place.all().filter_map(|p| p.fiber.as_deref());
    let differs = lying().any(|f| f != spec.cords_fiber && same_mode(f, &spec.cords_fiber));
    let two_modes = lying().any(|f| !same_mode(f, &spec.cords_fiber));
    if differs != all.contains(&"FIB001") && !two_modes {
        out.push(format!("FIB001 is expected: {differs}, found: {}", !differs));
    }
    if two_modes && !all.contains(&"MOD001") {
        out.push("parts are of two modes and MOD001 does not say so".to_owned());
    }
    let without = !spec.in_place.without.is_empty();
    let warned = codes(plan, "warning").contains(&"INS002");
    if without != warned {
        out.push(format!("INS002 as a warning is expected: {without}, found: {warned}"));
    }
    if spec.in_place.moved && !all.iter().any(|c| c.starts_with("INS")) {
        out.push("a length in place is not the one of its run and no finding says so".to_owned());
    }
    // A cassette has a place on some route only where an end is duplex, a panel where both are not.
    let duplex = spec.is_duplex() || spec.b.plug.is_duplex();
    let somewhere = |kind: &&String| match kind.as_str() {
        "cassette" => duplex,
        "adapterPanel" => !spec.is_duplex(),
        _ => true,
    };
    let passed: Vec<&str> =
        spec.in_place.without.iter().filter(somewhere).map(String::as_str).collect();
    // Parts that no one route has places for together leave a choice.
    if !passed.is_empty() && spec.topology_open && passed.len() == spec.in_place.without.len() {
        let kinds = passed.join(", ");
        out.push(format!("the route is open and {} passes by: {kinds}", spec.topology));
    }
    if all.contains(&"INS001") && (said != "fail" || !spec.in_place.any()) {
        out.push(format!("INS001 on a plan that is {said}"));
    }
    fixed_choice::check(spec, &codes(plan, "warning"), out);
    flat_beside(spec, design, said, &all, out);
}

/// A flat mating in a multimode channel of 100G lanes passes with a warning.
fn flat_beside(spec: &Spec, design: &Design, said: &str, all: &[&str], out: &mut Vec<String>) {
    let angled = spec.a.plug.end_face == "angled" || spec.b.plug.end_face == "angled";
    if !angled || spec.fiber.starts_with("OS") || !["pass", "tight"].contains(&said) {
        return;
    }
    let flat = design.between().iter().filter(|e| e.is("trunk") || e.is("cassette"));
    let flat =
        flat.flat_map(|e| e.ends.iter().flatten()).any(|e| e.is_mpo() && e.end_face == "flat");
    if flat != all.contains(&"END003") {
        out.push(format!("END003 is expected: {flat}, found: {}", !flat));
    }
}
