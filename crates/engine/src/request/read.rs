//! Reading a request from JSON: every problem at once, each with where, what and what is right.

use super::expected::{Expected, Kind};
use super::{
    AttenuationBasis, Brand, Conversion, FarEnd, Field, GradeRef, Installed, Lengths, LimitBasis,
    MAX_LENGTH_M, MAX_LINKS, MAX_SPLICES, MAX_TRUNK_LEGS, MAX_TRUNKS, Pinning, Polarity, Priority,
    REQUEST_SCHEMA, Request, SpareKind, Spares, Topology,
};
use crate::assemble::{empty_trunk, fits, fits_lengths};
use crate::wire::Value;
use fiberlane_catalog::{ApplicationId, Catalog, Connector, Fiber, MapRole, NameError, Support};
use fiberlane_units::{Length, Loss};
use std::fmt;

pub(super) const FAR_END_FIELDS: [&str; 3] = ["kind", "application", "module"];
/// The two forms of the far end.
const FAR_SAME: &str = "{\"kind\": \"same\"}";
const FAR_BREAKOUT: &str = "{\"kind\": \"breakout\", \"application\": …}";
pub(super) const LENGTH_FIELDS: [&str; 4] = ["cordA", "trunks", "cross", "cordB"];

/// One thing wrong with a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The field, as a path: `lengths.trunks[0]`.
    pub field: String,
    /// The value that was found.
    pub value: String,
    /// What would be right.
    pub right: Expected,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}", self.field, self.value, self.right)
    }
}

pub(super) struct Reader<'a> {
    pub(super) catalog: &'static Catalog,
    pub(super) fields: &'a [(String, Value)],
    /// Where the fields stand: empty, or such as `installed[0].`.
    pub(super) prefix: String,
    pub(super) problems: Vec<Problem>,
}

/// Reads a request.
///
/// # Errors
/// Every problem of the value, in the order of the fields.
pub fn read_request(catalog: &'static Catalog, value: &Value) -> Result<Request, Vec<Problem>> {
    let Value::Object(fields) = value else {
        return Err(vec![Problem {
            field: "request".to_owned(),
            value: value.shown(),
            right: Kind::Request.with("schema", REQUEST_SCHEMA),
        }]);
    };
    let mut reader = Reader { catalog, fields, prefix: String::new(), problems: Vec::new() };
    let known: Vec<&str> =
        std::iter::once("schema").chain(Field::ALL.iter().map(|field| field.name())).collect();
    reader.check_fields(&known);
    reader.check_schema();
    let request = Request {
        application: reader.application("application"),
        speed: reader.speed(),
        module: reader.module(),
        far_end: reader.far_end(),
        fiber: reader.word("fiber", &Fiber::ALL, Fiber::name),
        grade: reader.grade("grade"),
        lc_grade: reader.grade("lcGrade"),
        brand: reader.word("brand", Brand::ALL, Brand::name),
        topology: reader.word("topology", Topology::ALL, Topology::name),
        lengths: reader.lengths(),
        links: reader.whole("links", 1, MAX_LINKS),
        splices: reader.whole("splices", 0, MAX_SPLICES),
        splice_loss: reader.loss("spliceLossDb"),
        polarity: reader.polarity(),
        pinning: reader.word("pinning", Pinning::ALL, Pinning::name),
        base: reader.base(),
        trunk_legs: reader.whole("trunkLegs", 1, MAX_TRUNK_LEGS),
        spares: reader.spares(),
        attenuation: reader.word("attenuation", AttenuationBasis::ALL, AttenuationBasis::name),
        tight_below: reader.loss("tightBelowDb"),
        limit: reader.word("limit", LimitBasis::ALL, LimitBasis::name),
        priority: reader.word("priority", Priority::ALL, Priority::name),
        installed: reader.installed(),
        conversion: reader.word("conversion", Conversion::ALL, Conversion::name),
        connections_at_most: reader.loss("connectionsAtMostDb"),
        reference_end: reader.loss("referenceEndDb"),
        situation: reader.situation(),
        former: former_name(catalog, fields),
    };
    reader.check_together(&request);
    if reader.problems.is_empty() { Ok(request) } else { Err(reader.problems) }
}

