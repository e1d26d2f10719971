//! Array connectors from port to port: direct, interconnect, cross-connect.

use super::cables::{
    CableType, adapter, array_cord, conversion, method_key, method_trunk, transceiver, trunk,
    trunk_type, two_rows, wider,
};
use super::{Assembly, Blueprint, Panel, first_sound};
use crate::channel::{Element, MEASURED};
use crate::end::Pins;
use crate::order_by::order_by;
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
    /// Type of the cross cords, where they are not as the trunks.
    cross: Option<CableType>,
}

pub(super) fn assemble(plan: &Blueprint<'_>) -> Assembly {
    let try_out = |cording: Cording| {
        let elements = elements(plan, cording);
        let proof = prove(plan.link, &elements);
        Assembly { elements, method: cording.name, proof }
    };
    // The list of cordings is never empty.
    first_sound(&mut cordings(plan).into_iter().map(try_out)).unwrap_or_else(|| {
        try_out(Cording { name: "", key: Key::Opposed, cables: [CableType::B; 3], cross: None })
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
        let cables = [cord, cord, cord];
        let name = map.map_or("", |map| map.id);
        let keys = plan.keys(Some(Key::Opposed));
        return keys.into_iter().map(|key| Cording { name, key, cables, cross: None }).collect();
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
            cross: None,
        });
        cordings.extend(of_key);
    }
    cordings
}

/// What is in place leaves cords and keys to be found: first by the recipe of the type that lies
/// there, then every combination, the plainest first.
fn bound_cordings(plan: &Blueprint<'_>) -> Vec<Cording> {
    use CableType::{A, B, C};
    let mut middles = vec![middle_of(plan, B)];
    if plan.conversion.is_some() && plan.placed.trunk(0).is_none() {
        middles.push(middle_of(plan, A));
        // Between conversion modules no map of two rows is usual: the one that passes light is found.
        if plan.array == Connector::Mpo24 && plan.polarity.is_none() {
            middles.clear();
            middles.extend(plan.catalog.row_maps().map(CableType::Mapped));
        }
    }
    // Trunks of Type B go with several methods and say nothing.
    let telling = |method: &Method| *method != Method::B;
    let lies_there = plan.runs.iter().find_map(|run| run.own?.method.filter(telling));
    let mut cordings = Vec::new();
    let mut keys = plan.keys(None);
    let recipe = match lies_there {
        Some(Method::A) => Some((A, B)),
        Some(Method::C) => Some((B, C)),
        _ => None,
    };
    let said = plan.placed.all().any(|part| part.key.is_some());
    if recipe.is_some() && !said {
        // Both of these have opposed keys.
        order_by(&mut keys, |key| *key != Key::Opposed);
    }
    for middle in middles {
        for key in keys.iter().copied() {
            let name = match (middle, key) {
                (CableType::Measured(_), _) => MEASURED,
                (CableType::Mapped(map), _) => map.id,
                (A, _) => Method::A.name(),
                (C, _) => Method::C.name(),
                (B, Key::Aligned) => Method::B.name(),
                (B, Key::Opposed) => Method::U1.name(),
            };
            let all = [(B, B), (B, A), (A, B), (A, A), (B, C), (C, B), (A, C), (C, A)];
            // Where no lanes are known the first is taken: by the rule, an odd number of reversals.
            let even = (plan.span.trunks.len() + plan.span.cross.len()).is_multiple_of(2);
            let recipe = match (middle, key) {
                (B, Key::Opposed) if even => recipe.or(Some((B, A))),
                _ => recipe,
            };
            let ends =
                recipe.into_iter().chain(all.into_iter().filter(|pair| Some(*pair) != recipe));
            for (a, b) in ends {
                cordings.push(Cording { name, key, cables: [a, middle, b], cross: None });
            }
        }
    }
    // Where no cords at the ends pass light, other cross cords may.
    if plan.topology == Topology::CrossConnect {
        let usual = cordings.clone();
        for cross in [A, B, C] {
            cordings.extend(usual.iter().map(|way| Cording { cross: Some(cross), ..*way }));
        }
    }
    cordings
}

/// The type of new trunks; two rows take a map, not a letter.
fn middle_of(plan: &Blueprint<'_>, usual: CableType) -> CableType {
    match plan.array {
        Connector::Mpo24 => two_rows(plan).map_or(usual, CableType::Mapped),
        _ => usual,
    }
}

fn elements(plan: &Blueprint<'_>, cording: Cording) -> Vec<Element> {
    let Cording { key, cables: [a, middle, b], cross: crossing, .. } = cording;
    let span = plan.span;
    let (near, far) = (&plan.link.a, &plan.link.b);
    let mut out = vec![transceiver(near, Side::A)];
    let (Some(cord_b), [first, .., last] | [first @ last]) = (span.cord_b, plan.runs) else {
        let faces = [near.face, far.face];
        let pins = [Pins::Unpinned; 2];
        out.push(array_cord(plan, plan.array, a, span.cord_a, pins, faces));
        out.push(transceiver(far, Side::B));
        return out;
    };
    // The front of a conversion module is pinned, whatever the trunk behind it is.
    let panel =
        |trunk: Pins| if plan.conversion.is_some() { Pins::Unpinned } else { trunk.counterpart() };
    let front = |trunk: EndFace| if plan.conversion.is_some() { plan.face } else { trunk };
    let boxed = |rear: Side, end: (Pins, EndFace)| {
        plan.conversion.map(|kind| conversion(plan, kind, rear, end))
    };
    let pins = [Pins::Unpinned, panel(first.pins[0])];
    let faces = [near.face, front(first.faces[0])];
    out.push(array_cord(plan, first.connector, a, span.cord_a, pins, faces));
    match boxed(Side::B, (first.pins[0], first.faces[0])) {
        Some(module) => out.push(module),
        None => out.push(adapter(plan, Panel::End(Side::A), key, first.connector)),
    }
    for (index, run) in plan.runs.iter().enumerate() {
        if let Some(before) = index.checked_sub(1) {
            let [last, joint] = [&plan.runs[before], run];
            let place = Panel::Joint(before);
            let crossed = plan.topology == Topology::CrossConnect;
            let joined = if crossed { last.connector } else { wider(last, joint) };
            out.push(adapter(plan, place, key, joined));
            if crossed && let Some(cross) = span.cross.get(before) {
                let ends = [last.pins[1].counterpart(), joint.pins[0].counterpart()];
                let faces = [last.faces[1], joint.faces[0]];
                // As the trunk before it, unless the method is fixed or it is as one trunk happens to be.
                let own = last.own.filter(|_| plan.polarity.is_none());
                let kind = match trunk_type(own, middle) {
                    CableType::Measured(_) => CableType::B,
                    kind => kind,
                };
                let kind = crossing.unwrap_or(kind);
                out.push(array_cord(plan, last.connector, kind, *cross, ends, faces));
                out.push(adapter(plan, place, key, wider(last, joint)));
            }
        }
        out.push(trunk(plan, run, middle));
    }
    match boxed(Side::A, (last.pins[1], last.faces[1])) {
        Some(module) => out.push(module),
        None => out.push(adapter(plan, Panel::End(Side::B), key, last.connector)),
    }
    let pins = [panel(last.pins[1]), Pins::Unpinned];
    let faces = [front(last.faces[1]), far.face];
    out.push(array_cord(plan, last.connector, b, cord_b, pins, faces));
    out.push(transceiver(far, Side::B));
    out
}
