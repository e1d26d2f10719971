//! Adapter panels, cassettes, conversion modules and the enclosures that hold them.

use std::collections::BTreeMap;

use super::counts::{Supply, runs, with_spares};
use super::facts::Facts;
use super::installed::Placed;
use super::spec::Spec;
use super::wire::{Design, Element, End, Line};

/// Modules that hold `legs` plugs when each takes `rears`.
fn modules(legs: u64, rears: Option<u64>) -> u64 {
    legs.div_ceil(rears.unwrap_or(1).max(1))
}

/// Panels, modules and enclosures cover every leg of the trunks, unused ones included.
pub(crate) fn check(facts: &Facts, spec: &Spec, design: &Design, out: &mut Vec<String>) {
    let of = Of { facts, spec, design, runs: runs(spec, design) };
    let mut slots_per_place = of.panels(out);
    slots_per_place.extend(of.cassettes(out));
    if let Some(conversion) = spec.conversion {
        let places = design.between().iter().filter(|e| e.is("conversion"));
        let each: Vec<u64> = places.map(|e| of.legs_at(e).div_ceil(conversion.rears)).collect();
        let lines = design.bom.iter().filter(|l| l.kind == "conversion");
        let total: u64 = lines.map(|l| l.quantity).sum();
        if total != each.iter().sum::<u64>() {
            out.push(format!("{total} conversion modules, the places need {each:?}"));
        }
        slots_per_place.extend(each);
    }
    enclosures(facts, design, &slots_per_place, out);
}

struct Of<'a> {
    facts: &'a Facts,
    spec: &'a Spec,
    design: &'a Design,
    runs: Vec<Supply>,
}

