//! INS002: The route has no place for a part in place
//!
//! What lies there is not used by this route: a direct cord passes by trunks, panels and cassettes, cassettes have no
//! place on a route of array cords, and no route has more runs than it has lengths. What is said of such a part changes
//! nothing. Choose another route, or leave the part out.

use super::Case;
use crate::finding::{Code, Fact, Finding};

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    for entry in case.unplaced {
        let Some(part) = case.request.installed.iter().flatten().nth(*entry) else { continue };
        out.push(
            Finding::new(Code::Ins002, format!("installed[{entry}]"))
                .fact("part", Fact::name(part.kind.name()))
                .fact("topology", Fact::name(case.topology.name())),
        );
    }
}
