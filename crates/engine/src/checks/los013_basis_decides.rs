//! LOS013: The attenuation basis decides
//!
//! Cabling standards and the older application clauses plan multimode fiber with different attenuation. With the other
//! figure this channel would be judged otherwise, so the assumption decides and not the cabling.

use super::Case;
use crate::finding::{Code, Fact, Finding};
use crate::loss::TermKind;
use fiberlane_units::Loss;

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    let Some(limit) = case.figures.limit else {
        return;
    };
    let other = case.figures.other_attenuation;
    let connections: Loss =
        case.terms.iter().filter(|term| term.kind != TermKind::Fiber).map(|term| term.loss).sum();
    let total = connections + other * case.figures.length;
    if (total > limit) != (case.figures.total > limit) {
        out.push(
            Finding::new(Code::Los013, "attenuation")
                .fact("basis", Fact::name(case.figures.basis.name()))
                .fact("loss", Fact::Loss(case.figures.total))
                .fact("otherLoss", Fact::Loss(total))
                .fact("limit", Fact::Loss(limit)),
        );
    }
}
