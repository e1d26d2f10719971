//! FIB001: Two classes of fiber in one channel
//!
//! Fiber that is in place is of another class than the fiber that is ordered. Classes of one mode pass light to each
//! other, and the channel is planned with the reach and the limit of the lower one. Some vendors do not support it.

use super::Case;
use crate::finding::{Code, Fact, Finding};

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    let ordered = case.figures.ordered;
    let in_place = case.elements.iter().filter_map(|element| element.own?.fiber);
    let mut mixed: Vec<&'static str> = Vec::new();
    for old in in_place.filter(|old| *old != ordered && old.mode() == ordered.mode()) {
        if !mixed.contains(&old.name()) {
            mixed.push(old.name());
        }
    }
    for old in mixed {
        out.push(
            Finding::new(Code::Fib001, "fiber")
                .fact("ordered", Fact::name(ordered.name()))
                .fact("inPlace", Fact::name(old))
                .fact("used", Fact::name(case.figures.fiber.name())),
        );
    }
}
