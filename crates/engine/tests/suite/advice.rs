//! The second stage against independent figures, and what must hold of it.

use crate::cases::{all, here, planned};
use fiberlane_catalog::built_in;
use fiberlane_engine::advice::{Best, Spread, Step, component_sum, of_pairs};
use fiberlane_engine::design::Verdict;
use fiberlane_engine::finding::Severity;
use fiberlane_engine::pool::carried_by;
use fiberlane_engine::{plan, read_request, verdict};
use fiberlane_units::{Attenuation, Length, Loss};
use serde_json::Value as Json;
use std::fs;

fn db(value: &Json) -> Loss {
    Loss::parse_db(&value.to_string()).unwrap()
}

fn near(found: f64, wanted: f64) -> bool {
    (found - wanted).abs() <= 1e-12 + wanted.abs() * 1e-9
}

/// Probabilities, bounds and percentiles against a convolution written by somebody else.
#[test]
fn the_spread_is_that_of_the_independent_calculation() {
    let text = fs::read_to_string(here("facts/risk.jsonl")).unwrap();
    let mut rows = 0;
    for line in text.lines().filter(|line| !line.is_empty()) {
        let row: Json = serde_json::from_str(line).unwrap();
        let id = &row["id"];
        let pairs: Vec<Spread> = row["pairs"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|pair| {
                let spread = Spread { typical: db(&pair["typicalDb"]), max: db(&pair["maxDb"]) };
                vec![spread; usize::try_from(pair["count"].as_u64().unwrap()).unwrap()]
            })
            .collect();
        let count = |key: &str| u32::try_from(row[key].as_u64().unwrap()).unwrap();
        let (fixed, limit) = (db(&row["fixedDb"]), db(&row["limitDb"]));
        let risk = of_pairs(&pairs, fixed, Some(limit), count("lanes"), count("links"));
        let found = |loss: Loss| loss.db().parse::<f64>().unwrap();
        for (key, loss) in
            [("p97Db", risk.p97), ("threeSigmaDb", risk.three_sigma), ("boundDb", risk.bound)]
        {
            let wanted = row[key].as_f64().unwrap();
            assert!((found(loss) - wanted).abs() <= 0.000_051, "{id} {key}: {loss:?} {wanted}");
        }
        let exceeds = risk.exceeds.unwrap();
        for (key, p) in ["pLane", "pLink", "pOrder"].into_iter().zip(exceeds) {
            let wanted = row[key].as_f64().unwrap();
            assert!(near(p, wanted), "{id} {key}: {p} {wanted}");
        }
        rows += 1;
    }
    assert!(rows >= 60, "{rows} rows");
}

/// The published statistical values by grade and number of pairs.
#[test]
fn the_published_table_of_statistical_values() {
    let mut rows = csv::Reader::from_path(here("facts/statistical-table.csv")).unwrap();
    let mut count = 0;
    for row in rows.records() {
        let row = row.unwrap();
        let spread = Spread {
            typical: Loss::parse_db(&row[0]).unwrap(),
            max: Loss::parse_db(&row[1]).unwrap(),
        };
        let pairs = vec![spread; row[2].parse().unwrap()];
        let risk = of_pairs(&pairs, Loss::ZERO, None, 1, 1);
        // A figure that ends in 5 is printed up.
        let hundredths = |loss: Loss| (loss.db().parse::<f64>().unwrap() * 100.0 + 1e-9).round();
        let printed = |text: &str| (text.parse::<f64>().unwrap() * 100.0).round();
        assert_eq!(hundredths(risk.p97), printed(&row[3]), "{row:?}");
        let worst: Loss = pairs.iter().map(|pair| pair.max).sum();
        assert_eq!(hundredths(worst), printed(&row[4]), "{row:?}");
        count += 1;
    }
    assert_eq!(count, 42);
}

