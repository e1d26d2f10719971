//! The second stage in words.

use crate::there::{assumed_words, part_words};
use crate::{Figure as _, Voice, finding_in, finding_text, status_text};
use fiberlane_catalog::Confidence;
use fiberlane_engine::advice::{Choice, Effect, Growth, Repair, Risk, confirms};
use fiberlane_engine::assumes::Assumed;
use fiberlane_engine::design::{Design, Verdict};
use fiberlane_engine::finding::{Code, Fact, Finding};
use fiberlane_engine::request::{
    Change, Conversion, FarEnd, Field, Lengths, Polarity, Request, Topology,
};
use fiberlane_units::{Length, Margin, format_decimal};

/// What a change does to a request, in a few words; nothing where it does nothing.
///
/// What it says of a part in place reads as a thing to confirm, and one cable that becomes shorter
/// as that.
#[must_use]
pub fn change_of(voice: Voice<'_>, request: &Request, change: &Change) -> String {
    let words: Vec<String> = change
        .fields()
        .filter_map(|field| match field {
            Field::Installed => Some(parts_words(voice, request, change)),
            // Where what lies there goes, its length stays the length.
            Field::Lengths if change.installed.is_none() => {
                shorter_words(voice, &request.lengths, &change.lengths)
                    .or_else(|| field_words(voice, change, field))
            }
            _ => field_words(voice, change, field),
        })
        .collect();
    words.join(voice.list_comma())
}

/// What a change says of the parts in place, or which of them it replaces.
fn parts_words(voice: Voice<'_>, request: &Request, change: &Change) -> String {
    let old = request.installed.as_deref().unwrap_or_default();
    let new = change.installed.as_deref().unwrap_or_default();
    let mut words: Vec<String> = Vec::new();
    let key = if confirms(request, change) {
        for (old, new) in old.iter().zip(new) {
            if let Some(grade) = new.grade.filter(|grade| old.grade != Some(*grade)) {
                let values = vec![grade.name(voice.catalog())];
                let (kind, at) = (new.kind, new.at);
                words.push(assumed_words(voice, &Assumed { kind, at, field: "grade", values }));
            }
        }
        "advice.change.confirm"
    } else if new.is_empty() {
        "advice.change.replace"
    } else {
        for part in old.iter().filter(|part| !new.contains(part)) {
            words.push(part_words(voice, part.kind, part.at));
        }
        "advice.change.replaceSome"
    };
    voice.fill(key, &[("value", &words.join(voice.list_comma()))])
}

/// One cable that becomes shorter, where nothing else changes.
fn shorter_words(voice: Voice<'_>, old: &Lengths, new: &Lengths) -> Option<String> {
    let pieces = |lengths: &Lengths| -> Vec<Length> {
        let ends = lengths.cord_a.into_iter().chain(lengths.cord_b);
        ends.chain(lengths.trunks.iter().chain(&lengths.cross).copied()).collect()
    };
    let (old, new) = (pieces(old), pieces(new));
    let mut moved = old.iter().zip(&new).filter(|(old, new)| old != new);
    let (was, is) = moved.next().filter(|(was, is)| is < was && old.len() == new.len())?;
    if moved.next().is_some() {
        return None;
    }
    let said = |length: &Length| voice.length_number(*length) + "\u{a0}" + voice.unit_sign();
    Some(voice.fill("advice.change.shorter", &[("was", &said(was)), ("value", &said(is))]))
}

/// A repair in a few words, with what else becomes of it.
#[must_use]
pub fn repair_words(voice: Voice<'_>, request: &Request, repair: &Repair) -> String {
    let mut words = change_of(voice, request, &repair.change);
    if repair.replaces && repair.change.installed.is_none() {
        words += voice.list_comma();
        words += voice.text("advice.change.idle");
    }
    words
}

/// How far an option of lesser fiber reaches, and which faster applications it closes.
#[must_use]
pub fn closes_words(voice: Voice<'_>, choice: &Choice) -> String {
    let mut names = String::new();
    for id in &choice.closes {
        if !names.is_empty() {
            names += voice.list_comma();
        }
        names += voice.catalog().application(*id).name;
    }
    voice.fill("advice.closes", &[("value", &names)])
}

/// What would settle a repair that leaves something open; nothing where it leaves nothing.
#[must_use]
pub fn settle_words<'s>(voice: Voice<'s>, repair: &Repair) -> &'s str {
    let open = repair.effect.verdict == Verdict::NotChecked;
    if open { voice.text("advice.settle") } else { "" }
}

/// What a change sets, in a few words; nothing where it sets nothing.
#[must_use]
pub fn change_words(voice: Voice<'_>, change: &Change) -> String {
    let words: Vec<String> =
        change.fields().filter_map(|field| field_words(voice, change, field)).collect();
    words.join(voice.list_comma())
}

