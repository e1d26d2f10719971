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

/// Fails where more is wrong than is known and not settled yet, or where too little was tried.
fn finish(wrong: &[String], known: usize, tried: usize, least: usize) {
    let shown = wrong.iter().take(12).cloned().collect::<Vec<_>>().join("\n");
    assert!(wrong.len() <= known, "{} of {tried} wrong, first:\n{shown}", wrong.len());
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
    finish(&wrong, 0, tried, 200);
}

/// A property that is said as it was assumed.
fn said(asked: &Json, assumed: &Json) -> Option<Json> {
    let field = assumed["field"].as_str()?;
    let subject = assumed["subject"].to_string();
    let entries = asked["installed"].as_array()?;
    let mut named = entries.iter().enumerate().filter(|(_, entry)| {
        let kind = entry["kind"].as_str().unwrap_or("");
        subject.contains(kind) || (kind == "adapterPanel" && subject.contains("panel"))
    });
    // Which of several is meant is the plan's own way of writing.
    let (i, entry) = named.next().filter(|_| named.next().is_none())?;
    if entry.get(field).is_some() || (field == "polarity" && entry.get("map").is_some()) {
        return None;
    }
    let mut other = asked.clone();
    other["installed"][i][field] = assumed["value"].clone();
    Some(other)
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
        for assumed in before["assumes"].as_array().into_iter().flatten() {
            let Some(other) = said(&asked, assumed) else { continue };
            tried += 1;
            let Some(after) = plan(&other) else {
                wrong.push(format!("seed {seed}: {assumed} is refused\n  {other}"));
                continue;
            };
            if rest(&before) != rest(&after) {
                wrong.push(format!("seed {seed}: {assumed} changes the plan\n  {other}"));
            }
            let still = after["assumes"].as_array().into_iter().flatten().any(|a| a == assumed);
            if still {
                wrong.push(format!("seed {seed}: {assumed} is still assumed\n  {other}"));
            }
        }
    }
    finish(&wrong, 19, tried, 100);
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
    finish(&wrong, 7, tried, 150);
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
    finish(&wrong, 0, tried, 60);
}
