//! Every option of every choice, with its state.

use super::{Effect, admit, apply};
use crate::design::{Design, Verdict};
use crate::finding::{Code, Fact, Finding, Severity};
use crate::order::{LineKind, TRUNK_SIZES};
use crate::order_by::order_by;
use crate::pool::Pool;
use crate::request::{
    AttenuationBasis, Brand, Conversion, FarEnd, GradeRef, Method, Pinning, Polarity, Priority,
    Request, Topology,
};
use fiberlane_catalog::{
    ApplicationId, Catalog, CatalogGrade, Connector, EndFace, Fiber, ModuleId,
};

/// State of one option.
#[derive(Clone, Debug)]
pub enum OptionState {
    /// The design has it.
    Chosen(Effect),
    /// It works; what it would do.
    Available(Effect),
    /// It does not work; why, nearest miss first.
    Excluded(Vec<Finding>),
}

/// One option: the request field it sets and its state.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The field that the option sets.
    pub change: Request,
    /// Its state when nothing else changes.
    pub state: OptionState,
    /// Where it is excluded: the smallest larger change that admits it, and what that does.
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

/// Works the table out, one field at a time, so that a face may stop between two.
#[derive(Debug)]
pub struct Table<'a> {
    catalog: &'static Catalog,
    request: Request,
    design: Option<&'a Design>,
    pool: Pool,
    fields: Vec<(&'static str, Vec<Request>)>,
}

/// Every option of every choice, with its state.
#[must_use]
pub fn options(
    catalog: &'static Catalog,
    request: &Request,
    design: Option<&Design>,
) -> Vec<FieldOptions> {
    Table::new(catalog, request, design).collect()
}

impl Iterator for Table<'_> {
    type Item = FieldOptions;

    fn next(&mut self) -> Option<FieldOptions> {
        if self.fields.is_empty() {
            return None;
        }
        let (field, changes) = self.fields.remove(0);
        let options = changes.into_iter().map(|change| self.choice(field, change)).collect();
        Some(FieldOptions { field, options })
    }
}

impl<'a> Table<'a> {
    /// Starts the table.
    #[must_use]
    pub fn new(catalog: &'static Catalog, request: &Request, design: Option<&'a Design>) -> Self {
        let request = admit::explicit(request);
        let pool = Pool::new(catalog, &request);
        let fields = option_fields(catalog, &request, design);
        Self { catalog, request, design, pool, fields }
    }

    fn choice(&self, field: &str, change: Request) -> Choice {
        let state = self.state(&change);
        let admitted = match state {
            OptionState::Excluded(_) if admit::admits(field) => {
                admit::admitted(self.catalog, &self.request, &change, self.design)
            }
            _ => None,
        };
        Choice { change, state, admitted }
    }

    fn state(&self, change: &Request) -> OptionState {
        let (catalog, request) = (self.catalog, &self.request);
        if let Some(design) = self.design.filter(|design| has(request, design, change)) {
            return OptionState::Chosen(design.effect());
        }
        // What the open choices were tried with already needs no second trial where it passes.
        if is_open(request, change)
            && let Some(known) = self.pool.best(|candidate| self.pool.has(candidate, change))
            && matches!(known.effect.verdict, Verdict::Pass | Verdict::Tight)
        {
            return OptionState::Available(known.effect);
        }
        // Lengths of another route are no reason against a route: it is judged with its own.
        let whole = match change.topology {
            Some(_) => admit::with_suitable_topology(catalog, request, self.design, change.clone()),
            None => change.clone(),
        };
        let recut = whole.lengths != change.lengths;
        let changed = apply(request, &whole);
        if let Some(finding) = letter_for_two_rows(catalog, &changed) {
            return OptionState::Excluded(vec![finding]);
        }
        let pool = Pool::new(catalog, &changed);
        match pool.best(|_| true) {
            None => {
                let mut reasons = pool.refusals().to_vec();
                order_by(&mut reasons, nearness);
                OptionState::Excluded(reasons)
            }
            Some(best) if best.effect.verdict != Verdict::Fail && !recut => {
                OptionState::Available(best.effect)
            }
            // With lengths cut anew it works; as they are, they do not suit.
            Some(best) if best.effect.verdict != Verdict::Fail => {
                let as_it_is = Pool::new(catalog, &apply(request, change));
                match as_it_is.best(|_| true) {
                    Some(best) if best.effect.verdict != Verdict::Fail => {
                        OptionState::Available(best.effect)
                    }
                    Some(_) => {
                        OptionState::Excluded(reasons(catalog, &apply(request, change), &as_it_is))
                    }
                    None => OptionState::Excluded(as_it_is.refusals().to_vec()),
                }
            }
            Some(_) => OptionState::Excluded(reasons(catalog, &changed, &pool)),
        }
    }
}

