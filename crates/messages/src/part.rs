//! Part designations in the words of the trade and the language of the person who reads them.
//!
//! In English they are the `description` of the plan on the wire; a suite test holds both together.

use crate::Figure as _;
use crate::Voice;
use fiberlane_catalog::EndFace;
use fiberlane_engine::describe::{line_brand, line_fiber, panel_connector};
use fiberlane_engine::design::Design;
use fiberlane_engine::end::End;
use fiberlane_engine::order::{Line, LineKind};
use fiberlane_engine::request::Brand;

/// What a line of the order is.
#[must_use]
pub fn part_words(voice: Voice<'_>, design: &Design, line: &Line) -> String {
    let words = plain(voice, design, line);
    match line_brand(design, line) {
        Brand::Mtp => words.replace("MPO-", "MTP-"),
        Brand::Any => words,
    }
}

fn plain(voice: Voice<'_>, design: &Design, line: &Line) -> String {
    let part = line.part.map(|id| voice.catalog().part(id));
    let [rear, front] = line.sides(voice.catalog()).map(|count| count.to_string());
    let [a, b] = line
        .ends
        .map_or([String::new(), String::new()], |ends| ends.map(|value| end_words(voice, value)));
    let ends = if a == b { a.clone() } else { voice.fill("part.ends", &[("a", &a), ("b", &b)]) };
    let legs = line.legs.unwrap_or(1).to_string();
    let fibers = line.fibers.unwrap_or(0).to_string();
    let length = line.length.map(|length| length.said(voice)).unwrap_or_default();
    let key = line.key.map(|key| voice.word(key.name())).unwrap_or_default();
    let (units, slots) = part.map_or((1, 0), |part| (part.rack_units, part.capacity));
    let template = match line.kind {
        LineKind::Trunk if line.legs.unwrap_or(1) == 1 => "part.trunk.one",
        LineKind::Trunk => "part.trunk",
        LineKind::Cord => "part.cord",
        LineKind::Harness => "part.harness",
        LineKind::Cassette => "part.cassette",
        LineKind::Conversion => "part.conversion",
        LineKind::AdapterPanel => "part.adapterPanel",
        LineKind::Enclosure => "part.enclosure",
    };
    let words = voice.fill(
        template,
        &[
            ("rear", &rear),
            ("front", &front),
            ("a", &a),
            ("b", &b),
            ("ends", &ends),
            ("legs", &legs),
            ("fibers", &fibers),
            ("fiber", line_fiber(design, line).name()),
            ("length", &length),
            ("connector", panel_connector(design, line).name()),
            ("key", &key),
            ("units", &units.to_string()),
            ("slots", &slots.to_string()),
        ],
    );
    // A cable in place may have no length of its own.
    words.strip_suffix(", ").map(str::to_owned).unwrap_or(words)
}

/// A plug: connector, polish, duplex.
#[must_use]
pub fn end_words(voice: Voice<'_>, end: End) -> String {
    let polish = match (end.face, end.connector.is_array()) {
        (Some(EndFace::Angled), _) => " APC",
        (Some(EndFace::Flat), true) => " PC",
        _ => "",
    };
    if end.connector.is_array() {
        [end.connector.name(), polish].concat()
    } else {
        voice.fill("part.duplex", &[("connector", &[end.connector.name(), polish].concat())])
    }
}
