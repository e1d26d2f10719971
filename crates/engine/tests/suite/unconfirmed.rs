//! What a table of the catalog does not call confirmed is never used without a word: every row that
//! a request can name is planned with, and SRC004 says what of it nobody has read at its source.

use crate::cases::here;
use fiberlane_catalog::{
    Application, Breakout, Catalog, CatalogGrade, ChannelRule, Confidence, EndFace, Fiber, Limit,
    Map, Mode, Module, PairLoss, Part, PlanningGrade, Reflectance, Support, built_in,
};
use fiberlane_engine::finding::{Code, Fact};
use fiberlane_engine::{read_request, verdict};
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;

fn rows(file: &str) -> Vec<BTreeMap<String, String>> {
    let path = here("../crates/catalog/data").join(file);
    csv::Reader::from_path(path).unwrap().deserialize().map(Result::unwrap).collect()
}

/// Whether a row rests on a published document: on notes alone nothing is confirmed.
fn documented(row: &BTreeMap<String, String>) -> bool {
    let sources = rows("sources.csv");
    let published = |id: &str| sources.iter().any(|s| s["id"] == id && s["kind"] != "note");
    row["source"].split(';').any(|id| published(id.trim()))
}

/// The figures that are said to be unconfirmed, by subject; none where nothing could be built.
fn said(asked: &Json) -> Option<Vec<(String, Vec<&'static str>)>> {
    let request = read_request(built_in(), &serde_json::from_value(asked.clone()).unwrap()).ok()?;
    let first = verdict(built_in(), &request);
    first.recommended.as_ref()?;
    Some(
        doubts(built_in(), asked)
            .into_iter()
            .map(|(subject, _, _, words)| (subject, words))
            .collect(),
    )
}

/// What is said to be unconfirmed, whether or not anything could be built: subject, name, class of
/// fiber and figures.
type Doubt = (String, &'static str, &'static str, Vec<&'static str>);

fn doubts(catalog: &'static Catalog, asked: &Json) -> Vec<Doubt> {
    let request = read_request(catalog, &serde_json::from_value(asked.clone()).unwrap());
    let request = request.unwrap_or_else(|problems| panic!("{asked}: {problems:?}"));
    let first = verdict(catalog, &request);
    let found = first.findings.iter().filter(|finding| finding.code == Code::Src004);
    found
        .map(|finding| match &finding.facts[..] {
            [(_, Fact::Name(name)), (_, Fact::Name(fiber)), (_, Fact::Words(words))] => {
                (finding.subject.clone(), *name, *fiber, words.clone())
            }
            facts => panic!("{facts:?}"),
        })
        .collect()
}

fn ask(fields: Json) -> Json {
    let mut asked = json!({ "schema": "fiberlane.request/1", "lengths": { "cordA": 3 } });
    asked.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    asked
}

#[test]
fn a_module_that_nobody_has_read_says_so() {
    let (mut unsure, mut sure) = (0, 0);
    for row in rows("modules.csv") {
        let mut confirmed: Vec<&str> = row["verified"].split(';').collect();
        confirmed.retain(|_| documented(&row));
        let fibers = if row["mode"] == "SM" { vec!["OS2"] } else { vec!["OM3", "OM4", "OM5"] };
        for fiber in fibers {
            let asked = ask(json!({ "module": row["id"], "fiber": fiber, "topology": "direct" }));
            let Some(found) = said(&asked) else { continue };
            let own = found.iter().find(|(subject, _)| subject == "module");
            let has = |figure: &str| own.is_some_and(|(_, figures)| figures.contains(&figure));
            let reach = !row[&format!("reach_{}_m", fiber.to_lowercase())].is_empty();
            let alone = format!("reach_{}", fiber.to_lowercase());
            let read = confirmed.contains(&"reach") || confirmed.contains(&alone.as_str());
            assert_eq!(has("reach"), reach && !read, "{asked}");
            if !confirmed.contains(&"connector") {
                assert!(has("interface"), "{asked}");
            }
            if confirmed.contains(&"connector") && confirmed.contains(&"end_face") {
                assert!(!has("interface"), "{asked}");
            }
            *(if own.is_some() { &mut unsure } else { &mut sure }) += 1;
        }
    }
    assert!(unsure > 100 && sure > 20, "{unsure} and {sure}");
}

#[test]
fn a_breakout_that_nobody_has_read_says_so() {
    let (mut unsure, mut sure) = (0, 0);
    for row in rows("breakouts.csv").into_iter().filter(|row| row["resolved"] == "yes") {
        let far = json!({ "kind": "breakout", "application": row["to"] });
        let mut asked = ask(json!({ "application": row["from"], "farEnd": far }));
        if !row["module"].is_empty() {
            asked["module"] = json!(row["module"]);
        }
        let Some(found) = said(&asked) else { continue };
        let own = found.iter().any(|(_, figures)| figures.contains(&"breakout"));
        assert_eq!(own, row["verified"] == "no" || !documented(&row), "{asked}");
        *(if own { &mut unsure } else { &mut sure }) += 1;
    }
    assert!(unsure > 5 && sure > 15, "{unsure} and {sure}");
}

#[test]
fn a_grade_that_nobody_has_read_says_so() {
    let (mut unsure, mut sure) = (0, 0);
    for grade in built_in().catalog_grades {
        // A link with mated pairs of both kinds, in the mode that the grade speaks of.
        for (application, mode) in [("10GBASE-SR", Mode::Multi), ("100GBASE-DR", Mode::Single)] {
            for field in ["grade", "lcGrade"] {
                let asked = ask(json!({ "application": application, field: grade.id,
                    "topology": "cassette-to-cassette" }));
                let speaks = if mode == Mode::Multi { grade.multi } else { grade.single };
                let array = grade.connectors.iter().any(|connector| connector.is_array());
                if !speaks || array != (field == "grade") {
                    continue;
                }
                let Some(found) = said(&asked) else { continue };
                let own = found.iter().any(|(_, figures)| figures.contains(&"grade"));
                let confirmed = grade.confidence != Confidence::Unconfirmed;
                assert_eq!(own, !confirmed, "{asked}");
                *(if own { &mut unsure } else { &mut sure }) += 1;
            }
        }
    }
    assert!(unsure > 3 && sure > 3, "{unsure} and {sure}");
}

/// The words about trust that a catalog has, by the figure that they speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    Interface,
    Reach,
    Loss,
    Allocation,
    Plug,
    Face,
    OwnReach,
    Breakout,
    Grade,
    Typical,
    Return,
    Reflectance,
    Status,
}

