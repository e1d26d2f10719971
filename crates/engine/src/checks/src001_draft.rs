//! SRC001: The figures come from a draft
//!
//! The application is not an approved standard yet; its figures may change before publication. The verdict stands on the
//! draft, and the word stands wherever the figures are shown.

use super::Case;
use crate::finding::{Code, Fact, Finding};
use fiberlane_catalog::Confidence;

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    say(case, Confidence::Draft, Code::Src001, out);
}

/// Says of every application of this standing what it rests on.
pub(super) fn say(case: &Case<'_>, status: Confidence, code: Code, out: &mut Vec<Finding>) {
    for application in case.applications().chain(case.port_types()) {
        if application.status == status {
            out.push(
                Finding::new(code, "application")
                    .fact("application", Fact::name(application.name))
                    .fact("document", Fact::name(application.standard)),
            );
        }
    }
}
