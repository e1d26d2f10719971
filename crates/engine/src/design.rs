//! Designs: what the open choices could become, judged and ranked.

use crate::assemble::{
    Assembly, Blueprint, OwnLength, Placed, Places, Span, Usual, assemble, empty_trunk, fits,
    fits_lengths, run_count, runs, topologies,
};
use crate::checks::{self, Case, Figures, bas001_base, pol025_letter, top002_lengths};
use crate::cost::{Cost, Quality as CostQuality, relative_cost};
use crate::end::Pins;
use crate::finding::Finding;
use crate::link::Link;
use crate::loss::{LossBasis, Mating, Term, matings, terms};
use crate::optic::{Optic, class};
use crate::order::{Order, Quantity, order};
use crate::order_by::order_by;
use crate::pool::Quality;
pub use crate::pool::best;
use crate::request::{
    At, AttenuationBasis, Brand, Conversion, FarEnd, GradeRef, Installed, InstalledKind,
    LimitBasis, Pinning, Polarity, Priority, Request, Topology,
};
pub use crate::verdict::Verdict;
use crate::verdict::Weight;
use fiberlane_catalog::{Application, ApplicationId, Catalog, Connector, Fiber};
use fiberlane_units::{Attenuation, Length, Loss, Margin, Side};

/// Margin below which a passing design is tight, unless the request says otherwise.
pub const TIGHT_BELOW: Loss = Loss::from_milli(200);

/// A channel that stands whatever fiber and grade it is made of.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The two ends.
    pub link: Link,
    /// How they are connected.
    pub topology: Topology,
    /// Lengths with what was assumed.
    pub span: Span,
    /// Channel and proof.
    pub assembly: Assembly,
    /// Every mating.
    pub matings: Vec<Mating>,
    /// The order.
    pub order: Order,
    /// Interface of array cables.
    pub array: Connector,
    /// Pinning scheme.
    pub pinning: Pinning,
    /// The parts in place for which the route has no place, by their number in the request.
    pub unplaced: Vec<usize>,
    /// The trunks in place that are longer or shorter than was asked for.
    pub own_lengths: Vec<OwnLength>,
}

/// A complete design.
#[derive(Clone, Debug)]
pub struct Design {
    /// The channel.
    pub frame: Frame,
    /// Its figures.
    pub figures: Figures,
    /// Terms of its loss.
    pub terms: Vec<Term>,
    /// Brand of array connectors.
    pub brand: Brand,
    /// Relative cost.
    pub cost: Cost,
    /// Its verdict.
    pub verdict: Verdict,
    /// Everything there is to say of it.
    pub findings: Vec<Finding>,
}

impl Design {
    /// What is left to the limit, where one is known.
    #[must_use]
    pub fn margin(&self) -> Option<Margin> {
        self.figures.margin()
    }

    /// What it would do.
    #[must_use]
    pub fn effect(&self) -> Effect {
        let near = self.frame.link.near;
        Effect::of(near, &self.figures, &self.frame.order, self.verdict, self.cost)
    }
}

/// What a design would do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effect {
    /// The application at end A.
    pub near: ApplicationId,
    /// Class of the fiber to be ordered.
    pub fiber: Fiber,
    /// Grade of the array connectors to be ordered.
    pub grade: GradeRef,
    /// The verdict.
    pub verdict: Verdict,
    /// Margin to the loss limit, where one is known.
    pub margin: Option<Margin>,
    /// Longest channel, where one is known.
    pub reach: Option<Length>,
    /// Relative cost.
    pub cost: Cost,
    /// Rack units of the enclosures.
    pub rack_units: u32,
    /// Lines of the order.
    pub lines: usize,
    /// Pieces of the order.
    pub parts: u64,
    /// Fibers that carry light.
    pub lit_fibers: u32,
    /// Fibers of all trunks in one run.
    pub fibers: u32,
}

impl Effect {
    /// What a channel of these figures with this order would do.
    pub(crate) fn of(
        near: ApplicationId,
        figures: &Figures,
        order: &Order,
        verdict: Verdict,
        cost: Cost,
    ) -> Self {
        Self {
            near,
            fiber: figures.ordered,
            grade: figures.grade,
            verdict,
            margin: figures.margin(),
            reach: figures.reach,
            cost,
            rack_units: order.rack_units,
            lines: order.lines.len(),
            parts: order.lines.iter().map(|line| u64::from(line.quantity)).sum(),
            lit_fibers: order.lit_fibers,
            fibers: order.fibers,
        }
    }
}

