//! Array connectors from port to port: direct, interconnect, cross-connect.

use super::cables::{
    CableType, adapter, array_cord, conversion, method_key, method_trunk, transceiver, trunk,
    trunk_pins, trunk_type,
};
use super::{Assembly, Blueprint, first_sound};
use crate::channel::Element;
use crate::end::Pins;
use crate::proof::prove;
use crate::request::{Method, Polarity, Topology};
use fiberlane_catalog::{Connector, EndFace, Key};
use fiberlane_units::Side;

/// A way of cording: cable types of the cord at A, the trunks and cross cords, and the cord at B.
#[derive(Clone, Copy)]
struct Cording {
    name: &'static str,
    key: Key,
    cables: [CableType; 3],
}

pub(super) fn assemble(plan: &Blueprint<'_>) -> Assembly {
    let try_out = |cording: Cording| {
        let elements = elements(plan, cording);
        let proof = prove(plan.link, &elements);
        Assembly { elements, method: cording.name, proof }
    };
    let candidates = cordings(plan).into_iter().map(try_out).collect();
    // The list of cordings is never empty.
    first_sound(candidates).unwrap_or_else(|| {
        try_out(Cording { name: "", key: Key::Opposed, cables: [CableType::B; 3] })
    })
}

/// The ways of cording to try, best first.
fn cordings(plan: &Blueprint<'_>) -> Vec<Cording> {
    use CableType::{A, B, C};
    if plan.array == Connector::Mpo24 && plan.conversion.is_none() {
        // A letter does not settle two rows: the geometric Type A map exchanges them in every
        // cable and every opposed-key adapter, an odd number in all.
        let map = two_rows(plan);
        let cord = map.map_or(A, CableType::Mapped);
        let cables = [cord, trunk_type(plan, cord), cord];
        let name = map.map_or("", |map| map.id);
        let keys = plan.keys(Some(Key::Opposed));
        return keys.into_iter().map(|key| Cording { name, key, cables }).collect();
    }
    let fixed = match plan.polarity {
        Some(Polarity::Method(method)) => Some(method),
        _ if plan.is_bound() => None,
        _ if plan.face == EndFace::Flat => Some(Method::B),
        _ => Some(Method::U1),
    };
    let Some(method) = fixed else {
        return bound_cordings(plan);
    };
    let ends = match method {
        // From port to port every method comes down to one Type B cord.
        _ if plan.topology == Topology::Direct => vec![(B, B)],
        Method::A => vec![(A, B)],
        Method::B | Method::U2 => vec![(B, B)],
        // An odd number of reversals: with an even number of cables one is of Type A.
        Method::U1 if (plan.span.trunks.len() + plan.span.cross.len()) % 2 == 1 => {
            vec![(B, B), (B, A)]
        }
        Method::U1 => vec![(B, A), (B, B)],
        Method::C => vec![(B, C), (B, A)],
    };
    let middle = middle_of(plan, method_trunk(method));
    let mut cordings = Vec::new();
    for key in plan.keys(Some(method_key(method))) {
        let of_key = ends.iter().map(|(a, b)| Cording {
            name: method.name(),
            key,
            cables: [*a, middle, *b],
        });
        cordings.extend(of_key);
    }
    cordings
}

/// What is in place leaves cords and keys to be found: every combination, the plainest first.
fn bound_cordings(plan: &Blueprint<'_>) -> Vec<Cording> {
    use CableType::{A, B, C};
    let mut middles = vec![middle_of(plan, B)];
    if plan.conversion.is_some() && plan.trunk.is_none() {
        middles.push(middle_of(plan, A));
        // Between conversion modules no map of two rows is usual: the one that passes light is found.
        if plan.array == Connector::Mpo24 && plan.polarity.is_none() {
            middles.clear();
            let maps = plan.catalog.maps.iter().filter(|map| map.id.starts_with("24-"));
            maps.for_each(|map| middles.push(CableType::Mapped(map)));
        }
    }
    let mut cordings = Vec::new();
    for middle in middles {
        for key in plan.keys(None) {
            let name = match (middle, key) {
                (CableType::Measured(_), _) => "measured",
                (CableType::Mapped(map), _) => map.id,
                (A, _) => Method::A.name(),
                (C, _) => Method::C.name(),
                (B, Key::Aligned) => Method::B.name(),
                (B, Key::Opposed) => Method::U1.name(),
            };
            for (a, b) in [(B, B), (B, A), (A, B), (A, A), (B, C), (C, B)] {
                cordings.push(Cording { name, key, cables: [a, middle, b] });
            }
        }
    }
    cordings
}

