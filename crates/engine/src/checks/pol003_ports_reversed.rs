//! POL003: Ports arrive in another order
//!
//! Light arrives, transmitters meet receivers, but port 1 of one cassette is the last port of the other. A fault of
//! documentation that costs hours in the field; a second module type cures it.

use super::Case;
use crate::finding::{Code, Fact, Finding};

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    if case.proof.reversed {
        let method = Fact::name(case.method);
        out.push(Finding::new(Code::Pol003, "polarity").fact("method", method));
    }
}