pub(crate) fn applications(catalog: &Catalog, request: &Request) -> Vec<ApplicationId> {
    // Like ends: the module of one names the application of both.
    let far = match request.far_end {
        Some(FarEnd::Same(Some(module))) => Some(catalog.module(module).application),
        _ => None,
    };
    match request.named_application(catalog).or(far) {
        Some(id) => vec![id],
        None => catalog
            .application_ids()
            .filter(|id| Some(catalog.application(*id).speed) == request.speed)
            .collect(),
    }
}

pub(crate) fn wanted_topologies(request: &Request, link: &Link) -> Vec<Topology> {
    if let Some(topology) = request.topology {
        return vec![topology];
    }
    let suitable = topologies(link);
    let one_run = request.in_place(InstalledKind::Trunk).is_some() && spoken_of(request) < 2;
    let mut fitting: Vec<Topology> = suitable
        .iter()
        .copied()
        .filter(|topology| fits(*topology, &request.lengths))
        // One run of trunks in place is no two.
        .filter(|topology| {
            !one_run || *topology != Topology::CrossConnect || request.lengths.trunks.len() == 2
        })
        .collect();
    // What lies there is there to be used: no open route passes a part by.
    let passed_by = |topology: &Topology| {
        Placed::resolve(request, places(request, link, *topology)).unplaced.len()
    };
    let least = fitting.iter().map(passed_by).min();
    fitting.retain(|topology| Some(passed_by(topology)) == least);
    // Where none fits, one of them says why.
    if fitting.is_empty() { suitable.first().copied().into_iter().collect() } else { fitting }
}

/// How many runs the parts in place speak of.
pub(crate) fn spoken_of(request: &Request) -> usize {
    let runs = request.installed.iter().flatten().map(|part| match (part.at, part.kind) {
        (Some(At::Run(run)), _) => usize::from(run),
        (Some(At::Joint(run)), _) => usize::from(run) + 1,
        (_, InstalledKind::Trunk) => 1,
        _ => 0,
    });
    runs.max().unwrap_or(0)
}

/// The places that a route has for parts.
fn places(request: &Request, link: &Link, topology: Topology) -> Places {
    let converts = request.converts().is_some() && link.is_parallel();
    // A harness alone passes by what lies there; an open route does not.
    let open = request.topology.is_none() && topology == Topology::BreakoutHarness;
    let kinds = [InstalledKind::Trunk, InstalledKind::AdapterPanel];
    let over = open && kinds.into_iter().any(|kind| request.in_place(kind).is_some());
    let runs = run_count(topology, &request.lengths, spoken_of(request)).max(usize::from(over));
    Places::of(topology, runs, converts && topology == Topology::Interconnect)
}

/// The interfaces that are said of parts in place of a kind.
fn connectors(placed: &Placed<'_>, kind: InstalledKind) -> impl Iterator<Item = Connector> {
    placed.all().filter(move |part| part.kind == kind).filter_map(|part| part.connector)
}

/// Interface of array cables: that of what lies there, as fixed, or the smallest that holds the
/// fibers.
fn array_connector(request: &Request, link: &Link, placed: &Placed<'_>) -> Connector {
    // Trunks before cassettes; where they differ, the narrower, whichever comes first.
    let of = |kind| connectors(placed, kind).min_by_key(|connector| connector.fibers());
    let in_place = of(InstalledKind::Trunk).or_else(|| of(InstalledKind::Cassette));
    let converted = request.converts().and_then(Conversion::connectors).map(|[rear, _]| rear);
    if let Some(connector) = in_place.or(converted) {
        return connector;
    }
    if link.a.plug.connector == Connector::Mpo32 {
        return Connector::Mpo32;
    }
    match request.base {
        Some(8) => Connector::Mpo8,
        Some(12) => Connector::Mpo12,
        Some(16) => Connector::Mpo16,
        Some(_) => Connector::Mpo24,
        None => match link.a.plug.connector {
            Connector::Lc | Connector::Cs => Connector::Mpo12,
            Connector::Mpo8 | Connector::Mpo12 => Connector::Mpo8,
            other => other,
        },
    }
}

