//! The smallest changes that make a request pass, singly and in pairs; or why nothing does.

use super::Effect;
use super::admit::{leaving, passing, with_suitable_topology};
use super::options::{FieldOptions, OptionState, nearness};
use crate::design::{Design, Verdict, best};
use crate::finding::{Finding, Severity};
use crate::order_by::order_by;
use crate::request::{
    Change, FarEnd, Field, GradeRef, Installed, InstalledKind, Lengths, Request, Topology,
};
use fiberlane_catalog::{Catalog, Confidence};
use fiberlane_units::{Length, Margin};

/// A change that makes a request pass.
#[derive(Clone, Debug)]
pub struct Repair {
    /// The fields it sets.
    pub change: Change,
    /// What it does.
    pub effect: Effect,
    /// How much margin it gains, where both are known.
    pub gain: Option<Margin>,
    /// What open choices become along with it, where they were something else.
    pub also: Change,
}

/// Why nothing repairs a request.
#[derive(Clone, Debug, Default)]
pub struct Derivation {
    /// Single changes that were tried.
    pub singles: usize,
    /// Pairs of changes that were tried.
    pub pairs: usize,
    /// By field, the option that comes nearest and what is still wrong with it.
    pub nearest: Vec<(Field, Change, Vec<Finding>)>,
}

/// Fields whose options change what is ordered; the others change how it is planned or counted.
const REPAIRING: [Field; 11] = [
    Field::Application,
    Field::Module,
    Field::FarEnd,
    Field::Fiber,
    Field::Grade,
    Field::LcGrade,
    Field::Topology,
    Field::Polarity,
    Field::Pinning,
    Field::Base,
    Field::Conversion,
];
/// Most pairs that are worth reading.
const PAIRS: usize = 6;
/// Most repairs that are worth reading.
const MOST: usize = 12;

/// Repairs, best first, or the derivation where there are none.
pub(super) fn repairs(
    catalog: &'static Catalog,
    request: &Request,
    options: &[FieldOptions],
    design: Option<&Design>,
) -> (Vec<Repair>, Option<Derivation>) {
    if design.is_some_and(|design| matches!(design.verdict, Verdict::Pass | Verdict::Tight)) {
        return (Vec::new(), None);
    }
    let passes = |effect: &Effect| matches!(effect.verdict, Verdict::Pass | Verdict::Tight);
    let before = design.and_then(Design::margin);
    let repair = |change: &Change, effect: Effect| {
        let gain = effect.margin.zip(before);
        let gain = gain.map(|(after, before)| Margin::from_steps(after.steps() - before.steps()));
        Repair { change: change.clone(), effect, gain, also: Change::default() }
    };
    let fields: Vec<&FieldOptions> =
        options.iter().filter(|field| REPAIRING.contains(&field.field)).collect();
    let mut found: Vec<Repair> = Vec::new();
    for choice in fields.iter().flat_map(|field| &field.options) {
        let hit = match &choice.state {
            OptionState::Available(effect) => Some((&choice.change, *effect)),
            _ => choice.admitted.as_ref().map(|(change, effect)| (change, *effect)),
        };
        // A direct cord passes by the trunks that are there to be used.
        let abandons = |change: &Change| {
            change.topology == Some(Topology::Direct)
                && change.installed.is_none()
                && request.in_place(InstalledKind::Trunk).is_some()
        };
        // A planning grade that nobody orders makes nothing better.
        let limit = GradeRef::find(catalog, "tia-limit");
        let worse = |change: &Change| {
            change.grade.is_some() && change.grade == limit
                || change.lc_grade.is_some() && change.lc_grade == limit
                // A grade of a data sheet is taken when it is named.
                || matches!(change.grade, Some(GradeRef::Catalog(_)))
        };
        // Another far end is another link, unless it was the far end that was asked for.
        let breaks_out = matches!(request.far_end, Some(FarEnd::Breakout(..)));
        let other_link = |change: &Change| {
            change.far_end.is_some() && request.far_end.is_none()
                || change.far_end.is_none() && change.application.is_some() && breaks_out
        };
        if let Some((change, effect)) = hit.filter(|(change, effect)| {
            passes(effect) && !other_link(change) && !abandons(change) && !worse(change)
        }) && !found.iter().any(|known| known.change == *change)
        {
            found.push(repair(change, effect));
        }
    }
    // One kind of the parts in place goes, or all of them do.
    let parts = request.installed.clone().unwrap_or_default();
    let mut left: Vec<Vec<Installed>> = Vec::new();
    for gone in &parts {
        left.push(parts.iter().filter(|part| part.kind != gone.kind).cloned().collect());
    }
    left.push(Vec::new());
    left.dedup();
    for kept in left.into_iter().filter(|_| !parts.is_empty()) {
        let change = leaving(request, kept);
        if let Some(effect) = passing(catalog, &change.on(request))
            && !found.iter().any(|known| known.change == change)
        {
            found.push(repair(&change, effect));
        }
    }
    let singles: usize = fields.iter().map(|field| field.options.len()).sum();
    let (tried, mut pairs) = in_pairs(catalog, request, design, &fields, &found);
    pairs.truncate(PAIRS);
    found.extend(pairs.into_iter().map(|(change, effect)| repair(&change, effect)));
    order_by(&mut found, |repair| rank(catalog, &repair.change, &repair.effect));
    let mut found = smallest(found);
    found.truncate(MOST);
    for repair in &mut found {
        repair.also = moved_along(catalog, request, design, &repair.change);
    }
    let fails = design.is_none_or(|design| design.verdict == Verdict::Fail);
    let derivation = (fails && found.is_empty()).then(|| derivation(&fields, singles, tried));
    (found, derivation)
}

