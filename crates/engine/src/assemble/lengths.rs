//! Lengths of the cables of a topology, with what is assumed.

use crate::request::{Kind, Lengths, Topology};
use fiberlane_units::Length;

/// Cords whose length is not given.
const ASSUMED_CORD: Length = Length::from_meters(3);
/// Trunks whose length is not given.
pub const ASSUMED_TRUNK: Length = Length::from_meters(30);
/// Where a distance is nothing, so much of a trunk is still one.
const LEAST_TRUNK: Length = Length::from_meters(1);
/// A tenth of a meter in steps.
const TENTH: u64 = 1_000;

/// The lengths of a channel's cables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Cord at A, or the harness of a direct breakout.
    pub cord_a: Length,
    /// Trunks from A to B.
    pub trunks: Vec<Length>,
    /// Cross-connect cords, the first at A.
    pub cross: Vec<Length>,
    /// Cord at B, or the harness behind a trunk.
    pub cord_b: Option<Length>,
    /// The request fields that were assumed.
    pub assumed: Vec<&'static str>,
}

impl Span {
    /// The lengths that are asked for, whatever lies there.
    #[must_use]
    pub fn asked(topology: Topology, lengths: &Lengths) -> Self {
        let open = vec![None; run_count(topology, lengths, 0)];
        Self::fill(topology, lengths, &open)
    }

    /// Fills what the request leaves open for this topology, over the runs that have a length of
    /// their own.
    #[must_use]
    pub fn fill(topology: Topology, lengths: &Lengths, own: &[Option<Length>]) -> Self {
        let mut assumed = Vec::new();
        let cord_a = lengths.cord_a.unwrap_or_else(|| {
            assumed.push("cordA");
            ASSUMED_CORD
        });
        let mut trunks = Vec::with_capacity(own.len());
        for (run, own) in own.iter().enumerate() {
            trunks.push(own.or(lengths.trunks.get(run).copied()).unwrap_or_else(|| {
                if !assumed.contains(&"trunks") {
                    assumed.push("trunks");
                }
                ASSUMED_TRUNK
            }));
        }
        let mut cross = Vec::new();
        match topology {
            Topology::CrossConnect if lengths.cross.is_empty() => {
                assumed.push("cross");
                cross.push(ASSUMED_CORD);
            }
            Topology::CrossConnect | Topology::CassetteToCassette => {
                cross.clone_from(&lengths.cross);
            }
            _ => {}
        }
        let cord_b = (!trunks.is_empty()).then(|| {
            lengths.cord_b.unwrap_or_else(|| {
                assumed.push("cordB");
                ASSUMED_CORD
            })
        });
        Self { cord_a, trunks, cross, cord_b, assumed }
    }

    /// Whether nobody said how far it goes: then another route has the lengths that are assumed for it.
    #[must_use]
    pub fn is_assumed(&self) -> bool {
        let open = |field| self.assumed.contains(&field);
        open("cordA") && (self.trunks.is_empty() || open("trunks"))
    }

    /// Length of the channel.
    #[must_use]
    pub fn total(&self) -> Length {
        let ends = self.cord_a + self.cord_b.unwrap_or(Length::ZERO);
        ends + self.trunks.iter().chain(&self.cross).copied().sum()
    }
}

/// Lengths for another topology over the same distance: cords at the ends stay where there were
/// trunks behind them, and the rest of the way is cut anew. A cord that nobody gave a length stays
/// assumed, unless the way is too short for it.
#[must_use]
pub fn recut(span: &Span, topology: Topology, with_trunk: bool) -> Lengths {
    let total = span.total();
    let trunks: u64 = match topology {
        Topology::Direct => 0,
        Topology::BreakoutHarness if !with_trunk => 0,
        Topology::CrossConnect => 2,
        _ => 1,
    };
    if trunks == 0 {
        return Lengths { cord_a: Some(total), ..Lengths::default() };
    }
    let had_trunk = span.cord_b.is_some();
    let mut cords = if had_trunk {
        [span.cord_a, span.cord_b.unwrap_or(ASSUMED_CORD)]
    } else {
        [ASSUMED_CORD; 2]
    };
    let said = |field| had_trunk && !span.assumed.contains(&field);
    let mut said = [said("cordA"), said("cordB"), said("cross") && !span.cross.is_empty()];
    let mut cross = match (topology, span.cross.first()) {
        (Topology::CrossConnect, Some(length)) => vec![*length],
        (Topology::CrossConnect, None) => vec![ASSUMED_CORD],
        _ => Vec::new(),
    };
    let fixed: Length = cords.iter().chain(&cross).copied().sum();
    let mut rest = total.steps().saturating_sub(fixed.steps());
    // A trunk of no length is none: a short way is cut anew as a whole.
    if rest < trunks {
        let pieces = 2 + trunks + u64::from(!cross.is_empty());
        let piece = total.steps() / pieces / TENTH * TENTH;
        cords = [Length::from_steps(piece); 2];
        cross.fill(Length::from_steps(piece));
        said = [true; 3];
        rest = total.steps() - piece * (pieces - trunks);
        if rest < trunks {
            rest = LEAST_TRUNK.steps() * trunks;
        }
    }
    let first = rest.div_ceil(trunks);
    let mut cut = vec![Length::from_steps(first)];
    if trunks == 2 {
        cut.push(Length::from_steps(rest - first));
    }
    if !said[2] {
        cross.clear();
    }
    let [cord_a, cord_b] = cords;
    Lengths {
        cord_a: said[0].then_some(cord_a),
        trunks: cut,
        cross,
        cord_b: said[1].then_some(cord_b),
    }
}