fn forever<T>(rows: Vec<T>) -> &'static [T] {
    rows.leak()
}

/// The facts with one word about trust the same in every row, and every other word `Standard`. A new
/// table does not compile until it stands here, and a new word is found by the test of the words.
fn with(word: Word, trust: Confidence) -> &'static Catalog {
    let to = |own: Word| if own == word { trust } else { Confidence::Standard };
    let limits = |rows: &[Limit]| {
        let rows = rows.iter().map(|row| Limit {
            reach_confidence: to(Word::Reach),
            loss_confidence: to(Word::Loss),
            allocation_confidence: to(Word::Allocation),
            ..*row
        });
        forever(rows.collect())
    };
    let built = built_in();
    let applications = built.applications.iter().map(|row| Application {
        status: to(Word::Status),
        interface_confidence: to(Word::Interface),
        limits: limits(row.limits),
        ..*row
    });
    let modules = built.modules.iter().map(|row| Module {
        plug_confidence: to(Word::Plug),
        face_confidence: to(Word::Face),
        reaches: row.reaches.map(|reach| reach.map(|(reach, _)| (reach, to(Word::OwnReach)))),
        ..*row
    });
    let breakouts =
        built.breakouts.iter().map(|row| Breakout { confidence: to(Word::Breakout), ..*row });
    let catalog_grades = built.catalog_grades.iter().map(|row| CatalogGrade {
        confidence: to(Word::Grade),
        typical_confidence: to(Word::Typical),
        return_confidence: to(Word::Return),
        ..*row
    });
    let reflectances = built
        .reflectances
        .iter()
        .map(|row| Reflectance { confidence: to(Word::Reflectance), ..*row });
    Box::leak(Box::new(Catalog {
        applications: forever(applications.collect()),
        modules: forever(modules.collect()),
        breakouts: forever(breakouts.collect()),
        catalog_grades: forever(catalog_grades.collect()),
        reflectances: forever(reflectances.collect()),
        ..*built
    }))
}

