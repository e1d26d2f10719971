//! The smallest set of other changes that admits an excluded option.

use super::Effect;
use crate::assemble::{ASSUMED_TRUNK, Placed, Places, Span, fits, recut, run_count, topologies};
use crate::design::{Design, best, spoken_of};
use crate::link::Link;
use crate::pool::Pool;
use crate::request::{
    Change, FarEnd, Field, Installed, InstalledKind, Lengths, Polarity, Request, Role, Topology,
};
use fiberlane_catalog::Catalog;
use fiberlane_units::Length;

/// The change that leaves some of the parts in place, or all, over the same distance.
pub(crate) fn leaving(request: &Request, kept: Vec<Installed>) -> Change {
    let lengths = own_lengths(request).unwrap_or_default();
    Request { installed: Some(kept), lengths, ..Request::default() }.into()
}

/// The lengths of a route whose trunks say their own, where one does: each run as long as what lies
/// there, the others as they were asked for.
fn own_lengths(request: &Request) -> Option<Lengths> {
    request.in_place(InstalledKind::Trunk)?;
    let wanted = request.topology.unwrap_or(Topology::Interconnect);
    // A route with more runs or fewer is cut anew over the same distance.
    let anew = wanted != Topology::Direct && !fits(wanted, &request.lengths);
    let topology = if anew { Topology::Interconnect } else { wanted };
    let runs = run_count(topology, &request.lengths, spoken_of(request));
    let placed = Placed::resolve(request, Places::of(topology, runs, false));
    let own: Vec<Option<Length>> =
        (0..runs).map(|run| placed.trunk(run).and_then(|trunk| trunk.length)).collect();
    if anew {
        let span = Span::fill(topology, &request.lengths, &own);
        return Some(recut(&span, wanted, true));
    }
    own.iter().any(Option::is_some).then(|| Lengths {
        trunks: Span::fill(topology, &request.lengths, &own).trunks,
        ..request.lengths.clone()
    })
}

/// The request with the length of a trunk in place said, so that another route keeps it.
pub(super) fn explicit(request: &Request) -> Request {
    let lengths = leaving(request, Vec::new()).lengths.clone();
    let said = if lengths == Lengths::default() { request.lengths.clone() } else { lengths };
    Request { lengths: said, ..request.clone() }
}

/// Opens a choice that may give way. Returns whether anything was said of it. Parts in place leave
/// their lengths.
pub(super) fn give_way(request: &mut Request, field: Field) -> bool {
    if field != Field::Installed {
        let said = !request.is_open(field);
        request.open(field);
        return said;
    }
    let said = request.installed.as_ref().is_some_and(|parts| !parts.is_empty());
    if said {
        request.lengths = explicit(request).lengths;
        request.installed = None;
    }
    said
}

/// Whether other choices may give way for an option of this field.
pub(super) fn admits(field: Field) -> bool {
    field.in_advice().role == Role::Changes
}

/// The change, enlarged by as little as admits it, and what it does.
pub(super) fn admitted(
    catalog: &'static Catalog,
    request: &Request,
    change: &Change,
    design: Option<&Design>,
) -> Option<(Change, Effect)> {
    let passes = |request: &Request| passing(catalog, request);
    let larger = with_suitable_topology(catalog, request, design, change.clone());
    let changed = larger.on(request);
    if larger != *change
        && let Some(effect) = passes(&changed)
    {
        return Some((larger, effect));
    }
    if let Some(hit) = by_yielding(catalog, &changed, &larger) {
        return Some(hit);
    }
    // Another transceiver of the same speed is the last that gives way.
    let near = changed.named_application(catalog)?;
    let fixed_end = changed.far_end.is_some_and(|end| end != FarEnd::Same(None));
    if change.application.is_some() || change.far_end.is_some() || fixed_end {
        return None;
    }
    // A map of two rows goes with its transceiver, unless it is what is asked for.
    let kept =
        |polarity: &Polarity| change.polarity.is_some() || matches!(polarity, Polarity::Method(_));
    let other = Request {
        application: None,
        module: None,
        far_end: None,
        polarity: changed.polarity.filter(kept),
        speed: Some(catalog.application(near).speed),
        ..changed.clone()
    };
    passes(&other)?;
    let found = best(catalog, &other).ok()?;
    let enlarged = larger.then(&Change::application(catalog, &changed, found.frame.link.near));
    let effect = passes(&enlarged.on(request))?;
    Some((enlarged, effect))
}

