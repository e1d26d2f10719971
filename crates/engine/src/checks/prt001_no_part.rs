//! PRT001: A part that the catalog does not have
//!
//! The channel needs a part for which the catalog has no row. Its loss and map are counted; it must be ordered by
//! description.

use super::Case;
use crate::finding::{Code, Fact, Finding};

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    for what in &case.order.missing {
        out.push(Finding::new(Code::Prt001, "bom").fact("part", Fact::name(what)));
    }
}
