//! What a verdict rests on that nobody said of the parts in place.

use crate::channel::{Element, ElementKind, Path};
use crate::design::Design;
use crate::request::{At, Installed, InstalledKind, Request};
use crate::wire::cable_word;
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
    /// Its values as the wire writes them, each once: of several ends or pieces there may be several.
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
    for field in ["pins", "polarity", "key", "grade", "fiber", "endFace", "connector"] {
        for (entry, part) in request.installed.iter().flatten().enumerate() {
            if !is_open(part, field) {
                continue;
            }
            let mut values: Vec<&'static str> = Vec::new();
            let elements = design.frame.assembly.elements.iter();
            for element in elements.filter(|e| e.own.is_some_and(|own| own.entry == entry)) {
                for value in values_of(catalog, design, element, field) {
                    if !values.contains(&value) {
                        values.push(value);
                    }
                }
            }
            if !values.is_empty() {
                found.push(Assumed { kind: part.kind, at: part.at, field, values });
            }
        }
    }
    found
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
        _ => match element.path {
            Path::Positions(map) if element.kind == ElementKind::Trunk => vec![cable_word(map.id)],
            Path::Ports { map, .. } => vec![map.id],
            _ => Vec::new(),
        },
    }
}
