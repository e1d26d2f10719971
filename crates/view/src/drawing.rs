//! The channel as one drawing: plugs with key, pins and lit positions, cables, panels, cassettes.
//!
//! All coordinates are whole pixels of a fixed drawing that the style sheet scales.

use fiberlane_catalog::{Connector, EndFace, Fiber, Key, built_in};
use fiberlane_engine::channel::{Element, ElementKind, Path};
use fiberlane_engine::design::Design;
use fiberlane_engine::end::{End, Pins};
use fiberlane_engine::loss::TermKind;
use fiberlane_engine::proof::Direction;
use fiberlane_engine::request::speed_name;
use fiberlane_engine::wire::cable_word;
use fiberlane_messages::Html;
use fiberlane_messages::{Figure as _, element_title, fill, text, word};
use fiberlane_units::{Loss, Side};

/// Height of the axis along which the channel runs.
const AXIS: i32 = 84;
const HEIGHT: i32 = 196;
const DEVICE: i32 = 112;
const PANEL: i32 = 42;
const CASSETTE: i32 = 78;
const PLUG: i32 = 52;
const DUPLEX: i32 = 22;
const CORD: i32 = 56;
const TRUNK: i32 = 150;
const WIDTH: i32 = 1000;

/// The drawing with its caption for those who do not see it.
pub fn channel(design: &Design, _narrow: bool) -> String {
    let elements = &design.frame.assembly.elements;
    let natural: i32 = elements.iter().map(width).sum();
    let stretch = (WIDTH - natural).max(0);
    let longest = elements
        .iter()
        .filter(|element| element.kind == ElementKind::Trunk)
        .count()
        .max(usize::from(!elements.iter().any(|e| e.kind == ElementKind::Trunk)));
    let share = stretch / i32::try_from(longest).unwrap_or(1);
    let has_trunk = elements.iter().any(|element| element.kind == ElementKind::Trunk);
    let total = natural.max(WIDTH);
    let mut html = Html::new();
    html.raw("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"");
    html.text(text("section.channel")).raw("\"><svg class=\"drawing\" role=\"img\" viewBox=\"0 0 ");
    html.int(total).raw(" ").int(HEIGHT).raw("\" aria-label=\"").text(&caption(design)).raw("\">");
    let mut pen = Pen { html: &mut html, design, x: 0, up: true };
    for (index, element) in elements.iter().enumerate() {
        let stretched = element.kind == ElementKind::Trunk || (!has_trunk && element.is_cable());
        pen.element(index, element, if stretched { share } else { 0 });
    }
    html.raw("</svg></div>");
    html.finish()
}

/// The channel in words.
fn caption(design: &Design) -> String {
    let elements = &design.frame.assembly.elements;
    let names: Vec<String> = elements
        .iter()
        .enumerate()
        .map(|(index, element)| match element.length {
            Some(length) => format!("{} {}", element_title(elements, index), length.said()),
            None => element_title(elements, index),
        })
        .collect();
    names.join(", ")
}

const fn end_width(end: Option<End>) -> i32 {
    match end {
        Some(end) if end.connector.is_array() => PLUG,
        Some(_) => DUPLEX,
        None => 0,
    }
}

fn width(element: &Element) -> i32 {
    match element.kind {
        ElementKind::Transceiver => DEVICE,
        ElementKind::Adapter => PANEL,
        ElementKind::Cassette | ElementKind::Conversion => CASSETTE,
        ElementKind::Cord | ElementKind::Harness => {
            CORD + end_width(element.ends[0]) + end_width(element.ends[1])
        }
        ElementKind::Trunk => TRUNK + end_width(element.ends[0]) + end_width(element.ends[1]),
    }
}

struct Pen<'a> {
    html: &'a mut Html,
    design: &'a Design,
    x: i32,
    /// Whether the key of the next plug is up.
    up: bool,
}

