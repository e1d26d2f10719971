//! BRK001: Two applications that are not listed as ends of one link
//!
//! Nothing says that the near end can be broken out to this far end, so nothing is designed for it. Where one module
//! alone is listed with it, that is named. Choose one of the pairs that are listed.

use crate::finding::{Code, Fact, Finding};
use fiberlane_catalog::{ApplicationId, Catalog, ModuleId, Support};

/// Says that no row joins the two.
pub(crate) fn found(
    catalog: &'static Catalog,
    near: ApplicationId,
    module: Option<ModuleId>,
    far: ApplicationId,
) -> Finding {
    let works = |support: Support| support != Support::No;
    let listed = catalog
        .breakouts_of(near, module)
        .filter(|row| works(row.supported))
        .map(|row| catalog.application(row.to).name)
        .collect();
    let finding = Finding::new(Code::Brk001, "farEnd")
        .fact("from", Fact::name(catalog.application(near).name))
        .fact("to", Fact::name(catalog.application(far).name))
        .fact("listed", Fact::Words(listed));
    let mut rows = catalog.breakouts.iter().filter(|row| row.from == near && row.to == far);
    match rows.find_map(|row| row.only.filter(|_| works(row.supported))) {
        Some(only) => finding.fact("only", Fact::name(catalog.module(only).id)),
        None => finding,
    }
}
