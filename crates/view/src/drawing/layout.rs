//! Where everything stands.
//!
//! A *junction* lies between two elements; both of their faces count its ports the same way. A
//! cassette or a harness brings ports to its junctions, and cords and adapters carry them on.

use super::lanes::{Fiber, fibers};
use super::pen::At;
use fiberlane_catalog::{Connector, Map, Place};
use fiberlane_engine::channel::{Element, ElementKind, Path};
use fiberlane_engine::design::Design;
use fiberlane_messages::Voice;
use fiberlane_units::{Length, Side};

/// How wide it is drawn where there is room, in pixels.
pub(super) const WIDTH: i32 = 1000;
/// Width of a phone's column, and where its words begin.
const COLUMN: i32 = 340;
const WORDS: i32 = 196;
const DEVICE: i32 = 106;
const DEVICE_COLUMN: i32 = 50;
const MODULE: i32 = 128;
/// Room for the adapter at the rear of a box.
pub(super) const ADAPTER: i32 = 18;
const CORD: i32 = 66;
/// Room above and below the faces for words.
const ABOVE: i32 = 40;
const BELOW: i32 = 104;
/// Between the ports of a junction.
const GAP: i32 = 4;

/// The drawing's measures.
#[derive(Debug)]
pub(super) struct Layout<'a> {
    pub(super) voice: Voice<'a>,
    pub(super) design: &'a Design,
    pub(super) elements: &'a [Element],
    pub(super) vertical: bool,
    /// Plugs of each end that are drawn: one, or all that share a trunk behind a conversion module.
    pub(super) plugs: u8,
    /// Every lane of these plugs, with its place at each junction.
    pub(super) fibers: Vec<Fiber<'a>>,
    /// Where each element begins, and the last ends.
    starts: Vec<i32>,
    /// Ports at each junction.
    ports: Vec<u8>,
    /// Distance between two positions.
    pub(super) pitch: i32,
    extent: i32,
}

impl<'a> Layout<'a> {
    /// Lays it out for so much room: from left to right as long as its words can be read, or in a
    /// column, which fits any room.
    pub(super) fn of(voice: Voice<'a>, design: &'a Design, room: i32) -> Self {
        let wide = Self::made(voice, design, false, room.clamp(0, WIDTH));
        // Drawn smaller than to four fifths, its smallest words would be no more than specks.
        if room > 0 && wide.size().0 * 4 / 5 <= room {
            wide
        } else {
            Self::made(voice, design, true, 0)
        }
    }

    fn made(voice: Voice<'a>, design: &'a Design, vertical: bool, room: i32) -> Self {
        let elements = &design.frame.assembly.elements[..];
        let shared = elements.iter().any(|element| element.kind == ElementKind::Conversion);
        let plugs = if shared { design.frame.link.a.plug.count } else { 1 };
        let mut layout = Self {
            voice,
            design,
            elements,
            vertical,
            plugs,
            fibers: fibers(design, plugs),
            starts: Vec::new(),
            ports: ports(elements),
            pitch: 13,
            extent: 0,
        };
        let most = if vertical { WORDS - 16 } else { 250 };
        layout.extent = layout.widest();
        while layout.extent > most && layout.pitch > 4 {
            layout.pitch -= 1;
            layout.extent = layout.widest();
        }
        layout.place(room);
        layout
    }

    /// The most that the faces of any junction take across.
    fn widest(&self) -> i32 {
        let of = |(index, element): (usize, &Element)| {
            let sides = [index.checked_sub(1), Some(index)];
            sides
                .into_iter()
                .zip(element.ends)
                .filter_map(|(junction, end)| Some(self.across(junction?, end?.connector)))
                .max()
        };
        self.elements.iter().enumerate().filter_map(of).max().unwrap_or(60).max(60)
    }

    fn across(&self, junction: usize, connector: Connector) -> i32 {
        let ports = i32::from(self.ports.get(junction).copied().unwrap_or(1));
        ports * (self.slot(connector) + GAP) - GAP
    }

    /// What one connector takes across.
    pub(super) fn slot(&self, connector: Connector) -> i32 {
        columns(connector) * self.pitch + 2 * pad(connector)
    }

    fn place(&mut self, width: i32) {
        let natural: Vec<i32> = self.elements.iter().map(|element| self.natural(element)).collect();
        // What room is left goes to the cables, by length: twice as long is a step longer.
        let weights: Vec<i32> = self.elements.iter().map(weight).collect();
        let total: i32 = weights.iter().sum();
        let room = (width - natural.iter().sum::<i32>()).max(0);
        let mut along = 0;
        self.starts.push(along);
        for (natural, weight) in natural.iter().zip(&weights) {
            along += natural + room * weight / total.max(1);
            self.starts.push(along);
        }
    }

    fn natural(&self, element: &Element) -> i32 {
        let faces: i32 = element.ends.iter().flatten().map(|end| depth(end.connector)).sum();
        match (element.kind, self.vertical) {
            (ElementKind::Transceiver, false) => DEVICE,
            (ElementKind::Transceiver, true) => DEVICE_COLUMN,
            (ElementKind::Adapter, _) => 34,
            (ElementKind::Cassette | ElementKind::Conversion, _) => MODULE,
            (_, false) => CORD + faces,
            (_, true) => 64 + faces + weight(element),
        }
    }

    pub(super) fn size(&self) -> (i32, i32) {
        let end = self.starts.last().copied().unwrap_or(0);
        if self.vertical { (COLUMN, end + 2) } else { (end + 2, ABOVE + self.extent + BELOW) }
    }

