//! Findings as sentences.

use crate::{Figure as _, Unit, Voice, fill_text, place_name};
use fiberlane_engine::design::Design;
use fiberlane_engine::finding::{Fact, Finding};

/// A finding as one or two sentences.
#[must_use]
pub fn finding_text(voice: Voice<'_>, finding: &Finding, design: Option<&Design>) -> String {
    let mut key = String::from("finding.");
    key.push_str(finding.code.name());
    // What is empty has a sentence of its own.
    let nothing = |fact: &Fact| {
        *fact == Fact::Words(Vec::new()) || *fact == Fact::Length(fiberlane_units::Length::ZERO)
    };
    let only = finding.facts.iter().any(|(name, _)| *name == "only");
    if !only && finding.facts.iter().any(|(_, fact)| nothing(fact)) {
        let none = key.clone() + ".none";
        if let Some(template) = voice.lookup(&none) {
            return finding_in(voice, template, finding, design);
        }
    }
    // So has a limit that ends before the channel does, and a far end of one module alone.
    let beyond = finding.facts.iter().any(|(name, _)| *name == "holdsTo");
    for variant in [only.then_some("only"), beyond.then_some("beyond")].into_iter().flatten() {
        key.push('.');
        key.push_str(variant);
    }
    finding_in(voice, voice.lookup(&key).unwrap_or(finding.code.name()), finding, design)
}

/// A finding's facts in the `{names}` of a message.
#[must_use]
pub fn finding_in(
    voice: Voice<'_>,
    template: &str,
    finding: &Finding,
    design: Option<&Design>,
) -> String {
    let mut values: Vec<(&str, String)> =
        finding.facts.iter().map(|(name, fact)| (*name, named_text(voice, name, fact))).collect();
    // Why two applications do not link is a sentence of its own for every pair.
    let named =
        |name: &str| values.iter().find(|(n, _)| *n == name).map(|(_, value)| value.as_str());
    if let (Some(from), Some(to)) = (named("from"), named("to")) {
        let reason = voice.lookup(&["breakout.", from, "|", to].concat()).map(str::to_owned);
        if let (Some(slot), Some(reason)) =
            (values.iter_mut().find(|(n, _)| *n == "reason"), reason)
        {
            slot.1 = reason;
        }
    }
    let index = finding
        .subject
        .strip_prefix("channel[")
        .and_then(|rest| rest.strip_suffix(']'))
        .and_then(|index| index.parse::<usize>().ok());
    let place = match (index, design) {
        (Some(index), Some(design)) => place_name(voice, &design.frame.assembly.elements, index),
        _ => finding.subject.clone(),
    };
    values.push(("place", place));
    let values: Vec<(&str, &str)> = values.iter().map(|(n, v)| (*n, v.as_str())).collect();
    fill_text(template, &values)
}

/// How far a figure can be trusted is said in one way everywhere: "standard" is a grade as well.
fn named_text(voice: Voice<'_>, name: &str, fact: &Fact) -> String {
    if let ("confidence", Fact::Name(status)) = (name, fact)
        && let Some(words) = voice.lookup(&["status.", status].concat())
    {
        return words.to_owned();
    }
    fact_text(voice, fact)
}

fn fact_text(voice: Voice<'_>, fact: &Fact) -> String {
    match fact {
        Fact::Name(name) => voice.word(name),
        Fact::Words(words) => {
            let words: Vec<String> = words.iter().map(|value| voice.word(value)).collect();
            words.join(voice.list_comma())
        }
        Fact::Loss(loss) => loss.said(voice) + "\u{a0}dB",
        Fact::Margin(margin) => margin.said(voice) + "\u{a0}dB",
        // Feet are rounded: where two lengths are compared, the exact ones stand beside them.
        Fact::Length(length) if voice.unit() == Unit::Feet => [
            length.said(voice),
            " (".to_owned(),
            voice.number(&length.meters()),
            "\u{a0}m)".to_owned(),
        ]
        .concat(),
        Fact::Length(length) => length.said(voice),
        Fact::Count(count) => voice.grouped((*count).into()),
    }
}
