//! Candidates: everything that the open choices could become, judged and ranked.

use crate::channel::ElementKind;
use crate::checks::{self, Figures, brk002_unsupported, los014_house_rule, src004_unconfirmed};
use crate::cost::Cost;
use crate::design::{
    Design, Effect, Frame, Verdict, applications, case, cost, fibers, figures, finish, frame,
    grades, verdict, wanted_topologies,
};
use crate::finding::Finding;
use crate::link::Link;
use crate::request::{FarEnd, GradeRef, Priority, Request};
use crate::verdict::Weight;
use fiberlane_catalog::{Application, ApplicationId, Catalog, Confidence, Fiber};
use fiberlane_units::Length;

/// Finds the best design that honors every fixed choice.
///
/// # Errors
/// With the findings that say why no channel can be assembled.
pub fn best(catalog: &'static Catalog, request: &Request) -> Result<Design, Vec<Finding>> {
    let mut pool = Pool::new(catalog, request);
    let winner = pool.best(|_| true).map(|winner| (winner.frame, winner.quality));
    match winner {
        Some((frame, quality)) => {
            Ok(finish(catalog, request, pool.frames.swap_remove(frame), quality))
        }
        None => Err(pool.refusals),
    }
}

/// What a frame is made of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Quality {
    pub(crate) fiber: Fiber,
    pub(crate) ordered: Fiber,
    pub(crate) grade: GradeRef,
    pub(crate) lc_grade: GradeRef,
}

/// What decides between two candidates, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    verdict: Verdict,
    /// What fails is shown as it is nearest to passing: a longer run is no reason for a lesser fiber.
    miss: Miss,
    departs: Departs,
    off_rule: u64,
    metric: i64,
    cost: Cost,
    parts: usize,
}

/// What speaks against an application that nobody named, the gravest first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Departs {
    /// A type that the field no longer buys.
    unbought: bool,
    /// Optics for links far longer than this one: they cost more and are likelier to overload.
    far: bool,
    /// Not published by a standards body.
    status: u8,
}

/// Everything that the open choices could become, judged.
#[derive(Debug)]
pub struct Pool {
    /// Whether an application is chosen by cost, and then its design by the most margin.
    by_application: bool,
    frames: Vec<Frame>,
    candidates: Vec<Candidate>,
    refusals: Vec<Finding>,
}

/// One thing that the open choices could become.
#[derive(Clone, Copy, Debug)]
pub struct Candidate {
    frame: usize,
    quality: Quality,
    rank: Rank,
    /// What it would do.
    pub effect: Effect,
}

/// How far a failing candidate is from passing: faults first, then by how much it is over a limit,
/// in thousandths of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Miss {
    faults: usize,
    over: u64,
}

impl Pool {
    /// Judges every candidate.
    #[must_use]
    pub fn new(catalog: &'static Catalog, request: &Request) -> Self {
        let by_application = request.priority == Some(Priority::Margin)
            && request.named_application(catalog).is_none();
        let mut pool = Self {
            by_application,
            frames: Vec::new(),
            candidates: Vec::new(),
            refusals: Vec::new(),
        };
        for application in applications(catalog, request) {
            let far_end = request.far_end.unwrap_or(FarEnd::Same(None));
            let link = match Link::resolve(catalog, application, request.module, far_end) {
                Ok(link) => link,
                Err(finding) => {
                    pool.refusals.push(finding);
                    continue;
                }
            };
            for topology in wanted_topologies(request, &link) {
                match frame(catalog, request, &link, topology, false) {
                    Ok(small) => {
                        // Cassettes for several legs are sometimes the cheaper way to the same ports.
                        let boxed = small.order.trunk_legs > 1
                            && small.assembly.elements.iter().any(|element| {
                                element.kind == ElementKind::Cassette && !element.in_place
                            });
                        pool.consider(catalog, request, small);
                        if boxed
                            && request.priority != Some(Priority::Density)
                            && let Ok(large) = frame(catalog, request, &link, topology, true)
                        {
                            pool.consider(catalog, request, large);
                        }
                    }
                    Err(finding) => {
                        // Why the two ends do not link says more than what cannot be built.
                        pool.refusals.extend(brk002_unsupported::found(catalog, &link));
                        let unconfirmed =
                            src004_unconfirmed::of_refusal(catalog, &link, request.fiber);
                        pool.refusals.extend(unconfirmed);
                        pool.refusals.push(finding);
                    }
                }
            }
        }
        // Whatever else they hold follows from these two.
        pool.refusals.dedup_by(|a, b| a.code == b.code && a.facts == b.facts);
        pool
    }

    /// The best of the candidates that are kept.
    #[must_use]
    pub fn best(&self, keep: impl Fn(&Candidate) -> bool) -> Option<&Candidate> {
        let kept = || self.candidates.iter().filter(|candidate| keep(candidate));
        // The most margin is no reason for optics that nobody would buy for this length.
        let metric = |c: &Candidate| if self.by_application { 0 } else { c.rank.metric };
        let near = kept().min_by_key(|c| Rank { metric: metric(c), ..c.rank })?.effect.near;
        // What speaks against an application says nothing of its designs.
        let own = kept().filter(|c| c.effect.near == near);
        own.min_by_key(|c| Rank { departs: Departs::default(), ..c.rank })
    }

    /// Whether a candidate has what a change would set, of the choices that a pool holds apart.
    #[must_use]
    pub fn has(&self, candidate: &Candidate, change: &Request) -> bool {
        let frame = &self.frames[candidate.frame];
        change.application.is_none_or(|id| frame.link.near == id)
            && change.topology.is_none_or(|topology| frame.topology == topology)
            && change.fiber.is_none_or(|fiber| candidate.quality.ordered == fiber)
            && change.grade.is_none_or(|grade| candidate.quality.grade == grade)
    }