    /// Where an element begins and ends along the channel.
    pub(super) fn span(&self, index: usize) -> (i32, i32) {
        let at = |index: usize| self.starts.get(index).copied().unwrap_or(0);
        (at(index) + 1, at(index + 1) + 1)
    }

    /// Where the elements begin and end across it.
    pub(super) fn edges(&self) -> (i32, i32) {
        let top = if self.vertical { 4 } else { ABOVE };
        (top, top + self.extent)
    }

    /// The first point across of a port's connector.
    pub(super) fn port(&self, junction: usize, connector: Connector, port: u8) -> i32 {
        let (top, bottom) = self.edges();
        let start = (top + bottom - self.across(junction, connector)) / 2;
        start + (i32::from(port) - 1) * (self.slot(connector) + GAP)
    }

    /// Where a fiber's place is across.
    pub(super) fn spot(&self, junction: usize, connector: Connector, place: Place) -> i32 {
        let index = i32::from(place.position) - 1;
        let (row, column) = (index / columns(connector), index % columns(connector));
        // The second row lies behind the first: a little aside, so that both are seen.
        let aside = if connector.rows() > 1 { row * (self.pitch / 2) - self.pitch / 4 } else { 0 };
        self.port(junction, connector, place.port)
            + pad(connector)
            + column * self.pitch
            + self.pitch / 2
            + aside
    }

    /// Where the words about an element stand: beside it, or above and below.
    pub(super) fn words_at(&self, index: usize) -> At {
        let (from, to) = self.span(index);
        ((from + to) / 2, WORDS + 4)
    }

    /// The adapter built into a box, on the side where it is: what arrives there passes it first.
    pub(super) fn rear(&self, index: usize, side: usize) -> Option<&'static Map> {
        let near = if side == 0 { Side::A } else { Side::B };
        match self.elements.get(index)?.path {
            Path::Ports { near: own, rear, .. } if own == near => rear,
            _ => None,
        }
    }

    /// Where a place of a junction is at the face inside: behind the built-in adapter.
    pub(super) fn seat(&self, index: usize, side: usize, place: Place) -> Place {
        let at = Place { port: 1, position: place.position };
        let inside = self.rear(index, side).and_then(|map| map.forward(at));
        inside.map_or(place, |inside| Place { position: inside.position, ..place })
    }

    /// Indexes of the elements at which two ends meet that do not mate.
    pub(super) fn faults(&self) -> Vec<usize> {
        let matings = self.design.frame.matings.iter();
        matings.filter(|m| m.mate().is_err()).map(|m| m.at).collect()
    }

    /// Ports of a junction that this link uses.
    pub(super) fn used(&self, junction: usize) -> Vec<u8> {
        let mut used: Vec<u8> = Vec::new();
        for fiber in &self.fibers {
            let port = fiber.places.get(junction).copied().flatten().map(|place| place.port);
            used.extend(port.filter(|port| !used.contains(port)));
        }
        if used.is_empty() { vec![1] } else { used }
    }
}

/// Positions beside each other in a connector.
pub(super) const fn columns(connector: Connector) -> i32 {
    match connector {
        Connector::Mpo16 | Connector::Mpo32 => 16,
        Connector::Lc | Connector::Cs => 2,
        _ => 12,
    }
}

/// Beside the positions: guide pins, or the housing of a duplex plug.
pub(super) const fn pad(connector: Connector) -> i32 {
    if connector.is_array() { 11 } else { 3 }
}

/// What a face takes along the channel.
pub(super) const fn depth(connector: Connector) -> i32 {
    match connector.rows() {
        _ if !connector.is_array() => 18,
        1 => 17,
        _ => 26,
    }
}

/// How much of the room a cable is given: a step more for every doubling.
fn weight(element: &Element) -> i32 {
    let Some(length) = element.length.filter(|_| element.is_cable()) else { return 0 };
    let half = Length::from_meters(1).steps() / 2;
    i32::try_from((length.steps() / half + 1).ilog2()).unwrap_or(0) * 4 + 4
}

/// The places that an element joins between its faces, for the first connector at a cassette's rear.
/// What the adapter at its rear does is not in it: it is drawn where it is.
pub(super) fn pairs(element: &Element) -> Vec<(Place, Place)> {
    let mut pairs = match element.path {
        Path::Ports { map, near: Side::A, .. } => map.pairs.to_vec(),
        Path::Ports { map, .. } => map.pairs.iter().map(|(rear, front)| (*front, *rear)).collect(),
        _ => element.pairs(),
    };
    if element.kind == ElementKind::Cassette {
        match element.path {
            Path::Ports { near: Side::A, .. } => pairs.retain(|(rear, _)| rear.port == 1),
            Path::Ports { .. } => pairs.retain(|(_, rear)| rear.port == 1),
            _ => {}
        }
    }
    pairs
}

/// How many ports each junction has.
fn ports(elements: &[Element]) -> Vec<u8> {
    let mut ports = vec![1_u8; elements.len()];
    for (index, element) in elements.iter().enumerate() {
        if matches!(element.path, Path::Ports { .. }) {
            for (a, b) in pairs(element) {
                if let Some(before) = index.checked_sub(1).and_then(|i| ports.get_mut(i)) {
                    *before = (*before).max(a.port);
                }
                ports[index] = ports[index].max(b.port);
            }
        }
    }
    // Cords and adapters carry ports on, in both directions.
    for _ in 0..elements.len() {
        for (index, element) in elements.iter().enumerate().skip(1) {
            if matches!(element.path, Path::Positions(_) | Path::Measured(_) | Path::Unknown) {
                let most = ports[index - 1].max(ports[index]);
                ports[index - 1] = most;
                ports[index] = most;
            }
        }
    }
    ports
}
