//! What was checked of a design, what came of it, and what was left open.

use crate::{Figure as _, Voice, finding_in, finding_text};
use fiberlane_catalog::EndFace;
use fiberlane_engine::design::Design;
use fiberlane_engine::finding::{Code, Fact, Finding, Severity};

/// One check and its result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check<'s> {
    /// What is checked.
    pub name: &'s str,
    /// Whether it holds; nothing where it could not be checked.
    pub holds: Option<bool>,
    /// The result in words.
    pub words: String,
}

/// Polarity, pins, end faces, interface and reach, in this order.
#[must_use]
pub fn checks<'s>(voice: Voice<'s>, design: &Design) -> Vec<Check<'s>> {
    vec![
        polarity(voice, design),
        pins(voice, design),
        faces(voice, design),
        interface(voice, design),
        reach(voice, design),
    ]
}

fn has(design: &Design, codes: &[Code]) -> bool {
    design.findings.iter().any(|finding| codes.contains(&finding.code))
}

fn polarity<'s>(voice: Voice<'s>, design: &Design) -> Check<'s> {
    let proof = &design.frame.assembly.proof;
    let bad = has(design, &[Code::Pol001, Code::Pol002, Code::Pol005])
        || (proof.breakout && has(design, &[Code::Pol004]));
    let lanes = proof.lanes.len().to_string();
    let (holds, words) = match (proof.unknown, bad) {
        (true, _) => (None, voice.text("check.polarity.unknown").to_owned()),
        (_, true) => (Some(false), voice.text("check.polarity.bad").to_owned()),
        _ => (Some(true), voice.fill("check.polarity.ok", &[("lanes", &lanes)])),
    };
    Check { name: voice.text("check.polarity"), holds, words }
}

fn pins<'s>(voice: Voice<'s>, design: &Design) -> Check<'s> {
    let arrays = design.frame.matings.iter().filter(|m| m.a.connector.is_array()).count();
    let bad = bad_pins(design);
    let words = match (bad, arrays) {
        (true, _) => voice.text("check.bad").to_owned(),
        (false, 0) => voice.text("check.pins.none").to_owned(),
        _ => voice.fill("check.pins.ok", &[("count", &arrays.to_string())]),
    };
    Check { name: voice.text("check.pins"), holds: Some(!bad), words }
}

fn bad_pins(design: &Design) -> bool {
    has(design, &[Code::Pin001, Code::Pin002])
}

fn bad_faces(design: &Design) -> bool {
    has(design, &[Code::End001, Code::Key001])
}

fn faces<'s>(voice: Voice<'s>, design: &Design) -> Check<'s> {
    let bad = bad_faces(design);
    let there = |face: EndFace| {
        let mut arrays = design.frame.matings.iter().filter(|m| m.a.connector.is_array());
        arrays.any(|mating| mating.a.face == Some(face))
    };
    let words = match (there(EndFace::Angled), there(EndFace::Flat)) {
        _ if bad => voice.text("check.bad").to_owned(),
        (true, true) => voice.text("check.face.both").to_owned(),
        (true, false) if design.frame.matings.iter().any(|m| !m.a.connector.is_array()) => {
            voice.text("check.face.mixed").to_owned()
        }
        (angled, _) => {
            let face = if angled { EndFace::Angled } else { EndFace::Flat };
            voice.fill("check.face.ok", &[("face", &voice.word(face.name()))])
        }
    };
    Check { name: voice.text("check.face"), holds: Some(!bad), words }
}

fn interface<'s>(voice: Voice<'s>, design: &Design) -> Check<'s> {
    let sound = design.frame.matings.iter().all(|m| m.mate().is_ok());
    let unsound = !sound && !bad_pins(design) && !bad_faces(design);
    let bad = unsound || has(design, &[Code::Ifc001, Code::Key002, Code::Mod001]);
    let words = voice.text(if bad { "check.bad" } else { "check.interface.ok" }).to_owned();
    Check { name: voice.text("check.interface"), holds: Some(!bad), words }
}

fn reach<'s>(voice: Voice<'s>, design: &Design) -> Check<'s> {
    let figures = &design.figures;
    let (length, basis) = (figures.length.said(voice), voice.word(figures.reach_basis));
    let words = figures.reach.map_or_else(
        || voice.text("check.unknown").to_owned(),
        |reach| {
            let reach = reach.said(voice);
            let values = [("length", length.as_str()), ("reach", &reach), ("basis", &basis)];
            voice.fill("check.reach.ok", &values)
        },
    );
    let holds = figures.reach.map(|reach| figures.length <= reach);
    Check { name: voice.text("check.reach"), holds, words }
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
