//! Boxes and cables with their words.

use super::face::inside;
use super::layout::{Layout, pairs};
use super::pen::Pen;
use fiberlane_catalog::{EndFace, Map};
use fiberlane_engine::channel::{Element, ElementKind, Path};
use fiberlane_engine::describe::jacket_color;
use fiberlane_engine::loss::TermKind;
use fiberlane_messages::{Figure as _, element_title};
use fiberlane_units::Loss;

const LINE: i32 = 15;

/// Words above and below an element, or beside it.
fn say(pen: &mut Pen, layout: &Layout<'_>, index: usize, above: &[Words], below: &[Words]) {
    let (along, across) = layout.words_at(index);
    let shown = |words: &&Words| !words.1.is_empty();
    if layout.vertical {
        let lines = above.iter().chain(below).filter(shown);
        let count = i32::try_from(lines.clone().count()).unwrap_or(1);
        let mut at = along - count * LINE / 2 + 12;
        for (class, words) in lines {
            pen.words((at, across), "start", class, words);
            at += LINE;
        }
        return;
    }
    let (top, bottom) = layout.edges();
    let count = i32::try_from(above.iter().filter(shown).count()).unwrap_or(0);
    for (row, (class, words)) in (1_i32..).zip(above.iter().filter(shown)) {
        pen.words((along, top - 10 - (count - row) * LINE), "middle", class, words);
    }
    for (row, (class, words)) in (1_i32..).zip(below) {
        if !words.is_empty() {
            pen.words((along, bottom + 6 + row * LINE), "middle", class, words);
        }
    }
}

