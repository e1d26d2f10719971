//! IFC001: Interfaces that do not belong together
//!
//! MPO-12 and MPO-24 have the same size, key and pins: they latch, but the rows of fibers do not meet.
//! Other interfaces do not even latch. Both ends of a mating must be the same interface; MPO-8 is an MPO-12 with
//! four positions empty.

use super::Case;
use crate::end::MatingFault;
use crate::finding::{Code, Fact, Finding};

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    for fault in [MatingFault::Rows, MatingFault::Interface] {
        for mating in case.faults(fault) {
            out.push(
                Finding::new(Code::Ifc001, format!("channel[{}]", mating.at))
                    .fact("a", Fact::name(mating.a.connector.name()))
                    .fact("b", Fact::name(mating.b.connector.name()))
                    .fact("latches", Fact::Count(u32::from(fault == MatingFault::Rows))),
            );
        }
    }
}
