//! No row of the catalog is known by its name or by where it stands: with every row renamed and in
//! another place, everything is planned as it was, under the new names. The catalog is a value that
//! the engine is given, so the other one is made of the built-in one here.

use crate::cases::facts;
use fiberlane_catalog::long::InfiniBand;
use fiberlane_catalog::{
    Application, ApplicationId, Breakout, Catalog, CatalogGrade, ChannelRule, GradeRoles, Listed,
    Map, MapId, Module, ModuleId, Part, PlanningGrade, Reflectance, Support, built_in,
};
use fiberlane_engine::{
    decode_fragment, encode_fragment, plan, read_request, write_plan, write_request,
};
use fiberlane_tests::random::{Wire, request};
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;

fn kept<T>(rows: Vec<T>) -> &'static [T] {
    Box::leak(rows.into_boxed_slice())
}

/// Another order of the rows of a table.
struct Shuffled {
    /// The old place of each row.
    old: Vec<usize>,
    /// The new place of each.
    new: Vec<u16>,
}

impl Shuffled {
    /// Every row elsewhere, and no two beside each other that were.
    fn of(length: usize) -> Self {
        let step = (2..).find(|step| gcd(*step, length) == 1).unwrap();
        let old: Vec<usize> = (0..length).map(|at| (at * step + length / 2 + 1) % length).collect();
        let mut new = vec![0; length];
        for (place, from) in (0..).zip(&old) {
            new[*from] = place;
        }
        Self { old, new }
    }

    fn rows<T>(&self, rows: &[T], other: impl Fn(&T) -> T) -> &'static [T] {
        kept(self.old.iter().map(|at| other(&rows[*at])).collect())
    }

    /// The order of lists, which stays what it was.
    fn listed(&self) -> &'static [u16] {
        kept(self.new.clone())
    }

    fn place(&self, old: u16) -> u16 {
        self.new[usize::from(old)]
    }
}

