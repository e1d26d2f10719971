//! MDL002: The module reaches less far than its application
//!
//! The module's own rating is shorter than the reach of the application it is sold as. The module decides: a channel
//! within the standard's reach may still be too long for it.

use super::Case;
use crate::finding::{Code, Fact, Finding};

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    let Some(module) = case.module else { return };
    let published = case.application.limit(case.figures.fiber).map(|limit| limit.reach);
    let own = module.reach(case.figures.fiber);
    if let (Some(own), Some(published)) = (own, published)
        && own < published
    {
        out.push(
            Finding::new(Code::Mdl002, "module")
                .fact("module", Fact::name(module.id))
                .fact("reach", Fact::Length(own))
                .fact("application", Fact::name(case.application.name))
                .fact("published", Fact::Length(published)),
        );
    }
}