/// W06, W07 and component sums by TIA-568.3.
#[test]
fn test_limits_are_those_of_the_worked_examples() {
    let text = fs::read_to_string(here("facts/test-limits.jsonl")).unwrap();
    let mut seen = Vec::new();
    for line in text.lines().filter(|line| !line.is_empty()) {
        let row: Json = serde_json::from_str(line).unwrap();
        let list =
            |key: &str| -> Vec<Loss> { row[key].as_array().unwrap().iter().map(db).collect() };
        let ends = list("ends");
        let milli = row["attenuationDbPerKm"].as_f64().unwrap() * 1_000.0;
        let sum = component_sum(
            Length::parse_meters(&row["lengthM"].to_string()).unwrap(),
            Attenuation::from_milli(milli.round() as u32),
            [ends[0], ends[1]],
            &list("intermediate"),
            &list("splices"),
        );
        assert_eq!(sum, db(&row["limitDb"]), "{}", row["id"]);
        seen.push(row["id"].as_str().unwrap().to_owned());
    }
    assert!(
        seen.len() >= 20 && seen.contains(&"W06".to_owned()) && seen.contains(&"W07".to_owned())
    );
}

/// Every plan of the text cases: repairs are minimal, remove their findings and create no error;
/// alternatives are no worse judged than the recommended design and none beats another at all.
#[test]
fn repairs_and_alternatives_of_every_case() {
    let mut repaired = 0;
    let mut alternatives = 0;
    for case in all() {
        let value = serde_json::from_str(&case.request).unwrap();
        let Ok(request) = read_request(built_in(), &value) else { continue };
        let plan = plan(built_in(), &request);
        for repair in &plan.advice.repairs {
            let after = verdict(built_in(), &repair.change.on(&request));
            assert!(crate::offers::repaired(&plan, &repair.change, &after), "{}", case.name);
            assert!(after.findings.iter().all(|f| f.severity != Severity::Error), "{}", case.name);
            let errors = plan.first.findings.iter().filter(|f| f.severity == Severity::Error);
            for error in errors {
                assert!(after.findings.iter().all(|f| f.code != error.code), "{}", case.name);
            }
            repaired += 1;
        }
        for (index, a) in plan.advice.alternatives.iter().enumerate() {
            assert!(!a.best.is_empty(), "{}", case.name);
            // What is best at something is better at it than the passing design it stands beside.
            if let Some(own) = plan
                .first
                .recommended
                .as_ref()
                .filter(|own| matches!(own.verdict, Verdict::Pass | Verdict::Tight))
            {
                let carried = u32::try_from(carried_by(built_in(), own).len()).unwrap();
                let (own, other) = ((own.effect(), carried), a.design.effect());
                for best in &a.best {
                    let better = match best {
                        Best::Cheapest => other.cost * 100 <= own.0.cost * 98,
                        Best::MostMargin => other.margin > own.0.margin,
                        Best::Densest => other.rack_units < own.0.rack_units,
                        Best::FutureProof => a.carries > own.1,
                        Best::Nearest => false,
                    };
                    assert!(better, "{}: {best:?}", case.name);
                    assert!(other.verdict <= own.0.verdict, "{}: {best:?} by verdict", case.name);
                }
            }
            let again = verdict(
                built_in(),
                &a.change.on(&fiberlane_engine::Request {
                    priority: Some(a.priority),
                    ..request.clone()
                }),
            );
            assert_eq!(again.recommended.unwrap().effect(), a.design.effect(), "{}", case.name);
            for (other, b) in plan.advice.alternatives.iter().enumerate() {
                let (x, y) = (a.design.effect(), b.design.effect());
                let worse = other != index
                    && y.verdict <= x.verdict
                    && y.cost < x.cost
                    && y.margin > x.margin
                    && y.rack_units < x.rack_units
                    && b.carries > a.carries;
                assert!(!worse, "{}: dominated", case.name);
            }
            alternatives += 1;
        }
    }
    assert!(repaired > 50 && alternatives > 20, "{repaired} repairs, {alternatives} alternatives");
}

