//! What was checked of a design, what came of it, and what was left open.

use crate::{Figure as _, Voice, finding_in, finding_text};
use fiberlane_catalog::EndFace;
use fiberlane_engine::design::{Design, Verdict};
use fiberlane_engine::finding::{Code, Fact, Finding, Severity};
use fiberlane_engine::results::Results;

/// One check and its result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check<'s> {
    /// What is checked.
    pub name: &'s str,
    /// What came of it.
    pub result: Verdict,
    /// The result in words.
    pub words: String,
}

/// Polarity, pins, end faces, interface and reach, in this order.
#[must_use]
pub fn checks<'s>(voice: Voice<'s>, design: &Design) -> Vec<Check<'s>> {
    let Results { polarity, pins, faces, interface, reach, .. } = design.results();
    [
        ("check.polarity", polarity, polarity_words(voice, design, polarity)),
        ("check.pins", pins, pins_words(voice, design, pins)),
        ("check.face", faces, faces_words(voice, design, faces)),
        ("check.interface", interface, interface_words(voice, interface)),
        ("check.reach", reach, reach_words(voice, design)),
    ]
    .into_iter()
    .map(|(name, result, words)| Check { name: voice.text(name), result, words })
    .collect()
}

fn polarity_words(voice: Voice<'_>, design: &Design, result: Verdict) -> String {
    let lanes = design.frame.assembly.proof.lanes.len().to_string();
    match result.holds() {
        None => voice.text("check.polarity.unknown").to_owned(),
        Some(false) => voice.text("check.polarity.bad").to_owned(),
        Some(true) => voice.fill("check.polarity.ok", &[("lanes", &lanes)]),
    }
}

fn pins_words(voice: Voice<'_>, design: &Design, result: Verdict) -> String {
    let arrays = design.frame.matings.iter().filter(|m| m.a.connector.is_array()).count();
    match (result.passes(), arrays) {
        (false, _) => voice.text("check.bad").to_owned(),
        (true, 0) => voice.text("check.pins.none").to_owned(),
        _ => voice.fill("check.pins.ok", &[("count", &arrays.to_string())]),
    }
}

fn faces_words(voice: Voice<'_>, design: &Design, result: Verdict) -> String {
    let there = |face: EndFace| {
        let mut arrays = design.frame.matings.iter().filter(|m| m.a.connector.is_array());
        arrays.any(|mating| mating.a.face == Some(face))
    };
    match (there(EndFace::Angled), there(EndFace::Flat)) {
        _ if !result.passes() => voice.text("check.bad").to_owned(),
        (true, true) => voice.text("check.face.both").to_owned(),
        (true, false) if design.frame.matings.iter().any(|m| !m.a.connector.is_array()) => {
            voice.text("check.face.mixed").to_owned()
        }
        (angled, _) => {
            let face = if angled { EndFace::Angled } else { EndFace::Flat };
            voice.fill("check.face.ok", &[("face", &voice.word(face.name()))])
        }
    }
}

fn interface_words(voice: Voice<'_>, result: Verdict) -> String {
    voice.text(if result.passes() { "check.interface.ok" } else { "check.bad" }).to_owned()
}

fn reach_words(voice: Voice<'_>, design: &Design) -> String {
    let figures = &design.figures;
    let (length, basis) = (figures.length.said(voice), voice.word(figures.reach_basis));
    figures.reach.map_or_else(
        || voice.text("check.unknown").to_owned(),
        |reach| {
            let reach = reach.said(voice);
            let values = [("length", length.as_str()), ("reach", &reach), ("basis", &basis)];
            voice.fill("check.reach.ok", &values)
        },
    )
}

/// What no cabling plan can check, and what lacked a figure here, as one list of words.
#[must_use]
pub fn unchecked_words(voice: Voice<'_>, design: &Design) -> Vec<String> {
    let found = design.findings.iter().filter(|finding| finding.code == Code::Chk001);
    found.map(|finding| finding_in(voice, "{unchecked}", finding, Some(design))).collect()
}

/// The same, item by item.
#[must_use]
pub fn unchecked_items(voice: Voice<'_>, design: &Design) -> Vec<String> {
    let found = design.findings.iter().filter(|finding| finding.code == Code::Chk001);
    let facts = found.flat_map(|finding| &finding.facts);
    let words = facts.filter_map(|(_, fact)| match fact {
        Fact::Words(words) => Some(words),
        _ => None,
    });
    words.flatten().map(|name| voice.word(name)).collect()
}

/// Sentences on what is left open: figures that no source gives, values that were assumed, and
/// what has to be confirmed with a maker.
#[must_use]
pub fn open_points(voice: Voice<'_>, design: &Design) -> Vec<String> {
    let open = design.findings.iter().filter(|finding| is_open(finding));
    open.map(|finding| finding_text(voice, finding, Some(design))).collect()
}

/// Whether a finding leaves something open instead of judging it.
#[must_use]
pub fn is_open(finding: &Finding) -> bool {
    finding.code.leaves_open()
        || matches!(
            finding.code,
            Code::Asm001
                | Code::Brk003
                | Code::End002
                | Code::Pol010
                | Code::Pol024
                | Code::Prt001
                | Code::Src004
        )
}

/// What was assumed of parts in place, as a sentence. Nobody said it, so nobody may read it as said.
#[must_use]
pub fn assumed_in_place(voice: Voice<'_>, findings: &[Finding]) -> Option<String> {
    let guess = findings.iter().find(|f| f.code == Code::Asm001 && f.severity == Severity::Warning);
    guess.map(|guess| finding_text(voice, guess, None))
}
