//! CHK001: What was not checked
//!
//! No cabling plan can confirm that a host accepts a module, its coding and software, or its monitoring.
//! Discrete reflectance and receiver overload are limits of the application that this version does not calculate.

use super::Case;
use crate::finding::{Code, Fact, Finding};

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    let unchecked = vec!["reflectance", "overload", "host", "coding", "software", "monitoring"];
    out.push(
        Finding::new(Code::Chk001, "application")
            .fact("application", Fact::name(case.application.name))
            .fact("unchecked", Fact::Words(unchecked)),
    );
}
