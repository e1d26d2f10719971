//! Counts: `512 links`, `32 x 16`, `32 switches x 16 ports`, `512 ×`, `4 x 25G`.

use super::amount::{count, whole};
use super::atoms::Typed;
use super::designation::{doubled, speed};
use super::uncovered;
use super::word::{Meaning, Other};

const LINKS: [&str; 22] = [
    "link",
    "links",
    "channel",
    "channels",
    "connection",
    "connections",
    "verbindung",
    "verbindungen",
    "strecken",
    "liaison",
    "liaisons",
    "lien",
    "liens",
    "enlace",
    "enlaces",
    "conexiones",
    "pcs",
    "stück",
    "qty",
    "リンク",
    "链路",
    "条",
];
const PORTS: [&str; 8] =
    ["port", "ports", "puerto", "puertos", "端口", "ポート", "optics", "transceivers"];
const EACH: [&str; 4] = ["each", "je", "chacun", "apiece"];

/// A count that begins here, what it says, and the atom behind it.
pub(super) fn read(
    decimal: char,
    typed: &Typed,
    at: usize,
    known: &dyn Fn(&str) -> bool,
) -> Option<(usize, Meaning)> {
    let word = typed.text(at);
    if let Some(hit) = times(decimal, typed, at, known) {
        return Some(hit);
    }
    if LINKS.contains(&word) {
        return Some((at + 2, Meaning::Links(whole(decimal, typed.text(at + 1))?)));
    }
    // "x 512", and "x512".
    let behind = word.strip_prefix('x').unwrap_or("-");
    if behind.is_empty() || whole(decimal, behind).is_some() {
        let next = at + 1 + usize::from(behind.is_empty());
        let number = if behind.is_empty() {
            whole(decimal, typed.text(at + 1))
        } else {
            whole(decimal, behind)
        };
        let Some(number) = number.filter(|_| speed(typed.text(next - 1)).is_none()) else {
            return behind.is_empty().then_some((at + 1, Meaning::Filler));
        };
        return Some(noun(typed, next, number).unwrap_or((next, Meaning::Links(number))));
    }
    let (number, rest) =
        whole(decimal, word).map_or_else(|| count(decimal, word), |number| Some((number, "")))?;
    match rest {
        "" => noun(typed, at + 1, number).or(Some((at + 1, Meaning::Bare(number)))),
        "x" => Some((at + 1, Meaning::Links(number))),
        rest if LINKS.contains(&rest) => Some((at + 1, Meaning::Links(number))),
        _ => None,
    }
}

/// What is counted, where a word says so.
fn noun(typed: &Typed, at: usize, number: u32) -> Option<(usize, Meaning)> {
    let word = typed.text(at);
    let each = usize::from(EACH.contains(&typed.text(at + 1)));
    if LINKS.contains(&word) {
        return Some((at + 1, Meaning::Links(number)));
    }
    if PORTS.contains(&word) {
        return Some((at + 1 + each, Meaning::Ports(number)));
    }
    // "Eight switch ports".
    if word == "switch" && PORTS.contains(&typed.text(at + 1)) {
        return Some((at + 2, Meaning::Ports(number)));
    }
    let devices = matches!(uncovered::kind(word), Some(Other::Switch | Other::Server));
    devices.then_some((at + 1, Meaning::Devices(number)))
}

/// `count` times something: `32x16`, `4 x 25G`, `512 × DR4`.
fn times(
    decimal: char,
    typed: &Typed,
    at: usize,
    known: &dyn Fn(&str) -> bool,
) -> Option<(usize, Meaning)> {
    let (number, rest) = whole(decimal, typed.text(at))
        .map_or_else(|| count(decimal, typed.text(at)), |number| Some((number, "")))?;
    // "2FR4" is "2xFR4"; "2xDR4" is no "2 XDR4".
    if number == 2 && !rest.starts_with('x') && doubled(rest) {
        return Some((at + 1, Meaning::Term(format!("2x{rest}"))));
    }
    let (next, what) = match (rest, typed.text(at + 1)) {
        ("", "x") => (at + 2, typed.text(at + 2)),
        ("x", _) => (at + 1, typed.text(at + 1)),
        ("", word) => (at + 1, word.strip_prefix('x').filter(|what| !what.is_empty())?),
        (rest, _) => (at, rest.strip_prefix('x').filter(|what| !what.is_empty())?),
    };
    // "32 switches x 16 ports" comes by its nouns.
    if let Some(each) = whole(decimal, what) {
        let ports = usize::from(PORTS.contains(&typed.text(next + 1)));
        if super::length::bare(decimal, typed, next).is_some() {
            return Some((next, Meaning::Links(number)));
        }
        return Some((next + 1 + ports, Meaning::Product(number, each)));
    }
    if let Some((speed, rest)) = speed(what) {
        return rest.is_empty().then_some((next + 1, Meaning::Split(number, speed)));
    }
    let term = format!("{number}x{what}");
    if known(&term) && !what.is_empty() {
        return Some((next + 1, Meaning::Term(term)));
    }
    // What is counted comes next, where it is a word of its own.
    let own = typed.text(next) == what && next > at;
    // At the far end it counts what one port breaks out to.
    own.then_some((next, Meaning::Legs(number)))
}
