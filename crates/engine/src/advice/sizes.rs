//! Whether other connectors or trunks of other sizes than the usual ones cost less.

use crate::design::{Design, Verdict, best};
use crate::order::TRUNK_SIZES;
use crate::request::{Change, Priority, Request};
use fiberlane_catalog::Catalog;

/// The fibers per connector and legs per trunk that cost least, where they are open and other than
/// the usual ones are cheaper. One after the other: the size of trunks follows from the connectors,
/// and of sizes that cost the same the largest is the fewest cables to lay.
pub(super) fn cheaper(catalog: &'static Catalog, request: &Request) -> Option<Change> {
    if request.installed.as_ref().is_some_and(|parts| !parts.is_empty()) {
        return None;
    }
    let start = Request { priority: Some(Priority::Cost), ..request.clone() };
    let usual = best(catalog, &start).ok().filter(works)?;
    if usual.frame.order.trunk_legs == 0 {
        return None;
    }
    let mut least = usual.effect().cost;
    let mut change = Change::default();
    let bases = [8, 12, 16, 24].map(|base| Change::of(|set| set.base = Some(base)));
    let legs = TRUNK_SIZES.map(|legs| Change::of(|set| set.trunk_legs = Some(legs)));
    for (open, ways) in
        [(request.base.is_none(), &bases[..]), (request.trunk_legs.is_none(), &legs[..])]
    {
        let before = change.on(&start);
        for way in ways.iter().rev().filter(|_| open) {
            let tried = way.on(&before);
            let Ok(design) = best(catalog, &tried) else { continue };
            let cost = design.effect().cost;
            if works(&design) && cost < least {
                least = cost;
                change = change.then(way);
            }
        }
    }
    (!change.is_empty()).then_some(change)
}

fn works(design: &Design) -> bool {
    matches!(design.verdict, Verdict::Pass | Verdict::Tight)
}
