//! The runs of a route, end by end: what lies there as it is, and what is new so that it fits.

use super::placed::Placed;
use crate::end::Pins;
use crate::request::{Installed, Pinning};
use fiberlane_catalog::{Connector, EndFace};
use fiberlane_units::{Length, Side};

/// One run of trunk.
#[derive(Clone, Copy, Debug)]
pub struct Run<'a> {
    /// What lies there.
    pub own: Option<&'a Installed>,
    /// Interface of its ends.
    pub connector: Connector,
    /// End faces towards A and B.
    pub faces: [EndFace; 2],
    /// Pins towards A and B.
    pub pins: [Pins; 2],
    /// Its length.
    pub length: Length,
}

/// What new parts of a route are like where nothing lies beside them.
#[derive(Clone, Copy, Debug)]
pub struct Usual {
    /// Interface of array cables.
    pub array: Connector,
    /// End face of array matings.
    pub face: EndFace,
    /// Pinning scheme.
    pub pinning: Pinning,
    /// Whether the scheme was asked for: then it is kept, whatever it meets.
    pub fixed: bool,
    /// Whether a cord lies between the runs, and not one panel alone.
    pub crossed: bool,
}

/// The runs from A to B.
#[must_use]
pub fn runs<'a>(placed: &Placed<'a>, lengths: &[Length], usual: Usual) -> Vec<Run<'a>> {
    let outer = match usual.pinning {
        Pinning::PinnedTrunk => Pins::Pinned,
        Pinning::PinnedModule => Pins::Unpinned,
    };
    let count = lengths.len();
    // What stands at an end says what a new trunk there needs, unless the scheme is fixed.
    let at_end = |end: Side| {
        let said = placed.cassette(end).and_then(|cassette| cassette.rear_pins(end));
        said.map(Pins::counterpart).filter(|_| !usual.fixed).unwrap_or(outer)
    };
    let said_pins = |run: usize| placed.trunk(run).and_then(|trunk| trunk.pins);
    let said_face = |run: usize| placed.trunk(run).and_then(|trunk| trunk.face);
    let cassette_face = |end: Side| placed.cassette(end).and_then(|cassette| cassette.face);
    let mut runs: Vec<Run<'a>> = Vec::with_capacity(count);
    for (index, length) in lengths.iter().enumerate() {
        let own = placed.trunk(index);
        let (first, last) = (index == 0, index + 1 == count);
        let before = runs.last().map(|run: &Run<'_>| run.pins[1]);
        let left = match before {
            // Two trunks that meet in one panel: the second is pinned at one end only.
            Some(before) if !usual.crossed => before.counterpart(),
            Some(_) => outer,
            None => at_end(Side::A),
        };
        let right = match said_pins(index + 1) {
            _ if last => at_end(Side::B),
            Some([next, _]) if !usual.crossed => next.counterpart(),
            _ => outer,
        };
        let beside_a = if first { cassette_face(Side::A) } else { said_face(index - 1) };
        let beside_b = if last { cassette_face(Side::B) } else { said_face(index + 1) };
        let faces = [beside_a.or(beside_b), beside_b.or(beside_a)];
        runs.push(Run {
            own,
            connector: own.and_then(|trunk| trunk.connector).unwrap_or(usual.array),
            faces: match own.and_then(|trunk| trunk.face) {
                Some(face) => [face; 2],
                // One trunk has one end face; a new one may be made with two.
                None if own.is_some() => [beside_a.or(beside_b).unwrap_or(usual.face); 2],
                None => faces.map(|face| face.unwrap_or(usual.face)),
            },
            pins: said_pins(index).unwrap_or([left, right]),
            length: *length,
        });
    }
    runs
}

impl Installed {
    /// Pins of a cassette's rear at an end.
    #[must_use]
    pub fn rear_pins(&self, end: Side) -> Option<Pins> {
        self.pins.map(|pins| pins[end as usize])
    }
}
