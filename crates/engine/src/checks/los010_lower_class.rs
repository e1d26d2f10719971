//! LOS010: A lower fiber class has a larger limit
//!
//! The standard gives a lower class of fiber a larger loss limit at a shorter reach, and this channel is within that reach.
//! Better fiber cannot lose more, so a result near the limit may be judged by the other row as well.

use super::Case;
use crate::finding::{Code, Fact, Finding};
use fiberlane_catalog::Limit;

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    let Some(limit) = case.figures.limit else {
        return;
    };
    let better = |row: &&Limit| {
        row.fiber < case.figures.fiber
            && row.fiber.mode() == case.figures.fiber.mode()
            && row.loss.is_some_and(|loss| loss > limit)
            && row.reach >= case.figures.length
    };
    if case.far_application.name != case.application.name {
        return;
    }
    if let Some(row) = case.application.limits.iter().find(better) {
        out.push(
            Finding::new(Code::Los010, "fiber")
                .fact("fiber", Fact::name(case.figures.fiber.name()))
                .fact("lower", Fact::name(row.fiber.name()))
                .fact("reach", Fact::Length(row.reach))
                .fact("limit", Fact::Loss(row.loss.unwrap_or(limit))),
        );
    }
}
