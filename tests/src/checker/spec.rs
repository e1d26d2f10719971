//! What the request asks for, once open choices are read from the plan's option table.

use serde_json::Value;

use super::conversion::{self, Conversion};
use super::facts::{Facts, ModuleRow, PmdRow};
use super::far_end::{Stands, stands};
use super::fiber_class::{same_mode, used};
use super::figures::{Reach, alphas, base};
use super::installed::{self, InPlace, Placed};
use super::json::{DB, exact};
use super::lengths::{Lengths, lengths};
use super::pairs::{Ordered, Pair, pairs};
use super::plug::{Plug, plug};
use super::spares::Spares;
use super::topology::route;
use super::{breakout, grades};

/// What `breakouts.csv` says of the pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Support {
    Yes,
    Depends,
    No,
    Unlisted,
}

/// One end of the link.
#[derive(Clone, Debug)]
pub(crate) struct Side {
    pub(crate) application: String,
    pub(crate) plug: Plug,
    /// Speed of the application in Gb/s.
    pub(crate) speed: u64,
    /// The row of this application on the fiber that decides.
    pub(crate) row: Option<PmdRow>,
}

/// Everything the checks need to know of the request.
#[derive(Clone, Debug)]
pub(crate) struct Spec {
    pub(crate) a: Side,
    pub(crate) b: Side,
    /// Ports at end B (legs of a breakout, else the same as at A).
    pub(crate) far_ports: u64,
    pub(crate) support: Option<Support>,
    /// Whether one port of end A is taken apart; an interoperable far end of one leg is not.
    pub(crate) splits: bool,
    /// Whether a part in place has a grade that says nothing of its pairs.
    pub(crate) misfit: bool,
    /// The fiber that decides, and that of which cords are ordered.
    pub(crate) fiber: String,
    pub(crate) cords_fiber: String,
    pub(crate) wrong_mode: bool,
    pub(crate) topology: String,
    pub(crate) topology_open: bool,
    pub(crate) lengths: Lengths,
    /// Mated pairs in channel order.
    pub(crate) pairs: Vec<Pair>,
    /// Grade of what is ordered: of array and of duplex connectors.
    pub(crate) grade: String,
    pub(crate) lc_grade: String,
    pub(crate) splices: u64,
    pub(crate) splice_db: i128,
    /// Attenuations in 0.001 dB/km; two when the ends of a breakout differ under `clause`.
    pub(crate) alphas: Vec<i128>,
    pub(crate) limit: Option<i128>,
    pub(crate) reach: Reach,
    /// Whether a module at either end is rated shorter than the type whose limit it keeps.
    pub(crate) is_short: bool,
    /// Whether the limit is that of any class which covers the length.
    pub(crate) class_met: bool,
    /// Vendors of the modules that are named.
    pub(crate) vendors: Vec<String>,
    pub(crate) tight: i128,
    pub(crate) links: u64,
    pub(crate) spares: Spares,
    /// Fibers of a leg by the rule, and all that a new trunk may have beside parts in place.
    pub(crate) base: u64,
    pub(crate) bases: Vec<u64>,
    pub(crate) trunk_legs: Option<u64>,
    pub(crate) polarity: Option<String>,
    pub(crate) pinning: Option<String>,
    /// The scheme that the request itself names.
    pub(crate) fixed_pinning: Option<String>,
    pub(crate) in_place: InPlace,
    pub(crate) conversion: Option<&'static Conversion>,
    /// Base, polarity, pinning, conversion and installed parts are all open.
    pub(crate) parts_open: bool,
}

impl Spec {
    pub(crate) fn is_breakout(&self) -> bool {
        self.support.is_some()
    }

    /// Duplex at both ends: cords and cassettes of LC.
    pub(crate) fn is_duplex(&self) -> bool {
        self.a.plug.is_duplex()
    }

    /// End face of the array matings: that of trunks in place, or the application's; nothing where
    /// trunks in place differ.
    pub(crate) fn array_face(&self) -> Option<&str> {
        let mut own =
            self.in_place.trunks.iter().map(|t| {
                t.as_ref().and_then(|t| t.face.as_deref()).unwrap_or(&self.a.plug.end_face)
            });
        let first = own.next().unwrap_or(&self.a.plug.end_face);
        own.all(|face| face == first).then_some(first)
    }

    /// Whether lane positions are known at both ends.
    pub(crate) fn has_lanes(&self) -> bool {
        !self.a.plug.transmits().is_empty() && !self.b.plug.transmits().is_empty()
    }
}

