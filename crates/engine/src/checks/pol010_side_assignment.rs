//! POL010: Confirm the sides on the wiring diagram
//!
//! Universal modules and harnesses pair positions k and N+1-k, but no public source confirms which of the two comes out on
//! which side of the duplex port. For a breakout it decides whether light arrives: order by wiring diagram, with the low
//! position on side A.

use super::Case;
use crate::finding::{Code, Finding};
use crate::link::Relation;

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    let to_duplex =
        matches!(case.link.relation, Relation::Split(_)) && !case.link.b.plug.connector.is_array();
    if to_duplex {
        out.push(Finding::new(Code::Pol010, "farEnd"));
    }
}
