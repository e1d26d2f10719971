//! The lanes of the first leg, each as one line through every map.

use super::layout::Layout;
use super::pen::Pen;
use fiberlane_catalog::Place;
use fiberlane_engine::channel::trace;
use fiberlane_engine::design::Design;
use fiberlane_engine::link::Role;
use fiberlane_engine::proof::{Direction, Lane};
use fiberlane_units::Side;

/// A lane and where its fiber is at each junction, from A to B; nothing where it does not get.
#[derive(Debug)]
pub(super) struct Fiber<'a> {
    pub(super) lane: &'a Lane,
    /// Its number in the proof.
    pub(super) number: usize,
    pub(super) places: Vec<Option<Place>>,
}

impl Fiber<'_> {
    /// Which way its light goes, or that it does not arrive.
    pub(super) fn class(&self, design: &Design) -> &'static str {
        let link = &design.frame.link;
        let sender = match self.lane.direction {
            Direction::AtoB => &link.a,
            Direction::BtoA => &link.b,
        };
        let role = sender.role(self.lane.from.position);
        let both_ways = matches!(role, Role::Low(_) | Role::High(_));
        match (self.lane.ok, self.lane.direction) {
            (false, _) => "dead",
            _ if both_ways => "both",
            (_, Direction::AtoB) => "out",
            (_, Direction::BtoA) => "in",
        }
    }
}

/// Follows the lanes of the first leg.
pub(super) fn fibers(design: &Design) -> Vec<Fiber<'_>> {
    let link = &design.frame.link;
    let [_, inner @ .., _] = &design.frame.assembly.elements[..] else { return Vec::new() };
    let per_leg = (link.far_ports / link.a.plug.count.max(1)).max(1);
    let lanes = design.frame.assembly.proof.lanes.iter().enumerate();
    let first = |lane: &Lane| match lane.direction {
        Direction::AtoB => lane.from.port == 1,
        Direction::BtoA => lane.from.port <= per_leg,
    };
    lanes
        .filter(|(_, lane)| first(lane))
        .map(|(number, lane)| {
            let side = if lane.direction == Direction::AtoB { Side::A } else { Side::B };
            let mut places = vec![Some(lane.from)];
            places.extend(trace(inner, lane.from, side).into_iter().map(Some));
            places.resize(inner.len() + 1, None);
            if side == Side::B {
                places.reverse();
            }
            Fiber { lane, number, places }
        })
        .collect()
}

/// Every lane as a line, wide enough to be pointed at.
pub(super) fn draw(pen: &mut Pen, layout: &Layout<'_>) {
    for fiber in &layout.fibers {
        let class = fiber.class(layout.design);
        pen.group(&["lane ", class].concat(), "data-lane", fiber.number);
        for line in ["hit", "glass"] {
            let mut begun = false;
            for (index, element) in layout.elements.iter().enumerate() {
                let junctions = [index.checked_sub(1), Some(index)];
                let spots = [0, 1].map(|side: usize| {
                    let junction = junctions[side]?;
                    let place = fiber.places.get(junction).copied().flatten()?;
                    Some(layout.spot(junction, element.ends[side]?.connector, place))
                });
                let (from, to) = super::face::inside(layout, index);
                match spots {
                    [None, Some(spot)] if index == 0 => {
                        begun = true;
                        pen.begin((to, spot));
                    }
                    [Some(a), Some(b)] => {
                        if begun {
                            pen.straight((from, a))
                        } else {
                            pen.begin((from, a))
                        }
                        begun = true;
                        pen.bend((from, a), (to, b));
                    }
                    [Some(spot), None] if begun => pen.straight((from, spot)),
                    _ => {}
                }
            }
            if begun {
                pen.end(line);
            }
        }
        pen.end_group();
    }
}
