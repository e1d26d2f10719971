//! The recommended design: every field of the wire with its type and its enumerated values.

use serde_json::Value;

use super::document::VERDICTS;
use super::json::{At, DB, METERS};
use super::wire::{Design, Element, End, Lane, Map, Spot, Term};

const KINDS: [&str; 8] = [
    "transceiver",
    "cord",
    "adapter",
    "trunk",
    "cassette",
    "conversion",
    "harness",
    "splice",
];

/// Polarity has its own words; a warning is one that lanes may be exchanged or ports reversed.
const POLARITY: [&str; 5] = ["pass", "tight", "warning", "fail", "not-checked"];

/// Reads the recommended design; `None` when it is null or no object.
pub(crate) fn design(plan: &Value, out: &mut Vec<String>) -> Option<Design> {
    let root = At::new(plan, "plan");
    let at = root.maybe("recommended")?;
    let channel = at.field("channel", out)?.list(out);
    let channel = channel
        .iter()
        .enumerate()
        .map(|(i, e)| element(i, e, out))
        .collect();
    let loss = at.field("loss", out);
    let terms = loss
        .as_ref()
        .and_then(|l| l.field("terms", out))
        .map(|t| t.list(out));
    let terms = terms
        .unwrap_or_default()
        .iter()
        .filter_map(|t| term(t, out))
        .collect();
    let db = |name: &str, out: &mut Vec<String>| {
        let field = loss.as_ref().and_then(|l| l.nullable(name, out));
        field.and_then(|f| f.number(DB, out))
    };
    let (worst, limit, margin) = (
        db("worstCaseDb", out),
        db("limitDb", out),
        db("marginDb", out),
    );
    if let Some(loss) = &loss {
        loss.nullable("statistical", out);
    }
    let reach = at.field("reach", out);
    let meters = |name: &str, out: &mut Vec<String>| {
        let field = reach.as_ref().and_then(|r| r.nullable(name, out));
        field.and_then(|f| f.number(METERS, out))
    };
    let (reach_length, reach_limit) = (meters("lengthM", out), meters("limitM", out));
    if let Some(reach) = &reach {
        reach.nullable("basis", out);
    }
    let verdict = |place: Option<&At<'_>>, out: &mut Vec<String>| {
        let field = place?.field("verdict", out)?;
        field.one_of(&VERDICTS, out).map(str::to_owned)
    };
    let polarity = at.field("polarity", out);
    let reach_verdict = verdict(reach.as_ref(), out);
    let polarity_verdict = polarity.as_ref().and_then(|p| p.field("verdict", out));
    let lanes = polarity
        .as_ref()
        .and_then(|p| p.field("lanes", out))
        .map(|l| l.list(out));
    Some(Design {
        channel,
        terms,
        worst,
        limit,
        margin,
        reach_length,
        reach_limit,
        reach_verdict,
        method: polarity
            .as_ref()
            .and_then(|p| Some(p.nullable("method", out)?.text(out)?.into())),
        polarity_verdict: polarity_verdict
            .and_then(|v| v.one_of(&POLARITY, out).map(str::to_owned)),
        lanes: lanes
            .unwrap_or_default()
            .iter()
            .filter_map(|l| lane(l, out))
            .collect(),
        bom: super::order::read(&at, out),
    })
}

fn element(index: usize, at: &At<'_>, out: &mut Vec<String>) -> Element {
    let text = |name: &str, out: &mut Vec<String>| {
        at.maybe(name).and_then(|v| v.text(out)).map(str::to_owned)
    };
    let kind = at
        .field("kind", out)
        .and_then(|k| k.one_of(&KINDS, out))
        .unwrap_or("");
    let key = at
        .maybe("key")
        .and_then(|k| k.one_of(&["opposed", "aligned"], out));
    let mut ends = [None, None];
    if kind != "splice"
        && let Some(list) = at.field("ends", out)
    {
        let items = list.list(out);
        if items.len() != 2 {
            out.push(format!("{} has {} ends, not two", list.path, items.len()));
        }
        for (slot, item) in ends.iter_mut().zip(&items) {
            *slot = if item.value.is_null() {
                None
            } else {
                end(item, out)
            };
        }
    }
    Element {
        at: index,
        kind: kind.to_owned(),
        part: text("part", out),
        length: at.maybe("lengthM").and_then(|l| l.number(METERS, out)),
        polarity: text("polarity", out),
        key: key.map(str::to_owned),
        ends,
        ports: at.maybe("ports").map(|p| ports(&p, out)),
        map: at
            .maybe("map")
            .and_then(|m| map(&m, out))
            .filter(|m| !m.is_empty()),
    }
}

