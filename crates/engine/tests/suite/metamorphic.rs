//! What must not change, or only in one way, when a request is changed: over random requests.

use crate::cases::{facts, judged};
use fiberlane_tests::random::{Wire, request};
use serde_json::{Value as Json, json};

fn plan(request: &Json) -> Option<Json> {
    let text = judged(&request.to_string()).ok()?;
    Some(serde_json::from_str(&text).unwrap())
}

/// Random requests with parts in place, and their plans.
fn placed(seeds: std::ops::RangeInclusive<u64>) -> impl Iterator<Item = (u64, Json, Json)> {
    let facts = facts();
    seeds.filter_map(move |seed| {
        let asked = request(&facts, seed, Wire::Whole);
        asked.get("installed")?;
        let plan = plan(&asked)?;
        Some((seed, asked, plan))
    })
}

/// The better the larger; what fails and what is not checked are alike here.
fn rank(plan: &Json) -> u8 {
    match plan["verdict"].as_str() {
        Some("pass") => 2,
        Some("tight") => 1,
        _ => 0,
    }
}

/// Fails where anything is wrong, or where too little was tried.
fn finish(wrong: &[String], tried: usize, least: usize) {
    let shown = wrong.iter().take(12).cloned().collect::<Vec<_>>().join("\n");
    assert!(wrong.is_empty(), "{} of {tried} wrong, first:\n{shown}", wrong.len());
    assert!(tried >= least, "{tried} tried");
}

/// The next worse value of a property, where there is an order.
fn worse(property: &str, value: &str) -> Option<&'static str> {
    match (property, value) {
        ("grade" | "lcGrade", "low-loss") => Some("standard"),
        ("grade" | "lcGrade", "standard") => Some("tia-limit"),
        ("fiber", "OM5") => Some("OM4"),
        ("fiber", "OM4") => Some("OM3"),
        _ => None,
    }
}

#[test]
fn a_worse_property_in_place_never_helps() {
    let (mut tried, mut wrong) = (0, Vec::new());
    for (seed, mut asked, _) in placed(1..=500) {
        // Under its own class OM3 has the larger limit of two applications.
        asked["limit"] = json!("class-met");
        let Some(before) = plan(&asked) else { continue };
        let entries = asked["installed"].as_array().unwrap().clone();
        for (i, entry) in entries.iter().enumerate() {
            for property in ["grade", "lcGrade", "fiber"] {
                let Some(lower) = entry[property].as_str().and_then(|v| worse(property, v)) else {
                    continue;
                };
                let mut other = asked.clone();
                other["installed"][i][property] = json!(lower);
                let Some(after) = plan(&other) else { continue };
                tried += 1;
                if rank(&after) > rank(&before) {
                    let (from, to) = (&before["verdict"], &after["verdict"]);
                    wrong.push(format!(
                        "seed {seed}: {property} {lower} of {entry}: {from} to {to}\n  {other}"
                    ));
                }
            }
        }
    }
    finish(&wrong, tried, 200);
}

/// The place in a subject such as `trunk 2` or `cassette A`, as the wire writes it.
fn place(subject: &str) -> Option<Json> {
    let (_, place) = subject.split_once(' ')?;
    Some(place.parse::<u64>().map_or_else(|_| json!(place), |run| json!(run)))
}

/// The request with the part that an assumption is about on its own, and the same with the property
/// said as it was assumed. A part that lies everywhere, and is not everywhere alike, is said once for
/// each of its places.
fn said(asked: &Json, assumed: &Json, all: &[Json]) -> Option<[Json; 2]> {
    let (field, subject) = (assumed["field"].as_str()?, assumed["subject"].as_str()?);
    let kind = subject.split(' ').next()?;
    let at = place(subject);
    let mut apart = asked.clone();
    let entries = apart["installed"].as_array_mut()?;
    let is = |entry: &Json, at: Option<&Json>| entry["kind"] == kind && entry.get("at") == at;
    if at.is_some() && !entries.iter().any(|entry| is(entry, at.as_ref())) {
        let whole = entries.iter().position(|entry| is(entry, None))?;
        let entry = entries.remove(whole);
        let same = all.iter().filter(|other| other["field"] == field);
        let subjects = same.filter_map(|other| other["subject"].as_str());
        let places = subjects.filter(|s| s.split(' ').next() == Some(kind)).filter_map(place);
        let places: Vec<Json> =
            places.filter(|at| !entries.iter().any(|entry| is(entry, Some(at)))).collect();
        for place in places {
            let mut own = entry.clone();
            own["at"] = place;
            entries.push(own);
        }
    }
    let index = entries.iter().position(|entry| is(entry, at.as_ref()))?;
    let mut other = apart.clone();
    other["installed"][index][field] = assumed["value"].clone();
    // The grade of a cassette is that of its front, too, unless that is said.
    let front = all.iter().find(|a| a["field"] == "lcGrade" && a["subject"] == subject);
    if let Some(front) = front.filter(|_| field == "grade") {
        other["installed"][index]["lcGrade"] = front["value"].clone();
    }
    // A map of two rows needs its connector.
    if field == "polarity" && assumed["value"].as_str().is_some_and(|map| map.starts_with("24-")) {
        other["installed"][index]["connector"] = json!("MPO-24");
    }
    Some([apart, other])
}

