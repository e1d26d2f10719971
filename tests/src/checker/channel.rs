//! Channel order per topology, lengths of its cables, and what stands at both ends.

use super::json::{METERS, show};
use super::plug::Plug;
use super::spec::Spec;
use super::topology::{expected, expected_lengths};
use super::wire::{Design, Element, End};

/// Whether an adapter joins two duplex cords: such a one may be drawn or left out.
fn is_duplex_panel(patched: &[&Element], i: usize) -> bool {
    let cord =
        |j: Option<usize>| j.and_then(|j| patched.get(j)).is_some_and(|e| e.is_duplex_cord());
    patched.get(i).is_some_and(|e| e.is("adapter"))
        && cord(i.checked_sub(1))
        && cord(i.checked_add(1))
}

/// The patched elements without duplex panels, as the route has them.
pub(crate) fn drawn<'a>(patched: &[&'a Element]) -> Vec<&'a Element> {
    let drawn = patched.iter().enumerate().filter(|(i, _)| !is_duplex_panel(patched, *i));
    drawn.map(|(_, e)| *e).collect()
}

/// Checks order, lengths and receptacles; false when the order is wrong.
pub(crate) fn check(spec: &Spec, design: &Design, out: &mut Vec<String>) -> bool {
    let patched = design.patched();
    let drawn = drawn(&patched);
    let kinds: Vec<&str> = drawn.iter().map(|e| e.kind.as_str()).collect();
    let expected = expected(spec);
    if kinds != expected {
        let (has, wants) = (kinds.join(" "), expected.join(" "));
        out.push(format!("the channel of {} is `{has}`, not `{wants}`", spec.topology));
        return false;
    }
    let cables: Vec<&&Element> = drawn.iter().filter(|e| e.is_cable()).collect();
    for (cable, length) in cables.iter().zip(expected_lengths(spec)) {
        if cable.length != Some(length) {
            let has = cable.length.map_or("none".to_owned(), |l| show(l, METERS));
            let name = cable.name();
            out.push(format!("{name} has length {has} m, not {} m", show(length, METERS)));
        }
    }
    if let (Some(first), Some(last)) = (drawn.first(), drawn.last()) {
        receptacle(first, 1, &spec.a.plug, out);
        receptacle(last, 0, &spec.b.plug, out);
    }
    for element in &drawn {
        shape(spec, element, out);
    }
    true
}

/// A transceiver has one receptacle; its MPO is pinned, its end face the application's.
fn receptacle(element: &Element, inward: usize, plug: &Plug, out: &mut Vec<String>) {
    let name = element.name();
    if element.ends.get(1 - inward).is_none_or(Option::is_some) {
        out.push(format!("{name} must have null on its outer side"));
    }
    let Some(end) = element.ends.get(inward).and_then(Option::as_ref) else {
        out.push(format!("{name} has no receptacle toward the channel"));
        return;
    };
    let pins = if end.is_mpo() { "pinned" } else { "none" };
    let wanted = End { connector: plug.connector.clone(), pins: pins.into(), ..end.clone() };
    if !plug.connector.is_empty() && end.ferrule() != wanted.ferrule() {
        out.push(format!("{name} has {}, the application has {}", end.connector, plug.connector));
    }
    if end.pins != pins {
        out.push(format!("{name} is {}, a receptacle of its kind is {pins}", end.pins));
    }
    if end.end_face != plug.end_face {
        out.push(format!("{name} is {}, the application is {}", end.end_face, plug.end_face));
    }
}

/// What kinds of ends an element of this kind has.
fn shape(spec: &Spec, element: &Element, out: &mut Vec<String>) {
    let name = element.name();
    let is = |i: usize, holds: fn(&End) -> bool| {
        element.ends.get(i).and_then(Option::as_ref).is_some_and(holds)
    };
    match element.kind.as_str() {
        "trunk" => {
            let bases: Vec<String> = spec.bases.iter().map(|base| format!("MPO-{base}")).collect();
            if element.ends.iter().flatten().any(|e| !bases.contains(&e.connector)) {
                let base = bases.join(" or ");
                out.push(format!("{name} is not {base} at both ends, the base is {}", spec.base));
            }
            if !element.is_mpo_cable() {
                out.push(format!("{name} does not have two MPO ends"));
            }
        }
        "cord" if !element.is_mpo_cable() && !element.is_duplex_cord() => {
            out.push(format!("{name} is neither MPO to MPO nor duplex to duplex"));
        }
        // Cords to what lies there may be hybrid.
        "cord" if element.is_mpo_cable() && connectors(element) != 1 && !spec.in_place.any() => {
            out.push(format!("{name} has two kinds of connectors"));
        }
        "cord" => {
            if let Some(conversion) = spec.conversion
                && element
                    .ends
                    .iter()
                    .flatten()
                    .any(|e| e.connector != conversion.cord || e.pins != "unpinned")
            {
                out.push(format!("{name} is not {} unpinned at both ends", conversion.cord));
            }
        }
        "conversion" => conversion(spec, element, out),
        "cassette" => {
            let fits = (is(0, End::is_mpo) && is(1, End::is_duplex))
                || (is(0, End::is_duplex) && is(1, End::is_mpo));
            if !fits {
                out.push(format!("{name} does not have one MPO and one duplex end"));
            }
            if spec.topology == "breakout-cassette" {
                ports(spec, element, out);
            }
        }
        "harness" => {
            if !is(0, End::is_mpo) {
                out.push(format!("{name} does not have its MPO end toward A"));
            }
            ports(spec, element, out);
        }
        "adapter" if element.key.is_none() && !element.any_end(End::is_duplex) => {
            out.push(format!("{name} has no key"));
        }
        _ => {}
    }
}

/// A conversion module has cords in front, on pins, and trunks at its rear.
fn conversion(spec: &Spec, element: &Element, out: &mut Vec<String>) {
    let Some(kind) = spec.conversion else { return };
    let [front, rear] = kind.turned(element).map(|side| element.ends[side].as_ref());
    let base = format!("MPO-{}", kind.base);
    let front_fits = front.is_some_and(|e| e.connector == kind.cord && e.pins == "pinned");
    if !front_fits || rear.is_none_or(|e| e.connector != base) {
        out.push(format!("{} is not {base} to {} pinned", element.name(), kind.cord));
    }
    if element.part.as_deref().is_some_and(|part| part != format!("conversion-{}", kind.name)) {
        out.push(format!("{} is not the part of {}", element.name(), kind.name));
    }
}

/// How many different connectors a cable has.
fn connectors(element: &Element) -> usize {
    let ends = element.ends.iter().flatten().map(|e| e.connector.as_str());
    ends.collect::<std::collections::BTreeSet<_>>().len()
}

/// An element that breaks out repeats its B side once per port.
fn ports(spec: &Spec, element: &Element, out: &mut Vec<String>) {
    let (name, legs) = (element.name(), spec.far_ports / spec.a.plug.ports.max(1));
    let Some(ports) = &element.ports else {
        out.push(format!("{name} breaks out and lists no ports"));
        return;
    };
    // A cassette may have more ports than the breakout has legs.
    let fits = ports.len() as u64 == legs || (element.is("cassette") && ports.len() as u64 > legs);
    if !fits {
        out.push(format!("{name} has {} ports, the breakout has {legs}", ports.len()));
    }
    if ports.iter().flatten().any(|port| Some(port) != element.ends[1].as_ref()) {
        out.push(format!("{name} has a port that is not its B side"));
    }
}
