//! The options of each group; what each would do is worked out elsewhere.

use crate::state::Screen;
use fiberlane_catalog::{Application, ApplicationId, Confidence, EndFace, Fiber, built_in};
use fiberlane_engine::advice::{behind_trunk, has, option_fields};
use fiberlane_engine::request::{
    AttenuationBasis, Brand, Change, FarEnd, Field, GradeRef, Priority, Topology,
};
use fiberlane_engine::{Request, Verdicts};
use fiberlane_messages::{Figure as _, Unit, Voice, status_text};
use fiberlane_units::Length;

/// A group of options.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Group {
    Speed,
    Application,
    FarEnd,
    Topology,
    Fiber,
    Grade,
    Brand,
    Polarity,
    Pinning,
    Base,
    Attenuation,
    Priority,
}

/// Every group, in the order of [`option_views`].
const GROUPS: [Group; 12] = [
    Group::Speed,
    Group::Application,
    Group::FarEnd,
    Group::Topology,
    Group::Fiber,
    Group::Grade,
    Group::Brand,
    Group::Polarity,
    Group::Pinning,
    Group::Base,
    Group::Attenuation,
    Group::Priority,
];

/// The options of every group.
pub(crate) fn option_views(
    voice: Voice<'_>,
    request: &Request,
    plan: &Verdicts,
) -> Vec<Vec<OptionView>> {
    let fields = option_fields(built_in(), request, plan.recommended.as_ref());
    GROUPS.iter().map(|group| group.options(voice, request, plan, &fields)).collect()
}

/// An edit that is not in the option table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Edit {
    Speed(u16),
    Keep(ApplicationId),
    Brand(Brand),
    Attenuation(AttenuationBasis),
    Priority(Priority),
}

impl Edit {
    pub(crate) fn apply(self, request: &mut Request) {
        match self {
            Self::Speed(speed) => {
                request.speed = Some(speed);
                request.application = None;
                request.module = None;
                request.far_end = None;
            }
            Self::Keep(id) => {
                request.application = Some(id);
                request.speed = None;
            }
            Self::Brand(brand) => request.brand = Some(brand),
            Self::Attenuation(basis) => request.attenuation = Some(basis),
            Self::Priority(priority) => request.priority = Some(priority),
        }
    }
}

/// What choosing an option does.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Act {
    #[default]
    Nothing,
    Change(Box<Change>),
    Edit(Edit),
}

/// One option as it is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct OptionView {
    pub(crate) key: String,
    pub(crate) title: String,
    pub(crate) detail: String,
    pub(crate) mark: String,
    pub(crate) chosen: bool,
    pub(crate) act: Act,
}

/// A harness from port to port: as a route it has the name of the one behind a trunk.
const HARNESS_ALONE: &str = "harness-alone";

