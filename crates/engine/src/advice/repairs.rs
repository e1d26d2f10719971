//! The smallest changes that make a request pass, singly and in pairs; or why nothing does.

use super::Effect;
use super::admit::{leaving, passing, with_suitable_topology};
use super::alternatives::alike;
use super::options::{FieldOptions, OptionState, nearness};
use crate::assumes::assumes;
use crate::channel::ElementKind;
use crate::cost::Cost;
use crate::design::{Design, Verdict, best};
use crate::finding::{Code, Finding};
use crate::order_by::order_by;
use crate::pool::Pool;
use crate::request::{
    Change, FarEnd, Field, GradeRef, Installed, InstalledKind, Lengths, LimitBasis, Request, Role,
    Topology,
};
use fiberlane_catalog::{Catalog, Confidence, ModuleId};
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
    /// Whether parts that lie there are replaced, or left without use.
    pub replaces: bool,
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

/// Most pairs that are worth reading.
const PAIRS: usize = 6;
/// Most repairs that are worth reading.
const MOST: usize = 12;

/// Repairs with their designs, best first, or the derivation where there are none.
pub(super) fn repairs(
    catalog: &'static Catalog,
    request: &Request,
    options: &[FieldOptions],
    design: Option<&Design>,
) -> (Vec<(Repair, Design)>, Option<Derivation>) {
    if design.is_some_and(|design| design.verdict.passes()) {
        return (Vec::new(), None);
    }
    let mends = |change: &Change, effect: &Effect| {
        effect.verdict.passes() || only_unpublished(catalog, request, design, change, effect)
    };
    let before = design.and_then(Design::margin);
    let repair = |change: &Change, effect: Effect| {
        let gain = effect.margin.zip(before);
        let gain = gain.map(|(after, before)| Margin::from_steps(after.steps() - before.steps()));
        let change = change.clone();
        let replaces = replaces(catalog, request, design, &change);
        Repair { change, effect, gain, also: Change::default(), replaces }
    };
    let limit = GradeRef::limit(catalog);
    let keeps = |change: &Change| {
        // A direct cord passes by the trunks that are there to be used.
        let abandons = change.topology == Some(Topology::Direct)
            && change.installed.is_none()
            && request.in_place(InstalledKind::Trunk).is_some();
        // A planning grade that nobody orders makes nothing better.
        let worse = change.grade.is_some() && change.grade == limit
            || change.lc_grade.is_some() && change.lc_grade == limit
            // A grade of a data sheet is taken when it is named.
            || matches!(change.grade, Some(GradeRef::Catalog(_)));
        // Another far end is another link.
        !abandons && !worse && change.far_end.is_none() && !lower_glass(design, change)
    };
    let fields: Vec<&FieldOptions> =
        options.iter().filter(|field| field.field.in_advice().role != Role::Keeps).collect();
    let mut found: Vec<Repair> = Vec::new();
    for choice in fields.iter().flat_map(|field| &field.options) {
        let hit = match &choice.state {
            OptionState::Available(effect) => Some((&choice.change, *effect)),
            _ => choice.admitted.as_ref().map(|(change, effect)| (change, *effect)),
        };
        if let Some((change, effect)) =
            hit.filter(|(change, effect)| keeps(change) && mends(change, effect))
            && !found.iter().any(|known| known.change == *change)
        {
            found.push(repair(change, effect));
        }
    }
    let mut offer = |change: Change, effect: Option<Effect>| {
        if let Some(effect) = effect
            && !found.iter().any(|known| known.change == change)
        {
            found.push(repair(&change, effect));
        }
    };
    for change in said_otherwise(catalog, request, design) {
        let effect = passing(catalog, &change.on(request));
        offer(change, effect);
    }
    if let Some((change, effect)) = design.and_then(|d| shorter(catalog, request, d, &mends)) {
        offer(change, Some(effect));
    }
    if let Some((change, effect)) = design.and_then(|d| farther(catalog, request, d)) {
        offer(change, Some(effect));
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
        let effect = passing(catalog, &change.on(request));
        offer(change, effect);
    }
    let singles: usize = fields.iter().map(|field| field.options.len()).sum();
    let (tried, mut pairs) = in_pairs(catalog, request, design, &fields, &found, &keeps);
    pairs.truncate(PAIRS);
    found.extend(pairs.into_iter().map(|(change, effect)| repair(&change, effect)));
    order_by(&mut found, |repair| rank(catalog, request, repair));
    let mut kept: Vec<(Repair, Design)> = Vec::new();
    for mut repair in smallest(found) {
        if kept.len() == MOST {
            break;
        }
        let Ok(after) = best(catalog, &repair.change.on(request)) else { continue };
        // What is said otherwise orders what was ordered before, and is another thing to do.
        let says = said(request, &repair.change);
        let known = |(other, known): &(Repair, Design)| match says {
            Said::Nothing => alike(known, &after),
            // Parts that are said to be better are no other order, whichever of them it is.
            _ => said(request, &other.change) == says && known.cost == after.cost,
        };
        if !kept.iter().any(known) {
            repair.also = moved_along(design, &after, &repair.change);
            kept.push((repair, after));
        }
    }
    let fails = design.is_none_or(|design| design.verdict == Verdict::Fail);
    let derivation = (fails && kept.is_empty()).then(|| derivation(&fields, singles, tried));
    (kept, derivation)
}

