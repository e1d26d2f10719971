//! Folding a lane through the maps of the channel, in its direction of travel.

use super::wire::{Design, Element, Lane, Spot};

/// Where a lane is: its position, the port it shows, and the receptacle it started at.
#[derive(Clone, Copy, Debug)]
struct State {
    port: Option<u64>,
    position: u64,
}

/// The end of a fold.
#[derive(Clone, Debug)]
pub(crate) struct Arrival {
    pub(crate) path: Vec<Spot>,
    pub(crate) position: u64,
    /// Every number under which the far port may be written.
    pub(crate) ports: Vec<u64>,
}

/// Far ports of the one breaking element in the channel, 0 without one.
fn fan(between: &[Element]) -> u64 {
    let far = |e: &Element| e.map.iter().flatten().filter_map(|(_, b)| b.port).max().unwrap_or(0);
    between.iter().filter(|e| e.is("harness") || e.is("cassette")).map(far).max().unwrap_or(0)
}

/// One element: the spot at the other side, and whether ports come together there.
fn step(element: &Element, state: State, a_to_b: bool) -> Result<(Spot, bool), String> {
    let Some(map) = &element.map else {
        return Err(format!("{} has no map", element.name()));
    };
    let oriented = map.iter().map(|(a, b)| if a_to_b { (a, b) } else { (b, a) });
    let enters = |from: &Spot| {
        from.position == state.position && (from.port.is_none() || from.port == state.port)
    };
    let mut hits = oriented
        .filter(|(from, _)| enters(from))
        .map(|(from, to)| (*to, from.port.is_some() && to.port.is_none()));
    match (hits.next(), hits.next()) {
        (Some(to), None) => Ok(to),
        (None, _) => {
            let port = state.port.map_or(String::new(), |p| format!(" of port {p}"));
            Err(format!("{} lights no position {}{port}", element.name(), state.position))
        }
        (Some(_), Some(_)) => Err(format!("{} splits position {}", element.name(), state.position)),
    }
}

/// Folds a lane through every element between the transceivers.
///
/// `near_ports` and `far_ports` are the numbers of receptacles at both ends: with two at end A, each with its own
/// breaking element, far ports may be counted per receptacle or over the whole link.
///
/// # Errors
/// A sentence when a position is dark.
pub(crate) fn fold(
    design: &Design,
    lane: &Lane,
    (near_ports, far_ports): (u64, u64),
) -> Result<Arrival, String> {
    let between = design.between();
    // A cassette may have more ports than the breakout has legs.
    let legs = far_ports / near_ports.max(1);
    let fan = if is_breaking(design) { fan(between) } else { 0 };
    let fan = if legs > 0 { fan.min(legs) } else { fan };
    let start = lane.from.port.unwrap_or(1);
    let local = match (fan, lane.a_to_b) {
        (0, _) => start,
        // Each receptacle of A has an element of its own, and one stands for all.
        (_, true) => 1,
        (_, false) => (start.saturating_sub(1)) % fan + 1,
    };
    let mut state = State { port: Some(local), position: lane.from.position };
    let mut path = Vec::new();
    let mut left_by = None;
    let order: Vec<&Element> =
        if lane.a_to_b { between.iter().collect() } else { between.iter().rev().collect() };
    for element in order {
        if element.is("splice") && element.map.is_none() {
            path.push(Spot { port: None, position: state.position });
            continue;
        }
        let (to, joined) = step(element, state, lane.a_to_b)?;
        path.push(to);
        left_by = to.port.or(left_by);
        // Behind the ports of one rear there is that rear alone.
        let port = to.port.or(if joined { Some(1) } else { state.port });
        state = State { port, position: to.position };
    }
    let ports = match (fan, lane.a_to_b) {
        (0, _) => vec![left_by.unwrap_or(start)],
        (_, true) => {
            let local = left_by.unwrap_or(start);
            let whole = (start - 1) * fan + local;
            if over_link(design, fan) { vec![whole] } else { vec![whole, local] }
        }
        // Back at end A: the receptacle this leg belongs to, or any when legs are counted per one.
        (_, false) if over_link(design, fan) => vec![(start - 1) / fan + 1],
        (_, false) => (1..=near_ports).collect(),
    };
    Ok(Arrival { path, position: state.position, ports })
}

/// Whether far ports are counted over the whole link rather than per receptacle of end A.
fn over_link(design: &Design, fan: u64) -> bool {
    let far = design.lanes.iter().map(|l| if l.a_to_b { l.to } else { l.from });
    far.filter_map(|spot| spot.port).any(|port| port > fan)
}

/// Whether end A is one receptacle and end B several ports of one element.
pub(crate) fn is_breaking(design: &Design) -> bool {
    design.between().iter().any(|e| {
        let mpo_at_a = e.ends[0].as_ref().is_some_and(super::wire::End::is_mpo);
        let last = e.is("harness") || (e.is("cassette") && mpo_at_a);
        last && !design.between().iter().any(|other| other.is("cassette") && other.at != e.at)
    })
}
