//! Parts in place of a random request: any of their kinds, at any of their places.

use serde_json::{Map, Value, json};

use super::rng::Rng;
use super::{About, Wire};

/// Entries of `installed`, at most one for each place.
pub(crate) fn installed(rng: &mut Rng, about: &About, runs: &[f64], wire: Wire) -> Vec<Value> {
    let mut found = Vec::new();
    let alike = &Alike::new(rng, about);
    let has_cassettes = !about.array_at_a || !about.array_at_b;
    let odd = rng.chance(4);
    let kinds: &[(&str, u64)] = &[
        ("trunk", if about.topology == Some("direct") { 15 } else { 75 }),
        ("adapterPanel", if about.array_at_a || runs.len() > 1 { 35 } else { 3 }),
        ("cassette", if has_cassettes || odd { 50 } else { 2 }),
    ];
    for (kind, chance) in kinds {
        if !rng.chance(*chance) {
            continue;
        }
        let places = places(kind, about, runs.len());
        let spread = wire == Wire::Whole && !places.is_empty() && rng.chance(50);
        if !spread {
            found.push(part(rng, (kind, None), (about, alike), (runs, wire)));
            continue;
        }
        let some: Vec<&Value> = places.iter().filter(|_| rng.chance(60)).collect();
        for at in some {
            found.push(part(rng, (kind, Some(at)), (about, alike), (runs, wire)));
        }
        // What has no place of its own lies everywhere else.
        if rng.chance(15) && found.iter().filter(|p| p["kind"] == **kind).count() < places.len() {
            found.push(part(rng, (kind, None), (about, alike), (runs, wire)));
        }
    }
    found
}

/// Runs, ends and joints of a route that is fixed.
fn places(kind: &str, about: &About, runs: usize) -> Vec<Value> {
    let joints = (1..runs).map(|i| json!(format!("{i}-{}", i + 1)));
    match (kind, about.topology) {
        ("trunk", Some("interconnect" | "cassette-to-cassette" | "cross-connect")) => {
            (1..=runs).map(|run| json!(run)).collect()
        }
        ("adapterPanel", Some("interconnect")) => {
            [json!("A")].into_iter().chain(joints).chain([json!("B")]).collect()
        }
        ("adapterPanel", Some("cross-connect")) => vec![json!("A"), json!("1-2"), json!("B")],
        ("adapterPanel", Some("cassette-to-cassette")) => joints.collect(),
        ("cassette", Some("cassette-to-cassette")) => vec![json!("A"), json!("B")],
        ("cassette", Some("breakout-cassette")) => vec![json!("B")],
        _ => Vec::new(),
    }
}

/// What most parts of one plant have in common.
struct Alike {
    connector: &'static str,
    fiber: &'static str,
    /// Trunks pinned, cassettes unpinned; or the other way round.
    pinned_trunks: bool,
    letter: &'static str,
    method: &'static str,
    key: &'static str,
}

impl Alike {
    fn new(rng: &mut Rng, about: &About) -> Self {
        let flat = [("B", "B", "aligned"), ("B", "U2", "aligned"), ("A", "A", "opposed")];
        let both = [("B", "U1", "opposed"), ("B", "U1", "opposed"), ("C", "C", "opposed")];
        let recipes: Vec<_> =
            both.iter().chain(flat.iter().filter(|_| !about.single_mode)).collect();
        let (letter, method, key) = **rng.of(&recipes);
        let pinned_trunks = rng.chance(75);
        Self {
            connector: connector(rng, about),
            fiber: fiber(rng, about),
            pinned_trunks,
            letter,
            method,
            key,
        }
    }
}

