//! Faces: the ferrule with key, pins, white dot and positions, or the two halves of a duplex plug.

use super::layout::{ADAPTER, Layout, columns, depth, pad};
use super::pen::Pen;
use fiberlane_catalog::{Connector, EndFace, Fiber, Key};
use fiberlane_engine::channel::{ElementKind, Path};
use fiberlane_engine::end::{End, Pins};

/// Where the fibers of an element begin and end along the channel: behind its faces.
pub(super) fn inside(layout: &Layout<'_>, index: usize) -> (i32, i32) {
    let (from, to) = layout.span(index);
    let element = &layout.elements[index];
    let [a, b] = element.ends.map(|end| end.map_or(0, |end| depth(end.connector)));
    match element.kind {
        ElementKind::Adapter => (from, to),
        // The receptacle's face looks out of the box.
        ElementKind::Transceiver if index == 0 => (from, to - b / 2),
        ElementKind::Transceiver => (from + a / 2, to),
        _ => (from + a + recess(layout, index, 0), to - b - recess(layout, index, 1)),
    }
}

/// How far a face lies behind the edge of its box: the adapter stands before it.
fn recess(layout: &Layout<'_>, index: usize, side: usize) -> i32 {
    if layout.rear(index, side).is_some() { ADAPTER } else { 0 }
}

/// The faces of an element at both of its sides.
pub(super) fn faces(pen: &mut Pen, layout: &Layout<'_>, index: usize) {
    let element = &layout.elements[index];
    if element.kind == ElementKind::Adapter {
        return;
    }
    let (from, to) = layout.span(index);
    pen.group("part faces", "data-part", index);
    for (side, end) in element.ends.iter().enumerate() {
        let (Some(end), Some(junction)) = (end, (index + side).checked_sub(1)) else { continue };
        let deep = depth(end.connector);
        let back = recess(layout, index, side);
        let along = if side == 0 {
            (from + back, from + back + deep)
        } else {
            (to - back - deep, to - back)
        };
        for port in ports(layout, index, junction) {
            let up = up(layout, index, side);
            let face = Face { end: *end, element: index, side, junction, port, along, up };
            if end.connector.is_array() {
                array(pen, layout, &face);
            } else {
                duplex(pen, layout, &face);
            }
        }
    }
    pen.end_group();
}

/// Every port of a box, the ones in use of a cable.
fn ports(layout: &Layout<'_>, index: usize, junction: usize) -> Vec<u8> {
    let Some(element) = layout.elements.get(index) else { return Vec::new() };
    if element.is_module() {
        let mut ports: Vec<u8> = Vec::new();
        for (a, b) in super::layout::pairs(element) {
            let port = if junction == index { b.port } else { a.port };
            if !ports.contains(&port) {
                ports.push(port);
            }
        }
        return ports;
    }
    layout.used(junction)
}

/// A face at its place.
struct Face {
    end: End,
    element: usize,
    side: usize,
    junction: usize,
    port: u8,
    along: (i32, i32),
    up: bool,
}

/// Whether the key of a face is up. It begins up, opposed keys turn the next plug over, and so do
/// the maps of cables that are made with one key up and one down. In a box it begins anew.
fn up(layout: &Layout<'_>, index: usize, side: usize) -> bool {
    let mut up = true;
    for (at, element) in layout.elements.iter().enumerate().take(index + 1) {
        let opposed = element.key == Some(Key::Opposed);
        // Entering a box: its own plug meets the cable's.
        if element.is_module() && layout.rear(at, 0).is_some() {
            up ^= opposed;
        }
        if at == index && side == 0 {
            return up;
        }
        if element.is_module() {
            up = true;
            if at == index {
                return up;
            }
            // Leaving it: the cable's plug meets its own.
            up ^= opposed && layout.rear(at, 1).is_some();
        }
        let turns = match (element.kind, element.path) {
            (ElementKind::Adapter, _) => opposed,
            (_, Path::Positions(map)) => map.turned,
            _ => false,
        };
        up ^= turns;
    }
    up
}

