//! BRK002: Two applications that do not link
//!
//! The two applications are known not to work as the two ends of one link: other lane rate, other wavelengths,
//! or lanes that share one fiber and cannot be taken apart by a cable.
//! Choose a far end that the near end breaks out to.

use super::Case;
use crate::finding::{Code, Fact, Finding};
use fiberlane_catalog::Support;

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    let Some(row) = case.link.breakout.filter(|row| row.supported == Support::No) else {
        return;
    };
    out.push(
        Finding::new(Code::Brk002, "farEnd")
            .fact("from", Fact::name(case.application.name))
            .fact("to", Fact::name(case.far_application.name))
            .fact("reason", Fact::name(row.reason)),
    );
}
