//! OVL002: Long-reach optics over a short link
//!
//! The optics are made for tens of kilometers and no source gives the least loss that the receiver needs. Over a short
//! link it may be overloaded. Ask the maker for the receiver's maximum, and plan an attenuator if it is exceeded.

use super::Case;
use crate::finding::{Code, Fact, Finding};
use fiberlane_units::Length;

/// Reach from which optics are built for loss.
const LONG: Length = Length::from_meters(20_000);

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    let Some(reach) = case.figures.reach.filter(|reach| *reach >= LONG) else {
        return;
    };
    // A tenth of the reach is a tenth of the loss that they are built for.
    if case.figures.least.is_none() && case.figures.length.steps() < reach.steps() / 10 {
        out.push(
            Finding::new(Code::Ovl002, "lengths")
                .fact("application", Fact::name(case.application.name))
                .fact("length", Fact::Length(case.figures.length))
                .fact("reach", Fact::Length(reach)),
        );
    }
}
