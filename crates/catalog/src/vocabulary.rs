//! The words of the field that more than one fact uses.

/// How much a figure can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// Read in a published standard.
    Standard,
    /// From a draft that may still change.
    Draft,
    /// From a multi-source agreement.
    Msa,
    /// From a vendor's own publication.
    Vendor,
    /// Commonly published, not confirmed at its source.
    Unconfirmed,
}

impl Confidence {
    /// The word on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::Draft => "draft",
            Self::Msa => "msa",
            Self::Vendor => "vendor",
            Self::Unconfirmed => "unconfirmed",
        }
    }
}

/// Light guidance of a fiber.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    /// Multimode.
    Multi,
    /// Single-mode.
    Single,
}

/// Class of cabled fiber.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fiber {
    /// Multimode, 50 µm, 2,000 MHz·km effective at 850 nm.
    Om3,
    /// Multimode, 50 µm, 4,700 MHz·km effective at 850 nm.
    Om4,
    /// Multimode, 50 µm, wideband 850 to 953 nm.
    Om5,
    /// Single-mode, 0.4 dB/km.
    Os2,
    /// Single-mode, 1.0 dB/km.
    Os1a,
    /// Single-mode in indoor/outdoor cable, 0.5 dB/km.
    Os2IndoorOutdoor,
}

impl Fiber {
    /// Every class, in catalog order.
    pub const ALL: [Self; 6] =
        [Self::Om3, Self::Om4, Self::Om5, Self::Os2, Self::Os1a, Self::Os2IndoorOutdoor];

    /// The word on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Om3 => "OM3",
            Self::Om4 => "OM4",
            Self::Om5 => "OM5",
            Self::Os2 => "OS2",
            Self::Os1a => "OS1a",
            Self::Os2IndoorOutdoor => "OS2-indoor-outdoor",
        }
    }

    /// Multimode or single-mode.
    #[must_use]
    pub const fn mode(self) -> Mode {
        match self {
            Self::Om3 | Self::Om4 | Self::Om5 => Mode::Multi,
            Self::Os2 | Self::Os1a | Self::Os2IndoorOutdoor => Mode::Single,
        }
    }
}

/// A connector's interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Connector {
    /// Twelve-position ferrule with positions 1-4 and 9-12 populated.
    Mpo8,
    /// One row of twelve.
    Mpo12,
    /// One row of sixteen, offset key.
    Mpo16,
    /// Two rows of twelve.
    Mpo24,
    /// Two rows of sixteen, offset key.
    Mpo32,
    /// Duplex LC.
    Lc,
    /// Duplex CS.
    Cs,
}

impl Connector {
    /// The word on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mpo8 => "MPO-8",
            Self::Mpo12 => "MPO-12",
            Self::Mpo16 => "MPO-16",
            Self::Mpo24 => "MPO-24",
            Self::Mpo32 => "MPO-32",
            Self::Lc => "LC",
            Self::Cs => "CS",
        }
    }

    /// Fibers in the connector.
    #[must_use]
    pub const fn fibers(self) -> u8 {
        match self {
            Self::Lc | Self::Cs => 2,
            Self::Mpo8 => 8,
            Self::Mpo12 => 12,
            Self::Mpo16 => 16,
            Self::Mpo24 => 24,
            Self::Mpo32 => 32,
        }
    }

    /// Whether it is an array connector with pins and a key.
    #[must_use]
    pub const fn is_array(self) -> bool {
        !matches!(self, Self::Lc | Self::Cs)
    }

    /// Whether its key sits off center (TIA-604-18), so that it mates only with its own kind.
    #[must_use]
    pub const fn has_offset_key(self) -> bool {
        matches!(self, Self::Mpo16 | Self::Mpo32)
    }

    /// Rows of fibers in the ferrule.
    #[must_use]
    pub const fn rows(self) -> u8 {
        match self {
            Self::Mpo24 | Self::Mpo32 => 2,
            _ => 1,
        }
    }

    /// The positions that hold a fiber, in order.
    pub fn positions(self) -> impl Iterator<Item = u8> + Clone {
        let last = if matches!(self, Self::Mpo8) { 12 } else { self.fibers() };
        (1..=last).filter(move |p| !matches!(self, Self::Mpo8) || !(5..=8).contains(p))
    }
}

/// Geometry of a connector's polished end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EndFace {
    /// Perpendicular to the fiber (PC or UPC).
    Flat,
    /// Eight degrees (APC).
    Angled,
}

impl EndFace {
    /// The word on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Flat => "flat",
            Self::Angled => "angled",
        }
    }
}

/// How an MPO adapter turns the two keys to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// Key up to key down (Type A): positions meet their own number.
    Opposed,
    /// Key up to key up (Type B): the row is reversed.
    Aligned,
}

impl Key {
    /// The word on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Opposed => "opposed",
            Self::Aligned => "aligned",
        }
    }
}
