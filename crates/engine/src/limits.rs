//! Limits other than loss and reach: reflectance, least loss.

use crate::checks::Case;
use crate::loss::TermKind;
use crate::request::GradeRef;
use crate::verdict::Verdict;
use crate::words::words;
use fiberlane_catalog::{Confidence, EndFace};

words! {
    /// What came of a limit.
    Outcome {
        /// Kept.
        Keeps = "pass",
        /// Not kept.
        Exceeds = "fail",
        /// A figure is missing.
        NotChecked = "not-checked",
    }
}

impl Outcome {
    /// What is to be thought of it.
    #[must_use]
    pub const fn verdict(self) -> Verdict {
        match self {
            Self::Keeps => Verdict::Pass,
            Self::Exceeds => Verdict::Fail,
            Self::NotChecked => Verdict::NotChecked,
        }
    }
}

/// The limit on discrete reflectance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reflectance {
    /// Least return loss of each connection, dB; the limit on reflectance without its sign.
    pub least: u32,
    /// Return loss that the named grade states, dB.
    pub returns: Option<u32>,
    /// Connections counted in the channel.
    pub connections: u32,
    /// Trust in the limit.
    pub confidence: Confidence,
    /// What came of it.
    pub outcome: Outcome,
}

/// The application's limit on the reflectance of this channel's connections, where one is known.
#[must_use]
pub fn reflectance(case: &Case<'_>) -> Option<Reflectance> {
    let pairs = case.terms.iter().filter(|term| term.kind == TermKind::MatedPair).count();
    let connections = u32::try_from(pairs).unwrap_or(u32::MAX);
    let near = case.link.near;
    let rows = case.catalog.reflectances.iter().filter(|row| row.application == near);
    // The row of the fewest connections that covers these; one without a number covers all.
    let row = rows
        .filter(|row| row.connections.is_none_or(|most| u32::from(most) >= connections))
        .min_by_key(|row| row.connections.unwrap_or(u8::MAX))?;
    let returns = match case.figures.grade {
        GradeRef::Planning(_) => None,
        GradeRef::Catalog(index) => {
            let stated = &case.catalog.catalog_grades[usize::from(index)];
            let holds = case.matings.iter().filter(|mating| mating.counted).all(|mating| {
                let face = mating.a.face.unwrap_or(EndFace::Flat);
                stated.holds_for(mating.a.connector, case.figures.fiber.mode(), face)
            });
            stated.return_loss.filter(|_| holds).map(u32::from)
        }
    };
    let least = u32::from(row.return_loss);
    let outcome = match returns {
        _ if connections == 0 => Outcome::Keeps,
        Some(returns) if returns >= least => Outcome::Keeps,
        Some(_) => Outcome::Exceeds,
        None => Outcome::NotChecked,
    };
    Some(Reflectance { least, returns, connections, confidence: row.confidence, outcome })
}