/// The former name by which an end is asked for.
fn former_name(catalog: &Catalog, fields: &[(String, Value)]) -> Option<&'static str> {
    fields.iter().find_map(|(name, value)| match (name.as_str(), value) {
        ("application", Value::Text(text)) => catalog.former_name(text),
        ("farEnd", Value::Object(far)) => former_name(catalog, far),
        _ => None,
    })
}

impl<'a> Reader<'a> {
    pub(super) fn get(&self, name: &str) -> Option<&'a Value> {
        let value = self.fields.iter().find(|(key, _)| key == name).map(|(_, value)| value);
        value.filter(|value| **value != Value::Null)
    }

    pub(super) fn refuse(&mut self, field: &str, value: &Value, right: impl Into<Expected>) {
        self.problems.push(Problem {
            field: format!("{}{field}", self.prefix),
            value: value.shown(),
            right: right.into(),
        });
    }

    pub(super) fn check_fields(&mut self, known: &[&str]) {
        for (index, (name, value)) in self.fields.iter().enumerate() {
            if self.fields[..index].iter().any(|(earlier, _)| earlier == name) {
                self.refuse(name, value, Kind::Once);
            } else if !known.contains(&name.as_str()) {
                let right = Kind::Field.with("fields", known);
                self.refuse(name, value, right);
            }
        }
    }

    fn check_schema(&mut self) {
        let right = Kind::Schema.with("schema", REQUEST_SCHEMA);
        match self.get("schema") {
            Some(Value::Text(schema)) if schema == REQUEST_SCHEMA => {}
            Some(other) => self.refuse("schema", &other.clone(), right),
            None => self.refuse("schema", &Value::Text(String::new()), right),
        }
    }

    pub(super) fn text(&mut self, field: &str) -> Option<&'a str> {
        match self.get(field)? {
            Value::Text(text) => Some(text),
            other => {
                self.refuse(field, other, Kind::Text);
                None
            }
        }
    }

    pub(super) fn word<T: Copy>(
        &mut self,
        field: &str,
        all: &[T],
        name: impl Fn(T) -> &'static str,
    ) -> Option<T> {
        let text = self.text(field)?;
        let hit = all.iter().copied().find(|value| name(*value) == text);
        if hit.is_none() {
            let words: Vec<&str> = all.iter().map(|value| name(*value)).collect();
            let right = Kind::OneOf.with("words", &words[..]);
            self.refuse(field, &Value::Text(text.to_owned()), right);
        }
        hit
    }

    fn find_application(&mut self, field: &str, text: &str) -> Option<ApplicationId> {
        match self.catalog.find_application(text) {
            Ok(id) => Some(id),
            Err(error) => {
                self.refuse(
                    field,
                    &Value::Text(text.to_owned()),
                    name_error(&error, [Kind::NoApplication, Kind::NearApplication]),
                );
                None
            }
        }
    }

    fn application(&mut self, field: &str) -> Option<ApplicationId> {
        let text = self.text(field)?;
        self.find_application(field, text)
    }

    fn speed(&mut self) -> Option<u16> {
        let text = self.text("speed")?;
        let speed = parse_speed(self.catalog, text);
        let known = self.catalog.applications.iter().any(|a| Some(a.speed) == speed);
        if !known {
            let right = Kind::OneOf.with("words", self.catalog.speed_names());
            self.refuse("speed", &Value::Text(text.to_owned()), right);
            return None;
        }
        speed
    }

    fn module(&mut self) -> Option<fiberlane_catalog::ModuleId> {
        let text = self.text("module")?;
        match self.catalog.find_module(text) {
            Ok(id) => Some(id),
            Err(error) => {
                self.refuse(
                    "module",
                    &Value::Text(text.to_owned()),
                    name_error(&error, [Kind::NoModule, Kind::NearModule]),
                );
                None
            }
        }
    }

    fn far_end(&mut self) -> Option<FarEnd> {
        let right = Kind::FarEnd.with("same", FAR_SAME).with("breakout", FAR_BREAKOUT);
        let value = self.get("farEnd")?;
        let Value::Object(fields) = value else {
            self.refuse("farEnd", value, right);
            return None;
        };
        let mut inner = Reader {
            catalog: self.catalog,
            fields,
            prefix: "farEnd.".to_owned(),
            problems: Vec::new(),
        };
        inner.check_fields(&FAR_END_FIELDS);
        let module = inner.module();
        let far = match (inner.get("kind"), inner.get("application")) {
            (Some(Value::Text(kind)), None) if kind == "same" => Some(FarEnd::Same(module)),
            (Some(Value::Text(kind)), Some(_)) if kind == "breakout" => {
                inner.application("application").map(|id| FarEnd::Breakout(id, module))
            }
            (Some(Value::Text(kind)), Some(application)) if kind == "same" => {
                inner.refuse(
                    "application",
                    application,
                    Kind::FarSame.with("breakout", FAR_BREAKOUT),
                );
                None
            }
            (Some(Value::Text(kind)), None) if kind == "breakout" => {
                inner.refuse("application", &Value::Null, right);
                None
            }
            (kind, _) => {
                inner.refuse("kind", kind.unwrap_or(&Value::Null), right);
                None
            }
        };
        self.problems.append(&mut inner.problems);
        far
    }

    /// One percentage, or one for each kind of part that is named.
    fn spares(&mut self) -> Option<Spares> {
        let Some(Value::Object(fields)) = self.get("spares") else {
            return self.whole("spares", 0, 100).map(Spares::All);
        };
        let mut inner = Reader {
            catalog: self.catalog,
            fields,
            prefix: "spares.".to_owned(),
            problems: Vec::new(),
        };
        let known: Vec<&str> = SpareKind::ALL.iter().map(|kind| kind.name()).collect();
        inner.check_fields(&known);
        let mut percents = [None; 4];
        for (percent, kind) in percents.iter_mut().zip(SpareKind::ALL) {
            *percent = inner.whole(kind.name(), 0, 100);
        }
        self.problems.append(&mut inner.problems);
        Some(Spares::ByKind(percents))
    }

    pub(super) fn grade(&mut self, field: &str) -> Option<GradeRef> {
        let text = self.text(field)?;
        let hit = GradeRef::find(self.catalog, text);
        if hit.is_none() {
            let all = GradeRef::planning(self.catalog);
            let words: Vec<&str> = all.map(|grade| grade.name(self.catalog)).collect();
            let right = Kind::Grade.with("words", &words[..]);
            self.refuse(field, &Value::Text(text.to_owned()), right);
        }
        hit
    }

    fn polarity(&mut self) -> Option<Polarity> {
        let text = self.text("polarity")?;
        let hit = Polarity::find(self.catalog, text);
        if hit.is_none() {
            let maps: Vec<&str> = self.catalog.row_maps().map(|map| map.id).collect();
            let right = Kind::Polarity.with("maps", &maps[..]);
            self.refuse("polarity", &Value::Text(text.to_owned()), right);
        }
        hit
    }

    pub(super) fn whole(&mut self, field: &str, least: u32, most: u32) -> Option<u32> {
        let value = self.get(field)?;
        if let Value::Number(text) = value
            && let Ok(number) = text.parse::<u32>()
            && (least..=most).contains(&number)
        {
            return Some(number);
        }
        self.refuse(field, value, Kind::Whole.with("least", least).with("most", most));
        None
    }

    fn base(&mut self) -> Option<u8> {
        let value = self.get("base")?;
        let hit = match value {
            Value::Number(text) => text.parse().ok().filter(|b| [8, 12, 16, 24].contains(b)),
            _ => None,
        };
        if hit.is_none() {
            self.refuse("base", value, Kind::Base);
        }
        hit
    }

    pub(super) fn loss(&mut self, field: &str) -> Option<Loss> {
        let value = self.get(field)?;
        if let Value::Number(text) = value
            && let Ok(loss) = Loss::parse_db(text)
            && loss <= Loss::from_milli(100_000)
        {
            return Some(loss);
        }
        self.refuse(field, value, Kind::Loss);
        None
    }

    pub(super) fn length(&mut self, field: &str, value: &Value) -> Option<Length> {
        let right = Kind::Length.with("most", MAX_LENGTH_M.to_string());
        if let Value::Number(text) = value
            && let Ok(length) = Length::parse_meters(text)
            && length <= Length::from_meters(MAX_LENGTH_M)
        {
            return Some(length);
        }
        self.refuse(field, value, right);
        None
    }

    fn length_list(&mut self, field: &str, value: &Value) -> Vec<Length> {
        let Value::List(items) = value else {
            self.refuse(field, value, Kind::Lengths);
            return Vec::new();
        };
        if items.len() > MAX_TRUNKS {
            self.refuse(field, value, Kind::AtMost.with("most", MAX_TRUNKS.to_string()));
            return Vec::new();
        }
        let mut lengths = Vec::new();
        for (index, item) in items.iter().enumerate() {
            lengths.extend(self.length(&format!("{field}[{index}]"), item));
        }
        lengths
    }

    fn lengths(&mut self) -> Lengths {
        let mut lengths = Lengths::default();
        let Some(value) = self.get("lengths") else {
            return lengths;
        };
        let Value::Object(fields) = value else {
            let right = Kind::Object.with("fields", &LENGTH_FIELDS[..]);
            self.refuse("lengths", value, right);
            return lengths;
        };
        for (name, value) in fields {
            let field = format!("lengths.{name}");
            match name.as_str() {
                _ if *value == Value::Null => {}
                "cordA" => lengths.cord_a = self.length(&field, value),
                "cordB" => lengths.cord_b = self.length(&field, value),
                "trunks" => lengths.trunks = self.length_list(&field, value),
                "cross" => lengths.cross = self.length_list(&field, value),
                _ => {
                    self.refuse(&field, value, Kind::Field.with("fields", &LENGTH_FIELDS[..]));
                }
            }
        }
        lengths
    }

    /// What only shows when fields are looked at together.
    fn check_together(&mut self, request: &Request) {
        if !self.problems.is_empty() {
            return;
        }
        let catalog = self.catalog;
        if let (Some(application), Some(module)) = (request.application, request.module) {
            let module = catalog.module(module);
            if module.application != application {
                let own = catalog.application(module.application).name;
                let right = Kind::MadeFor.with("application", own);
                self.refuse("module", &Value::Text(module.id.to_owned()), right);
            }
        }
        self.check_far_module(request);
        match (request.named_application(catalog), request.speed) {
            (None, None) => {
                let value = Value::Text(String::new());
                self.refuse("application", &value, Kind::Anything);
            }
            (Some(id), Some(speed)) => {
                let application = catalog.application(id);
                // A module of two ports may be sold by the sum of their speeds.
                let sold = request.module.map(|module| catalog.module(module).speed);
                if application.speed != speed && sold != Some(speed) {
                    let right = Kind::RunsAt
                        .with("application", application.name)
                        .with("speed", catalog.speed_name(application.speed));
                    self.refuse("speed", &Value::Text(catalog.speed_name(speed)), right);
                }
            }
            _ => {}
        }
        self.check_polarity(request);
        self.check_by_length(request);
        if let Some(topology) = request.topology {
            for (field, right) in fits_lengths(topology, &request.lengths) {
                let count = match field {
                    "trunks" => request.lengths.trunks.len(),
                    "cross" => request.lengths.cross.len(),
                    _ => 1,
                };
                let value = Value::Text(format!("{count} given"));
                let right = right.with("topology", topology.name());
                self.refuse(&format!("lengths.{field}"), &value, right);
            }
        }
        // With the route open, it is one with trunks that they speak of.
        let topology = request.topology.unwrap_or(Topology::Interconnect);
        if let Some(at) = empty_trunk(topology, &request.lengths) {
            let field = format!("lengths.trunks[{at}]");
            self.refuse(&field, &Value::Number("0".to_owned()), Kind::LongerTrunk);
        } else if request.topology.is_none()
            && !Topology::ALL.iter().any(|t| fits(*t, &request.lengths))
        {
            let value = Value::Text("as given".to_owned());
            self.refuse("lengths", &value, Kind::AnyRoute);
        }
    }

    /// Trunks that lie by their length in the same runs are said twice.
    fn check_by_length(&mut self, request: &Request) {
        let parts = request.installed.as_deref().unwrap_or_default();
        for (index, part) in parts.iter().enumerate().filter(|(_, part)| part.lies_by_length()) {
            // Of one run there is one; several differ by their lengths.
            let single = request.lengths.trunks.len() < 2;
            let twice = |other: &Installed| {
                other.lies_by_length() && (single || other.length == part.length)
            };
            if parts[..index].iter().any(twice) {
                let right = Kind::TrunkPerRun;
                let length = part.length.map(Length::meters).unwrap_or_default();
                self.refuse(&format!("installed[{index}].lengthM"), &Value::Number(length), right);
            }
        }
    }

    /// A module at end B is of the far application; of another one the breakout would be right.
    fn check_far_module(&mut self, request: &Request) {
        let catalog = self.catalog;
        let Some((far, id)) = request.far_end.and_then(|far| Some((far, far.module()?))) else {
            return;
        };
        let Some(near) = request.named_application(catalog) else { return };
        let (module, wanted) = (catalog.module(id), far.breakout().unwrap_or(near));
        if module.application == wanted {
            return;
        }
        let own = catalog.application(module.application).name;
        let wanted = catalog.application(wanted).name;
        // Its own application, or the type that each of its ports is.
        let types = std::iter::once(&module.application).chain(module.port_types);
        let listed = types.copied().find(|to| {
            let mut rows = catalog.breakouts_of(near, request.module);
            rows.any(|row| row.to == *to && row.supported != Support::No)
        });
        let right = match listed {
            Some(to) => {
                let to = catalog.application(to).name;
                let breakout = FAR_BREAKOUT.replace('…', &format!("\"{to}\""));
                Kind::FarBreakout.with("own", own).with("wanted", wanted).with("breakout", breakout)
            }
            None => Kind::FarModule.with("own", own).with("wanted", wanted),
        };
        self.refuse("farEnd.module", &Value::Text(module.id.to_owned()), right);
    }

    /// The map of two rows that is usual in a role, as an example of what may be named.
    pub(super) fn example(&self, role: MapRole) -> &'static str {
        self.catalog.map_of(role, Connector::Mpo24).map_or("", |map| map.id)
    }

    /// A letter says nothing about two rows of twelve.
    fn check_polarity(&mut self, request: &Request) {
        if request.polarity_is_said(self.catalog) {
            return;
        }
        match request.polarity {
            Some(Polarity::Method(method)) => self.refuse(
                "polarity",
                &Value::Text(method.name().to_owned()),
                Kind::Letter.with("example", self.example(MapRole::CableRows)),
            ),
            Some(Polarity::Map(map)) => {
                self.refuse("polarity", &Value::Text(map.id.to_owned()), Kind::Map)
            }
            None => {}
        }
    }
}

/// `400G` or `1.6T` in Gb/s.
fn parse_speed(catalog: &Catalog, text: &str) -> Option<u16> {
    let text = text.trim().to_ascii_uppercase();
    let named = catalog.speeds.iter().find(|speed| speed.name == text);
    named.map(|speed| speed.gigabits).or_else(|| text.strip_suffix('G')?.parse().ok())
}

fn name_error(error: &NameError, [none, near]: [Kind; 2]) -> Expected {
    match error {
        NameError::Unknown(names) if names.is_empty() => none.into(),
        NameError::Unknown(names) => near.with("names", &names[..]),
        NameError::InfiniBand(names) => Kind::Medium.with("names", &names[..]),
        NameError::Ambiguous(ids) => Kind::Ids.with("names", &ids[..]),
    }
}
