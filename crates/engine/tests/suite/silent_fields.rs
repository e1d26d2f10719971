//! No silent field: for every field of a request and every route, two values give two plans, or a
//! refusal, or a finding that names what is not used.
//!
//! What a plan repeats of its request is taken out before two plans are compared: a word that comes
//! back and changes nothing else is still silent.

use crate::cases::{judged, planned};
use crate::silent::ROUTES;
use fiberlane_engine::request::Field;
use serde_json::{Value as Json, json};

/// Parts in place beside a route, all of them said.
const IN_PLACE: [(&str, &str, &str); 9] = [
    (
        "trunk in place",
        r#"{"application":"40GBASE-SR4","fiber":"OM4","topology":"interconnect","lengths":{"cordA":3,"trunks":[40],"cordB":3},"links":40}"#,
        r#"[{"kind":"trunk","connector":"MPO-12","fiber":"OM4","endFace":"flat","pins":"pinned","polarity":"B","grade":"standard","lengthM":40,"count":7,"legs":6}]"#,
    ),
    (
        "too few trunks in place",
        r#"{"application":"40GBASE-SR4","fiber":"OM4","topology":"interconnect","lengths":{"cordA":3,"trunks":[40],"cordB":3},"links":40}"#,
        r#"[{"kind":"trunk","connector":"MPO-12","fiber":"OM4","endFace":"flat","pins":"pinned","polarity":"B","grade":"standard","lengthM":40,"count":2,"legs":6}]"#,
    ),
    (
        "trunk and panels in place",
        r#"{"application":"400GBASE-DR4","fiber":"OS2","topology":"interconnect","lengths":{"cordA":3,"trunks":[40],"cordB":3},"links":40}"#,
        r#"[{"kind":"trunk","connector":"MPO-12","fiber":"OS2","endFace":"angled","pins":"pinned","polarity":"B","grade":"low-loss","lengthM":40,"count":7,"legs":6},{"kind":"adapterPanel","connector":"MPO-12","key":"opposed"}]"#,
    ),
    (
        "one of two runs in place",
        r#"{"application":"100GBASE-SR4","fiber":"OM4","topology":"interconnect","lengths":{"cordA":3,"trunks":[20,30],"cordB":3},"links":40}"#,
        r#"[{"kind":"trunk","at":1,"connector":"MPO-12","fiber":"OM4","endFace":"flat","pins":["pinned","unpinned"],"polarity":"B","grade":"standard","lengthM":20,"count":7,"legs":6}]"#,
    ),
    (
        "everything but cords in place",
        r#"{"application":"10GBASE-SR","fiber":"OM4","topology":"cassette-to-cassette","lengths":{"cordA":3,"trunks":[40],"cordB":3},"links":90}"#,
        r#"[{"kind":"trunk","connector":"MPO-12","fiber":"OM4","endFace":"flat","pins":"pinned","polarity":"B","grade":"standard","lengthM":40,"count":3,"legs":6},{"kind":"cassette","connector":"MPO-12","fiber":"OM4","endFace":"flat","pins":"unpinned","polarity":"U1","grade":"standard","lcGrade":"standard","key":"opposed","count":15}]"#,
    ),
    (
        "cassettes in place",
        r#"{"application":"25GBASE-SR","fiber":"OM4","topology":"cassette-to-cassette","lengths":{"cordA":3,"trunks":[40],"cordB":3},"links":90}"#,
        r#"[{"kind":"cassette","connector":"MPO-12","fiber":"OM4","endFace":"flat","pins":"unpinned","polarity":"U1","grade":"standard","lcGrade":"standard","key":"opposed","count":15}]"#,
    ),
    (
        "trunk in place of a breakout",
        r#"{"application":"40GBASE-SR4","farEnd":{"kind":"breakout","application":"10GBASE-SR"},"fiber":"OM4","topology":"breakout-cassette","lengths":{"cordA":3,"trunks":[40],"cordB":3},"links":40}"#,
        r#"[{"kind":"trunk","connector":"MPO-12","fiber":"OM4","endFace":"flat","pins":"pinned","polarity":"B","grade":"standard","lengthM":40,"count":7,"legs":6}]"#,
    ),
    (
        "trunk in place of a harness",
        r#"{"application":"100GBASE-SR4","farEnd":{"kind":"breakout","application":"25GBASE-SR"},"fiber":"OM4","topology":"breakout-harness","lengths":{"cordA":3,"trunks":[40],"cordB":3},"links":40}"#,
        r#"[{"kind":"trunk","connector":"MPO-12","fiber":"OM4","endFace":"flat","pins":"pinned","polarity":"B","grade":"standard","lengthM":40,"count":7,"legs":6}]"#,
    ),
    (
        "trunk in place beside a direct cord",
        r#"{"application":"40GBASE-SR4","fiber":"OM4","topology":"direct","lengths":{"cordA":5}}"#,
        r#"[{"kind":"trunk","connector":"MPO-12","fiber":"OM4","endFace":"flat","pins":"pinned","polarity":"B","grade":"standard","lengthM":40,"count":7,"legs":6}]"#,
    ),
];

