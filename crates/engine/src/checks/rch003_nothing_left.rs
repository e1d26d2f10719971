//! RCH003: Nothing is left of the reach
//!
//! The channel is exactly as long as the application, or the module, supports on this fiber. That passes: a reach is a
//! length that is supported. But a longer cord, or another route through the room, would be too long.

use super::Case;
use crate::finding::{Code, Fact, Finding};

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    if let Some(reach) = case.figures.reach.filter(|reach| *reach == case.figures.length) {
        out.push(
            Finding::new(Code::Rch003, "lengths")
                .fact("reach", Fact::Length(reach))
                .fact("basis", Fact::name(case.figures.reach_basis)),
        );
    }
}