/// Whether a request that failed is left with one thing open: nobody has published a limit for its
/// own optics.
fn only_unpublished(
    catalog: &'static Catalog,
    request: &Request,
    design: Option<&Design>,
    change: &Change,
    effect: &Effect,
) -> bool {
    let failed = design.is_none_or(|d| d.verdict == Verdict::Fail && d.figures.limit.is_none());
    let same_optics = change.application.is_none() && change.module.is_none();
    if !failed || !same_optics || effect.verdict != Verdict::NotChecked || effect.margin.is_some() {
        return false;
    }
    best(catalog, &change.on(request)).is_ok_and(|after| {
        let open = after.findings.iter().filter(|finding| finding.code.leaves_open());
        open.into_iter().all(|finding| finding.code == Code::Los002)
    })
}

/// Fiber of a lower class, which may have a larger limit: to use that, the limit is said otherwise.
fn lower_glass(design: Option<&Design>, change: &Change) -> bool {
    design.zip(change.fiber).is_some_and(|(design, fiber)| {
        let own = design.figures.fiber;
        design.figures.limit.is_some() && fiber.mode() == own.mode() && fiber < own
    })
}

/// What a change says of that which stays as it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Said {
    /// Which limit counts.
    Limit,
    /// What a part in place is.
    Part,
    /// Nothing: it changes something.
    Nothing,
}

fn said(request: &Request, change: &Change) -> Said {
    match change.limit {
        Some(_) if fields_of(change) == 1 => Said::Limit,
        _ if confirms(request, change) => Said::Part,
        _ => Said::Nothing,
    }
}

/// Whether a change says more of the parts in place, and takes none of them away.
#[must_use]
pub fn confirms(request: &Request, change: &Change) -> bool {
    let parts = |request: &Request| -> Vec<_> {
        request.installed.iter().flatten().map(|part| (part.kind, part.at)).collect()
    };
    change.installed.is_some() && parts(change) == parts(request)
}

/// Changes that order nothing else: a limit that counts as well, and parts in place that are better
/// than the careful side, one after the other and all at once.
fn said_otherwise(
    catalog: &'static Catalog,
    request: &Request,
    design: Option<&Design>,
) -> Vec<Change> {
    let mut changes = Vec::new();
    if request.limit != Some(LimitBasis::ClassMet) {
        changes.push(Change::of(|set| set.limit = Some(LimitBasis::ClassMet)));
    }
    let (Some(design), Some(parts)) = (design, &request.installed) else { return changes };
    let assumed = assumes(catalog, request, design);
    let unsaid = |part: &Installed| {
        part.grade.is_none()
            && assumed
                .iter()
                .any(|one| one.field == "grade" && one.kind == part.kind && one.at == part.at)
    };
    let low = Some(GradeRef::low_loss(catalog));
    let saying = |which: &dyn Fn(usize) -> bool| {
        let mut all = parts.clone();
        for (index, part) in all.iter_mut().enumerate() {
            if unsaid(part) && which(index) {
                part.grade = low;
            }
        }
        Change::of(|set| set.installed = Some(all))
    };
    let open = || (0..parts.len()).filter(|index| unsaid(&parts[*index]));
    changes.extend(open().map(|only| saying(&|index| index == only)));
    if open().count() > 1 {
        changes.push(saying(&|_| true));
    }
    changes
}