/// The open choices that become something else with a change.
fn moved_along(
    catalog: &'static Catalog,
    request: &Request,
    design: Option<&Design>,
    change: &Change,
) -> Change {
    let (Some(before), Ok(after)) = (design, best(catalog, &change.on(request))) else {
        return Change::default();
    };
    let (old, new) = (&before.figures, &after.figures);
    let moved = |set: bool, same: bool| !set && !same;
    let fiber = moved(change.fiber.is_some(), old.ordered == new.ordered);
    let grade = moved(change.grade.is_some(), old.grade == new.grade);
    Request {
        fiber: Some(new.ordered).filter(|_| fiber),
        grade: Some(new.grade).filter(|_| grade),
        ..Request::default()
    }
    .into()
}

/// Without those that do more than another one does.
fn smallest(found: Vec<Repair>) -> Vec<Repair> {
    let mut kept: Vec<Repair> = Vec::new();
    for repair in &found {
        let includes =
            |other: &Repair| other.change != repair.change && repair.change.includes(&other.change);
        let known = kept.iter().any(|other| other.change == repair.change);
        if !known && !found.iter().any(includes) {
            kept.push(repair.clone());
        }
    }
    kept
}

/// Fewest fields first; another transceiver is the largest change of all, another route the next.
type Rank = (bool, bool, bool, u8, usize, bool, Verdict, u128);

fn rank(catalog: &Catalog, change: &Change, effect: &Effect) -> Rank {
    let other_ends = change.application.is_some() || change.far_end.is_some();
    let replaced = change.installed.is_some();
    let rerouted = change.topology.is_some();
    let glass = change.fiber.is_some();
    // A published or agreed transceiver before others, and none that is built for tens of kilometers.
    let far = effect.reach.is_some_and(|reach| reach >= Length::from_meters(20_000));
    let kind = change.application.map_or(0, |id| match catalog.application(id).status {
        _ if far => 3,
        Confidence::Standard | Confidence::Msa => 0,
        Confidence::Vendor | Confidence::Draft | Confidence::Unconfirmed => 2,
    });
    let fields = fields_of(change);
    (other_ends, rerouted, replaced, kind, fields, glass, effect.verdict, effect.cost)
}

/// How many fields a change sets; lengths that are cut anew belong to their topology.
pub(super) fn fields_of(change: &Change) -> usize {
    let alone = |field: &Field| match field {
        Field::Lengths => false,
        // A module belongs to its application.
        Field::Module => change.application.is_none(),
        _ => true,
    };
    change.fields().filter(alone).count()
}

/// Pairs of changes of fixed fields, neither of which is enough by itself. Transceivers are paired
/// only where nothing else helps.
fn in_pairs(
    catalog: &'static Catalog,
    request: &Request,
    design: Option<&Design>,
    fields: &[&FieldOptions],
    singles: &[Repair],
) -> (usize, Vec<(Change, Effect)>) {
    let enough = |change: &Change| singles.iter().any(|single| change.includes(&single.change));
    let changes = |field: &FieldOptions| -> Vec<Change> {
        let limit = GradeRef::find(catalog, "tia-limit");
        let open = field.options.iter().filter(|choice| {
            let named = choice.change.grade.or(choice.change.lc_grade);
            let worse =
                named.is_some() && named == limit || matches!(named, Some(GradeRef::Catalog(_)));
            !matches!(choice.state, OptionState::Chosen(_)) && !enough(&choice.change) && !worse
        });
        open.map(|choice| with_suitable_topology(catalog, request, design, choice.change.clone()))
            .collect()
    };
    let fixed = |field: &&&FieldOptions| match field.field {
        Field::Application => singles.is_empty(),
        Field::Module | Field::FarEnd => false,
        field => !request.is_open(field),
    };
    let lists: Vec<Vec<Change>> = fields.iter().filter(fixed).map(|field| changes(field)).collect();
    let mut tried = 0;
    let mut found: Vec<(Change, Effect)> = Vec::new();
    for (index, first) in lists.iter().enumerate() {
        for second in &lists[index + 1..] {
            for (a, b) in first.iter().flat_map(|a| second.iter().map(move |b| (a, b))) {
                let cut = |change: &Change| change.lengths != Lengths::default();
                if cut(a) && cut(b) {
                    continue;
                }
                let both = a.then(b);
                tried += 1;
                if let Some(effect) = passing(catalog, &both.on(request)) {
                    found.push((both, effect));
                }
            }
        }
    }
    order_by(&mut found, |(change, effect)| rank(catalog, change, effect));
    (tried, found)
}

/// What comes nearest in every field, and what is still wrong with it.
fn derivation(fields: &[&FieldOptions], singles: usize, pairs: usize) -> Derivation {
    let mut nearest = Vec::new();
    for field in fields.iter().filter(|field| !matches!(field.field, Field::Module | Field::FarEnd))
    {
        let mut misses: Vec<(&Change, &Vec<Finding>)> = field
            .options
            .iter()
            .filter_map(|choice| match &choice.state {
                OptionState::Excluded(reasons) => Some((&choice.change, reasons)),
                _ => None,
            })
            .collect();
        order_by(&mut misses, |(_, reasons)| {
            let errors = reasons.iter().filter(|r| r.severity == Severity::Error).count();
            let worst = reasons.iter().map(nearness).max();
            (worst, errors)
        });
        if let Some((change, reasons)) = misses.first() {
            nearest.push((field.field, (*change).clone(), (*reasons).clone()));
        }
    }
    Derivation { singles, pairs, nearest }
}
