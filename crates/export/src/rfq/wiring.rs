//! Wiring diagrams: every map that the order asks for, place by place. A letter names a map and
//! proves nothing.

use fiberlane_catalog::Place;
use fiberlane_engine::channel::Named;
use fiberlane_engine::design::Design;
use fiberlane_messages::Voice;
use fiberlane_messages::order::OrderRow;

/// One map.
#[derive(Clone, Debug)]
pub(super) struct Diagram {
    /// Its number on this request.
    pub(super) number: usize,
    /// Number, map and which place comes first.
    pub(super) title: String,
    /// `1-12, 2-11, …`, with `port:position` where a side has several ports.
    pub(super) pairs: String,
    map: Named,
}

impl Diagram {
    pub(super) fn is_of(&self, row: &OrderRow<'_>) -> bool {
        row.line.map == Some(self.map)
    }
}

/// The maps of these rows, each once.
pub(super) fn diagrams(voice: Voice<'_>, design: &Design, rows: &[OrderRow<'_>]) -> Vec<Diagram> {
    let mut found: Vec<Diagram> = Vec::new();
    for row in rows {
        let Some(map) = row.line.map.filter(|map| found.iter().all(|known| known.map != *map))
        else {
            continue;
        };
        let Some(pairs) = pairs(design, row, map) else { continue };
        let number = found.len() + 1;
        let name = row.polarity.unwrap_or(map.id());
        let values = [
            ("number", number.to_string()),
            ("map", map.id().to_owned()),
            ("polarity", name.to_owned()),
        ];
        let values: Vec<(&str, &str)> = values.iter().map(|(n, v)| (*n, v.as_str())).collect();
        let key = if row.line.kind.is_cable() { "rfq.diagram.cable" } else { "rfq.diagram.module" };
        found.push(Diagram { number, title: voice.fill(key, &values), pairs, map });
    }
    found
}

fn pairs(design: &Design, row: &OrderRow<'_>, map: Named) -> Option<String> {
    let pairs: Vec<(Place, Place)> = match map {
        Named::Map(map) => map.pairs.to_vec(),
        // As it was measured on this plant.
        Named::Measured => design.frame.assembly.elements.get(*row.line.elements.first()?)?.pairs(),
    };
    let several = |side: fn(&(Place, Place)) -> Place| pairs.iter().any(|p| side(p).port > 1);
    let (near, far) = (several(|pair| pair.0), several(|pair| pair.1));
    let words: Vec<String> = pairs
        .iter()
        .map(|(from, to)| format!("{}-{}", place(*from, near), place(*to, far)))
        .collect();
    (!words.is_empty()).then(|| words.join(", "))
}

fn place(place: Place, with_port: bool) -> String {
    match with_port {
        true => format!("{}:{}", place.port, place.position),
        false => place.position.to_string(),
    }
}
