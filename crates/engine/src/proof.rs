//! Every transmit fiber followed to its receiver.

use crate::channel::{Element, ElementKind, Path, trace};
use crate::link::{Link, Receptacle, Relation, Role};
use crate::order_by::order_by;
use crate::words::words;
use fiberlane_catalog::Place;
use fiberlane_units::Side;

words! {
    /// Which way light goes.
    Direction {
        /// From end A to end B.
        AtoB = "AtoB",
        /// From end B to end A.
        BtoA = "BtoA",
    }
}

/// One lane, followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// Its number at the sending end, over all receptacles.
    pub lane: u8,
    /// Which way its light goes.
    pub direction: Direction,
    /// Where it is sent.
    pub from: Place,
    /// Where it arrives; the last place reached where the fiber ends on the way.
    pub to: Place,
    /// Position after each element between the transceivers, in the direction of travel.
    pub path: Vec<u8>,
    /// Whether its maps lead to a receiver.
    pub ok: bool,
    /// Its lane, or the pair of its fiber, and that of the place where it arrives.
    pub pairs: (u8, Option<u8>),
}

/// What the lanes of a link do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proof {
    /// Every lane of one link, by direction, then port, then lane.
    pub lanes: Vec<Lane>,
    /// A part on the way has no map, or the receptacle's positions are not known.
    pub unknown: bool,
    /// The first transmit fiber that does not reach a receiver.
    pub dead: Option<(Place, Place)>,
    /// A port whose two fibers arrive at two ports.
    pub split: Option<u8>,
    /// Ports of a cassette arrive at other ports.
    pub reversed: bool,
    /// The first lane that arrives as another.
    pub exchanged: Option<(u8, u8)>,
    /// Plugs of a dual module arrive at each other's place.
    pub crossed: bool,
    /// Whether lanes that arrive exchanged are another link's.
    pub breakout: bool,
}

/// What becomes of the light of a link by the maps, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Light {
    /// Every lane arrives where it should.
    Arrives,
    /// All is received, if perhaps as another lane of the same leg.
    Exchanged,
    /// All is received, at other ports.
    Reversed,
    /// Some is not received.
    Lost,
    /// A map is missing.
    Unknown,
}

impl Proof {
    /// What becomes of the light.
    #[must_use]
    pub const fn light(&self) -> Light {
        let lost = self.breakout && self.exchanged.is_some();
        if self.unknown {
            Light::Unknown
        } else if self.dead.is_some() || self.split.is_some() || self.crossed || lost {
            Light::Lost
        } else if self.reversed {
            Light::Reversed
        } else if self.exchanged.is_some() {
            Light::Exchanged
        } else {
            Light::Arrives
        }
    }
}

/// Follows every lane of one link through the elements of one leg.
#[must_use]
pub fn prove(link: &Link, elements: &[Element]) -> Proof {
    let mut proof = Proof::default();
    let [_, inner @ .., _] = elements else {
        return proof;
    };
    let mapless = inner.iter().any(|element| element.path == Path::Unknown);
    if mapless || link.a.lit().next().is_none() || link.known.contains(&false) {
        proof.unknown = true;
        return proof;
    }
    let legs = link.a.plug.count;
    let per_leg = match link.relation {
        Relation::Split(ports) => ports,
        Relation::Same | Relation::WholeLegs => 1,
    };
    let on_cassettes = !link.is_parallel();
    let converted = conversion_ports(inner);
    // All legs of a link are alike; the duplex ports of a cassette are not.
    for leg in 1..=legs {
        // A conversion module has a port for every leg as far as its ports go.
        let near = match converted {
            Some(ports) => (leg - 1) % ports + 1,
            None if on_cassettes => leg,
            None => 1,
        };
        for (direction, side) in [(Direction::AtoB, Side::A), (Direction::BtoA, Side::B)] {
            let (sender, ports) = match side {
                Side::A => (&link.a, near..=near),
                Side::B if on_cassettes || converted.is_some() => (&link.b, near..=near),
                Side::B => (&link.b, 1..=per_leg),
            };
            for port in ports {
                for position in sender.lit().filter(|p| sender.role(*p).sends()) {
                    let start = Place { port, position };
                    let converted = converted.is_some();
                    let walk = Walk { link, inner, leg, per_leg, on_cassettes, converted, near };
                    let mut lane = walk.follow(start, direction, side);
                    note(&mut proof, link, &mut lane);
                    proof.lanes.push(lane);
                }
            }
        }
    }
    order_by(&mut proof.lanes, |lane| (lane.direction, lane.from.port, lane.lane));
    if on_cassettes {
        check_cassette_ports(&mut proof, link, inner);
    }
    if let Some(ports) = converted {
        check_conversion_ports(&mut proof, link, inner, ports);
    }
    proof
}

struct Walk<'a> {
    link: &'a Link,
    inner: &'a [Element],
    leg: u8,
    per_leg: u8,
    on_cassettes: bool,
    converted: bool,
    near: u8,
}

