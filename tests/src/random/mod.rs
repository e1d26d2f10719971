//! Random requests from seeds: the same seed is the same request on every machine.
//!
//! Values are drawn from the fact tables, mostly such as go together, some such as do not.
#![allow(
    clippy::float_arithmetic,
    clippy::explicit_auto_deref,
    clippy::cast_precision_loss,
    reason = "lengths of random requests are drawn in tenths"
)]

mod parts;
mod rng;

use serde_json::{Map, Value, json};

use crate::checker::Facts;
use rng::Rng;

/// What may be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wire {
    /// Everything that the wire has.
    Whole,
    /// Without places, counts and legs of parts, far modules, limits by class, spares by kind.
    First,
}

/// What a request is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Parallel,
    Duplex,
    Breakout,
    Modules,
    Conversion,
}

/// The request of a seed.
#[must_use]
pub fn request(facts: &Facts, seed: u64, wire: Wire) -> Value {
    let mut rng = Rng::new(seed);
    let shape = *rng.of(&[
        Shape::Parallel,
        Shape::Parallel,
        Shape::Duplex,
        Shape::Duplex,
        Shape::Breakout,
        Shape::Breakout,
        Shape::Modules,
        Shape::Conversion,
    ]);
    let mut out = Map::new();
    out.insert("schema".into(), json!("fiberlane.request/1"));
    let Some(about) = about(facts, &mut rng, shape, wire, &mut out) else {
        // Nothing of this shape in the tables: the plainest there is.
        out.insert("application".into(), json!("400GBASE-DR4"));
        return Value::Object(out);
    };
    let runs = route(&mut rng, &about, shape, &mut out);
    choices(&mut rng, &about, wire, &mut out);
    if rng.chance(75) {
        let parts = parts::installed(&mut rng, &about, &runs, wire);
        if !parts.is_empty() {
            out.insert("installed".into(), Value::Array(parts));
        }
    }
    Value::Object(out)
}

/// What the parts of a request have to go together with.
pub(crate) struct About {
    pub(crate) single_mode: bool,
    pub(crate) array_at_a: bool,
    pub(crate) array_at_b: bool,
    pub(crate) breaks: bool,
    /// Angled by the application's row.
    pub(crate) angled: bool,
    /// Fibers of one plug.
    pub(crate) fibers: u64,
    pub(crate) fiber: Option<String>,
    pub(crate) topology: Option<&'static str>,
    /// Shortest reach of the rows, in meters.
    reach: u64,
}

