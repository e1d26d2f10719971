//! BRK006: The module at end B is made for another application
//!
//! The two ends of a link run the same application, or the pair is a listed breakout. The module that was named for
//! end B is made for neither: a 500 m 2xDR4 module and a 400G DR4 module, say, are the two ends of a breakout.

use crate::finding::{Code, Fact, Finding};
use crate::request::{Change, FarEnd};
use fiberlane_catalog::{ApplicationId, Catalog, ModuleId, Support};

/// Says that the far module does not belong to the far end, and which breakout would be right.
pub(crate) fn found(
    catalog: &Catalog,
    near: ApplicationId,
    far: ApplicationId,
    module: ModuleId,
) -> Finding {
    let own = catalog.module(module).application;
    let works = |from: ApplicationId, to: ApplicationId| {
        let rows = catalog.breakouts.iter().filter(|row| row.supported != Support::No);
        rows.into_iter().any(|row| row.from == from && row.to == to)
    };
    // The types that its ports are come last.
    let ports = catalog.module(module).port_types.iter().map(|port| (near, *port));
    let pairs = [(near, own), (own, near)].into_iter().chain(ports);
    let right = pairs.into_iter().find(|(from, to)| works(*from, *to));
    let name = |id: ApplicationId| catalog.application(id).name;
    let finding = Finding::new(Code::Brk006, "farEnd.module")
        .fact("module", Fact::name(catalog.module(module).id))
        .fact("application", Fact::name(name(own)))
        .fact("wanted", Fact::name(name(far)))
        .fact("breaks", Fact::name(name(right.map_or(near, |(from, _)| from))))
        .fact("listed", Fact::Words(right.iter().map(|(_, to)| name(*to)).collect()));
    match right {
        Some((from, to)) if from == near => finding.fix(Change::of(|set| {
            set.far_end = Some(FarEnd::Breakout(to, Some(module).filter(|_| to == own)));
        })),
        _ => finding,
    }
}
