//! LOS002: No loss limit is known
//!
//! No source gives a channel insertion loss for this application, module and fiber, or none at this length: a module
//! that goes further than its published type borrows that type's limit only as far as the type reaches. The loss is
//! shown, but nothing is passed on the strength of a missing figure.

use super::Case;
use crate::finding::{Code, Fact, Finding};

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    if case.figures.limit.is_some() {
        return;
    }
    let mut finding = Finding::new(Code::Los002, "application")
        .fact("application", Fact::name(case.limited_by()))
        .fact("fiber", Fact::name(case.figures.fiber.name()))
        .fact("loss", Fact::Loss(case.figures.total));
    // Where a limit is published for a shorter channel, how far it holds.
    let past = case.optics().find(|optic| {
        optic.row.is_some_and(|row| row.loss.is_some()) && optic.held(case.figures.length).is_none()
    });
    if let Some((optic, row)) = past.and_then(|optic| Some((optic, optic.row?))) {
        finding = finding
            .fact("published", Fact::name(case.catalog.application(optic.port).name))
            .fact("holdsTo", Fact::Length(row.reach));
    }
    out.push(finding);
}
