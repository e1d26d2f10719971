//! Other designs worth a look: the best by each measure and the one that differs least.

use super::admit::{give_way, settled};
use super::repairs::fields_of;
use super::{Effect, sizes};
use crate::design::{Design, Verdict, best};
use crate::pool::carried_by;
use crate::request::{Change, Field, Priority, Request};
use crate::words::words;
use fiberlane_catalog::Catalog;

words! {
    /// What an alternative is best at.
    Best {
        /// Lowest relative cost.
        Cheapest = "cheapest",
        /// Most margin.
        MostMargin = "most-margin",
        /// Fewest rack units.
        Densest = "densest",
        /// Most faster applications carried.
        FutureProof = "most-future-proof",
        /// Least different from what was asked.
        Nearest = "nearest",
    }
}

/// A design other than the recommended one.
#[derive(Clone, Debug)]
pub struct Alternative {
    /// What it is best at; never empty.
    pub best: Vec<Best>,
    /// The priority that finds it.
    pub priority: Priority,
    /// The fixed choices that it leaves, with what it has instead, and the open ones that it fixes;
    /// empty where it honors them all.
    pub change: Change,
    /// The design.
    pub design: Design,
    /// Faster applications that its cables carry.
    pub carries: u32,
}

struct Found {
    priority: Priority,
    change: Change,
    design: Design,
    carries: u32,
}

/// The alternatives, in the order of [`Best`].
pub(super) fn alternatives(
    catalog: &'static Catalog,
    request: &Request,
    design: Option<&Design>,
    repairs: &[Design],
) -> Vec<Alternative> {
    let own = request.priority.unwrap_or(Priority::Cost);
    let mut found: Vec<Found> = Vec::new();
    let mut offer = |priority: Priority, change: Change, request: &Request| {
        let tried = Request { priority: Some(priority), ..request.clone() };
        let Ok(candidate) = best(catalog, &tried) else { return };
        let same = |known: &Design| alike(known, &candidate);
        // What a repair orders is offered as one.
        let known = design.into_iter().chain(repairs).any(same);
        if !known && !found.iter().any(|known| same(&known.design)) {
            let carries = count(carried_by(catalog, &candidate).len());
            found.push(Found { priority, change, design: candidate, carries });
        }
    };
    for priority in Priority::ALL.iter().copied().filter(|priority| *priority != own) {
        offer(priority, Change::default(), request);
    }
    if let Some(change) = sizes::cheaper(catalog, request) {
        offer(Priority::Cost, change.clone(), &change.on(request));
    }
    for fields in Field::by_turn(|advice| advice.leaves) {
        let mut open = request.clone();
        let said = fields.iter().filter(|field| give_way(&mut open, **field)).count();
        if said == 0 {
            continue;
        }
        for priority in Priority::ALL.iter().copied() {
            let tried = Request { priority: Some(priority), ..open.clone() };
            let Ok(candidate) = best(catalog, &tried) else { continue };
            let change = settled(catalog, request, &open, &candidate);
            offer(priority, change.clone(), &change.on(request));
        }
    }
    choose(catalog, design, found)
}

fn count(carried: usize) -> u32 {
    u32::try_from(carried).unwrap_or(u32::MAX)
}

/// Whether two designs order the same things for the same application.
pub(super) fn alike(a: &Design, b: &Design) -> bool {
    a.figures.ordered == b.figures.ordered
        && a.figures.grade == b.figures.grade
        && a.figures.lc_grade == b.figures.lc_grade
        && a.frame.link.near == b.frame.link.near
        && a.frame.topology == b.frame.topology
        && a.frame.order == b.frame.order
}

