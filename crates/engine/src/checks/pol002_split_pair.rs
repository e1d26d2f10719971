//! POL002: The two fibers of a port arrive at two ports
//!
//! Modules of two kinds at the two ends pair the fibers differently: what leaves one duplex port arrives at two.
//! No cord can mend it; use the same kind of module at both ends.

use super::Case;
use crate::finding::{Code, Fact, Finding};

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    let Some(port) = case.proof.split else { return };
    out.push(Finding::new(Code::Pol002, "polarity").fact("port", Fact::Count(port.into())));
}