fn array(pen: &mut Pen, layout: &Layout<'_>, face: &Face) {
    let connector = face.end.connector;
    let class = match (face.end.face, layout.design.figures.fiber) {
        (Some(EndFace::Angled), _) => "plug apc",
        (_, Fiber::Os2 | Fiber::Os1a | Fiber::Os2IndoorOutdoor) => "plug upc",
        _ => "plug flat",
    };
    let (from, to) = face.along;
    let top = layout.port(face.junction, connector, face.port);
    let bottom = top + layout.slot(connector);
    let middle = (top + bottom) / 2;
    // MPO-16 and MPO-32 have the key off center.
    let aside = if connector.has_offset_key() { layout.slot(connector) / 5 } else { 0 };
    let key = if face.up { (from - 4, from + 2) } else { (to - 2, to + 4) };
    pen.rect((key.0, middle + aside - 9), (key.1, middle + aside + 9), class);
    pen.rect((from + 1, top), (to - 1, bottom), class);
    let axis = (from + to) / 2;
    let pin = if face.end.pins == Pins::Pinned { "pin" } else { "hole" };
    pen.circle((axis, top + 6), 3, pin);
    pen.circle((axis, bottom - 6), 3, pin);
    // The white dot marks the side of position 1.
    let corner = if face.up { to - 4 } else { from + 4 };
    pen.circle((corner, top + 3), 1, "dot");
    positions(pen, layout, face, axis);
}

fn positions(pen: &mut Pen, layout: &Layout<'_>, face: &Face, axis: i32) {
    let connector = face.end.connector;
    let radius = (layout.pitch / 2 - 2).clamp(1, 4);
    let last = match connector {
        Connector::Mpo8 => 12,
        other => other.fibers(),
    };
    for position in 1..=last {
        let index = i32::from(position) - 1;
        let (row, column) = (index / columns(connector), index % columns(connector));
        let across = layout.port(face.junction, connector, face.port)
            + pad(connector)
            + column * layout.pitch
            + layout.pitch / 2;
        let deep = if connector.rows() > 1 { row * 10 - 5 } else { 0 };
        let empty = connector == Connector::Mpo8 && (5..=8).contains(&position);
        let class = if empty { "empty" } else { lit(layout, face, position) };
        pen.circle((axis + deep, across), radius, class);
    }
}

/// What light does at a position: it goes out, comes in, both, or none does.
fn lit(layout: &Layout<'_>, face: &Face, position: u8) -> &'static str {
    let mut class = "dark";
    for fiber in &layout.fibers {
        let place = fiber.places.get(face.junction).copied().flatten();
        let place = place.map(|place| layout.seat(face.element, face.side, place));
        if place.is_some_and(|at| at.port == face.port && at.position == position) {
            class = match (class, fiber.class(layout.design)) {
                ("out", "in") | ("in", "out") => "both",
                (_, now) => now,
            };
        }
    }
    class
}

fn duplex(pen: &mut Pen, layout: &Layout<'_>, face: &Face) {
    let (from, to) = face.along;
    let half = layout.pitch / 2;
    for position in [1, 2] {
        let place = fiberlane_catalog::Place { port: face.port, position };
        let across = layout.spot(face.junction, face.end.connector, place);
        let polish = match (face.end.face, layout.design.figures.fiber) {
            (Some(EndFace::Angled), _) => "plug apc",
            (_, Fiber::Os2 | Fiber::Os1a | Fiber::Os2IndoorOutdoor) => "plug upc",
            _ => "plug duplex",
        };
        pen.rect((from + 2, across - half + 1), (to - 2, across + half - 1), polish);
        let class = lit(layout, face, position);
        pen.circle(((from + to) / 2, across), (half - 2).clamp(1, 3), class);
    }
}