/// Keeps what is best at something and not worse than another in every respect.
fn choose(catalog: &Catalog, recommended: Option<&Design>, found: Vec<Found>) -> Vec<Alternative> {
    let sound = |verdict: Verdict| if verdict.passes() { Verdict::Pass } else { verdict };
    // Nothing that is judged worse than what is recommended is an alternative to it.
    let own = recommended.map_or(Verdict::Fail, |design| sound(design.verdict));
    let pool: Vec<Found> = found
        .into_iter()
        .filter(|f| sound(f.design.verdict) <= own && f.design.verdict != Verdict::Fail)
        .collect();
    // Another route or another transceiver only where nothing nearer passes.
    let departs = |f: &Found| {
        let other_ends = f.change.application.is_some() || f.change.module.is_some();
        (
            sound(f.design.verdict),
            if other_ends { 2 } else { u8::from(f.change.topology.is_some()) },
        )
    };
    let least = pool.iter().map(departs).min();
    let pool: Vec<Found> = pool.into_iter().filter(|f| Some(departs(f)) == least).collect();
    let carried = recommended.map_or(0, |design| count(carried_by(catalog, design).len()));
    let worth = |f: &Found| (f.design.effect(), f.carries, fields_of(&f.change));
    let all: Vec<(Effect, u32, usize)> = pool.iter().map(worth).collect();
    let mut labels: Vec<Vec<Best>> = vec![Vec::new(); pool.len()];
    for label in Best::ALL.iter().copied() {
        let value = |effect: &Effect, carries: u32, left: usize| match label {
            Best::Cheapest => i128::try_from(effect.cost).unwrap_or(i128::MAX),
            Best::MostMargin => effect.margin.map_or(i128::MAX, |m| -i128::from(m.steps())),
            Best::Densest => i128::from(effect.rack_units),
            Best::FutureProof => -i128::from(carries),
            Best::Nearest => i128::try_from(left).unwrap_or(i128::MAX),
        };
        // A label compares one value alone, with a design that is judged no better; the nearest is
        // asked for where that one fails.
        let beats = |index: usize| {
            let ((effect, carries, left), design) = (&all[index], &pool[index].design);
            let Some(own) = recommended else { return label == Best::Nearest };
            if label == Best::Nearest {
                return sound(effect.verdict) < sound(own.verdict);
            }
            effect.verdict <= own.verdict
                && value(effect, *carries, *left) < value(&own.effect(), carried, 0)
                && (label != Best::Cheapest || sizes::saves(own, design))
        };
        let winner = (0..all.len()).filter(|index| beats(*index)).min_by_key(|index| {
            let (effect, carries, left) = &all[*index];
            (sound(effect.verdict), value(effect, *carries, *left), *left, effect.cost)
        });
        if let Some(winner) = winner {
            labels[winner].push(label);
        }
    }
    // One design alone is best at everything and at nothing: it is the nearest that is judged better.
    if let [labels] = &mut labels[..]
        && labels.contains(&Best::Nearest)
    {
        *labels = vec![Best::Nearest];
    }
    let dominated = |index: usize| {
        let (this, carries, left) = &all[index];
        all.iter().enumerate().any(|(other, (effect, carried, leaves))| {
            other != index
                && !labels[other].is_empty()
                && sound(effect.verdict) <= sound(this.verdict)
                && effect.cost <= this.cost
                && effect.margin >= this.margin
                && effect.rack_units <= this.rack_units
                && carried >= carries
                && leaves <= left
                && (effect, carried, leaves) != (this, carries, left)
        })
    };
    let kept: Vec<bool> =
        (0..pool.len()).map(|index| !labels[index].is_empty() && !dominated(index)).collect();
    let mut alternatives: Vec<Alternative> = pool
        .into_iter()
        .zip(labels)
        .zip(kept)
        .filter(|(_, keep)| *keep)
        .map(|((found, best), _)| Alternative {
            best,
            priority: found.priority,
            change: found.change,
            design: found.design,
            carries: found.carries,
        })
        .collect();
    crate::order_by::order_by(&mut alternatives, |alternative| alternative.best.clone());
    alternatives
}
