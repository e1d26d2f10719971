//! A channel: the elements from transceiver to transceiver.

use crate::end::End;
use crate::order_by::order_by;
use crate::request::{GradeRef, Measured};
use crate::words::words;
use fiberlane_catalog::{Fiber, Key, Map, PartId, Place};
use fiberlane_units::{Length, Side};

words! {
    /// What an element is.
    ElementKind {
        /// A transceiver's receptacle.
        Transceiver = "transceiver",
        /// A cord between equipment and panel, or between panels.
        Cord = "cord",
        /// An adapter in a panel, between two plugs.
        Adapter = "adapter",
        /// One leg of a trunk.
        Trunk = "trunk",
        /// A cassette, with the adapters at its rear and front.
        Cassette = "cassette",
        /// A harness that fans out.
        Harness = "harness",
        /// A module between connectors of other fiber counts.
        Conversion = "conversion",
    }
}

/// How an element carries fibers from its A side to its B side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Path {
    /// The end of the channel.
    Receptacle,
    /// Positions change by a map, whatever the port.
    Positions(&'static Map),
    /// Positions and ports change by a part's map, whose near side is towards `near`.
    Ports {
        /// The part's map.
        map: &'static Map,
        /// Which side of the channel the near side of the map faces.
        near: Side,
        /// Map of the adapter built into the near side, if any.
        rear: Option<&'static Map>,
    },
    /// Positions change as measured, whatever the port.
    Measured(Measured),
    /// No source gives a map.
    Unknown,
}

/// By what a cable or module is named where it is ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// A map of the catalog.
    Map(&'static Map),
    /// What was measured on this plant.
    Measured,
}

impl Named {
    /// The id of the map.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Map(map) => map.id,
            Self::Measured => MEASURED,
        }
    }

    /// The letter that names the map, where one does.
    #[must_use]
    pub const fn letter(self) -> Option<&'static str> {
        match self {
            Self::Map(map) => map.letter(),
            Self::Measured => None,
        }
    }

    /// The word on the wire: a letter where that names the map.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Map(map) => map.word(),
            Self::Measured => MEASURED,
        }
    }
}

/// The word for a map that was measured.
pub(crate) const MEASURED: &str = "measured";

/// What is said of a part in place, where it stands in a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Own {
    /// Its number among the parts in place of the request.
    pub entry: usize,
    /// Class of its fiber.
    pub fiber: Option<Fiber>,
    /// Grade of its array ends.
    pub grade: Option<GradeRef>,
    /// Grade of its duplex ends.
    pub lc_grade: Option<GradeRef>,
    /// How many lie there.
    pub count: Option<u32>,
    /// Legs of each.
    pub legs: Option<u32>,
    /// Whether it stands where two runs meet: on both sides of a cord between them, counted once.
    pub joint: bool,
}

/// One element of a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Element {
    /// What it is.
    pub kind: ElementKind,
    /// The part of the catalog, where it is one.
    pub part: Option<PartId>,
    /// Length of a cable.
    pub length: Option<Length>,
    /// Key orientation of the adapter, or of the adapter built into a cassette.
    pub key: Option<Key>,
    /// The ends towards A and towards B.
    pub ends: [Option<End>; 2],
    /// Ports of the B side, where it breaks out.
    pub ports: u8,
    /// How fibers pass.
    pub path: Path,
    /// Whether it is in place already and not ordered.
    pub in_place: bool,
    /// What is said of a part in place beside what shows in the channel.
    pub own: Option<Own>,
}

impl Element {
    /// The map by which it is named, where it has one.
    #[must_use]
    pub const fn named(&self) -> Option<Named> {
        match self.path {
            Path::Positions(map) | Path::Ports { map, .. } => Some(Named::Map(map)),
            Path::Measured(_) => Some(Named::Measured),
            Path::Receptacle | Path::Unknown => None,
        }
    }

    /// Whether it is a box with array connectors at its rear and ports in front.
    #[must_use]
    pub const fn is_module(&self) -> bool {
        matches!(self.kind, ElementKind::Cassette | ElementKind::Conversion)
    }

    /// Whether it is a length of fiber.
    #[must_use]
    pub const fn is_cable(&self) -> bool {
        matches!(self.kind, ElementKind::Cord | ElementKind::Trunk | ElementKind::Harness)
    }

    /// Where a fiber that enters at the side towards `from` comes out.
    #[must_use]
    pub fn follow(&self, place: Place, from: Side) -> Option<Place> {
        match self.path {
            Path::Receptacle => Some(place),
            Path::Unknown => None,
            Path::Positions(map) => {
                let at = Place { port: 1, position: place.position };
                let out = if from == Side::A { map.forward(at) } else { map.backward(at) };
                out.map(|out| Place { port: place.port, position: out.position })
            }
            Path::Measured(map) => {
                let out = match from {
                    Side::A => map.forward(place.position),
                    Side::B => map.backward(place.position),
                };
                out.map(|position| Place { port: place.port, position })
            }
            Path::Ports { map, near, rear } if near == from => {
                let inside = match rear {
                    Some(adapter) => {
                        let at = adapter.forward(Place { port: 1, position: place.position })?;
                        Place { port: place.port, position: at.position }
                    }
                    None => place,
                };
                map.forward(inside)
            }
            Path::Ports { map, rear, .. } => {
                let inside = map.backward(place)?;
                match rear {
                    Some(adapter) => {
                        let at = adapter.backward(Place { port: 1, position: inside.position })?;
                        Some(Place { port: inside.port, position: at.position })
                    }
                    None => Some(inside),
                }
            }
        }
    }

    /// Every pair of places `[towards A, towards B]` that the element joins.
    #[must_use]
    pub fn pairs(&self) -> Vec<(Place, Place)> {
        let mut pairs: Vec<(Place, Place)> = match self.path {
            Path::Receptacle | Path::Unknown => Vec::new(),
            Path::Positions(map) => map.pairs.to_vec(),
            Path::Measured(map) => {
                let at = |position| Place { port: 1, position };
                map.pairs().map(|(from, to)| (at(from), at(to))).collect()
            }
            Path::Ports { map, near: Side::A, .. } => {
                let near = map.pairs.iter().map(|(near, _)| *near);
                near.filter_map(|place| Some((place, self.follow(place, Side::A)?))).collect()
            }
            Path::Ports { map, near: Side::B, .. } => {
                let far = map.pairs.iter().map(|(_, far)| *far);
                far.filter_map(|place| Some((place, self.follow(place, Side::A)?))).collect()
            }
        };
        order_by(&mut pairs, |pair| *pair);
        pairs
    }
}

/// Follows a fiber through `elements` from the side towards `from`; the place after each element
/// in the direction of travel. Shorter than `elements` where the fiber ends.
#[must_use]
pub fn trace(elements: &[Element], start: Place, from: Side) -> Vec<Place> {
    let mut path = Vec::with_capacity(elements.len());
    let mut place = start;
    let mut step = |element: &Element| match element.follow(place, from) {
        Some(next) => {
            place = next;
            path.push(next);
            true
        }
        None => false,
    };
    match from {
        Side::A => {
            let _ = elements.iter().all(&mut step);
        }
        Side::B => {
            let _ = elements.iter().rev().all(&mut step);
        }
    }
    path
}