fn part(
    rng: &mut Rng,
    (kind, at): (&str, Option<&Value>),
    (about, alike): (&About, &Alike),
    (runs, wire): (&[f64], Wire),
) -> Value {
    let mut out = Map::new();
    out.insert("kind".into(), json!(kind));
    if let Some(at) = at {
        out.insert("at".into(), at.clone());
    }
    // All of it is said, some of it, or little.
    let said = *rng.of(&[100, 60, 25]);
    let mut say = |rng: &mut Rng, name: &str, value: Value| {
        if rng.chance(said) {
            out.insert(name.to_owned(), value);
        }
    };
    // Three of four parts are as the others are.
    let usual = rng.chance(75);
    let connector = if usual { alike.connector } else { connector(rng, about) };
    say(rng, "connector", json!(connector));
    if kind == "adapterPanel" {
        let key = if usual { alike.key } else { *rng.of(&["opposed", "aligned"]) };
        say(rng, "key", json!(key));
        counted(rng, wire, &["count"], &mut out);
        return Value::Object(out);
    }
    let fiber = if usual { alike.fiber } else { fiber(rng, about) };
    say(rng, "fiber", json!(fiber));
    let angled = about.angled || (about.single_mode && !about.array_at_a);
    let expected = if angled { "angled" } else { "flat" };
    let face = if rng.chance(85) { expected } else { *rng.of(&["flat", "angled"]) };
    say(rng, "endFace", json!(face));
    let grade = if rng.chance(6) {
        *rng.of(&[
            "mtp-elite-mm-pc",
            "mtp-elite-sm-apc",
            "mpo-16-low-loss-sm-apc",
            "mpo-low-loss-mm-apc",
        ])
    } else {
        *rng.of(&["standard", "low-loss", "low-loss", "tia-limit"])
    };
    say(rng, "grade", json!(grade));
    let wide = connector == "MPO-24";
    let letter = if wide {
        *rng.of(&["24-a-geometric", "24-b-geometric", "24-c"])
    } else {
        let any = *rng.of(&["A", "B", "B", "C"]);
        if usual { alike.letter } else { any }
    };
    if kind == "trunk" {
        let pins = match rng.below(10) {
            0 => json!(["pinned", "unpinned"]),
            1 => json!(["unpinned", "pinned"]),
            2 => json!("unpinned"),
            3 => json!("pinned"),
            _ if alike.pinned_trunks => json!("pinned"),
            _ => json!("unpinned"),
        };
        say(rng, "pins", pins);
        let positions: Vec<u64> = match connector {
            "MPO-8" => (1..=4).chain(9..=12).collect(),
            "MPO-12" => (1..=12).collect(),
            "MPO-16" => (1..=16).collect(),
            _ => Vec::new(),
        };
        if rng.chance(6) && !positions.is_empty() {
            // Measured: a letter's map, or one that is none.
            let n = positions.len();
            let turn = if rng.chance(60) { 0 } else { usize::try_from(rng.below(4)).unwrap_or(0) };
            let straight = rng.chance(50);
            let to = |i: usize| if straight { (i + turn) % n } else { (2 * n - 1 - i + turn) % n };
            let pairs: Vec<Value> =
                (0..n).map(|i| json!([positions[i], positions[to(i)]])).collect();
            out.insert("connector".into(), json!(connector));
            out.insert("map".into(), json!(pairs));
        } else if wide || connector != "MPO-32" {
            let mut say = |rng: &mut Rng, name: &str, value: Value| {
                if rng.chance(said) {
                    out.insert(name.to_owned(), value);
                }
            };
            say(rng, "polarity", json!(letter));
        }
        let own = rng.between(50, 900) as f64 / 10.0;
        let length = if runs.is_empty() || rng.chance(15) { own } else { *rng.of(runs) };
        if rng.chance(said / 2) {
            out.insert("lengthM".into(), json!(length));
        }
        counted(rng, wire, &["count", "legs"], &mut out);
    } else {
        let odd = rng.chance(10);
        let pins = if alike.pinned_trunks == odd { "pinned" } else { "unpinned" };
        say(rng, "pins", json!(pins));
        let key = if rng.chance(75) { "opposed" } else { "aligned" };
        say(rng, "key", json!(if usual { alike.key } else { key }));
        let method = *rng.of(&["A", "B", "C", "U1", "U1", "U2"]);
        let method = if usual { alike.method } else { method };
        if !wide {
            say(rng, "polarity", json!(method));
        }
        if wire == Wire::Whole && rng.chance(15) {
            out.insert("lcGrade".into(), json!(rng.of(&["standard", "low-loss"])));
        }
        counted(rng, wire, &["count"], &mut out);
    }
    Value::Object(out)
}

fn counted(rng: &mut Rng, wire: Wire, names: &[&str], out: &mut Map<String, Value>) {
    for name in names {
        if wire == Wire::Whole && rng.chance(12) {
            let most = if *name == "legs" { 12 } else { 8 };
            out.insert((*name).to_owned(), json!(rng.between(1, most)));
        }
    }
}

/// Mostly one that mates with the plugs.
fn connector(rng: &mut Rng, about: &About) -> &'static str {
    if rng.chance(5) {
        return *rng.of(&["MPO-8", "MPO-12", "MPO-16", "MPO-24"]);
    }
    match about.fibers {
        _ if !about.array_at_a => *rng.of(&["MPO-8", "MPO-12", "MPO-12", "MPO-16"]),
        20 => "MPO-24",
        32 => "MPO-32",
        16 => "MPO-16",
        _ => *rng.of(&["MPO-8", "MPO-12"]),
    }
}

/// Mostly of the mode, and often of the class, that the request names.
fn fiber(rng: &mut Rng, about: &About) -> &'static str {
    if rng.chance(3) {
        return *rng.of(&["OM3", "OM4", "OM5", "OS2"]);
    }
    if about.single_mode { "OS2" } else { *rng.of(&["OM3", "OM4", "OM4", "OM5"]) }
}
