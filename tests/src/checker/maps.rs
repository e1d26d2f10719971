//! Position maps of cables, adapters, cassettes and harnesses, written out from the tables.

use std::collections::BTreeSet;

use super::wire::{Map, Spot};

/// The populated positions of a connector; `None` where no numbering is settled.
pub(crate) fn positions(connector: &str) -> Option<Vec<u64>> {
    Some(match connector {
        "MPO-8" => vec![1, 2, 3, 4, 9, 10, 11, 12],
        "MPO-12" => (1..=12).collect(),
        "MPO-16" => (1..=16).collect(),
        "MPO-24" => (1..=24).collect(),
        "LC" | "CS" | "SN" | "MDC" => vec![1, 2],
        _ => return None,
    })
}

/// Positions in one row of the ferrule.
fn row(connector: &str) -> u64 {
    if connector == "MPO-16" { 16 } else { 12 }
}

/// Where a position goes through a cable of the given polarity.
///
/// # Errors
/// A sentence when the polarity names no map for this connector.
pub(crate) fn through(connector: &str, polarity: &str, p: u64) -> Result<u64, String> {
    let n = row(connector);
    let pair = if p.is_multiple_of(2) { p - 1 } else { p + 1 };
    let in_row = |p: u64| {
        if p > 12 { 37_u64.saturating_sub(p) } else { 13 - p }
    };
    let duplex = ["LC", "CS", "SN", "MDC"].contains(&connector);
    Ok(match (connector, polarity) {
        (_, "A-to-B") if duplex => 3 - p,
        (_, "A-to-A") if duplex => p,
        ("MPO-24", "24-a-geometric") => swap_rows(p),
        ("MPO-24", "24-a-index") => p,
        ("MPO-24", "24-b-geometric") => in_row(p),
        ("MPO-24", "24-b-index") => 25 - p,
        ("MPO-24", "24-c") => pair,
        ("MPO-8" | "MPO-12" | "MPO-16", "A") => p,
        ("MPO-8" | "MPO-12" | "MPO-16", "B") => n + 1 - p,
        ("MPO-8" | "MPO-12" | "MPO-16", "C") => pair,
        _ => return Err(format!("`{polarity}` names no map of a {connector} cable")),
    })
}

fn swap_rows(p: u64) -> u64 {
    if p > 12 { p - 12 } else { p + 12 }
}

/// Where a position goes through an adapter.
pub(crate) fn across(connector: &str, key: &str, p: u64) -> u64 {
    match (connector, key) {
        ("MPO-24", "aligned") if p > 12 => 37_u64.saturating_sub(p),
        ("MPO-24", "aligned") => 13 - p,
        ("MPO-24", _) => swap_rows(p),
        (c, "aligned") if c.starts_with("MPO-") => (row(c) + 1).saturating_sub(p),
        _ => p,
    }
}

/// (front port, front side, rear position) of a cassette method over one rear connector.
pub(crate) fn cassette(method: &str, connector: &str) -> Option<BTreeSet<(u64, u64, u64)>> {
    let at = positions(connector)?;
    let n = at.len() as u64 / 2;
    let mut pairs = BTreeSet::new();
    for k in 1..=n {
        let index = |i: u64| usize::try_from(i).ok().and_then(|i| at.get(i)).copied();
        let (first, second) = (index(2 * k - 2)?, index(2 * k - 1)?);
        let (port, one, two) = match method {
            "a" => (k, first, second),
            "b2" => (n + 1 - k, first, second),
            "flipped" => (k, second, first),
            "u" if connector == "MPO-24" => return None,
            "u" => (k, index(k - 1)?, index(2 * n - k)?),
            _ => return None,
        };
        pairs.insert((port, 1, one));
        pairs.insert((port, 2, two));
    }
    Some(pairs)
}

/// (position at A, port at B, position at B) of a generic harness or splitter.
pub(crate) fn harness(id: &str) -> Option<BTreeSet<(u64, u64, u64)>> {
    let pairs = |n: u64, ports: u64| {
        (1..=ports).flat_map(move |k| [(k, k, 1), (n + 1 - k, k, 2)]).collect()
    };
    // Lane j of the whole port becomes lane k of port p, on both its fibers.
    let split = |n: u64, lanes: u64, crossed: bool| {
        let far = move |p: u64| if crossed { 13 - p } else { p };
        let whole = if n == 16 { 8 } else { 4 };
        (1..=whole)
            .flat_map(move |j| {
                let (port, k) = ((j - 1) / lanes + 1, (j - 1) % lanes + 1);
                [(j, port, far(k)), (n + 1 - j, port, far(13 - k))]
            })
            .collect()
    };
    Some(match id {
        "harness-8f-4lc" => pairs(12, 4),
        "harness-12f-6lc" => pairs(12, 6),
        "harness-16f-8lc" => pairs(16, 8),
        "splitter-16-2x8" => split(16, 4, false),
        "splitter-16-2x8-x" => split(16, 4, true),
        "splitter-16-4x4" => split(16, 2, false),
        "splitter-16-4x4-x" => split(16, 2, true),
        "splitter-8-2x4" => split(12, 2, false),
        "splitter-8-2x4-x" => split(12, 2, true),
        _ => return None,
    })
}

/// Whether a map sends no spot twice and reaches none twice.
pub(crate) fn is_bijection(map: &Map) -> bool {
    let from: BTreeSet<Spot> = map.iter().map(|p| p.0).collect();
    let to: BTreeSet<Spot> = map.iter().map(|p| p.1).collect();
    from.len() == map.len() && to.len() == map.len()
}
