//! Figures of the request that come from rows: base, attenuation, reach.

use super::facts::{Facts, ModuleRow};
use super::plug::Plug;
use super::spec::Side;

/// A reach that can be known, unknown, or open to two readings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    Known(i128),
    Unknown,
    /// The module prints reaches, but none for this fiber: the application's reach, or none.
    Either(i128),
}

/// Fibers per leg: the request's, or by the fibers of one plug; MPO-32 always keeps its own.
pub(crate) fn base(plug: &Plug, fixed: Option<u64>) -> u64 {
    if plug.connector == "MPO-32" {
        return 32;
    }
    let open = match plug.fibers {
        _ if plug.is_duplex() => 12,
        // Whatever it lights: no other cable mates with it.
        _ if plug.connector == "MPO-24" => 24,
        _ if plug.connector == "MPO-16" => 16,
        0..=8 => 8,
        9..=16 => 16,
        _ => 24,
    };
    fixed.unwrap_or(open)
}

/// Attenuations that may be meant, in 0.001 dB/km.
pub(crate) fn alphas(facts: &Facts, policy: &str, fiber: &str, sides: [&Side; 2]) -> Vec<i128> {
    let cabled = match fiber {
        "OS1a" => 1000,
        "OS2-indoor-outdoor" => 500,
        "OS2" => 400,
        _ => 3000,
    };
    if policy == "cabling" {
        return vec![cabled];
    }
    let of = |side: &&Side| {
        let row = side.row.as_ref().or_else(|| facts.application(&side.application));
        row.and_then(|r| r.alpha)
    };
    let mut found: Vec<i128> = sides.iter().filter_map(of).collect();
    found.dedup();
    found
}

/// The smaller reach of both ends; a module's own wins over its application's.
pub(crate) fn reach(a: &Side, b: &Side, module: Option<&ModuleRow>, fiber: &str) -> Reach {
    let own = module.and_then(|m| m.reach.iter().find(|r| r.0 == fiber)).map(|r| r.1);
    let near = own.or_else(|| a.row.as_ref()?.reach);
    let far =
        if a.application == b.application { near } else { b.row.as_ref().and_then(|r| r.reach) };
    let smaller = match (near, far) {
        (Some(x), Some(y)) => x.min(y),
        // One end has no reach on this fiber: none, or that of the other end.
        (Some(one), None) | (None, Some(one)) => return Reach::Either(one),
        (None, None) => return Reach::Unknown,
    };
    let both_rows = a.row.is_some() && b.row.is_some();
    match module {
        _ if !both_rows => Reach::Either(smaller),
        Some(m) if m.reach.is_empty() => Reach::Unknown,
        Some(_) if own.is_none() => Reach::Either(smaller),
        _ => Reach::Known(smaller),
    }
}
