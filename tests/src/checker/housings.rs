//! Adapter panels, cassettes and the enclosures that hold them.

use std::collections::BTreeMap;

use super::counts::{trunks, with_spares};
use super::facts::Facts;
use super::spec::Spec;
use super::wire::{Design, Element, End, Line};

/// Modules that hold `legs` plugs when each takes `rears`.
fn modules(legs: u64, rears: Option<u64>) -> u64 {
    legs.div_ceil(rears.unwrap_or(1).max(1))
}

/// Panels, cassettes and enclosures cover every leg of the trunks, unused ones included.
pub(crate) fn check(facts: &Facts, spec: &Spec, design: &Design, out: &mut Vec<String>) {
    let (_, size, count) = trunks(spec);
    let legs = size * count;
    let between = design.between();
    let mut slots_per_place = Vec::new();
    let panels = between.iter().filter(|e| e.is("adapter") && !e.any_end(End::is_duplex));
    let places = panels.filter(|e| beside_mpo(between, e)).count() as u64;
    let part_of = |line: &Line| facts.part(&line.part);
    let of = |kind: &'static str| design.bom.iter().filter(move |l| l.kind == kind);
    let panel_rears = of("adapterPanel").find_map(|l| part_of(l)?.rear_count).or(Some(12));
    let per_place = modules(legs, panel_rears);
    let total: u64 = of("adapterPanel").map(|l| l.quantity).sum();
    let duplex_panels = spec.is_duplex() && !spec.lengths.cross.is_empty();
    if total != places * per_place && !(duplex_panels && total > places * per_place) {
        out.push(format!("{total} adapter panels, {places} places need {per_place} each"));
    }
    slots_per_place.extend(std::iter::repeat_n(per_place, usize::try_from(places).unwrap_or(0)));

    let cassettes: Vec<&Element> = between.iter().filter(|e| e.is("cassette")).collect();
    let rears = of("cassette").find_map(|l| part_of(l)?.rear_count);
    let slots = of("cassette").find_map(|l| part_of(l)?.slots).unwrap_or(1);
    let each = modules(legs, rears);
    let mut by_part: BTreeMap<&str, u64> = BTreeMap::new();
    for cassette in &cassettes {
        *by_part.entry(cassette.part.as_deref().unwrap_or("")).or_default() += each;
        slots_per_place.push(each * slots);
    }
    let wanted: u64 = by_part.values().map(|q| with_spares(*q, spec.spares)).sum();
    let total: u64 = of("cassette").map(|l| l.quantity).sum();
    if total != wanted {
        out.push(format!("{total} cassettes, {} places need {wanted} in all", cassettes.len()));
    }
    enclosures(facts, design, &slots_per_place, out);
}

/// An adapter between MPO plugs, as against one between duplex cords.
fn beside_mpo(between: &[Element], adapter: &Element) -> bool {
    let beside = between.iter().find(|e| e.at + 1 == adapter.at);
    beside.and_then(|e| e.ends[1].as_ref()).is_none_or(End::is_mpo)
}

/// Enclosures per place, or shared by the places between the two ends.
fn enclosures(facts: &Facts, design: &Design, slots: &[u64], out: &mut Vec<String>) {
    let lines: Vec<&Line> = design.bom.iter().filter(|l| l.kind == "enclosure").collect();
    let total: u64 = lines.iter().map(|l| l.quantity).sum();
    let sizes = lines.iter().map(|l| facts.part(&l.part).and_then(|p| p.capacity_slots));
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
        out.push(format!("{total} enclosures, {least} to {most} hold {slots:?} slots"));
    }
}
