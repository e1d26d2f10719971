//! SRC003: The figures are one vendor's own
//!
//! No standard describes this module as such: it is its makers' own, or two standard ports in one housing. What the
//! figures rest on stands beside it; ask the maker for the rest.

use super::Case;
use crate::finding::{Code, Fact, Finding};
use fiberlane_catalog::Confidence;

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    for application in case.applications() {
        if application.status == Confidence::Vendor {
            out.push(
                Finding::new(Code::Src003, "application")
                    .fact("application", Fact::name(application.name))
                    .fact("document", Fact::name(application.standard)),
            );
        }
    }
}
