//! Parts already in place: what `installed` says of each, and where on the route it lies.

use std::collections::BTreeSet;

use serde_json::Value;

use super::lengths::meters;
use super::topology::Route;

/// One part in place; what the request leaves out is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Placed {
    /// `trunk`, `adapterPanel` or `cassette`.
    pub(crate) kind: String,
    /// The run, end or joint as text: `1`, `A`, `1-2`.
    pub(crate) at: Option<String>,
    /// `MPO-8` to `MPO-32`.
    pub(crate) connector: Option<String>,
    pub(crate) fiber: Option<String>,
    pub(crate) face: Option<String>,
    /// Toward A and toward B; of a cassette that of its rear, twice once it has an end.
    pub(crate) pins: Option<[String; 2]>,
    /// A type, a map id, or the method of a cassette.
    pub(crate) polarity: Option<String>,
    pub(crate) grade: Option<String>,
    /// Of the front of a cassette.
    pub(crate) lc_grade: Option<String>,
    /// Length in steps of 0.1 mm.
    pub(crate) length: Option<i128>,
    pub(crate) key: Option<String>,
    /// Measured pairs of positions.
    pub(crate) map: Option<BTreeSet<(u64, u64)>>,
    /// How many lie there, and legs of each trunk.
    pub(crate) count: Option<u64>,
    pub(crate) legs: Option<u64>,
}

impl Placed {
    /// Fibers of one connector.
    pub(crate) fn base(&self) -> Option<u64> {
        let connector = self.connector.as_deref()?;
        connector.strip_prefix("MPO-")?.parse().ok().filter(|n| (1..=64).contains(n))
    }

    /// Whether its map or key is a fact that may call for other letters than a method's.
    fn decides_method(&self) -> bool {
        self.polarity.is_some() || self.map.is_some() || self.key.is_some()
    }
}

/// All parts in place, each at its place in channel order.
#[derive(Clone, Debug, Default)]
pub(crate) struct InPlace {
    /// One slot for each run.
    pub(crate) trunks: Vec<Option<Placed>>,
    /// One slot for each panel of array adapters.
    pub(crate) panels: Vec<Option<Placed>>,
    /// At A and at B.
    pub(crate) cassettes: [Option<Placed>; 2],
    /// Kinds of the entries for which the route has no place.
    pub(crate) without: Vec<String>,
    /// Whether a trunk's own length is not the one that the request names for its run.
    pub(crate) moved: bool,
    /// Whether two entries claim one place.
    pub(crate) doubled: bool,
}

impl InPlace {
    /// Every part that has a place.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Placed> {
        let ends = self.trunks.iter().chain(&self.panels).chain(&self.cassettes);
        ends.flatten()
    }

    pub(crate) fn any(&self) -> bool {
        self.all().next().is_some()
    }

    /// Whether maps or keys in place leave less than the method's own choice of parts.
    pub(crate) fn decides_method(&self) -> bool {
        self.all().any(Placed::decides_method)
    }

    /// Whether pins in place leave less than the scheme's own choice of pins.
    pub(crate) fn decides_pins(&self) -> bool {
        self.all().any(|p| p.pins.is_some())
    }

    /// Whether fewer lie there than the links may need.
    pub(crate) fn is_counted(&self) -> bool {
        self.all().any(|p| p.count.is_some() || p.legs.is_some())
    }
}

/// Reads `installed` of the request; entries of other kinds are not the checker's to refuse.
pub(crate) fn read(request: &Value) -> Vec<Placed> {
    let list = request.get("installed").and_then(Value::as_array);
    list.into_iter().flatten().map(placed).collect()
}

/// Gives every part its place on a route.
pub(crate) fn place(entries: &[Placed], route: &Route) -> InPlace {
    let mut found = InPlace {
        trunks: vec![None; route.runs.len()],
        panels: vec![None; route.panels.len()],
        ..InPlace::default()
    };
    // An entry with a place of its own goes before one without.
    let (named, open): (Vec<&Placed>, Vec<&Placed>) = entries.iter().partition(|e| e.at.is_some());
    for (entry, is_named) in
        named.into_iter().map(|e| (e, true)).chain(open.into_iter().map(|e| (e, false)))
    {
        found.take(entry, is_named, route);
    }
    for (slot, wanted) in found.trunks.iter().zip(&route.runs) {
        let own = slot.as_ref().and_then(|t| t.length);
        found.moved |= own.zip(*wanted).is_some_and(|(own, wanted)| own != wanted);
    }
    found
}

