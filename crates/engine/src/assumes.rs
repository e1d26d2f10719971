//! What a verdict rests on that nobody said of the parts in place.

use crate::channel::{Element, ElementKind, Path};
use crate::design::Design;
use crate::request::{At, Installed, InstalledKind, Request};
use fiberlane_catalog::Catalog;

/// One property of a part in place that was assumed as the design has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assumed {
    /// What the part is.
    pub kind: InstalledKind,
    /// Where it stands, where that was said.
    pub at: Option<At>,
    /// The field of the part on the wire.
    pub field: &'static str,
    /// Its values as the wire writes them, each once: of both ends of one piece there may be two.
    pub values: Vec<&'static str>,
}

impl Assumed {
    /// The part as the wire names it: `trunk`, `trunk 1`, `cassette A`, `adapterPanel 1-2`.
    #[must_use]
    pub fn subject(&self) -> String {
        let kind = self.kind.name();
        match self.at {
            None => kind.to_owned(),
            Some(At::Run(run)) => format!("{kind} {run}"),
            Some(At::A) => [kind, " A"].concat(),
            Some(At::B) => [kind, " B"].concat(),
            Some(At::Joint(run)) => format!("{kind} {run}-{}", run + 1),
        }
    }
}

/// Everything that is assumed of the parts in place, what to look at first first: pins, polarity,
/// keys, grades. Lengths and counts are assumptions of another kind: they are on the order.
#[must_use]
pub fn assumes(catalog: &Catalog, request: &Request, design: &Design) -> Vec<Assumed> {
    let mut found = Vec::new();
    let elements = &design.frame.assembly.elements;
    let count = u8::try_from(design.frame.span.trunks.len()).unwrap_or(u8::MAX);
    for field in ["pins", "polarity", "key", "grade", "lcGrade", "fiber", "endFace", "connector"] {
        for (entry, part) in request.installed.iter().flatten().enumerate() {
            if !is_open(part, field) {
                continue;
            }
            // Places that are alike are one assumption, others are one each.
            let mut each: Vec<(Option<At>, Vec<&'static str>)> = Vec::new();
            let mut runs = 0;
            for element in elements {
                let at = place(element.kind, runs, count);
                runs += u8::from(element.kind == ElementKind::Trunk);
                if element.own.is_none_or(|own| own.entry != entry) {
                    continue;
                }
                let mut values = values_of(catalog, design, element, field);
                if values.first() == values.last() {
                    values.truncate(1);
                }
                if !values.is_empty() && !each.contains(&(at, values.clone())) {
                    each.push((at, values));
                }
            }
            let alike = each.iter().all(|(_, values)| *values == each[0].1);
            if alike && let Some(first) = each.first_mut() {
                first.0 = part.at;
                each.truncate(1);
            }
            let of = |(at, values)| Assumed { kind: part.kind, at, field, values };
            found.extend(each.into_iter().map(of));
        }
    }
    found
}

/// Where an element stands that has so many of `count` runs before it.
const fn place(kind: ElementKind, runs: u8, count: u8) -> Option<At> {
    match kind {
        ElementKind::Trunk => Some(At::Run(runs + 1)),
        _ if runs == 0 => Some(At::A),
        ElementKind::Adapter if runs < count => Some(At::Joint(runs)),
        _ => Some(At::B),
    }
}

/// Whether a part has the property and nothing is said of it.
fn is_open(part: &Installed, field: &str) -> bool {
    let panel = part.kind == InstalledKind::AdapterPanel;
    match field {
        "connector" => part.connector.is_none(),
        "key" => part.kind != InstalledKind::Trunk && part.key.is_none(),
        _ if panel => false,
        "pins" => part.pins.is_none(),
        "polarity" => part.method.is_none() && part.mapped.is_none() && part.map.is_none(),
        "grade" => part.grade.is_none(),
        // A front goes by the grade, where that is said.
        "lcGrade" => {
            let cassette = part.kind == InstalledKind::Cassette;
            cassette && part.grade.is_none() && part.lc_grade.is_none()
        }
        "fiber" => part.fiber.is_none(),
        _ => part.face.is_none(),
    }
}

fn values_of(
    catalog: &Catalog,
    design: &Design,
    element: &Element,
    field: &str,
) -> Vec<&'static str> {
    let arrays = element.ends.iter().flatten().filter(|end| end.connector.is_array());
    match field {
        "connector" => arrays.map(|end| end.connector.name()).collect(),
        "key" => element.key.map(|key| key.name()).into_iter().collect(),
        "pins" => arrays.map(|end| end.pins.name()).collect(),
        "endFace" => arrays.filter_map(|end| Some(end.face?.name())).collect(),
        "fiber" => vec![design.figures.ordered.name()],
        "grade" => {
            let own = element.own.and_then(|own| own.grade);
            vec![own.unwrap_or(design.figures.grade).name(catalog)]
        }
        "lcGrade" if design.figures.lc_grade == design.figures.grade => Vec::new(),
        "lcGrade" => vec![design.figures.lc_grade.name(catalog)],
        _ => match element.path {
            Path::Positions(map) if element.kind == ElementKind::Trunk => vec![map.word()],
            Path::Ports { map, .. } => vec![map.id],
            _ => Vec::new(),
        },
    }
}
