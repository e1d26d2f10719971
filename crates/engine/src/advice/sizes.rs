//! Whether other connectors or trunks of other sizes than the usual ones cost less.

use super::apply;
use crate::design::{Design, Verdict, best};
use crate::order::TRUNK_SIZES;
use crate::request::{Priority, Request};
use fiberlane_catalog::Catalog;

/// The fibers per connector and legs per trunk that cost least, where they are open and other than
/// the usual ones are cheaper. One after the other: the size of trunks follows from the connectors,
/// and of sizes that cost the same the largest is the fewest cables to lay.
pub(super) fn cheaper(catalog: &'static Catalog, request: &Request) -> Option<Request> {
    if request.installed.as_ref().is_some_and(|parts| !parts.is_empty()) {
        return None;
    }
    let start = Request { priority: Some(Priority::Cost), ..request.clone() };
    let usual = best(catalog, &start).ok().filter(works)?;
    if usual.frame.order.trunk_legs == 0 {
        return None;
    }
    let none = Request::default;
    let mut least = usual.effect().cost;
    let mut change = none();
    let bases = [8, 12, 16, 24].map(|base| Request { base: Some(base), ..none() });
    let legs = TRUNK_SIZES.map(|legs| Request { trunk_legs: Some(legs), ..none() });
    for (open, ways) in
        [(request.base.is_none(), &bases[..]), (request.trunk_legs.is_none(), &legs[..])]
    {
        let before = apply(&start, &change);
        for way in ways.iter().rev().filter(|_| open) {
            let tried = apply(&before, way);
            let Ok(design) = best(catalog, &tried) else { continue };
            let cost = design.effect().cost;
            if works(&design) && cost < least {
                least = cost;
                change = Request { priority: None, ..apply(&change, way) };
            }
        }
    }
    (change != none()).then_some(change)
}

fn works(design: &Design) -> bool {
    matches!(design.verdict, Verdict::Pass | Verdict::Tight)
}
