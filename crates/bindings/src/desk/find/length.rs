//! Lengths: `85 m`, `300ft`, `1,5 km`, `85 m trunk`, `cords 3 m`.

use super::amount::number;
use super::atoms::Typed;
use super::word::{Cable, Meaning};
use fiberlane_engine::request::MAX_LENGTH_M;
use fiberlane_units::{Length, parse_decimal};

const METERS: [&str; 13] = [
    "m",
    "meter",
    "meters",
    "metern",
    "metre",
    "metres",
    "mètre",
    "mètres",
    "metro",
    "metros",
    "mtr",
    "米",
    "メートル",
];
const KILOMETERS: [&str; 10] = [
    "km",
    "kilometer",
    "kilometers",
    "kilometre",
    "kilometres",
    "kilomètre",
    "kilomètres",
    "kilómetro",
    "kilómetros",
    "公里",
];
const FEET: [&str; 11] =
    ["ft", "foot", "feet", "'", "fuß", "fuss", "pied", "pieds", "pie", "pies", "フィート"];
const TRUNKS: [&str; 8] =
    ["trunk", "trunks", "trunkkabel", "trunkcable", "backbone", "troncal", "troncales", "干线"];
const CORDS: [&str; 12] = [
    "cord",
    "cords",
    "patchcord",
    "patchcords",
    "jumper",
    "jumpers",
    "patchkabel",
    "harness",
    "harnesses",
    "cordon",
    "cordons",
    "latiguillos",
];

/// A length that begins here, and the atom behind it.
pub(super) fn read(decimal: char, typed: &Typed, at: usize) -> Option<(usize, Meaning)> {
    if let Some(cable) = cable(typed.text(at)) {
        let (next, length) = bare(decimal, typed, at + 1)?;
        return Some((next, Meaning::Length(length, cable)));
    }
    let (next, length) = bare(decimal, typed, at)?;
    let patch = usize::from(matches!(typed.text(next), "patch" | "spare"));
    Some(match cable(typed.text(next + patch)) {
        Some(cable) => (next + patch + 1, Meaning::Length(length, cable)),
        None => (next, Meaning::Length(length, Cable::Distance)),
    })
}

/// The cable that a word names.
pub(super) fn cable(word: &str) -> Option<Cable> {
    let trunk = TRUNKS.contains(&word).then_some(Cable::Trunk);
    trunk.or_else(|| CORDS.contains(&word).then_some(Cable::Cords))
}

/// A number with its unit.
pub(super) fn bare(decimal: char, typed: &Typed, at: usize) -> Option<(usize, Length)> {
    let (number, rest) = number(decimal, typed.text(at))?;
    let (next, unit) = if rest.is_empty() { (at + 2, typed.text(at + 1)) } else { (at + 1, rest) };
    let steps = if METERS.contains(&unit) {
        parse_decimal(&number, Length::DIGITS).ok()?
    } else if KILOMETERS.contains(&unit) {
        parse_decimal(&number, Length::DIGITS + 3).ok()?
    } else if FEET.contains(&unit) {
        // A thousandth of a foot is nearly three steps of 0.1 mm: the nearest step is meant.
        let thousandths = parse_decimal(&number, 3).ok()?;
        thousandths.checked_mul(3_048)?.checked_add(500)? / 1_000
    } else {
        return None;
    };
    let length = Length::from_steps(u64::try_from(steps).ok()?);
    let fits = length > Length::ZERO && length <= Length::from_meters(MAX_LENGTH_M);
    fits.then_some((next, length))
}