impl Walk<'_> {
    /// The number of a receptacle over all legs, from its number within the leg.
    fn port(&self, local: u8, side: Side) -> u8 {
        match side {
            _ if self.on_cassettes => local,
            Side::A if self.converted && local >= self.near => self.leg + local - self.near,
            Side::A if self.converted => local,
            Side::A => self.leg,
            // Ports of conversion modules are counted from the one that this leg stands on.
            Side::B if local >= self.near => {
                (self.leg - 1) * self.per_leg + local - (self.near - 1)
            }
            Side::B => local,
        }
    }

    /// What a lane is called: its number over all receptacles of its end.
    fn lane_number(&self, port: u8, role: Role, receptacle: &Receptacle) -> u8 {
        let both_ways = matches!(role, Role::Low(_) | Role::High(_));
        let lanes = receptacle.lanes() * if both_ways { 2 } else { 1 };
        (port - 1) * lanes + role.number(receptacle.lanes()).unwrap_or(1)
    }

    /// A lane or pair counted over all receptacles of its end.
    fn number(&self, port: u8, lane: u8, receptacle: &Receptacle) -> u8 {
        (port - 1) * receptacle.lanes() + lane
    }

    fn follow(&self, start: Place, direction: Direction, side: Side) -> Lane {
        let (sender, receiver, arrival) = match side {
            Side::A => (&self.link.a, &self.link.b, Side::B),
            Side::B => (&self.link.b, &self.link.a, Side::A),
        };
        let path = trace(self.inner, start, side);
        let sent = sender.role(start.position);
        let from = Place { port: self.port(start.port, side), position: start.position };
        let last = path.last().copied().unwrap_or(start);
        let whole = path.len() == self.inner.len();
        let to = Place { port: self.port(last.port, arrival), position: last.position };
        let role = if whole { receiver.role(last.position) } else { Role::Dark };
        Lane {
            lane: self.lane_number(from.port, sent, sender),
            direction,
            from,
            to,
            path: path.iter().map(|place| place.position).collect(),
            ok: sent.meets(role),
            pairs: (
                self.number(from.port, sent.lane().unwrap_or(1), sender),
                role.lane().map(|lane| self.number(to.port, lane, receiver)),
            ),
        }
    }
}

fn note(proof: &mut Proof, link: &Link, lane: &mut Lane) {
    if !lane.ok {
        proof.dead = proof.dead.or(Some((lane.from, lane.to)));
        return;
    }
    let (pair, Some(arrives)) = lane.pairs else { return };
    if pair == arrives {
        return;
    }
    let whole = !matches!(link.relation, Relation::Split(_));
    if whole && lane.from.port != lane.to.port {
        lane.ok = link.a.plug.count == 1;
        proof.crossed |= !lane.ok;
        return;
    }
    // A module puts the lanes of one leg in order by itself; those of another leg are lost.
    let leg = |pair: u8| (pair - 1) / link.b.lanes().max(1);
    let lost = !whole && leg(pair) != leg(arrives);
    lane.ok = !lost;
    if proof.exchanged.is_none() || lost && !proof.breakout {
        proof.exchanged = Some((pair, arrives));
    }
    proof.breakout |= lost;
}

/// Follows both fibers of every duplex port of the cassette, lit by this link or by another.
fn check_cassette_ports(proof: &mut Proof, link: &Link, inner: &[Element]) {
    let ports = inner.iter().find_map(|element| match element.path {
        Path::Ports { map, .. } => map.pairs.iter().map(|(_, front)| front.port).max(),
        _ => None,
    });
    // The first rear connector of a cassette stands for the others, which are alike.
    let Some(ports) = ports else { return };
    for port in 1..=ports {
        let ends = [1, 2].map(|position| {
            let start = Place { port, position };
            let path = trace(inner, start, Side::A);
            (path.len() == inner.len()).then(|| path.last().copied()).flatten()
        });
        // A fiber that leaves its pair is lost, wherever it arrives.
        let reached = ends.map(|end| end.map(|end| end.port));
        for (position, end) in [1, 2].into_iter().zip(ends) {
            let Some(end) = end.filter(|end| end.port != port && reached[0] != reached[1]) else {
                continue;
            };
            let here = Place { port, position };
            let lost = |lane: &&mut Lane| match lane.direction {
                Direction::AtoB => lane.from == here,
                Direction::BtoA => lane.to == here && lane.from == end,
            };
            proof.lanes.iter_mut().filter(lost).for_each(|lane| lane.ok = false);
            if reached.contains(&None) {
                proof.split = proof.split.or(Some(port));
            }
        }
        let [Some(first), Some(second)] = ends else {
            continue;
        };
        if first.port != second.port {
            proof.split = proof.split.or(Some(port));
        } else if first.port != port {
            proof.reversed = true;
        }
        for (position, end) in [(1, first), (2, second)] {
            if !link.a.role(position).meets(link.b.role(end.position)) {
                let from = Place { port, position };
                proof.dead = proof.dead.or(Some((from, end)));
            }
        }
    }
}

/// Ports at the front of the channel's conversion modules, where it has any.
fn conversion_ports(inner: &[Element]) -> Option<u8> {
    let module = inner.iter().find(|element| element.kind == ElementKind::Conversion)?;
    match module.path {
        Path::Ports { map, .. } => map.pairs.iter().map(|(_, front)| front.port).max(),
        _ => None,
    }
}

/// Follows the lit fibers of every port of the conversion modules, lit by this link or by another.
fn check_conversion_ports(proof: &mut Proof, link: &Link, inner: &[Element], ports: u8) {
    for port in 1..=ports {
        for position in link.a.lit() {
            let start = Place { port, position };
            let path = trace(inner, start, Side::A);
            let end = path.last().copied().unwrap_or(start);
            let whole = path.len() == inner.len();
            if !whole || !link.a.role(position).meets(link.b.role(end.position)) {
                proof.dead = proof.dead.or(Some((start, end)));
            } else if end.port != port {
                // Plugs of one module must keep their places; ports of several links may not.
                proof.crossed |= link.a.plug.count > 1;
                proof.reversed |= link.a.plug.count == 1;
            }
        }
    }
}
