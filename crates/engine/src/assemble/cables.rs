//! Building blocks: cords, trunks, adapters, transceivers and cassettes as elements.

use super::Blueprint;
use crate::channel::{Element, ElementKind, Path};
use crate::end::{End, Pins};
use crate::link::Receptacle;
use crate::request::{Conversion, Measured, Method, Pinning};
use fiberlane_catalog::{Catalog, Connector, EndFace, Key, Map, PartId, PartKind};
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
        positions(
            catalog,
            match self {
                Self::AToB => "duplex-a-to-b",
                Self::AToA => "duplex-a-to-a",
            },
        )
    }
}

fn positions(catalog: &Catalog, id: &str) -> Path {
    catalog.map_named(id).map_or(Path::Unknown, Path::Positions)
}

fn cable_path(catalog: &Catalog, kind: CableType, connector: Connector) -> Path {
    let id = match (kind, connector) {
        (CableType::Mapped(map), Connector::Mpo24) => return Path::Positions(map),
        (CableType::Measured(map), _) => return Path::Measured(map),
        (CableType::A, Connector::Mpo8) => "cable-a-8",
        (CableType::B, Connector::Mpo8) => "cable-b-8",
        (CableType::C, Connector::Mpo8) => "cable-c-8",
        (CableType::A, Connector::Mpo12) => "cable-a-12",
        (CableType::B, Connector::Mpo12) => "cable-b-12",
        (CableType::C, Connector::Mpo12) => "cable-c-12",
        (CableType::A, Connector::Mpo16) => "cable-a-16",
        (CableType::B, Connector::Mpo16) => "cable-b-16",
        (CableType::C, Connector::Mpo16) => "cable-c-16",
        _ => return Path::Unknown,
    };
    positions(catalog, id)
}

fn adapter_map(catalog: &Catalog, key: Key, connector: Connector) -> Option<&'static Map> {
    let id = match (key, connector) {
        (Key::Opposed, Connector::Mpo8) => "opposed-8",
        (Key::Opposed, Connector::Mpo12) => "opposed-12",
        (Key::Opposed, Connector::Mpo16) => "opposed-16",
        (Key::Opposed, Connector::Mpo24) => "opposed-24",
        (Key::Aligned, Connector::Mpo8) => "aligned-8",
        (Key::Aligned, Connector::Mpo12) => "aligned-12",
        (Key::Aligned, Connector::Mpo16) => "aligned-16",
        (Key::Aligned, Connector::Mpo24) => "aligned-24",
        _ => return None,
    };
    catalog.map_named(id)
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

/// An array cord.
pub(super) fn array_cord(
    plan: &Blueprint<'_>,
    cable: CableType,
    length: Length,
    pins: [Pins; 2],
    faces: [EndFace; 2],
) -> Element {
    let connector =
        plan.conversion.and_then(Conversion::connectors).map_or(plan.array, |[_, front]| front);
    let end = |i: usize| Some(End::array(connector, pins[i], faces[i]));
    Element {
        length: Some(length),
        ends: [end(0), end(1)],
        path: cable_path(plan.catalog, cable, connector),
        ..BARE
    }
}

/// One leg of a trunk.
pub(super) fn trunk(
    plan: &Blueprint<'_>,
    cable: CableType,
    length: Length,
    pins: [Pins; 2],
) -> Element {
    let end = |i: usize| Some(End::array(plan.array, pins[i], plan.face));
    Element {
        kind: ElementKind::Trunk,
        length: Some(length),
        ends: [end(0), end(1)],
        path: cable_path(plan.catalog, cable, plan.array),
        in_place: plan.trunk.is_some(),
        ..BARE
    }
}

