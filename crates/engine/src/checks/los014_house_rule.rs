//! LOS014: Connections lose more than the house rule allows
//!
//! A rule of thumb keeps all connections together within 1.0 dB at 200 Gb/s and above. No standard says so: IEEE 802.3
//! sets 1.5 dB aside on multimode and 2.75 dB for DR4 and DR8. It is followed only where it is set as a house rule.

use super::Case;
use crate::finding::{Code, Fact, Finding};
use crate::loss::TermKind;
use fiberlane_units::Loss;

/// Slowest speed in Gb/s that the rule is about.
pub(super) const FROM_SPEED: u16 = 200;

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    if let Some((connections, most)) = exceeded(case) {
        out.push(
            Finding::new(Code::Los014, "connectionsAtMostDb")
                .fact("connections", Fact::Loss(connections))
                .fact("most", Fact::Loss(most)),
        );
    }
}

/// Loss of the connections and what the rule allows, where it allows less.
pub(crate) fn exceeded(case: &Case<'_>) -> Option<(Loss, Loss)> {
    let most = case.request.connections_at_most?;
    let connections: Loss = case
        .terms
        .iter()
        .filter(|term| term.kind == TermKind::MatedPair)
        .map(|term| term.loss)
        .sum();
    (case.application.speed >= FROM_SPEED && connections > most).then_some((connections, most))
}
