//! INS003: The trunk in place has another length than was asked for
//!
//! A trunk that lies there is as long as it is: the plan counts its own length, and not the one that was asked for. Loss
//! and reach hold for that. If the distance is the longer one, the trunk does not bridge it; correct whichever is wrong.

use super::Case;
use crate::finding::{Code, Fact, Finding};

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    for lying in case.own_lengths {
        out.push(
            Finding::new(Code::Ins003, "lengths.trunks")
                .fact("length", Fact::Length(lying.own))
                .fact("asked", Fact::Length(lying.asked)),
        );
    }
}
