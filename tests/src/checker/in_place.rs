//! Parts in place: they stand in the channel as they are, and beside the order.

use std::collections::BTreeSet;

use serde_json::Value;

use super::fiber_class::same_mode;
use super::findings::codes;
use super::installed::Placed;
use super::spec::Spec;
use super::wire::{Design, Element, Line};

/// Checks what is in place, and of what fiber the rest is.
pub(crate) fn check(
    spec: &Spec,
    design: &Design,
    (plan, said): (&Value, &str),
    out: &mut Vec<String>,
) {
    for element in design.between() {
        let placed = spec.in_place.holds(&element.kind);
        // A panel between duplex cords is not the array panel that is in place.
        let array = element.ends.iter().flatten().any(super::wire::End::is_mpo);
        if element.in_place != placed && (element.in_place || array) {
            let has = if element.in_place { "is" } else { "is not" };
            out.push(format!("{} {has} in place, the request says otherwise", element.name()));
        }
        match element.kind.as_str() {
            "trunk" => trunk(spec.in_place.trunk.as_ref(), element, out),
            "adapter" => key(spec.in_place.panel.as_ref(), element, out),
            "cassette" => {
                key(spec.in_place.cassette.as_ref(), element, out);
                let pins = spec.in_place.cassette.as_ref().and_then(|c| c.pins.as_ref());
                let rear = element.ends.iter().flatten().find(|end| end.is_mpo());
                if pins.zip(rear).is_some_and(|(pins, rear)| !pins.contains(&rear.pins)) {
                    out.push(format!("the rear of {} has other pins in place", element.name()));
                }
            }
            _ => {}
        }
    }
    faces(spec, design, out);
    for line in &design.bom {
        // Panels between duplex cords are ordered beside array panels in place.
        let duplex_panel = line.kind == "adapterPanel" && spec.is_duplex();
        if spec.in_place.holds(&line.kind) && !duplex_panel {
            out.push(format!("{} ({}) is in place and ordered", line.path, line.kind));
        }
        fiber(line, &spec.cords_fiber, out);
    }
    for line in &design.in_place {
        if !spec.in_place.holds(&line.kind) {
            out.push(format!("{} ({}) is not in place", line.path, line.kind));
        }
        let own = spec.in_place.trunk.as_ref().and_then(|t| t.fiber.as_deref());
        if line.kind == "trunk" {
            fiber(line, own.unwrap_or(&spec.cords_fiber), out);
        }
    }
    notes(spec, design, (plan, said), out);
}

/// Type or measured map, and pins, are those of the trunk that lies there.
fn trunk(placed: Option<&Placed>, element: &Element, out: &mut Vec<String>) {
    let name = element.name();
    let measured = element.polarity.as_deref() == Some("measured");
    let given = placed.and_then(|p| p.map.as_ref());
    if measured != given.is_some() {
        out.push(format!("{name} is measured: {measured}, a map is given: {}", given.is_some()));
    }
    let Some(placed) = placed else { return };
    if let Some(given) = given {
        let pairs = element.map.iter().flatten().map(|(a, b)| (a.position, b.position));
        if pairs.collect::<BTreeSet<_>>() != *given {
            out.push(format!("the map of {name} is not the measured one"));
        }
    } else if let Some(polarity) = &placed.polarity
        && element.polarity.as_ref().is_some_and(|has| has != polarity)
    {
        out.push(format!("{name} is not of type {polarity}, as the trunk in place is"));
    }
    if let Some(pins) = &placed.pins {
        let has = element.ends.iter().flatten().map(|end| &end.pins);
        if !has.eq(pins.iter()) {
            out.push(format!("{name} is not {}, as the trunk in place is", pins.join("/")));
        }
    }
}

fn key(placed: Option<&Placed>, element: &Element, out: &mut Vec<String>) {
    let wanted = placed.and_then(|p| p.key.as_deref());
    if let (Some(has), Some(wants)) = (element.key.as_deref(), wanted)
        && has != wants
    {
        out.push(format!("{} is {has}, the part in place is {wants}", element.name()));
    }
}

/// The end face of a trunk in place is that of every array mating between the modules.
fn faces(spec: &Spec, design: &Design, out: &mut Vec<String>) {
    let Some(face) = spec.in_place.trunk.as_ref().and_then(|t| t.face.as_deref()) else {
        return;
    };
    let between = design.between();
    if !between.iter().any(|e| e.is("trunk")) {
        return;
    }
    for (i, element) in between.iter().enumerate() {
        for (side, end) in element.ends.iter().enumerate() {
            let outer = (i == 0 && side == 0) || (i + 1 == between.len() && side == 1);
            let Some(end) = end.as_ref().filter(|end| end.is_mpo() && !outer) else {
                continue;
            };
            if end.end_face != face && end.end_face != "none" {
                let name = element.name();
                out.push(format!("{name} is {}, the trunk in place is {face}", end.end_face));
            }
        }
    }
}

fn fiber(line: &Line, wanted: &str, out: &mut Vec<String>) {
    if let Some(has) = line.fiber.as_deref().filter(|has| *has != wanted) {
        out.push(format!("{} ({}) is of {has}, not {wanted}", line.path, line.kind));
    }
}

/// Findings about parts in place, and the fiber that decides.
fn notes(spec: &Spec, design: &Design, (plan, said): (&Value, &str), out: &mut Vec<String>) {
    if let Some(has) = design.fiber.as_deref().filter(|has| *has != spec.fiber) {
        out.push(format!("the design is judged as {has}, the rule is {}", spec.fiber));
    }
    let all: Vec<&str> = ["error", "warning", "info"].iter().flat_map(|s| codes(plan, s)).collect();
    let own = spec.in_place.trunk.as_ref().and_then(|t| t.fiber.as_deref());
    let own = own.unwrap_or(&spec.cords_fiber);
    let differs = own != spec.cords_fiber;
    let lower = differs && same_mode(own, &spec.cords_fiber);
    if lower != all.contains(&"FIB001") {
        out.push(format!("FIB001 is expected: {lower}, found: {}", !lower));
    }
    if differs && !lower && !all.contains(&"MOD001") {
        out.push("cords and trunk are of two modes and MOD001 does not say so".to_owned());
    }
    let direct = spec.topology == "direct" && spec.topology_open;
    if spec.in_place.trunk.is_some() && direct {
        out.push("a trunk is in place and the plan chose direct".to_owned());
    }
    if all.contains(&"INS001") && (said != "fail" || !spec.in_place.any()) {
        out.push(format!("INS001 on a plan that is {said}"));
    }
}
