//! Ends of cables and parts, and what happens when two of them mate.

use crate::words::words;
use fiberlane_catalog::{Connector, EndFace, Key};

words! {
    /// Guide pins of an end.
    Pins {
        /// With guide pins (male).
        Pinned = "pinned",
        /// With guide holes (female).
        Unpinned = "unpinned",
        /// Neither: duplex connectors and adapters.
        None = "none",
    }
}

impl Pins {
    /// What it takes to mate with this end.
    #[must_use]
    pub const fn counterpart(self) -> Self {
        match self {
            Self::Pinned => Self::Unpinned,
            Self::Unpinned => Self::Pinned,
            Self::None => Self::None,
        }
    }
}

/// One end of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct End {
    /// Interface.
    pub connector: Connector,
    /// Guide pins.
    pub pins: Pins,
    /// End face; `None` for the side of an adapter.
    pub face: Option<EndFace>,
}

impl End {
    /// An MPO end.
    #[must_use]
    pub const fn array(connector: Connector, pins: Pins, face: EndFace) -> Self {
        Self { connector, pins, face: Some(face) }
    }

    /// A duplex end, which is flat and has no pins.
    #[must_use]
    pub const fn duplex(connector: Connector) -> Self {
        Self { connector, pins: Pins::None, face: Some(EndFace::Flat) }
    }

    /// The side of an adapter, which has neither pins nor an end face.
    #[must_use]
    pub const fn adapter(connector: Connector) -> Self {
        Self { connector, pins: Pins::None, face: None }
    }
}

/// Why two ends do not mate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MatingFault {
    /// Different interfaces that do not even latch.
    Interface,
    /// Same size, other rows: they latch, and the fibers do not meet.
    Rows,
    /// Centered against offset key.
    KeyOffset,
    /// Two unpinned ends: they latch, the fibers are not aligned.
    BothUnpinned,
    /// Two pinned ends: they do not seat.
    BothPinned,
    /// Angled against flat.
    EndFace,
    /// Two angled faces through aligned keys lean the same way.
    AngledAligned,
}

/// Mates two ends, through an adapter with `key` or straight into a receptacle.
///
/// # Errors
/// Every reason why no light passes, interface first.
pub fn mate(a: End, b: End, key: Option<Key>) -> Result<(), Vec<MatingFault>> {
    let mut faults = Vec::new();
    if let Some(fault) = interface_fault(a.connector, b.connector) {
        faults.push(fault);
    }
    match (a.pins, b.pins) {
        (Pins::Unpinned, Pins::Unpinned) => faults.push(MatingFault::BothUnpinned),
        (Pins::Pinned, Pins::Pinned) => faults.push(MatingFault::BothPinned),
        _ => {}
    }
    if a.face != b.face {
        faults.push(MatingFault::EndFace);
    } else if a.face == Some(EndFace::Angled) && key == Some(Key::Aligned) {
        faults.push(MatingFault::AngledAligned);
    }
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

fn interface_fault(a: Connector, b: Connector) -> Option<MatingFault> {
    if a == b || (a.is_array() && b.is_array() && ferrule(a) == ferrule(b)) {
        return None;
    }
    if !a.is_array() || !b.is_array() {
        return Some(MatingFault::Interface);
    }
    Some(if a.has_offset_key() != b.has_offset_key() {
        MatingFault::KeyOffset
    } else {
        MatingFault::Rows
    })
}

/// MPO-8 is the MPO-12 ferrule with four positions left empty.
const fn ferrule(connector: Connector) -> Connector {
    match connector {
        Connector::Mpo8 => Connector::Mpo12,
        other => other,
    }
}
