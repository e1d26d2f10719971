//! The second stage: every option of every choice, what it would do, and what would repair a
//! failing request.

use crate::assemble::{fits_lengths, recut, topologies};
use crate::design::{Design, Verdict, best};
use crate::finding::{Code, Fact, Finding, Severity};
use crate::link::Link;
use crate::order_by::order_by;
use crate::request::{
    FarEnd, GradeRef, Lengths, Method, Pinning, Polarity, Priority, Request, Topology,
};
use fiberlane_catalog::{ApplicationId, Catalog, Connector, Fiber};

/// State of one option.
#[derive(Clone, Debug)]
pub enum OptionState {
    /// The design has it.
    Chosen(Effect),
    /// It works; what it would do.
    Available(Effect),
    /// It does not work; why.
    Excluded(Vec<Finding>),
}

/// What an option would do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effect {
    /// The verdict.
    pub verdict: Verdict,
    /// Margin to the loss limit, where one is known.
    pub margin: Option<fiberlane_units::Margin>,
    /// Longest channel, where one is known.
    pub reach: Option<fiberlane_units::Length>,
    /// Relative cost.
    pub cost: crate::cost::Cost,
    /// Rack units of the enclosures.
    pub rack_units: u32,
    /// Lines of the order.
    pub lines: usize,
}

/// One option: the request field it sets and its state.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The field that the option sets.
    pub change: Request,
    /// Its state when nothing else changes.
    pub state: OptionState,
    /// Where it is excluded: a larger change that admits it, and what that does.
    pub admitted: Option<(Request, Effect)>,
}

/// The options of one request field.
#[derive(Clone, Debug)]
pub struct FieldOptions {
    /// The field on the wire.
    pub field: &'static str,
    /// Its options, in the order they are offered.
    pub options: Vec<Choice>,
}

/// A change that makes a failing request pass.
#[derive(Clone, Debug)]
pub struct Repair {
    /// The fields it sets.
    pub change: Request,
    /// What it does.
    pub effect: Effect,
}

/// What the second stage has to say.
#[derive(Clone, Debug, Default)]
pub struct Advice {
    /// Options by field.
    pub options: Vec<FieldOptions>,
    /// Repairs, best first; empty when nothing needs repair or no single change repairs it.
    pub repairs: Vec<Repair>,
    /// The best design by each other priority, where it differs.
    pub alternatives: Vec<(Priority, Design)>,
}

/// Sets the fields of `change` on `request`. A change of the application takes module, far end and
/// speed with it, since they belong to the old one.
#[must_use]
pub fn apply(request: &Request, change: &Request) -> Request {
    let mut new = request.clone();
    if change.application.is_some() {
        new.application = change.application;
        new.module = change.module;
        new.far_end = change.far_end;
        new.speed = None;
    }
    new.far_end = change.far_end.or(new.far_end);
    new.fiber = change.fiber.or(new.fiber);
    new.grade = change.grade.or(new.grade);
    new.lc_grade = change.lc_grade.or(new.lc_grade);
    new.topology = change.topology.or(new.topology);
    if change.lengths != Lengths::default() {
        new.lengths = change.lengths.clone();
    }
    new.polarity = change.polarity.or(new.polarity);
    new.pinning = change.pinning.or(new.pinning);
    new.base = change.base.or(new.base);
    new.priority = change.priority.or(new.priority);
    new
}

/// Works out the advice for a request whose first stage gave `design`.
#[must_use]
pub fn advise(catalog: &'static Catalog, request: &Request, design: Option<&Design>) -> Advice {
    let options = options(catalog, request, design);
    let repairs = repairs(&options, design);
    let alternatives = alternatives(catalog, request, design);
    Advice { options, repairs, alternatives }
}

