//! Where light goes and what that makes of a lane.

use super::fold::{Arrival, fold, is_breaking};
use super::spec::Spec;
use super::wire::{Design, Lane, Spot};

/// What physics says of one lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// Light of this lane reaches the receiver of this lane.
    Good,
    /// Light reaches a receiver, but that of another lane or port.
    Exchanged,
    /// Another lane of the same leg of a breakout: its module puts lanes in order by itself.
    Turned,
    /// Transmitter to transmitter, a dark position, or a split pair.
    Dead,
}

/// The lane (from 1) of the whole link that a spot at one end serves, and whether it transmits.
pub(crate) fn serves(spec: &Spec, at_a: bool, port: u64, position: u64) -> Option<(u64, bool)> {
    let plug = if at_a { &spec.a.plug } else { &spec.b.plug };
    let (lane, transmits) = plug.serves(position)?;
    Some(((port.saturating_sub(1)) * plug.lane_count() + lane, transmits))
}

/// Judges a lane by where it started and where the maps end.
pub(crate) fn judge(spec: &Spec, design: &Design, lane: &Lane, arrival: &Arrival) -> Fate {
    let start = lane.from.port.unwrap_or(1);
    let Some((from, sends)) = serves(spec, lane.a_to_b, start, lane.from.position) else {
        return Fate::Dead;
    };
    // Fibers of both directions and fibers of one have different colors.
    if spec.a.plug.is_bidirectional() != spec.b.plug.is_bidirectional() {
        return Fate::Dead;
    }
    let both_ways = spec.a.plug.is_bidirectional() && spec.b.plug.is_bidirectional();
    if !sends && !both_ways {
        return Fate::Dead;
    }
    let mut fate = Fate::Dead;
    for port in &arrival.ports {
        match serves(spec, !lane.a_to_b, *port, arrival.position) {
            Some((to, receives)) if receives != sends => {
                let same = same_lane(spec, design, lane, (start, from), (*port, to));
                fate = match same {
                    true => Fate::Good,
                    false if one_leg(spec, from, to) => Fate::Turned,
                    false => Fate::Exchanged,
                };
                if same {
                    return fate;
                }
            }
            _ => {}
        }
    }
    if fate == Fate::Exchanged && is_split(spec, design, lane, arrival) {
        return Fate::Dead;
    }
    fate
}

/// Whether two lanes of the link belong to one leg of several lanes.
fn one_leg(spec: &Spec, from: u64, to: u64) -> bool {
    let lanes = spec.b.plug.lane_count().max(1);
    let leg = |lane: u64| lane.saturating_sub(1) / lanes;
    spec.splits && lanes > 1 && leg(from) == leg(to)
}

/// The same lane of the link; far ports may be counted per receptacle of end A.
fn same_lane(
    spec: &Spec,
    design: &Design,
    lane: &Lane,
    (start, from): (u64, u64),
    (port, to): (u64, u64),
) -> bool {
    if from == to {
        return true;
    }
    let per_port = spec.a.plug.lane_count();
    if !is_breaking(design) || spec.a.plug.ports < 2 {
        return false;
    }
    let fan = spec.far_ports / spec.a.plug.ports;
    let far_port = if lane.a_to_b { port } else { start };
    let modulo = |l: u64| (l - 1) % per_port;
    far_port <= fan && modulo(from) == modulo(to)
}

/// A duplex pair whose two fibers arrive on two different far ports.
fn is_split(spec: &Spec, design: &Design, lane: &Lane, arrival: &Arrival) -> bool {
    if !spec.is_duplex() {
        return false;
    }
    let back = Lane {
        a_to_b: !lane.a_to_b,
        from: Spot { port: arrival.ports.first().copied(), position: 2 },
        ..lane.clone()
    };
    match fold(design, &back, (spec.a.plug.ports, spec.far_ports)) {
        Ok(home) => home.position != 1 || !home.ports.contains(&lane.from.port.unwrap_or(1)),
        Err(_) => true,
    }
}
