//! Reading the parts in place and the buyer's situation.

use super::read::Reader;
use super::{Budget, Installed, InstalledKind, Measured, Method, Place, Situation};
use crate::end::Pins;
use crate::wire::Value;
use fiberlane_catalog::{Connector, EndFace, Fiber, Key, Map};
use fiberlane_units::parse_decimal;

const PART_FIELDS: [&str; 10] =
    ["kind", "connector", "fiber", "endFace", "pins", "polarity", "grade", "lengthM", "key", "map"];
const SITUATION_FIELDS: [&str; 6] =
    ["place", "matingsPerYear", "fieldChanges", "budget", "outageCostPerMinute", "priceDifference"];
const ARRAYS: [Connector; 5] =
    [Connector::Mpo8, Connector::Mpo12, Connector::Mpo16, Connector::Mpo24, Connector::Mpo32];

impl Reader<'_> {
    /// The parts in place; `null` and an absent field say nothing, an empty list that there are
    /// none.
    pub(super) fn installed(&mut self) -> Option<Vec<Installed>> {
        let value = self.get("installed")?;
        let Value::List(items) = value else {
            self.refuse("installed", value, "a list of parts in place is needed");
            return None;
        };
        let mut parts: Vec<Installed> = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let place = format!("installed[{index}]");
            let Value::Object(fields) = item else {
                self.refuse(&place, item, "an object with kind is needed");
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
            if parts.iter().any(|other| other.kind == read.kind) {
                let right = "one entry for each kind: all parts of a kind are alike";
                let kind = Value::Text(read.kind.name().to_owned());
                self.refuse(&format!("{place}.kind"), &kind, right);
            }
            parts.push(read);
        }
        Some(parts)
    }

    fn part(&mut self) -> Option<Installed> {
        self.check_fields(&PART_FIELDS);
        let Some(kind) = self.word("kind", InstalledKind::ALL, InstalledKind::name) else {
            if self.get("kind").is_none() {
                let right = "one of trunk, adapterPanel, cassette is needed";
                self.refuse("kind", &Value::Text(String::new()), right);
            }
            return None;
        };
        let mut part = Installed::unknown(kind);
        part.connector = self.word("connector", &ARRAYS, Connector::name);
        part.fiber = self.word("fiber", &Fiber::ALL, Fiber::name);
        part.face = self.word("endFace", &[EndFace::Flat, EndFace::Angled], EndFace::name);
        part.pins = self.pins();
        let two_rows = part.connector == Some(Connector::Mpo24);
        if two_rows && kind == InstalledKind::Trunk {
            part.two_rows = self.two_rows();
        } else {
            part.method = self.word("polarity", Method::ALL, Method::name);
        }
        part.grade = self.grade("grade");
        part.length = self.get("lengthM").and_then(|value| self.length("lengthM", value));
        part.key = self.word("key", &[Key::Opposed, Key::Aligned], Key::name);
        part.map = self.measured(part.connector);
        let letter = part.method.filter(|method| matches!(method, Method::U1 | Method::U2));
        if let (InstalledKind::Trunk, Some(method)) = (kind, letter) {
            let value = Value::Text(method.name().to_owned());
            self.refuse("polarity", &value, "a trunk is of type A, B or C");
        }
        for (field, given, kinds) in [
            ("lengthM", part.length.is_some(), &[InstalledKind::Trunk][..]),
            ("map", part.map.is_some(), &[InstalledKind::Trunk]),
            ("fiber", part.fiber.is_some(), &[InstalledKind::Trunk, InstalledKind::Cassette]),
            ("pins", part.pins.is_some(), &[InstalledKind::Trunk, InstalledKind::Cassette]),
        ] {
            if given && !kinds.contains(&kind) {
                let right = format!("{} does not have it", kind.name());
                self.refuse(field, &Value::Text("given".to_owned()), right);
            }
        }
        Some(part)
    }

    /// A trunk of two rows by the id of its map, which a letter does not settle.
    fn two_rows(&mut self) -> Option<&'static Map> {
        let id = self.text("polarity")?;
        let map = self.catalog.map_named(id).filter(|_| id.starts_with("24-"));
        if map.is_none() {
            let value = Value::Text(id.to_owned());
            let right = "for 24 fibers the id of a map, such as 24-a-geometric, or a measured map";
            self.refuse("polarity", &value, right);
        }
        map
    }

    fn pins(&mut self) -> Option<[Pins; 2]> {
        let value = self.get("pins")?;
        let one = |value: &Value| match value {
            Value::Text(word) => match Pins::from_name(word) {
                Some(Pins::None) | None => None,
                known => known,
            },
            _ => None,
        };
        let both = match value {
            Value::List(items) => match &items[..] {
                [a, b] => one(a).zip(one(b)).map(|(a, b)| [a, b]),
                _ => None,
            },
            other => one(other).map(|pins| [pins; 2]),
        };
        if both.is_none() {
            let right =
                "pinned or unpinned, or a list of two: the end towards A, the end towards B";
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
            self.refuse("map", value, "a map needs the connector that its positions are of");
            return None;
        };
        let map = pairs.and_then(|pairs| Measured::new(connector, &pairs));
        if map.is_none() {
            let right = format!(
                "pairs [position at A, position at B] that use each of the {} positions of {} once",
                connector.fibers(),
                connector.name()
            );
            self.refuse("map", value, right);
        }
        map
    }

    pub(super) fn situation(&mut self) -> Option<Situation> {
        let value = self.get("situation")?;
        let Value::Object(fields) = value else {
            let right = format!("an object with some of {}", SITUATION_FIELDS.join(", "));
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
                self.refuse(field, other, "true or false is needed");
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
        self.refuse(field, value, "an amount from 0 to 1000000000 with at most two decimals");
        None
    }
}