fn ports(at: &At<'_>, out: &mut Vec<String>) -> Vec<Option<End>> {
    let written = |item: &At<'_>| item.value.get("connector").is_some();
    let items = at.list(out);
    items
        .iter()
        .map(|i| if written(i) { end(i, out) } else { None })
        .collect()
}

fn end(at: &At<'_>, out: &mut Vec<String>) -> Option<End> {
    let pins = at
        .field("pins", out)?
        .one_of(&["pinned", "unpinned", "none"], out)?;
    let face = at
        .field("endFace", out)?
        .one_of(&["flat", "angled", "none"], out)?;
    let connector = at.field("connector", out)?.text(out)?;
    Some(End {
        connector: connector.into(),
        pins: pins.into(),
        end_face: face.into(),
    })
}

/// A position: a number, or an object with port and position; both count from 1.
fn spot(at: &At<'_>, out: &mut Vec<String>) -> Option<Spot> {
    if at.value.is_object() {
        let port = match at.maybe("port") {
            Some(port) => Some(from_one(&port, out)?),
            None => None,
        };
        return Some(Spot {
            port,
            position: from_one(&at.field("position", out)?, out)?,
        });
    }
    Some(Spot {
        port: None,
        position: from_one(at, out)?,
    })
}

fn from_one(at: &At<'_>, out: &mut Vec<String>) -> Option<u64> {
    let count = at.count(out)?;
    if count == 0 || count > 1000 {
        out.push(format!("{} is {count}, out of range", at.path));
        return None;
    }
    Some(count)
}

fn map(at: &At<'_>, out: &mut Vec<String>) -> Option<Map> {
    let mut pairs = Map::new();
    for pair in at.list(out) {
        let sides = pair.list(out);
        let [a, b] = sides.as_slice() else {
            out.push(format!("{} is not a pair of positions", pair.path));
            return None;
        };
        pairs.push((spot(a, out)?, spot(b, out)?));
    }
    Some(pairs)
}

fn term(at: &At<'_>, out: &mut Vec<String>) -> Option<Term> {
    let kinds = ["matedPair", "fiber", "splice", "cassette"];
    let kind = at.field("kind", out)?.one_of(&kinds, out)?.to_owned();
    let index = at.field("at", out)?.count(out)?;
    at.nullable("source", out);
    Some(Term {
        kind,
        at: usize::try_from(index).unwrap_or(usize::MAX),
        length: at.maybe("lengthM").and_then(|l| l.number(METERS, out)),
        db: at.field("db", out)?.number(DB, out)?,
        typical: at.maybe("typicalDb").and_then(|l| l.number(DB, out)),
    })
}

fn lane(at: &At<'_>, out: &mut Vec<String>) -> Option<Lane> {
    let path = at.field("path", out)?.list(out);
    let way = at.field("direction", out)?.one_of(&["AtoB", "BtoA"], out)?;
    let mut place = |name: &str| {
        let field = at.field(name, out)?;
        field.field("port", out);
        spot(&field, out)
    };
    let (from, to) = (place("from")?, place("to")?);
    Some(Lane {
        lane: from_one(&at.field("lane", out)?, out)?,
        a_to_b: way == "AtoB",
        from,
        to,
        path: path.iter().filter_map(|p| spot(p, out)).collect(),
        ok: at.field("ok", out)?.flag(out)?,
    })
}
