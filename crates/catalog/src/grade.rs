//! Loss of a mated pair: planning grades and the catalog's grades.

use crate::{Confidence, Connector, EndFace, Mode};
use fiberlane_units::Loss;

/// Loss of one mated pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PairLoss {
    /// The most it may be.
    pub max: Loss,
    /// What it usually is, where a source says.
    pub typical: Option<Loss>,
}

/// What a grade is in a design.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GradeRole {
    /// What is assumed: the cheaper of the two that an open grade is between.
    Usual,
    /// The better of the two.
    LowLoss,
    /// The limit of a standard, which nobody orders by.
    Limit,
    /// Of a stated grade: the end of a test set, which nobody buys for a link.
    Reference,
}

/// A grade that a design is planned with, whatever brand is bought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanningGrade {
    /// The word on the wire.
    pub id: &'static str,
    /// What it is in a design; nothing where it is used only when it is named.
    pub role: Option<GradeRole>,
    /// Whether it costs what low-loss connectors cost.
    pub costs_low_loss: bool,
    /// MPO on multimode.
    pub array_multi: PairLoss,
    /// MPO on single-mode.
    pub array_single: PairLoss,
    /// Duplex.
    pub duplex: PairLoss,
    /// Loss of a splice unless the request says otherwise.
    pub splice: Loss,
}

/// A grade that a data sheet or standard states, used only when it is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CatalogGrade {
    /// Family, grade, mode and end face in kebab case, unique.
    pub id: &'static str,
    /// Connector family as printed.
    pub family: &'static str,
    /// Grade as printed.
    pub grade: &'static str,
    /// The planning grade under whose word it is sold, or what else it is in a design.
    pub role: Option<GradeRole>,
    /// Whether it is one of MTP connectors.
    pub mtp: bool,
    /// The connectors it speaks of; none of ours where it was stated for another kind.
    pub connectors: &'static [Connector],
    /// Whether it holds on multimode.
    pub multi: bool,
    /// Whether it holds on single-mode.
    pub single: bool,
    /// Whether it holds for flat end faces.
    pub flat: bool,
    /// Whether it holds for angled end faces.
    pub angled: bool,
    /// Loss of a mated pair.
    pub loss: PairLoss,
    /// Least return loss of a mated pair, dB, where the source states it.
    pub return_loss: Option<u8>,
    /// Trust in the largest loss.
    pub confidence: Confidence,
    /// Trust in the usual loss.
    pub typical_confidence: Confidence,
    /// Trust in `return_loss`.
    pub return_confidence: Confidence,
}

impl PlanningGrade {
    /// Loss of a mated pair of `connector` on fiber of `mode`.
    #[must_use]
    pub fn pair(&self, connector: Connector, mode: Mode) -> PairLoss {
        match (connector.is_array(), mode) {
            (true, Mode::Multi) => self.array_multi,
            (true, Mode::Single) => self.array_single,
            (false, _) => self.duplex,
        }
    }
}

impl CatalogGrade {
    /// Whether the figure was stated for such a mated pair.
    #[must_use]
    pub fn holds_for(&self, connector: Connector, mode: Mode, face: EndFace) -> bool {
        let kind = self.connectors.contains(&connector);
        let mode = if mode == Mode::Multi { self.multi } else { self.single };
        let face = if face == EndFace::Flat { self.flat } else { self.angled };
        kind && mode && face
    }
}
