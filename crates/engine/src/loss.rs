//! Loss as a list of terms whose sum is the total.

use crate::channel::{Element, ElementKind};
use crate::end::End;
use crate::request::GradeRef;
use crate::words::words;
use fiberlane_catalog::{Catalog, Connector, Key, Mode, PairLoss};
use fiberlane_units::{Attenuation, Length, Loss};

words! {
    /// What a term of the sum is.
    TermKind {
        /// Two connectors in an adapter.
        MatedPair = "matedPair",
        /// A length of fiber.
        Fiber = "fiber",
        /// A splice.
        Splice = "splice",
    }
}

/// Where a term's figure comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermSource {
    /// A connector grade.
    Grade(GradeRef),
    /// An attenuation, by basis.
    Attenuation(Attenuation, &'static str),
    /// The request's splice loss, or the grade's.
    Splice,
}

/// One term of the sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// What it is.
    pub kind: TermKind,
    /// Index of the element it belongs to.
    pub at: usize,
    /// Length of fiber.
    pub length: Option<Length>,
    /// The most it may be.
    pub loss: Loss,
    /// What it usually is.
    pub typical: Option<Loss>,
    /// Where the figure comes from.
    pub source: TermSource,
}

/// Two ends that meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mating {
    /// Index of the adapter, cassette or, at a transceiver, of the cable.
    pub at: usize,
    /// Indexes of the two elements that meet.
    pub between: [usize; 2],
    /// The end towards A.
    pub a: End,
    /// The end towards B.
    pub b: End,
    /// Key orientation of the adapter between two array plugs.
    pub key: Option<Key>,
    /// Whether it counts: the matings at the transceivers are inside the application's budget.
    pub counted: bool,
}

/// Every mating of a channel from A to B.
#[must_use]
pub fn matings(elements: &[Element]) -> Vec<Mating> {
    let mut found = Vec::new();
    for (index, element) in elements.iter().enumerate() {
        let Some(next) = elements.get(index + 1) else {
            break;
        };
        if element.kind == ElementKind::Adapter {
            continue;
        }
        let (second, at, key) = if next.kind == ElementKind::Adapter {
            (index + 2, index + 1, next.key)
        } else if next.is_module() {
            (index + 1, index + 1, next.key)
        } else {
            (index + 1, index, element.key)
        };
        let Some(other) = elements.get(second) else {
            break;
        };
        let transceiver =
            [element, next].iter().any(|element| element.kind == ElementKind::Transceiver);
        let at = if element.kind == ElementKind::Transceiver { index + 1 } else { at };
        if let (Some(a), Some(b)) = (element.ends[1], other.ends[0]) {
            let key = key.filter(|_| a.connector.is_array() && b.connector.is_array());
            let between = [index, second];
            found.push(Mating { at, between, a, b, key, counted: !transceiver });
        }
    }
    found
}

/// What the figures of a channel's loss are taken from.
#[derive(Clone, Copy, Debug)]
pub struct LossBasis {
    /// Grade of array connectors.
    pub grade: GradeRef,
    /// Grade of duplex connectors.
    pub lc_grade: GradeRef,
    /// Light guidance of the fiber.
    pub mode: Mode,
    /// Attenuation of the fiber.
    pub attenuation: Attenuation,
    /// The word for where it comes from.
    pub attenuation_basis: &'static str,
    /// Number of splices.
    pub splices: u32,
    /// Loss of one.
    pub splice_loss: Loss,
    /// Grade of the array connectors of trunks in place, where it is stated.
    pub in_place: Option<GradeRef>,
}

/// Loss of a mated pair by grade.
#[must_use]
pub fn pair_loss(catalog: &Catalog, grade: GradeRef, connector: Connector, mode: Mode) -> PairLoss {
    match grade {
        GradeRef::Planning(index) => catalog.grades[usize::from(index)].pair(connector, mode),
        GradeRef::Catalog(index) => catalog.catalog_grades[usize::from(index)].loss,
    }
}

/// The terms of a channel's loss, in order from A to B.
#[must_use]
pub fn terms(
    catalog: &Catalog,
    elements: &[Element],
    matings: &[Mating],
    basis: &LossBasis,
) -> Vec<Term> {
    let mut terms = Vec::with_capacity(matings.len() + elements.len());
    let spliced = elements
        .iter()
        .position(|element| element.kind == ElementKind::Trunk)
        .or_else(|| elements.iter().position(Element::is_cable));
    for (index, element) in elements.iter().enumerate() {
        // A cassette's two pairs stand on both sides of it, an adapter's one pair at it; both come
        // in the order of the matings, which is the order of the channel.
        for mating in matings.iter().filter(|mating| mating.counted && mating.at == index) {
            let array = mating.a.connector.is_array();
            let grade = if array { basis.grade } else { basis.lc_grade };
            let of = |grade| pair_loss(catalog, grade, mating.a.connector, basis.mode);
            // The worse half of a mated pair decides.
            let old = basis.in_place.filter(|_| array && touches_trunk(elements, mating));
            let grade = match old {
                Some(old) if of(old).max > of(grade).max => old,
                _ => grade,
            };
            let pair = of(grade);
            terms.push(Term {
                kind: TermKind::MatedPair,
                at: index,
                length: None,
                loss: pair.max,
                typical: pair.typical,
                source: TermSource::Grade(grade),
            });
        }
        if let (true, Some(length)) = (element.is_cable(), element.length) {
            terms.push(Term {
                kind: TermKind::Fiber,
                at: index,
                length: Some(length),
                loss: basis.attenuation * length,
                typical: None,
                source: TermSource::Attenuation(basis.attenuation, basis.attenuation_basis),
            });
        }
        if spliced == Some(index) {
            for _ in 0..basis.splices {
                terms.push(Term {
                    kind: TermKind::Splice,
                    at: index,
                    length: None,
                    loss: basis.splice_loss,
                    typical: None,
                    source: TermSource::Splice,
                });
            }
        }
    }
    terms
}

/// Whether one half of a mated pair belongs to a trunk that is in place.
fn touches_trunk(elements: &[Element], mating: &Mating) -> bool {
    let halves = mating.between.iter().filter_map(|index| elements.get(*index));
    halves.into_iter().any(|element| element.kind == ElementKind::Trunk && element.in_place)
}

/// What a channel usually loses: typical figures of connections, nothing for those that have none,
/// and the planned ones of fiber and splices.
#[must_use]
pub fn usual_loss(terms: &[Term]) -> Loss {
    let usual = |term: &Term| match term.kind {
        TermKind::MatedPair => term.typical.unwrap_or(Loss::ZERO),
        TermKind::Fiber | TermKind::Splice => term.loss,
    };
    terms.iter().map(usual).sum()
}
