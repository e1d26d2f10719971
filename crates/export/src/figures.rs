//! Figures of connectors, as a supplier is asked for them.

use fiberlane_catalog::{Connector, EndFace};
use fiberlane_engine::Request;
use fiberlane_engine::advice::other_limits;
use fiberlane_engine::design::Design;
use fiberlane_engine::end::End;
use fiberlane_engine::loss::{TermKind, TermSource, pair_loss};
use fiberlane_engine::request::GradeRef;
use fiberlane_messages::order::OrderRow;
use fiberlane_messages::{Figure as _, Voice, status_text};
use fiberlane_units::Loss;

/// How many mated pairs of the channel are counted with a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MatedPairs {
    /// Interface of both halves.
    pub connector: Connector,
    /// The grade that the figure is of.
    pub grade: GradeRef,
    /// The most that one may lose.
    pub loss: Loss,
    /// How many there are.
    pub count: u32,
}

/// The mated pairs that are counted, in order from A to B, like ones together.
#[must_use]
pub fn mated_pairs(design: &Design) -> Vec<MatedPairs> {
    let mut groups: Vec<MatedPairs> = Vec::new();
    let matings = design.frame.matings.iter().filter(|mating| mating.counted);
    let terms = design.terms.iter().filter(|term| term.kind == TermKind::MatedPair);
    // Terms are written in the order of the matings.
    for (mating, term) in matings.zip(terms) {
        let TermSource::Grade(grade) = term.source else { continue };
        let group = MatedPairs { connector: mating.a.connector, grade, loss: term.loss, count: 1 };
        let known = groups.iter_mut().find(|known| MatedPairs { count: 1, ..**known } == group);
        match known {
            Some(known) => known.count += 1,
            None => groups.push(group),
        }
    }
    groups
}

/// The ends of a line, like ones once; the sides of an adapter have no figures.
fn kinds(row: &OrderRow<'_>) -> Vec<End> {
    let [a, b] = match row.line.ends {
        Some(ends) => ends.map(Some),
        None => [None, None],
    };
    let b = b.filter(|b| a.is_none_or(|a| (a.connector, a.face) != (b.connector, b.face)));
    [a, b].into_iter().flatten().filter(|end| end.face.is_some()).collect()
}

fn end_grade(design: &Design, end: End) -> GradeRef {
    let figures = &design.figures;
    if end.connector.is_array() { figures.grade } else { figures.lc_grade }
}

/// The most that a mated pair of each connector of a line may lose.
#[must_use]
pub fn pair_words(voice: Voice<'_>, design: &Design, row: &OrderRow<'_>) -> Option<String> {
    let mode = design.figures.fiber.mode();
    let mut words: Vec<String> = Vec::new();
    for end in kinds(row) {
        let grade = end_grade(design, end);
        let loss = pair_loss(voice.catalog(), grade, end.connector, mode).max.exact(voice);
        let values = [
            ("connector", end.connector.name()),
            ("loss", &loss),
            ("grade", &voice.word(grade.name(voice.catalog()))),
        ];
        words.push(voice.fill("rfq.value.pair", &values));
    }
    (!words.is_empty()).then(|| words.join("; "))
}

/// The least return loss of each connector: what the named grade states, or else what the
/// application asks for, where either is known.
#[must_use]
pub fn return_loss_words(
    voice: Voice<'_>,
    request: &Request,
    design: &Design,
    row: &OrderRow<'_>,
) -> Option<String> {
    let asked = other_limits(voice.catalog(), request, design).reflectance;
    let mode = design.figures.fiber.mode();
    let mut words: Vec<String> = Vec::new();
    for end in kinds(row) {
        let stated = match end_grade(design, end) {
            GradeRef::Planning(_) => None,
            GradeRef::Catalog(index) => {
                let grade = voice.catalog().catalog_grades.get(usize::from(index));
                let face = end.face.unwrap_or(EndFace::Flat);
                let grade = grade.filter(|grade| grade.holds_for(end.connector, mode, face));
                grade.and_then(|grade| grade.return_loss)
            }
        };
        let connector = end.connector.name();
        if let Some(least) = stated {
            let values = [("connector", connector), ("least", &least.to_string())];
            words.push(voice.fill("rfq.value.stated", &values));
        } else if let Some(row) = asked {
            let values = [
                ("connector", connector),
                ("least", &row.least.to_string()),
                ("confidence", status_text(voice, row.confidence)),
            ];
            words.push(voice.fill("rfq.value.asked", &values));
        }
    }
    (!words.is_empty()).then(|| words.join("; "))
}
