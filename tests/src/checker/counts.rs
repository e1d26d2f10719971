//! Counts: legs, trunks, cords, cassettes, panels, enclosures and spares.

use std::collections::BTreeMap;

use super::facts::Facts;
use super::housings;
use super::maps::positions;
use super::order::{Key, fits, key, name};
use super::spec::Spec;
use super::wire::{Design, Element, Line};

/// Trunk sizes that are made when fewer legs than a full trunk are needed.
const SIZES: [u64; 7] = [1, 2, 3, 4, 6, 8, 12];

/// Legs of the whole project, legs of one trunk, trunks of one section.
pub(crate) fn trunks(spec: &Spec) -> (u64, u64, u64) {
    let channels = spec.links * spec.a.plug.ports;
    let shared = if spec.is_duplex() { spec.base / 2 } else { 1 };
    let legs = match spec.conversion {
        Some(conversion) => conversion.legs(channels),
        None => channels.div_ceil(shared.max(1)),
    };
    let full = match spec.base {
        8 => 12,
        24 => 4,
        32 => 3,
        _ => 6,
    };
    let smallest = SIZES.into_iter().find(|s| *s >= legs).unwrap_or(full);
    let size = spec.trunk_legs.unwrap_or(smallest.min(full)).max(1);
    (legs, size, legs.div_ceil(size))
}

/// Spares of a line: rounded up once, after equal parts are merged.
pub(crate) fn with_spares(quantity: u64, percent: u64) -> u64 {
    quantity.saturating_mul(percent.saturating_add(100)).div_ceil(100)
}

/// Checks every order line against the counts by hand.
pub(crate) fn check(facts: &Facts, spec: &Spec, design: &Design, out: &mut Vec<String>) {
    cables(spec, design, (&design.bom, false), out);
    cables(spec, design, (&design.in_place, true), out);
    housings::check(facts, spec, design, out);
    for line in &design.bom {
        per_end(spec, design, line, out);
        let spared = ["trunk", "cord", "harness", "cassette"].contains(&line.kind.as_str());
        let needed = line.quantity - line.spare.min(line.quantity);
        let wanted = if spared { with_spares(needed, spec.spares) } else { needed };
        if wanted != line.quantity {
            out.push(format!(
                "{} orders {} for {needed} at {} % spares, not {wanted}",
                line.path, line.quantity, spec.spares
            ));
        }
    }
}

/// How many of a cable the project needs.
pub(crate) fn needed(spec: &Spec, element: &Element, last: bool) -> u64 {
    let channels = spec.links * spec.a.plug.ports;
    match element.kind.as_str() {
        "trunk" => trunks(spec).2,
        // Behind a cassette every leg of a breakout has a cord of its own.
        "cord" if last && spec.topology == "breakout-cassette" => spec.links * spec.far_ports,
        _ => channels,
    }
}

/// Lines of the order, or of the cables in place, against the cables of the channel.
fn cables(
    spec: &Spec,
    design: &Design,
    (listed, in_place): (&[Line], bool),
    out: &mut Vec<String>,
) {
    let (legs, size, _) = trunks(spec);
    let cables: Vec<&Element> = design.between().iter().filter(|e| e.is_cable()).collect();
    let mut wanted: BTreeMap<Key, u64> = BTreeMap::new();
    for (i, element) in cables.iter().enumerate().filter(|(_, e)| e.in_place == in_place) {
        let count = needed(spec, element, i + 1 == cables.len());
        *wanted.entry(key(element)).or_default() += count;
    }
    let kinds = ["trunk", "cord", "harness"];
    for line in listed.iter().filter(|l| kinds.contains(&l.kind.as_str())) {
        if !wanted.keys().any(|key| fits(line, key)) {
            out.push(format!("{} ({}) is no cable of the channel", line.path, line.kind));
        }
        let lit = |e: &&&Element| e.is(&line.kind) && fits(line, &key(e));
        let widths = cables.iter().filter(lit).filter_map(|e| e.ends[0].as_ref());
        let mut widths = widths.filter_map(|e| positions(&e.connector)).map(|p| p.len() as u64);
        if line.kind == "cord"
            && line.fibers.is_some_and(|f| f != spec.a.plug.fibers && widths.all(|w| w != f))
        {
            out.push(format!("{} has {:?} fibers", line.path, line.fibers));
        }
        let full = line.legs.zip(line.fibers);
        if line.kind == "trunk" && line.legs != Some(size) {
            out.push(format!(
                "{} has {:?} legs, {legs} need trunks of {size}",
                line.path, line.legs
            ));
        }
        if line.kind == "trunk" && full.is_some_and(|(legs, fibers)| fibers != legs * spec.base) {
            out.push(format!(
                "{} has {:?} fibers in legs of {}",
                line.path, line.fibers, spec.base
            ));
        }
    }
    for (key, count) in &wanted {
        let lines: Vec<&Line> = listed.iter().filter(|l| fits(l, key)).collect();
        let [line] = lines.as_slice() else {
            out.push(format!("{} order lines for {}, one is right", lines.len(), name(key)));
            continue;
        };
        // Nothing of what lies there is spare.
        let total = with_spares(*count, if in_place { 0 } else { spec.spares });
        if (line.quantity, line.spare) != (total, total - count) {
            let has = format!("{} orders {} ({} spare)", line.path, line.quantity, line.spare);
            out.push(format!("{has}, {} needs {total} ({} spare)", name(key), total - count));
        }
    }
}

/// `perEnd` is one end's share of a line that serves both.
fn per_end(spec: &Spec, design: &Design, line: &Line, out: &mut Vec<String>) {
    let Some(per_end) = line.per_end else { return };
    let needed = line.quantity - line.spare.min(line.quantity);
    let housed = |e: &&Element| ["adapter", "cassette", "conversion"].contains(&e.kind.as_str());
    let panels = design.between().iter().filter(|e| housed(e) && !e.in_place).count();
    let symmetric = ["interconnect", "cross-connect", "cassette-to-cassette"];
    let right = match line.kind.as_str() {
        "adapterPanel" | "enclosure" => {
            // Panels in the middle belong to no end: half of all, or one place's.
            let half = per_end * 2 == needed;
            let place = per_end * panels as u64 == needed;
            !symmetric.contains(&spec.topology.as_str()) || half || (panels > 2 && place)
        }
        _ => {
            let channels = spec.links * spec.a.plug.ports;
            let share = [needed, needed.div_ceil(2), channels, spec.links * spec.far_ports];
            share.contains(&per_end)
        }
    };
    if !right {
        out.push(format!("{} has {per_end} per end of {}", line.path, line.quantity));
    }
}
