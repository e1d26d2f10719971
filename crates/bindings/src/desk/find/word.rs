//! What a word means. Every word of a query has exactly one meaning.

use super::infiniband::Rate;
use fiberlane_catalog::{Fiber, Mode};
use fiberlane_units::Length;

/// A word, or several that mean one thing.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// As it was typed.
    pub(super) said: String,
    /// Which of the parts between spaces it begins in.
    pub(super) piece: usize,
    pub(super) meaning: Meaning,
    /// Whether it stands at the far end.
    pub(super) far: bool,
}

/// Of which cable a length is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cable {
    /// Of none: the distance.
    Distance,
    Trunk,
    /// Both cords, or the harness.
    Cords,
}

/// Which parts have spares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    All,
    Cord,
    Trunk,
    Harness,
    Cassette,
}

/// What is sold and is no cabling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Other {
    Switch,
    Adapter,
    Server,
    Copper,
    ActiveOptical,
    Coherent,
    Infiniband,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Meaning {
    /// Says nothing about what is meant.
    Filler,
    /// What follows stands at the far end; a breakout where the word says so.
    Far {
        breakout: bool,
    },
    /// A part number.
    Name(String),
    /// A speed in Gb/s.
    Speed(u16),
    /// Several far ends of a speed: `4 x 25G`.
    Split(u32, u16),
    /// Several links of a speed: `16 x 400G`.
    Many(u32, u16),
    /// Several far ends.
    Legs(u32),
    /// Any other word, in one spelling: `dr4`, `2xfr4`, `qsfpdd`, `mpo16`, `cisco`.
    Term(String),
    Fiber(Fiber),
    Mode(Mode),
    /// Ports by their InfiniBand name, and how many of them in one module.
    Infiniband(u32, &'static Rate),
    /// Not in the catalog, unless a name has the word.
    Uncovered(Other, String),
    Length(Length, Cable),
    Links(u32),
    /// Devices with ports: their product is the count.
    Devices(u32),
    Ports(u32),
    /// Switches and ports of each.
    Product(u32, u32),
    Spares(u32, Kind),
    /// A number of nothing.
    Bare(u32),
    /// Nothing in the catalog has the word, or another one says it already.
    Unknown,
}

impl Meaning {
    /// Whether it says how much is planned, and not what.
    pub(super) const fn is_amount(&self) -> bool {
        matches!(
            self,
            Self::Length(..)
                | Self::Links(_)
                | Self::Devices(_)
                | Self::Ports(_)
                | Self::Product(..)
                | Self::Spares(..)
        )
    }
}
