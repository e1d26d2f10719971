//! The lanes of the first leg, each as one line through every map.

use super::layout::{ADAPTER, Layout};
use super::pen::Pen;
use fiberlane_catalog::Place;
use fiberlane_engine::channel::{ElementKind, trace};
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
        match (design.arrives(self.lane), self.lane.direction) {
            (false, _) => "dead",
            _ if both_ways => "both",
            (_, Direction::AtoB) => "out",
            (_, Direction::BtoA) => "in",
        }
    }
}

/// Follows the lanes of the first plugs.
pub(super) fn fibers(design: &Design, plugs: u8) -> Vec<Fiber<'_>> {
    let link = &design.frame.link;
    let [_, inner @ .., _] = &design.frame.assembly.elements[..] else { return Vec::new() };
    let per_leg = (link.far_ports / link.a.plug.count.max(1)).max(1);
    let lanes = design.frame.assembly.proof.lanes.iter().enumerate();
    let first = |lane: &Lane| match lane.direction {
        Direction::AtoB => lane.from.port <= plugs,
        Direction::BtoA => lane.from.port <= per_leg * plugs,
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
                    let connector = element.ends[side]?.connector;
                    let seat = layout.seat(index, side, place);
                    let at = |place| layout.spot(junction, connector, place);
                    Some((at(place), at(seat)))
                });
                let (from, to) = super::face::inside(layout, index);
                let (edge, end) = layout.span(index);
                match spots {
                    [None, Some((spot, _))] if index == 0 => {
                        begun = true;
                        pen.begin((to, spot));
                    }
                    [Some((before, a)), Some((after, b))] => {
                        let start = if element.kind == ElementKind::Adapter { from } else { edge };
                        if begun {
                            pen.straight((start, before))
                        } else {
                            pen.begin((start, before))
                        }
                        begun = true;
                        // Through the adapter of a box, where there is one.
                        if layout.rear(index, 0).is_some() {
                            pen.straight((edge + ADAPTER, a));
                        }
                        pen.straight((from, a));
                        pen.bend((from, a), (to, b));
                        if layout.rear(index, 1).is_some() {
                            pen.straight((end - ADAPTER, b));
                            pen.straight((end, after));
                        }
                    }
                    [Some((spot, _)), None] if begun => pen.straight((from, spot)),
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