/// Application, module and far end.
fn about(
    facts: &Facts,
    rng: &mut Rng,
    shape: Shape,
    wire: Wire,
    out: &mut Map<String, Value>,
) -> Option<About> {
    let array = |mdi: &str| mdi.trim_start_matches("2x").starts_with("MPO-");
    let rows: Vec<_> = facts.pmd.iter().filter(|r| r.reach.is_some()).collect();
    let (row, far) = match shape {
        Shape::Parallel | Shape::Conversion => {
            let all: Vec<_> = rows.iter().filter(|r| array(&r.mdi)).collect();
            (**rng.of(&all), None)
        }
        Shape::Duplex => {
            let all: Vec<_> = rows.iter().filter(|r| !array(&r.mdi)).collect();
            (**rng.of(&all), None)
        }
        Shape::Breakout => {
            let known = |name: &str| rows.iter().find(|r| r.pmd == name).copied();
            let all: Vec<_> = facts
                .breakouts
                .iter()
                .filter(|b| b.supported != "no" || rng.chance(10))
                .filter_map(|b| Some((known(&b.from)?, known(&b.to)?)))
                .collect();
            let (from, to) = *rng.of(&all);
            let from = *rng.of(&rows.iter().filter(|r| r.pmd == from.pmd).collect::<Vec<_>>());
            (*from, Some(to))
        }
        Shape::Modules => {
            let all: Vec<_> = facts
                .modules
                .iter()
                .filter(|m| rows.iter().any(|r| r.pmd == m.application))
                .collect();
            let module = *rng.of(&all);
            let row =
                *rng.of(&rows.iter().filter(|r| r.pmd == module.application).collect::<Vec<_>>());
            out.insert("module".into(), json!(module.id));
            let pairs: Vec<_> = facts
                .breakouts
                .iter()
                .filter(|b| b.from == row.pmd && b.supported != "no")
                .collect();
            let to = if !pairs.is_empty() && rng.chance(60) {
                let pair = *rng.of(&pairs);
                rows.iter().find(|r| r.pmd == pair.to).copied()
            } else {
                None
            };
            if wire == Wire::Whole && rng.chance(60) {
                let name = to.map_or(&row.pmd, |t| &t.pmd);
                let peers: Vec<_> =
                    facts.modules.iter().filter(|m| &m.application == name).collect();
                if !peers.is_empty() {
                    let peer = (*rng.of(&peers)).id.clone();
                    let end = match to {
                        Some(to) => {
                            json!({"kind": "breakout", "application": to.pmd, "module": peer})
                        }
                        None => json!({"kind": "same", "module": peer}),
                    };
                    out.insert("farEnd".into(), end);
                }
            }
            (*row, to)
        }
    };
    if shape != Shape::Modules {
        out.insert("application".into(), json!(row.pmd));
    }
    if wire == Wire::Whole && shape == Shape::Breakout && rng.chance(25) {
        let peers: Vec<_> = facts
            .modules
            .iter()
            .filter(|m| far.is_some_and(|far| m.application == far.pmd))
            .collect();
        if let Some(to) = far.filter(|_| !peers.is_empty()) {
            let peer = &(*rng.of(&peers)).id;
            let end = json!({"kind": "breakout", "application": to.pmd, "module": peer});
            out.insert("farEnd".into(), end);
        }
    }
    if let Some(to) = far {
        out.entry("farEnd").or_insert(json!({"kind": "breakout", "application": to.pmd}));
    }
    let single_mode = row.mode == "SMF";
    let reach = [Some(row), far].into_iter().flatten().filter_map(|r| r.reach).min()?;
    Some(About {
        single_mode,
        array_at_a: array(&row.mdi),
        array_at_b: array(&far.unwrap_or(row).mdi),
        breaks: far.is_some(),
        angled: row.end_face == "APC" && array(&row.mdi),
        fibers: if row.mdi.starts_with("2x") { row.fibers / 2 } else { row.fibers },
        fiber: None,
        topology: None,
        reach: u64::try_from(reach / 10_000).unwrap_or(100),
    })
    .map(|mut about| {
        if rng.chance(80) {
            let fiber = if rng.chance(95) { row.fiber.clone() } else { "OM3".to_owned() };
            out.insert("fiber".into(), json!(fiber));
            about.fiber = Some(fiber);
        }
        about.topology = topology(rng, &about, shape);
        about
    })
}

fn topology(rng: &mut Rng, about: &About, shape: Shape) -> Option<&'static str> {
    if shape == Shape::Conversion {
        return Some("interconnect");
    }
    if rng.chance(20) {
        return None;
    }
    let fitting: &[&'static str] = match (about.array_at_a, about.array_at_b, about.breaks) {
        (true, true, false) => &["direct", "interconnect", "interconnect", "cross-connect"],
        (true, true, true) => {
            &["direct", "interconnect", "cross-connect", "breakout-harness", "breakout-harness"]
        }
        (true, false, _) => &["breakout-cassette", "breakout-cassette", "breakout-harness"],
        _ => &["direct", "cassette-to-cassette", "cassette-to-cassette", "cassette-to-cassette"],
    };
    Some(*rng.of(fitting))
}

