//! Building blocks: cords, trunks, adapters, transceivers and cassettes as elements.

use super::{Blueprint, Panel, Run};
use crate::channel::{Element, ElementKind, Path};
use crate::end::{End, Pins};
use crate::link::Receptacle;
use crate::request::{Conversion, Installed, Measured, Method, Polarity};
use fiberlane_catalog::{Catalog, Connector, EndFace, Key, Map, MapRole, PartId, PartKind};
use fiberlane_units::{Length, Side};

/// Type of an array cable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CableType {
    A,
    B,
    C,
    /// A 24-fiber cable by its map.
    Mapped(&'static Map),
    /// A trunk in place by its measured map.
    Measured(Measured),
}

/// Type of a duplex cord.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DuplexType {
    AToB,
    AToA,
}

impl DuplexType {
    pub(super) const BOTH: [Self; 2] = [Self::AToB, Self::AToA];

    fn path(self, catalog: &Catalog) -> Path {
        let role = match self {
            Self::AToB => MapRole::DuplexCrossed,
            Self::AToA => MapRole::DuplexStraight,
        };
        positions(catalog, role, Connector::Lc)
    }
}

fn positions(catalog: &Catalog, role: MapRole, connector: Connector) -> Path {
    catalog.map_of(role, connector).map_or(Path::Unknown, Path::Positions)
}

fn cable_path(catalog: &Catalog, kind: CableType, connector: Connector) -> Path {
    let role = match kind {
        CableType::Mapped(map) if map.connector == connector => return Path::Positions(map),
        CableType::Measured(map) => return Path::Measured(map),
        // Where a cable of two rows meets what has one, no letter is its map.
        _ if connector.rows() > 1 => MapRole::CableRows,
        CableType::Mapped(_) => return Path::Unknown,
        CableType::A => MapRole::CableA,
        CableType::B => MapRole::CableB,
        CableType::C => MapRole::CableC,
    };
    positions(catalog, role, connector)
}

fn adapter_map(catalog: &Catalog, key: Key, connector: Connector) -> Option<&'static Map> {
    let role = match key {
        Key::Opposed => MapRole::Opposed,
        Key::Aligned => MapRole::Aligned,
    };
    catalog.map_of(role, connector)
}

