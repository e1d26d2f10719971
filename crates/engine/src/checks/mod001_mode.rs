//! MOD001: Multimode against single-mode
//!
//! The transceivers need the other kind of fiber. Light of a single-mode transmitter does not carry over multimode fiber
//! as its standard requires, and a multimode transmitter couples almost nothing into single-mode fiber.

use super::Case;
use crate::finding::{Code, Fact, Finding};
use fiberlane_catalog::Mode;

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    if case.figures.fiber.mode() != case.link.mode {
        let needed = match case.link.mode {
            Mode::Multi => "multimode",
            Mode::Single => "single-mode",
        };
        out.push(
            Finding::new(Code::Mod001, "fiber")
                .fact("fiber", Fact::name(case.figures.fiber.name()))
                .fact("application", Fact::name(case.application.name))
                .fact("needed", Fact::name(needed)),
        );
    }
}
