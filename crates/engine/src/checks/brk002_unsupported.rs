//! BRK002: Two applications that do not link
//!
//! The two applications are known not to work as the two ends of one link: other lane rate, other wavelengths,
//! or lanes that share one fiber and cannot be taken apart by a cable.
//! Choose a far end that the near end breaks out to.

use super::Case;
use crate::finding::{Code, Fact, Finding};
use crate::link::Link;
use fiberlane_catalog::{Catalog, Support};

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    out.extend(found(case.catalog, case.link));
}

/// Says why the two do not link, if a row says so.
pub(crate) fn found(catalog: &Catalog, link: &Link) -> Option<Finding> {
    let row = link.breakout.filter(|row| row.supported == Support::No)?;
    Some(
        Finding::new(Code::Brk002, "farEnd")
            .fact("from", Fact::name(catalog.application(link.near).name))
            .fact("to", Fact::name(catalog.application(link.far).name))
            .fact("reason", Fact::name(row.reason)),
    )
}