/// Routes beside those of the parts in place.
const MORE: [(&str, &str); 9] = [
    ("nothing said", r#"{"application":"400GBASE-DR4"}"#),
    ("speed alone", r#"{"speed":"400G","lengths":{"cordA":3,"trunks":[60],"cordB":3},"links":20}"#),
    (
        "module alone",
        r#"{"module":"nvidia-mms4x00-nm","topology":"interconnect","lengths":{"cordA":3,"trunks":[60],"cordB":3},"links":20}"#,
    ),
    (
        "module on a direct cord",
        r#"{"module":"nvidia-mma1t00-vs","topology":"direct","lengths":{"cordA":3},"links":20}"#,
    ),
    (
        "direct, two rows",
        r#"{"application":"100GBASE-SR10","fiber":"OM4","topology":"direct","lengths":{"cordA":5}}"#,
    ),
    (
        "direct, 16 fibers",
        r#"{"application":"800GBASE-SR8","fiber":"OM4","topology":"direct","lengths":{"cordA":5}}"#,
    ),
    (
        "interconnect, 32 fibers",
        r#"{"application":"400GBASE-SR16","fiber":"OM4","topology":"interconnect","lengths":{"cordA":3,"trunks":[40],"cordB":3},"links":40}"#,
    ),
    (
        "three runs",
        r#"{"application":"10GBASE-SR","fiber":"OM4","topology":"cassette-to-cassette","lengths":{"cordA":3,"trunks":[20,30,20],"cordB":3},"links":90}"#,
    ),
    (
        "no limit published",
        r#"{"module":"arista-qsfp-40g-xsr4","topology":"interconnect","lengths":{"cordA":3,"trunks":[60],"cordB":3},"links":20}"#,
    ),
];

/// Every field, those inside of it apart, with values that differ.
fn fields() -> Vec<(&'static str, Vec<Json>)> {
    let words = |words: &[&str]| words.iter().map(|word| json!(word)).collect::<Vec<_>>();
    let grades =
        || words(&["standard", "low-loss", "tia-limit", "mtp-elite-mm-pc", "mtp-elite-sm-apc"]);
    let modules = || {
        words(&[
            "cisco-qsfp-40g-sr4",
            "cisco-qsfp-40g-csr4",
            "nvidia-mms1v00-wm",
            "arista-qdd-400g-xdr4",
            "cisco-sfp-10g-sr",
        ])
    };
    vec![
        (
            "application",
            words(&["40GBASE-SR4", "100GBASE-SR4", "400GBASE-DR4", "10GBASE-SR", "25GBASE-SR"]),
        ),
        ("speed", words(&["10G", "40G", "100G", "400G", "800G"])),
        ("module", modules()),
        (
            "farEnd",
            vec![
                json!({"kind": "same"}),
                json!({"kind": "breakout", "application": "10GBASE-SR"}),
                json!({"kind": "breakout", "application": "100GBASE-DR"}),
                json!({"kind": "breakout", "application": "400GBASE-DR4"}),
            ],
        ),
        ("farEnd.module", modules()),
        ("fiber", words(&["OM3", "OM4", "OM5", "OS2", "OS1a"])),
        ("grade", grades()),
        ("lcGrade", grades()),
        ("brand", words(&["any", "mtp"])),
        (
            "topology",
            words(&[
                "direct",
                "interconnect",
                "cross-connect",
                "cassette-to-cassette",
                "breakout-cassette",
                "breakout-harness",
            ]),
        ),
        ("lengths.cordA", vec![json!(2), json!(4)]),
        ("lengths.cordB", vec![json!(2), json!(4)]),
        (
            "lengths.trunks",
            vec![json!([21]), json!([22]), json!([21, 22]), json!([22, 21]), json!([21, 21, 22])],
        ),
        ("lengths.cross", vec![json!([2]), json!([4]), json!([2, 4])]),
        ("links", vec![json!(12), json!(1200)]),
        ("splices", vec![json!(0), json!(1), json!(2)]),
        ("spliceLossDb", vec![json!(0.05), json!(0.2)]),
        (
            "polarity",
            words(&["A", "B", "C", "U1", "U2", "24-a-geometric", "24-b-geometric", "24-c"]),
        ),
        ("pinning", words(&["pinned-trunk", "pinned-module"])),
        ("base", vec![json!(8), json!(12), json!(16), json!(24)]),
        ("trunkLegs", vec![json!(1), json!(4), json!(7)]),
        ("spares", vec![json!(0), json!(50), json!(100)]),
        ("spares.cord", vec![json!(50), json!(100)]),
        ("spares.trunk", vec![json!(50), json!(100)]),
        ("spares.harness", vec![json!(50), json!(100)]),
        ("spares.cassette", vec![json!(50), json!(100)]),
        ("attenuation", words(&["cabling", "clause"])),
        ("tightBelowDb", vec![json!(0), json!(100)]),
        ("limit", words(&["own-class", "class-met"])),
        ("priority", words(&["cost", "margin", "density", "growth"])),
        ("conversion", words(&["none", "2x12-3x8", "24-3x8", "24-2x12", "16-2x8"])),
        ("connectionsAtMostDb", vec![json!(0), json!(100)]),
        ("referenceEndDb", vec![json!(0.1), json!(0.5)]),
        (
            "situation.place",
            words(&["lab", "enterprise-row", "static-link", "data-center-core", "ai-fabric"]),
        ),
        ("situation.matingsPerYear", vec![json!(0), json!(10), json!(300)]),
        ("situation.fieldChanges", vec![json!(false), json!(true)]),
        ("situation.budget", words(&["lowest-price", "balanced", "performance"])),
        ("situation.outageCostPerMinute", vec![json!(0), json!(100), json!(900)]),
        ("situation.priceDifference", vec![json!(10), json!(900)]),
    ]
}

/// Every request, by the name of its route.
fn routes() -> Vec<(&'static str, Json)> {
    let parsed = |text: &str| serde_json::from_str::<Json>(text).unwrap();
    let plain = ROUTES.iter().map(|route| (route.name, parsed(route.request)));
    let more = MORE.iter().map(|(name, request)| (*name, parsed(request)));
    let placed = IN_PLACE.iter().map(|(name, request, parts)| {
        let mut request = parsed(request);
        request["installed"] = parsed(parts);
        (*name, request)
    });
    let mut all: Vec<(&'static str, Json)> = plain.chain(more).chain(placed).collect();
    // Of one link many percentages of spares are one piece.
    for (_, request) in all.iter_mut().filter(|(_, request)| request["links"].is_null()) {
        request["links"] = json!(40);
    }
    all
}

/// A request with a field of it set.
fn with(request: &Json, field: &str, value: &Json) -> Json {
    let mut request = request.clone();
    request["schema"] = json!("fiberlane.request/1");
    match field.split_once('.') {
        None => request[field] = value.clone(),
        Some((outer, inner)) => {
            if request[outer].is_null() {
                request[outer] =
                    if outer == "farEnd" { json!({"kind": "same"}) } else { json!({}) };
            }
            request[outer][inner] = value.clone();
        }
    }
    request
}

/// What a plan says beside what it was asked, or the refusal.
fn answer(request: &Json, whole: bool) -> Result<Json, Vec<String>> {
    let plan = if whole { planned } else { judged };
    let mut plan: Json = serde_json::from_str(&plan(&request.to_string())?).unwrap();
    if let Some(design) = plan["recommended"].as_object_mut() {
        for echo in ["grade", "lcGrade", "brand", "pinning", "base", "attenuation", "topology"] {
            design.remove(echo);
        }
    }
    if let Some(choosing) = plan["choosing"].as_object_mut() {
        choosing.remove("situation");
    }
    if let Some(fields) = plan.as_object_mut() {
        let said = |name: &str| {
            ["verdict", "assumes", "recommended", "findings", "testLimits", "choosing"]
                .contains(&name)
        };
        fields.retain(|name, _| said(name));
    }
    Ok(plan)
}

/// Whether a finding says that the field, or this value of it, is not used.
fn is_named(plan: &Json, field: &str, value: &Json) -> bool {
    plan["findings"].as_array().unwrap().iter().any(|finding| {
        let facts = &finding["facts"];
        match finding["code"].as_str().unwrap_or("") {
            "REQ001" => facts["fields"].as_array().unwrap().contains(&json!(field)),
            "INS003" => field == "lengths.trunks",
            "INS006" => facts["asked"] == *value,
            _ => false,
        }
    })
}

/// Where two values may well come to the same, and why.
fn may_agree(
    field: &str,
    values: [&Json; 2],
    plan: &Json,
    all_alike: bool,
) -> Option<&'static str> {
    let known = |field: &str| !plan["recommended"]["loss"][field].is_null();
    let passes = ["pass", "tight"].contains(&plan["verdict"].as_str().unwrap());
    match field {
        "priority" => Some("the same design is best by both"),
        "limit" if known("limitDb") => Some("no lower class has a larger limit"),
        "tightBelowDb" if known("limitDb") && !passes => Some("what does not pass is not tight"),
        "farEnd" if values[0]["application"] == values[1]["application"] => {
            Some("end B is the same")
        }
        "situation.place" if !all_alike => Some("places that want the same"),
        "situation.budget" if !all_alike => Some("budgets that buy the same"),
        "situation.budget" if fails_by_standard(plan) => Some("what passes comes before a budget"),
        _ => None,
    }
}

/// Whether standard connectors fail or are tight, so that low-loss ones are recommended anyway.
fn fails_by_standard(plan: &Json) -> bool {
    let items = plan["choosing"]["items"].as_array().unwrap();
    let decides =
        |why: &Json| *why == json!("standard-fails") || *why == json!("standard-is-tight");
    items.iter().any(|item| item["because"].as_array().unwrap().iter().any(decides))
}

#[test]
fn no_field_is_silent() {
    let fields = fields();
    let (mut cells, mut silent, mut agreed) = (0, Vec::new(), Vec::new());
    for (name, request) in routes() {
        assert!(answer(&with(&request, "links", &json!(40)), false).is_ok(), "{name} is refused");
        for (field, values) in &fields {
            cells += 1;
            let whole = field.starts_with("situation") || *field == "referenceEndDb";
            let plans: Vec<(&Json, Json)> = values
                .iter()
                .filter_map(|value| {
                    let plan = answer(&with(&request, field, value), whole).ok()?;
                    (!plan["recommended"].is_null()).then_some((value, plan))
                })
                .collect();
            let all_alike = plans.iter().all(|(_, plan)| *plan == plans[0].1);
            let mut found: Option<String> = None;
            for (index, (value, plan)) in plans.iter().enumerate() {
                let twins = plans[..index].iter().filter(|(_, other)| other == plan);
                for (other, _) in twins.filter(|_| !is_named(plan, field, value)) {
                    match may_agree(field, [other, value], plan, all_alike) {
                        Some(why) => agreed.push((*field, why)),
                        None => {
                            found =
                                found.or(Some(format!("{field} over {name}: {other} and {value}")));
                        }
                    }
                }
            }
            silent.extend(found);
        }
    }
    println!("{cells} cells, {} silent", silent.len());
    silent.sort();
    for cell in &silent {
        println!("{cell}");
    }
    agreed.sort_unstable();
    for pairs in agreed.chunk_by(|a, b| a == b) {
        println!("{} pairs agree: {}: {}", pairs.len(), pairs[0].0, pairs[0].1);
    }
    for field in Field::ALL.iter().map(|field| field.name()) {
        let inside = format!("{field}.");
        let is = |(name, _): &(&str, Vec<Json>)| *name == field || name.starts_with(&inside);
        assert!(field == "installed" || fields.iter().any(is), "{field} is nowhere");
    }
    assert!(silent.is_empty(), "{} of {cells} cells are silent", silent.len());
}