#[test]
fn to_say_what_was_assumed_changes_nothing_else() {
    let (mut tried, mut wrong) = (0, Vec::new());
    for (seed, asked, before) in placed(501..=1000) {
        let rest = |plan: &Json| {
            let findings = plan["findings"].as_array().unwrap().iter();
            let findings: Vec<&Json> = findings.filter(|f| f["code"] != "ASM001").collect();
            json!([plan["verdict"], plan["recommended"], findings])
        };
        let all: Vec<Json> = before["assumes"].as_array().into_iter().flatten().cloned().collect();
        // Among panels of two rows that lie there with unlike keys new ones may be either.
        let rows = asked.to_string().contains("\"24-") || asked["application"] == "100GBASE-SR10";
        for assumed in all.iter().filter(|a| !(rows && a["field"] == "key")) {
            let Some([apart, other]) = said(&asked, assumed, &all) else {
                wrong.push(format!("seed {seed}: {assumed} cannot be said\n  {asked}"));
                continue;
            };
            tried += 1;
            let (Some(base), Some(after)) = (plan(&apart), plan(&other)) else {
                wrong.push(format!("seed {seed}: {assumed} is refused\n  {other}"));
                continue;
            };
            for path in ["/verdict", "/recommended/loss/worstCaseDb", "/recommended/counts"] {
                if base.pointer(path) != before.pointer(path) {
                    wrong.push(format!("seed {seed}: {path} moves, said apart\n  {apart}"));
                }
            }
            // Where parts in place do not take each other's plugs no cords are right, and the plan
            // shows one of many.
            let unlike = base["findings"].as_array().into_iter().flatten();
            let unlike = unlike.into_iter().any(|f| f["code"] == "KEY002" || f["code"] == "IFC001");
            if base["verdict"] != after["verdict"] || !unlike && rest(&base) != rest(&after) {
                wrong.push(format!("seed {seed}: {assumed} changes the plan\n  {other}"));
            }
            let still = after["assumes"].as_array().into_iter().flatten().any(|a| a == assumed);
            if still {
                wrong.push(format!("seed {seed}: {assumed} is still assumed\n  {other}"));
            }
        }
    }
    finish(&wrong, tried, 500);
}

/// The same request as seen from the other end; none where both ends are not alike.
fn mirrored(asked: &Json) -> Option<Json> {
    let is_same =
        asked.get("farEnd").is_none_or(|end| end["kind"] == "same" && end.get("module").is_none());
    if !is_same {
        return None;
    }
    let mut other = asked.clone();
    let lengths = other.get_mut("lengths")?;
    let runs = lengths["trunks"].as_array().map_or(0, Vec::len) as u64;
    let [a, b] = ["cordA", "cordB"].map(|name| lengths.get(name).cloned());
    if runs > 0 {
        lengths["cordA"] = b?;
        lengths["cordB"] = a?;
    }
    for list in ["trunks", "cross"] {
        if let Some(Json::Array(items)) = lengths.get_mut(list) {
            // One cross cord between cassettes stands at A.
            if list == "cross" && items.len() == 1 && asked["topology"] != "cross-connect" {
                return None;
            }
            items.reverse();
        }
    }
    if runs == 0 && asked.get("installed").is_some() {
        return None;
    }
    for entry in other.get_mut("installed").and_then(Json::as_array_mut).into_iter().flatten() {
        let cassette = entry["kind"] == "cassette";
        // A cassette of method B is another one at the other end.
        if cassette && entry["polarity"] == "B" {
            return None;
        }
        let has_end = entry.get("at").is_some();
        if let Some(at) = entry.get_mut("at") {
            *at = match (&*at, at.as_u64()) {
                (_, Some(run)) => json!((runs + 1).checked_sub(run)?),
                (Json::String(end), _) if end == "A" => json!("B"),
                (Json::String(end), _) if end == "B" => json!("A"),
                (Json::String(joint), _) => {
                    let first: u64 = joint.split('-').next()?.parse().ok()?;
                    let first = runs.checked_sub(first)?;
                    json!(format!("{first}-{}", first + 1))
                }
                _ => return None,
            };
        }
        if let Some(Json::Array(pins)) = entry.get_mut("pins")
            && !(cassette && has_end)
        {
            pins.reverse();
        }
        for pair in entry.get_mut("map").and_then(Json::as_array_mut).into_iter().flatten() {
            pair.as_array_mut()?.reverse();
        }
    }
    Some(other)
}