/// What the best design of a request does, if it passes and the request can be written down.
pub(super) fn passing(catalog: &'static Catalog, request: &Request) -> Option<Effect> {
    if !request.polarity_is_said(catalog) {
        return None;
    }
    let effect = Pool::new(catalog, request).best(|_| true)?.effect;
    effect.verdict.passes().then_some(effect)
}

/// The change with one other choice given way, or with as many as it takes.
fn by_yielding(
    catalog: &'static Catalog,
    changed: &Request,
    larger: &Change,
) -> Option<(Change, Effect)> {
    let passes = |request: &Request| passing(catalog, request);
    let yields: Vec<Field> = Field::by_turn(|advice| advice.yields)
        .flatten()
        .filter(|field| {
            // The option itself stays.
            give_way(&mut changed.clone(), *field) && !give_way(&mut Request::clone(larger), *field)
        })
        .collect();
    if yields.is_empty() {
        return None;
    }
    let mut open = changed.clone();
    for field in &yields {
        give_way(&mut open, *field);
    }
    // Where everything that may give way does not help, nothing of it does.
    passes(&open)?;
    let one = yields.iter().find_map(|field| {
        let mut open = changed.clone();
        give_way(&mut open, *field);
        passes(&open).map(|_| open)
    });
    let open = one.unwrap_or(open);
    let found = best(catalog, &open).ok()?;
    let settled = settled(catalog, changed, &open, &found);
    let enlarged = larger.then(&settled);
    // What was open to be found is named now; it has to stand when it is named.
    let effect = passes(&settled.on(changed))?;
    Some((enlarged, effect))
}

/// What a design made of the choices that `open` has and `fixed` does not, where it differs.
pub(super) fn settled(
    catalog: &'static Catalog,
    fixed: &Request,
    open: &Request,
    design: &Design,
) -> Change {
    let (frame, figures) = (&design.frame, &design.figures);
    let mut change = Request::default();
    if open.polarity != fixed.polarity {
        let method = Polarity::find(catalog, frame.assembly.method);
        change.polarity = method.filter(|method| fixed.polarity != Some(*method));
    }
    if open.pinning != fixed.pinning && fixed.pinning != Some(frame.pinning) {
        change.pinning = Some(frame.pinning);
    }
    if open.grade != fixed.grade && fixed.grade != Some(figures.grade) {
        change.grade = Some(figures.grade);
    }
    if open.lc_grade != fixed.lc_grade && fixed.lc_grade != Some(figures.lc_grade) {
        change.lc_grade = Some(figures.lc_grade);
    }
    if open.fiber != fixed.fiber && fixed.fiber != Some(figures.ordered) {
        change.fiber = Some(figures.ordered);
    }
    let base = frame.array.is_array().then(|| frame.array.fibers());
    if open.base != fixed.base && fixed.base != base {
        change.base = base.filter(|base| [8, 12, 16, 24].contains(base));
    }
    if open.installed != fixed.installed {
        let left = leaving(fixed, Vec::new());
        change.installed.clone_from(&left.installed);
        change.lengths.clone_from(&left.lengths);
    }
    if open.module != fixed.module && fixed.module.is_some() {
        // Without the module its application's published row stands.
        change.application = Some(frame.link.near);
        return Change::from(change).opening(Field::Module);
    }
    change.into()
}

