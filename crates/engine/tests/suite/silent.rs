//! No silent cell: for every kind of part in place, each of its properties, each route and place,
//! two values give two plans, or a refusal, or a finding that names what is not used.

use crate::cases::judged;
use serde_json::{Map, Value as Json, json};

/// One fixed route, and the places that parts may have on it.
pub(crate) struct Route {
    pub(crate) name: &'static str,
    pub(crate) request: &'static str,
    runs: u64,
    panels: &'static [&'static str],
    cassettes: &'static [&'static str],
}

const fn route(
    name: &'static str,
    request: &'static str,
    runs: u64,
    panels: &'static [&'static str],
    cassettes: &'static [&'static str],
) -> Route {
    Route { name, request, runs, panels, cassettes }
}

pub(crate) const ROUTES: [Route; 22] = [
    route(
        "direct, parallel",
        r#"{"application":"40GBASE-SR4","fiber":"OM4","topology":"direct","lengths":{"cordA":5}}"#,
        0,
        &[],
        &[],
    ),
    route(
        "direct, duplex",
        r#"{"application":"10GBASE-SR","fiber":"OM4","topology":"direct","lengths":{"cordA":5}}"#,
        0,
        &[],
        &[],
    ),
    route(
        "interconnect",
        r#"{"application":"40GBASE-SR4","fiber":"OM4","topology":"interconnect","lengths":{"cordA":3,"trunks":[40],"cordB":3},"links":40}"#,
        1,
        &["A", "B"],
        &[],
    ),
    route(
        "interconnect, two runs",
        r#"{"application":"100GBASE-SR4","fiber":"OM4","topology":"interconnect","lengths":{"cordA":3,"trunks":[20,30],"cordB":3},"links":40}"#,
        2,
        &["A", "1-2", "B"],
        &[],
    ),
    route(
        "interconnect, angled",
        r#"{"application":"400GBASE-DR4","fiber":"OS2","topology":"interconnect","lengths":{"cordA":3,"trunks":[40],"cordB":3},"links":40}"#,
        1,
        &["A", "B"],
        &[],
    ),
    route(
        "interconnect, 16 fibers",
        r#"{"application":"800GBASE-SR8","fiber":"OM4","topology":"interconnect","lengths":{"cordA":3,"trunks":[40],"cordB":3},"links":40}"#,
        1,
        &["A", "B"],
        &[],
    ),
    route(
        "interconnect, 24 fibers",
        r#"{"application":"100GBASE-SR10","fiber":"OM4","topology":"interconnect","lengths":{"cordA":3,"trunks":[40],"cordB":3},"links":40}"#,
        1,
        &["A", "B"],
        &[],
    ),
    route(
        "interconnect, two ports",
        r#"{"application":"800G 2xDR4 (dual MPO-12 OSFP)","fiber":"OS2","topology":"interconnect","lengths":{"cordA":3,"trunks":[40],"cordB":3},"links":40}"#,
        1,
        &["A", "B"],
        &[],
    ),
    route(
        "cross-connect",
        r#"{"application":"400GBASE-DR4","fiber":"OS2","topology":"cross-connect","lengths":{"cordA":3,"trunks":[40,50],"cross":[2],"cordB":3},"links":40}"#,
        2,
        &["A", "1-2", "B"],
        &[],
    ),
    route(
        "cassettes",
        r#"{"application":"10GBASE-SR","fiber":"OM4","topology":"cassette-to-cassette","lengths":{"cordA":3,"trunks":[40],"cordB":3},"links":90}"#,
        1,
        &[],
        &["A", "B"],
    ),
    route(
        "cassettes, two runs",
        r#"{"application":"25GBASE-SR","fiber":"OM4","topology":"cassette-to-cassette","lengths":{"cordA":3,"trunks":[20,30],"cordB":3},"links":90}"#,
        2,
        &["1-2"],
        &["A", "B"],
    ),
    route(
        "cassettes, cross cords",
        r#"{"application":"400GBASE-FR4","fiber":"OS2","topology":"cassette-to-cassette","lengths":{"cordA":3,"trunks":[40],"cross":[2,2],"cordB":3},"links":90}"#,
        1,
        &[],
        &["A", "B"],
    ),
    route(
        "breakout by cassette",
        r#"{"application":"40GBASE-SR4","farEnd":{"kind":"breakout","application":"10GBASE-SR"},"fiber":"OM4","topology":"breakout-cassette","lengths":{"cordA":3,"trunks":[40],"cordB":3},"links":40}"#,
        1,
        &["A"],
        &["B"],
    ),
    route(
        "breakout by harness",
        r#"{"application":"400GBASE-DR4","farEnd":{"kind":"breakout","application":"100GBASE-DR"},"fiber":"OS2","topology":"breakout-harness","lengths":{"cordA":5},"links":40}"#,
        0,
        &[],
        &[],
    ),
    route(
        "breakout by harness over a trunk",
        r#"{"application":"100GBASE-SR4","farEnd":{"kind":"breakout","application":"25GBASE-SR"},"fiber":"OM4","topology":"breakout-harness","lengths":{"cordA":3,"trunks":[40],"cordB":3},"links":40}"#,
        1,
        &["A", "B"],
        &[],
    ),
    route(
        "breakout of whole ports",
        r#"{"application":"800G 2xDR4 (dual MPO-12 OSFP)","farEnd":{"kind":"breakout","application":"400GBASE-DR4"},"fiber":"OS2","topology":"interconnect","lengths":{"cordA":3,"trunks":[40],"cordB":3},"links":40}"#,
        1,
        &["A", "B"],
        &[],
    ),
    route(
        "splitter over a trunk",
        r#"{"application":"800GBASE-DR8","farEnd":{"kind":"breakout","application":"400GBASE-DR4"},"fiber":"OS2","topology":"breakout-harness","lengths":{"cordA":3,"trunks":[40],"cordB":3},"links":40}"#,
        1,
        &["A", "B"],
        &[],
    ),
    route(
        "conversion 2x12-3x8",
        r#"{"application":"40GBASE-SR4","fiber":"OM4","topology":"interconnect","conversion":"2x12-3x8","lengths":{"cordA":3,"trunks":[20,30],"cordB":3},"links":40}"#,
        2,
        &["1-2"],
        &[],
    ),
    route(
        "conversion 24-3x8",
        r#"{"application":"40GBASE-SR4","fiber":"OM4","topology":"interconnect","conversion":"24-3x8","lengths":{"cordA":3,"trunks":[40],"cordB":3},"links":40}"#,
        1,
        &[],
        &[],
    ),
    route(
        "conversion 16-2x8",
        r#"{"application":"400GBASE-DR4","fiber":"OS2","topology":"interconnect","conversion":"16-2x8","lengths":{"cordA":3,"trunks":[40],"cordB":3},"links":40}"#,
        1,
        &[],
        &[],
    ),
    route("open, parallel", r#"{"application":"40GBASE-SR4","links":40}"#, 1, &["A", "B"], &[]),
    route("open, duplex", r#"{"application":"10GBASE-SR","links":90}"#, 1, &[], &["A", "B"]),
];

/// A measured map of so many positions: straight, or turned.
fn map(positions: u64, turned: bool) -> Json {
    let far = |p: u64| if turned { positions + 1 - p } else { p };
    (1..=positions).map(|p| json!([p, far(p)])).collect()
}

/// Every property of a kind, each with values that differ.
fn properties(kind: &str) -> Vec<(&'static str, Vec<Json>)> {
    let connector =
        ("connector", vec![json!("MPO-8"), json!("MPO-12"), json!("MPO-16"), json!("MPO-24")]);
    let key = ("key", vec![json!("opposed"), json!("aligned")]);
    let count = ("count", vec![json!(1), json!(2)]);
    let mut all = vec![connector];
    if kind == "adapterPanel" {
        all.extend([key, count]);
        return all;
    }
    all.push(("fiber", vec![json!("OM3"), json!("OM4"), json!("OM5"), json!("OS2")]));
    all.push(("endFace", vec![json!("flat"), json!("angled")]));
    all.push(("pins", vec![json!("pinned"), json!("unpinned"), json!(["pinned", "unpinned"])]));
    let grades = ["standard", "low-loss", "tia-limit", "mtp-elite-mm-pc", "mtp-elite-sm-apc"];
    all.push(("grade", grades.map(|g| json!(g)).to_vec()));
    if kind == "trunk" {
        let letters = ["A", "B", "C", "24-a-geometric", "24-b-geometric"];
        all.push(("polarity", letters.map(|l| json!(l)).to_vec()));
        all.push(("map", vec![map(12, false), map(12, true), map(16, false), map(16, true)]));
        all.push(("lengthM", vec![json!(20), json!(30), json!(40), json!(55)]));
        all.push(("legs", vec![json!(1), json!(3)]));
    } else {
        all.push(("polarity", ["A", "B", "C", "U1", "U2"].map(|m| json!(m)).to_vec()));
        all.push(("lcGrade", ["standard", "low-loss", "tia-limit"].map(|g| json!(g)).to_vec()));
        all.push(key);
    }
    all.push(count);
    all
}

/// The places of a kind on a route: everywhere, and each by its name.
fn places(route: &Route, kind: &str) -> Vec<Option<Json>> {
    let named: Vec<Json> = match kind {
        "trunk" => (1..=route.runs).map(|run| json!(run)).collect(),
        "adapterPanel" => route.panels.iter().map(|at| json!(at)).collect(),
        _ => route.cassettes.iter().map(|at| json!(at)).collect(),
    };
    [None].into_iter().chain(named.into_iter().map(Some)).collect()
}

/// A plan without an echo of its request, or the refusal.
fn answer(route: &Route, part: &Map<String, Json>) -> Result<Json, Vec<String>> {
    let mut request: Json = serde_json::from_str(route.request).unwrap();
    request["schema"] = json!("fiberlane.request/1");
    request["installed"] = json!([part]);
    let text = judged(&request.to_string())?;
    let mut plan: Json = serde_json::from_str(&text).unwrap();
    if let Some(fields) = plan.as_object_mut() {
        fields.remove("request");
    }
    Ok(plan)
}

/// Whether a finding says that a part or a property of it is not used.
fn is_named(plan: &Json, kind: &str, property: &str) -> bool {
    plan["findings"].as_array().unwrap().iter().any(|finding| {
        let code = finding["code"].as_str().unwrap_or("");
        let facts = finding["facts"].to_string();
        code == "INS002" && (facts.contains(kind) || finding["subject"].to_string().contains(kind))
            || code.starts_with("INS") && code != "INS001" && facts.contains(property)
    })
}

#[test]
fn no_cell_is_silent() {
    let (mut cells, mut silent) = (0, Vec::new());
    for route in &ROUTES {
        for kind in ["trunk", "adapterPanel", "cassette"] {
            for place in places(route, kind) {
                for (property, values) in properties(kind) {
                    // What two ends say apart is said of both.
                    let paired = |value: &&Json| {
                        !value.is_array() || property == "map" || kind == "trunk" || place.is_none()
                    };
                    let mut seen: Vec<(&Json, Json)> = Vec::new();
                    cells += 1;
                    for value in values.iter().filter(paired) {
                        let mut part = Map::new();
                        part.insert("kind".into(), json!(kind));
                        if let Some(at) = &place {
                            part.insert("at".into(), at.clone());
                        }
                        part.insert(property.into(), value.clone());
                        let Ok(plan) = answer(route, &part) else { continue };
                        let twin = seen.iter().find(|(_, other)| *other == plan);
                        if let Some((other, _)) = twin
                            && !is_named(&plan, kind, property)
                        {
                            let at =
                                place.as_ref().map_or("everywhere".to_owned(), Json::to_string);
                            silent.push(format!(
                                "{kind} {property} over {} at {at}: {other} and {value}",
                                route.name
                            ));
                            break;
                        }
                        seen.push((value, plan));
                    }
                }
            }
        }
    }
    println!("{cells} cells, {} silent", silent.len());
    for cell in &silent {
        println!("{cell}");
    }
    assert!(cells > 850, "{cells} cells");
    assert!(silent.is_empty(), "{} of {cells} cells are silent", silent.len());
}
