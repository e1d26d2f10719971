//! LOS002: No loss limit is known
//!
//! No source gives a channel insertion loss for this application, module and fiber. The loss is shown, but nothing
//! is passed on the strength of a missing figure.

use super::Case;
use crate::finding::{Code, Fact, Finding};

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    if case.figures.limit.is_none() {
        out.push(
            Finding::new(Code::Los002, "application")
                .fact("application", Fact::name(case.limited_by()))
                .fact("fiber", Fact::name(case.figures.fiber.name()))
                .fact("loss", Fact::Loss(case.figures.total)),
        );
    }
}
