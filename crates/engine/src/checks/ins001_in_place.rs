//! INS001: Without the parts in place it would pass
//!
//! As it stands the request fails with the parts in place; with new parts in their stead it passes. Either they go, or
//! the request changes: another transceiver, conversion modules, a shorter run.

use crate::advice::leaving;
use crate::design::{Verdict, best};
use crate::finding::{Code, Fact, Finding};
use crate::request::Request;
use fiberlane_catalog::Catalog;

pub(crate) fn found(catalog: &'static Catalog, request: &Request) -> Option<Finding> {
    let parts = request.installed.as_ref().filter(|parts| !parts.is_empty())?;
    let change = leaving(request, Vec::new());
    let verdict = best(catalog, &change.on(request)).ok()?.verdict;
    if matches!(verdict, Verdict::Fail | Verdict::NotChecked) {
        return None;
    }
    let kinds = parts.iter().map(|part| part.kind.name()).collect();
    Some(
        Finding::new(Code::Ins001, "installed")
            .fact("parts", Fact::Words(kinds))
            .fact("verdict", Fact::name(verdict.name()))
            .fix(change),
    )
}
