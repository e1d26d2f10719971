//! RCH001: Longer than the reach
//!
//! The channel is longer than the application, or the module, supports on this fiber, whatever its loss.
//! Reach is a limit of bandwidth and dispersion, which no better connector mends.

use super::Case;
use crate::finding::{Code, Fact, Finding};

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    let Some(reach) = case.figures.reach else {
        return;
    };
    if case.figures.length > reach {
        out.push(
            Finding::new(Code::Rch001, "lengths")
                .fact("length", Fact::Length(case.figures.length))
                .fact("reach", Fact::Length(reach))
                .fact("basis", Fact::name(case.figures.reach_basis))
                .fact("fiber", Fact::name(case.figures.fiber.name())),
        );
    }
}
