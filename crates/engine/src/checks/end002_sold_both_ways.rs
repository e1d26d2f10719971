//! END002: Sold with either end face
//!
//! Modules for this application are sold with angled and with flat receptacles. The design assumes angled;
//! read the data sheet of the module before ordering.

use super::Case;
use crate::finding::{Code, Fact, Finding};

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    if case.application.sold_with.is_some() && case.module.is_none() {
        out.push(
            Finding::new(Code::End002, "application")
                .fact("application", Fact::name(case.application.name))
                .fact("assumed", Fact::name(case.link.a.face.name())),
        );
    }
}
