//! POL004: Lanes are exchanged
//!
//! A lane arrives as another. Within one Ethernet link the receiver puts lanes back in order; in a breakout each lane is
//! a link of its own, and two of them are exchanged.

use super::Case;
use crate::finding::{Code, Fact, Finding, Severity};

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    let Some((lane, arrives)) = case.proof.exchanged else {
        return;
    };
    let severity = if case.proof.breakout { Severity::Error } else { Severity::Warning };
    out.push(
        Finding::new(Code::Pol004, "polarity")
            .fact("lane", Fact::Count(lane.into()))
            .fact("arrivesAs", Fact::Count(arrives.into()))
            .severity(severity),
    );
}
