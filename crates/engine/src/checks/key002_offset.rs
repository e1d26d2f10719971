//! KEY002: Centered key against offset key
//!
//! MPO-16 and MPO-32 have an offset key and other pins (TIA-604-18) and mate with no MPO-12 or MPO-24.
//! Order cables with the interface of the transceiver.

use super::Case;
use crate::end::MatingFault;
use crate::finding::{Code, Fact, Finding};

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    for mating in case.faults(MatingFault::KeyOffset) {
        let (a, mut b) = (mating.a.connector, mating.b.connector);
        // Where the two plugs are of one kind, it is the adapter of the panel that takes neither.
        if a.has_offset_key() == b.has_offset_key() {
            b = mating.adapter.unwrap_or(b);
        }
        out.push(
            Finding::new(Code::Key002, format!("channel[{}]", mating.at))
                .fact("a", Fact::name(a.name()))
                .fact("b", Fact::name(b.name())),
        );
    }
}
