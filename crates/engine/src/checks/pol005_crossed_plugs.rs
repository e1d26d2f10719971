//! POL005: The plugs of a dual module are crossed
//!
//! Each receptacle of a dual module is a channel of its own. The cable of one arrives at the place of the other.

use super::Case;
use crate::finding::{Code, Finding};

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    if case.proof.crossed {
        out.push(Finding::new(Code::Pol005, "polarity"));
    }
}
