//! INS006: A fixed choice that a part in place contradicts
//!
//! A polarity or a pinning was fixed, and a part in place is of another type, key or gender. What lies there counts as it
//! is, and what is new is made by the choice and to fit it. Leave the choice open to have all of it chosen around what
//! lies there, or correct what was said of the part.

use super::Case;
use crate::assemble::{families, method_key};
use crate::channel::{Element, ElementKind, MEASURED};
use crate::end::{End, Pins};
use crate::finding::{Code, Fact, Finding};
use crate::request::{Installed, Method, Pinning, Polarity, Topology};
use fiberlane_catalog::{Catalog, Map, MapRole};

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    let parts = case.request.installed.as_deref().unwrap_or_default();
    let trunks = || case.elements.iter().filter(|element| element.kind == ElementKind::Trunk);
    for (at, element) in case.elements.iter().enumerate().filter(|(_, part)| part.in_place) {
        let Some((own, part)) = element.own.and_then(|own| Some((own, parts.get(own.entry)?)))
        else {
            continue;
        };
        let mut say = |asked: &'static str, found: &'static str| {
            let finding =
                Finding::new(Code::Ins006, ["installed[", &own.entry.to_string(), "]"].concat())
                    .fact("asked", Fact::name(asked))
                    .fact("part", Fact::name(part.kind.name()))
                    .fact("found", Fact::name(found));
            if !out.contains(&finding) {
                out.push(finding);
            }
        };
        if let Some(polarity) = case.request.polarity {
            if let Some(found) = other_type(case.catalog, polarity, element, part) {
                say(polarity.name(), found);
            }
            if let Polarity::Method(method) = polarity {
                if let Some(key) = part.key.filter(|key| *key != method_key(method)) {
                    say(polarity.name(), key.name());
                }
                let boxed = case.topology == Topology::CassetteToCassette;
                if let Some(found) = part.method.filter(|found| {
                    boxed
                        && element.kind == ElementKind::Cassette
                        && family(*found, element) != family(method, element)
                }) {
                    say(polarity.name(), found.name());
                }
            }
        }
        if let (Some(pinning), Some(_)) = (case.request.pinning, part.pins) {
            let outer = match pinning {
                Pinning::PinnedTrunk => Pins::Pinned,
                Pinning::PinnedModule => Pins::Unpinned,
            };
            let crossed = case.topology == Topology::CrossConnect;
            let is_trunk = |other: &Element| other.kind == ElementKind::Trunk;
            let first = case.elements.iter().position(is_trunk) == Some(at);
            let last = case.elements.iter().rposition(is_trunk) == Some(at);
            let [a, b] = element.ends;
            let (ends, wanted): ([Option<End>; 2], Pins) = match element.kind {
                ElementKind::Trunk => {
                    ([a.filter(|_| first || crossed), b.filter(|_| last || crossed)], outer)
                }
                // What takes the pins of a trunk that lies there is as that trunk, which is named.
                _ => {
                    let at_b = a.is_some_and(|end| end.connector.is_array());
                    let beside = if at_b { trunks().next_back() } else { trunks().next() };
                    let told = beside.and_then(|trunk| parts.get(trunk.own?.entry)?.pins);
                    let taken = told.map(|pins| pins[usize::from(at_b)].counterpart());
                    let other = |end: &End| Some(end.pins) != taken;
                    ([a.filter(other), b.filter(other)], outer.counterpart())
                }
            };
            let mut arrays = ends.into_iter().flatten().filter(|end| end.connector.is_array());
            if let Some(end) = arrays.find(|end| end.pins != wanted && end.pins != Pins::None) {
                say(pinning.name(), end.pins.name());
            }
        }
    }
}

/// The type that is said of a trunk, where it is not the one of a fixed polarity.
fn other_type(
    catalog: &'static Catalog,
    polarity: Polarity,
    element: &Element,
    part: &Installed,
) -> Option<&'static str> {
    // The letter of a method's trunks, and their role.
    let trunks = |method: Method| match method {
        Method::A => ("A", MapRole::CableA),
        Method::C => ("C", MapRole::CableC),
        Method::B | Method::U1 | Method::U2 => ("B", MapRole::CableB),
    };
    let letter = |method: Method| trunks(method).0;
    let asked = match polarity {
        Polarity::Method(method) => letter(method),
        Polarity::Map(map) => map.id,
    };
    if element.kind != ElementKind::Trunk {
        return None;
    }
    if let Some(measured) = part.map {
        let count = measured.pairs().count();
        let meant = |map: &&Map| match polarity {
            Polarity::Method(method) => map.role == trunks(method).1,
            Polarity::Map(asked) => **map == *asked,
        };
        let map = catalog.maps.iter().find(|map| meant(map) && map.pairs.len() == count)?;
        let off = |(near, far): &(fiberlane_catalog::Place, fiberlane_catalog::Place)| {
            measured.forward(near.position) != Some(far.position)
        };
        return map.pairs.iter().any(off).then_some(MEASURED);
    }
    let found = part.mapped.map(|map| map.id).or(part.method.map(letter))?;
    (found != asked).then_some(found)
}

/// The family of maps that cassettes of a method have at the end of this one.
fn family(method: Method, element: &Element) -> MapRole {
    let at_b = element.ends[0].is_some_and(|end| end.connector.is_array());
    families(method)[usize::from(at_b)]
}
