//! What an application or a module puts on the wall: ports, connector, lane positions.

use super::facts::{ModuleRow, PmdRow};

/// Where light leaves and enters one port.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Lanes {
    /// (transmit, receive) position of lane 1, 2, …
    Pairs(Vec<(u64, u64)>),
    /// Every fiber carries both directions: the low half and the high half of the positions.
    Bidirectional { low: Vec<u64>, high: Vec<u64> },
    /// Side A (1) receives, side B (2) transmits.
    Duplex { bidirectional: bool },
    /// No lane positions are known.
    Unknown,
}

/// A transceiver's receptacles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Plug {
    /// How many equal receptacles.
    pub(crate) ports: u64,
    /// `MPO-12`, `LC`, …
    pub(crate) connector: String,
    /// Fibers lit in one receptacle.
    pub(crate) fibers: u64,
    pub(crate) end_face: String,
    pub(crate) lanes: Lanes,
}

impl Plug {
    pub(crate) fn is_duplex(&self) -> bool {
        !self.connector.starts_with("MPO-")
    }

    /// Lanes of one receptacle that can be told apart at a far port.
    pub(crate) fn lane_count(&self) -> u64 {
        match &self.lanes {
            Lanes::Pairs(pairs) => pairs.len() as u64,
            Lanes::Bidirectional { low, .. } => low.len() as u64,
            Lanes::Duplex { .. } => 1,
            Lanes::Unknown => self.fibers / 2,
        }
    }

    /// Positions from which a port transmits.
    pub(crate) fn transmits(&self) -> Vec<u64> {
        match &self.lanes {
            Lanes::Pairs(pairs) => pairs.iter().map(|p| p.0).collect(),
            Lanes::Bidirectional { low, high } => low.iter().chain(high).copied().collect(),
            Lanes::Duplex { .. } => vec![2],
            Lanes::Unknown => Vec::new(),
        }
    }

    /// The lane (from 1) that a position serves, and whether the position transmits.
    pub(crate) fn serves(&self, position: u64) -> Option<(u64, bool)> {
        let at = |list: Vec<u64>| list.iter().position(|p| *p == position).map(|i| i as u64 + 1);
        match &self.lanes {
            Lanes::Pairs(pairs) => {
                let tx = at(pairs.iter().map(|p| p.0).collect()).map(|lane| (lane, true));
                tx.or_else(|| at(pairs.iter().map(|p| p.1).collect()).map(|lane| (lane, false)))
            }
            // Pair k is the low position k and its mirror; the low kind plays the transmitter.
            Lanes::Bidirectional { low, high } => {
                let mirrored = high.iter().rev().copied().collect();
                at(low.clone()).map(|l| (l, true)).or_else(|| at(mirrored).map(|l| (l, false)))
            }
            Lanes::Duplex { .. } => [1, 2].contains(&position).then_some((1, position == 2)),
            Lanes::Unknown => None,
        }
    }

    pub(crate) fn is_bidirectional(&self) -> bool {
        matches!(self.lanes, Lanes::Bidirectional { .. } | Lanes::Duplex { bidirectional: true })
    }
}

/// The plug of an application, with the module's own plug and end face winning over it.
pub(crate) fn plug(row: &PmdRow, module: Option<&ModuleRow>) -> Plug {
    let own = module.filter(|m| !m.connector.is_empty());
    let (printed, fibers) = own.map_or((&row.mdi, row.fibers), |m| (&m.connector, m.fibers));
    let face = module.filter(|m| !m.end_face.is_empty()).map_or(&row.end_face, |m| &m.end_face);
    let (ports, single) = match printed.strip_prefix("2x") {
        Some(single) => (2, single),
        None => (1, printed.as_str()),
    };
    let connector = single.split_whitespace().next().unwrap_or("").to_owned();
    let fibers = fibers / ports;
    let duplex = !connector.starts_with("MPO-");
    let angled = face == "APC" && !duplex;
    let known = module.is_none_or(|m| !m.connector.is_empty());
    let lanes = if known { lanes(&connector, fibers, row) } else { Lanes::Unknown };
    let end_face = if angled { "angled" } else { "flat" }.to_owned();
    Plug { ports, connector, fibers, end_face, lanes }
}

fn lanes(connector: &str, fibers: u64, row: &PmdRow) -> Lanes {
    let both = row.tx.contains("bidirectional") || row.tx.contains("carries both");
    let half = fibers / 2;
    let row_of = match connector {
        "MPO-12" if half <= 4 => 12,
        "MPO-16" if half == 8 => 16,
        // 100GBASE-SR10: the ten center positions of each row, transmitters in the lower one.
        "MPO-24" if half == 10 => {
            return Lanes::Pairs((1..=10).map(|k| (13 + k, 1 + k)).collect());
        }
        name if !name.starts_with("MPO-") => {
            return Lanes::Duplex { bidirectional: both };
        }
        _ => return Lanes::Unknown,
    };
    if half == 0 {
        return Lanes::Unknown;
    }
    if both {
        let high = (row_of + 1 - half..=row_of).collect();
        return Lanes::Bidirectional { low: (1..=half).collect(), high };
    }
    Lanes::Pairs((1..=half).map(|k| (k, row_of + 1 - k)).collect())
}
