//! PIN002: Two pinned plugs meet
//!
//! Pins meet pins: the plugs do not seat, and force bends pins or chips ferrules. In a transceiver it can destroy the port.

use super::Case;
use crate::end::MatingFault;
use crate::finding::{Code, Fact, Finding};

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    for mating in case.faults(MatingFault::BothPinned) {
        out.push(
            Finding::new(Code::Pin002, format!("channel[{}]", mating.at))
                .fact("a", Fact::name(mating.a.connector.name()))
                .fact("b", Fact::name(mating.b.connector.name())),
        );
    }
}