pub(crate) fn frame(
    catalog: &'static Catalog,
    request: &Request,
    link: &Link,
    topology: Topology,
    large: bool,
) -> Result<Frame, Finding> {
    if let Some((field, _)) = fits_lengths(topology, &request.lengths).first() {
        return Err(top002_lengths::found(topology, field));
    }
    if let Some(at) = empty_trunk(topology, &request.lengths) {
        return Err(top002_lengths::empty_trunk(topology, at));
    }
    let places = places(request, link, topology);
    let placed = Placed::resolve(request, places);
    // A trunk that lies there is as long as it is, whatever else was asked for.
    let own: Vec<Option<Length>> =
        (0..places.runs).map(|run| placed.trunk(run).and_then(|trunk| trunk.length)).collect();
    let span = Span::fill(topology, &request.lengths, &own);
    // Pinned cassettes in place want unpinned trunks, whether it is said of the cassettes or of what
    // they meet.
    let pinned = [Side::A, Side::B].into_iter().any(|end| {
        let run = if end == Side::A { 0 } else { places.runs.saturating_sub(1) };
        let trunk = placed.trunk(run).and_then(|trunk| trunk.pins);
        let met = trunk.map(|pins| pins[end as usize].counterpart());
        placed.cassette(end).is_some_and(|own| own.rear_pins(end).or(met) == Some(Pins::Pinned))
    });
    let usual = if pinned { Pinning::PinnedModule } else { Pinning::PinnedTrunk };
    let pinning = request.pinning.unwrap_or(usual);
    let array = array_connector(request, link, &placed);
    let kinds = [InstalledKind::Trunk, InstalledKind::Cassette];
    let mut lying = kinds.into_iter().flat_map(|kind| connectors(&placed, kind));
    if let Some(base) = request.base.filter(|_| array != Connector::Mpo32)
        && let Some(other) =
            lying.find(|c| c.fibers() != base).or(Some(array).filter(|c| c.fibers() != base))
    {
        return Err(bas001_base::found(base, other));
    }
    let arrays = topology != Topology::Direct || link.is_parallel();
    let two_rows = array == Connector::Mpo24 && arrays;
    let lying = |part: &Installed| part.connector == Some(Connector::Mpo24);
    let unsuited = match request.polarity {
        Some(Polarity::Method(_)) => two_rows,
        Some(Polarity::Map(_)) => !two_rows && !placed.all().any(lying),
        None => false,
    };
    if let Some(polarity) = request.polarity.filter(|_| unsuited) {
        return Err(pol025_letter::found(polarity.name()));
    }
    // Nor does it settle the type of a part in place.
    let lettered = placed.all().filter(|part| part.connector.unwrap_or(array) == Connector::Mpo24);
    if let Some(method) = lettered.filter_map(|part| part.method).next() {
        return Err(pol025_letter::found(method.name()));
    }
    let dense = request.priority == Some(Priority::Density);
    let runs = runs(
        &placed,
        &span.trunks,
        Usual {
            array,
            face: link.array_face,
            pinning,
            fixed: request.pinning.is_some(),
            crossed: topology == Topology::CrossConnect,
        },
    );
    let flat_or_angled = runs.first().map_or(link.array_face, |run| run.faces[0]);
    let assembly = assemble(&Blueprint {
        catalog,
        link,
        topology,
        span: &span,
        polarity: request.polarity,
        array,
        dense: dense || large,
        face: flat_or_angled,
        placed: &placed,
        runs: &runs,
        conversion: request.converts(),
    })?;
    let quantity = Quantity {
        links: request.links.unwrap_or(1),
        trunk_legs: request.trunk_legs,
        spares: request.spares,
        dense,
    };
    let order = order(catalog, link, &assembly.elements, &quantity);
    let matings = matings(&assembly.elements);
    let unplaced = placed.unplaced.clone();
    let own_lengths = placed.own_lengths.clone();
    Ok(Frame {
        link: *link,
        topology,
        span,
        assembly,
        matings,
        order,
        array,
        pinning,
        unplaced,
        own_lengths,
    })
}

/// The class that decides where two meet: the lower one, or the one that the link cannot use.
fn deciding_fiber(link: &Link, ordered: Fiber, in_place: Fiber) -> Fiber {
    if ordered.mode() != in_place.mode() {
        return if ordered.mode() == link.mode { in_place } else { ordered };
    }
    if class(in_place) < class(ordered) { in_place } else { ordered }
}

