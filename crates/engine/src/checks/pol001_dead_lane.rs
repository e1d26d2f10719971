//! POL001: A transmit fiber does not reach a receiver
//!
//! Followed through every part, a transmit fiber ends at another transmitter, at a dark position or nowhere.
//! The link carries no light in at least one lane.

use super::Case;
use crate::finding::{Code, Fact, Finding};

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    let Some((from, to)) = case.proof.dead else {
        return;
    };
    out.push(
        Finding::new(Code::Pol001, "polarity")
            .fact("method", Fact::name(case.method))
            .fact("fromPort", Fact::Count(from.port.into()))
            .fact("fromPosition", Fact::Count(from.position.into()))
            .fact("toPort", Fact::Count(to.port.into()))
            .fact("toPosition", Fact::Count(to.position.into())),
    );
}