/// The trunks' type; two rows take a map, not a letter.
fn middle_of(plan: &Blueprint<'_>, usual: CableType) -> CableType {
    let usual = match plan.array {
        Connector::Mpo24 => two_rows(plan).map_or(usual, CableType::Mapped),
        _ => usual,
    };
    trunk_type(plan, usual)
}

fn two_rows(plan: &Blueprint<'_>) -> Option<&'static fiberlane_catalog::Map> {
    match plan.polarity {
        Some(Polarity::Map(map)) => Some(map),
        _ => plan.catalog.map_named("24-a-geometric"),
    }
}

fn elements(plan: &Blueprint<'_>, cording: Cording) -> Vec<Element> {
    let Cording { key, cables: [a, middle, b], .. } = cording;
    let span = plan.span;
    let face = plan.face;
    let (near, far) = (&plan.link.a, &plan.link.b);
    let mut out = vec![transceiver(near, Side::A)];
    let Some(cord_b) = span.cord_b else {
        let faces = [near.face, far.face];
        out.push(array_cord(plan, a, span.cord_a, [Pins::Unpinned; 2], faces));
        out.push(transceiver(far, Side::B));
        return out;
    };
    let cross_connect = plan.topology == Topology::CrossConnect;
    let pins = trunk_pins(plan, span.trunks.len(), cross_connect);
    let outer = |end: Option<Pins>| end.unwrap_or(Pins::Pinned);
    let first = outer(pins.first().map(|pins| pins[0]));
    let last = outer(pins.last().map(|pins| pins[1]));
    // The front of a conversion module is pinned, whatever the trunk behind it is.
    let panel =
        |trunk: Pins| if plan.conversion.is_some() { Pins::Unpinned } else { trunk.counterpart() };
    let boxed =
        |rear: Side, trunk: Pins| plan.conversion.map(|kind| conversion(plan, kind, rear, trunk));
    out.push(array_cord(plan, a, span.cord_a, [Pins::Unpinned, panel(first)], [near.face, face]));
    out.extend(boxed(Side::B, first));
    for (index, (length, own)) in span.trunks.iter().zip(&pins).enumerate() {
        if index > 0 || plan.conversion.is_none() {
            out.push(adapter(plan, key));
        }
        let before = index.checked_sub(1);
        if let (true, Some(before)) = (cross_connect, before)
            && let Some(cross) = span.cross.get(before)
        {
            let ends = [pins[before][1].counterpart(), own[0].counterpart()];
            out.push(array_cord(plan, middle_cord(middle), *cross, ends, [face; 2]));
            out.push(adapter(plan, key));
        }
        out.push(trunk(plan, middle, *length, *own));
    }
    match boxed(Side::A, last) {
        Some(module) => out.push(module),
        None => out.push(adapter(plan, key)),
    }
    out.push(array_cord(plan, b, cord_b, [panel(last), Pins::Unpinned], [face, far.face]));
    out.push(transceiver(far, Side::B));
    out
}

/// Type of a cord between two panels: the trunk's own, but never pair-flipped a third time, nor as
/// one trunk happens to be.
const fn middle_cord(trunk: CableType) -> CableType {
    match trunk {
        CableType::C => CableType::A,
        CableType::Measured(_) => CableType::B,
        other => other,
    }
}
