//! LOS001: More loss than the application allows
//!
//! The worst-case loss of the channel, the sum of its listed terms, is larger than the channel insertion loss that the
//! application allows on this fiber. A lower-loss grade, fewer connections or a shorter channel helps.

use super::Case;
use crate::finding::{Code, Fact, Finding};

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    let Some(limit) = case.figures.limit else {
        return;
    };
    if case.figures.total > limit {
        out.push(
            Finding::new(Code::Los001, "channel")
                .fact("loss", Fact::Loss(case.figures.total))
                .fact("limit", Fact::Loss(limit))
                .fact("margin", Fact::Margin(limit - case.figures.total)),
        );
    }
}
