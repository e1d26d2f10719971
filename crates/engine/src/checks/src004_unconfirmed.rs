//! SRC004: Figures that are commonly published, not confirmed
//!
//! The figure is widely printed but was not read at its source. It is used, and it is said.

use super::Case;
use crate::finding::{Code, Fact, Finding};
use fiberlane_catalog::Confidence;

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
        if !figures.is_empty() {
            out.push(
                Finding::new(Code::Src004, "application")
                    .fact("application", Fact::name(application.name))
                    .fact("fiber", Fact::name(case.figures.fiber.name()))
                    .fact("figures", Fact::Words(figures)),
            );
        }
    }
}
