//! Building blocks: cords, trunks, adapters, transceivers and cassettes as elements.

use super::Blueprint;
use crate::channel::{Element, ElementKind, Path};
use crate::end::{End, Pins};
use crate::link::Receptacle;
use crate::request::{Method, Pinning};
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

/// An array cord or trunk leg.
pub(super) fn array_cable(
    plan: &Blueprint<'_>,
    kind: ElementKind,
    cable: CableType,
    length: Length,
    pins: [Pins; 2],
    faces: [EndFace; 2],
) -> Element {
    let end = |i: usize| Some(End::array(plan.array, pins[i], faces[i]));
    Element {
        kind,
        length: Some(length),
        ends: [end(0), end(1)],
        path: cable_path(plan.catalog, cable, plan.array),
        ..BARE
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

/// A cassette with its rear towards `rear`.
pub(super) fn cassette(
    plan: &Blueprint<'_>,
    part: Option<PartId>,
    map: &'static Map,
    key: Key,
    rear: Side,
) -> Element {
    let pins = match plan.pinning {
        Pinning::PinnedTrunk => Pins::Unpinned,
        Pinning::PinnedModule => Pins::Pinned,
    };
    let back = Some(End::array(plan.array, pins, plan.link.array_face));
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
        ends: [Some(End::array(single, pins, plan.link.a.face)), Some(ends)],
        path: Path::Ports { map, near: Side::A, rear: None },
        ..BARE
    }
}

pub(super) fn part_id(index: usize) -> Option<PartId> {
    u16::try_from(index).ok().map(PartId)
}

/// Pins of the trunks from A to B. Where two trunks meet in one panel the second is pinned at one
/// end only, so that the first and the last outer end are alike.
pub(super) fn trunk_pins(pinning: Pinning, count: usize) -> Vec<[Pins; 2]> {
    let outer = match pinning {
        Pinning::PinnedTrunk => Pins::Pinned,
        Pinning::PinnedModule => Pins::Unpinned,
    };
    (0..count)
        .map(|index| if index == 0 { [outer, outer] } else { [outer.counterpart(), outer] })
        .collect()
}

/// Pins of a cord's end in a panel, opposite a trunk.
pub(super) const fn panel_pins(pinning: Pinning) -> Pins {
    match pinning {
        Pinning::PinnedTrunk => Pins::Unpinned,
        Pinning::PinnedModule => Pins::Pinned,
    }
}

/// Key orientation that a method's adapters have.
pub(super) const fn method_key(method: Method) -> Key {
    match method {
        Method::B | Method::U2 => Key::Aligned,
        Method::A | Method::C | Method::U1 => Key::Opposed,
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
