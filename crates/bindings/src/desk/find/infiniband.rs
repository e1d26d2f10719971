//! InfiniBand names: what a rate calls its ports, and what Ethernet calls the same optics.

use super::amount::count;
use super::atoms::Typed;
use super::word::{Meaning, Other};

/// A rate with the applications whose optics its ports have.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Rate {
    /// As it is written.
    pub(super) name: &'static str,
    /// Lanes in each direction.
    pub(super) lanes: u32,
    /// Gb/s of one lane.
    pub(super) lane_rate: u32,
    /// The applications that have the same optics.
    pub(super) ports: &'static [&'static str],
    /// Whether somebody read in a document that they have.
    confirmed: bool,
}

include!(concat!(env!("OUT_DIR"), "/infiniband.rs"));

/// A name that begins here, and the atom behind it: `NDR`, `2xNDR`, `2 x NDR200`.
pub(super) fn read(decimal: char, typed: &Typed, at: usize) -> Option<(usize, Meaning)> {
    let word = typed.text(at);
    if let Some(rate) = named(word) {
        return Some((at + 1, meaning(1, rate)));
    }
    let (number, rest) = count(decimal, word)?;
    let (next, what) = match (rest, typed.text(at + 1)) {
        ("", "x") => (at + 2, typed.text(at + 2)),
        ("x", _) => (at + 1, typed.text(at + 1)),
        ("", word) => (at + 1, word.strip_prefix('x')?),
        (rest, _) => (at, rest.strip_prefix('x')?),
    };
    let rate = named(what)?;
    // "4x NDR" is one port of four lanes.
    let ports = if number == rate.lanes && number != 2 { 1 } else { number };
    Some((next + 1, meaning(ports, rate)))
}

fn meaning(ports: u32, rate: &'static Rate) -> Meaning {
    if rate.ports.is_empty() {
        return Meaning::Uncovered(Other::Infiniband, String::new());
    }
    Meaning::Infiniband(ports, rate)
}

/// The rate of a word: `ndr`, also `ndr400`, by its line.
fn named(word: &str) -> Option<&'static Rate> {
    let exact = RATES.iter().find(|rate| rate.name.eq_ignore_ascii_case(word));
    exact.or_else(|| {
        RATES.iter().find(|rate| {
            let line = (rate.lanes * rate.lane_rate).to_string();
            let start = word.strip_suffix(line.as_str());
            start.is_some_and(|start| rate.name.eq_ignore_ascii_case(start))
        })
    })
}

/// Whether nobody has confirmed which ports go by this name.
pub(super) fn unconfirmed(name: &str) -> bool {
    RATES.iter().any(|rate| rate.name == name && !rate.confirmed)
}

impl Rate {
    /// How an application is called with `count` of these ports: `NDR`, `2xNDR`; nothing where it
    /// is not one. One port may be half of a module.
    pub(super) fn calls(&self, count: u32, application: &str) -> Option<String> {
        if count <= 1 && self.ports.contains(&application) {
            return Some(self.name.to_owned());
        }
        let twin = ["2x", self.name].concat();
        let both = RATES.iter().find(|rate| rate.name == twin && count <= 2)?;
        both.ports.contains(&application).then_some(twin)
    }
}