/// Classes of fiber that are said of the parts in place, lowest first.
fn fibers_in_place(frame: &Frame) -> Vec<Fiber> {
    let mut found: Vec<Fiber> = Vec::new();
    for fiber in frame.assembly.elements.iter().filter_map(|e| e.own?.fiber) {
        if !found.contains(&fiber) {
            found.push(fiber);
        }
    }
    order_by(&mut found, |fiber| (fiber.mode() != frame.link.mode, class(*fiber)));
    found
}

/// Fibers to try, as ordered and as they decide: the fixed one, that of the parts in place, or the
/// common ones that the application or module speaks of.
pub(crate) fn fibers(catalog: &Catalog, request: &Request, frame: &Frame) -> Vec<[Fiber; 2]> {
    let link = &frame.link;
    let old = fibers_in_place(frame);
    let decided = |ordered: Fiber| {
        let lowest = |decides: Fiber, fiber: &Fiber| deciding_fiber(link, decides, *fiber);
        [ordered, old.iter().fold(ordered, lowest)]
    };
    if let Some(fiber) = request.fiber.or(old.first().copied()) {
        return vec![decided(fiber)];
    }
    // What new plant is no longer made of is there to be chosen.
    let common = catalog.fiber_classes.iter().filter(|class| class.new_plant);
    let suitable = common.map(|class| class.fiber).filter(|fiber| fiber.mode() == link.mode);
    let application = catalog.application(link.near);
    let spoken: Vec<Fiber> =
        suitable.clone().filter(|fiber| application.limit(*fiber).is_some()).collect();
    let mut tried: Vec<Fiber> = if spoken.is_empty() { suitable.collect() } else { spoken };
    // A module that is named fixes its fibers: those for which it has a figure, where it has any.
    for module in [link.module, link.far_module].into_iter().flatten() {
        let module = catalog.module(module);
        if tried.iter().any(|fiber| module.reach(*fiber).is_some()) {
            tried.retain(|fiber| module.reach(*fiber).is_some());
        }
    }
    tried.into_iter().map(|fiber| [fiber; 2]).collect()
}

/// Grades to try: the fixed one, or the two that an open choice is between.
pub(crate) fn grades(catalog: &Catalog, fixed: Option<GradeRef>) -> Vec<GradeRef> {
    match fixed {
        Some(grade) => vec![grade],
        None => {
            vec![GradeRef::standard(catalog), GradeRef::low_loss(catalog)]
        }
    }
}

fn attenuation(
    catalog: &Catalog,
    rows: [&Application; 2],
    fiber: Fiber,
    basis: AttenuationBasis,
) -> Attenuation {
    let cabling = || {
        let row = catalog.fiber_classes.iter().find(|class| class.fiber == fiber);
        row.map(|class| class.attenuation)
    };
    let clause = || {
        // A fiber without a row has the attenuation of the application's others.
        let figure = |row: &&Application| {
            let others = || row.limits.iter().filter(|limit| limit.fiber.mode() == fiber.mode());
            let own = row.limit(fiber).map(|limit| limit.clause_attenuation);
            own.or_else(|| others().map(|limit| limit.clause_attenuation).max())
        };
        rows.iter().filter_map(figure).max()
    };
    let figure = match basis {
        AttenuationBasis::Cabling => cabling(),
        AttenuationBasis::Clause => clause().or_else(cabling),
    };
    figure.unwrap_or_default()
}

/// The smaller of two figures; none where either end has none.
fn both<T: Ord>(a: Option<T>, b: Option<T>) -> Option<T> {
    Some(a?.min(b?))
}

