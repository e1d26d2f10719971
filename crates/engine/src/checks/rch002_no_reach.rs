//! RCH002: No reach is known
//!
//! No source gives a reach for this application or module on this fiber, so the length is not checked.

use super::Case;
use crate::finding::{Code, Fact, Finding};

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    if case.figures.reach.is_none() {
        let lacks = case.optics().find(|optic| optic.reach.is_none());
        let name = lacks.map_or(case.application.name, |optic| optic.name);
        out.push(
            Finding::new(Code::Rch002, "fiber")
                .fact("application", Fact::name(name))
                .fact("fiber", Fact::name(case.figures.fiber.name())),
        );
    }
}
