//! Parts already in place.

use super::{GradeRef, Method};
use crate::end::Pins;
use crate::words::words;
use fiberlane_catalog::{Connector, EndFace, Fiber, Key, Map};
use fiberlane_units::Length;

words! {
    /// What is in place.
    InstalledKind {
        /// The trunks; every one of them is alike.
        Trunk = "trunk",
        /// The adapter panels at both ends.
        AdapterPanel = "adapterPanel",
        /// The cassettes at both ends.
        Cassette = "cassette",
    }
}

/// A fiber map as it was measured: where each position of end A comes out at end B.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measured {
    /// By position from 1; 0 where there is no fiber.
    to: [u8; 24],
}

impl Measured {
    /// A map of these pairs, if it joins every position of the connector to exactly one other.
    #[must_use]
    pub fn new(connector: Connector, pairs: &[(u8, u8)]) -> Option<Self> {
        let mut to = [0; 24];
        let known = |at: u8| connector.positions().any(|position| position == at);
        for (from, into) in pairs {
            let slot = to.get_mut(usize::from(*from).checked_sub(1)?)?;
            if *slot != 0 || !known(*from) || !known(*into) {
                return None;
            }
            *slot = *into;
        }
        let whole = connector.positions().all(|position| to.contains(&position));
        (whole && pairs.len() == usize::from(connector.fibers())).then_some(Self { to })
    }

    /// Where a fiber that enters at end A comes out.
    #[must_use]
    pub fn forward(&self, position: u8) -> Option<u8> {
        let to = self.to.get(usize::from(position).checked_sub(1)?).copied();
        to.filter(|to| *to != 0)
    }

    /// Where a fiber that enters at end B comes out.
    #[must_use]
    pub fn backward(&self, position: u8) -> Option<u8> {
        (1..=24).find(|from| self.forward(*from) == Some(position))
    }

    /// Every pair, by position at end A.
    pub fn pairs(self) -> impl Iterator<Item = (u8, u8)> {
        (1..=24).filter_map(move |from| Some((from, self.forward(from)?)))
    }
}

/// A part in place. What is not said of it is as the design would have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Installed {
    /// What it is.
    pub kind: InstalledKind,
    /// Interface of its array connectors.
    pub connector: Option<Connector>,
    /// Class of its fiber.
    pub fiber: Option<Fiber>,
    /// Its end face.
    pub face: Option<EndFace>,
    /// Pins of a trunk's ends towards A and towards B, or of a cassette's rear.
    pub pins: Option<[Pins; 2]>,
    /// Type of a trunk (A, B or C), or polarity method of cassettes.
    pub method: Option<Method>,
    /// Map of a trunk of two rows, whose type no letter settles.
    pub two_rows: Option<&'static Map>,
    /// Grade of its connectors.
    pub grade: Option<GradeRef>,
    /// Length of a trunk.
    pub length: Option<Length>,
    /// Key orientation of a panel's adapters.
    pub key: Option<Key>,
    /// A trunk's fiber map as measured; wins over the type.
    pub map: Option<Measured>,
}

impl Installed {
    /// A part of which nothing but its kind is known.
    #[must_use]
    pub const fn unknown(kind: InstalledKind) -> Self {
        Self {
            kind,
            connector: None,
            fiber: None,
            face: None,
            pins: None,
            method: None,
            two_rows: None,
            grade: None,
            length: None,
            key: None,
            map: None,
        }
    }
}
