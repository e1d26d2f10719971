//! Lanes: folded again, judged by physics, and complete.

use std::collections::BTreeSet;

use super::fold::{Arrival, fold};
use super::judge::{Fate, judge, serves};
use super::spec::Spec;
use super::wire::{Design, Lane, Spot};

/// What the lanes of a design amount to.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Summary {
    pub(crate) exchanged: bool,
    pub(crate) dead: bool,
    /// Some part carries no map, so nothing could be traced.
    pub(crate) untraced: bool,
}

/// Checks every lane and returns what they amount to.
pub(crate) fn check(
    spec: &Spec,
    design: &Design,
    bad: &[String],
    out: &mut Vec<String>,
) -> Summary {
    let mut summary = Summary::default();
    let mapless = design.between().iter().any(|e| e.map.is_none() && !e.is("splice"));
    if mapless {
        if design.lanes.iter().any(|l| l.ok) {
            out.push("a lane is ok although a part has no map".to_owned());
        }
        summary.untraced = true;
        return summary;
    }
    for lane in &design.lanes {
        let arrival = match fold(design, lane, (spec.a.plug.ports, spec.far_ports)) {
            Ok(arrival) => arrival,
            Err(why) => {
                summary.dead = true;
                if lane.ok {
                    out.push(format!("{} is ok although {why}", lane.name()));
                }
                continue;
            }
        };
        path(lane, &arrival, out);
        if !spec.has_lanes() {
            continue;
        }
        let fate = judge(spec, design, lane, &arrival);
        summary.dead |= fate == Fate::Dead;
        summary.exchanged |= fate == Fate::Exchanged;
        let must = match fate {
            // Where plugs do not mate, no lane needs to be good.
            Fate::Good if !bad.is_empty() => None,
            Fate::Good => Some(true),
            Fate::Dead => Some(false),
            Fate::Exchanged if spec.splits => Some(false),
            Fate::Exchanged | Fate::Turned => None,
        };
        if must.is_some_and(|m| m != lane.ok) {
            out.push(format!("{} says ok {}, by physics it is {fate:?}", lane.name(), lane.ok));
        }
        number(spec, lane, out);
    }
    if spec.has_lanes() {
        complete(spec, design, out);
    } else if !design.lanes.is_empty() {
        summary.untraced = true;
    }
    let sound = bad.is_empty() && !summary.dead && !summary.exchanged && !summary.untraced;
    verdict(design, summary, sound, out);
    summary
}

/// The path and the far end as written against those of the fold.
fn path(lane: &Lane, arrival: &Arrival, out: &mut Vec<String>) {
    let name = lane.name();
    let same = |a: &Spot, b: &Spot| {
        a.position == b.position && (a.port.is_none() || b.port.is_none() || a.port == b.port)
    };
    let (has, wants) = (&lane.path, &arrival.path);
    if has.len() != wants.len() {
        out.push(format!("{name} has {} steps, the channel {} elements", has.len(), wants.len()));
    } else if let Some(i) = has.iter().zip(wants).position(|(a, b)| !same(a, b)) {
        let (has, wants) = (has[i].position, wants[i].position);
        out.push(format!("{name} is at {has} after element {}, the maps say {wants}", i + 1));
    }
    if lane.to.position != arrival.position {
        out.push(format!("{name} ends at {}, the maps at {}", lane.to.position, arrival.position));
    }
    if lane.to.port.is_some_and(|p| !arrival.ports.contains(&p)) {
        out.push(format!(
            "{name} ends at port {:?}, the maps at {:?}",
            lane.to.port, arrival.ports
        ));
    }
}

/// Lane numbers count transmit positions, per port or over the ports of the link.
fn number(spec: &Spec, lane: &Lane, out: &mut Vec<String>) {
    if spec.a.plug.is_bidirectional() || (spec.is_duplex() && !spec.is_breakout()) {
        return;
    }
    let start = lane.from.port.unwrap_or(1);
    let Some((whole, _)) = serves(spec, lane.a_to_b, start, lane.from.position) else {
        return;
    };
    let per_port = spec.a.plug.lane_count().max(1);
    let local = (whole - 1) % per_port + 1;
    if lane.lane != whole && lane.lane != local {
        out.push(format!("{} is lane {whole} of the link", lane.name()));
    }
}

/// Every transmit position of every port at both ends must be listed, once.
fn complete(spec: &Spec, design: &Design, out: &mut Vec<String>) {
    for (at_a, plug, ports) in
        [(true, &spec.a.plug, spec.a.plug.ports), (false, &spec.b.plug, spec.far_ports)]
    {
        let way = if at_a { "AtoB" } else { "BtoA" };
        let lanes = design.lanes.iter().filter(|l| l.a_to_b == at_a);
        let starts: Vec<(u64, u64)> =
            lanes.map(|l| (l.from.port.unwrap_or(1), l.from.position)).collect();
        let listed: BTreeSet<(u64, u64)> = starts.iter().copied().collect();
        let wanted = plug.transmits().len() as u64 * ports;
        for position in plug.transmits() {
            let fan = if at_a { 0 } else { ports / spec.a.plug.ports.max(1) };
            for port in 1..=ports {
                // Legs counted per receptacle repeat the numbers of the first receptacle.
                let folded = fan > 0 && port > fan && listed.contains(&(port - fan, position));
                let counted_twice = folded && starts.len() as u64 >= wanted;
                if !listed.contains(&(port, position)) && !counted_twice {
                    out.push(format!("no lane {way} starts at port {port} position {position}"));
                }
            }
        }
        if starts.len() > listed.len() && starts.len() as u64 > wanted {
            out.push(format!("a lane {way} is listed twice"));
        }
        if (starts.len() as u64) < wanted {
            out.push(format!("{} lanes {way}, {wanted} transmit fibers", starts.len()));
        }
    }
}

fn verdict(design: &Design, summary: Summary, sound: bool, out: &mut Vec<String>) {
    match design.polarity_verdict.as_deref() {
        Some("pass") if summary.dead => out.push("polarity passes with a dead lane".to_owned()),
        Some("fail") if sound => {
            out.push("polarity fails although every lane arrives".to_owned());
        }
        _ => {}
    }
}