/// What a request says of a field, as a change of it reads.
fn field_words(voice: Voice<'_>, set: &Request, field: Field) -> Option<String> {
    let (key, value) = match field {
        Field::Application => {
            let application = voice.catalog().application(set.application?);
            // A draft says draft wherever it is offered; so does what only an agreement or a maker
            // says.
            let marked = match application.status {
                Confidence::Standard => application.name.to_owned(),
                status => [application.name, " (", status_text(voice, status), ")"].concat(),
            };
            ("advice.change.application", marked)
        }
        Field::Module => {
            ("advice.change.module", voice.catalog().module(set.module?).part_number.to_owned())
        }
        Field::FarEnd => match set.far_end? {
            FarEnd::Breakout(id, module) => {
                let name = voice.catalog().application(id).name;
                let own = module.map(|id| voice.catalog().module(id).part_number);
                let words = own.map(|own| [name, " (", own, ")"].concat());
                ("advice.change.farEnd", words.unwrap_or_else(|| name.to_owned()))
            }
            FarEnd::Same(Some(module)) => {
                ("advice.change.farModule", voice.catalog().module(module).part_number.to_owned())
            }
            FarEnd::Same(None) => ("advice.change.sameEnd", String::new()),
        },
        Field::Fiber => ("advice.change.fiber", voice.word(set.fiber?.name())),
        Field::Grade => ("advice.change.grade", voice.word(set.grade?.name(voice.catalog()))),
        Field::LcGrade => {
            let grade = set.lc_grade.filter(|grade| set.grade != Some(*grade))?;
            ("advice.change.lcGrade", voice.word(grade.name(voice.catalog())))
        }
        Field::Brand => ("advice.change.brand", voice.word(set.brand?.name())),
        Field::Topology => ("advice.change.topology", voice.word(set.topology?.name())),
        Field::Lengths => {
            let crossed = set.topology == Some(Topology::CrossConnect);
            ("advice.change.lengths", lengths_words(voice, &set.lengths, crossed))
        }
        Field::Polarity => {
            let polarity = set.polarity?;
            let key = match polarity {
                Polarity::Method(_) => "advice.change.polarity",
                Polarity::Map(_) => "advice.change.map",
            };
            (key, polarity.name().to_owned())
        }
        Field::Pinning => ("advice.change.pinning", voice.word(set.pinning?.name())),
        Field::Base => ("advice.change.base", set.base?.to_string()),
        Field::Conversion => {
            let conversion = set.conversion?;
            let key = match conversion {
                Conversion::Without => "advice.change.noConversion",
                _ => "advice.change.conversion",
            };
            (key, conversion.name().to_owned())
        }
        Field::TrunkLegs => ("advice.change.trunkLegs", set.trunk_legs?.to_string()),
        Field::Attenuation => ("advice.change.attenuation", voice.word(set.attenuation?.name())),
        Field::Limit => ("advice.change.limit", voice.word(set.limit?.name())),
        Field::Installed if set.installed.as_ref().is_some_and(Vec::is_empty) => {
            ("advice.change.replace", String::new())
        }
        Field::Speed
        | Field::Links
        | Field::Splices
        | Field::SpliceLoss
        | Field::Spares
        | Field::TightBelow
        | Field::Priority
        | Field::Installed
        | Field::ConnectionsAtMost
        | Field::ReferenceEnd
        | Field::Situation => return None,
    };
    Some(voice.fill(key, &[("value", &value)]))
}

fn lengths_words(voice: Voice<'_>, lengths: &Lengths, crossed: bool) -> String {
    let (trunks, cross) = (&lengths.trunks, &lengths.cross);
    // A cross-connect cord lies between the trunks.
    let between = match (&trunks[..], &cross[..]) {
        ([first, second], [cord]) if crossed => vec![*first, *cord, *second],
        _ => trunks.iter().chain(cross).copied().collect(),
    };
    let pieces = lengths.cord_a.into_iter().chain(between).chain(lengths.cord_b);
    let pieces: Vec<String> = pieces.map(|value| voice.length_number(value)).collect();
    pieces.join(" + ") + "\u{a0}" + voice.unit_sign()
}

/// The word of a verdict.
#[must_use]
pub fn verdict_word<'s>(voice: Voice<'s>, verdict: &str) -> &'s str {
    voice.lookup(&["verdict.", verdict].concat()).unwrap_or("")
}

/// A margin with its unit, or that none is known.
#[must_use]
pub fn margin_words(voice: Voice<'_>, margin: Option<Margin>) -> String {
    margin.map_or_else(
        || voice.text("advice.noMargin").to_owned(),
        |margin| margin.said(voice) + "\u{a0}dB",
    )
}

/// What a change would do, in one line.
#[must_use]
pub fn effect_words(voice: Voice<'_>, effect: &Effect) -> String {
    let cost = cost_words(voice, effect.cost);
    voice.fill(
        "advice.effect",
        &[
            ("verdict", verdict_word(voice, effect.verdict.name())),
            ("margin", &margin_words(voice, effect.margin)),
            ("cost", &cost),
            ("units", &voice.grouped(effect.rack_units.into())),
            ("parts", &voice.grouped(effect.parts.into())),
            ("lit", &voice.grouped(effect.lit_fibers.into())),
            ("fibers", &voice.grouped(effect.fibers.into())),
        ],
    )
}