/// The errors of the candidate that comes nearest to passing, nearest miss first.
fn reasons(catalog: &'static Catalog, request: &Request, pool: &Pool) -> Vec<Finding> {
    let Some(nearest) = pool.best(|_| true) else {
        return Vec::new();
    };
    let design = pool.design(catalog, request, nearest);
    let errors = |finding: &Finding| finding.severity == Severity::Error;
    let mut reasons: Vec<Finding> = design.findings.into_iter().filter(errors).collect();
    order_by(&mut reasons, nearness);
    reasons
}

/// How near a finding is to being none: figures by how much they are over, in thousandths, then
/// what other parts would mend, then what no part mends.
#[must_use]
pub fn nearness(finding: &Finding) -> (u8, u64) {
    let figure = |name: &str| {
        let fact = finding.facts.iter().find(|(known, _)| *known == name);
        match fact {
            Some((_, Fact::Loss(loss))) => Some(loss.steps()),
            Some((_, Fact::Length(length))) => Some(length.steps()),
            _ => None,
        }
    };
    let over = |value: Option<u64>, limit: Option<u64>| match (value, limit) {
        (Some(value), Some(limit)) => value.abs_diff(limit) * 1_000 / limit.max(1),
        _ => u64::MAX,
    };
    match finding.code {
        Code::Los001 => (0, over(figure("loss"), figure("limit"))),
        Code::Rch001 => (0, over(figure("length"), figure("reach"))),
        Code::Ovl001 => (0, over(figure("loss"), figure("least"))),
        Code::Key001 | Code::Pin001 | Code::Pin002 | Code::End001 | Code::Pol024 => (1, 0),
        Code::Pol001 | Code::Pol002 | Code::Pol004 | Code::Pol005 => (2, 0),
        Code::Top002 => (3, 0),
        Code::Ins002 | Code::Top001 | Code::Bas001 | Code::Cnv001 | Code::Brk004 => (4, 0),
        Code::Ifc001 | Code::Key002 => (5, 0),
        Code::Brk001 | Code::Brk002 => (6, 0),
        Code::Mod001 => (7, 0),
        _ => (8, 0),
    }
}

/// Whether the field that a change sets is open, and one that a pool holds apart.
fn is_open(request: &Request, change: &Request) -> bool {
    let only = |field: Request| *change == field;
    let none = Request::default;
    match (change.application, change.topology, change.fiber, change.grade) {
        (Some(_), None, None, None) => {
            request.application.is_none()
                && request.module.is_none()
                && request.far_end.is_none()
                && only(Request { application: change.application, ..none() })
        }
        (None, Some(_), None, None) => {
            request.topology.is_none() && only(Request { topology: change.topology, ..none() })
        }
        (None, None, Some(_), None) => {
            request.fiber.is_none() && only(Request { fiber: change.fiber, ..none() })
        }
        (None, None, None, Some(_)) => {
            request.grade.is_none() && only(Request { grade: change.grade, ..none() })
        }
        _ => false,
    }
}