/// What a plant is said to carry as it is passes with the same trunks, panels and cords.
#[test]
fn growth_as_it_is_changes_no_cable() {
    let mut carried = 0;
    for case in all() {
        let value = serde_json::from_str(&case.request).unwrap();
        let Ok(request) = read_request(built_in(), &value) else { continue };
        let plan = plan(built_in(), &request);
        let Some(design) = &plan.first.recommended else { continue };
        for row in plan.advice.growth.iter().filter(|row| row.step == Step::AsItIs) {
            let fixed = fiberlane_engine::Request {
                application: Some(row.application),
                module: None,
                far_end: None,
                speed: None,
                fiber: Some(design.figures.ordered),
                grade: Some(design.figures.grade),
                lc_grade: Some(design.figures.lc_grade),
                topology: Some(design.frame.topology),
                // Runs in place may have connectors of different counts.
                base: request.base.or_else(|| {
                    let base = design.frame.array.fibers();
                    let new = request.installed.is_none();
                    (new && [8, 12, 16, 24].contains(&base)).then_some(base)
                }),
                polarity: request.polarity,
                ..request.clone()
            };
            let after = verdict(built_in(), &fixed);
            let found = after.recommended.unwrap_or_else(|| {
                panic!("{}: {}", case.name, fiberlane_engine::write_request(built_in(), &fixed))
            });
            assert_eq!(found.margin(), row.margin, "{}", case.name);
            assert_eq!(
                after.verdict,
                row.verdict,
                "{}: {} {:?}",
                case.name,
                fiberlane_engine::write_request(built_in(), &fixed),
                after.findings
            );
            carried += 1;
        }
    }
    assert!(carried > 20, "{carried}");
}

/// A derivation is there exactly where a failing request has no repair.
#[test]
fn a_failing_request_is_repaired_or_explained() {
    for case in all() {
        let Ok(text) = planned(&case.request) else { continue };
        let plan: Json = serde_json::from_str(&text).unwrap();
        let fails = plan["verdict"] == "fail";
        let repaired = !plan["repairs"].as_array().unwrap().is_empty();
        assert_eq!(plan.get("derivation").is_some(), fails && !repaired, "{}", case.name);
    }
}

/// Changes on the wire, applied as another program would: each field replaces the whole field, and
/// `null` takes it away.
#[test]
fn changes_on_the_wire_do_what_they_say() {
    let with = |request: &Json, change: &Json| -> Json {
        let mut changed = request.clone();
        for (field, value) in change.as_object().unwrap() {
            if value.is_null() {
                changed.as_object_mut().unwrap().remove(field);
            } else {
                changed[field] = value.clone();
            }
        }
        changed
    };
    let mut applied = 0;
    for case in all() {
        let Ok(text) = planned(&case.request) else { continue };
        let plan: Json = serde_json::from_str(&text).unwrap();
        let request: Json = serde_json::from_str(&case.request).unwrap();
        let mut claims: Vec<(String, Json, Json, Json)> = Vec::new();
        for repair in plan["repairs"].as_array().unwrap() {
            let change = &repair["change"];
            claims.push((
                format!("repair {change}"),
                with(&request, change),
                repair["verdict"].clone(),
                repair["effect"]["marginDb"].clone(),
            ));
        }
        for alternative in plan["alternatives"].as_array().unwrap() {
            let mut changed = with(&request, &alternative["leaves"]);
            changed["priority"] = alternative["priority"].clone();
            claims.push((
                format!("alternative {}", alternative["leaves"]),
                changed,
                alternative["verdict"].clone(),
                alternative["loss"]["marginDb"].clone(),
            ));
        }
        for row in plan["growth"].as_array().unwrap().iter().filter(|row| row["step"] != "never") {
            claims.push((
                format!("growth to {}", row["application"]),
                row["request"].clone(),
                row["verdict"].clone(),
                row["marginDb"].clone(),
            ));
        }
        for (name, changed, verdict, margin) in claims {
            let value = serde_json::from_value(changed).unwrap();
            let read = read_request(built_in(), &value)
                .unwrap_or_else(|fields| panic!("{}: {name}: {fields:?}", case.name));
            // What is claimed is a matter of the first stage alone.
            let found = fiberlane_engine::verdict(built_in(), &read);
            assert_eq!(verdict, found.verdict.name(), "{}: {name}", case.name);
            let own = found.recommended.as_ref().and_then(fiberlane_engine::design::Design::margin);
            let own = own.map_or(Json::Null, |own| serde_json::from_str(&own.db()).unwrap());
            assert_eq!(own, margin, "{}: {name}", case.name);
            applied += 1;
        }
    }
    assert!(applied > 400, "{applied}");
}
