//! POL032: No map is known
//!
//! No source gives the order of the rows, or a part of the channel has no map. The lanes cannot be followed, so the
//! polarity is not checked.

use super::Case;
use crate::finding::{Code, Fact, Finding};

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    if case.proof.unknown {
        out.push(
            Finding::new(Code::Pol032, "polarity")
                .fact("connector", Fact::name(case.link.a.plug.connector.name())),
        );
    }
}
