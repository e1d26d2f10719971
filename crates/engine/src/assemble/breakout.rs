//! A parallel port to several far ends, through a cassette or a harness.

use super::cables::{
    CableType, DuplexType, adapter, array_cord, cassette, duplex_cord, harness, method_key,
    method_trunk, part_id, transceiver, trunk, trunk_pins, trunk_type,
};
use super::{Assembly, Blueprint, first_sound, rears};
use crate::channel::Element;
use crate::checks::brk004_no_part;
use crate::end::Pins;
use crate::finding::Finding;
use crate::order_by::order_by;
use crate::proof::prove;
use crate::request::{Method, Polarity, Topology};
use fiberlane_catalog::{Connector, EndFace, Key, Map, Part, PartId, PartKind};
use fiberlane_units::{Length, Side};

type Found = (PartId, &'static Map);

pub(super) fn assemble(plan: &Blueprint<'_>, per_plug: u8) -> Result<Assembly, Finding> {
    let parts = parts(plan, per_plug);
    let method = match plan.polarity {
        Some(Polarity::Method(method)) => method,
        _ if plan.topology == Topology::BreakoutCassette => Method::U1,
        _ if plan.face == EndFace::Flat => Method::B,
        _ => Method::U1,
    };
    let usual = plan.polarity.is_some() || !plan.is_bound();
    let keys = plan.keys(usual.then(|| method_key(method)));
    let mut candidates = Vec::new();
    for (part, key) in parts.iter().flat_map(|part| keys.iter().map(move |key| (part, *key))) {
        for cord in cords(plan, method) {
            for duplex in DuplexType::BOTH {
                let elements = match (plan.topology, plan.span.cord_b) {
                    (Topology::BreakoutCassette, Some(cord_b)) => {
                        through_cassette(plan, *part, method, key, cord, duplex, cord_b)
                    }
                    (_, cord_b) => through_harness(plan, *part, method, key, cord, cord_b),
                };
                let proof = prove(plan.link, &elements);
                candidates.push(Assembly { elements, method: method.name(), proof });
                if plan.topology != Topology::BreakoutCassette {
                    break;
                }
            }
        }
    }
    first_sound(candidates)
        .ok_or_else(|| brk004_no_part::found(plan.catalog, plan.link, plan.topology))
}

/// Cord types at end A to try, best first. A Type A cord and a Type B trunk leave one reversal,
/// which is what a cassette needs.
fn cords(plan: &Blueprint<'_>, method: Method) -> Vec<CableType> {
    let first = if plan.topology == Topology::BreakoutCassette {
        [CableType::A, CableType::B]
    } else {
        [CableType::B, CableType::A]
    };
    let mut cords = first.to_vec();
    if method == Method::C {
        cords.push(CableType::C);
    }
    cords
}

/// The cassettes or harnesses that split the plug as the pair needs it.
fn parts(plan: &Blueprint<'_>, per_plug: u8) -> Vec<Found> {
    let catalog = plan.catalog;
    let kind = match plan.topology {
        Topology::BreakoutCassette => PartKind::Cassette,
        _ => PartKind::Harness,
    };
    let splits_to_array = plan.link.b.plug.connector.is_array();
    let fits = |part: &Part| {
        let (Some(rear), Some(front)) = (part.rear, part.front) else {
            return false;
        };
        if part.kind != kind || front.connector.is_array() != splits_to_array {
            return false;
        }
        match kind {
            PartKind::Cassette => {
                rear.connector == plan.array && front.count / rear.count.max(1) >= per_plug
            }
            // A harness ends in the transceiver's own interface, whatever the trunk.
            _ => {
                let single = match plan.link.a.plug.connector {
                    Connector::Mpo12 => Connector::Mpo8,
                    other => other,
                };
                rear.connector == single && front.count == per_plug
            }
        }
    };
    let mut found: Vec<(u8, Found)> = Vec::new();
    for (index, part) in catalog.parts.iter().enumerate().filter(|(_, part)| fits(part)) {
        let (Some(id), Some(map)) = (part_id(index), part.map) else {
            continue;
        };
        let Some(map) = catalog.maps.get(usize::from(map.0)) else {
            continue;
        };
        let takes_apart = map.id.starts_with("universal") || map.id.starts_with("split");
        if takes_apart {
            let order = if plan.dense { u8::MAX - rears(part) } else { rears(part) };
            found.push((order, (id, map)));
        }
    }
    order_by(&mut found, |(order, _)| *order);
    found.into_iter().map(|(_, part)| part).collect()
}

/// Pins of the last trunk's end towards B.
fn last_pins(plan: &Blueprint<'_>) -> Pins {
    let pins = trunk_pins(plan, plan.span.trunks.len(), false);
    pins.last().map_or(Pins::Pinned, |pins| pins[1])
}

/// Transceiver, cord, panel and trunk, up to what takes the fibers apart.
fn up_to_trunk(plan: &Blueprint<'_>, method: Method, key: Key, cord: CableType) -> Vec<Element> {
    let (link, span) = (plan.link, plan.span);
    let own = trunk_pins(plan, span.trunks.len(), false);
    let panel = own.first().map_or(Pins::Unpinned, |pins| pins[0].counterpart());
    let pins = [Pins::Unpinned, panel];
    let mut out = vec![
        transceiver(&link.a, Side::A),
        array_cord(plan, cord, span.cord_a, pins, [link.a.face, plan.face]),
    ];
    for (length, pins) in span.trunks.iter().zip(own) {
        out.push(adapter(plan, key));
        out.push(trunk(plan, trunk_type(plan, method_trunk(method)), *length, pins));
    }
    out
}

fn through_cassette(
    plan: &Blueprint<'_>,
    (part, map): Found,
    method: Method,
    key: Key,
    cord: CableType,
    duplex: DuplexType,
    cord_b: Length,
) -> Vec<Element> {
    let far = plan.link.b.plug.connector;
    let ports = plan.link.far_ports / plan.link.a.plug.count.max(1);
    let mut out = up_to_trunk(plan, method, key, cord);
    out.push(Element { ports, ..cassette(plan, Some(part), map, key, Side::A, last_pins(plan)) });
    let lc = [Connector::Lc, far];
    out.push(Element { ports, ..duplex_cord(plan.catalog, duplex, cord_b, lc) });
    out.push(Element { ports, ..transceiver(&plan.link.b, Side::B) });
    out
}

fn through_harness(
    plan: &Blueprint<'_>,
    (part, map): Found,
    method: Method,
    key: Key,
    cord: CableType,
    cord_b: Option<Length>,
) -> Vec<Element> {
    let ports = plan.link.far_ports / plan.link.a.plug.count.max(1);
    let mut out = match cord_b {
        Some(_) => up_to_trunk(plan, method, key, cord),
        None => vec![transceiver(&plan.link.a, Side::A)],
    };
    let (length, pins, face) = match cord_b {
        Some(length) => {
            out.push(adapter(plan, key));
            (length, last_pins(plan).counterpart(), plan.face)
        }
        None => (plan.span.cord_a, Pins::Unpinned, plan.link.a.face),
    };
    out.push(Element { ports, ..harness(plan, part, map, pins, length, face) });
    out.push(Element { ports, ..transceiver(&plan.link.b, Side::B) });
    out
}
