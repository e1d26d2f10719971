//! Adapter panels, cassettes, conversion modules and the enclosures that hold them.

use std::collections::BTreeMap;

use super::counts::{trunks, with_spares};
use super::facts::Facts;
use super::spec::Spec;
use super::wire::{Design, Element, End, Line};

/// Modules that hold `legs` plugs when each takes `rears`.
fn modules(legs: u64, rears: Option<u64>) -> u64 {
    legs.div_ceil(rears.unwrap_or(1).max(1))
}

/// Panels, modules and enclosures cover every leg of the trunks, unused ones included.
pub(crate) fn check(facts: &Facts, spec: &Spec, design: &Design, out: &mut Vec<String>) {
    let (_, size, count) = trunks(spec);
    let legs = size * count;
    let mut slots_per_place = Vec::new();
    for in_place in [false, true] {
        let lines = if in_place { &design.in_place } else { &design.bom };
        let of = Of { facts, spec, design, lines, in_place, legs };
        let (panels, cassettes) = (of.panels(out), of.cassettes(out));
        // Only what is ordered needs a new enclosure.
        if !in_place {
            slots_per_place.extend(panels);
            slots_per_place.extend(cassettes);
        }
    }
    if let Some(conversion) = spec.conversion {
        let places = design.between().iter().filter(|e| e.is("conversion")).count() as u64;
        let each = legs.div_ceil(conversion.rears);
        let lines = design.bom.iter().filter(|l| l.kind == "conversion");
        let total: u64 = lines.map(|l| l.quantity).sum();
        if total != places * each {
            out.push(format!("{total} conversion modules, {places} places need {each} each"));
        }
        slots_per_place.extend(std::iter::repeat_n(each, usize::try_from(places).unwrap_or(0)));
    }
    enclosures(facts, design, &slots_per_place, out);
}

/// What is ordered, or what is in place.
struct Of<'a> {
    facts: &'a Facts,
    spec: &'a Spec,
    design: &'a Design,
    lines: &'a [Line],
    in_place: bool,
    legs: u64,
}

impl Of<'_> {
    fn lines(&self, kind: &'static str) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(move |l| l.kind == kind)
    }

    fn total(&self, kind: &'static str) -> u64 {
        self.lines(kind).map(|l| l.quantity).sum()
    }

    /// Slots that the array panels take, per place.
    fn panels(&self, out: &mut Vec<String>) -> Vec<u64> {
        let between = self.design.between();
        let panels = between.iter().filter(|e| e.is("adapter") && !e.any_end(End::is_duplex));
        let here = panels.filter(|e| e.in_place == self.in_place && beside_mpo(between, e));
        let places = here.count() as u64;
        let rears = self.lines("adapterPanel").find_map(|l| self.facts.part(&l.part)?.rear_count);
        let per_place = modules(self.legs, rears.or(Some(12)));
        let total = self.total("adapterPanel");
        let duplex_panels = self.spec.is_duplex() && !self.spec.lengths.cross.is_empty();
        if total != places * per_place && !(duplex_panels && total > places * per_place) {
            let text = format!("{total} adapter panels, {places} places need {per_place} each");
            out.push(format!("{text}{}", self.where_they_are()));
        }
        vec![per_place; usize::try_from(places).unwrap_or(0)]
    }

    /// Slots that the cassettes take, per place.
    fn cassettes(&self, out: &mut Vec<String>) -> Vec<u64> {
        let between = self.design.between().iter();
        let here = between.filter(|e| e.is("cassette") && e.in_place == self.in_place);
        let cassettes: Vec<&Element> = here.collect();
        let part = |l: &Line| self.facts.part(&l.part);
        let rears = self.lines("cassette").find_map(|l| part(l)?.rear_count);
        let slots = self.lines("cassette").find_map(|l| part(l)?.slots).unwrap_or(1);
        let each = modules(self.legs, rears);
        let mut by_part: BTreeMap<&str, u64> = BTreeMap::new();
        for cassette in &cassettes {
            *by_part.entry(cassette.part.as_deref().unwrap_or("")).or_default() += each;
        }
        let spares = if self.in_place { 0 } else { self.spec.spares };
        let wanted: u64 = by_part.values().map(|q| with_spares(*q, spares)).sum();
        let total = self.total("cassette");
        if total != wanted {
            let text = format!("{total} cassettes, {} places need {wanted}", cassettes.len());
            out.push(format!("{text} in all{}", self.where_they_are()));
        }
        vec![each * slots; cassettes.len()]
    }

    fn where_they_are(&self) -> &'static str {
        if self.in_place { " in place" } else { "" }
    }
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