/// Every option of every choice, with its state.
#[must_use]
pub fn options(
    catalog: &'static Catalog,
    request: &Request,
    design: Option<&Design>,
) -> Vec<FieldOptions> {
    let none = Request::default;
    let mut options = Vec::new();
    let mut add = |field, changes: Vec<Request>| {
        let options_of_field = changes
            .into_iter()
            .map(|change| {
                let state = state(catalog, request, &change, design);
                let admitted = match state {
                    OptionState::Excluded(_) => admitted(catalog, request, &change, design),
                    _ => None,
                };
                Choice { change, state, admitted }
            })
            .collect();
        options.push(FieldOptions { field, options: options_of_field });
    };
    let near =
        design.map(|design| design.frame.link.near).or_else(|| request.named_application(catalog));
    let speed = near.map(|id| catalog.application(id).speed).or(request.speed);
    let of_speed = |id: &ApplicationId| Some(catalog.application(*id).speed) == speed;
    let applications = catalog.application_ids().filter(of_speed);
    add(
        "application",
        applications.map(|id| Request { application: Some(id), ..none() }).collect(),
    );
    if let Some(near) = near {
        let far = catalog.breakouts.iter().filter(|row| row.from == near);
        // Far ends are those of this application: one that is only recommended is kept with them.
        let application = request.named_application(catalog).is_none().then_some(near);
        let mut changes = vec![Request { far_end: Some(FarEnd::Same), application, ..none() }];
        changes.extend(far.map(|row| Request {
            far_end: Some(FarEnd::Breakout(row.to)),
            application,
            ..none()
        }));
        add("farEnd", changes);
    }
    add("fiber", Fiber::ALL.iter().map(|f| Request { fiber: Some(*f), ..none() }).collect());
    let grades = catalog.grades.iter().filter_map(|grade| GradeRef::find(catalog, grade.id));
    add("grade", grades.map(|grade| Request { grade: Some(grade), ..none() }).collect());
    add(
        "topology",
        Topology::ALL.iter().map(|t| Request { topology: Some(*t), ..none() }).collect(),
    );
    let two_rows = design.is_some_and(|design| design.frame.array == Connector::Mpo24);
    let polarities: Vec<Polarity> = if two_rows {
        catalog.maps.iter().filter(|m| m.id.starts_with("24-")).map(Polarity::Map).collect()
    } else {
        Method::ALL.iter().map(|method| Polarity::Method(*method)).collect()
    };
    add(
        "polarity",
        polarities.into_iter().map(|p| Request { polarity: Some(p), ..none() }).collect(),
    );
    add("pinning", Pinning::ALL.iter().map(|p| Request { pinning: Some(*p), ..none() }).collect());
    add("base", [8, 12, 16, 24].map(|base| Request { base: Some(base), ..none() }).to_vec());
    options
}

/// Where a change brings other connectors or another topology, the topology and lengths that go
/// with it, over the same distance.
fn with_suitable_topology(
    catalog: &'static Catalog,
    request: &Request,
    design: Option<&Design>,
    change: Request,
) -> Request {
    let Some(design) = design else { return change };
    let (current, span) = (design.frame.topology, &design.frame.span);
    let with_trunk = !span.trunks.is_empty();
    if let Some(topology) = change.topology {
        if topology == current {
            return change;
        }
        return Request { lengths: recut(span, topology, with_trunk), ..change };
    }
    if change.application.is_none() && change.far_end.is_none() {
        return change;
    }
    let changed = apply(request, &change);
    let Some(near) = changed.named_application(catalog) else {
        return change;
    };
    let far_end = changed.far_end.unwrap_or(FarEnd::Same);
    let Ok(link) = Link::resolve(catalog, near, changed.module, far_end) else {
        return change;
    };
    let suitable = topologies(&link);
    let unsuited = request.topology.is_some_and(|topology| !suitable.contains(&topology));
    let lengths_unsuited = request.topology.is_none()
        && !suitable.iter().any(|t| fits_lengths(*t, &request.lengths).is_empty());
    if !unsuited && !lengths_unsuited {
        return change;
    }
    // The one with trunks, where there were trunks.
    let next = suitable.iter().copied().find(|t| (*t != Topology::Direct) == with_trunk);
    let Some(topology) = next.or_else(|| suitable.first().copied()) else {
        return change;
    };
    let lengths = recut(span, topology, with_trunk);
    Request { topology: Some(topology), lengths, ..change }
}

fn effect(design: &Design) -> Effect {
    Effect {
        verdict: design.verdict,
        margin: design.margin(),
        reach: design.figures.reach,
        cost: design.cost,
        rack_units: design.frame.order.rack_units,
        lines: design.frame.order.lines.len(),
    }
}