#[test]
fn the_mirrored_request_has_the_same_answer() {
    let facts = facts();
    let (mut tried, mut wrong) = (0, Vec::new());
    for seed in 1001..=1700 {
        let asked = request(&facts, seed, Wire::Whole);
        let Some(other) = mirrored(&asked) else { continue };
        match (plan(&asked), plan(&other)) {
            (Some(one), Some(two)) => {
                tried += 1;
                for path in [
                    "/verdict",
                    "/recommended/lengthM",
                    "/recommended/loss/worstCaseDb",
                    "/recommended/counts",
                ] {
                    let [has, wants] = [&one, &two].map(|plan| plan.pointer(path));
                    if has != wants {
                        let [has, wants] =
                            [has, wants].map(|v| v.map_or("none".to_owned(), Json::to_string));
                        wrong.push(format!("seed {seed}: {path} is {has} and {wants}\n  {asked}"));
                    }
                }
            }
            (None, None) => {}
            _ => {
                wrong.push(format!("seed {seed}: one of the two is refused\n  {asked}\n  {other}"))
            }
        }
    }
    finish(&wrong, tried, 150);
}

#[test]
fn splitting_a_run_adds_one_pair() {
    let facts = facts();
    let (mut tried, mut wrong) = (0, Vec::new());
    for seed in 1701..=2300 {
        let mut asked = request(&facts, seed, Wire::Whole);
        let takes = ["interconnect", "cassette-to-cassette"];
        if !asked["topology"].as_str().is_some_and(|t| takes.contains(&t))
            || asked.get("farEnd").is_some()
        {
            continue;
        }
        let Some(runs) = asked["lengths"]["trunks"].as_array().cloned() else { continue };
        // Parts that lie everywhere lie in the new run, too; those at a place would move.
        let whole = |entry: &Json| entry.get("at").is_none() && entry.get("lengthM").is_none();
        if !asked["installed"].as_array().is_none_or(|list| list.iter().all(whole)) {
            continue;
        }
        asked["grade"] = json!("low-loss");
        let Some(one) = plan(&asked) else { continue };
        let mut other = asked.clone();
        let half = (runs[0].as_f64().unwrap() * 10.0 / 2.0).floor() / 10.0;
        let rest = ((runs[0].as_f64().unwrap() - half) * 10.0).round() / 10.0;
        let mut split = vec![json!(half), json!(rest)];
        split.extend(runs.into_iter().skip(1));
        other["lengths"]["trunks"] = Json::Array(split);
        let Some(two) = plan(&other) else {
            wrong.push(format!("seed {seed}: the split run is refused\n  {other}"));
            continue;
        };
        let pairs = |plan: &Json| {
            let terms = plan["recommended"]["loss"]["terms"].as_array();
            terms.map(|terms| terms.iter().filter(|t| t["kind"] == "matedPair").count())
        };
        let Some((before, after)) = pairs(&one).zip(pairs(&two)) else { continue };
        tried += 1;
        if after != before + 1 || one["recommended"]["lengthM"] != two["recommended"]["lengthM"] {
            wrong.push(format!("seed {seed}: {before} pairs become {after}\n  {other}"));
        }
    }
    finish(&wrong, tried, 60);
}
