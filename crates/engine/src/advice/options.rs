//! Every option of every choice, with its state.

use super::{Effect, admit};
use crate::checks::pol025_letter;
use crate::design::{Design, Verdict, best};
use crate::finding::{Code, Fact, Finding};
use crate::order::LineKind;
use crate::order_by::order_by;
use crate::pool::{Pool, carried_by};
use crate::request::{
    AttenuationBasis, Brand, Change, Conversion, FarEnd, Field, GradeRef, LimitBasis, Method,
    Pinning, Polarity, Priority, Request, Topology,
};
use fiberlane_catalog::{
    ApplicationId, Catalog, CatalogGrade, Connector, EndFace, Fiber, GradeRole,
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
    pub change: Change,
    /// Its state when nothing else changes.
    pub state: OptionState,
    /// Faster applications that the design's cables carry and those of this option would not: where
    /// it is fiber of a lower class.
    pub closes: Vec<ApplicationId>,
    /// Where it is excluded: the smallest larger change that admits it, and what that does.
    pub admitted: Option<(Change, Effect)>,
}

/// The options of one request field.
#[derive(Clone, Debug)]
pub struct FieldOptions {
    /// The field.
    pub field: Field,
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
    fields: Vec<(Field, Vec<Change>)>,
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
        let pool = Pool::new(catalog, request);
        let fields = option_fields(catalog, request, design);
        Self { catalog, request: request.clone(), design, pool, fields }
    }

    fn choice(&self, field: Field, change: Change) -> Choice {
        // Lengths of another route are no reason against a route: it is judged with its own.
        let whole = match change.topology {
            Some(_) => self.with_its_lengths(&change),
            None => change.clone(),
        };
        let state = self.state(&change, &whole);
        // What works as it is works over the same distance: that is what choosing it does.
        let change = match state {
            OptionState::Available(_) => whole,
            _ => change,
        };
        let admitted = match state {
            OptionState::Excluded(_) if admit::admits(field) => {
                admit::admitted(self.catalog, &self.request, &change, self.design)
            }
            _ => None,
        };
        let closes = match state {
            OptionState::Available(_) => self.closes(&change),
            _ => Vec::new(),
        };
        Choice { change, state, closes, admitted }
    }

    /// What fiber of a lower class closes.
    fn closes(&self, change: &Change) -> Vec<ApplicationId> {
        let Some((design, fiber)) = self.design.zip(change.fiber) else { return Vec::new() };
        let own = design.figures.ordered;
        if fiber >= own || fiber.mode() != own.mode() {
            return Vec::new();
        }
        let Ok(lesser) = best(self.catalog, &change.on(&self.request)) else { return Vec::new() };
        let left = carried_by(self.catalog, &lesser);
        let mut closed = carried_by(self.catalog, design);
        closed.retain(|id| !left.contains(id));
        closed
    }

    /// Whether a choice that was left open around parts in place may be another one where it is named:
    /// then it holds at every place, and what lies there is not alike.
    fn may_differ(&self, change: &Change) -> bool {
        self.request.installed.as_ref().is_some_and(|parts| !parts.is_empty())
            && change
                .fields()
                .all(|field| field.in_advice().is_mixed && self.request.is_open(field))
    }

    fn named(&self, change: &Change) -> Option<Effect> {
        let pool = Pool::new(self.catalog, &change.on(&self.request));
        pool.best(|_| true).map(|best| best.effect)
    }

    fn with_its_lengths(&self, change: &Change) -> Change {
        admit::with_suitable_topology(self.catalog, &self.request, self.design, change.clone())
    }

    fn state(&self, change: &Change, whole: &Change) -> OptionState {
        let (catalog, request) = (self.catalog, &self.request);
        if let Some(finding) = letter_for_two_rows(catalog, &change.on(request)) {
            return OptionState::Excluded(vec![finding]);
        }
        if let Some(design) = self.design.filter(|design| has(request, design, change))
            && (!self.may_differ(change) || self.named(change) == Some(design.effect()))
        {
            return OptionState::Chosen(design.effect());
        }
        let recut = whole.lengths != change.lengths;
        // What the open choices were tried with already needs no second trial where it passes.
        if !recut
            && is_open(request, change)
            && let Some(known) = self.pool.best(|candidate| self.pool.has(candidate, change))
            && known.effect.verdict.passes()
        {
            return OptionState::Available(known.effect);
        }
        let changed = whole.on(request);
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
            // With lengths cut anew it works; as they are, they may not suit.
            Some(best) if best.effect.verdict != Verdict::Fail => {
                let as_it_is = Pool::new(catalog, &change.on(request));
                match as_it_is.best(|_| true) {
                    Some(known) if known.effect.verdict != Verdict::Fail => {
                        OptionState::Available(best.effect)
                    }
                    Some(_) => {
                        OptionState::Excluded(reasons(catalog, &change.on(request), &as_it_is))
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
    let mut reasons: Vec<Finding> = design.findings.into_iter().filter(Finding::is_error).collect();
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
        Code::Key001 | Code::Pin001 | Code::Pin002 | Code::End001 | Code::Pol025 => (1, 0),
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
fn is_open(request: &Request, change: &Change) -> bool {
    let mut fields = change.fields();
    let (Some(field), None) = (fields.next(), fields.next()) else {
        return false;
    };
    let bound = field == Field::Application
        && [Field::Module, Field::FarEnd].iter().any(|field| !request.is_open(*field));
    field.in_advice().is_pooled && request.is_open(field) && !bound
}

/// A letter says nothing about two rows of twelve.
fn letter_for_two_rows(catalog: &Catalog, changed: &Request) -> Option<Finding> {
    let Some(Polarity::Method(method)) = changed.polarity else {
        return None;
    };
    changed.has_two_rows(catalog).then(|| pol025_letter::found(method.name()))
}

/// Whether a design already has what a change would set.
#[must_use]
pub fn has(request: &Request, design: &Design, change: &Change) -> bool {
    change.fields().all(|field| decided(request, design, change, field))
}

/// Whether a design has what `wanted` says of a field.
fn decided(request: &Request, design: &Design, wanted: &Request, field: Field) -> bool {
    let (frame, figures) = (&design.frame, &design.figures);
    match field {
        Field::Application => wanted.application == Some(frame.link.near),
        Field::Module => wanted.module == frame.link.module,
        Field::FarEnd => {
            let far = frame.link.breakout.is_some().then_some(frame.link.far);
            wanted.far_end.is_some_and(|end| {
                end.breakout() == far && end.module() == request.far_end.and_then(FarEnd::module)
            })
        }
        Field::Fiber => wanted.fiber == Some(figures.ordered),
        Field::Grade => wanted.grade == Some(figures.grade),
        Field::LcGrade => wanted.lc_grade == Some(figures.lc_grade),
        Field::Brand => wanted.brand == Some(design.brand),
        Field::Topology => wanted.topology == Some(frame.topology),
        Field::Polarity => {
            // Where another one was asked for, it is not had by being built.
            let asked = request.polarity.is_none_or(|asked| wanted.polarity == Some(asked));
            let built = |polarity: Polarity| polarity.name() == frame.assembly.method;
            asked && wanted.polarity.is_some_and(built)
        }
        Field::Pinning => wanted.pinning == Some(frame.pinning),
        Field::Base => {
            wanted.base.is_some_and(|base| frame.array.is_array() && frame.array.fibers() == base)
        }
        Field::TrunkLegs => {
            // What is ordered alike to what lies there says nothing of new trunks.
            let lines = || frame.order.lines.iter().filter(|line| line.legs.is_some());
            let line = lines().find(|line| line.own.is_none()).or_else(|| lines().next());
            line.is_some_and(|line| line.legs == wanted.trunk_legs)
        }
        Field::Attenuation => wanted.attenuation == Some(figures.basis),
        Field::Conversion => {
            wanted.conversion == Some(request.conversion.unwrap_or(Conversion::Without))
        }
        Field::Priority => wanted.priority == Some(request.priority.unwrap_or(Priority::Cost)),
        Field::Limit => wanted.limit == Some(request.limit.unwrap_or(LimitBasis::OwnClass)),
        // What no design decides is had where it is asked for.
        Field::Speed
        | Field::Lengths
        | Field::Links
        | Field::Splices
        | Field::SpliceLoss
        | Field::Spares
        | Field::TightBelow
        | Field::Installed
        | Field::ConnectionsAtMost
        | Field::ReferenceEnd
        | Field::Situation => request.agrees(field, wanted),
    }
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
    let speaks = |grade: &CatalogGrade| {
        // The end of a test set, which nobody buys for a link.
        grade.role != Some(GradeRole::Reference)
            && arrays().all(|mating| {
                let face = mating.a.face.unwrap_or(EndFace::Flat);
                grade.holds_for(mating.a.connector, mode, face)
            })
    };
    let all = catalog.catalog_grade_places();
    let stated = all.filter(|at| speaks(&catalog.catalog_grades[usize::from(*at)]));
    stated.map(GradeRef::Catalog).collect()
}

/// The fields with the changes that their options are.
#[must_use]
pub fn option_fields(
    catalog: &'static Catalog,
    request: &Request,
    design: Option<&Design>,
) -> Vec<(Field, Vec<Change>)> {
    let mut fields: Vec<(Field, Vec<Change>)> = Vec::new();
    let near =
        design.map(|design| design.frame.link.near).or_else(|| request.named_application(catalog));
    let speed = near.map(|id| catalog.application(id).speed).or(request.speed);
    let of_speed = |id: &ApplicationId| Some(catalog.application(*id).speed) == speed;
    let applications = catalog.application_ids().filter(of_speed);
    fields.push((
        Field::Application,
        applications.map(|id| Change::application(catalog, request, id)).collect(),
    ));
    if let Some(near) = near {
        // Modules and far ends are those of this application: one that is only recommended is kept
        // with them.
        let named = request.named_application(catalog).is_some();
        let kept = |change: Change| match named {
            true => change,
            false => Change::application(catalog, request, near).then(&change),
        };
        let own = catalog.module_ids().filter(|id| catalog.module(*id).application == near);
        fields.push((
            Field::Module,
            own.map(|id| kept(Change::of(|set| set.module = Some(id)))).collect(),
        ));
        let far = catalog.breakouts_of(near, request.module);
        // The far end that is asked for keeps its module.
        let asked = |far: FarEnd| request.far_end.filter(|end| end.breakout() == far.breakout());
        let end =
            |far: FarEnd| kept(Change::of(|set| set.far_end = Some(asked(far).unwrap_or(far))));
        let mut changes = vec![end(FarEnd::Same(None))];
        changes.extend(far.map(|row| end(FarEnd::Breakout(row.to, None))));
        fields.push((Field::FarEnd, changes));
    }
    fields.push((
        Field::Fiber,
        Fiber::ALL.iter().map(|f| Change::of(|set| set.fiber = Some(*f))).collect(),
    ));
    let grades: Vec<GradeRef> = GradeRef::planning(catalog).collect();
    let matings = || design.iter().flat_map(|design| &design.frame.matings);
    let stated = stated_grades(catalog, request, design);
    fields.push((
        Field::Grade,
        grades.iter().chain(&stated).map(|g| Change::of(|set| set.grade = Some(*g))).collect(),
    ));
    if matings().any(|mating| mating.counted && !mating.a.connector.is_array()) {
        fields.push((
            Field::LcGrade,
            grades.iter().map(|grade| Change::of(|set| set.lc_grade = Some(*grade))).collect(),
        ));
    }
    if matings().any(|mating| mating.a.connector.is_array()) {
        fields.push((
            Field::Brand,
            Brand::ALL.iter().map(|b| Change::of(|set| set.brand = Some(*b))).collect(),
        ));
    }
    let mut routes: Vec<Change> =
        Topology::ALL.iter().map(|t| Change::of(|set| set.topology = Some(*t))).collect();
    routes.extend(admit::other_harness(catalog, request, design));
    fields.push((Field::Topology, routes));
    let two_rows = design.is_some_and(|design| design.frame.array == Connector::Mpo24);
    let polarities: Vec<Polarity> = if two_rows {
        catalog.row_maps().map(Polarity::Map).collect()
    } else {
        Method::ALL.iter().map(|method| Polarity::Method(*method)).collect()
    };
    fields.push((
        Field::Polarity,
        polarities.into_iter().map(|p| Change::of(|set| set.polarity = Some(p))).collect(),
    ));
    fields.push((
        Field::Pinning,
        Pinning::ALL.iter().map(|p| Change::of(|set| set.pinning = Some(*p))).collect(),
    ));
    fields.push((
        Field::Base,
        [8, 12, 16, 24].map(|base| Change::of(|set| set.base = Some(base))).to_vec(),
    ));
    let on_panels = design.is_some_and(|design| {
        design.frame.link.is_parallel() && design.frame.topology == Topology::Interconnect
    });
    if on_panels || request.conversion.is_some() {
        fields.push((
            Field::Conversion,
            Conversion::ALL.iter().map(|c| Change::of(|set| set.conversion = Some(*c))).collect(),
        ));
    }
    fields.push((
        Field::Attenuation,
        AttenuationBasis::ALL
            .iter()
            .map(|b| Change::of(|set| set.attenuation = Some(*b)))
            .collect(),
    ));
    let lines = || design.iter().flat_map(|design| &design.frame.order.lines);
    let trunk = lines().find(|line| line.kind == LineKind::Trunk).and_then(|line| line.ends);
    if let Some([end, _]) = trunk {
        let sizes = catalog.sizes_of(end.connector).map_or(&[][..], |sizes| sizes.legs);
        fields.push((
            Field::TrunkLegs,
            sizes.iter().map(|n| Change::of(|set| set.trunk_legs = Some(*n))).collect(),
        ));
    }
    fields.push((
        Field::Priority,
        Priority::ALL.iter().map(|p| Change::of(|set| set.priority = Some(*p))).collect(),
    ));
    fields
}
