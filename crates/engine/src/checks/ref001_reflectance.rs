//! REF001: Connectors reflect more than the application allows
//!
//! The application limits the discrete reflectance of each connection, some by the number of connections. The named
//! grade states a return loss that is too small for it. The limits known here are drafts or unconfirmed, so they never
//! change the verdict.

use super::Case;
use crate::finding::{Code, Fact, Finding};
use crate::limits::{Outcome, reflectance};

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    let Some(row) = reflectance(case) else { return };
    let (Outcome::Exceeds, Some(returns)) = (row.outcome, row.returns) else {
        return;
    };
    out.push(
        Finding::new(Code::Ref001, "grade")
            .fact("application", Fact::name(case.application.name))
            .fact("least", Fact::Count(row.least))
            .fact("returns", Fact::Count(returns))
            .fact("connections", Fact::Count(row.connections))
            .fact("confidence", Fact::name(row.confidence.name())),
    );
}
