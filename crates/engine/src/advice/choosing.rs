//! Which kinds of parts suit the buyer: what they buy in dB, and when they pay.

use crate::cost::Cost;
use crate::design::{Design, Verdict, best};
use crate::request::{Brand, Budget, GradeRef, Place, Priority, Request, Situation, Topology};
use crate::words::words;
use fiberlane_catalog::{Catalog, EndFace};
use fiberlane_units::Margin;

/// Matings that connectors are commonly rated for; unconfirmed.
pub(super) const RATED_MATINGS: u32 = 500;
/// Links that plain cords serve as well as a cassette.
const FEW_LINKS: u32 = 4;

words! {
    /// What is recommended.
    Item {
        /// How ports are presented.
        Presentation = "presentation",
        /// The kind of array connector.
        Array = "array",
        /// The duplex front.
        Front = "front",
        /// Connectors of very small form factor.
        SmallForm = "small-form",
    }
}

/// One recommendation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recommendation {
    /// What it is about.
    pub item: Item,
    /// What is recommended; a word of the locale.
    pub value: &'static str,
    /// Why; words of the locale.
    pub because: Vec<&'static str>,
    /// What else could be and when; words of the locale.
    pub notes: Vec<&'static str>,
}

/// The recommendations with what they rest on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choosing {
    /// What the buyer said.
    pub situation: Situation,
    /// By item.
    pub items: Vec<Recommendation>,
    /// What low-loss connectors gain over standard ones, where both have a margin.
    pub gain: Option<Margin>,
    /// What they cost more by the planning index.
    pub extra_cost: Option<(Cost, Cost)>,
    /// Verdicts with standard and with low-loss connectors.
    pub verdicts: Option<(Verdict, Verdict)>,
    /// Tenths of minutes of avoided outage that pay for the buyer's own price difference.
    pub break_even: Option<u64>,
    /// Tenths of years until a connector has seen the matings it is commonly rated for.
    pub years: Option<u32>,
}

/// Recommends for a design.
#[must_use]
pub fn choose(catalog: &'static Catalog, request: &Request, design: &Design) -> Choosing {
    let situation = request.situation.unwrap_or_default();
    let with = |grade: GradeRef| {
        let graded = Request { grade: Some(grade), lc_grade: Some(grade), ..request.clone() };
        best(catalog, &graded).ok()
    };
    let graded = with(GradeRef::standard(catalog)).zip(with(GradeRef::low_loss(catalog)));
    let verdicts = graded.as_ref().map(|(plain, low)| (plain.verdict, low.verdict));
    let gain = graded.as_ref().and_then(|(plain, low)| {
        Some(Margin::from_steps(low.margin()?.steps() - plain.margin()?.steps()))
    });
    let mut items = vec![presentation(request, design, &situation)];
    let has = |array: bool| {
        design.frame.matings.iter().any(|mating| mating.a.connector.is_array() == array)
    };
    if has(true) {
        items.push(array(catalog, request, design, &situation, verdicts));
    }
    if has(false) {
        items.push(front(request, design));
    }
    items.push(small_form(request, design, &situation));
    let break_even = situation
        .price_difference
        .zip(situation.outage_cost_per_minute)
        .filter(|(_, minute)| *minute > 0)
        .map(|(price, minute)| (price * 10).div_ceil(minute));
    let years = situation
        .matings_per_year
        .filter(|count| *count > 0)
        .map(|count| RATED_MATINGS * 10 / count);
    Choosing {
        situation,
        items,
        gain,
        extra_cost: graded.map(|(plain, low)| (plain.cost, low.cost)),
        verdicts,
        break_even,
        years,
    }
}

fn presentation(request: &Request, design: &Design, situation: &Situation) -> Recommendation {
    let links = request.links.unwrap_or(1);
    let fixed = matches!(situation.place, Some(Place::StaticLink | Place::Lab));
    let breakout =
        matches!(design.frame.topology, Topology::BreakoutCassette | Topology::BreakoutHarness);
    let few = links <= FEW_LINKS;
    // A route that is asked for is not argued away.
    let kept = request.topology.is_some_and(|topology| topology != Topology::Direct);
    let (value, because, note) = match (design.frame.link.is_parallel(), breakout) {
        (_, true) if fixed || few => ("harness", "few-fixed-breakouts", "cassette-when-moves"),
        (_, true) => ("cassette", "breakout-patched", "harness-when-fixed"),
        (true, false) if fixed && few && !kept => {
            ("array-cords", "few-fixed-links", "panel-when-moves")
        }
        (true, false) => ("adapter-panel", "array-ports", "cassette-only-for-duplex"),
        (false, false) if few && fixed && !kept => {
            ("duplex-cords", "few-fixed-links", "cassette-when-moves")
        }
        (false, false) => ("cassette", "duplex-ports-on-trunks", "cords-when-fixed"),
    };
    let mut because = vec![because];
    if situation.field_changes == Some(true)
        || matches!(situation.place, Some(Place::EnterpriseRow))
    {
        because.push("moves-leave-trunks-alone");
    }
    if design.verdict == Verdict::Tight {
        because.push("every-pair-costs");
    }
    Recommendation { item: Item::Presentation, value, because, notes: vec![note] }
}

