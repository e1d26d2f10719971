//! Reading the parts in place and the buyer's situation.

use super::expected::Kind;
use super::read::Reader;
use super::{
    At, Budget, Installed, InstalledKind, MAX_LINKS, MAX_TRUNK_LEGS, MAX_TRUNKS, Measured, Method,
    Place, Situation,
};
use crate::end::Pins;
use crate::wire::Value;
use fiberlane_catalog::{Connector, EndFace, Fiber, Key, Map, MapRole};
use fiberlane_units::{Length, parse_decimal};

/// What is known of a part: every kind has its own fields.
pub(super) const fn part_fields(kind: InstalledKind) -> &'static [&'static str] {
    match kind {
        InstalledKind::Trunk => &[
            "kind",
            "at",
            "connector",
            "fiber",
            "endFace",
            "pins",
            "polarity",
            "grade",
            "lengthM",
            "map",
            "count",
            "legs",
        ],
        InstalledKind::AdapterPanel => &["kind", "at", "connector", "key", "count"],
        InstalledKind::Cassette => &[
            "kind",
            "at",
            "connector",
            "fiber",
            "endFace",
            "pins",
            "polarity",
            "grade",
            "lcGrade",
            "key",
            "count",
        ],
    }
}
pub(super) const SITUATION_FIELDS: [&str; 6] =
    ["place", "matingsPerYear", "fieldChanges", "budget", "outageCostPerMinute", "priceDifference"];
const TRUNK_TYPES: [Method; 3] = [Method::A, Method::B, Method::C];
const ARRAYS: [Connector; 5] =
    [Connector::Mpo8, Connector::Mpo12, Connector::Mpo16, Connector::Mpo24, Connector::Mpo32];