impl<'a> Of<'a> {
    fn lines(&self, kind: &'static str, in_place: bool) -> impl Iterator<Item = &'a Line> {
        let lines = if in_place { &self.design.in_place } else { &self.design.bom };
        lines.iter().filter(move |l| l.kind == kind)
    }

    fn total(&self, kind: &'static str, in_place: bool) -> u64 {
        self.lines(kind, in_place).map(|l| l.quantity).sum()
    }

    /// Legs that end at an element: those of the trunks beside it.
    fn legs_at(&self, element: &Element) -> u64 {
        let trunks = self.design.between().iter().filter(|e| e.is("trunk"));
        let beside = |at: usize| at + 1 == element.at || at == element.at + 1;
        let legs = trunks.zip(&self.runs).filter(|(e, _)| beside(e.at));
        legs.map(|(_, s)| s.size * s.count()).max().unwrap_or(0)
    }

    /// How many of `need` lie there, and how many are ordered.
    fn split(need: u64, element: &Element, placed: Option<&Placed>) -> (u64, u64) {
        if !element.in_place {
            return (0, need);
        }
        let lying = placed.and_then(|p| p.count).map_or(need, |n| n.min(need));
        (lying, need - lying)
    }

    /// Slots that the array panels to be ordered take, per place.
    fn panels(&self, out: &mut Vec<String>) -> Vec<u64> {
        let between = self.design.between();
        let panels = between.iter().filter(|e| e.is("adapter") && !e.any_end(End::is_duplex));
        let array: Vec<&Element> = panels.filter(|e| beside_mpo(between, e)).collect();
        let part = |l: &Line| self.facts.part(&l.part)?.rear_count;
        let rears = self.lines("adapterPanel", false).find_map(part);
        let (mut lying, mut ordered, mut slots) = (0, 0, Vec::new());
        for (i, panel) in array.iter().enumerate() {
            let need = modules(self.legs_at(panel), rears.or(Some(12)));
            let of = |i: usize| self.spec.in_place.panels.get(i).and_then(Option::as_ref);
            let mut placed = of(i).cloned();
            // `1-2` means both panels at a cross cord, and a count is of what lies there in all.
            let before = i.checked_sub(1).and_then(of);
            let joint = |p: &Placed| p.at.as_ref().is_some_and(|at| at.contains('-'));
            if let Some(placed) = placed.as_mut().filter(|p| joint(p) && before == Some(*p)) {
                let legs = array.get(i - 1).map_or(0, |twin| self.legs_at(twin));
                let taken = modules(legs, rears.or(Some(12)));
                placed.count = placed.count.map(|count| count.saturating_sub(taken));
            }
            let (there, new) = Self::split(need, panel, placed.as_ref());
            lying += there;
            ordered += new;
            if new > 0 {
                slots.push(new);
            }
        }
        let duplex_panels = self.spec.is_duplex() && !self.spec.lengths.cross.is_empty();
        let places = array.len();
        let total = self.total("adapterPanel", false);
        if total != ordered && !(duplex_panels && total > ordered) {
            out.push(format!("{total} adapter panels, {places} places need {ordered} in all"));
        }
        self.lie("adapterPanel", lying, out);
        slots
    }

    /// Slots that the cassettes to be ordered take, per place.
    fn cassettes(&self, out: &mut Vec<String>) -> Vec<u64> {
        let cassettes: Vec<&Element> =
            self.design.between().iter().filter(|e| e.is("cassette")).collect();
        let part = |e: &Element| e.part.as_ref().and_then(|part| self.facts.part(part));
        let mut by_part: BTreeMap<String, u64> = BTreeMap::new();
        let (mut lying, mut taken) = (0, Vec::new());
        let first = usize::from(cassettes.len() == 1);
        for (i, cassette) in cassettes.iter().enumerate() {
            let row = part(cassette);
            let need = modules(self.legs_at(cassette), row.and_then(|p| p.rear_count));
            let placed = self.spec.in_place.cassettes.get(first + i).and_then(Option::as_ref);
            let (there, new) = Self::split(need, cassette, placed);
            lying += there;
            // Of the same part, with the same rear and key, of the same fiber and grades: what fills up
            // those in place is as they are.
            let rear = cassette.ends.iter().flatten().find(|end| end.is_mpo());
            let own = placed.filter(|_| cassette.in_place);
            let fiber = own.and_then(|p| p.fiber.as_ref()).unwrap_or(&self.spec.cords_fiber);
            let said = own.and_then(|p| p.grade.as_ref());
            let grade = said.unwrap_or(&self.spec.grade);
            let front = own.and_then(|p| p.lc_grade.as_ref()).or(said);
            let front = front.unwrap_or(&self.spec.lc_grade);
            let at_b = cassette.ends[0].as_ref().is_some_and(End::is_mpo);
            // Paired cassettes at B may have another map than at A.
            let spots =
                cassette.map.iter().flatten().map(|(a, b)| if at_b { (a, b) } else { (b, a) });
            let mut map: Vec<(u64, u64, u64)> =
                spots.map(|(r, f)| (f.port.unwrap_or(1), f.position, r.position)).collect();
            map.sort_unstable();
            let made = format!("{fiber} {grade} {front} {map:?}");
            let alike = format!("{:?} {rear:?} {:?} {made}", cassette.part, cassette.key);
            *by_part.entry(alike).or_default() += new;
            if new > 0 {
                taken.push(new * row.and_then(|p| p.slots).unwrap_or(1));
            }
        }
        let percent = self.spec.spares.of("cassette");
        let wanted: u64 = by_part.values().map(|q| with_spares(*q, percent)).sum();
        let total = self.total("cassette", false);
        if total != wanted {
            let text = format!("{total} cassettes, {} places need {wanted}", cassettes.len());
            out.push(format!("{text} in all"));
        }
        self.lie("cassette", lying, out);
        taken
    }

    /// What lies there is listed; more of it than is used may be, too.
    fn lie(&self, kind: &'static str, wanted: u64, out: &mut Vec<String>) {
        let total = self.total(kind, true);
        if total != wanted && !(self.spec.in_place.is_counted() && total > wanted) {
            out.push(format!("{total} of {kind} in place, {wanted} are used"));
        }
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
