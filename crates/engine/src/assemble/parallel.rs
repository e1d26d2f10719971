//! Array connectors from port to port: direct, interconnect, cross-connect.

use super::cables::{
    CableType, adapter, array_cable, method_key, method_trunk, panel_pins, transceiver, trunk_pins,
};
use super::{Assembly, Blueprint, first_sound};
use crate::channel::{Element, ElementKind};
use crate::end::Pins;
use crate::proof::prove;
use crate::request::{Method, Polarity, Topology};
use fiberlane_catalog::{Connector, EndFace, Key};
use fiberlane_units::Side;

/// Cable types of the cord at A, the trunks and cross cords, and the cord at B.
type Cording = (CableType, CableType, CableType);

pub(super) fn assemble(plan: &Blueprint<'_>) -> Assembly {
    let (method, key, cordings) = cordings(plan);
    let candidates = cordings
        .into_iter()
        .map(|cording| {
            let elements = elements(plan, key, cording);
            let proof = prove(plan.link, &elements);
            Assembly { elements, method, proof }
        })
        .collect();
    // The list of cordings is never empty.
    first_sound(candidates).unwrap_or_else(|| {
        let elements = elements(plan, key, (CableType::B, CableType::B, CableType::B));
        let proof = prove(plan.link, &elements);
        Assembly { elements, method, proof }
    })
}

/// Method name, adapter key and the ways of cording to try, best first.
fn cordings(plan: &Blueprint<'_>) -> (&'static str, Key, Vec<Cording>) {
    use CableType::{A, B, C};
    if plan.array == Connector::Mpo24 {
        // A letter does not settle two rows: the geometric Type A map exchanges them in every
        // cable and every opposed-key adapter, an odd number in all.
        let fixed = match plan.polarity {
            Some(Polarity::Map(map)) => Some(map),
            _ => plan.catalog.map_named("24-a-geometric"),
        };
        return match fixed {
            Some(map) => {
                let cable = CableType::Mapped(map);
                (map.id, Key::Opposed, vec![(cable, cable, cable)])
            }
            None => ("", Key::Opposed, vec![(A, A, A)]),
        };
    }
    let method = match plan.polarity {
        Some(Polarity::Method(method)) => method,
        _ if plan.link.array_face == EndFace::Flat => Method::B,
        _ => Method::U1,
    };
    let key = method_key(method);
    let trunk = method_trunk(method);
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
    (method.name(), key, ends.into_iter().map(|(a, b)| (a, trunk, b)).collect())
}

fn elements(plan: &Blueprint<'_>, key: Key, (a, middle, b): Cording) -> Vec<Element> {
    let span = plan.span;
    let face = plan.link.array_face;
    let (near, far) = (&plan.link.a, &plan.link.b);
    let mut out = vec![transceiver(near, Side::A)];
    let Some(cord_b) = span.cord_b else {
        let faces = [near.face, far.face];
        let pins = [Pins::Unpinned; 2];
        out.push(array_cable(plan, ElementKind::Cord, a, span.cord_a, pins, faces));
        out.push(transceiver(far, Side::B));
        return out;
    };
    let panel = panel_pins(plan.pinning);
    let cord = |cable, length, pins, faces| {
        array_cable(plan, ElementKind::Cord, cable, length, pins, faces)
    };
    out.push(cord(a, span.cord_a, [Pins::Unpinned, panel], [near.face, face]));
    let cross_connect = plan.topology == Topology::CrossConnect;
    // A cross-connect cord separates the trunks, so that each is like-ended.
    let pins = if cross_connect {
        vec![[panel.counterpart(); 2]; span.trunks.len()]
    } else {
        trunk_pins(plan.pinning, span.trunks.len())
    };
    for (index, (length, pins)) in span.trunks.iter().zip(pins).enumerate() {
        out.push(adapter(plan, key));
        if let (true, Some(cross)) = (index > 0, span.cross.get(index.wrapping_sub(1))) {
            out.push(cord(middle_cord(middle), *cross, [panel; 2], [face; 2]));
            out.push(adapter(plan, key));
        }
        out.push(array_cable(plan, ElementKind::Trunk, middle, *length, pins, [face; 2]));
    }
    out.push(adapter(plan, key));
    out.push(cord(b, cord_b, [panel, Pins::Unpinned], [face, far.face]));
    out.push(transceiver(far, Side::B));
    out
}

/// Type of a cord between two panels: the trunk's own, but never pair-flipped a third time.
const fn middle_cord(trunk: CableType) -> CableType {
    match trunk {
        CableType::C => CableType::A,
        other => other,
    }
}
