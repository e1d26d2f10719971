//! Counts: legs, trunks, cords, cassettes, panels, enclosures and spares.

use std::collections::BTreeMap;

use super::facts::Facts;
use super::housings;
use super::installed::Placed;
use super::maps::positions;
use super::order::{Key, fits, key, name};
use super::spec::Spec;
use super::wire::{Design, Element, Line};

/// Trunk sizes that are made when fewer legs than a full trunk are needed.
const SIZES: [u64; 7] = [1, 2, 3, 4, 6, 8, 12];

/// The trunks of one run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Supply {
    /// Legs that the links need.
    pub(crate) legs: u64,
    /// Legs of one trunk.
    pub(crate) size: u64,
    /// Trunks that are used: those that lie there, and those that are ordered.
    pub(crate) lying: u64,
    pub(crate) ordered: u64,
}

impl Supply {
    pub(crate) fn count(self) -> u64 {
        self.lying + self.ordered
    }
}

/// Trunks of one run in connectors of `base` fibers, of which some may lie there.
pub(crate) fn supply(spec: &Spec, (base, narrow): (u64, u64), placed: Option<&Placed>) -> Supply {
    let channels = spec.links * spec.a.plug.ports;
    // What a leg carries it carries from end to end: as much as its narrowest connector.
    let shared = if spec.is_duplex() { narrow / 2 } else { 1 };
    let legs = match spec.conversion {
        Some(conversion) => conversion.legs(channels),
        None => channels.div_ceil(shared.max(1)),
    };
    let own = placed.and_then(|p| p.legs).or(spec.trunk_legs);
    let size = own.unwrap_or_else(|| size(legs, base)).max(1);
    let count = legs.div_ceil(size);
    let lying = match placed {
        None => 0,
        // What nobody counted is as much as it takes; too few are filled up alike.
        Some(placed) => placed.count.map_or(count, |n| n.min(count)),
    };
    Supply { legs, size, lying, ordered: count - lying }
}

/// Legs of one new trunk when nobody says.
fn size(legs: u64, base: u64) -> u64 {
    let full = match base {
        8 => 12,
        24 => 4,
        32 => 3,
        _ => 6,
    };
    let holds = |most: u64| SIZES.into_iter().filter(|s| *s <= full).find(|s| *s >= most);
    if legs < full {
        return holds(legs).unwrap_or(full);
    }
    let count = legs.div_ceil(full);
    let spare = count * full - legs;
    if spare * 10 <= count * full {
        return full;
    }
    // The smallest size that needs no more cables.
    holds(legs.div_ceil(count)).unwrap_or(full)
}

/// Fibers of a trunk's connector.
pub(crate) fn base_of(spec: &Spec, element: &Element) -> u64 {
    let connector = element.ends[0].as_ref().and_then(|e| e.connector.strip_prefix("MPO-"));
    connector.and_then(|n| n.parse().ok()).filter(|n| (1..=64).contains(n)).unwrap_or(spec.base)
}

/// The supply of every run of the channel, in order.
pub(crate) fn runs(spec: &Spec, design: &Design) -> Vec<Supply> {
    let trunks = design.between().iter().filter(|e| e.is("trunk")).enumerate();
    let placed = |run: usize| spec.in_place.trunks.get(run).and_then(Option::as_ref);
    let boxes = design.between().iter().filter(|e| e.is("trunk") || e.is("cassette"));
    let ends = boxes.flat_map(|e| e.ends.iter().flatten()).filter(|end| end.is_mpo());
    let narrow = ends.filter_map(|end| end.connector.strip_prefix("MPO-")?.parse().ok()).min();
    let narrow = narrow.unwrap_or(spec.base);
    trunks.map(|(run, e)| supply(spec, (base_of(spec, e), narrow), placed(run))).collect()
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
        let percent = spec.spares.of(&line.kind);
        let needed = line.quantity - line.spare.min(line.quantity);
        let wanted = with_spares(needed, percent);
        if wanted != line.quantity {
            out.push(format!(
                "{} orders {} for {needed} at {percent} % spares, not {wanted}",
                line.path, line.quantity
            ));
        }
    }
}

/// How many of a cable that is no trunk the project needs.
fn cords(spec: &Spec, last: bool) -> u64 {
    // Behind a cassette every leg of a breakout has a cord of its own.
    if last && spec.topology == "breakout-cassette" {
        return spec.links * spec.far_ports;
    }
    spec.links * spec.a.plug.ports
}