/// A class and the words.
type Words = (&'static str, String);

fn blank() -> Words {
    ("small", String::new())
}

pub(super) fn device(pen: &mut Pen, layout: &Layout<'_>, index: usize) {
    let link = &layout.design.frame.link;
    let near = index == 0;
    let application = layout.voice.catalog().application(if near { link.near } else { link.far });
    let ports = if near { 1 } else { link.far_ports / link.a.plug.count.max(1) };
    let (from, to) = layout.span(index);
    let (top, bottom) = layout.edges();
    if layout.vertical {
        pen.rect((from, top - 3), (to - 1, bottom + 3), "box device");
    } else {
        pen.rect((from, top), (to - 1, bottom), "box device");
    }
    let speed = layout.voice.catalog().speed_name(application.speed);
    let kind = application.name.strip_prefix(speed.as_str()).unwrap_or(application.name);
    let kind = kind.trim_start_matches("BASE").trim_start_matches(['-', ' ']);
    // The drawing holds a word; table and title hold the whole name.
    let kind = kind.split(" (").next().unwrap_or(kind);
    let kind = kind.split(" / ").next().unwrap_or(kind);
    let receptacle = if near { &link.a } else { &link.b };
    let count = if near || ports == 1 { receptacle.plug.count } else { ports };
    let connector = receptacle.plug.connector.name();
    let detail = if count > 1 { format!("{count} × {connector}") } else { connector.to_owned() };
    let end = layout.voice.text(if near { "drawing.endA" } else { "drawing.endB" }).to_owned();
    if layout.vertical {
        let title = format!("{end} · {speed} {kind}");
        say(pen, layout, index, &[("strong", title)], &[("small", detail)]);
        return;
    }
    say(pen, layout, index, &[("strong", end)], &[]);
    // Beside the face, which looks out of the box.
    let middle = (from + to) / 2 + if near { -9 } else { 9 };
    let across = (top + bottom) / 2;
    pen.words((middle, across - 10), "middle", "strong", &speed);
    pen.words((middle, across + 5), "middle", "strong", kind);
    pen.words((middle, across + 20), "middle", "small", &detail);
}

/// What the mated pairs of an element lose, as it stands at the drawing.
fn loss_words(layout: &Layout<'_>, index: usize) -> Words {
    let terms = layout.design.terms.iter().filter(|term| term.at == index);
    let pairs = terms.filter(|term| term.kind == TermKind::MatedPair);
    let sum: Loss = pairs.map(|term| term.loss).sum();
    match sum > Loss::ZERO {
        true => ("small", format!("+{}\u{a0}dB", sum.said(layout.voice))),
        false => blank(),
    }
}

pub(super) fn panel(pen: &mut Pen, layout: &Layout<'_>, index: usize) {
    let element = &layout.elements[index];
    let (from, to) = layout.span(index);
    let (top, bottom) = layout.edges();
    pen.rect((from + 3, top - 4), (to - 3, bottom + 4), "box");
    fibers(pen, layout, index);
    let array = element.ends.iter().flatten().any(|end| end.connector.is_array());
    let key = element.key.filter(|_| array);
    let key = key
        .map(|key| layout.voice.fill("drawing.key", &[("key", &layout.voice.word(key.name()))]))
        .unwrap_or_default();
    let title = element_title(layout.voice, layout.elements, index);
    let below = [blank(), blank(), blank(), loss_words(layout, index)];
    say(pen, layout, index, &[("small", key), ("small strong", title)], &below);
}

pub(super) fn module(pen: &mut Pen, layout: &Layout<'_>, index: usize) {
    let (from, to) = layout.span(index);
    let (top, bottom) = layout.edges();
    pen.rect((from, top - 4), (to - 1, bottom + 4), "box");
    fibers(pen, layout, index);
    let title = element_title(layout.voice, layout.elements, index);
    let map = match layout.elements[index].path {
        Path::Ports { map, .. } => map.id.to_owned(),
        _ => String::new(),
    };
    let key = layout.elements[index].key;
    let key = key
        .map(|key| layout.voice.fill("drawing.key", &[("key", &layout.voice.word(key.name()))]))
        .unwrap_or_default();
    let below = [("small", map), blank(), blank(), loss_words(layout, index)];
    say(pen, layout, index, &[("small", key), ("small strong", title)], &below);
}

/// The fibers that an element joins, as hairlines behind the lanes.
fn fibers(pen: &mut Pen, layout: &Layout<'_>, index: usize) {
    let element = &layout.elements[index];
    let [Some(a), Some(b)] = element.ends else { return };
    let Some(before) = index.checked_sub(1) else { return };
    let (from, to) = inside(layout, index);
    let fixed = matches!(element.path, Path::Ports { .. });
    let used = if fixed { vec![1] } else { layout.used(before) };
    for (near, far) in pairs(element) {
        for port in &used {
            let put = |place: fiberlane_catalog::Place| {
                let port = if fixed { place.port } else { *port };
                fiberlane_catalog::Place { port, ..place }
            };
            let from = (from, layout.spot(before, a.connector, put(near)));
            let to = (to, layout.spot(index, b.connector, put(far)));
            pen.fiber(from, to, "fan");
        }
    }
}

pub(super) fn cable(pen: &mut Pen, layout: &Layout<'_>, index: usize) {
    let element = &layout.elements[index];
    let [Some(a), Some(b)] = element.ends else { return };
    let Some(before) = index.checked_sub(1) else { return };
    let (from, to) = inside(layout, index);
    let color = jacket_color(layout.design.figures.fiber);
    let class = match element.kind {
        ElementKind::Trunk => "jacket trunk ",
        ElementKind::Harness => "jacket leg ",
        _ => "jacket ",
    };
    for port in layout.used(index) {
        // A harness is one plug on one side; cords carry each port on by itself.
        let fans = matches!(element.path, Path::Ports { .. });
        let one = if fans { 1 } else { port };
        let (top, end) =
            (layout.port(before, a.connector, one), layout.port(index, b.connector, port));
        let (top, bottom) = (top + 2, top + layout.slot(a.connector) - 2);
        let (end, last) = (end + 2, end + layout.slot(b.connector) - 2);
        pen.begin((from, top));
        pen.bend((from, top), (to, end));
        pen.straight((to, last));
        pen.bend((to, last), (from, bottom));
        pen.end(&[class, color].concat());
    }
    fibers(pen, layout, index);
    let title = element_title(layout.voice, layout.elements, index);
    let length = element.length.map(|length| length.said(layout.voice)).unwrap_or_default();
    let below = [
        ("strong", format!("{title} {length}")),
        ("small", connectors(element)),
        ("small", polarity(layout, element)),
    ];
    say(pen, layout, index, &[], &below);
}

fn connectors(element: &Element) -> String {
    let ends = || element.ends.into_iter().flatten();
    let names: Vec<&str> = ends().map(|end| end.connector.name()).collect();
    let angled = ends().any(|e| e.connector.is_array() && e.face == Some(EndFace::Angled));
    let mut words = names.first().copied().unwrap_or_default().to_owned();
    if let Some(other) = names.get(1).filter(|other| **other != words) {
        words = format!("{words} – {other}");
    }
    if angled { words + " APC" } else { words }
}

fn polarity(layout: &Layout<'_>, element: &Element) -> String {
    let map = match element.path {
        Path::Positions(map) | Path::Ports { map, .. } => Some(map),
        _ => None,
    };
    let polarity = match map.and_then(Map::letter) {
        Some(letter) => layout.voice.fill("order.type", &[("type", letter)]),
        None => map.map_or("", Map::word).to_owned(),
    };
    let lines = &layout.design.frame.order.lines;
    let legs = lines.iter().find_map(|line| line.legs);
    match legs.filter(|_| element.kind == ElementKind::Trunk) {
        Some(legs) => layout.voice.fill(
            "drawing.legs",
            &[
                ("polarity", &polarity),
                ("legs", &legs.to_string()),
                ("fibers", &element.ends[0].map_or(0, |e| e.connector.fibers()).to_string()),
                ("fiber", layout.design.figures.fiber.name()),
            ],
        ),
        None => polarity,
    }
}

/// Where two ends meet that do not mate: across the whole channel, so that nobody misses it.
pub(super) fn fault(pen: &mut Pen, layout: &Layout<'_>, index: usize) {
    let (from, to) = layout.span(index);
    let (top, bottom) = layout.edges();
    pen.rect((from - 1, top - 6), (to + 1, bottom + 6), "fault");
    pen.words(((from + to) / 2, (top + bottom) / 2 + 8), "middle", "cross", "\u{2715}");
}