/// Topology and lengths; the answer is the length of each run that is named.
fn route(rng: &mut Rng, about: &About, shape: Shape, out: &mut Map<String, Value>) -> Vec<f64> {
    if let Some(topology) = about.topology {
        out.insert("topology".into(), json!(topology));
    }
    if shape == Shape::Conversion {
        let kinds = ["2x12-3x8", "24-3x8", "24-2x12", "16-2x8"];
        // What is wider than a front is refused by a finding, which proves little.
        if about.fibers <= 8 || rng.chance(15) {
            out.insert("conversion".into(), json!(rng.of(&kinds)));
        }
    }
    let room = [about.reach.min(3000), about.reach.min(120), about.reach.min(60) / 2, 20, 20];
    let most = *rng.of(&room);
    // Tenths of a meter, so that sums are not round.
    let mut meters =
        |least: u64, most: u64| rng.between(least * 10, most.max(least) * 10) as f64 / 10.0;
    let (a, b) = (meters(1, 10), meters(1, 10));
    let cross = [meters(1, 5), meters(1, 5)];
    let runs: Vec<f64> = (0..3).map(|_| meters(5, most)).collect();
    if rng.chance(10) {
        return Vec::new();
    }
    let topology = about.topology.unwrap_or("");
    let count = match topology {
        "direct" => 0,
        "cross-connect" => 2,
        "breakout-cassette" => 1,
        "breakout-harness" => usize::from(rng.chance(70)),
        "" => usize::from(rng.chance(80)),
        _ => 1 + usize::try_from(rng.below(10)).unwrap_or(0) / 5 + usize::from(rng.chance(10)),
    };
    let trunks: Vec<f64> = runs.into_iter().take(count).collect();
    let mut lengths = Map::new();
    lengths.insert("cordA".into(), json!(a));
    if !trunks.is_empty() {
        lengths.insert("trunks".into(), json!(trunks));
        lengths.insert("cordB".into(), json!(b));
    }
    match topology {
        "cross-connect" => {
            lengths.insert("cross".into(), json!([cross[0]]));
        }
        "cassette-to-cassette" if rng.chance(25) => {
            let n = 1 + usize::from(rng.chance(50));
            lengths.insert("cross".into(), json!(cross[..n]));
        }
        _ => {}
    }
    out.insert("lengths".into(), Value::Object(lengths));
    trunks
}

/// Everything else that may be fixed.
fn choices(rng: &mut Rng, about: &About, wire: Wire, out: &mut Map<String, Value>) {
    let mut set = |name: &str, value: Value| {
        out.insert(name.to_owned(), value);
    };
    if rng.chance(75) {
        let grades = ["standard", "low-loss", "low-loss", "low-loss", "low-loss", "tia-limit"];
        set("grade", json!(rng.of(&grades)));
    }
    if rng.chance(20) && !about.array_at_a {
        set("lcGrade", json!(rng.of(&["standard", "low-loss", "tia-limit"])));
    }
    if rng.chance(70) {
        let most = if rng.chance(20) { 900 } else { 40 };
        set("links", json!(rng.between(1, most)));
    }
    if rng.chance(15) {
        let base = *rng.of(&[8, 12, 16, 24]);
        if about.fibers <= 8 && base <= 12 || about.fibers == 16 && base == 16 {
            set("base", json!(base));
        }
    }
    if rng.chance(15) && about.fibers <= 16 {
        set("polarity", json!(rng.of(&["A", "B", "C", "U1", "U2"])));
    }
    if rng.chance(30) {
        set("pinning", json!(rng.of(&["pinned-trunk", "pinned-module"])));
    }
    if rng.chance(10) {
        set("attenuation", json!("clause"));
    }
    if rng.chance(10) {
        set("splices", json!(rng.between(0, 4)));
    }
    if rng.chance(10) {
        set("tightBelowDb", json!(rng.between(0, 10) as f64 / 10.0));
    }
    if rng.chance(15) {
        set("trunkLegs", json!(rng.of(&[1, 2, 3, 4, 6, 8, 12])));
    }
    if rng.chance(20) {
        set("spares", json!(rng.between(0, 20)));
    }
    if wire == Wire::First {
        return;
    }
    if rng.chance(20) {
        set("limit", json!(rng.of(&["own-class", "class-met"])));
    }
    if rng.chance(15) {
        let mut by_kind = Map::new();
        for kind in ["cord", "trunk", "harness", "cassette"] {
            if rng.chance(50) {
                by_kind.insert(kind.into(), json!(rng.between(0, 12)));
            }
        }
        set("spares", Value::Object(by_kind));
    }
    if rng.chance(15) {
        set("priority", json!(rng.of(&["cost", "margin", "density", "growth"])));
    }
    if rng.chance(5) {
        set("spliceLossDb", json!(rng.between(0, 30) as f64 / 100.0));
    }
}
