//! Mated pairs that count, each with its two halves: the worse half decides.

use super::facts::Facts;
use super::grades::{self, Figure};
use super::installed::Placed;
use super::spec::Spec;
use super::topology::{Piece, pieces};

/// One mated pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pair {
    /// Index of the adapter, cassette or conversion among the channel's pieces; of a pair between
    /// duplex cords the index of the second cord.
    pub(crate) at: usize,
    /// Largest loss; `None` where a half has no figure.
    pub(crate) max: Option<i128>,
    /// Typical losses that may be meant.
    pub(crate) typical: Vec<Option<i128>>,
}

/// What half of a pair a piece is, and whose grade it has.
#[derive(Clone, Copy)]
enum Half {
    Array,
    Duplex,
}

/// The grades that are ordered.
pub(crate) struct Ordered<'a> {
    pub(crate) grade: &'a str,
    pub(crate) lc_grade: Option<&'a str>,
    pub(crate) single_mode: bool,
}

impl Ordered<'_> {
    fn figure(&self, facts: &Facts, placed: Option<&Placed>, half: Half) -> Option<Figure> {
        let own = placed.and_then(|p| p.grade.as_deref());
        match half {
            // What is not said of a part in place is as the design would have it; only the grade of an
            // old trunk counts as standard until somebody says it.
            Half::Array => {
                let trunk = placed.is_some_and(|p| p.kind == "trunk");
                let unsaid = if trunk { "standard" } else { self.grade };
                grades::mpo(facts, own.unwrap_or(unsaid), self.single_mode)
            }
            Half::Duplex => {
                let front = placed.and_then(|p| p.lc_grade.as_deref());
                match (front, own) {
                    (Some(front), _) => grades::duplex(facts, front, Some(front)),
                    (None, Some(own)) => grades::duplex(facts, own, None),
                    (None, None) => grades::duplex(facts, self.grade, self.lc_grade),
                }
            }
        }
    }

    fn pair(&self, facts: &Facts, at: usize, halves: [Option<&Placed>; 2], half: Half) -> Pair {
        let [a, b] = halves.map(|placed| self.figure(facts, placed, half));
        let Some((a, b)) = a.zip(b) else {
            return Pair { at, max: None, typical: Vec::new() };
        };
        let max = a.0.max(b.0);
        let typical = [a, b].into_iter().filter(|f| f.0 == max).map(|f| f.1).collect();
        Pair { at, max: Some(max), typical }
    }
}

/// All pairs of the route in channel order, those at the transceivers left out.
pub(crate) fn pairs(facts: &Facts, spec: &Spec, ordered: &Ordered<'_>) -> Vec<Pair> {
    let row = pieces(spec);
    let placed = |i: usize| row.get(i).and_then(|p: &Piece<'_>| p.placed);
    let mut found = Vec::new();
    for (i, piece) in row.iter().enumerate() {
        // Halves of what stands at both sides of this piece.
        let (before, after) = (i.checked_sub(1).and_then(placed), placed(i + 1));
        let is_cord = |i: usize| row.get(i).is_some_and(|p| p.kind == "cord");
        match piece.kind {
            "adapter" => found.push(ordered.pair(facts, i, [before, after], Half::Array)),
            "conversion" => {
                let trunk = if is_cord(i + 1) { before } else { after };
                found.push(ordered.pair(facts, i, [None, trunk], Half::Array));
                found.push(ordered.pair(facts, i, [None, None], Half::Array));
            }
            "cassette" => {
                let rear = if is_cord(i + 1) { before } else { after };
                found.push(ordered.pair(facts, i, [piece.placed, rear], Half::Array));
                found.push(ordered.pair(facts, i, [piece.placed, None], Half::Duplex));
            }
            "cord" if i > 0 && is_cord(i - 1) => {
                found.push(ordered.pair(facts, i, [None, None], Half::Duplex));
            }
            _ => {}
        }
    }
    found
}
