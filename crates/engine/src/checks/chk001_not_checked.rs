//! CHK001: What was not checked
//!
//! No cabling plan can confirm that a host accepts a module, its coding and software, or its monitoring. Discrete
//! reflectance is checked where the application's limit and the connectors' return loss are known, and the least loss
//! where the application states one; otherwise they are listed here.

use super::Case;
use crate::finding::{Code, Fact, Finding};
use crate::limits::{Outcome, reflectance};

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    let mut unchecked = Vec::new();
    if reflectance(case).is_none_or(|row| row.outcome == Outcome::NotChecked) {
        unchecked.push("reflectance");
    }
    if case.figures.least.is_none() {
        unchecked.push("overload");
    }
    unchecked.extend(["host", "coding", "software", "monitoring"]);
    out.push(
        Finding::new(Code::Chk001, "application")
            .fact("application", Fact::name(case.application.name))
            .fact("unchecked", Fact::Words(unchecked)),
    );
}
