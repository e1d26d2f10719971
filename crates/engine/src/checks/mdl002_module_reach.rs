//! MDL002: The module reaches less far than its application
//!
//! The module's own rating is shorter than the reach of the application that it is sold as, or of the published type
//! that each of its ports is. The module decides: a channel within the standard's reach may still be too long for it.
//! Up to its own reach the loss limit of the type holds.

use super::Case;
use crate::finding::{Code, Fact, Finding};

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    for (optic, subject) in case.optics().zip(["module", "farEnd.module"]) {
        let port = case.catalog.application(optic.port);
        let published = port.limit(case.figures.fiber).map(|limit| limit.reach);
        // An optic of its own has no limit of the type's to keep: LOS002 says that it has none.
        if let (Some(own), Some(published), Some(_)) = (optic.reach, published, optic.row)
            && own < published
        {
            out.push(
                Finding::new(Code::Mdl002, subject)
                    .fact("module", Fact::name(optic.name))
                    .fact("reach", Fact::Length(own))
                    .fact("application", Fact::name(port.name))
                    .fact("published", Fact::Length(published)),
            );
        }
    }
}
