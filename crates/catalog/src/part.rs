//! Parts that are ordered: panels, cassettes, conversion modules, harnesses, enclosures.

use crate::{Connector, MapId};

/// Index of a [`Part`] in its catalog.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartId(pub u16);

/// What a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartKind {
    /// A plate of MPO adapters.
    AdapterPanel,
    /// A box with MPO at the rear and duplex ports in front.
    Cassette,
    /// A box with MPO on both sides and another number of fibers per connector.
    Conversion,
    /// A cord that fans out.
    Harness,
    /// A housing for panels and cassettes.
    Enclosure,
}

/// The connectors of one side of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ports {
    /// Interface of each.
    pub connector: Connector,
    /// How many there are.
    pub count: u8,
}

/// A part of the built-in catalog; any vendor's equal will do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its id, unique.
    pub id: &'static str,
    /// What it is called; kept out of the page.
    #[cfg(feature = "long")]
    pub name: &'static str,
    /// What it is.
    pub kind: PartKind,
    /// Rear side, towards the trunk; of a harness the single end.
    pub rear: Option<Ports>,
    /// Front side, towards the equipment.
    pub front: Option<Ports>,
    /// Fibers through the part.
    pub fibers: u8,
    /// Rear place to front place; `None` for panels and enclosures.
    pub map: Option<MapId>,
    /// Slots it takes in an enclosure.
    pub slots: u8,
    /// Slots it offers.
    pub capacity: u8,
    /// Height in rack units.
    pub rack_units: u8,
}