/// The type of the trunks in place, or else `usual`.
pub(super) fn trunk_type(plan: &Blueprint<'_>, usual: CableType) -> CableType {
    let Some(trunk) = plan.trunk else { return usual };
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

/// An adapter between two array plugs.
pub(super) fn adapter(plan: &Blueprint<'_>, key: Key) -> Element {
    let side = Some(End::adapter(plan.array));
    Element {
        kind: ElementKind::Adapter,
        part: plan
            .catalog
            .parts
            .iter()
            .position(|part| part.kind == PartKind::AdapterPanel)
            .and_then(part_id),
        key: Some(key),
        ends: [side, side],
        path: adapter_map(plan.catalog, key, plan.array).map_or(Path::Unknown, Path::Positions),
        in_place: plan.panel.is_some(),
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
        path: positions(catalog, "duplex-a-to-a"),
        ..BARE
    }
}

/// A conversion module with its rear towards `rear`, opposite a trunk's end with `trunk` pins. The
/// plug inside its front is pinned, so that cords are unpinned at both ends.
pub(super) fn conversion(
    plan: &Blueprint<'_>,
    kind: Conversion,
    rear: Side,
    trunk: Pins,
) -> Element {
    let [behind, before] = kind.connectors().unwrap_or([plan.array; 2]);
    let back = Some(End::array(behind, trunk.counterpart(), plan.face));
    let front = Some(End::array(before, Pins::Pinned, plan.face));
    let index = plan.catalog.parts.iter().position(|part| part.id == kind.part());
    let map = index
        .and_then(|index| plan.catalog.parts[index].map)
        .and_then(|id| plan.catalog.maps.get(usize::from(id.0)));
    let adapter = adapter_map(plan.catalog, Key::Opposed, behind);
    Element {
        kind: ElementKind::Conversion,
        part: index.and_then(part_id),
        key: Some(Key::Opposed),
        ends: if rear == Side::A { [back, front] } else { [front, back] },
        path: match (map, adapter) {
            (Some(map), Some(_)) => Path::Ports { map, near: rear, rear: adapter },
            _ => Path::Unknown,
        },
        ..BARE
    }
}

/// A cassette with its rear towards `rear`, opposite a trunk's end with `trunk` pins.
pub(super) fn cassette(
    plan: &Blueprint<'_>,
    part: Option<PartId>,
    map: &'static Map,
    key: Key,
    rear: Side,
    trunk: Pins,
) -> Element {
    let own = plan.cassette.and_then(|cassette| cassette.pins);
    let pins = own.map_or_else(|| trunk.counterpart(), |[pins, _]| pins);
    let face = plan.cassette.and_then(|cassette| cassette.face).unwrap_or(plan.face);
    let back = Some(End::array(plan.array, pins, face));
    let front = Some(End::duplex(Connector::Lc));
    let path = match adapter_map(plan.catalog, key, plan.array) {
        Some(adapter) => Path::Ports { map, near: rear, rear: Some(adapter) },
        None => Path::Unknown,
    };
    Element {
        kind: ElementKind::Cassette,
        part,
        key: Some(key),
        ends: if rear == Side::A { [back, front] } else { [front, back] },
        path,
        in_place: plan.cassette.is_some(),
        ..BARE
    }
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

pub(super) fn part_id(index: usize) -> Option<PartId> {
    u16::try_from(index).ok().map(PartId)
}

/// Pins of the trunks from A to B. Where two trunks meet in one panel the second is pinned at one
/// end only, so that the first and the last outer end are alike.
///
/// Trunks in place keep their own.
pub(super) fn trunk_pins(
    plan: &Blueprint<'_>,
    count: usize,
    cross_connect: bool,
) -> Vec<[Pins; 2]> {
    if let Some(pins) = plan.trunk.and_then(|trunk| trunk.pins) {
        return vec![pins; count];
    }
    let outer = match plan.pinning {
        Pinning::PinnedTrunk => Pins::Pinned,
        Pinning::PinnedModule => Pins::Unpinned,
    };
    (0..count)
        .map(|index| match index {
            // A cross-connect cord separates the trunks, so that each is like-ended.
            _ if cross_connect || index == 0 => [outer, outer],
            _ => [outer.counterpart(), outer],
        })
        .collect()
}

/// Key orientation that a method's adapters have.
pub(super) const fn method_key(method: Method) -> Key {
    match method {
        Method::B | Method::U2 => Key::Aligned,
        Method::A | Method::C | Method::U1 => Key::Opposed,
    }
}
