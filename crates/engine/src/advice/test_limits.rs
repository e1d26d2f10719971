//! What the installer tests against: acceptance of each permanent link, and the application.

use crate::channel::{Element, ElementKind};
use crate::design::Design;
use crate::loss::TermKind;
use crate::request::Request;
use fiberlane_units::{Attenuation, Length, Loss};

/// A mated pair of any two connectors by TIA-568.3: the most that a component may lose.
const COMPONENT_PAIR: Loss = Loss::from_milli(750);
/// A splice by TIA-568.3.
const COMPONENT_SPLICE: Loss = Loss::from_milli(300);
/// A reference-grade plug against a standard-grade one by TIA-568.3-E; 568.3-D and ISO/IEC
/// 14763-3 say 0.30 dB.
const REFERENCE_END: Loss = Loss::from_milli(500);

/// A part of the channel that is measured by itself after installation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The elements at its two ends.
    pub ends: [usize; 2],
    /// Length of fiber.
    pub length: Length,
    /// Mated pairs between the ends.
    pub intermediate: usize,
    /// Splices.
    pub splices: usize,
    /// The sum of what each component may lose.
    pub acceptance: Loss,
    /// What the plan counts on for the same segment. A link may be accepted and still lose more.
    pub planned: Loss,
}

/// Limits for the installer, kept apart from the application's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestLimits {
    /// The permanent links from A to B.
    pub segments: Vec<Segment>,
    /// Loss of each reference-grade end.
    pub reference_end: Loss,
    /// Attenuation that the sums use.
    pub attenuation: Attenuation,
    /// The sum of what each component of the whole channel may lose, cords included.
    pub channel: Loss,
    /// The application's limit on the channel, where one is known.
    pub application: Option<Loss>,
}

/// The sum of component limits of a link: fiber, both ends, pairs and splices between them.
#[must_use]
pub fn component_sum(
    length: Length,
    attenuation: Attenuation,
    ends: [Loss; 2],
    intermediate: &[Loss],
    splices: &[Loss],
) -> Loss {
    let pieces = ends.iter().chain(intermediate).chain(splices);
    attenuation * length + pieces.copied().sum()
}

/// The limits of a design; none where nothing is installed permanently.
#[must_use]
pub fn test_limits(request: &Request, design: &Design) -> Option<TestLimits> {
    let elements = &design.frame.assembly.elements;
    let reference_end = request.reference_end.unwrap_or(REFERENCE_END);
    let attenuation = design.figures.attenuation;
    let segments: Vec<Segment> = links(elements)
        .into_iter()
        .map(|[first, last]| segment(design, [first, last], reference_end, attenuation))
        .collect();
    if segments.is_empty() {
        return None;
    }
    let pairs = design.terms.iter().filter(|term| term.kind == TermKind::MatedPair).count();
    let splices = design.terms.iter().filter(|term| term.kind == TermKind::Splice).count();
    let channel = component_sum(
        design.figures.length,
        attenuation,
        [Loss::ZERO; 2],
        &vec![COMPONENT_PAIR; pairs],
        &vec![COMPONENT_SPLICE; splices],
    );
    Some(TestLimits {
        segments,
        reference_end,
        attenuation,
        channel,
        application: design.figures.limit,
    })
}

/// From panel or module to panel or module around each run of trunks.
fn links(elements: &[Element]) -> Vec<[usize; 2]> {
    let mut found = Vec::new();
    let mut from: Option<usize> = None;
    for (index, element) in elements.iter().enumerate() {
        let fixed = matches!(
            element.kind,
            ElementKind::Trunk
                | ElementKind::Adapter
                | ElementKind::Cassette
                | ElementKind::Conversion
        );
        match (fixed, from) {
            (true, None) => from = Some(index),
            (false, Some(first)) => {
                let trunk = |e: &Element| e.kind == ElementKind::Trunk;
                if elements[first..index].iter().any(trunk) {
                    found.push([first, index - 1]);
                }
                from = None;
            }
            _ => {}
        }
    }
    found
}

fn segment(
    design: &Design,
    [first, last]: [usize; 2],
    reference_end: Loss,
    attenuation: Attenuation,
) -> Segment {
    let inside = || design.terms.iter().filter(|term| (first..=last).contains(&term.at));
    let count = |kind| inside().filter(|term| term.kind == kind).count();
    let (pairs, splices) = (count(TermKind::MatedPair), count(TermKind::Splice));
    // The pairs at both ends are made with the tester's reference cords.
    let intermediate = pairs.saturating_sub(2);
    let length: Length = inside().filter_map(|term| term.length).sum();
    Segment {
        ends: [first, last],
        length,
        intermediate,
        splices,
        acceptance: component_sum(
            length,
            attenuation,
            [reference_end; 2],
            &vec![COMPONENT_PAIR; intermediate],
            &vec![COMPONENT_SPLICE; splices],
        ),
        planned: inside().map(|term| term.loss).sum(),
    }
}
