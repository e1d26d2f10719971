//! SRC003: The figures are one vendor's own
//!
//! The application is proprietary: only the makers of these modules state its figures.

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