/// Where a change brings other connectors or another topology, the topology and lengths that go
/// with it, over the same distance.
#[must_use]
pub fn with_suitable_topology(
    catalog: &'static Catalog,
    request: &Request,
    design: Option<&Design>,
    change: Change,
) -> Change {
    // With lengths of its own it says how far it goes.
    if change.lengths != Lengths::default() {
        return change;
    }
    // Where nothing could be assembled the lengths that were asked for are the distance.
    let asked = request.topology.map(|topology| Span::asked(topology, &request.lengths));
    let design_span = design.map(|design| &design.frame.span);
    let topology = design.map(|design| design.frame.topology).or(request.topology);
    let (Some(current), Some(span)) = (topology, design_span.or(asked.as_ref())) else {
        return change;
    };
    // One run of trunks in place cannot be cut into two.
    let in_place = request.in_place(InstalledKind::Trunk).is_some();
    if in_place && change.topology == Some(Topology::CrossConnect) {
        return change;
    }
    let with_trunk = !span.trunks.is_empty();
    if let Some(topology) = change.topology {
        if topology == current {
            return change;
        }
        let Some(lengths) = cut(span, topology, with_trunk, in_place) else { return change };
        let cut = change.clone().and(|set| set.lengths = lengths);
        let cut = as_they_lie(request, cut);
        return if cut.lengths == request.lengths { change } else { cut };
    }
    if change.application.is_none() && change.far_end.is_none() {
        return change;
    }
    let changed = change.on(request);
    let Some(near) = changed.named_application(catalog) else {
        return change;
    };
    let far_end = changed.far_end.unwrap_or(FarEnd::Same(None));
    let Ok(link) = Link::resolve(catalog, near, changed.module, far_end) else {
        return change;
    };
    let suitable = topologies(&link);
    let unsuited = request.topology.is_some_and(|topology| !suitable.contains(&topology));
    let lengths_unsuited =
        request.topology.is_none() && !suitable.iter().any(|t| fits(*t, &request.lengths));
    if !unsuited && !lengths_unsuited {
        return change;
    }
    // The one with trunks, where there were trunks; a harness stands on its own, too.
    let alone = |topology| matches!(topology, Topology::Direct | Topology::BreakoutHarness);
    let next = suitable.iter().copied().find(|t| match with_trunk {
        true => *t != Topology::Direct,
        false => alone(*t),
    });
    let Some(topology) = next.or_else(|| suitable.first().copied()) else {
        return change;
    };
    let Some(lengths) = cut(span, topology, with_trunk, in_place) else { return change };
    let cut = change.and(|set| {
        set.topology = Some(topology);
        set.lengths = lengths;
    });
    as_they_lie(request, cut)
}

/// The change, which names lengths, with the runs in which a trunk lies as long as that.
fn as_they_lie(request: &Request, change: Change) -> Change {
    match own_lengths(&change.on(request)) {
        Some(lengths) if change.lengths != Lengths::default() => {
            change.and(|set| set.lengths = lengths)
        }
        _ => change,
    }
}

/// Lengths for another topology over the same distance; all open where the distance is only assumed.
/// Runs of which one lies there stay as they are: where the topology has not as many, there are none.
fn cut(span: &Span, topology: Topology, with_trunk: bool, in_place: bool) -> Option<Lengths> {
    if span.is_assumed() {
        return Some(Lengths::default());
    }
    let lengths = recut(span, topology, with_trunk);
    let runs = span.trunks.len();
    if !in_place || runs < 2 || topology == Topology::Direct {
        return Some(lengths);
    }
    let several = matches!(topology, Topology::Interconnect | Topology::CassetteToCassette);
    let several = several && span.cross.is_empty();
    several.then(|| Lengths { trunks: span.trunks.clone(), ..lengths })
}

/// A harness from port to port and one behind a trunk are two routes of one name. Where the link has
/// a harness, the one that `request` would not have, over the same distance.
pub(super) fn other_harness(
    catalog: &'static Catalog,
    request: &Request,
    design: Option<&Design>,
) -> Option<Change> {
    let link = match (design, request.named_application(catalog)) {
        (Some(design), _) => Ok(design.frame.link),
        (None, Some(near)) => Link::resolve(
            catalog,
            near,
            request.module,
            request.far_end.unwrap_or(FarEnd::Same(None)),
        ),
        (None, None) => return None,
    };
    let topology = Topology::BreakoutHarness;
    if !topologies(&link.ok()?).contains(&topology) {
        return None;
    }
    let span = span_of(request, design);
    let lengths = match span.is_assumed() && span.trunks.is_empty() {
        // Of both routes the one behind a trunk is told by the length of that.
        true => Lengths { trunks: vec![ASSUMED_TRUNK], ..Lengths::default() },
        false => recut(&span, topology, span.trunks.is_empty()),
    };
    let other = Change::of(|set| {
        set.topology = Some(topology);
        set.lengths = lengths;
    });
    Some(as_they_lie(request, other))
}

/// The cables of the design, or where there is none those that were asked for.
fn span_of(request: &Request, design: Option<&Design>) -> Span {
    let asked =
        || Span::asked(request.topology.unwrap_or(Topology::BreakoutHarness), &request.lengths);
    design.map_or_else(asked, |design| design.frame.span.clone())
}

/// Whether the harness that a change would set lies behind a trunk.
#[must_use]
pub fn behind_trunk(request: &Request, design: Option<&Design>, change: &Change) -> bool {
    if change.lengths != Lengths::default() {
        return !change.lengths.trunks.is_empty();
    }
    !span_of(request, design).trunks.is_empty()
}
