//! OVL001: Less loss than the receiver needs
//!
//! The application needs a least loss between its ends; with less, the receiver is overloaded. Even the worst case of
//! this channel stays below it. A fixed attenuator of the difference, or more, makes up for it.

use super::Case;
use crate::finding::{Code, Fact, Finding};

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    let Some(least) = case.figures.least else {
        return;
    };
    if case.figures.total < least {
        out.push(
            Finding::new(Code::Ovl001, "channel")
                .fact("loss", Fact::Loss(case.figures.total))
                .fact("least", Fact::Loss(least))
                .fact("attenuator", Fact::Margin(least - case.figures.total)),
        );
    }
}