/// A meter and a tenth of it, in steps.
const METER: u64 = 10_000;
const TENTH: u64 = 1_000;

/// The longest new cable as long as it may be, where a third less or not so much is enough: in whole
/// meters, below ten in tenths.
fn shorter(
    catalog: &'static Catalog,
    request: &Request,
    design: &Design,
    mends: &dyn Fn(&Change, &Effect) -> bool,
) -> Option<(Change, Effect)> {
    let span = &design.frame.span;
    let elements = design.frame.assembly.elements.iter();
    let old: Vec<bool> =
        elements.filter(|e| e.kind == ElementKind::Trunk).map(|e| e.in_place).collect();
    // Each new cable with its place among the lengths that are said.
    type Slot = fn(&mut Lengths, usize) -> Option<&mut Length>;
    let trunk: Slot = |lengths, index| lengths.trunks.get_mut(index);
    let cross: Slot = |lengths, index| lengths.cross.get_mut(index);
    let cord_a: Slot = |lengths, _| lengths.cord_a.as_mut();
    let cord_b: Slot = |lengths, _| lengths.cord_b.as_mut();
    let lies = |index: &usize| old.get(*index).copied().unwrap_or(false);
    let mut cables: Vec<(Length, Slot, usize)> = Vec::new();
    let new = (0..span.trunks.len()).filter(|index| !lies(index));
    cables.extend(new.map(|index| (span.trunks[index], trunk, index)));
    cables.extend(span.cross.iter().enumerate().map(|(index, length)| (*length, cross, index)));
    cables.push((span.cord_a, cord_a, 0));
    cables.extend(span.cord_b.map(|length| (length, cord_b, 0)));
    let longest = cables.iter().map(|cable| cable.0).max()?;
    let (_, slot, index) = *cables.iter().find(|cable| cable.0 == longest)?;
    let to = |steps: u64| {
        let mut lengths = request.lengths.clone();
        let said = slot(&mut lengths, index).filter(|said| **said == longest)?;
        *said = Length::from_steps(steps);
        let change = Change::of(|set| set.lengths = lengths);
        let effect = Pool::new(catalog, &change.on(request)).best(|_| true)?.effect;
        mends(&change, &effect).then_some((change, effect))
    };
    let grain = if longest.steps() > 10 * METER { METER } else { TENTH };
    let (mut least, mut most) =
        ((longest.steps() * 2).div_ceil(3 * grain), longest.steps() / grain);
    // The nearest that is shorter.
    most -= u64::from(most * grain == longest.steps() && most > 0);
    if least == 0 || least > most {
        return None;
    }
    let mut found = to(least * grain)?;
    while least < most {
        let half = (least + most).div_ceil(2);
        match to(half * grain) {
            Some(hit) => (least, found) = (half, hit),
            None => most = half - 1,
        }
    }
    Some(found)
}

/// Another module for the same far end, where the one that is named ends too early: of the same maker,
/// if there is one that goes far enough.
fn farther(
    catalog: &'static Catalog,
    request: &Request,
    design: &Design,
) -> Option<(Change, Effect)> {
    let (far, own) = request.far_end.and_then(|far| Some((far, catalog.module(far.module()?))))?;
    if design.figures.optics[1].reach.is_none_or(|reach| reach >= design.figures.length) {
        return None;
    }
    let goes = |module: ModuleId, alike: bool| {
        let other = catalog.module(module);
        if other.application != own.application || (other.vendor == own.vendor) != alike {
            return None;
        }
        let end = match far {
            FarEnd::Same(_) => FarEnd::Same(Some(module)),
            FarEnd::Breakout(id, _) => FarEnd::Breakout(id, Some(module)),
        };
        let change = Change::of(|set| set.far_end = Some(end));
        let effect = passing(catalog, &change.on(request))?;
        Some((change, effect))
    };
    let of = |alike: bool| catalog.module_ids().find_map(|module| goes(module, alike));
    of(true).or_else(|| of(false))
}