impl Group {
    /// Its options on the screen.
    pub(crate) fn views(self, screen: &Screen) -> &[OptionView] {
        screen.options.get(self as usize).map_or(&[], Vec::as_slice)
    }

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Speed => "speed",
            Self::Application => "application",
            Self::FarEnd => "farEnd",
            Self::Topology => "topology",
            Self::Fiber => "fiber",
            Self::Grade => "grade",
            Self::Brand => "brand",
            Self::Polarity => "polarity",
            Self::Pinning => "pinning",
            Self::Base => "base",
            Self::Attenuation => "attenuation",
            Self::Priority => "priority",
        }
    }

    pub(crate) fn legend(self, voice: Voice<'_>) -> &str {
        voice.text(match self {
            Self::Speed => "choice.speed",
            Self::Application => "choice.application",
            Self::FarEnd => "choice.farEnd",
            Self::Topology => "choice.topology",
            Self::Fiber => "choice.fiber",
            Self::Grade => "choice.grade",
            Self::Brand => "choice.brand",
            Self::Polarity => "choice.polarity",
            Self::Pinning => "choice.pinning",
            Self::Base => "choice.base",
            Self::Attenuation => "choice.attenuation",
            Self::Priority => "choice.priority",
        })
    }

    /// Whether it shows its options from the start: what most buyers choose, where there is room.
    pub(crate) const fn opens(self, narrow: bool) -> bool {
        match self {
            Self::Speed => true,
            Self::Application | Self::FarEnd | Self::Topology => !narrow,
            _ => false,
        }
    }

    /// Whether the choice can be handed back to the recommendation.
    pub(crate) const fn can_open(self) -> bool {
        !matches!(self, Self::Speed)
    }

    pub(crate) fn is_fixed(self, request: &Request) -> bool {
        match self {
            Self::Speed => true,
            Self::Application => request.application.is_some() || request.module.is_some(),
            Self::FarEnd => request.far_end.is_some(),
            Self::Topology => request.topology.is_some(),
            Self::Fiber => request.fiber.is_some(),
            Self::Grade => request.grade.is_some(),
            Self::Brand => request.brand.is_some(),
            Self::Polarity => request.polarity.is_some(),
            Self::Pinning => request.pinning.is_some(),
            Self::Base => request.base.is_some(),
            Self::Attenuation => request.attenuation.is_some(),
            Self::Priority => request.priority.is_some(),
        }
    }

    /// Hands the choice back to the recommendation.
    pub(crate) fn open(self, request: &mut Request) {
        match self {
            Self::Speed => {}
            Self::Application => {
                let named = request.named_application(built_in());
                let speed = named.map(|id| built_in().application(id).speed);
                request.speed = speed.or(request.speed);
                request.application = None;
                request.module = None;
                request.far_end = None;
            }
            Self::FarEnd => request.far_end = None,
            Self::Topology => request.topology = None,
            Self::Fiber => request.fiber = None,
            Self::Grade => request.grade = None,
            Self::Brand => request.brand = None,
            Self::Polarity => request.polarity = None,
            Self::Pinning => request.pinning = None,
            Self::Base => request.base = None,
            Self::Attenuation => request.attenuation = None,
            Self::Priority => request.priority = None,
        }
    }

    fn options(
        self,
        voice: Voice<'_>,
        request: &Request,
        plan: &Verdicts,
        fields: &[(Field, Vec<Change>)],
    ) -> Vec<OptionView> {
        match self {
            Self::Speed => speeds(request, plan),
            Self::Brand => {
                let chosen = request.brand.unwrap_or(Brand::Any);
                plain(voice, Brand::ALL, chosen, Brand::name, Edit::Brand)
            }
            Self::Attenuation => {
                let chosen = request.attenuation.unwrap_or(AttenuationBasis::Cabling);
                plain(
                    voice,
                    AttenuationBasis::ALL,
                    chosen,
                    AttenuationBasis::name,
                    Edit::Attenuation,
                )
            }
            Self::Priority => {
                let chosen = request.priority.unwrap_or(Priority::Cost);
                plain(voice, Priority::ALL, chosen, Priority::name, Edit::Priority)
            }
            _ => {
                let field = fields.iter().find(|(field, _)| field.name() == self.name());
                let changes = field.map_or(&[][..], |(_, changes)| changes);
                // Grades of data sheets are there to be named, not to be browsed.
                let design = plan.recommended.as_ref();
                let browsed = |change: &&Change| {
                    !matches!(change.grade, Some(GradeRef::Catalog(_)))
                        || design.is_some_and(|design| has(request, design, change))
                };
                let changes = changes.iter().filter(browsed);
                let mut views: Vec<OptionView> =
                    changes.map(|change| from_change(voice, change, request, plan)).collect();
                // Between ports that break out a harness is what a direct cord is elsewhere.
                let harness = views.iter().position(|view| view.key == HARNESS_ALONE);
                if let Some(at) = harness.filter(|_| !views[0].chosen) {
                    views[0] = views.remove(at);
                }
                views
            }
        }
    }
}

