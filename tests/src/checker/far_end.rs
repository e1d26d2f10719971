//! Limit and reach of one end: of a module, of its ports' published type, or of the application.

use super::facts::{Facts, ModuleRow, PmdRow};
use super::fiber_class::lower;

/// What one end of the link stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Stands {
    pub(crate) limit: Option<i128>,
    pub(crate) reach: Option<i128>,
    /// Whether another reading of the reach, none at all, is as good.
    pub(crate) open_reach: bool,
    /// Whether the module is rated shorter than the type whose limit it keeps.
    pub(crate) is_short: bool,
}

/// The published row of one port of a twin-port module: same lanes, rate, mode and fiber, and the
/// least reach that covers the module's own.
fn port_type<'a>(
    facts: &'a Facts,
    row: &PmdRow,
    own: Option<i128>,
    fiber: &str,
) -> Option<&'a PmdRow> {
    let single = row.mdi.strip_prefix("2x")?;
    let single = single.split_whitespace().next().unwrap_or("");
    let alike = |r: &&PmdRow| {
        r.fiber == fiber
            && r.status == "published"
            && r.lanes * 2 == row.lanes
            && r.lane_rate == row.lane_rate
            && r.mode == row.mode
            && r.mdi.split_whitespace().next() == Some(single)
            && r.limit.is_some()
    };
    let covers = |r: &&PmdRow| own.is_none_or(|own| r.reach.is_some_and(|reach| reach >= own));
    facts.pmd.iter().filter(alike).filter(covers).min_by_key(|r| r.reach)
}

/// What an end stands on a fiber, over a length.
pub(crate) fn stands(
    facts: &Facts,
    application: &PmdRow,
    module: Option<&ModuleRow>,
    (fiber, length, class_met): (&str, i128, bool),
) -> Stands {
    let own = module.and_then(|m| m.reach.iter().find(|r| r.0 == fiber)).map(|r| r.1);
    let published = facts.row(&application.pmd, fiber);
    let by_port = module.and_then(|_| port_type(facts, application, own, fiber));
    let row = match (published, by_port) {
        // The row of the twin itself, unless the module's own reach is that of another type.
        (Some(row), Some(port)) if own.is_some_and(|own| row.reach.is_some_and(|r| own > r)) => {
            Some(port)
        }
        (Some(row), _) => Some(row),
        (None, port) => port.filter(|_| own.is_some()),
    };
    let mut limit = row.and_then(|r| r.limit);
    if class_met {
        let lower = lower(fiber).iter().filter_map(|f| facts.row(&application.pmd, f));
        let covering = lower.filter(|r| r.reach.is_some_and(|reach| length <= reach));
        limit = limit.max(covering.filter_map(|r| r.limit).max().filter(|_| limit.is_some()));
    }
    let own_optics = module.is_some_and(|m| m.own_optics);
    let beyond = row
        .and_then(|r| r.reach)
        .is_some_and(|reach| length > reach && own.is_some_and(|own| own > reach));
    if own_optics || beyond {
        limit = None;
    }
    let reach = match module {
        Some(m) if m.reach.is_empty() => None,
        _ => own.or_else(|| row.and_then(|r| r.reach)),
    };
    let is_short = row.is_some_and(|r| r.limit.is_some())
        && own.zip(row.and_then(|r| r.reach)).is_some_and(|(own, row)| own < row)
        && !own_optics;
    // A module that prints reaches, but none for this fiber.
    let open_reach =
        published.is_none() || module.is_some_and(|m| !m.reach.is_empty()) && own.is_none();
    Stands { limit, reach, open_reach, is_short }
}