impl Reader<'_> {
    /// The parts in place; `null` and an absent field say nothing, an empty list that there are
    /// none.
    pub(super) fn installed(&mut self) -> Option<Vec<Installed>> {
        let value = self.get("installed")?;
        let Value::List(items) = value else {
            self.refuse("installed", value, Kind::Parts);
            return None;
        };
        let mut parts: Vec<Installed> = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let place = format!("installed[{index}]");
            let Value::Object(fields) = item else {
                self.refuse(&place, item, Kind::Part);
                continue;
            };
            let mut part = Reader {
                catalog: self.catalog,
                fields,
                prefix: format!("{place}."),
                problems: Vec::new(),
            };
            let read = part.part();
            self.problems.append(&mut part.problems);
            let Some(read) = read else { continue };
            // Trunks without a place are told apart by their length, which is looked at with the rest.
            let same = |other: &Installed| {
                other.kind == read.kind && other.at == read.at && !read.lies_by_length()
            };
            if parts.iter().any(same) {
                let kind = Value::Text(read.kind.name().to_owned());
                self.refuse(&format!("{place}.kind"), &kind, Kind::PartPerPlace);
            }
            parts.push(read);
        }
        Some(parts)
    }

    fn part(&mut self) -> Option<Installed> {
        let Some(kind) = self.word("kind", InstalledKind::ALL, InstalledKind::name) else {
            if self.get("kind").is_none() {
                let kinds = ["trunk", "adapterPanel", "cassette"];
                let right = Kind::OneNeeded.with("words", &kinds[..]);
                self.refuse("kind", &Value::Text(String::new()), right);
            }
            return None;
        };
        self.check_fields(part_fields(kind));
        let mut part = Installed::unknown(kind);
        part.at = self.at(kind);
        part.connector = self.word("connector", &ARRAYS, Connector::name);
        part.fiber = self.word("fiber", &Fiber::ALL, Fiber::name);
        part.face = self.word("endFace", &[EndFace::Flat, EndFace::Angled], EndFace::name);
        part.pins = self.pins(kind == InstalledKind::Cassette && part.at.is_some());
        match (kind, part.connector) {
            (InstalledKind::Trunk, Some(Connector::Mpo24)) => part.mapped = self.two_rows(),
            (InstalledKind::Cassette, _) => self.cassette_polarity(&mut part),
            _ => part.method = self.word("polarity", &TRUNK_TYPES, Method::name),
        }
        part.grade = self.grade("grade");
        part.lc_grade = self.grade("lcGrade");
        part.length = self.get("lengthM").and_then(|value| {
            let length = self.length("lengthM", value)?;
            if length == Length::ZERO {
                self.refuse("lengthM", value, Kind::NoLength);
            }
            Some(length)
        });
        part.key = self.word("key", &[Key::Opposed, Key::Aligned], Key::name);
        part.count = self.whole("count", 1, MAX_LINKS);
        part.legs = self.whole("legs", 1, MAX_TRUNK_LEGS);
        part.map = self.measured(part.connector);
        Some(part)
    }

    fn at(&mut self, kind: InstalledKind) -> Option<At> {
        let value = self.get("at")?;
        let (at, right) = match (kind, value) {
            (InstalledKind::Trunk, value) => {
                let run = match value {
                    Value::Number(text) => text.parse::<u8>().ok(),
                    _ => None,
                };
                let known = run.filter(|run| (1..=MAX_TRUNKS).contains(&usize::from(*run)));
                (known.map(At::Run), Kind::Run)
            }
            (_, Value::Text(word)) if word == "A" => (Some(At::A), Kind::End),
            (_, Value::Text(word)) if word == "B" => (Some(At::B), Kind::End),
            (InstalledKind::AdapterPanel, Value::Text(word)) => (At::joint(word), Kind::Joint),
            (InstalledKind::AdapterPanel, _) => (None, Kind::Joint),
            (InstalledKind::Cassette, _) => (None, Kind::End),
        };
        if at.is_none() {
            self.refuse("at", value, right);
        }
        at
    }

    /// The polarity of cassettes: a method, or the id of a cassette's map. A letter says nothing
    /// of two rows.
    fn cassette_polarity(&mut self, part: &mut Installed) {
        let Some(word) = self.text("polarity") else { return };
        let two_rows = part.connector == Some(Connector::Mpo24);
        part.method = Method::from_name(word).filter(|_| !two_rows);
        part.mapped = self.catalog.cassette_map(word, part.connector);
        if part.method.is_none() && part.mapped.is_none() {
            let right = if two_rows {
                Kind::RowsCassette.with("example", self.example(MapRole::PairsRows))
            } else {
                Kind::Cassette.into()
            };
            self.refuse("polarity", &Value::Text(word.to_owned()), right);
        }
    }

    /// A trunk of two rows by the id of its map, which a letter does not settle.
    fn two_rows(&mut self) -> Option<&'static Map> {
        let id = self.text("polarity")?;
        let map = self.catalog.row_map(id);
        if map.is_none() {
            let value = Value::Text(id.to_owned());
            let right = Kind::RowsTrunk.with("example", self.example(MapRole::CableRows));
            self.refuse("polarity", &value, right);
        }
        map
    }

    /// One word, or one for each end; only one where the part stands at one end.
    fn pins(&mut self, one_end: bool) -> Option<[Pins; 2]> {
        let value = self.get("pins")?;
        let one = |value: &Value| match value {
            Value::Text(word) => match Pins::from_name(word) {
                Some(Pins::None) | None => None,
                known => known,
            },
            _ => None,
        };
        let both = match value {
            Value::List(items) if !one_end => match &items[..] {
                [a, b] => one(a).zip(one(b)).map(|(a, b)| [a, b]),
                _ => None,
            },
            other => one(other).map(|pins| [pins; 2]),
        };
        if both.is_none() {
            let right = if one_end { Kind::Pins } else { Kind::PinsOfBoth };
            self.refuse("pins", value, right);
        }
        both
    }

    fn measured(&mut self, connector: Option<Connector>) -> Option<Measured> {
        let value = self.get("map")?;
        let position = |value: &Value| match value {
            Value::Number(text) => text.parse::<u8>().ok(),
            _ => None,
        };
        let pair = |value: &Value| match value {
            Value::List(items) => match &items[..] {
                [a, b] => position(a).zip(position(b)),
                _ => None,
            },
            _ => None,
        };
        let pairs: Option<Vec<(u8, u8)>> = match value {
            Value::List(items) => items.iter().map(pair).collect(),
            _ => None,
        };
        let Some(connector) = connector else {
            self.refuse("map", value, Kind::MapConnector);
            return None;
        };
        let map = pairs.and_then(|pairs| Measured::new(connector, &pairs));
        if map.is_none() {
            let right = Kind::Pairs
                .with("count", u32::from(connector.fibers()))
                .with("connector", connector.name());
            self.refuse("map", value, right);
        }
        map
    }

    pub(super) fn situation(&mut self) -> Option<Situation> {
        let value = self.get("situation")?;
        let Value::Object(fields) = value else {
            let right = Kind::SomeOf.with("fields", &SITUATION_FIELDS[..]);
            self.refuse("situation", value, right);
            return None;
        };
        let mut inner = Reader {
            catalog: self.catalog,
            fields,
            prefix: "situation.".to_owned(),
            problems: Vec::new(),
        };
        inner.check_fields(&SITUATION_FIELDS);
        let situation = Situation {
            place: inner.word("place", Place::ALL, Place::name),
            matings_per_year: inner.whole("matingsPerYear", 0, 100_000),
            field_changes: inner.truth("fieldChanges"),
            budget: inner.word("budget", Budget::ALL, Budget::name),
            outage_cost_per_minute: inner.money("outageCostPerMinute"),
            price_difference: inner.money("priceDifference"),
        };
        self.problems.append(&mut inner.problems);
        Some(situation)
    }

    fn truth(&mut self, field: &str) -> Option<bool> {
        match self.get(field)? {
            Value::Bool(value) => Some(*value),
            other => {
                self.refuse(field, other, Kind::Truth);
                None
            }
        }
    }

    fn money(&mut self, field: &str) -> Option<u64> {
        let value = self.get(field)?;
        let most = 100_000_000_000;
        if let Value::Number(text) = value
            && let Ok(hundredths) = parse_decimal(text, 2)
            && let Ok(hundredths) = u64::try_from(hundredths)
            && hundredths <= most
        {
            return Some(hundredths);
        }
        self.refuse(field, value, Kind::Money);
        None
    }
}