/// How many trunks a route has in series. `in_place` is how many of them the parts in place speak
/// of: where no length is said, as many are planned.
#[must_use]
pub fn run_count(topology: Topology, lengths: &Lengths, in_place: usize) -> usize {
    match topology {
        Topology::Direct => 0,
        Topology::CrossConnect => 2,
        Topology::BreakoutCassette => 1,
        // A harness stands on its own unless something behind it has a length, or a trunk lies
        // there and no length is said at all.
        Topology::BreakoutHarness => {
            let lies_there = in_place > 0 && *lengths == Lengths::default();
            usize::from(behind_trunk(lengths) || lies_there)
        }
        Topology::Interconnect | Topology::CassetteToCassette => match lengths.trunks.len() {
            0 => in_place.max(1),
            said => said,
        },
    }
}

fn behind_trunk(lengths: &Lengths) -> bool {
    !lengths.trunks.is_empty() || lengths.cord_b.is_some_and(|length| length > Length::ZERO)
}

/// Whether a topology can use the lengths.
#[must_use]
pub fn fits(topology: Topology, lengths: &Lengths) -> bool {
    fits_lengths(topology, lengths).is_empty() && empty_trunk(topology, lengths).is_none()
}

/// The first trunk of no length, where the topology has a place for it: a route without a trunk is
/// another route.
#[must_use]
pub fn empty_trunk(topology: Topology, lengths: &Lengths) -> Option<usize> {
    let has_place = topology != Topology::Direct;
    lengths.trunks.iter().position(|length| has_place && *length == Length::ZERO)
}

/// The length fields that a topology cannot use, each with what would be right. Nothing, or zero
/// length, in a place that the topology does not have is the same as leaving it out.
#[must_use]
pub fn fits_lengths(topology: Topology, lengths: &Lengths) -> Vec<(&'static str, Kind)> {
    let mut wrong = Vec::new();
    let nothing = |list: &[Length]| list.iter().all(|length| *length == Length::ZERO);
    let (trunks, cross) = (&lengths.trunks, &lengths.cross);
    let trunks_right = match topology {
        Topology::Direct => (!nothing(trunks)).then_some(Kind::NoTrunk),
        Topology::CrossConnect => (!matches!(trunks.len(), 0 | 2)).then_some(Kind::TwoTrunks),
        Topology::BreakoutCassette => (trunks.len() > 1).then_some(Kind::OneTrunk),
        Topology::BreakoutHarness => (trunks.len() > 1).then_some(Kind::TrunkOrNone),
        Topology::Interconnect | Topology::CassetteToCassette => None,
    };
    if let Some(right) = trunks_right {
        wrong.push(("trunks", right));
    }
    let cross_right = match topology {
        Topology::CrossConnect => (cross.len() > 1).then_some(Kind::OneCross),
        Topology::CassetteToCassette => (cross.len() > 2).then_some(Kind::TwoCross),
        _ => (!nothing(cross)).then_some(Kind::NoCross),
    };
    if let Some(right) = cross_right {
        wrong.push(("cross", right));
    }
    let cord_b = lengths.cord_b.is_some_and(|length| length > Length::ZERO);
    if topology == Topology::Direct && cord_b {
        wrong.push(("cordB", Kind::OneCord));
    }
    wrong
}
