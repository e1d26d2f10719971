//! What the request asks for, once open choices are read from the plan's option table.

use serde_json::Value;

use super::conversion::{self, Conversion};
use super::facts::{Facts, PmdRow};
use super::fiber_class::used;
use super::figures::{Reach, alphas, base, reach};
use super::installed::{self, InPlace};
use super::json::{DB, exact};
use super::lengths::{Lengths, lengths};
use super::plug::{Plug, plug};
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
    /// The fiber that decides, and that of which cords are ordered.
    pub(crate) fiber: String,
    pub(crate) cords_fiber: String,
    pub(crate) wrong_mode: bool,
    pub(crate) topology: String,
    pub(crate) topology_open: bool,
    pub(crate) lengths: Lengths,
    pub(crate) mpo: Option<grades::Figure>,
    /// Of an array mating at a trunk: the worse half where a trunk in place states its grade.
    pub(crate) at_trunk: Option<grades::Figure>,
    pub(crate) duplex: Option<grades::Figure>,
    pub(crate) splices: u64,
    pub(crate) splice_db: i128,
    /// Attenuations in 0.001 dB/km; two when the ends of a breakout differ under `clause`.
    pub(crate) alphas: Vec<i128>,
    pub(crate) limit: Option<i128>,
    pub(crate) reach: Reach,
    pub(crate) tight: i128,
    pub(crate) links: u64,
    pub(crate) spares: u64,
    pub(crate) base: u64,
    pub(crate) trunk_legs: Option<u64>,
    pub(crate) polarity: Option<String>,
    pub(crate) pinning: Option<String>,
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

    /// End face of the array matings: that of a trunk in place, or the application's.
    pub(crate) fn array_face(&self) -> &str {
        let own = self.in_place.trunk.as_ref().and_then(|t| t.face.as_deref());
        own.unwrap_or(&self.a.plug.end_face)
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
    let module = match request.get("module").and_then(Value::as_str) {
        Some(name) => {
            Some(facts.module(name).ok_or(format!("module `{name}` is not one row of the table"))?)
        }
        None => None,
    };
    let named = text("application").or(module.map(|m| m.application.as_str()));
    let named = named.ok_or("neither request nor plan says the application")?;
    let any = facts.application(named).ok_or(format!("application `{named}` is not known"))?;
    let (cords_fiber, topology) = (need("fiber")?, need("topology")?);
    let in_place = installed::read(request);
    let conversion = conversion::asked(request, plan);
    let trunk = in_place.trunk.as_ref();
    let mode = module.filter(|m| !m.mode.is_empty()).map_or(&any.mode, |m| &m.mode);
    let fiber = used(cords_fiber, trunk.and_then(|t| t.fiber.as_deref()), mode == "SMF");
    let a = Side {
        application: any.pmd.clone(),
        plug: plug(any, module),
        speed: any.speed,
        row: facts.row(&any.pmd, fiber).cloned(),
    };
    let far = breakout::far(facts, request, plan, &a, module)?;
    let single_mode = fiber.starts_with("OS");
    let lengths = lengths(request, topology, trunk.and_then(|t| t.length))?;
    let grade = need("grade")?;
    let b = far.side(facts, &a, fiber)?;
    let limit = match (&a.row, &b.row) {
        _ if module.is_some_and(|m| m.own_optics) => None,
        (Some(x), Some(y)) => x.limit.zip(y.limit).map(|(x, y)| x.min(y)),
        _ => None,
    };
    let given_splice = request.get("spliceLossDb").filter(|v| !v.is_null());
    let splice_db = given_splice.map(|v| exact(v, DB)).transpose()?;
    let tight = request.get("tightBelowDb").filter(|v| !v.is_null()).map(|v| exact(v, DB));
    let open = |name: &str| request.get(name).is_none_or(Value::is_null);
    let mpo = grades::mpo(facts, grade, single_mode);
    // A trunk in place of which no grade is known counts as standard.
    let own = trunk.map(|t| t.grade.as_deref().unwrap_or("standard"));
    let at_trunk = match own.map(|grade| grades::mpo(facts, grade, single_mode)) {
        None => mpo,
        Some(own) => mpo.zip(own).map(|(x, y)| if y.0 > x.0 { y } else { x }),
    };
    let fixed = count("base", 32)?;
    let converted = conversion.map(|conversion| conversion.base);
    let base = in_place.base().or(converted).unwrap_or_else(|| base(&a.plug, fixed));
    Ok(Spec {
        far_ports: far.ports,
        support: far.support,
        fiber: fiber.to_owned(),
        cords_fiber: cords_fiber.to_owned(),
        wrong_mode: single_mode != (mode == "SMF"),
        topology: topology.to_owned(),
        topology_open: open("topology"),
        mpo,
        at_trunk,
        duplex: grades::duplex(facts, grade, text("lcGrade")),
        splices: count("splices", 1_000_000)?.unwrap_or(0),
        splice_db: splice_db.unwrap_or_else(|| grades::splice(grade)),
        alphas: alphas(facts, text("attenuation").unwrap_or("cabling"), fiber, [&a, &b]),
        limit,
        reach: reach(&a, &b, module, fiber),
        tight: tight.transpose()?.unwrap_or(2_000_000_000),
        links: count("links", 1_000_000)?.unwrap_or(1),
        spares: count("spares", 100)?.unwrap_or(0),
        base,
        trunk_legs: count("trunkLegs", 1_000)?,
        polarity: request.get("polarity").and_then(Value::as_str).map(str::to_owned),
        pinning: text("pinning").map(str::to_owned),
        parts_open: open("base")
            && open("polarity")
            && open("pinning")
            && conversion.is_none()
            && !in_place.any(),
        in_place,
        conversion,
        lengths,
        a,
        b,
    })
}