fn speeds(request: &Request, plan: &Verdicts) -> Vec<OptionView> {
    let named = request.named_application(built_in());
    let designed = plan.recommended.as_ref().map(|design| design.frame.link.near);
    let current = named.or(designed).map(|id| built_in().application(id).speed).or(request.speed);
    // Slower ones are far ends of breakouts.
    let asked = built_in().speeds.iter().filter(|speed| speed.end_a);
    asked
        .map(|speed| speed.gigabits)
        .map(|speed| OptionView {
            key: built_in().speed_name(speed),
            title: built_in().speed_name(speed),
            chosen: current == Some(speed),
            // The speed that is there already is no choice to make.
            act: if current == Some(speed) { Act::Nothing } else { Act::Edit(Edit::Speed(speed)) },
            ..OptionView::default()
        })
        .collect()
}

fn plain<T: Copy + PartialEq>(
    voice: Voice<'_>,
    all: &[T],
    chosen: T,
    name: fn(T) -> &'static str,
    edit: fn(T) -> Edit,
) -> Vec<OptionView> {
    all.iter()
        .map(|value| OptionView {
            key: name(*value).to_owned(),
            title: voice.word(name(*value)),
            chosen: *value == chosen,
            act: Act::Edit(edit(*value)),
            ..OptionView::default()
        })
        .collect()
}

fn from_change(
    voice: Voice<'_>,
    change: &Change,
    request: &Request,
    plan: &Verdicts,
) -> OptionView {
    let (key, title, detail, mark) = words(voice, change, request, plan);
    let design = plan.recommended.as_ref();
    let chosen = match design {
        Some(design) => has(request, design, change),
        None => asks(request, change),
    };
    let act = match (chosen, change.application, change.far_end) {
        // What is there already is only kept; the far end and the module stay.
        (true, Some(id), None) => Act::Edit(Edit::Keep(id)),
        _ => Act::Change(Box::new(change.clone())),
    };
    OptionView { key, title, detail, mark, chosen, act }
}

/// Whether a request asks for what a change would set: what is chosen where no design has it.
fn asks(request: &Request, change: &Change) -> bool {
    match (change.far_end, change.application) {
        (Some(far), _) => request.far_end.and_then(FarEnd::breakout) == far.breakout(),
        (None, Some(id)) => request.named_application(built_in()) == Some(id),
        _ => change.on(request) == *request,
    }
}

/// Key, title, detail and mark of an option.
fn words(
    voice: Voice<'_>,
    change: &Change,
    request: &Request,
    plan: &Verdicts,
) -> (String, String, String, String) {
    let nothing = String::new;
    if let Some(far) = change.far_end {
        return far_end_words(voice, far, plan);
    }
    if let Some(id) = change.application {
        return application_words(voice, id, plan);
    }
    if let Some(topology) = change.topology {
        let behind = || behind_trunk(request, plan.recommended.as_ref(), change);
        // A harness from port to port is a route of its own.
        let (name, detail) = match topology {
            Topology::BreakoutHarness if !behind() => (HARNESS_ALONE, "route.harnessAlone"),
            _ => (topology.name(), topology_detail(topology)),
        };
        return (name.to_owned(), voice.word(name), voice.text(detail).to_owned(), nothing());
    }
    if let Some(base) = change.base {
        let title = voice.fill("choice.base.value", &[("count", &base.to_string())]);
        return (base.to_string(), title, nothing(), nothing());
    }
    let name = change
        .fiber
        .map(|fiber| fiber.name())
        .or_else(|| change.grade.map(|grade| grade.name(built_in())))
        .or_else(|| change.polarity.map(|polarity| polarity.name()))
        .or_else(|| change.pinning.map(|pinning| pinning.name()))
        .unwrap_or_default();
    let key = format!("detail.{name}");
    let detail = voice.lookup(&key).unwrap_or_default().to_owned();
    (name.to_owned(), voice.word(name), detail, nothing())
}

