//! KEY002: Centered key against offset key
//!
//! MPO-16 and MPO-32 have an offset key and other pins (TIA-604-18) and mate with no MPO-12 or MPO-24.
//! Order cables with the interface of the transceiver.

use super::Case;
use crate::end::MatingFault;
use crate::finding::{Code, Fact, Finding};

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    for mating in case.faults(MatingFault::KeyOffset) {
        out.push(
            Finding::new(Code::Key002, format!("channel[{}]", mating.at))
                .fact("a", Fact::name(mating.a.connector.name()))
                .fact("b", Fact::name(mating.b.connector.name())),
        );
    }
}
