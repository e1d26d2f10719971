//! Part designations: what stands on an order, the same in every language.

use crate::design::Design;
use crate::end::End;
use crate::order::{Line, LineKind};
use crate::request::{Brand, GradeRef};
use fiberlane_catalog::{Catalog, Connector, EndFace, Fiber};
use std::fmt::Write as _;

/// Jacket color of indoor cable by TIA-598-D and common practice.
#[must_use]
pub const fn jacket_color(fiber: Fiber) -> &'static str {
    match fiber {
        Fiber::Om3 | Fiber::Om4 => "aqua",
        Fiber::Om5 => "lime",
        Fiber::Os2 | Fiber::Os1a | Fiber::Os2IndoorOutdoor => "yellow",
    }
}

/// Class of fiber of a line: as ordered, or as it is in place.
#[must_use]
pub fn line_fiber(design: &Design, line: &Line) -> Fiber {
    line.own.and_then(|own| own.fiber).unwrap_or(design.figures.ordered)
}

/// Connector of a line of panels: their own, or that of the design's cables.
#[must_use]
pub fn panel_connector(design: &Design, line: &Line) -> Connector {
    line.ends.map_or(design.frame.array, |[side, _]| side.connector)
}

impl LineKind {
    /// Whether it is a length of cable.
    #[must_use]
    pub const fn is_cable(self) -> bool {
        matches!(self, Self::Trunk | Self::Cord | Self::Harness)
    }
}

/// What a line with fiber in it is made of: as ordered, or as it is in place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Made {
    /// Class of its fiber.
    pub fiber: Fiber,
    /// Grade of its connectors.
    pub grade: GradeRef,
    /// Grade of its duplex ends, where it has array ends of another.
    pub lc_grade: Option<GradeRef>,
    /// Brand of its array connectors, where it has any.
    pub brand: Option<Brand>,
    /// Jacket color of a cable.
    pub jacket: Option<&'static str>,
}

/// What a line is made of. Adapters have two sides and no fiber, enclosures have none.
#[must_use]
pub fn made(design: &Design, line: &Line) -> Option<Made> {
    let ends = line.ends.filter(|ends| ends.iter().any(|end| end.face.is_some()))?;
    let fiber = line_fiber(design, line);
    let array = ends.iter().any(|end| end.connector.is_array());
    Some(Made {
        fiber,
        grade: line_grade(design, line),
        lc_grade: line_lc_grade(design, line),
        brand: array.then(|| line_brand(design, line)),
        jacket: line.kind.is_cable().then(|| jacket_color(fiber)),
    })
}

/// Brand of a line's array connectors. What lies there has none by being asked for one.
#[must_use]
pub const fn line_brand(design: &Design, line: &Line) -> Brand {
    if line.in_place { Brand::Any } else { design.brand }
}

fn line_grade(design: &Design, line: &Line) -> GradeRef {
    let figures = &design.figures;
    let array = line.ends.is_some_and(|ends| ends.iter().any(|end| end.connector.is_array()));
    let ordered = if array { figures.grade } else { figures.lc_grade };
    line.own.and_then(|own| own.grade).unwrap_or(ordered)
}

fn line_lc_grade(design: &Design, line: &Line) -> Option<GradeRef> {
    let ends = line.ends.filter(|[a, b]| a.connector.is_array() != b.connector.is_array());
    let own = ends.map(|_| line.own.and_then(|own| own.lc_grade));
    let grade = own.map(|own| own.unwrap_or(design.figures.lc_grade));
    grade.filter(|grade| *grade != line_grade(design, line))
}

/// The catalog's id, or for a cable a name made of its properties.
#[must_use]
pub fn part_name(catalog: &Catalog, design: &Design, line: &Line) -> String {
    if let Some(part) = line.part {
        return catalog.part(part).id.to_owned();
    }
    let mut name = line.kind.name().to_owned();
    if let Some(legs) = line.legs {
        let _ = write!(name, "-{legs}x");
    }
    if let Some([a, b]) = line.ends {
        for end in [a, b] {
            let _ = write!(name, "-{}", end.connector.name());
            if end.connector.is_array() {
                let _ = write!(name, "-{}", end.pins.name());
            }
            if end.face == Some(EndFace::Angled) {
                name.push_str("-apc");
            }
        }
    }
    let _ = write!(name, "-{}", line_fiber(design, line).name());
    if let Some(map) = line.map {
        let _ = write!(name, "-{}", map.word());
    }
    name.to_ascii_lowercase()
}

/// What the line is, in the words of the trade.
#[must_use]
pub fn description(catalog: &Catalog, design: &Design, line: &Line) -> String {
    let words = plain_description(catalog, design, line);
    match line_brand(design, line) {
        Brand::Mtp => words.replace("MPO-", "MTP-"),
        Brand::Any => words,
    }
}

fn plain_description(catalog: &Catalog, design: &Design, line: &Line) -> String {
    let fiber = line_fiber(design, line).name();
    let ends = line.ends.map(|[a, b]| {
        let (a, b) = (end_name(a), end_name(b));
        if a == b { a } else { format!("{a} to {b}") }
    });
    let ends = ends.unwrap_or_default();
    let fibers = line.fibers.unwrap_or(0);
    let length = line.length.map(|l| format!(", {} m", l.meters())).unwrap_or_default();
    let part = line.part.map(|id| catalog.part(id));
    let [rear, front] = line.sides(catalog);
    let [a, b] = line.ends.map_or([String::new(), String::new()], |ends| ends.map(end_name));
    match line.kind {
        LineKind::Trunk => {
            let legs = line.legs.unwrap_or(1);
            let legs = if legs == 1 { "1 leg".to_owned() } else { format!("{legs} legs") };
            format!("Trunk, {legs} {ends}, {fibers}F {fiber}{length}")
        }
        LineKind::Cord => format!("Cord, {ends}, {fibers}F {fiber}{length}"),
        LineKind::Harness => format!("Harness, {a} to {front} x {b}, {fibers}F {fiber}{length}"),
        LineKind::Cassette => format!("Cassette, {rear} x {a} to {front} x {b}, {fibers}F {fiber}"),
        LineKind::Conversion => {
            format!("Conversion module, {rear} x {a} to {front} x {b}, {fibers}F {fiber}")
        }
        LineKind::AdapterPanel => {
            let count = part.and_then(|part| part.rear).map_or(1, |rear| rear.count);
            let connector = panel_connector(design, line).name();
            let key = line.key.map_or("", |key| key.name());
            format!("Adapter panel, {count} x {connector}, {key} key")
        }
        LineKind::Enclosure => {
            let (units, slots) = part.map_or((1, 0), |part| (part.rack_units, part.capacity));
            format!("Enclosure, {units} rack unit, {slots} slots")
        }
    }
}

fn end_name(end: End) -> String {
    let polish = match (end.face, end.connector.is_array()) {
        (Some(EndFace::Angled), _) => " APC",
        (Some(EndFace::Flat), true) => " PC",
        _ => "",
    };
    let duplex = if end.connector.is_array() { "" } else { " duplex" };
    format!("{}{polish}{duplex}", end.connector.name())
}
