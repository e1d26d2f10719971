//! Loss as a list of terms whose sum is the total.

use crate::channel::{Element, ElementKind};
use crate::end::{End, MatingFault, mate};
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
    /// Interface of the adapter between them, where it is in a panel.
    pub adapter: Option<Connector>,
    /// Whether it counts: the matings at the transceivers are inside the application's budget.
    pub counted: bool,
}

impl Mating {
    /// Mates the two ends.
    ///
    /// # Errors
    /// Every reason why no light passes, interface first.
    pub fn mate(&self) -> Result<(), Vec<MatingFault>> {
        let keyed = |adapter: &Connector| {
            let offset = adapter.has_offset_key();
            self.a.connector.is_array() && offset != self.a.connector.has_offset_key()
        };
        match (mate(self.a, self.b, self.key), self.adapter.filter(keyed)) {
            (mated, None) => mated,
            (Ok(()), Some(_)) => Err(vec![MatingFault::KeyOffset]),
            (Err(mut faults), Some(_)) => {
                if !faults.contains(&MatingFault::KeyOffset) {
                    faults.push(MatingFault::KeyOffset);
                }
                Err(faults)
            }
        }
    }
}

/// Whether no ends meet that do not mate.
#[must_use]
pub fn all_mate(matings: &[Mating]) -> bool {
    matings.iter().all(|mating| mating.mate().is_ok())
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
            let panel = elements.get(at).filter(|panel| panel.kind == ElementKind::Adapter);
            let adapter = panel.and_then(|panel| panel.ends[0]).map(|side| side.connector);
            found.push(Mating { at, between, a, b, key, adapter, counted: !transceiver });
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
            let ordered = if array { basis.grade } else { basis.lc_grade };
            let of = |grade| pair_loss(catalog, grade, mating.a.connector, basis.mode);
            // Each half has its own grade; the worse half of a mated pair decides.
            let [near, far] = half_grades(elements, mating, ordered);
            let grade = if of(far).max > of(near).max { far } else { near };
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

/// Grades of the two halves of a mated pair: as said of a part in place, or else as ordered.
#[must_use]
pub fn half_grades(elements: &[Element], mating: &Mating, ordered: GradeRef) -> [GradeRef; 2] {
    let array = mating.a.connector.is_array();
    mating.between.map(|index| {
        let own = elements.get(index).and_then(|element| element.own);
        let own = own.and_then(|own| if array { own.grade } else { own.lc_grade });
        own.unwrap_or(ordered)
    })
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
