//! POL024: Confirm the map of the 24-fiber parts
//!
//! Cables with two rows of twelve are sold under the same letters with different maps. The design names its map by id;
//! confirm it on the supplier's drawing, cable and adapter alike.

use super::Case;
use crate::finding::{Code, Fact, Finding};
use fiberlane_catalog::Connector;

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    let two_rows = case.elements.iter().any(|element| {
        element.is_cable() && element.ends[0].is_some_and(|e| e.connector == Connector::Mpo24)
    });
    if two_rows && !case.method.is_empty() {
        out.push(Finding::new(Code::Pol024, "polarity").fact("map", Fact::name(case.method)));
    }
}
