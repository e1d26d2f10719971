//! A parallel port to several far ends, through a cassette or a harness.

use super::cables::{
    CableType, DuplexType, Module, adapter, array_cord, cassette, cassette_connector, duplex_cord,
    harness, method_key, method_trunk, transceiver, trunk,
};
use super::duplex::families;
use super::{Assembly, Blueprint, Panel, Run, first_sound, rears};
use crate::channel::Element;
use crate::checks::brk004_no_part;
use crate::end::Pins;
use crate::finding::Finding;
use crate::proof::prove;
use crate::request::{Method, Polarity, Topology};
use fiberlane_catalog::{Connector, EndFace, Key, Map, MapRole, Part, PartId, PartKind, Ports};
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
    let mut ways = Vec::new();
    for (part, key) in parts.iter().flat_map(|part| keys.iter().map(move |key| (part, *key))) {
        for cord in cords(plan, method) {
            for duplex in DuplexType::BOTH {
                ways.push((*part, Way { method, key, cord, duplex }));
                if plan.topology != Topology::BreakoutCassette {
                    break;
                }
            }
        }
    }
    let behind = plan.runs.first().zip(plan.span.cord_b);
    let mut candidates = ways.into_iter().map(|(part, way)| {
        let elements = match (plan.topology, behind) {
            (Topology::BreakoutCassette, Some(behind)) => through_cassette(plan, part, way, behind),
            (_, behind) => through_harness(plan, part, way, behind),
        };
        let proof = prove(plan.link, &elements);
        Assembly { elements, method: method.name(), proof }
    });
    first_sound(&mut candidates)
        .ok_or_else(|| brk004_no_part::found(plan.catalog, plan.link, plan.topology))
}

/// Cord types at end A to try, best first: those of a fixed method, or else all. A Type A cord and a
/// Type B trunk leave one reversal, which is what a cassette needs.
fn cords(plan: &Blueprint<'_>, method: Method) -> Vec<CableType> {
    use CableType::{A, B, C};
    let boxed = plan.topology == Topology::BreakoutCassette;
    match method {
        _ if plan.polarity.is_none() && boxed => vec![A, B, C],
        _ if plan.polarity.is_none() => vec![B, A, C],
        Method::B | Method::U2 => vec![B],
        Method::C => vec![B, C],
        Method::A | Method::U1 if boxed => vec![A, B],
        Method::A | Method::U1 => vec![B, A],
    }
}

/// The cassettes or harnesses that split the plug as the pair needs it.
fn parts(plan: &Blueprint<'_>, per_plug: u8) -> Vec<Found> {
    let catalog = plan.catalog;
    let kind = match plan.topology {
        Topology::BreakoutCassette => PartKind::Cassette,
        _ => PartKind::Harness,
    };
    let splits_to_array = plan.link.b.plug.connector.is_array();
    let array = cassette_connector(plan, Side::B);
    let own = plan.placed.cassette(Side::B);
    let fits = |rear: Ports, front: Ports| {
        if front.connector.is_array() != splits_to_array {
            return false;
        }
        match kind {
            PartKind::Cassette => {
                rear.connector == array && front.count / rear.count.max(1) >= per_plug
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
    let weigh = |part: &Part| {
        let map = catalog.map(part.map?);
        // What stands there is built with, whether it takes the fibers apart or not.
        let said = own.filter(|own| own.mapped.is_some() || own.method.is_some());
        let suits = match said {
            Some(own) => own.mapped.map_or_else(
                || own.method.is_some_and(|method| map.role == families(method)[1]),
                |wanted| wanted == map,
            ),
            None => matches!(map.role, MapRole::Universal | MapRole::Split),
        };
        (suits && fits(part.rear?, part.front?)).then(|| rears(plan, part))
    };
    let found = catalog.suitable(kind, &weigh).into_iter();
    found.filter_map(|part| Some((part, catalog.map_in(part)?))).collect()
}

/// Transceiver, cord, panel and trunk, up to what takes the fibers apart.
fn up_to_trunk(
    plan: &Blueprint<'_>,
    run: &Run<'_>,
    method: Method,
    key: Key,
    cord: CableType,
) -> Vec<Element> {
    let link = plan.link;
    let pins = [Pins::Unpinned, run.pins[0].counterpart()];
    let faces = [link.a.face, run.faces[0]];
    vec![
        transceiver(&link.a, Side::A),
        array_cord(plan, run.connector, cord, plan.span.cord_a, pins, faces),
        adapter(plan, Panel::End(Side::A), key, run.connector),
        trunk(plan, run, method_trunk(method)),
    ]
}

/// A way of cording a breakout.
#[derive(Clone, Copy)]
struct Way {
    method: Method,
    key: Key,
    cord: CableType,
    duplex: DuplexType,
}

fn through_cassette(
    plan: &Blueprint<'_>,
    (part, map): Found,
    way: Way,
    (run, cord_b): (&Run<'_>, Length),
) -> Vec<Element> {
    let far = plan.link.b.plug.connector;
    let ports = plan.link.far_ports / plan.link.a.plug.count.max(1);
    let mut out = up_to_trunk(plan, run, way.method, way.key, way.cord);
    let module = Module { part: Some(part), map: Some(map) };
    out.push(Element { ports, ..cassette(plan, module, way.key, Side::A, run) });
    let lc = [Connector::Lc, far];
    out.push(Element { ports, ..duplex_cord(plan.catalog, way.duplex, cord_b, lc) });
    out.push(Element { ports, ..transceiver(&plan.link.b, Side::B) });
    out
}

fn through_harness(
    plan: &Blueprint<'_>,
    (part, map): Found,
    way: Way,
    behind: Option<(&Run<'_>, Length)>,
) -> Vec<Element> {
    let ports = plan.link.far_ports / plan.link.a.plug.count.max(1);
    let (mut out, length, pins, face) = match behind {
        Some((run, length)) => {
            let mut out = up_to_trunk(plan, run, way.method, way.key, way.cord);
            out.push(adapter(plan, Panel::End(Side::B), way.key, run.connector));
            (out, length, run.pins[1].counterpart(), run.faces[1])
        }
        None => {
            let out = vec![transceiver(&plan.link.a, Side::A)];
            (out, plan.span.cord_a, Pins::Unpinned, plan.link.a.face)
        }
    };
    out.push(Element { ports, ..harness(plan, part, map, pins, length, face) });
    out.push(Element { ports, ..transceiver(&plan.link.b, Side::B) });
    out
}
