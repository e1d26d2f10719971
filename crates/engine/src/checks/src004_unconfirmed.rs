//! SRC004: Figures that are commonly published, not confirmed
//!
//! The figure is widely printed but was not read at its source. It is used, and it is said.

use super::Case;
use crate::finding::{Code, Fact, Finding};
use fiberlane_catalog::{Confidence, Limit};

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    for application in case.applications() {
        let mut figures = Vec::new();
        if application.interface_confidence == Confidence::Unconfirmed {
            figures.push("interface");
        }
        if let Some(limit) = application.limit(case.figures.fiber) {
            if limit.reach_confidence == Confidence::Unconfirmed {
                figures.push("reach");
            }
            if limit.loss.is_some() && limit.loss_confidence == Confidence::Unconfirmed {
                figures.push("loss");
            }
        }
        push(case, application.name, figures, out);
    }
    // The limit of a twin port is that of its published type, where the module itself has none.
    for optic in case.optics().filter(|optic| optic.port != optic.application) {
        let own = case.catalog.application(optic.application).limit(case.figures.fiber);
        let unconfirmed = |limit: &Limit| limit.loss_confidence == Confidence::Unconfirmed;
        if own.is_none_or(|limit| limit.loss.is_none()) && optic.row.is_some_and(unconfirmed) {
            push(case, case.catalog.application(optic.port).name, vec!["loss"], out);
        }
    }
}

fn push(
    case: &Case<'_>,
    application: &'static str,
    figures: Vec<&'static str>,
    out: &mut Vec<Finding>,
) {
    if !figures.is_empty() {
        out.push(
            Finding::new(Code::Src004, "application")
                .fact("application", Fact::name(application))
                .fact("fiber", Fact::name(case.figures.fiber.name()))
                .fact("figures", Fact::Words(figures)),
        );
    }
}