/// The value of a request field, or the one the plan chose for an open one.
pub(crate) fn effective<'a>(request: &'a Value, plan: &'a Value, name: &str) -> Option<&'a Value> {
    let fixed = request.get(name).filter(|v| !v.is_null());
    fixed.or_else(|| chosen(plan, name))
}

pub(crate) fn chosen<'a>(plan: &'a Value, name: &str) -> Option<&'a Value> {
    let choices = plan.get("options")?.get(name)?.as_array()?;
    let chosen = choices.iter().find(|c| c.get("state").is_some_and(|s| s == "chosen"))?;
    chosen.get("value").filter(|v| !v.is_null())
}

/// Resolves a request against its plan.
///
/// # Errors
/// A sentence when something needed cannot be told from request and plan.
pub(crate) fn resolve(facts: &Facts, request: &Value, plan: &Value) -> Result<Spec, String> {
    let text = |name: &str| effective(request, plan, name).and_then(Value::as_str);
    let need = |name: &str| text(name).ok_or(format!("neither request nor plan says the {name}"));
    let count = |name: &str, most: u64| {
        let value = request.get(name).and_then(Value::as_u64);
        match value {
            Some(n) if n > most => Err(format!("{name} of {n} is out of range")),
            other => Ok(other),
        }
    };
    let find = |name: Option<&Value>| -> Result<Option<&ModuleRow>, String> {
        let Some(name) = name.and_then(Value::as_str) else { return Ok(None) };
        let row = facts.module(name);
        row.map(Some).ok_or(format!("module `{name}` is not one row of the table"))
    };
    let module = find(request.get("module"))?;
    let far_module = find(request.get("farEnd").and_then(|f| f.get("module")))?;
    let named = text("application").or(module.map(|m| m.application.as_str()));
    let named = named.ok_or("neither request nor plan says the application")?;
    let any = facts.application(named).ok_or(format!("application `{named}` is not known"))?;
    let (cords_fiber, topology) = (need("fiber")?, need("topology")?);
    let entries = installed::read(request);
    let conversion = conversion::asked(request, plan);
    let has_trunk = entries.iter().any(|e| e.kind == "trunk");
    // No open route passes a part by: not even a harness whose lengths name it alone.
    let is_open = request.get("topology").is_none_or(Value::is_null);
    let has_panel = is_open && entries.iter().any(|e| e.kind == "adapterPanel");
    let named_lengths = lengths(request, topology, (has_trunk || has_panel, is_open))?;
    let route = route(topology, named_lengths.runs.clone(), conversion.is_some());
    let in_place = installed::place(&entries, &route);
    let mode = module.filter(|m| !m.mode.is_empty()).map_or(&any.mode, |m| &m.mode);
    let single_mode = mode == "SMF";
    let lying: Vec<String> = in_place.all().filter_map(|p| p.fiber.clone()).collect();
    let fiber = used(cords_fiber, lying.iter().map(String::as_str), single_mode);
    let two_modes = lying.iter().any(|f| !same_mode(f, cords_fiber));
    let a = Side {
        application: any.pmd.clone(),
        plug: plug(any, module),
        speed: any.speed,
        row: facts.row(&any.pmd, fiber).cloned(),
    };
    let far = breakout::far(facts, request, plan, &a, (module, far_module))?;
    let lengths = named_lengths.with(&in_place);
    let grade = need("grade")?;
    let b = far.side(facts, &a, fiber, far_module)?;
    let class_met = request.get("limit").is_some_and(|l| l == "class-met");
    let judged = (fiber, lengths.total(), class_met);
    let near = stands(facts, any, module, judged);
    let across = match (far_module, facts.application(&b.application)) {
        (Some(module), Some(row)) => stands(facts, row, Some(module), judged),
        (None, Some(row)) if b.application != a.application => stands(facts, row, None, judged),
        _ => near,
    };
    let limit = near.limit.zip(across.limit).map(|(x, y)| x.min(y));
    let given_splice = request.get("spliceLossDb").filter(|v| !v.is_null());
    let splice_db = given_splice.map(|v| exact(v, DB)).transpose()?;
    let tight = request.get("tightBelowDb").filter(|v| !v.is_null()).map(|v| exact(v, DB));
    let open = |name: &str| request.get(name).is_none_or(Value::is_null);
    let fixed = count("base", 32)?;
    let converted = conversion.map(|conversion| conversion.base);
    let rule = converted.unwrap_or_else(|| base(&a.plug, fixed));
    let own = |trunks: bool| {
        let wanted = if trunks { "trunk" } else { "cassette" };
        in_place.all().filter(move |p| p.kind == wanted).filter_map(|p| p.base())
    };
    let base = own(true).next().or_else(|| own(false).next()).unwrap_or(rule);
    let mut bases: Vec<u64> = vec![base];
    if in_place.any() {
        bases.extend(own(true).chain(own(false)).chain([rule]));
    }
    let lc_grade = text("lcGrade");
    let splices = count("splices", 1_000_000)?.unwrap_or(0);
    let mut spec = Spec {
        far_ports: far.ports,
        support: far.support,
        splits: far.splits,
        misfit: false,
        fiber: fiber.to_owned(),
        cords_fiber: cords_fiber.to_owned(),
        wrong_mode: fiber.starts_with("OS") != single_mode || two_modes,
        topology: topology.to_owned(),
        topology_open: open("topology"),
        pairs: Vec::new(),
        grade: grade.to_owned(),
        lc_grade: lc_grade.unwrap_or(grade).to_owned(),
        splices,
        splice_db: splice_db.unwrap_or_else(|| grades::splice(grade)),
        alphas: {
            let policy = text("attenuation").unwrap_or("cabling");
            let mut all = alphas(facts, policy, fiber, [&a, &b]);
            if two_modes || fiber.starts_with("OS") != single_mode {
                // Of two modes, either figure is as good.
                all.extend(alphas(facts, policy, cords_fiber, [&a, &b]));
                all.extend([3000, 400]);
            }
            all
        },
        limit,
        reach: smaller(near, across),
        is_short: near.is_short || across.is_short,
        class_met,
        vendors: [module, far_module].into_iter().flatten().map(|m| m.vendor.clone()).collect(),
        tight: tight.transpose()?.unwrap_or(2_000_000_000),
        links: count("links", 1_000_000)?.unwrap_or(1),
        spares: Spares::read(request)?,
        base,
        bases,
        trunk_legs: count("trunkLegs", 1_000)?,
        polarity: request.get("polarity").and_then(Value::as_str).map(str::to_owned),
        pinning: text("pinning").map(str::to_owned),
        fixed_pinning: request.get("pinning").and_then(Value::as_str).map(str::to_owned),
        parts_open: open("base")
            && open("polarity")
            && open("pinning")
            && conversion.is_none()
            && entries.is_empty(),
        in_place,
        conversion,
        lengths,
        a,
        b,
    };
    // Single-mode figures where the channel is one, whatever lies in it.
    let ordered = Ordered { grade, lc_grade, single_mode: spec.fiber.starts_with("OS") };
    spec.pairs = pairs(facts, &spec, &ordered);
    spec.misfit = misfit(facts, &spec);
    Ok(spec)
}

