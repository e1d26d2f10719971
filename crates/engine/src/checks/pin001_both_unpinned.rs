//! PIN001: Two unpinned plugs meet
//!
//! Guide pins align the fibers of an MPO. Two unpinned plugs latch in an adapter as if all were well, but the fibers do not
//! align: high loss or no light at all. It is the silent fault.

use super::Case;
use crate::end::MatingFault;
use crate::finding::{Code, Fact, Finding};

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    for mating in case.faults(MatingFault::BothUnpinned) {
        out.push(
            Finding::new(Code::Pin001, format!("channel[{}]", mating.at))
                .fact("a", Fact::name(mating.a.connector.name()))
                .fact("b", Fact::name(mating.b.connector.name())),
        );
    }
}
