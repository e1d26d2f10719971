//! Spares: `5 % spare cords`, `10% spares`, `no spare trunks`.

use super::amount::count;
use super::atoms::Typed;
use super::query::Query;
use super::word::{Kind, Meaning};
use fiberlane_engine::Request;
use fiberlane_engine::request::Spares;
use fiberlane_messages::Voice;

const PERCENT: [&str; 6] = ["%", "percent", "pct", "prozent", "pour-cent", "por-ciento"];
const SPARE: [&str; 14] = [
    "spare",
    "spares",
    "extra",
    "reserve",
    "reserven",
    "ersatz",
    "réserve",
    "rechange",
    "repuesto",
    "repuestos",
    "reserva",
    "予備",
    "备用",
    "备件",
];
const NONE: [&str; 6] = ["no", "without", "ohne", "keine", "sans", "sin"];
const MOST: u32 = 100;

/// Spares that begin here, and the atom behind them. `more` where spares were said before.
pub(super) fn read(
    decimal: char,
    typed: &Typed,
    at: usize,
    more: bool,
) -> Option<(usize, Meaning)> {
    let spare = |at: usize| usize::from(SPARE.contains(&typed.text(at)));
    let before = spare(at);
    if NONE.contains(&typed.text(at)) {
        let said = spare(at + 1);
        let next = at + 1 + said;
        let kind = kind(typed.text(next));
        return match kind {
            Some(kind) if said == 1 || more => Some((next + 1, Meaning::Spares(0, kind))),
            None if said == 1 => Some((next, Meaning::Spares(0, Kind::All))),
            _ => None,
        };
    }
    let of = if before == 1 { kind(typed.text(at + 1)) } else { None };
    let start = at + before + usize::from(of.is_some());
    let (next, percent) = percent(decimal, typed, start)?;
    let next = next + spare(next);
    let (next, kind) = match (of, kind(typed.text(next))) {
        (Some(kind), _) => (next, kind),
        (None, Some(kind)) => (next + 1, kind),
        (None, None) => (next, Kind::All),
    };
    Some((next + spare(next), Meaning::Spares(percent, kind)))
}

fn percent(decimal: char, typed: &Typed, at: usize) -> Option<(usize, u32)> {
    let (number, rest) = count(decimal, typed.text(at))?;
    let next = if rest.is_empty() { at + 1 } else { return None };
    let fits = number <= MOST && PERCENT.contains(&typed.text(next));
    fits.then_some((next + 1, number))
}

fn kind(word: &str) -> Option<Kind> {
    Some(match word {
        "cord" | "cords" | "patchcord" | "patchcords" | "jumpers" | "patchkabel" => Kind::Cord,
        "cordons" | "latiguillos" => Kind::Cord,
        "trunk" | "trunks" | "trunkkabel" | "troncales" => Kind::Trunk,
        "harness" | "harnesses" => Kind::Harness,
        "cassette" | "cassettes" | "kassetten" | "casetes" => Kind::Cassette,
        _ => return None,
    })
}

/// Sets the spares of a query and says what they became. Kinds that nobody named have none, unless
/// all have some; a second word about the same is not used.
pub(super) fn take(
    voice: Voice<'_>,
    query: &Query,
    request: &mut Request,
    said: &mut [Option<String>],
) {
    let mut all: Option<u32> = None;
    let mut kinds: [Option<u32>; 4] = [None; 4];
    for (at, word) in query.words.iter().enumerate() {
        let Meaning::Spares(percent, kind) = word.meaning else { continue };
        let (place, key) = match kind {
            Kind::All => (&mut all, "find.spares"),
            Kind::Cord => (&mut kinds[0], "find.spares.cord"),
            Kind::Trunk => (&mut kinds[1], "find.spares.trunk"),
            Kind::Harness => (&mut kinds[2], "find.spares.harness"),
            Kind::Cassette => (&mut kinds[3], "find.spares.cassette"),
        };
        if place.is_none() {
            *place = Some(percent);
            said[at] = Some(voice.fill(key, &[("percent", &percent.to_string())]));
        }
    }
    if kinds.iter().any(Option::is_some) {
        request.spares = Some(Spares::ByKind(kinds.map(|kind| kind.or(all))));
    } else if let Some(percent) = all {
        request.spares = Some(Spares::All(percent));
    }
}
