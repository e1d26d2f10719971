//! Parts already in place.

use super::{GradeRef, MAX_TRUNKS, Method};
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

/// Where a part in place stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum At {
    /// A trunk: the run, from 1 at end A.
    Run(u8),
    /// A panel or cassette at end A.
    A,
    /// A panel or cassette at end B.
    B,
    /// A panel between this run and the next; in a cross-connect both panels at the cross cord.
    Joint(u8),
}

impl At {
    /// The joint that a word on the wire names: `1-2` is between runs 1 and 2.
    #[must_use]
    pub fn joint(word: &str) -> Option<Self> {
        let (first, second) = word.split_once('-')?;
        let (first, second): (u8, u8) = (first.parse().ok()?, second.parse().ok()?);
        let known = first >= 1 && usize::from(first) < MAX_TRUNKS;
        (known && second == first + 1).then_some(Self::Joint(first))
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
    /// Where it stands; everywhere that has a place for its kind, or by its length, where it is open.
    pub at: Option<At>,
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
    /// Map of a trunk of two rows, whose type no letter settles; of a cassette, its own.
    pub mapped: Option<&'static Map>,
    /// Grade of its array connectors; of a cassette's front too unless `lc_grade` is said.
    pub grade: Option<GradeRef>,
    /// Grade of a cassette's front.
    pub lc_grade: Option<GradeRef>,
    /// Length of a trunk.
    pub length: Option<Length>,
    /// Key orientation of a panel's adapters.
    pub key: Option<Key>,
    /// How many pieces lie there; as many as are needed where it is open.
    pub count: Option<u32>,
    /// Legs of each trunk.
    pub legs: Option<u32>,
    /// A trunk's fiber map as measured; wins over the type.
    pub map: Option<Measured>,
}

impl Installed {
    /// Whether its length says in which runs it lies.
    #[must_use]
    pub fn lies_by_length(&self) -> bool {
        self.kind == InstalledKind::Trunk && self.at.is_none() && self.length.is_some()
    }

    /// A part of which nothing but its kind is known.
    #[must_use]
    pub const fn unknown(kind: InstalledKind) -> Self {
        Self {
            kind,
            at: None,
            connector: None,
            fiber: None,
            face: None,
            pins: None,
            method: None,
            mapped: None,
            grade: None,
            lc_grade: None,
            length: None,
            key: None,
            count: None,
            legs: None,
            map: None,
        }
    }
}
