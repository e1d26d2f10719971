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
    /// Its number among the parts in place.
    pub entry: Option<usize>,
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
    let lying = faces_in_place(placed, count, usual.face);
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
        // What is made new fits what lies beside it at each end; at an end of the route where nobody
        // says anything, the other end decides.
        let left_face = if first { cassette_face(Side::A) } else { lying[index - 1] };
        let right_face = if last { cassette_face(Side::B) } else { lying[index + 1] };
        let faces =
            [left_face.or(right_face.filter(|_| first)), right_face.or(left_face.filter(|_| last))];
        runs.push(Run {
            own,
            entry: placed.trunk_entry(index),
            connector: own.and_then(|trunk| trunk.connector).unwrap_or(usual.array),
            // One trunk has one end face; a new one may be made with two.
            faces: match lying[index] {
                Some(face) => [face; 2],
                None => faces.map(|face| face.unwrap_or(usual.face)),
            },
            pins: said_pins(index).unwrap_or([left, right]),
            length: *length,
        });
    }
    runs
}

/// End faces of the trunks in place, by run: as is said, or else as that of what lies beside them,
/// or else as the design would have it.
fn faces_in_place(placed: &Placed<'_>, count: usize, usual: EndFace) -> Vec<Option<EndFace>> {
    let of = |end: Side| placed.cassette(end).and_then(|cassette| cassette.face);
    let mut found: Vec<Option<EndFace>> =
        (0..count).map(|run| placed.trunk(run).and_then(|trunk| trunk.face)).collect();
    let open: Vec<bool> = (0..count).map(|run| placed.trunk(run).is_some()).collect();
    let mut beside = of(Side::A);
    for run in 0..count {
        found[run] = found[run].or(beside.filter(|_| open[run]));
        beside = found[run];
    }
    let mut beside = of(Side::B);
    for run in (0..count).rev() {
        found[run] = found[run].or(beside.filter(|_| open[run]));
        beside = found[run];
    }
    for run in 0..count {
        found[run] = found[run].or(open[run].then_some(usual));
    }
    found
}

impl Installed {
    /// Pins of a cassette's rear at an end.
    #[must_use]
    pub fn rear_pins(&self, end: Side) -> Option<Pins> {
        self.pins.map(|pins| pins[end as usize])
    }
}