    /// Why no channel can be assembled, where none can.
    #[must_use]
    pub fn refusals(&self) -> &[Finding] {
        &self.refusals
    }

    /// The whole design of a candidate.
    #[must_use]
    pub fn design(
        &self,
        catalog: &'static Catalog,
        request: &Request,
        candidate: &Candidate,
    ) -> Design {
        finish(catalog, request, self.frames[candidate.frame].clone(), candidate.quality)
    }

    fn consider(&mut self, catalog: &'static Catalog, request: &Request, frame: Frame) {
        let at = self.frames.len();
        let mut of_channel: Option<Weight> = None;
        for [ordered, fiber] in fibers(catalog, request, &frame) {
            for grade in grades(catalog, request.grade) {
                let lc_grade = request.lc_grade.unwrap_or(match grade {
                    GradeRef::Planning(_) => grade,
                    // A catalog grade of array connectors says nothing of duplex ones.
                    GradeRef::Catalog(_) => GradeRef::standard(catalog),
                });
                let quality = Quality { fiber, ordered, grade, lc_grade };
                let candidate = judge(catalog, request, (at, &frame), quality, &mut of_channel);
                self.candidates.push(candidate);
            }
        }
        self.frames.push(frame);
    }
}

/// Judges one candidate. What the channel itself has to say is found out once and kept.
fn judge(
    catalog: &'static Catalog,
    request: &Request,
    (at, frame): (usize, &Frame),
    quality: Quality,
    of_channel: &mut Option<Weight>,
) -> Candidate {
    let (figures, terms) = figures(catalog, request, frame, quality);
    let case = case(catalog, request, frame, figures, &terms);
    let channel = *of_channel.get_or_insert_with(|| Weight::of(&checks::of_channel(&case)));
    let weight = channel.and(Weight::of(&checks::of_figures(&case)));
    let verdict = verdict(request, &figures, weight);
    let merged = frame.order.merged(&figures, request.spares);
    let order = merged.as_ref().unwrap_or(&frame.order);
    let cost = cost(catalog, request, order, &figures);
    let metric = match request.priority.unwrap_or(Priority::Cost) {
        Priority::Cost => 0,
        Priority::Margin => figures.margin().map_or(i64::MAX, |margin| -margin.steps()),
        Priority::Density => i64::from(order.rack_units),
        Priority::Growth => {
            -i64::try_from(carried(catalog, frame, &figures).count()).unwrap_or(i64::MAX)
        }
    };
    let departs = match request.named_application(catalog) {
        Some(_) => Departs::default(),
        None => departs(catalog.application(frame.link.near), &figures),
    };
    // What breaks the house rule by less comes first.
    let off_rule = los014_house_rule::exceeded(&case)
        .map_or(0, |(connections, most)| connections.steps().saturating_sub(most.steps()));
    let over = |value: u64, limit: u64| value.saturating_sub(limit) * 1_000 / limit.max(1);
    let too_long = figures.reach.map_or(0, |reach| over(figures.length.steps(), reach.steps()));
    let too_lossy = figures.limit.map_or(0, |limit| over(figures.total.steps(), limit.steps()));
    let wrong_mode = usize::from(figures.fiber.mode() != frame.link.mode);
    let miss = Miss { faults: channel.errors + wrong_mode, over: too_long + too_lossy };
    let rank = Rank { verdict, miss, departs, off_rule, metric, cost, parts: order.lines.len() };
    let effect = Effect::of(frame.link.near, &figures, order, verdict, cost);
    Candidate { frame: at, quality, rank, effect }
}

/// Reach above which optics may be far too long for a link.
const FAR: Length = Length::from_meters(500);

fn departs(application: &Application, figures: &Figures) -> Departs {
    Departs {
        unbought: !application.bought,
        far: figures.reach.is_some_and(|reach| {
            reach > FAR && reach.steps() > figures.length.steps().saturating_mul(10)
        }),
        status: match application.status {
            Confidence::Standard => 0,
            Confidence::Msa => 1,
            Confidence::Vendor => 2,
            Confidence::Draft | Confidence::Unconfirmed => 3,
        },
    }
}

/// The faster applications that the cables of a design carry.
#[must_use]
pub fn carried_by(catalog: &Catalog, design: &Design) -> Vec<ApplicationId> {
    carried(catalog, &design.frame, &design.figures).collect()
}

/// Faster applications that the same cables would carry: same interface, end face and fiber,
/// within reach and limit.
fn carried<'a>(
    catalog: &'a Catalog,
    frame: &'a Frame,
    figures: &'a Figures,
) -> impl Iterator<Item = ApplicationId> + 'a {
    let near = catalog.application(frame.link.near);
    catalog.application_ids().filter(move |id| {
        let application = catalog.application(*id);
        let same_plug = application.plug.connector.is_array() == frame.link.is_parallel()
            && (!frame.link.is_parallel()
                || (application.plug.connector.has_offset_key() == frame.array.has_offset_key()
                    && application.plug.connector.rows() == frame.array.rows()
                    && application.fibers / application.plug.count <= frame.array.fibers()));
        let limit = application.limit(figures.fiber);
        application.speed > near.speed
            && same_plug
            && application.array_end_face == frame.link.array_face
            && limit.is_some_and(|limit| {
                limit.reach >= figures.length && limit.loss.is_some_and(|l| l >= figures.total)
            })
    })
}