/// So many words about trust has the text of a catalog's tables: a field of the type that `with` does
/// not set would show here.
fn words_of(catalog: &Catalog) -> BTreeMap<String, usize> {
    let Catalog {
        applications,
        modules,
        breakouts,
        grades,
        roles,
        catalog_grades,
        maps,
        parts,
        fiber_classes,
        trunk_sizes,
        speeds,
        costs,
        reflectances,
        channel_rules,
        infiniband,
        listed,
    } = catalog;
    let tables = [
        format!("{applications:?}"),
        format!("{modules:?}"),
        format!("{breakouts:?}"),
        format!("{catalog_grades:?}"),
        format!("{reflectances:?}"),
    ];
    let of_none: (&[PlanningGrade], &[Map], &[Part], &[ChannelRule]) =
        (grades, maps, parts, channel_rules);
    let lists = (roles, fiber_classes, trunk_sizes, speeds, infiniband, listed);
    let idle = format!("{of_none:?}{lists:?}{costs:?}");
    let words = ["Standard", "Draft", "Msa", "Vendor", "Unconfirmed"];
    let of = |text: &str, word: &str| {
        // `Standard` as a value: after a blank or a bracket, before a comma or a closing one.
        text.split([' ', ',', '(', ')', '[', ']', '{', '}']).filter(|part| *part == word).count()
    };
    assert!(words.iter().all(|word| of(&idle, word) == 0), "a word about trust in another table");
    let all = |word: &&str| tables.iter().map(|text| of(text, word)).sum();
    words.iter().map(|word| ((*word).to_owned(), all(word))).collect()
}

/// Where SRC004 has to say a word, the rows that it must say it of.
struct Told {
    catalog: &'static Catalog,
    figure: &'static str,
    cells: usize,
}

impl Told {
    fn new(word: Word, figure: &'static str) -> Self {
        Self { catalog: with(word, Confidence::Unconfirmed), figure, cells: 0 }
    }

    /// The plan says this figure of this row to be unconfirmed, and no other figure of any.
    fn says(&mut self, asked: &Json, subject: &str, name: &str, fiber: Option<&str>) {
        let said = doubts(self.catalog, asked);
        let own = said.iter().any(|(own, called, class, _)| {
            own == subject && *called == name && fiber.is_none_or(|fiber| fiber == *class)
        });
        assert!(own, "{asked}: {} of {name} is not said: {said:?}", self.figure);
        let only = said.iter().all(|(_, _, _, words)| words[..] == [self.figure]);
        assert!(only, "{asked}: {said:?}");
        self.cells += 1;
    }
}

#[test]
fn every_word_about_trust_is_set_by_the_test() {
    let sure = words_of(with(Word::Status, Confidence::Standard));
    let found: Vec<(&str, usize)> = sure
        .iter()
        .filter(|(_, many)| **many > 0)
        .map(|(word, many)| (word.as_str(), *many))
        .collect();
    let own: usize = words_of(built_in()).values().sum();
    assert_eq!(found, [("Standard", own)], "a word about trust that `with` leaves as it is");
}

#[test]
fn every_limit_says_what_nobody_has_confirmed() {
    let sure = with(Word::Status, Confidence::Standard);
    let told = [
        (Word::Interface, "interface"),
        (Word::Reach, "reach"),
        (Word::Loss, "loss"),
        (Word::Allocation, "allocation"),
    ];
    let mut told = told.map(|(word, figure)| Told::new(word, figure));
    for application in built_in().applications {
        for limit in application.limits {
            let asked = ask(json!({ "application": application.name, "fiber": limit.fiber.name(),
                "topology": "direct", "splices": 9, "spliceLossDb": 1 }));
            let first = doubts(sure, &asked);
            assert!(first.is_empty(), "{asked}: {first:?}");
            let has = [true, true, limit.loss.is_some(), limit.allocation.is_some()];
            for (told, has) in told.iter_mut().zip(has) {
                if has {
                    told.says(&asked, "application", application.name, Some(limit.fiber.name()));
                }
            }
        }
    }
    let cells = told.map(|told| told.cells);
    assert!(cells[0] == cells[1] && cells[1] > 130 && cells[2] > 80 && cells[3] > 80, "{cells:?}");
}

