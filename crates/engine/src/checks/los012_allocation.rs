//! LOS012: Connections exceed their allocation
//!
//! The standard sets a share of the channel insertion loss aside for connections and splices. It is exceeded, while the
//! channel as a whole is judged by its total. IEEE 802.3 calls such a channel an engineered link.

use super::Case;
use crate::finding::{Code, Fact, Finding};
use crate::loss::TermKind;
use fiberlane_units::Loss;

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    let Some(allocation) = case.figures.allocation else {
        return;
    };
    let connections: Loss =
        case.terms.iter().filter(|term| term.kind != TermKind::Fiber).map(|term| term.loss).sum();
    if connections > allocation {
        out.push(
            Finding::new(Code::Los012, "channel")
                .fact("connections", Fact::Loss(connections))
                .fact("allocation", Fact::Loss(allocation)),
        );
    }
}
