//! OVL002: Long-reach optics over a short link
//!
//! The optics are made for tens of kilometers and no source gives the least loss that the receiver needs. Over a short
//! link it may be overloaded. Ask the maker for the receiver's maximum, and plan an attenuator if it is exceeded.

use super::{Case, Figures};
use crate::finding::{Code, Fact, Finding};
use fiberlane_units::Length;

/// Reach from which optics are built for loss.
const LONG: Length = Length::from_meters(20_000);

/// The reach of optics that are made for far longer links than this one, where no least loss is known.
fn too_strong(figures: &Figures) -> Option<Length> {
    // A tenth of the reach is a tenth of the loss that they are built for.
    let short =
        |reach: &Length| figures.least.is_none() && figures.length.steps() < reach.steps() / 10;
    figures.reach.filter(|reach| *reach >= LONG).filter(short)
}

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    if let Some(reach) = too_strong(&case.figures) {
        out.push(
            Finding::new(Code::Ovl002, "lengths")
                .fact("application", Fact::name(case.application.name))
                .fact("length", Fact::Length(case.figures.length))
                .fact("reach", Fact::Length(reach)),
        );
    }
}
