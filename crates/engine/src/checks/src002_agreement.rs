//! SRC002: The figures come from a multi-source agreement
//!
//! The application is defined by an agreement of vendors and not by a standards body.

use super::Case;
use crate::finding::{Code, Fact, Finding};
use fiberlane_catalog::Confidence;

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    for application in case.applications().chain(case.port_types()) {
        if application.status == Confidence::Msa {
            out.push(
                Finding::new(Code::Src002, "application")
                    .fact("application", Fact::name(application.name))
                    .fact("document", Fact::name(application.standard)),
            );
        }
    }
}
