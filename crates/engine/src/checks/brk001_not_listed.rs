//! BRK001: Two applications that are not listed as ends of one link
//!
//! Nothing says that the near end can be broken out to this far end, so nothing is designed for it.
//! Choose one of the pairs that are listed.

use crate::finding::{Code, Fact, Finding};
use fiberlane_catalog::{ApplicationId, Catalog};

/// Says that no row joins the two.
pub(crate) fn found(catalog: &Catalog, near: ApplicationId, far: ApplicationId) -> Finding {
    let listed = catalog
        .breakouts
        .iter()
        .filter(|row| row.from == near && row.supported != fiberlane_catalog::Support::No)
        .map(|row| catalog.application(row.to).name)
        .collect();
    Finding::new(Code::Brk001, "farEnd")
        .fact("from", Fact::name(catalog.application(near).name))
        .fact("to", Fact::name(catalog.application(far).name))
        .fact("listed", Fact::Words(listed))
}