#[test]
fn every_module_says_what_nobody_has_confirmed() {
    let mut told = [
        Told::new(Word::Plug, "interface"),
        Told::new(Word::Face, "interface"),
        Told::new(Word::OwnReach, "reach"),
    ];
    // An end face that the application has is as sure as that, and so far each module has that one.
    let turned = told[1].catalog.modules.iter().map(|module| {
        let own = built_in().application(module.application).end_face;
        let end_face = if own == EndFace::Flat { EndFace::Angled } else { EndFace::Flat };
        Module { end_face, ..*module }
    });
    let turned = forever(turned.collect());
    told[1].catalog = Box::leak(Box::new(Catalog { modules: turned, ..*told[1].catalog }));
    for module in built_in().modules {
        let classes =
            if module.mode == Mode::Multi { &["OM3", "OM4", "OM5"][..] } else { &["OS2"] };
        let reach = |class: &&&str| {
            let at = ["OM3", "OM4", "OM5", "OS2"].iter().position(|name| name == *class).unwrap();
            module.reaches[at].is_some()
        };
        for class in classes.iter().filter(reach) {
            let asked = ask(json!({ "module": module.id, "fiber": class, "topology": "direct" }));
            if said(&asked).is_none() {
                continue;
            }
            for told in &mut told {
                told.says(&asked, "module", module.id, Some(class));
            }
        }
    }
    let cells = told.map(|told| told.cells);
    assert!(cells.iter().all(|many| *many > 180), "{cells:?}");
}

#[test]
fn every_two_ends_say_that_nobody_has_confirmed_them() {
    let mut told = Told::new(Word::Breakout, "breakout");
    let mut unused = Vec::new();
    for row in built_in().breakouts {
        let [from, to] = [row.from, row.to].map(|id| built_in().application(id).name);
        let far = json!({ "kind": "breakout", "application": to });
        let mut asked = ask(json!({ "application": from, "farEnd": far }));
        if let Some(only) = row.only {
            asked["module"] = json!(built_in().module(only).id);
        }
        // That a link is refused for want of a part says nothing of the two ends.
        let request = read_request(built_in(), &serde_json::from_value(asked.clone()).unwrap());
        let first = verdict(built_in(), &request.unwrap());
        if first.recommended.is_none() && row.supported != Support::No {
            unused.push((from, to));
            continue;
        }
        told.says(&asked, "farEnd", from, None);
    }
    assert_eq!(told.cells + unused.len(), built_in().breakouts.len());
    assert!(unused.len() < 6, "{unused:?}");
}

#[test]
fn every_grade_says_what_nobody_has_confirmed() {
    let mut told = [
        Told::new(Word::Grade, "grade"),
        Told::new(Word::Typical, "typicalLoss"),
        Told::new(Word::Return, "returnLoss"),
    ];
    for grade in built_in().catalog_grades {
        let array = grade.connectors.iter().any(|connector| connector.is_array());
        let field = if array { "grade" } else { "lcGrade" };
        let PairLoss { max: _, typical } = grade.loss;
        // A link with mated pairs of both kinds, in a mode that the grade speaks of.
        let application = if grade.multi { "10GBASE-SR" } else { "100GBASE-DR" };
        if grade.connectors.is_empty() {
            continue;
        }
        let asked = ask(json!({ "application": application, field: grade.id,
            "topology": "cassette-to-cassette" }));
        let has = [true, typical.is_some(), grade.return_loss.is_some()];
        for (told, has) in told.iter_mut().zip(has) {
            if has {
                told.says(&asked, "grade", grade.id, None);
            }
        }
    }
    let cells = told.map(|told| told.cells);
    assert!(cells[0] > 35 && cells[1] > 15 && cells[2] > 20, "{cells:?}");
}