/// Whether a catalog grade of a part in place is of another connector, mode or end face.
fn misfit(facts: &Facts, spec: &Spec) -> bool {
    let single_mode = spec.fiber.starts_with("OS");
    let angled = |part: &Placed| part.face.as_deref().unwrap_or(&spec.a.plug.end_face) == "angled";
    let off = |grade: Option<&String>, connector: &str, part: &Placed, angled: bool| {
        let own = part.fiber.as_ref().map_or(single_mode, |f| f.starts_with("OS"));
        let kind = grades::Kind { connector, single_mode: own, angled };
        grade.is_some_and(|grade| grades::fits(facts, grade, &kind) == Some(false))
    };
    let array = |part: &Placed| {
        let connector = part.connector.clone().unwrap_or(format!("MPO-{}", spec.base));
        // Of what lies behind duplex ports nobody knows the face when it is not said; elsewhere it is as
        // that of what lies beside it, where it is said of that.
        let beside = spec.in_place.all().any(|other| other.face.is_some());
        let known = part.face.is_some() || !(spec.a.plug.is_duplex() || beside);
        known && off(part.grade.as_ref(), &connector, part, angled(part))
    };
    let front = |part: &Placed| {
        let own = part.lc_grade.as_ref().or(part.grade.as_ref());
        part.kind == "cassette" && off(own, "LC", part, false)
    };
    spec.in_place.all().any(|part| array(part) || front(part))
}

/// The smaller reach of both ends.
fn smaller(near: Stands, far: Stands) -> Reach {
    match (near.reach, far.reach) {
        (Some(x), Some(y)) if near.open_reach || far.open_reach => Reach::Either(x.min(y)),
        (Some(x), Some(y)) => Reach::Known(x.min(y)),
        // One end has no reach on this fiber: none, or that of the other end.
        (Some(one), None) | (None, Some(one)) => Reach::Either(one),
        (None, None) => Reach::Unknown,
    }
}
