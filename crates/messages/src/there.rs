//! Parts in place in words: where they stand, how many lie there, and the headline that rests on
//! what nobody said of them.

use crate::Voice;
use crate::order::OrderRow;
use fiberlane_engine::Verdicts;
use fiberlane_engine::assumes::Assumed;
use fiberlane_engine::finding::Code;
use fiberlane_engine::request::{At, InstalledKind, Request};

/// How many of the things to look at are named in the headline, pins, polarity and grade among them;
/// of the rest it says how many.
const NAMED: usize = 3;

/// The word of the verdict, with what to look at first where it rests on what nobody said:
/// "Pass, if the trunk (run 1) is Type B".
#[must_use]
pub fn headline(voice: Voice<'_>, plan: &Verdicts) -> String {
    let verdict = voice.lookup(&["verdict.", plan.verdict.name()].concat()).unwrap_or_default();
    rests_on(voice, plan, verdict).unwrap_or_else(|| verdict.to_owned())
}

/// The headline with a condition, where a verdict that passes has one; `verdict` is its word.
#[must_use]
pub fn rests_on(voice: Voice<'_>, plan: &Verdicts, verdict: &str) -> Option<String> {
    if !plan.verdict.passes() {
        return None;
    }
    let flat = plan.findings.iter().any(|finding| finding.code == Code::End003);
    let count = plan.assumes.len() + usize::from(flat);
    if count == 0 {
        return None;
    }
    // Wrong pins, polarity or key pass no light; a flat mating and a grade cost decibels.
    let dark = |assumed: &&Assumed| matches!(assumed.field, "pins" | "polarity" | "key");
    let (first, then) = (plan.assumes.iter().filter(dark), plan.assumes.iter());
    let first = first.map(|value| assumed_words(voice, value));
    let reflection = flat.then(|| voice.text("assume.reflection").to_owned());
    let then = then.filter(|assumed| !dark(assumed)).map(|value| assumed_words(voice, value));
    let mut what = String::new();
    for words in first.chain(reflection).chain(then).take(NAMED) {
        if !what.is_empty() {
            what += voice.list_comma();
        }
        what += &words;
    }
    if count > NAMED {
        what += voice.list_comma();
        what += &voice.fill("assume.more", &[("count", &(count - NAMED).to_string())]);
    }
    Some(voice.fill("verdict.if", &[("verdict", verdict), ("what", &what)]))
}

/// One thing to look at: which part, and what it has to be.
pub(crate) fn assumed_words(voice: Voice<'_>, assumed: &Assumed) -> String {
    let mut value = String::new();
    for name in &assumed.values {
        if !value.is_empty() {
            value += " / ";
        }
        value += &voice.word(name);
    }
    let part = part_words(voice, assumed.kind, assumed.at);
    voice.fill(&["assume.", assumed.field].concat(), &[("part", &part), ("value", &value)])
}

/// Which part in place: "trunk", "trunk (run 1)".
pub(crate) fn part_words(voice: Voice<'_>, kind: InstalledKind, at: Option<At>) -> String {
    let part = voice.text(match kind {
        InstalledKind::Trunk => "there.trunk",
        InstalledKind::AdapterPanel => "there.panel",
        InstalledKind::Cassette => "there.cassette",
    });
    match at {
        Some(at) => voice.fill("there.part", &[("part", part), ("place", &at_words(voice, at))]),
        None => part.to_owned(),
    }
}

/// Where a part in place stands: "run 1", "end A".
#[must_use]
pub fn at_words(voice: Voice<'_>, at: At) -> String {
    match at {
        At::Run(run) => voice.fill("there.run", &[("number", &run.to_string())]),
        At::A => voice.fill("there.end", &[("side", "A")]),
        At::B => voice.fill("there.end", &[("side", "B")]),
        At::Joint(run) => {
            let (first, second) = (run.to_string(), (run + 1).to_string());
            voice.fill("there.joint", &[("first", &first), ("second", &second)])
        }
    }
}

/// A row of what is in place: what it is, where it stands, how many lie there as far as it was said.
#[must_use]
pub fn in_place_words(voice: Voice<'_>, request: &Request, row: &OrderRow<'_>) -> String {
    let own = row.line.own;
    let part = own.and_then(|own| request.installed.as_ref()?.get(own.entry));
    let mut words = vec![row.description.clone()];
    words.extend(part.and_then(|part| part.at).map(|value| at_words(voice, value)));
    let said = |key, count: Option<u32>| {
        count.map(|count| voice.fill(key, &[("count", &voice.grouped(count.into()))]))
    };
    words.extend(said("there.count", own.and_then(|own| own.count)));
    words.extend(said("there.legs", own.and_then(|own| own.legs)));
    words.join(" · ")
}
