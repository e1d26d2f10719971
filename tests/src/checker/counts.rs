//! Counts: legs, trunks, cords, cassettes, panels, enclosures and spares.

use std::collections::BTreeMap;

use super::facts::Facts;
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
    let legs = channels.div_ceil(shared.max(1));
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
    if spec.installed {
        return;
    }
    cables(spec, design, out);
    housings(facts, spec, design, out);
    for line in &design.bom {
        per_end(spec, design, line, out);
        let spared = ["trunk", "cord", "harness", "cassette"].contains(&line.kind.as_str());
        let needed = line.quantity - line.spare.min(line.quantity);
        let wanted = if spared {
            with_spares(needed, spec.spares)
        } else {
            needed
        };
        if wanted != line.quantity {
            out.push(format!(
                "{} orders {} for {needed} at {} % spares, not {wanted}",
                line.path, line.quantity, spec.spares
            ));
        }
    }
}

/// How many of a cable the project needs.
fn needed(spec: &Spec, element: &Element, last: bool) -> u64 {
    let channels = spec.links * spec.a.plug.ports;
    match element.kind.as_str() {
        "trunk" => trunks(spec).2,
        // Behind a cassette every leg of a breakout has a cord of its own.
        "cord" if last && spec.topology == "breakout-cassette" => spec.links * spec.far_ports,
        _ => channels,
    }
}