/// The map of cables of two rows: the one that was named, or else the usual one.
pub(super) fn two_rows(plan: &Blueprint<'_>) -> Option<&'static Map> {
    match plan.polarity {
        Some(Polarity::Map(map)) => Some(map),
        _ => plan.catalog.map_of(MapRole::CableRows, Connector::Mpo24),
    }
}

/// An element without parts, key or ports, to build on.
const BARE: Element = Element {
    kind: ElementKind::Cord,
    part: None,
    length: None,
    key: None,
    ends: [None, None],
    ports: 0,
    path: Path::Receptacle,
    in_place: false,
    own: None,
};

/// The receptacle of a transceiver: MPO receptacles are pinned.
pub(super) fn transceiver(receptacle: &Receptacle, side: Side) -> Element {
    let connector = receptacle.plug.connector;
    let end = if connector.is_array() {
        End::array(connector, Pins::Pinned, receptacle.face)
    } else {
        End::duplex(connector)
    };
    let ends = match side {
        Side::A => [None, Some(end)],
        Side::B => [Some(end), None],
    };
    Element { kind: ElementKind::Transceiver, ends, ..BARE }
}

/// An array cord with this connector at both ends.
pub(super) fn array_cord(
    plan: &Blueprint<'_>,
    connector: Connector,
    cable: CableType,
    length: Length,
    pins: [Pins; 2],
    faces: [EndFace; 2],
) -> Element {
    let connector = plan.conversion.and_then(Conversion::connectors).map_or(connector, |[_, c]| c);
    let end = |i: usize| Some(End::array(connector, pins[i], faces[i]));
    Element {
        length: Some(length),
        ends: [end(0), end(1)],
        path: cable_path(plan.catalog, cable, connector),
        ..BARE
    }
}

/// One leg of the trunk of a run.
pub(super) fn trunk(plan: &Blueprint<'_>, run: &Run<'_>, usual: CableType) -> Element {
    let end = |i: usize| Some(End::array(run.connector, run.pins[i], run.faces[i]));
    Element {
        kind: ElementKind::Trunk,
        length: Some(run.length),
        ends: [end(0), end(1)],
        path: cable_path(plan.catalog, trunk_type(run.own, usual), run.connector),
        in_place: run.own.is_some(),
        own: plan.placed.own(plan.catalog, run.entry),
        ..BARE
    }
}

/// The type of a trunk in place, or else `usual`.
pub(super) fn trunk_type(own: Option<&Installed>, usual: CableType) -> CableType {
    let Some(trunk) = own else { return usual };
    match (trunk.map, trunk.mapped, trunk.method) {
        (Some(map), ..) => CableType::Measured(map),
        (None, Some(map), _) => CableType::Mapped(map),
        (None, None, Some(method)) => method_trunk(method),
        (None, None, None) => usual,
    }
}

/// Trunk type of a method.
pub(super) const fn method_trunk(method: Method) -> CableType {
    match method {
        Method::A => CableType::A,
        Method::C => CableType::C,
        Method::B | Method::U1 | Method::U2 => CableType::B,
    }
}

/// A duplex cord.
pub(super) fn duplex_cord(
    catalog: &Catalog,
    cord: DuplexType,
    length: Length,
    connectors: [Connector; 2],
) -> Element {
    Element {
        length: Some(length),
        ends: connectors.map(|connector| Some(End::duplex(connector))),
        path: cord.path(catalog),
        ..BARE
    }
}

/// The plug of an adapter between two runs: where a plug of eight fibers meets one of twelve, that
/// with all of them.
pub(super) fn wider(a: &Run<'_>, b: &Run<'_>) -> Connector {
    match (a.connector, b.connector) {
        (Connector::Mpo8, Connector::Mpo12) => Connector::Mpo12,
        (connector, _) => connector,
    }
}

/// An adapter between two array plugs, of which `plug` is one.
pub(super) fn adapter(plan: &Blueprint<'_>, place: Panel, key: Key, plug: Connector) -> Element {
    let own = plan.placed.panel(place);
    let key = own.and_then(|panel| panel.key).unwrap_or(key);
    let side = Some(End::adapter(own.and_then(|panel| panel.connector).unwrap_or(plug)));
    Element {
        kind: ElementKind::Adapter,
        part: plan.catalog.best_part(PartKind::AdapterPanel, &|_| Some(0)),
        key: Some(key),
        ends: [side, side],
        path: adapter_map(plan.catalog, key, plug).map_or(Path::Unknown, Path::Positions),
        in_place: own.is_some(),
        own: plan.placed.own(plan.catalog, plan.placed.panel_entry(place)),
        ..BARE
    }
}

/// An adapter between two duplex plugs.
pub(super) fn duplex_adapter(catalog: &Catalog) -> Element {
    let side = Some(End::adapter(Connector::Lc));
    Element {
        kind: ElementKind::Adapter,
        ends: [side, side],
        // The adapter passes side to side; exchanging them is the cords' doing.
        path: positions(catalog, MapRole::DuplexStraight, Connector::Lc),
        ..BARE
    }
}

/// A conversion module with its rear towards `rear`, opposite a trunk's end with `trunk` pins. The
/// plug inside its front is pinned, so that cords are unpinned at both ends.
pub(super) fn conversion(
    plan: &Blueprint<'_>,
    kind: Conversion,
    rear: Side,
    (trunk, face): (Pins, EndFace),
) -> Element {
    let [behind, before] = kind.connectors().unwrap_or([plan.array; 2]);
    let back = Some(End::array(behind, trunk.counterpart(), face));
    let front = Some(End::array(before, Pins::Pinned, plan.face));
    let sides = kind.ports().map(|sides| sides.map(Some));
    let part = plan.catalog.best_part(PartKind::Conversion, &|part| {
        (Some([part.rear, part.front]) == sides).then_some(0)
    });
    let map = part.and_then(|part| plan.catalog.map_in(part));
    let adapter = adapter_map(plan.catalog, Key::Opposed, behind);
    Element {
        kind: ElementKind::Conversion,
        part,
        key: Some(Key::Opposed),
        ends: if rear == Side::A { [back, front] } else { [front, back] },
        path: match (map, adapter) {
            (Some(map), Some(_)) => Path::Ports { map, near: rear, rear: adapter },
            _ => Path::Unknown,
        },
        ..BARE
    }
}

/// A cassette with its rear towards `rear`, opposite this end of a run.
pub(super) fn cassette(
    plan: &Blueprint<'_>,
    module: Module,
    key: Key,
    rear: Side,
    run: &Run<'_>,
) -> Element {
    let end = if rear == Side::A { Side::B } else { Side::A };
    let own = plan.placed.cassette(end);
    let opposite = (run.pins[end as usize], run.faces[end as usize]);
    let pins = own.and_then(|o| o.rear_pins(end)).unwrap_or_else(|| opposite.0.counterpart());
    let face = own.and_then(|cassette| cassette.face).unwrap_or(opposite.1);
    let key = own.and_then(|cassette| cassette.key).unwrap_or(key);
    let connector = cassette_connector(plan, end);
    let back = Some(End::array(connector, pins, face));
    let front = Some(End::duplex(Connector::Lc));
    let path = match (module.map, adapter_map(plan.catalog, key, connector)) {
        (Some(map), Some(adapter)) => Path::Ports { map, near: rear, rear: Some(adapter) },
        _ => Path::Unknown,
    };
    Element {
        kind: ElementKind::Cassette,
        part: module.part,
        key: Some(key),
        ends: if rear == Side::A { [back, front] } else { [front, back] },
        path,
        in_place: own.is_some(),
        own: plan.placed.own(plan.catalog, plan.placed.cassette_entry(end)),
        ..BARE
    }
}

/// A cassette as a part of the catalog with its map; without a part the map alone is used, and a
/// finding says that the catalog lacks the part.
#[derive(Clone, Copy)]
pub(super) struct Module {
    pub(super) part: Option<PartId>,
    pub(super) map: Option<&'static Map>,
}

/// Interface at the rear of the cassette at an end: its own, or that of the trunk it meets.
pub(super) fn cassette_connector(plan: &Blueprint<'_>, end: Side) -> Connector {
    let own = plan.placed.cassette(end).and_then(|cassette| cassette.connector);
    let run = if end == Side::A { plan.runs.first() } else { plan.runs.last() };
    own.or(run.map(|run| run.connector)).unwrap_or(plan.array)
}

/// A harness whose single end is towards A.
pub(super) fn harness(
    plan: &Blueprint<'_>,
    part: PartId,
    map: &'static Map,
    pins: Pins,
    length: Length,
    face: EndFace,
) -> Element {
    let single = plan.catalog.part(part).rear.map_or(plan.array, |ports| ports.connector);
    let far = &plan.link.b;
    let ends = match plan.catalog.part(part).front {
        Some(ports) if ports.connector.is_array() => {
            End::array(ports.connector, Pins::Unpinned, far.face)
        }
        _ => End::duplex(far.plug.connector),
    };
    Element {
        kind: ElementKind::Harness,
        part: Some(part),
        length: Some(length),
        ends: [Some(End::array(single, pins, face)), Some(ends)],
        path: Path::Ports { map, near: Side::A, rear: None },
        ..BARE
    }
}

/// Key orientation that a method's adapters have.
pub(crate) const fn method_key(method: Method) -> Key {
    match method {
        Method::B | Method::U2 => Key::Aligned,
        Method::A | Method::C | Method::U1 => Key::Opposed,
    }
}
