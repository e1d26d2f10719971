//! FIB001: Two classes of fiber in one channel
//!
//! Fiber that is in place is of another class than the fiber that is ordered. Classes of one mode pass light to each
//! other, and the channel is planned with the reach and the limit of the lower one. Some vendors do not support it.

use super::Case;
use crate::finding::{Code, Fact, Finding};
use fiberlane_catalog::Fiber;

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    let ordered = case.figures.ordered;
    let mixed = |old: &Fiber| *old != ordered && old.mode() == ordered.mode();
    if let Some(old) = case.figures.in_place.filter(mixed) {
        out.push(
            Finding::new(Code::Fib001, "fiber")
                .fact("ordered", Fact::name(ordered.name()))
                .fact("inPlace", Fact::name(old.name()))
                .fact("used", Fact::name(case.figures.fiber.name())),
        );
    }
}
