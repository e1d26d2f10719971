//! Parts already in place: what `installed` says of each kind.

use std::collections::BTreeSet;

use serde_json::Value;

use super::lengths::meters;

/// One kind of part in place; what the request leaves out is `None`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Placed {
    /// `MPO-8` to `MPO-32`.
    pub(crate) connector: Option<String>,
    pub(crate) fiber: Option<String>,
    pub(crate) face: Option<String>,
    /// Toward A and toward B.
    pub(crate) pins: Option<[String; 2]>,
    /// A type, a map id, or the method of a cassette.
    pub(crate) polarity: Option<String>,
    pub(crate) grade: Option<String>,
    /// Length in steps of 0.1 mm.
    pub(crate) length: Option<i128>,
    pub(crate) key: Option<String>,
    /// Measured pairs of positions.
    pub(crate) map: Option<BTreeSet<(u64, u64)>>,
}

/// All parts in place, one entry per kind.
#[derive(Clone, Debug, Default)]
pub(crate) struct InPlace {
    pub(crate) trunk: Option<Placed>,
    pub(crate) panel: Option<Placed>,
    pub(crate) cassette: Option<Placed>,
}

impl InPlace {
    pub(crate) fn any(&self) -> bool {
        self.trunk.is_some() || self.panel.is_some() || self.cassette.is_some()
    }

    /// Whether elements and order lines of this kind are in place.
    pub(crate) fn holds(&self, kind: &str) -> bool {
        match kind {
            "trunk" => self.trunk.is_some(),
            "adapter" | "adapterPanel" => self.panel.is_some(),
            "cassette" => self.cassette.is_some(),
            _ => false,
        }
    }

    /// Whether maps or keys in place leave less than the method's own choice of parts.
    pub(crate) fn decides_method(&self) -> bool {
        let mapped = |p: &Placed| p.polarity.is_some() || p.map.is_some() || p.key.is_some();
        [&self.trunk, &self.panel, &self.cassette].into_iter().flatten().any(mapped)
    }

    /// Whether pins in place leave less than the scheme's own choice of pins.
    pub(crate) fn decides_pins(&self) -> bool {
        [&self.trunk, &self.cassette].into_iter().flatten().any(|p| p.pins.is_some())
    }

    /// Fibers of the connector of a trunk in place.
    pub(crate) fn base(&self) -> Option<u64> {
        let connector = self.trunk.as_ref()?.connector.as_deref()?;
        connector.strip_prefix("MPO-")?.parse().ok().filter(|n| (1..=64).contains(n))
    }
}

/// Reads `installed` of the request; entries of other kinds are not the checker's to refuse.
pub(crate) fn read(request: &Value) -> InPlace {
    let list = request.get("installed").and_then(Value::as_array);
    let of = |kind: &str| {
        let mut entries = list.into_iter().flatten();
        entries.find(|e| e.get("kind").is_some_and(|k| k == kind)).map(placed)
    };
    InPlace { trunk: of("trunk"), panel: of("adapterPanel"), cassette: of("cassette") }
}

fn placed(entry: &Value) -> Placed {
    let text = |name: &str| entry.get(name).and_then(Value::as_str).map(str::to_owned);
    let length = entry.get("lengthM").filter(|v| !v.is_null());
    Placed {
        connector: text("connector"),
        fiber: text("fiber"),
        face: text("endFace"),
        pins: entry.get("pins").and_then(pins),
        polarity: text("polarity"),
        grade: text("grade"),
        length: length.and_then(|v| meters(v, "installed").ok()),
        key: text("key"),
        map: entry.get("map").and_then(map),
    }
}

/// One word for both ends, or a word for each.
fn pins(value: &Value) -> Option<[String; 2]> {
    if let Some(word) = value.as_str() {
        return Some([word.to_owned(), word.to_owned()]);
    }
    let words: Vec<&str> = value.as_array()?.iter().filter_map(Value::as_str).collect();
    match words.as_slice() {
        [a, b] => Some([(*a).to_owned(), (*b).to_owned()]),
        _ => None,
    }
}

fn map(value: &Value) -> Option<BTreeSet<(u64, u64)>> {
    let pair = |p: &Value| Some((p.get(0)?.as_u64()?, p.get(1)?.as_u64()?));
    value.as_array()?.iter().map(pair).collect()
}