/// A letter says nothing about two rows of twelve.
pub(super) fn letter_for_two_rows(catalog: &Catalog, changed: &Request) -> Option<Finding> {
    let Some(Polarity::Method(method)) = changed.polarity else {
        return None;
    };
    let named = changed.named_application(catalog);
    let plug = named.map(|id| catalog.application(id).plug.connector);
    let two_rows = changed.base == Some(24) || plug == Some(Connector::Mpo24);
    two_rows.then(|| {
        Finding::new(Code::Pol024, "polarity")
            .fact("map", Fact::name(method.name()))
            .severity(Severity::Error)
    })
}

/// Whether a design already has what a change would set.
#[must_use]
pub fn has(request: &Request, design: &Design, change: &Request) -> bool {
    let (frame, figures) = (&design.frame, &design.figures);
    let same = |far| match far {
        FarEnd::Same => frame.link.breakout.is_none(),
        FarEnd::Breakout(id) => frame.link.breakout.is_some() && frame.link.far == id,
    };
    let base = |base: u8| frame.array.is_array() && frame.array.fibers() == base;
    let legs = |legs: u32| frame.order.lines.iter().any(|line| line.legs == Some(legs));
    change.application.is_none_or(|id| frame.link.near == id)
        && change.module.is_none_or(|id| frame.link.module == Some(id))
        && change.far_end.is_none_or(same)
        && change.fiber.is_none_or(|fiber| figures.ordered == fiber)
        && change.grade.is_none_or(|grade| figures.grade == grade)
        && change.lc_grade.is_none_or(|grade| figures.lc_grade == grade)
        && change.brand.is_none_or(|brand| design.brand == brand)
        && change.topology.is_none_or(|topology| frame.topology == topology)
        && change.polarity.is_none_or(|polarity| frame.assembly.method == polarity.name())
        && change.pinning.is_none_or(|pinning| frame.pinning == pinning)
        && change.base.is_none_or(base)
        && change.conversion.is_none_or(|c| request.conversion.unwrap_or(Conversion::Without) == c)
        && change.attenuation.is_none_or(|basis| figures.basis == basis)
        && change.trunk_legs.is_none_or(legs)
        && change.priority.is_none_or(|p| request.priority.unwrap_or(Priority::Cost) == p)
}

/// The catalog's grades that speak of every array mating of a design, once the application is named.
fn stated_grades(catalog: &Catalog, request: &Request, design: Option<&Design>) -> Vec<GradeRef> {
    let Some(design) = design.filter(|_| request.named_application(catalog).is_some()) else {
        return Vec::new();
    };
    let mode = design.figures.fiber.mode();
    let arrays = || {
        let counted = design.frame.matings.iter().filter(|mating| mating.counted);
        counted.filter(|mating| mating.a.connector.is_array())
    };
    if arrays().next().is_none() {
        return Vec::new();
    }
    let speaks = |grade: &&CatalogGrade| {
        // The end of a test set, which nobody buys for a link.
        !grade.grade.starts_with("reference-grade")
            && arrays().all(|mating| {
                let face = mating.a.face.unwrap_or(EndFace::Flat);
                grade.holds_for(mating.a.connector, mode, face)
            })
    };
    let stated = catalog.catalog_grades.iter().filter(speaks);
    stated.filter_map(|grade| GradeRef::find(catalog, grade.id)).collect()
}