impl Pen<'_> {
    fn element(&mut self, index: usize, element: &Element, stretch: i32) {
        let wide = width(element) + stretch;
        let part = i32::try_from(index).unwrap_or(0);
        self.html.raw("<g class=\"part\" data-part=\"").int(part).raw("\">");
        match element.kind {
            ElementKind::Transceiver => self.device(index),
            ElementKind::Adapter => self.panel(index, element),
            ElementKind::Cassette | ElementKind::Conversion => self.cassette(index, element),
            _ => self.cable(index, element, wide),
        }
        self.html.raw("</g>");
        self.x += wide;
    }

    fn label(&mut self, x: i32, y: i32, class: &str, words: &str) {
        self.html.raw("<text text-anchor=\"middle\" x=\"").int(x).raw("\" y=\"").int(y);
        self.html.raw("\" class=\"").raw(class).raw("\">").text(words).raw("</text>");
    }

    fn rect(&mut self, x: i32, y: i32, width: i32, height: i32, class: &str) {
        self.html.raw("<rect x=\"").int(x).raw("\" y=\"").int(y).raw("\" width=\"").int(width);
        self.html.raw("\" height=\"").int(height).raw("\" class=\"").raw(class).raw("\"/>");
    }

    fn line(&mut self, from: (i32, i32), to: (i32, i32), class: &str) {
        self.html.raw("<path d=\"M").int(from.0).raw(" ").int(from.1).raw("L").int(to.0);
        self.html.raw(" ").int(to.1).raw("\" class=\"").raw(class).raw("\"/>");
    }

    fn circle(&mut self, x: i32, y: i32, radius: i32, class: &str) {
        self.html.raw("<circle cx=\"").int(x).raw("\" cy=\"").int(y).raw("\" r=\"").int(radius);
        self.html.raw("\" class=\"").raw(class).raw("\"/>");
    }

    fn device(&mut self, index: usize) {
        let link = &self.design.frame.link;
        let near = index == 0;
        let application = built_in().application(if near { link.near } else { link.far });
        let ports = if near { 1 } else { link.far_ports / link.a.plug.count.max(1) };
        let x = self.x;
        if ports > 1 {
            self.rect(x + 5, AXIS - 35, DEVICE - 6, 60, "box behind");
        }
        self.rect(x + 1, AXIS - 30, DEVICE - 6, 60, "box device");
        let speed = speed_name(application.speed);
        let kind = application.name.strip_prefix(speed.as_str()).unwrap_or(application.name);
        let kind = kind.trim_start_matches("BASE").trim_start_matches(['-', ' ']);
        // The box holds a word; the table and the title hold the whole name.
        let kind = kind.split(" (").next().unwrap_or(kind);
        let kind = kind.split(" / ").next().unwrap_or(kind);
        let middle = x + DEVICE / 2 - 2;
        let title = format!("{speed} {kind}");
        self.label(middle, AXIS - 4, "strong", &title);
        let receptacle = if near { &link.a } else { &link.b };
        let count = if near { link.a.plug.count } else { ports };
        let connector = receptacle.plug.connector.name();
        let detail =
            if count > 1 { format!("{count} × {connector}") } else { connector.to_owned() };
        self.label(middle, AXIS + 14, "small", &detail);
        let key = if near { "drawing.endA" } else { "drawing.endB" };
        self.label(middle, AXIS - 46, "strong", text(key));
    }

    fn loss_at(&mut self, index: usize, middle: i32) {
        let losses = self.design.terms.iter().filter(|term| term.at == index);
        let pairs = losses.filter(|term| term.kind == TermKind::MatedPair);
        let sum: Loss = pairs.map(|term| term.loss).sum();
        if sum > Loss::ZERO {
            self.label(middle, AXIS + 98, "small", &format!("+{} dB", sum.said()));
        }
    }

    fn panel(&mut self, index: usize, element: &Element) {
        let middle = self.x + PANEL / 2;
        self.rect(self.x + 2, AXIS - 30, PANEL - 4, 60, "box");
        let elements = &self.design.frame.assembly.elements;
        let title = element_title(elements, index);
        self.label(middle, AXIS - 40, "small", &title);
        if let Some(key) = element.key {
            let words = fill("drawing.key", &[("key", &word(key.name()))]);
            self.label(middle, AXIS - 54, "small", &words);
        }
        self.loss_at(index, middle);
        // Opposed keys turn the next plug over; aligned keys do not.
        if element.key == Some(Key::Opposed) {
            self.up = !self.up;
        }
    }

    fn cassette(&mut self, index: usize, element: &Element) {
        let (x, middle) = (self.x, self.x + CASSETTE / 2);
        self.rect(x + 2, AXIS - 34, CASSETTE - 4, 68, "box");
        let rear_left = match element.path {
            Path::Ports { near, .. } => near == Side::A,
            _ => element.ends[0].is_some_and(|end| end.connector.is_array()),
        };
        let (rear, front) =
            if rear_left { (x + 10, x + CASSETTE - 12) } else { (x + CASSETTE - 10, x + 12) };
        let ports = element.part.and_then(|id| built_in().part(id).front).map_or(6, |p| p.count);
        let rears = element.part.and_then(|id| built_in().part(id).rear).map_or(1, |p| p.count);
        let whole = element.kind == ElementKind::Conversion;
        let shown = i32::from(if whole { ports } else { (ports / rears.max(1)).clamp(1, 8) });
        for port in 0..shown {
            let y = AXIS - 26 + port * 52 / (shown - 1).max(1);
            self.line((rear, AXIS), (front, y), "fan");
            self.rect(front - 3, y - 2, 6, 4, "port");
        }
        let elements = &self.design.frame.assembly.elements;
        let title = element_title(elements, index);
        self.label(middle, AXIS - 44, "small", &title);
        self.loss_at(index, middle);
        self.up = element.key == Some(Key::Aligned);
    }

    fn cable(&mut self, index: usize, element: &Element, wide: i32) {
        let (x, middle) = (self.x, self.x + wide / 2);
        let [a, b] = element.ends;
        let (left, right) = (x + end_width(a), x + wide - end_width(b));
        let class = match (element.kind, self.design.figures.fiber) {
            (ElementKind::Trunk, fiber) => format!("cable trunk {}", jacket(fiber)),
            (_, fiber) => format!("cable {}", jacket(fiber)),
        };
        let fans = element.kind == ElementKind::Harness;
        if fans {
            let shown = i32::from(element.ports.clamp(1, 8));
            let knot = left + (right - left) / 2;
            self.line((left, AXIS), (knot, AXIS), &class);
            for port in 0..shown {
                // All legs end in the one plug that is drawn for them.
                let y = AXIS - 8 + port * 16 / (shown - 1).max(1);
                self.line((knot, AXIS), (right, y), &class);
            }
        } else {
            self.line((left, AXIS), (right, AXIS), &class);
        }
        if let Some(end) = a {
            self.end(x, end, index.checked_sub(1));
        }
        // A Type B cable has both keys up, Type A and C turn one over.
        let turned = match element.path {
            Path::Positions(map) => map.id.starts_with("cable-a") || map.id.starts_with("cable-c"),
            _ => false,
        };
        if turned {
            self.up = !self.up;
        }
        if let Some(end) = b {
            self.end(right, end, Some(index));
        }
        self.cable_words(index, element, middle);
    }

    fn cable_words(&mut self, index: usize, element: &Element, middle: i32) {
        let elements = &self.design.frame.assembly.elements;
        let length = element.length.map(|length| length.said()).unwrap_or_default();
        let title = format!("{} {length}\u{a0}m", element_title(elements, index));
        self.label(middle, AXIS + 50, "strong", &title);
        let connectors: Vec<&str> =
            element.ends.into_iter().flatten().map(|end| end.connector.name()).collect();
        let polish = element
            .ends
            .into_iter()
            .flatten()
            .any(|end| end.connector.is_array() && end.face == Some(EndFace::Angled));
        let mut connector = connectors.first().copied().unwrap_or_default().to_owned();
        if let Some(other) = connectors.get(1).filter(|other| **other != connector) {
            connector = format!("{connector} – {other}");
        }
        if polish {
            connector.push_str(" APC");
        }
        self.label(middle, AXIS + 66, "small", &connector);
        let map = match element.path {
            Path::Positions(map) | Path::Ports { map, .. } => cable_word(map.id),
            _ => "",
        };
        let polarity = match map {
            "A" | "B" | "C" => fill("order.type", &[("type", map)]),
            other => other.to_owned(),
        };
        let order = &self.design.frame.order;
        let legs = (element.kind == ElementKind::Trunk)
            .then(|| order.lines.iter().find_map(|line| line.legs))
            .flatten();
        let fibers = element.ends[0].map_or(0, |end| end.connector.fibers());
        let words = match legs {
            Some(legs) => fill(
                "drawing.legs",
                &[
                    ("polarity", &polarity),
                    ("legs", &legs.to_string()),
                    ("fibers", &fibers.to_string()),
                    ("fiber", self.design.figures.fiber.name()),
                ],
            ),
            None => polarity,
        };
        self.label(middle, AXIS + 81, "small", &words);
    }

    /// A plug whose left edge is at `x`; `after` is the element after which its light is taken.
    fn end(&mut self, x: i32, end: End, after: Option<usize>) {
        if !end.connector.is_array() {
            self.rect(x + 2, AXIS - 8, DUPLEX - 4, 7, "duplex");
            self.rect(x + 2, AXIS + 1, DUPLEX - 4, 7, "duplex");
            return;
        }
        let class = match (end.face, self.design.figures.fiber) {
            (Some(EndFace::Angled), _) => "plug apc",
            (_, Fiber::Os2 | Fiber::Os1a | Fiber::Os2IndoorOutdoor) => "plug upc",
            _ => "plug flat",
        };
        // MPO-16 and MPO-32 have the key off center.
        let key = x + PLUG / 2 - 7 + if end.connector.has_offset_key() { 10 } else { 0 };
        let y = if self.up { AXIS - 16 } else { AXIS + 10 };
        self.rect(key, y, 14, 6, class);
        self.rect(x + 1, AXIS - 11, PLUG - 2, 22, class);
        let pin = if end.pins == Pins::Pinned { "pin" } else { "hole" };
        self.circle(x + 6, AXIS, 2, pin);
        self.circle(x + PLUG - 6, AXIS, 2, pin);
        self.fibers(x + 10, end.connector, after);
    }

    fn fibers(&mut self, x: i32, connector: Connector, after: Option<usize>) {
        let per_row = match connector {
            Connector::Mpo16 | Connector::Mpo32 => 16,
            _ => 12,
        };
        let rows = i32::from(connector.rows());
        let lit = after.map(|after| self.lit(after)).unwrap_or_default();
        for position in connector.positions() {
            let index = i32::from(position) - 1;
            let (row, column) = (index / per_row, index % per_row);
            // A turned plug shows its first position at the right.
            let column = if self.up { column } else { per_row - 1 - column };
            let step = column * 32 / per_row;
            let y = if rows == 1 { AXIS } else { AXIS - 3 + row * 6 };
            let class = match lit.iter().find(|(at, _)| *at == position) {
                Some((_, class)) => class,
                None => "dark",
            };
            self.circle(x + 1 + step, y, 1, class);
        }
    }

    /// Positions of the first leg that carry light after element `after`, and which way.
    fn lit(&self, after: usize) -> Vec<(u8, &'static str)> {
        let proof = &self.design.frame.assembly.proof;
        let inner = self.design.frame.assembly.elements.len().saturating_sub(2);
        let mut found: Vec<(u8, &'static str)> = Vec::new();
        for lane in &proof.lanes {
            let near = if lane.direction == Direction::AtoB { lane.from } else { lane.to };
            if near.port != 1 {
                continue;
            }
            // `path` holds the positions after each inner element in the direction of travel.
            let position = match lane.direction {
                Direction::AtoB if after == 0 => Some(lane.from.position),
                Direction::AtoB => lane.path.get(after - 1).copied(),
                Direction::BtoA if after == inner => Some(lane.from.position),
                Direction::BtoA => {
                    let back = inner.checked_sub(after + 1);
                    back.and_then(|index| lane.path.get(index).copied())
                }
            };
            let Some(position) = position else { continue };
            let class = if lane.direction == Direction::AtoB { "out" } else { "in" };
            match found.iter_mut().find(|(at, _)| *at == position) {
                Some(entry) if entry.1 != class => entry.1 = "both",
                Some(_) => {}
                None => found.push((position, class)),
            }
        }
        found
    }
}

const fn jacket(fiber: Fiber) -> &'static str {
    match fiber {
        Fiber::Om3 | Fiber::Om4 => "aqua",
        Fiber::Om5 => "lime",
        Fiber::Os2 | Fiber::Os1a | Fiber::Os2IndoorOutdoor => "yellow",
    }
}