fn application_words(
    voice: Voice<'_>,
    id: ApplicationId,
    plan: &Verdicts,
) -> (String, String, String, String) {
    let application = built_in().application(id);
    let fiber = plan.recommended.as_ref().map(|design| design.figures.fiber);
    let usual = [Fiber::Os2, Fiber::Om4].into_iter().find_map(|fiber| application.limit(fiber));
    let own = fiber.and_then(|fiber| application.limit(fiber)).or(usual);
    let own = own.or(application.limits.first());
    let reach = own.map(|limit| {
        voice.fill(
            "choice.reach",
            &[
                ("reach", &reach_words(voice, limit.reach)),
                ("fiber", &voice.word(limit.fiber.name())),
            ],
        )
    });
    // A module may have other plugs than its application: then its own are said.
    let link = plan.recommended.as_ref().map(|design| &design.frame.link);
    let own = link.filter(|link| link.near == id && link.module.is_some());
    let plug_of = own.map_or(application.plug, |link| link.a.plug);
    let count = plug_of.count;
    let connector = plug_of.connector.name();
    let plug = if count > 1 { format!("{count} × {connector}") } else { connector.to_owned() };
    let polish = match (plug_of.connector.is_array(), application.end_face) {
        (true, EndFace::Angled) => " APC",
        _ => "",
    };
    let fibers = application.fibers;
    let detail = format!("{} · {plug}{polish} · {fibers}F", reach.unwrap_or_default());
    let status = match application.status {
        Confidence::Standard => String::new(),
        other => status_text(voice, other).to_owned(),
    };
    (application.name.to_owned(), short_name(application), detail, status)
}

/// 2000 m reads 2 km.
fn reach_words(voice: Voice<'_>, reach: Length) -> String {
    match reach.meters().strip_suffix("000") {
        Some(kilometers) if voice.unit() == Unit::Meters => format!("{kilometers}\u{a0}km"),
        _ => reach.said(voice),
    }
}

/// An application's name without the speed, which is chosen above it.
fn short_name(application: &Application) -> String {
    let speed = built_in().speed_name(application.speed);
    let rest = application.name.strip_prefix(speed.as_str()).unwrap_or(application.name);
    let rest = rest.strip_prefix("BASE").unwrap_or(rest);
    rest.trim_start_matches(['-', ' ']).to_owned()
}

fn far_end_words(
    voice: Voice<'_>,
    far: FarEnd,
    plan: &Verdicts,
) -> (String, String, String, String) {
    match far {
        FarEnd::Same(_) => {
            let near = plan.recommended.as_ref().map(|design| design.frame.link.near);
            let name = near.map(|id| built_in().application(id).name).unwrap_or_default();
            (
                "same".to_owned(),
                voice.text("choice.same").to_owned(),
                name.to_owned(),
                String::new(),
            )
        }
        FarEnd::Breakout(id, _) => {
            let application = built_in().application(id);
            let near = plan.recommended.as_ref().map(|design| design.frame.link.near);
            let row = built_in().breakouts.iter().find(|r| Some(r.from) == near && r.to == id);
            let legs = row.map_or(1, |row| row.legs);
            let title = format!("{legs} × {}", application.name);
            let plug = application.plug.connector.name();
            (application.name.to_owned(), title, plug.to_owned(), String::new())
        }
    }
}

const fn topology_detail(topology: Topology) -> &'static str {
    match topology {
        Topology::Direct => "route.direct",
        Topology::Interconnect => "route.interconnect",
        Topology::CrossConnect => "route.crossConnect",
        Topology::CassetteToCassette => "route.cassettes",
        Topology::BreakoutCassette => "route.breakoutCassette",
        Topology::BreakoutHarness => "route.breakoutHarness",
    }
}