/// What a finding says of a row that is not one of the ends' own.
#[test]
fn what_a_finding_quotes_says_what_nobody_has_confirmed() {
    let loss = with(Word::Loss, Confidence::Unconfirmed);
    let reaches = with(Word::Reach, Confidence::Unconfirmed);
    let grade = with(Word::Grade, Confidence::Unconfirmed);
    let has = |catalog, asked: &Json, name: &str, fiber: &str, figure: &str| {
        let said = doubts(catalog, asked);
        let hit = said.iter().any(|(_, called, class, words)| {
            *called == name && *class == fiber && words.contains(&figure)
        });
        assert!(hit, "{asked}: {figure} of {name} on {fiber} is not said: {said:?}");
    };
    // LOS010, and the limit that is taken from there.
    for limit in ["own-class", "class-met"] {
        let asked = ask(json!({ "application": "40GBASE-SR4", "fiber": "OM4", "limit": limit,
            "topology": "direct" }));
        has(loss, &asked, "40GBASE-SR4", "OM3", "loss");
    }
    let asked = ask(json!({ "application": "40GBASE-SR4", "fiber": "OM4", "topology": "direct" }));
    has(reaches, &asked, "40GBASE-SR4", "OM3", "reach");
    let mut quoted = [0, 0, 0];
    for module in built_in().modules {
        for class in ["OM3", "OM4", "OM5", "OS2"] {
            // Past the reach of the published type, as far as the module goes itself.
            let fiber = Fiber::ALL.into_iter().find(|fiber| fiber.name() == class).unwrap();
            let Some(reach) = module.reach(fiber) else { continue };
            let asked = json!({ "schema": "fiberlane.request/1", "module": module.id, "fiber": class,
                "topology": "direct", "lengths": { "cordA": reach.meters().parse::<f64>().unwrap() } });
            let request = read_request(built_in(), &serde_json::from_value(asked.clone()).unwrap());
            let Ok(request) = request else { continue };
            let first = verdict(built_in(), &request);
            for finding in &first.findings {
                let fact = |wanted: &str| {
                    finding.facts.iter().find_map(|(name, fact)| match fact {
                        Fact::Name(value) if *name == wanted => Some(*value),
                        _ => None,
                    })
                };
                if let (Code::Los015, Some(name)) = (finding.code, fact("application")) {
                    has(loss, &asked, name, class, "loss");
                    quoted[0] += 1;
                }
                if let (Code::Los002, Some(name)) = (finding.code, fact("published")) {
                    has(reaches, &asked, name, class, "reach");
                    quoted[1] += 1;
                }
            }
        }
    }
    for (application, mode) in [("10GBASE-SR", "OM4"), ("100GBASE-DR", "OS2")] {
        for own in built_in().grades {
            let asked = ask(json!({ "application": application, "grade": own.id, "fiber": mode,
                "topology": "cassette-to-cassette" }));
            let request = read_request(grade, &serde_json::from_value(asked.clone()).unwrap());
            let first = verdict(grade, &request.unwrap());
            for finding in first.findings.iter().filter(|finding| finding.code == Code::Los011) {
                let row = finding.facts.iter().find(|(name, _)| *name == "row").unwrap();
                let Fact::Name(row) = row.1 else { panic!("{finding:?}") };
                has(grade, &asked, row, mode, "grade");
                quoted[2] += 1;
            }
        }
    }
    assert!(quoted.iter().all(|many| *many > 0), "{quoted:?}");
}

/// The limits on reflectance are drafts or unconfirmed, and the standing of an application is that
/// of its document: either is said where it is used.
#[test]
fn what_a_limit_rests_on_is_said() {
    for (standing, code) in [
        (Confidence::Draft, Code::Src001),
        (Confidence::Msa, Code::Src002),
        (Confidence::Vendor, Code::Src003),
    ] {
        let catalog = with(Word::Status, standing);
        for application in catalog.applications {
            let asked = ask(json!({ "application": application.name, "topology": "direct" }));
            let request = read_request(catalog, &serde_json::from_value(asked).unwrap()).unwrap();
            let found = verdict(catalog, &request).findings;
            let own = ("application", Fact::name(application.name));
            let said = found.iter().any(|one| one.code == code && one.facts.contains(&own));
            assert!(said, "{}: {found:?}", application.name);
        }
    }
    let mut tried = 0;
    for trust in [Confidence::Draft, Confidence::Unconfirmed] {
        let catalog = with(Word::Reflectance, trust);
        // Grades that reflect more than any limit allows.
        let grades = catalog.catalog_grades.iter();
        let grades =
            forever(grades.map(|row| CatalogGrade { return_loss: Some(1), ..*row }).collect());
        let catalog: &'static Catalog =
            Box::leak(Box::new(Catalog { catalog_grades: grades, ..*catalog }));
        for application in catalog.applications {
            let own = |row: &&Reflectance| {
                std::ptr::eq(catalog.application(row.application), application)
            };
            if !catalog.reflectances.iter().any(|row| own(&row)) {
                continue;
            }
            let grade = catalog.catalog_grades.iter().find(|grade| {
                // REF001 speaks of the grade of array connectors.
                let plug = application.plug.connector;
                plug.is_array()
                    && grade.holds_for(plug, application.mode, application.array_end_face)
            });
            let Some(grade) = grade else { continue };
            let asked = ask(json!({ "application": application.name, "grade": grade.id,
                "topology": "interconnect", "lengths": { "cordA": 3, "trunks": [10], "cordB": 3 } }));
            let Ok(request) = read_request(catalog, &serde_json::from_value(asked).unwrap()) else {
                continue;
            };
            let found = verdict(catalog, &request).findings;
            let said = found.iter().filter(|one| one.code == Code::Ref001);
            for one in said {
                let fact = ("confidence", Fact::name(trust.name()));
                assert!(one.facts.contains(&fact), "{one:?}");
                tried += 1;
            }
        }
    }
    assert!(tried > 4, "{tried}");
}