/// Whether parts in place go with a change, or have no place any more.
fn replaces(
    catalog: &'static Catalog,
    request: &Request,
    design: Option<&Design>,
    change: &Change,
) -> bool {
    let Some(parts) = request.installed.as_ref().filter(|parts| !parts.is_empty()) else {
        return false;
    };
    if change.installed.is_some() {
        return !confirms(request, change);
    }
    if change.topology.is_none() && change.application.is_none() && change.conversion.is_none() {
        return false;
    }
    let idle = |design: &Design| design.frame.unplaced.len();
    // A part that lies in several places may keep its use in one of them and lose it in another.
    let used = |design: &Design| {
        design.frame.assembly.elements.iter().filter(|element| element.in_place).count()
    };
    let before = design.map_or(0, idle);
    before < parts.len()
        && best(catalog, &change.on(request)).is_ok_and(|after| {
            idle(&after) > before || design.is_some_and(|design| used(&after) < used(design))
        })
}

/// The open choices that become something else with a change.
fn moved_along(design: Option<&Design>, after: &Design, change: &Change) -> Change {
    let Some(before) = design else { return Change::default() };
    let (old, new) = (&before.figures, &after.figures);
    let (was, is) = (&before.frame, &after.frame);
    let moved = |set: bool, same: bool| !set && !same;
    let application = moved(change.application.is_some(), was.link.near == is.link.near);
    let topology = moved(change.topology.is_some(), was.topology == is.topology);
    let fiber = moved(change.fiber.is_some(), old.ordered == new.ordered);
    let grade = moved(change.grade.is_some(), old.grade == new.grade);
    Request {
        application: Some(is.link.near).filter(|_| application),
        topology: Some(is.topology).filter(|_| topology),
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

/// What decides between two repairs, best first.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    /// A type that the field no longer buys.
    unbought: bool,
    /// What lies there goes.
    replaces: bool,
    /// What is only said orders nothing.
    said: Said,
    /// Another transceiver is the largest change of all, another route the next.
    other_ends: bool,
    /// It leaves a limit to be asked for.
    unsettled: bool,
    rerouted: bool,
    kind: u8,
    fields: usize,
    shorter: bool,
    glass: bool,
    verdict: Verdict,
    cost: Cost,
}

fn rank(catalog: &Catalog, request: &Request, repair: &Repair) -> Rank {
    let Repair { change, effect, .. } = repair;
    let application = change.application.map(|id| catalog.application(id));
    // A published or agreed transceiver before others, and none that is built for tens of kilometers.
    let far = effect.reach.is_some_and(|reach| reach >= Length::from_meters(20_000));
    let kind = application.map_or(0, |application| match application.status {
        _ if far => 3,
        Confidence::Standard | Confidence::Msa => 0,
        Confidence::Vendor | Confidence::Draft | Confidence::Unconfirmed => 2,
    });
    let shorter = change.topology.is_none() && change.lengths != Lengths::default();
    Rank {
        unbought: application.is_some_and(|application| !application.bought),
        replaces: repair.replaces,
        said: said(request, change),
        other_ends: change.application.is_some() || change.far_end.is_some(),
        unsettled: effect.verdict == Verdict::NotChecked,
        rerouted: change.topology.is_some(),
        kind,
        fields: fields_of(change) + usize::from(shorter),
        shorter,
        glass: change.fiber.is_some(),
        verdict: effect.verdict,
        cost: effect.cost,
    }
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
    keeps: &dyn Fn(&Change) -> bool,
) -> (usize, Vec<(Change, Effect)>) {
    let enough = |change: &Change| singles.iter().any(|single| change.includes(&single.change));
    let changes = |field: &FieldOptions| -> Vec<Change> {
        let sheet = |change: &Change| matches!(change.lc_grade, Some(GradeRef::Catalog(_)));
        let open = field.options.iter().filter(|choice| {
            let (change, chosen) = (&choice.change, matches!(choice.state, OptionState::Chosen(_)));
            !chosen && !enough(change) && !sheet(change) && keeps(change)
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
                if !keeps(&both) {
                    continue;
                }
                tried += 1;
                if let Some(effect) = passing(catalog, &both.on(request)) {
                    found.push((both, effect));
                }
            }
        }
    }
    let repair = |change: &Change, effect: Effect| Repair {
        change: change.clone(),
        effect,
        gain: None,
        also: Change::default(),
        replaces: false,
    };
    order_by(&mut found, |(change, effect)| rank(catalog, request, &repair(change, *effect)));
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
            let errors = reasons.iter().filter(|reason| reason.is_error()).count();
            let worst = reasons.iter().map(nearness).max();
            (worst, errors)
        });
        if let Some((change, reasons)) = misses.first() {
            nearest.push((field.field, (*change).clone(), (*reasons).clone()));
        }
    }
    Derivation { singles, pairs, nearest }
}