fn state(
    catalog: &'static Catalog,
    request: &Request,
    change: &Request,
    current: Option<&Design>,
) -> OptionState {
    if let Some(design) = current.filter(|design| has(design, change)) {
        return OptionState::Chosen(effect(design));
    }
    let changed = apply(request, change);
    if let Some(Polarity::Method(method)) = changed.polarity {
        let named = changed.named_application(catalog);
        let plug = named.map(|id| catalog.application(id).plug.connector);
        if changed.base == Some(24) || plug == Some(Connector::Mpo24) {
            return OptionState::Excluded(vec![
                Finding::new(Code::Pol024, "polarity")
                    .fact("map", Fact::name(method.name()))
                    .severity(Severity::Error),
            ]);
        }
    }
    match best(catalog, &changed) {
        Err(reasons) => OptionState::Excluded(reasons),
        Ok(design) if design.verdict == Verdict::Fail => {
            let errors = |finding: &Finding| finding.severity == Severity::Error;
            OptionState::Excluded(design.findings.into_iter().filter(errors).collect())
        }
        Ok(design) => OptionState::Available(effect(&design)),
    }
}

/// The topology and lengths that an excluded option needs beside itself, if they admit it.
fn admitted(
    catalog: &'static Catalog,
    request: &Request,
    change: &Request,
    design: Option<&Design>,
) -> Option<(Request, Effect)> {
    let larger = with_suitable_topology(catalog, request, design, change.clone());
    if larger == *change {
        return None;
    }
    match state(catalog, request, &larger, design) {
        OptionState::Available(effect) => Some((larger, effect)),
        OptionState::Chosen(_) | OptionState::Excluded(_) => None,
    }
}

/// Whether a design already has what a change would set.
#[must_use]
pub fn has(design: &Design, change: &Request) -> bool {
    let frame = &design.frame;
    let same = |far| match far {
        FarEnd::Same => frame.link.breakout.is_none(),
        FarEnd::Breakout(id) => frame.link.breakout.is_some() && frame.link.far == id,
    };
    let base = |base: u8| frame.array.is_array() && frame.array.fibers() == base;
    change.application.is_none_or(|id| frame.link.near == id)
        && change.far_end.is_none_or(same)
        && change.fiber.is_none_or(|fiber| design.figures.fiber == fiber)
        && change.grade.is_none_or(|grade| design.figures.grade == grade)
        && change.topology.is_none_or(|topology| frame.topology == topology)
        && change.polarity.is_none_or(|polarity| frame.assembly.method == polarity.name())
        && change.pinning.is_none_or(|pinning| frame.pinning == pinning)
        && change.base.is_none_or(base)
}

/// The single changes that make a failing request pass, best first.
fn repairs(options: &[FieldOptions], design: Option<&Design>) -> Vec<Repair> {
    if design.is_some_and(|design| design.verdict != Verdict::Fail) {
        return Vec::new();
    }
    let mut repairs: Vec<Repair> = options
        .iter()
        .flat_map(|field| &field.options)
        .filter_map(|choice| match &choice.state {
            OptionState::Available(effect) => Some((&choice.change, *effect)),
            _ => choice.admitted.as_ref().map(|(change, effect)| (change, *effect)),
        })
        .filter(|(_, effect)| matches!(effect.verdict, Verdict::Pass | Verdict::Tight))
        .map(|(change, effect)| Repair { change: change.clone(), effect })
        .collect();
    // Another transceiver is the largest change of all.
    let other_ends = |change: &Request| change.application.is_some() || change.far_end.is_some();
    order_by(&mut repairs, |repair| {
        let rerouted = repair.change.topology.is_some();
        (other_ends(&repair.change), rerouted, repair.effect.verdict, repair.effect.cost)
    });
    repairs
}

fn alternatives(
    catalog: &'static Catalog,
    request: &Request,
    design: Option<&Design>,
) -> Vec<(Priority, Design)> {
    let chosen = request.priority.unwrap_or(Priority::Cost);
    let mut found: Vec<(Priority, Design)> = Vec::new();
    for priority in Priority::ALL.iter().copied().filter(|priority| *priority != chosen) {
        let other = Request { priority: Some(priority), ..request.clone() };
        let Ok(candidate) = best(catalog, &other) else {
            continue;
        };
        let same = |known: &Design| {
            known.figures.fiber == candidate.figures.fiber
                && known.figures.grade == candidate.figures.grade
                && known.frame.link.near == candidate.frame.link.near
                && known.frame.topology == candidate.frame.topology
                && known.frame.order == candidate.frame.order
        };
        if !design.is_some_and(same) && !found.iter().any(|(_, known)| same(known)) {
            found.push((priority, candidate));
        }
    }
    found
}