/// The fields with the changes that their options are.
#[must_use]
pub fn option_fields(
    catalog: &'static Catalog,
    request: &Request,
    design: Option<&Design>,
) -> Vec<(&'static str, Vec<Request>)> {
    let none = Request::default;
    let mut fields: Vec<(&'static str, Vec<Request>)> = Vec::new();
    let near =
        design.map(|design| design.frame.link.near).or_else(|| request.named_application(catalog));
    let speed = near.map(|id| catalog.application(id).speed).or(request.speed);
    let of_speed = |id: &ApplicationId| Some(catalog.application(*id).speed) == speed;
    let applications = catalog.application_ids().filter(of_speed);
    fields.push((
        "application",
        applications.map(|id| Request { application: Some(id), ..none() }).collect(),
    ));
    if let Some(near) = near {
        // Modules and far ends are those of this application: one that is only recommended is kept
        // with them.
        let application = request.named_application(catalog).is_none().then_some(near);
        let ids = (0..).map(ModuleId).zip(catalog.modules);
        let own = ids.filter(|(_, module)| module.application == near);
        fields.push((
            "module",
            own.map(|(id, _)| Request { module: Some(id), application, ..none() }).collect(),
        ));
        let far = catalog.breakouts.iter().filter(|row| row.from == near);
        let mut changes = vec![Request { far_end: Some(FarEnd::Same), application, ..none() }];
        changes.extend(far.map(|row| Request {
            far_end: Some(FarEnd::Breakout(row.to)),
            application,
            ..none()
        }));
        fields.push(("farEnd", changes));
    }
    fields.push((
        "fiber",
        Fiber::ALL.iter().map(|f| Request { fiber: Some(*f), ..none() }).collect(),
    ));
    let grades: Vec<GradeRef> =
        catalog.grades.iter().filter_map(|grade| GradeRef::find(catalog, grade.id)).collect();
    let matings = || design.iter().flat_map(|design| &design.frame.matings);
    let stated = stated_grades(catalog, request, design);
    fields.push((
        "grade",
        grades.iter().chain(&stated).map(|g| Request { grade: Some(*g), ..none() }).collect(),
    ));
    if matings().any(|mating| mating.counted && !mating.a.connector.is_array()) {
        fields.push((
            "lcGrade",
            grades.iter().map(|grade| Request { lc_grade: Some(*grade), ..none() }).collect(),
        ));
    }
    if matings().any(|mating| mating.a.connector.is_array()) {
        fields.push((
            "brand",
            Brand::ALL.iter().map(|b| Request { brand: Some(*b), ..none() }).collect(),
        ));
    }
    fields.push((
        "topology",
        Topology::ALL.iter().map(|t| Request { topology: Some(*t), ..none() }).collect(),
    ));
    let two_rows = design.is_some_and(|design| design.frame.array == Connector::Mpo24);
    let polarities: Vec<Polarity> = if two_rows {
        catalog.maps.iter().filter(|m| m.id.starts_with("24-")).map(Polarity::Map).collect()
    } else {
        Method::ALL.iter().map(|method| Polarity::Method(*method)).collect()
    };
    fields.push((
        "polarity",
        polarities.into_iter().map(|p| Request { polarity: Some(p), ..none() }).collect(),
    ));
    fields.push((
        "pinning",
        Pinning::ALL.iter().map(|p| Request { pinning: Some(*p), ..none() }).collect(),
    ));
    fields.push((
        "base",
        [8, 12, 16, 24].map(|base| Request { base: Some(base), ..none() }).to_vec(),
    ));
    let on_panels = design.is_some_and(|design| {
        design.frame.link.is_parallel() && design.frame.topology == Topology::Interconnect
    });
    if on_panels || request.conversion.is_some() {
        fields.push((
            "conversion",
            Conversion::ALL.iter().map(|c| Request { conversion: Some(*c), ..none() }).collect(),
        ));
    }
    fields.push((
        "attenuation",
        AttenuationBasis::ALL.iter().map(|b| Request { attenuation: Some(*b), ..none() }).collect(),
    ));
    let lines = || design.iter().flat_map(|design| &design.frame.order.lines);
    if lines().any(|line| line.kind == LineKind::Trunk) {
        fields.push((
            "trunkLegs",
            TRUNK_SIZES.map(|n| Request { trunk_legs: Some(n), ..none() }).to_vec(),
        ));
    }
    fields.push((
        "priority",
        Priority::ALL.iter().map(|p| Request { priority: Some(*p), ..none() }).collect(),
    ));
    fields
}