pub(crate) fn figures(
    catalog: &'static Catalog,
    request: &Request,
    frame: &Frame,
    quality: Quality,
) -> (Figures, Vec<Term>) {
    let Quality { fiber, ordered, grade, lc_grade } = quality;
    let link = &frame.link;
    let (near, far) = (catalog.application(link.near), catalog.application(link.far));
    let basis = request.attenuation.unwrap_or(AttenuationBasis::Cabling);
    let rows = [near, far];
    let attenuation_by = |basis| attenuation(catalog, rows, fiber, basis);
    let other = match basis {
        AttenuationBasis::Cabling => AttenuationBasis::Clause,
        AttenuationBasis::Clause => AttenuationBasis::Cabling,
    };
    let splice_loss = request.splice_loss.unwrap_or_else(|| {
        let planned = match grade {
            GradeRef::Planning(index) => index,
            GradeRef::Catalog(_) => catalog.roles.standard,
        };
        catalog.grades[usize::from(planned)].splice
    });
    let terms = terms(
        catalog,
        &frame.assembly.elements,
        &frame.matings,
        &LossBasis {
            grade,
            lc_grade,
            mode: fiber.mode(),
            attenuation: attenuation_by(basis),
            attenuation_basis: basis.name(),
            splices: request.splices.unwrap_or(0),
            splice_loss,
        },
    );
    let length = frame.span.total();
    let met = (request.limit == Some(LimitBasis::ClassMet)).then_some(length);
    let own = Optic::of(catalog, link.near, link.module, fiber, met);
    // Where nothing is said of end B it is as end A.
    let other_end = if link.far == link.near && link.far_module.is_none() {
        own
    } else {
        Optic::of(catalog, link.far, link.far_module, fiber, met)
    };
    let reach = both(own.reach, other_end.reach);
    // That of the end that decides: the one that reaches less, or the one of which no reach is known.
    let farther = own.reach.is_some_and(|near| other_end.reach.is_none_or(|far| far < near));
    let reach_basis = if farther { other_end.name } else { own.name };
    let (near_limit, far_limit) = (own.held(length), other_end.held(length));
    let figures = Figures {
        fiber,
        ordered,
        grade,
        lc_grade,
        basis,
        attenuation: attenuation_by(basis),
        other_attenuation: attenuation_by(other),
        length,
        total: terms.iter().map(|term| term.loss).sum(),
        limit: both(own.limit(length), other_end.limit(length)),
        allocation: both(own.allocation(length), other_end.allocation(length)),
        least: near_limit
            .and_then(|limit| limit.min_loss)
            .max(far_limit.and_then(|limit| limit.min_loss)),
        reach,
        reach_basis,
        optics: [own, other_end],
    };
    (figures, terms)
}

pub(crate) fn case<'a>(
    catalog: &'static Catalog,
    request: &'a Request,
    frame: &'a Frame,
    figures: Figures,
    terms: &'a [Term],
) -> Case<'a> {
    Case {
        catalog,
        request,
        link: &frame.link,
        application: &catalog.applications[usize::from(frame.link.near.0)],
        far_application: &catalog.applications[usize::from(frame.link.far.0)],
        module: frame.link.module.map(|id| &catalog.modules[usize::from(id.0)]),
        topology: frame.topology,
        far_module: frame.link.far_module.map(|id| &catalog.modules[usize::from(id.0)]),
        span: &frame.span,
        unplaced: &frame.unplaced,
        own_lengths: &frame.own_lengths,
        elements: &frame.assembly.elements,
        matings: &frame.matings,
        method: frame.assembly.method,
        proof: &frame.assembly.proof,
        order: &frame.order,
        brand: request.brand.unwrap_or(Brand::Any),
        terms,
        figures,
    }
}

pub(crate) fn verdict(request: &Request, figures: &Figures, weight: Weight) -> Verdict {
    let tight_below = request.tight_below.unwrap_or(TIGHT_BELOW);
    match (weight.verdict(), figures.margin()) {
        (Verdict::Pass, Some(margin)) if margin < tight_below - Loss::ZERO => Verdict::Tight,
        (verdict, _) => verdict,
    }
}

pub(crate) fn cost(catalog: &Catalog, request: &Request, order: &Order, figures: &Figures) -> Cost {
    relative_cost(
        catalog,
        order,
        &CostQuality {
            fiber: figures.ordered,
            grade: figures.grade,
            lc_grade: figures.lc_grade,
            brand: request.brand.unwrap_or(Brand::Any),
        },
    )
}

pub(crate) fn finish(
    catalog: &'static Catalog,
    request: &Request,
    mut frame: Frame,
    quality: Quality,
) -> Design {
    let (figures, terms) = figures(catalog, request, &frame, quality);
    let case = case(catalog, request, &frame, figures, &terms);
    let findings = checks::all(&case);
    let verdict = verdict(request, &figures, Weight::of(&findings));
    // What is said of too few parts in place is said of them alone, before they are merged.
    if let Some(merged) = frame.order.merged(&figures, request.spares) {
        frame.order = merged;
    }
    let cost = cost(catalog, request, &frame.order, &figures);
    let brand = request.brand.unwrap_or(Brand::Any);
    Design { frame, figures, terms, brand, cost, verdict, findings }
}