fn array(
    catalog: &Catalog,
    request: &Request,
    design: &Design,
    situation: &Situation,
    verdicts: Option<(Verdict, Verdict)>,
) -> Recommendation {
    let locked = request.brand == Some(Brand::Mtp);
    let apc = design
        .frame
        .matings
        .iter()
        .any(|m| m.a.connector.is_array() && m.a.face == Some(EndFace::Angled));
    let needs_low = verdicts.is_some_and(|(plain, low)| !plain.passes() && low.passes());
    let ordered = design.figures.grade == GradeRef::low_loss(catalog);
    let tight =
        verdicts.is_some_and(|(plain, low)| plain == Verdict::Tight && low == Verdict::Pass);
    let cheap = situation.budget == Some(Budget::LowestPrice)
        || matches!(situation.place, Some(Place::Lab | Place::StaticLink));
    let dear = situation.budget == Some(Budget::Performance)
        || matches!(situation.place, Some(Place::DataCenterCore | Place::AiFabric));
    let often = situation.matings_per_year.is_some_and(|count| count > 50);
    let mut because = Vec::new();
    let mut notes = Vec::new();
    if locked {
        because.push("brand-is-locked");
    }
    let fixed = request.grade.is_some();
    let low = if fixed {
        because.push("grade-is-fixed");
        ordered
    } else if needs_low {
        because.push("standard-fails");
        true
    } else if tight && (!cheap || ordered) {
        because.push("standard-is-tight");
        true
    } else if dear && !cheap {
        because.push("place-wants-margin");
        true
    } else {
        let judged = verdicts.is_some_and(|(plain, _)| plain.passes());
        because.push(if judged { "standard-suffices" } else { "standard-until-judged" });
        false
    };
    let value = if situation.field_changes == Some(true) {
        because.push("pins-change-in-the-field");
        notes.push(if apc { "pro-apc-keeps-its-key" } else { "pro-changes-key" });
        "mtp-pro"
    } else {
        match (low, locked) {
            (true, true) => "mtp-elite",
            (true, false) => "low-loss-mpo",
            (false, true) => "mtp",
            (false, false) => "generic-mpo",
        }
    };
    if often {
        notes.push("often-mated");
    }
    if low != ordered && !fixed {
        notes.push("order-is-another");
    }
    notes.push("grade-not-brand");
    if !locked {
        notes.push("equal-or-better");
    }
    Recommendation { item: Item::Array, value, because, notes }
}

fn front(request: &Request, design: &Design) -> Recommendation {
    use fiberlane_catalog::Connector;
    let ends = [design.frame.link.a.plug.connector, design.frame.link.b.plug.connector];
    let dense = request.priority == Some(Priority::Density);
    let (value, because) = if ends.contains(&Connector::Cs) {
        ("cs", "module-has-cs")
    } else {
        ("lc", "lc-is-the-default")
    };
    let mut notes = vec!["sc-for-legacy"];
    notes.push(if dense { "sn-mdc-for-density" } else { "sn-mdc-when-dense" });
    Recommendation { item: Item::Front, value, because: vec![because], notes }
}

fn small_form(request: &Request, design: &Design, situation: &Situation) -> Recommendation {
    let many = design.frame.order.fibers >= 1_000;
    let wanted = request.priority == Some(Priority::Density)
        || (situation.place == Some(Place::AiFabric) && many);
    let (value, because) = match (design.frame.link.is_parallel(), wanted) {
        (true, true) => ("mmc-or-sn-mt", "many-fibers-little-room"),
        _ => ("none-needed", "room-suffices"),
    };
    Recommendation {
        item: Item::SmallForm,
        value,
        because: vec![because],
        notes: vec!["not-modeled", "mmc-is-no-splice", "splice-not-above-100g"],
    }
}
