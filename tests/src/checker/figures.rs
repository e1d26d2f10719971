//! Figures of the request that come from rows: base, attenuation, reach.

use super::facts::Facts;
use super::fiber_class::same_mode;
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
        // A row of the other mode says nothing of this fiber.
        let other = facts.application(&side.application).filter(|r| same_mode(&r.fiber, fiber));
        let row = side.row.as_ref().or(other);
        row.and_then(|r| r.alpha)
    };
    let mut found: Vec<i128> = sides.iter().filter_map(of).collect();
    found.dedup();
    if found.is_empty() {
        found.push(cabled);
    }
    found
}