fn gcd(a: usize, b: usize) -> usize {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// New names, none of which has anything of the old one.
#[derive(Default)]
struct Names {
    new: BTreeMap<&'static str, &'static str>,
    old: BTreeMap<&'static str, &'static str>,
}

impl Names {
    fn give(&mut self, old: &'static str) -> &'static str {
        if let Some(new) = self.new.get(old) {
            return new;
        }
        // Backwards, so that what came first in the alphabet comes last.
        let new: &'static str = Box::leak(format!("zq{:04}z", 9_999 - self.new.len()).into());
        self.new.insert(old, new);
        self.old.insert(new, old);
        new
    }

    fn of(&self, old: &'static str) -> &'static str {
        self.new[old]
    }

    /// A text with the old names again.
    fn back(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(at) = rest.find("zq") {
            let (before, name) = rest.split_at(at);
            out.push_str(before);
            match name.get(..7).and_then(|name| self.old.get(name)) {
                Some(old) => {
                    out.push_str(old);
                    rest = &name[7..];
                }
                None => {
                    out.push_str("zq");
                    rest = &name[2..];
                }
            }
        }
        out + rest
    }

    /// A request under the new names.
    fn asked(&self, value: &Json) -> Json {
        match value {
            Json::Object(fields) => {
                let named = |key: &str| {
                    matches!(key, "application" | "module" | "grade" | "lcGrade" | "polarity")
                };
                let field = |(key, value): (&String, &Json)| {
                    let new = value.as_str().filter(|_| named(key));
                    let new = new.and_then(|name| self.new.get(name));
                    (key.clone(), new.map_or_else(|| self.asked(value), |name| json!(name)))
                };
                Json::Object(fields.iter().map(field).collect())
            }
            Json::Array(values) => values.iter().map(|value| self.asked(value)).collect(),
            other => other.clone(),
        }
    }
}

/// The built-in catalog with every row under another name and in another place.
fn other() -> (&'static Catalog, Names) {
    let base = built_in();
    let mut names = Names::default();
    for row in base.applications {
        names.give(row.name);
        for name in row.aliases.iter().chain(row.former) {
            names.give(name);
        }
    }
    let ids = base.modules.iter().map(|row| row.id);
    let ids = ids.chain(base.maps.iter().map(|row| row.id));
    let ids = ids.chain(base.parts.iter().map(|row| row.id));
    let ids = ids.chain(base.grades.iter().map(|row| row.id));
    let ids = ids.chain(base.catalog_grades.iter().map(|row| row.id));
    for id in ids.chain(base.channel_rules.iter().map(|row| row.id)) {
        names.give(id);
    }

    let [applications, modules, maps, parts, grades, stated] = [
        base.applications.len(),
        base.modules.len(),
        base.maps.len(),
        base.parts.len(),
        base.grades.len(),
        base.catalog_grades.len(),
    ]
    .map(Shuffled::of);
    let application = |id: ApplicationId| ApplicationId(applications.place(id.0));
    let all = |ids: &[ApplicationId]| kept(ids.iter().map(|id| application(*id)).collect());
    let called = |all: &[&'static str]| kept(all.iter().map(|name| names.of(name)).collect());
    let backwards = |length: usize| (0..length).rev();
    let catalog = Catalog {
        applications: applications.rows(base.applications, |row| Application {
            name: names.of(row.name),
            aliases: called(row.aliases),
            former: called(row.former),
            told_from: all(row.told_from),
            port_types: all(row.port_types),
            ..*row
        }),
        modules: modules.rows(base.modules, |row| Module {
            id: names.of(row.id),
            application: application(row.application),
            port_types: all(row.port_types),
            ..*row
        }),
        // In the order of lists, whatever the order of the file.
        breakouts: kept(
            base.breakouts
                .iter()
                .map(|row| Breakout {
                    from: application(row.from),
                    to: application(row.to),
                    only: row.only.map(|id| ModuleId(modules.place(id.0))),
                    ..*row
                })
                .collect(),
        ),
        grades: grades.rows(base.grades, |row| PlanningGrade { id: names.of(row.id), ..*row }),
        roles: GradeRoles {
            standard: grades.place(base.roles.standard),
            low_loss: grades.place(base.roles.low_loss),
            limit: base.roles.limit.map(|at| grades.place(at)),
        },
        catalog_grades: stated
            .rows(base.catalog_grades, |row| CatalogGrade { id: names.of(row.id), ..*row }),
        maps: maps.rows(base.maps, |row| Map { id: names.of(row.id), ..*row }),
        parts: parts.rows(base.parts, |row| Part {
            id: names.of(row.id),
            map: row.map.map(|id| MapId(maps.place(id.0))),
            ..*row
        }),
        fiber_classes: base.fiber_classes,
        trunk_sizes: kept(
            backwards(base.trunk_sizes.len()).map(|at| base.trunk_sizes[at]).collect(),
        ),
        speeds: base.speeds,
        costs: base.costs,
        reflectances: kept(
            base.reflectances
                .iter()
                .rev()
                .map(|row| Reflectance { application: application(row.application), ..*row })
                .collect(),
        ),
        channel_rules: kept(
            base.channel_rules
                .iter()
                .map(|row| ChannelRule { id: names.of(row.id), ..*row })
                .collect(),
        ),
        infiniband: kept(
            base.infiniband
                .iter()
                .map(|row| InfiniBand {
                    applications: all(row.applications),
                    near: all(row.near),
                    ..*row
                })
                .collect(),
        ),
        listed: Listed {
            applications: applications.listed(),
            modules: modules.listed(),
            grades: grades.listed(),
            catalog_grades: stated.listed(),
            maps: maps.listed(),
            parts: parts.listed(),
        },
    };
    (Box::leak(Box::new(catalog)), names)
}

/// What is answered: the plan, and the request out of its own link; or every reason why not.
fn answer(catalog: &'static Catalog, asked: &Json) -> String {
    match read_request(catalog, &serde_json::from_value(asked.clone()).unwrap()) {
        Ok(request) => {
            let again = decode_fragment(catalog, &encode_fragment(catalog, &request)).unwrap();
            let plan = plan(catalog, &request);
            [write_plan(catalog, &plan), write_request(catalog, &again)].join("\n")
        }
        Err(problems) => problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"),
    }
}

/// Every application, breakout and module, every grade and map that a request may name, and random
/// requests.
fn asked() -> Vec<Json> {
    let base = built_in();
    let about = |fields: Json| {
        let mut whole = json!({"schema": "fiberlane.request/1"});
        let known = whole.as_object_mut().unwrap();
        known.extend(fields.as_object().unwrap().clone());
        whole
    };
    let name = |id: ApplicationId| base.application(id).name;
    let mut all = Vec::new();
    for speed in base.speeds {
        all.push(about(json!({"speed": speed.name})));
    }
    for (at, row) in base.applications.iter().enumerate() {
        let topology = ["direct", "interconnect", "cross-connect", "cassette-to-cassette"][at % 4];
        all.push(about(json!({"application": row.name, "links": 1 + 7 * at})));
        all.push(about(json!({"application": row.name, "topology": topology, "base": 12})));
    }
    for row in base.breakouts.iter().filter(|row| row.supported != Support::No) {
        let far = json!({"kind": "breakout", "application": name(row.to)});
        let mut fields = json!({"application": name(row.from), "farEnd": far, "links": 9});
        if let Some(module) = row.only {
            fields["module"] = json!(base.module(module).id);
        }
        all.push(about(fields.clone()));
        fields["topology"] = json!("breakout-harness");
        all.push(about(fields));
    }
    for row in base.modules {
        all.push(about(json!({"module": row.id})));
    }
    for row in base.infiniband {
        all.push(about(json!({"application": row.name, "links": 4})));
    }
    let grades = base.grades.iter().map(|row| row.id);
    for grade in grades.chain(base.catalog_grades.iter().map(|row| row.id)) {
        for application in ["400GBASE-DR4", "400GBASE-SR8", "100GBASE-SR4", "100GBASE-SR10"] {
            for brand in ["any", "mtp"] {
                let fields = json!({"application": application, "grade": grade, "brand": brand,
                    "topology": "interconnect"});
                all.push(about(fields));
            }
        }
    }
    for map in base.maps {
        for kind in ["trunk", "cassette"] {
            let part = json!({"kind": kind, "connector": map.connector.name(),
                "polarity": map.id});
            let fields = json!({"application": "100GBASE-SR10", "polarity": map.id});
            all.push(about(fields));
            all.push(about(json!({"application": "25GBASE-SR", "installed": [part]})));
        }
    }
    let facts = facts();
    all.extend((7_000_001..7_000_401).map(|seed| request(&facts, seed, Wire::Whole)));
    all
}

#[test]
fn rows_under_other_names_in_other_places_give_the_same_answers() {
    let (catalog, names) = other();
    let all = asked();
    let compare = |half: &[Json]| -> (usize, Vec<String>) {
        let (mut plans, mut wrong) = (0, Vec::new());
        for request in half {
            let was = answer(built_in(), request);
            let is = names.back(&answer(catalog, &names.asked(request)));
            plans += usize::from(was.starts_with('{'));
            if was != is {
                let at = was.bytes().zip(is.bytes()).take_while(|(a, b)| a == b).count();
                let near = |text: &str| {
                    let bytes = &text.as_bytes()[at.saturating_sub(60)..];
                    String::from_utf8_lossy(&bytes[..bytes.len().min(160)]).into_owned()
                };
                wrong.push(format!("{request}\n  was {}\n  is  {}", near(&was), near(&is)));
            }
        }
        (plans, wrong)
    };
    let (first, second) = all.split_at(all.len() / 2);
    let (plans, wrong) = std::thread::scope(|threads| {
        let other = threads.spawn(|| compare(second));
        let (mut plans, mut wrong) = compare(first);
        let (more, others) = other.join().unwrap();
        plans += more;
        wrong.extend(others);
        (plans, wrong)
    });
    let shown = wrong[..wrong.len().min(10)].join("\n");
    assert!(wrong.is_empty(), "{} of {} answers moved:\n{shown}", wrong.len(), all.len());
    assert!(plans > 1_000, "{plans} plans of {} requests", all.len());
}