/// How many of each cable lie there and how many are ordered, in channel order.
pub(crate) fn quantities<'a>(spec: &Spec, design: &'a Design) -> Vec<(&'a Element, u64, u64)> {
    let mut runs = runs(spec, design).into_iter();
    let cables: Vec<&Element> = design.between().iter().filter(|e| e.is_cable()).collect();
    let end = cables.len();
    let of = |(i, element): (usize, &'a Element)| {
        if element.is("trunk") {
            let supply = runs.next();
            let [lying, ordered] = supply.map_or([0, 0], |s| [s.lying, s.ordered]);
            return (element, lying, ordered);
        }
        (element, 0, cords(spec, i + 1 == end))
    };
    cables.into_iter().enumerate().map(of).collect()
}

fn words(counts: &[u64]) -> String {
    counts.iter().map(u64::to_string).collect::<Vec<_>>().join(" or ")
}

/// Lines of the order, or of the cables in place, against the cables of the channel.
fn cables(
    spec: &Spec,
    design: &Design,
    (listed, in_place): (&[Line], bool),
    out: &mut Vec<String>,
) {
    let runs = runs(spec, design);
    let cables: Vec<&Element> = design.between().iter().filter(|e| e.is_cable()).collect();
    let mut wanted: BTreeMap<Key, u64> = BTreeMap::new();
    for (element, lying, ordered) in quantities(spec, design) {
        let count = if in_place { lying } else { ordered };
        if count > 0 {
            *wanted.entry(key(element)).or_default() += count;
        }
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
        if line.kind != "trunk" {
            continue;
        }
        let trunks: Vec<&&Element> = cables.iter().filter(|e| e.is("trunk")).collect();
        let here: Vec<(&&&Element, &Supply)> =
            trunks.iter().zip(&runs).filter(|(e, _)| fits(line, &key(e))).collect();
        if !here.iter().any(|(_, s)| line.legs == Some(s.size)) {
            let (sizes, legs): (Vec<u64>, Vec<u64>) =
                here.iter().map(|(_, s)| (s.size, s.legs)).unzip();
            out.push(format!(
                "{} has {:?} legs, {} need trunks of {}",
                line.path,
                line.legs,
                words(&legs),
                words(&sizes)
            ));
        }
        let full = line.legs.zip(line.fibers);
        let whole = |base: u64| full.is_none_or(|(legs, fibers)| fibers == legs * base);
        if !here.iter().any(|(e, _)| whole(base_of(spec, e))) {
            let bases: Vec<u64> = here.iter().map(|(e, _)| base_of(spec, e)).collect();
            out.push(format!(
                "{} has {:?} fibers in legs of {}",
                line.path,
                line.fibers,
                words(&bases)
            ));
        }
    }
    for (key, count) in &wanted {
        let lines: Vec<&Line> = listed.iter().filter(|l| fits(l, key)).collect();
        // Parts in place that differ in fiber or grade alone are lines of their own.
        let one = lines.len() == 1 || (!lines.is_empty() && spec.in_place.any());
        if !one {
            out.push(format!("{} order lines for {}, one is right", lines.len(), name(key)));
            continue;
        }
        let sum = |of: fn(&Line) -> u64| lines.iter().map(|l| of(l)).sum::<u64>();
        let (quantity, spare) = (sum(|l| l.quantity), sum(|l| l.spare));
        // Nothing of what lies there is spare.
        let percent = if in_place { 0 } else { spec.spares.of(&key.0) };
        let total = if lines.len() == 1 { with_spares(*count, percent) } else { count + spare };
        let counted = in_place && spec.in_place.is_counted();
        let right = (quantity, spare) == (total, total - count)
            // More may lie there than is used.
            || (counted && spare == 0 && quantity >= *count);
        if !right {
            let path = &lines[0].path;
            let has = format!("{path} orders {quantity} ({spare} spare)");
            out.push(format!("{has}, {} needs {total} ({} spare)", name(key), total - count));
        }
    }
}

/// `perEnd` is one end's share of a line that serves both.
fn per_end(spec: &Spec, design: &Design, line: &Line, out: &mut Vec<String>) {
    let Some(per_end) = line.per_end else { return };
    // What fills up parts in place has no end of its own.
    if spec.in_place.is_counted() {
        return;
    }
    let needed = line.quantity - line.spare.min(line.quantity);
    let housed = |e: &&Element| ["adapter", "cassette", "conversion"].contains(&e.kind.as_str());
    let panels = design.between().iter().filter(|e| housed(e) && !e.in_place).count();
    let symmetric = ["interconnect", "cross-connect", "cassette-to-cassette"];
    let right = match line.kind.as_str() {
        "adapterPanel" | "enclosure" => {
            // Panels in the middle belong to no end: half of all, or one place's.
            let half = per_end * 2 == needed;
            let place = per_end * 2 < needed;
            // Beside panels or cassettes in place the two ends need not be alike.
            let lying = design.between().iter().any(|e| housed(&e) && e.in_place);
            let alike = symmetric.contains(&spec.topology.as_str()) && !lying;
            !alike || half || (panels > 2 && place)
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
