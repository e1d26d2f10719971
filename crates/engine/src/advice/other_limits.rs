//! Limits beside loss and reach: what was checked, what was not, and what guides.

use crate::checks::same_lanes_and_reach;
use crate::design::{Design, case};
use crate::limits::{Outcome, Reflectance, reflectance};
use crate::loss::usual_loss;
use crate::request::Request;
use fiberlane_catalog::Catalog;
use fiberlane_units::Loss;

/// Limits beside loss and reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OtherLimits {
    /// Discrete reflectance, where a limit is known.
    pub reflectance: Option<Reflectance>,
    /// Least loss that the receiver needs, where it is known, and what came of it.
    pub least: Option<(Loss, Outcome)>,
    /// The published application with the same lanes and reach and its limit, where there is no
    /// limit of its own.
    pub guidance: Option<(&'static str, Loss)>,
}

/// The other limits of a design.
#[must_use]
pub fn other_limits(catalog: &'static Catalog, request: &Request, design: &Design) -> OtherLimits {
    let case = case(catalog, request, &design.frame, design.figures, &design.terms);
    let least = design.figures.least.map(|least| {
        let kept = usual_loss(&design.terms) >= least;
        (least, if kept { Outcome::Keeps } else { Outcome::Exceeds })
    });
    let unlimited = design.figures.limit.is_none();
    let guidance = unlimited.then(|| same_lanes_and_reach(&case)).flatten();
    OtherLimits {
        reflectance: reflectance(&case),
        least,
        guidance: guidance.map(|(application, limit)| (application.name, limit)),
    }
}