/// Relative cost to a whole number.
#[must_use]
pub fn cost_words(voice: Voice<'_>, cost: u128) -> String {
    voice.grouped(cost.div_ceil(10_000_000))
}

/// Why an option does not fit, in as few words as there is room for.
#[must_use]
pub fn short_reason(voice: Voice<'_>, finding: &Finding) -> String {
    if wants_breakout(finding) {
        return voice.text("advice.reason.TOP001.breakout").to_owned();
    }
    match voice.lookup(&["advice.reason.", finding.code.name()].concat()) {
        Some(template) => finding_in(voice, template, finding, None),
        None => finding_text(voice, finding, None),
    }
}

/// Whether a route is for breakouts and the far end is none.
fn wants_breakout(finding: &Finding) -> bool {
    let splits = |name: &str| name.starts_with("breakout");
    let fact = |wanted: &str| finding.facts.iter().find(|(name, _)| *name == wanted);
    let asked = matches!(fact("topology"), Some((_, Fact::Name(name))) if splits(name));
    let other = matches!(fact("suitable"), Some((_, Fact::Words(all))) if !all.iter().any(|name| splits(name)));
    finding.code == Code::Top001 && asked && other
}

/// The reasons of an exclusion, nearest miss first, each once.
#[must_use]
pub fn reasons_words(voice: Voice<'_>, reasons: &[Finding]) -> String {
    let mut words: Vec<String> = Vec::new();
    for reason in reasons.iter().map(|reason| short_reason(voice, reason)) {
        if !words.contains(&reason) {
            words.push(reason);
        }
    }
    words.join("; ")
}

/// A probability as people say it.
#[must_use]
#[expect(
    clippy::cast_possible_truncation,
    clippy::float_arithmetic,
    reason = "a probability is between 0 and 1"
)]
pub fn probability_words(voice: Voice<'_>, p: f64) -> String {
    if p < 1e-9 {
        return voice.fill("advice.risk.never", &[("count", &voice.grouped(1_000_000_000))]);
    }
    if p < 0.000_1 {
        let once = (1.0 / p).round() as i64;
        // Two digits are what such a figure is good for.
        let mut scale = 1;
        while once / scale >= 100 {
            scale *= 10;
        }
        let once = (once + scale / 2) / scale * scale;
        return voice
            .fill("advice.risk.once", &[("count", &voice.grouped(once.unsigned_abs().into()))]);
    }
    let hundredths = (p * 10_000.0).round() as i64;
    voice.number(&format_decimal(hundredths, 2)) + "\u{a0}%"
}

/// What the spread of the loss says, in one or two sentences.
#[must_use]
pub fn risk_words(voice: Voice<'_>, design: &Design, risk: &Risk) -> String {
    let limit = design.figures.limit;
    let key = match (limit, risk.reading.name()) {
        (None, _) => "advice.risk.noLimit",
        (_, "pass") => "advice.risk.pass",
        (_, "statistical") => "advice.risk.statistical",
        _ => "advice.risk.fail",
    };
    let [lane, link, order] = risk.exceeds.unwrap_or_default().map(|p| probability_words(voice, p));
    let other = |finding: &Finding| finding.is_error() && finding.code != Code::Los001;
    let mut words = String::new();
    if design.findings.iter().any(other) {
        words.push_str(voice.text("advice.risk.other"));
        words.push(' ');
    }
    words.push_str(&voice.fill(
        key,
        &[
            ("worst", &design.figures.total.said(voice)),
            ("bound", &risk.bound.said(voice)),
            ("p97", &risk.p97.said(voice)),
            ("limit", &limit.map(|limit| limit.exact(voice)).unwrap_or_default()),
            ("lane", &lane),
            ("link", &link),
            ("order", &order),
            ("lanes", &risk.lanes.to_string()),
            ("links", &voice.grouped(risk.links.into())),
            ("sigma", &risk.three_sigma.said(voice)),
        ],
    ));
    words
}

/// What another application needs of the plant, in one line.
#[must_use]
pub fn growth_words(voice: Voice<'_>, row: &Growth, wanted: u32) -> String {
    let step = voice.text(match row.step.name() {
        "as-it-is" => "advice.growth.asItIs",
        "cords" => "advice.growth.cords",
        "panels" => "advice.growth.panels",
        "cassettes" => "advice.growth.cassettes",
        "trunks" => "advice.growth.trunks",
        "not-checked" => "advice.growth.notChecked",
        _ => "advice.growth.never",
    });
    let mut line = step.to_owned();
    let change = change_words(voice, &row.change);
    if !change.is_empty() && row.step.name() == "trunks" {
        line.push_str(": ");
        line.push_str(&change);
    }
    if row.step.name() == "never" && !row.reasons.is_empty() {
        line.push_str(": ");
        line.push_str(&reasons_words(voice, &row.reasons));
    }
    if row.links > 0 && row.links < wanted {
        let (links, all) = (voice.grouped(row.links.into()), voice.grouped(wanted.into()));
        line.push_str(", ");
        line.push_str(&voice.fill("advice.growth.some", &[("links", &links), ("all", &all)]));
    }
    line
}
