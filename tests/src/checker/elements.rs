//! Elements of the channel: ends, ports and maps.

use super::json::{At, METERS};
use super::wire::{Element, End, Map, Spot};

const KINDS: [&str; 8] =
    ["transceiver", "cord", "adapter", "trunk", "cassette", "conversion", "harness", "splice"];

/// Reads one element.
pub(crate) fn element(index: usize, at: &At<'_>, out: &mut Vec<String>) -> Element {
    let text = |name: &str, out: &mut Vec<String>| {
        at.maybe(name).and_then(|v| v.text(out)).map(str::to_owned)
    };
    let kind = at.field("kind", out).and_then(|k| k.one_of(&KINDS, out)).unwrap_or("");
    let key = at.maybe("key").and_then(|k| k.one_of(&["opposed", "aligned"], out));
    let mut ends = [None, None];
    if kind != "splice"
        && let Some(list) = at.field("ends", out)
    {
        let items = list.list(out);
        if items.len() != 2 {
            out.push(format!("{} has {} ends, not two", list.path, items.len()));
        }
        for (slot, item) in ends.iter_mut().zip(&items) {
            *slot = if item.value.is_null() { None } else { end(item, out) };
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
        in_place: at.maybe("inPlace").and_then(|f| f.flag(out)).unwrap_or(false),
        map: at.maybe("map").and_then(|m| map(&m, out)).filter(|m| !m.is_empty()),
    }
}

fn ports(at: &At<'_>, out: &mut Vec<String>) -> Vec<Option<End>> {
    let written = |item: &At<'_>| item.value.get("connector").is_some();
    let items = at.list(out);
    items.iter().map(|i| if written(i) { end(i, out) } else { None }).collect()
}

fn end(at: &At<'_>, out: &mut Vec<String>) -> Option<End> {
    let pins = at.field("pins", out)?.one_of(&["pinned", "unpinned", "none"], out)?;
    let face = at.field("endFace", out)?.one_of(&["flat", "angled", "none"], out)?;
    let connector = at.field("connector", out)?.text(out)?;
    Some(End { connector: connector.into(), pins: pins.into(), end_face: face.into() })
}

/// A position: a number, or an object with port and position; both count from 1.
pub(crate) fn spot(at: &At<'_>, out: &mut Vec<String>) -> Option<Spot> {
    if at.value.is_object() {
        let port = match at.maybe("port") {
            Some(port) => Some(from_one(&port, out)?),
            None => None,
        };
        return Some(Spot { port, position: from_one(&at.field("position", out)?, out)? });
    }
    Some(Spot { port: None, position: from_one(at, out)? })
}

/// A port, position or lane.
pub(crate) fn from_one(at: &At<'_>, out: &mut Vec<String>) -> Option<u64> {
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