fn cables(spec: &Spec, design: &Design, out: &mut Vec<String>) {
    let (legs, size, _) = trunks(spec);
    let cables: Vec<&Element> = design.between().iter().filter(|e| e.is_cable()).collect();
    let mut wanted: BTreeMap<Key, u64> = BTreeMap::new();
    for (i, element) in cables.iter().enumerate() {
        let count = needed(spec, element, i + 1 == cables.len());
        *wanted.entry(key(element)).or_default() += count;
    }
    let kinds = ["trunk", "cord", "harness"];
    for line in design
        .bom
        .iter()
        .filter(|l| kinds.contains(&l.kind.as_str()))
    {
        if !wanted.keys().any(|key| fits(line, key)) {
            out.push(format!(
                "{} ({}) is no cable of the channel",
                line.path, line.kind
            ));
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
        let lines: Vec<&Line> = design.bom.iter().filter(|l| fits(l, key)).collect();
        let [line] = lines.as_slice() else {
            out.push(format!(
                "{} order lines for {}, one is right",
                lines.len(),
                name(key)
            ));
            continue;
        };
        let total = with_spares(*count, spec.spares);
        if (line.quantity, line.spare) != (total, total - count) {
            let has = format!(
                "{} orders {} ({} spare)",
                line.path, line.quantity, line.spare
            );
            out.push(format!(
                "{has}, {} needs {total} ({} spare)",
                name(key),
                total - count
            ));
        }
    }
}

/// Modules that hold `legs` plugs when each takes `rears`.
fn modules(legs: u64, rears: Option<u64>) -> u64 {
    legs.div_ceil(rears.unwrap_or(1).max(1))
}

/// Panels, cassettes and enclosures cover every leg of the trunks, unused ones included.
fn housings(facts: &Facts, spec: &Spec, design: &Design, out: &mut Vec<String>) {
    let (_, size, count) = trunks(spec);
    let legs = size * count;
    let between = design.between();
    let mut slots_per_place = Vec::new();
    let panels = between
        .iter()
        .filter(|e| e.is("adapter") && !e.any_end(super::wire::End::is_duplex));
    let places = panels.filter(|e| beside_mpo(between, e)).count() as u64;
    let part_of = |line: &Line| facts.part(&line.part);
    let of = |kind: &'static str| design.bom.iter().filter(move |l| l.kind == kind);
    let panel_rears = of("adapterPanel")
        .find_map(|l| part_of(l)?.rear_count)
        .or(Some(12));
    let per_place = modules(legs, panel_rears);
    let total: u64 = of("adapterPanel").map(|l| l.quantity).sum();
    let duplex_panels = spec.is_duplex() && !spec.lengths.cross.is_empty();
    if total != places * per_place && !(duplex_panels && total > places * per_place) {
        out.push(format!(
            "{total} adapter panels, {places} places need {per_place} each"
        ));
    }
    slots_per_place.extend(std::iter::repeat_n(
        per_place,
        usize::try_from(places).unwrap_or(0),
    ));

    let cassettes: Vec<&Element> = between.iter().filter(|e| e.is("cassette")).collect();
    let rears = of("cassette").find_map(|l| part_of(l)?.rear_count);
    let slots = of("cassette").find_map(|l| part_of(l)?.slots).unwrap_or(1);
    let each = modules(legs, rears);
    let mut by_part: BTreeMap<&str, u64> = BTreeMap::new();
    for cassette in &cassettes {
        *by_part
            .entry(cassette.part.as_deref().unwrap_or(""))
            .or_default() += each;
        slots_per_place.push(each * slots);
    }
    let wanted: u64 = by_part.values().map(|q| with_spares(*q, spec.spares)).sum();
    let total: u64 = of("cassette").map(|l| l.quantity).sum();
    if total != wanted {
        out.push(format!(
            "{total} cassettes, {} places need {wanted} in all",
            cassettes.len()
        ));
    }
    enclosures(facts, design, &slots_per_place, out);
}

/// An adapter between MPO plugs, as against one between duplex cords.
fn beside_mpo(between: &[Element], adapter: &Element) -> bool {
    let beside = between.iter().find(|e| e.at + 1 == adapter.at);
    beside
        .and_then(|e| e.ends[1].as_ref())
        .is_none_or(super::wire::End::is_mpo)
}

/// Enclosures per place, or shared by the places between the two ends.
fn enclosures(facts: &Facts, design: &Design, slots: &[u64], out: &mut Vec<String>) {
    let lines: Vec<&Line> = design
        .bom
        .iter()
        .filter(|l| l.kind == "enclosure")
        .collect();
    let total: u64 = lines.iter().map(|l| l.quantity).sum();
    let sizes = lines
        .iter()
        .map(|l| facts.part(&l.part).and_then(|p| p.capacity_slots));
    let sizes: Option<Vec<u64>> = sizes.collect();
    let Some(size) = sizes.and_then(|s| s.iter().copied().min().zip(s.iter().copied().max()))
    else {
        if total == 0 && !slots.is_empty() {
            out.push("no enclosure holds the panels and cassettes".to_owned());
        }
        return;
    };
    let (small, large) = size;
    let split = slots.len() / 2;
    let half = |part: &[u64], size: u64| part.iter().sum::<u64>().div_ceil(size);
    let by_end = |size| half(&slots[..split], size) + half(&slots[split..], size);
    let by_place = |size| slots.iter().map(|s| s.div_ceil(size)).sum::<u64>();
    let (least, most) = (by_end(large), by_place(small));
    if total < least || total > most {
        out.push(format!(
            "{total} enclosures, {least} to {most} hold {slots:?} slots"
        ));
    }
}

/// `perEnd` is one end's share of a line that serves both.
fn per_end(spec: &Spec, design: &Design, line: &Line, out: &mut Vec<String>) {
    let Some(per_end) = line.per_end else { return };
    let needed = line.quantity - line.spare.min(line.quantity);
    let panels = design
        .between()
        .iter()
        .filter(|e| e.is("adapter") || e.is("cassette"))
        .count();
    let symmetric = ["interconnect", "cross-connect", "cassette-to-cassette"];
    let right = match line.kind.as_str() {
        "adapterPanel" | "enclosure" => {
            // Panels in the middle belong to no end.
            panels != 2 || !symmetric.contains(&spec.topology.as_str()) || per_end * 2 == needed
        }
        _ => {
            let channels = spec.links * spec.a.plug.ports;
            let share = [
                needed,
                needed.div_ceil(2),
                channels,
                spec.links * spec.far_ports,
            ];
            share
                .iter()
                .any(|s| per_end == *s || per_end == with_spares(*s, spec.spares))
        }
    };
    if !right {
        out.push(format!(
            "{} has {per_end} per end of {}",
            line.path, line.quantity
        ));
    }
}