impl InPlace {
    fn take(&mut self, entry: &Placed, is_named: bool, route: &Route) {
        let at = entry.at.as_deref();
        let is_free = |slot: &Option<Placed>| slot.is_none();
        let slots: Vec<usize> = match entry.kind.as_str() {
            "trunk" => match at {
                Some(run) => run
                    .parse()
                    .ok()
                    .filter(|n| (1..=route.runs.len()).contains(n))
                    .map(|n: usize| n - 1)
                    .into_iter()
                    .collect(),
                None => {
                    let free: Vec<usize> =
                        (0..route.runs.len()).filter(|i| is_free(&self.trunks[*i])).collect();
                    runs_of(entry, route, free)
                }
            },
            "adapterPanel" => {
                let all = 0..route.panels.len();
                all.filter(|i| match at {
                    Some(at) => route.panels[*i] == at,
                    None => is_free(&self.panels[*i]),
                })
                .collect()
            }
            "cassette" => {
                let all = (0..2).filter(|i| route.cassettes[*i]);
                all.filter(|i| match at {
                    Some(at) => ["A", "B"][*i] == at,
                    None => is_free(&self.cassettes[*i]),
                })
                .collect()
            }
            _ => Vec::new(),
        };
        // A pair of pins speaks of both ends, of which the route may have one alone.
        let pair = entry.pins.as_ref().is_some_and(|[a, b]| a != b);
        let half = entry.kind == "cassette" && at.is_none() && pair && slots.len() == 1;
        if slots.is_empty() || (half && route.cassettes[0] != route.cassettes[1]) {
            self.without.push(entry.kind.clone());
        }
        for i in slots {
            let mut own = entry.clone();
            if entry.kind == "cassette"
                && let Some(pins) = &entry.pins
            {
                own.pins = Some([pins[i].clone(), pins[i].clone()]);
            }
            let slot = match entry.kind.as_str() {
                "trunk" => &mut self.trunks[i],
                "adapterPanel" => &mut self.panels[i],
                _ => &mut self.cassettes[i],
            };
            self.doubled |= slot.is_some() && (is_named || entry.kind == "trunk");
            slot.get_or_insert(own);
        }
    }
}

/// The runs in which a trunk lies that names none.
fn runs_of(entry: &Placed, route: &Route, free: Vec<usize>) -> Vec<usize> {
    let Some(length) = entry.length else { return free };
    if route.runs.iter().all(Option::is_none) {
        return free;
    }
    // A run that is not named is nobody's wish, and fits last.
    let off = |i: &usize| route.runs[*i].map_or(i128::MAX, |wanted| (wanted - length).abs());
    let Some(least) = free.iter().map(off).min() else { return Vec::new() };
    let nearest = free.into_iter().filter(|i| off(i) == least);
    // Where none is as long, it is the one that is nearest, and a finding says so.
    if least == 0 { nearest.collect() } else { nearest.take(1).collect() }
}

fn placed(entry: &Value) -> Placed {
    let text = |name: &str| entry.get(name).and_then(Value::as_str).map(str::to_owned);
    let length = entry.get("lengthM").filter(|v| !v.is_null());
    let count = |name: &str| entry.get(name).and_then(Value::as_u64);
    Placed {
        kind: text("kind").unwrap_or_default(),
        at: text("at").or_else(|| count("at").map(|run| run.to_string())),
        connector: text("connector"),
        fiber: text("fiber"),
        face: text("endFace"),
        pins: entry.get("pins").and_then(pins),
        polarity: text("polarity"),
        grade: text("grade"),
        lc_grade: text("lcGrade"),
        length: length.and_then(|v| meters(v, "installed").ok()),
        key: text("key"),
        map: entry.get("map").and_then(map),
        count: count("count"),
        legs: count("legs"),
    }
}

/// One word for both ends, or a word for each.
fn pins(value: &Value) -> Option<[String; 2]> {
    if let Some(word) = value.as_str() {
        return Some([word.to_owned(), word.to_owned()]);
    }
    let words: Vec<&str> = value.as_array()?.iter().filter_map(Value::as_str).collect();
    match words.as_slice() {
        [a, b] => Some([(*a).to_owned(), (*b).to_owned()]),
        _ => None,
    }
}

fn map(value: &Value) -> Option<BTreeSet<(u64, u64)>> {
    let pair = |p: &Value| Some((p.get(0)?.as_u64()?, p.get(1)?.as_u64()?));
    value.as_array()?.iter().map(pair).collect()
}
