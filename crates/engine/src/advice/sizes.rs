//! Whether other connectors or trunks of other sizes than the usual ones cost less.

use crate::cost::Cost;
use crate::design::{Design, best};
use crate::order::LineKind;
use crate::request::{Change, Priority, Request};
use fiberlane_catalog::Catalog;

/// The fibers per connector and legs per trunk that cost least of all that are open, where they are
/// worth it beside the usual ones.
pub(super) fn cheaper(catalog: &'static Catalog, request: &Request) -> Option<Change> {
    if request.installed.as_ref().is_some_and(|parts| !parts.is_empty()) {
        return None;
    }
    let start = Request { priority: Some(Priority::Cost), ..request.clone() };
    let usual = best(catalog, &start).ok()?;
    if usual.frame.order.trunk_legs == 0 {
        return None;
    }
    let mut found: Option<((Cost, u64), Change)> = None;
    let mut bases = vec![Change::default()];
    if request.base.is_none() && request.converts().is_none() {
        bases.extend([8, 12, 16, 24].map(|base| Change::of(|set| set.base = Some(base))));
    }
    for base in &bases {
        let mut sizes = vec![None];
        while let Some(legs) = sizes.pop() {
            let change = base.clone().and(|set| set.trunk_legs = legs);
            let Ok(design) = best(catalog, &change.on(&start)) else { break };
            if design.verdict > usual.verdict || legs.is_some() && too_many(&usual, &design) {
                break;
            }
            // The largest first: the smaller the trunks, the more of them.
            if legs.is_none() && request.trunk_legs.is_none() {
                let made = catalog.sizes_of(design.frame.array).map_or(&[][..], |made| made.legs);
                sizes.extend(made.iter().copied().map(Some));
            }
            let rank = (design.cost, cables(&design));
            if saves(&usual, &design) && found.as_ref().is_none_or(|(known, _)| rank < *known) {
                found = Some((rank, change));
            }
        }
    }
    found.map(|(_, change)| change)
}

/// Whether a design saves enough to be worth a look: a fiftieth, with half as many cables more.
pub(super) fn saves(usual: &Design, design: &Design) -> bool {
    design.cost * 100 <= usual.cost * 98 && !too_many(usual, design)
}

fn too_many(usual: &Design, design: &Design) -> bool {
    cables(design) * 2 > cables(usual) * 3 && cables(usual) > 0
}

/// Trunks that are ordered.
fn cables(design: &Design) -> u64 {
    let lines = design.frame.order.lines.iter().filter(|line| line.kind == LineKind::Trunk);
    lines.map(|line| u64::from(line.quantity)).sum()
}
