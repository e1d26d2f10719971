//! BRK003: A link that depends on more than cabling
//!
//! The two applications link under a condition that no cable can meet: a port mode, a module that runs a second rate,
//! a reach that only one of them has. Confirm it with the maker of the equipment.

use super::Case;
use crate::finding::{Code, Fact, Finding};
use fiberlane_catalog::Support;

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    let Some(row) = case.link.breakout.filter(|row| row.supported == Support::Depends) else {
        return;
    };
    out.push(
        Finding::new(Code::Brk003, "farEnd")
            .fact("from", Fact::name(case.application.name))
            .fact("to", Fact::name(case.far_application.name))
            .fact("reason", Fact::name(row.reason)),
    );
}
