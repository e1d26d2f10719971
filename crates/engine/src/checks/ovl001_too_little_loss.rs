//! OVL001: Less loss than the receiver needs
//!
//! The application needs a least loss between its ends; with less, the receiver is overloaded. With the typical loss of
//! its connections this channel stays below it; what they may lose at most is no help. A fixed attenuator of the
//! difference, or more, makes up for it.

use super::Case;
use crate::finding::{Code, Fact, Finding};
use crate::loss::usual_loss;

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    let Some(least) = case.figures.least else {
        return;
    };
    let usual = usual_loss(case.terms);
    if usual < least {
        out.push(
            Finding::new(Code::Ovl001, "channel")
                .fact("loss", Fact::Loss(usual))
                .fact("least", Fact::Loss(least))
                .fact("attenuator", Fact::Margin(least - usual)),
        );
    }
}
