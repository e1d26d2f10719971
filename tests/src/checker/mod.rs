//! An independent checker: recomputes a plan from the request and the fact tables.
//!
//! It shares no code with the engine. Lanes are folded map by map, matings are looked at end by
//! end, counts and losses are worked out from the rules, and each discrepancy is one sentence.

mod acceptance;
mod advice;
mod assumes;
mod breakout;
mod channel;
mod conversion;
mod counts;
mod document;
mod elements;
mod facts;
mod far_end;
mod far_notes;
mod fiber_class;
mod figures;
mod findings;
mod fixed_choice;
mod fold;
mod grades;
mod growth;
mod housings;
mod in_place;
mod installed;
mod json;
mod judge;
mod lanes;
mod lengths;
mod limits;
mod loss;
mod maps;
mod matings;
mod method;
mod near_miss;
mod order;
mod pairs;
mod parts;
mod pinning;
mod places;
mod plug;
mod search;
#[cfg(test)]
mod selftest;
mod spares;
mod spec;
mod statistical;
mod structure;
mod tables;
mod terms;
mod topology;
mod verdict;
mod wire;

use serde_json::Value;

pub use facts::Facts;
pub use json::{exact, exact_text, show};
pub use verdict::Expectation;

use spec::Spec;
use wire::Design;

/// Every discrepancy between a plan and what the request and the facts come to; empty is right.
pub fn check(facts: &Facts, request: &Value, plan: &Value) -> Vec<String> {
    let mut out = Vec::new();
    document::plan(plan, &mut out);
    let said = plan.get("verdict").and_then(Value::as_str).unwrap_or("");
    fixed_choices(request, plan, &mut out);
    near_miss::check(plan, &mut out);
    let advised = advice::has_run(plan, &mut out);
    if advised {
        advice::check(plan, said, &mut out);
    }
    let resolved = spec::resolve(facts, request, plan);
    let Some(design) = structure::design(plan, &mut out) else {
        nothing(&resolved, said, &mut out);
        return out;
    };
    match resolved {
        Ok(spec) => {
            recommended(facts, &spec, &design, (plan, said), &mut out);
            if topology_fits(&spec) && spec.support != Some(spec::Support::Unlisted) {
                second_stage(facts, &spec, &design, (request, plan, advised), &mut out);
            }
        }
        Err(why) => out.push(why),
    }
    out
}

/// What length, loss, limit and reach of a request come to, from the facts alone.
///
/// # Errors
/// A sentence when the request leaves something open that decides the figures.
pub fn expect(facts: &Facts, request: &Value) -> Result<Expectation, String> {
    let spec = spec::resolve(facts, request, &Value::Null)?;
    Ok(verdict::expectation(&spec))
}

/// Every discrepancy between a line of `vectors.jsonl` and what the checker comes to.
pub fn check_vector(facts: &Facts, line: &Value) -> Vec<String> {
    let (request, expected) = (&line["request"], &line["expect"]);
    let found = match expect(facts, request) {
        Ok(found) => found,
        Err(why) => return vec![why],
    };
    let mut out = Vec::new();
    let mut compare = |name: &str, has: Option<i128>, digits: u32| {
        let printed = Some(&expected[name]).filter(|v| !v.is_null());
        let wants = printed.and_then(|v| exact(v, digits).ok());
        if has != wants {
            let [has, wants] = [has, wants].map(|v| v.map_or("null".into(), |v| show(v, digits)));
            out.push(format!("{name} is {has}, the vector says {wants}"));
        }
    };
    compare("lengthM", Some(found.length), json::METERS);
    compare("worstCaseDb", found.worst, json::DB);
    compare("limitDb", found.limit, json::DB);
    compare("reachM", found.reach, json::METERS);
    if expected["verdict"] != found.verdict {
        out.push(format!("the verdict is {}, not {}", found.verdict, expected["verdict"]));
    }
    out
}

/// Everything about the recommended design.
fn recommended(
    facts: &Facts,
    spec: &Spec,
    design: &Design,
    (plan, said): (&Value, &str),
    out: &mut Vec<String>,
) {
    if !topology_fits(spec) {
        if said != "fail" {
            out.push(format!("{} is no topology for {}", spec.topology, spec.a.application));
        }
        return;
    }
    let size = counts::supply(spec, (spec.base, spec.base), None).size;
    for (name, rule) in [("base", spec.base), ("trunkLegs", size)] {
        if let Some(chosen) = spec::chosen(plan, name).and_then(Value::as_u64)
            && chosen != rule
            && !spec.in_place.any()
        {
            out.push(format!("the plan chose {name} {chosen}, the rule is {rule}"));
        }
    }
    let bad = matings::bad(design);
    parts::check(design, out);
    if spec.support == Some(spec::Support::Unlisted) {
        // How many legs such a pair has is not known, so nothing more can be counted.
        if said != "fail" {
            out.push("the breakout is not listed and the verdict is no fail".to_owned());
        }
        return;
    }
    in_place::check(spec, design, (plan, said), out);
    let ordered = channel::check(spec, design, out);
    let lanes = lanes::check(spec, design, &bad, out);
    let colors = spec.a.plug.is_bidirectional() == spec.b.plug.is_bidirectional();
    let mates = colors && !matings::about_interfaces(&bad);
    if ordered && mates && (lanes.dead || lanes.exchanged) {
        search::check(spec, design, out);
    }
    assumes::check(spec, design, (plan, said), out);
    far_notes::check(spec, plan, out);
    loss::check(spec, design, out);
    order::complete(design, out);
    if ordered {
        method::check(spec, design, mates || (colors && !spec.in_place.any()), out);
        pinning::check(spec, design, out);
        counts::check(facts, spec, design, out);
        places::check(spec, design, out);
    }
    findings::check(facts, spec, design, plan, (&bad, lanes), out);
    let error_findings = !findings::codes(plan, "error").is_empty();
    let seen = verdict::Seen {
        bad_matings: &bad,
        lanes,
        error_findings,
        misfit_grade: findings::codes(plan, "warning").contains(&"GRD001"),
    };
    verdict::check(spec, design, said, &seen, out);
}

/// What is said of a recommended design beside its channel, its sums and its order.
fn second_stage(
    facts: &Facts,
    spec: &Spec,
    design: &Design,
    (request, plan, advised): (&Value, &Value, bool),
    out: &mut Vec<String>,
) {
    limits::check(spec, design, (request, plan), out);
    if advised {
        statistical::check(spec, design, plan, out);
        acceptance::check(spec, design, (request, plan), out);
        let clause = spec::effective(request, plan, "attenuation").is_some_and(|a| a == "clause");
        growth::check(facts, spec, design, (plan, clause), out);
    }
}

/// Parallel, duplex and breakout links each have their topologies.
fn topology_fits(spec: &Spec) -> bool {
    let far_duplex = spec.b.plug.is_duplex();
    if spec.conversion.is_some() {
        return spec.topology == "interconnect" && !spec.is_duplex() && !far_duplex;
    }
    match spec.topology.as_str() {
        "direct" => spec.is_duplex() == far_duplex,
        "interconnect" | "cross-connect" => !spec.is_duplex() && !far_duplex,
        "cassette-to-cassette" => spec.is_duplex() && far_duplex,
        "breakout-cassette" => spec.is_breakout() && !spec.is_duplex() && far_duplex,
        _ => spec.is_breakout() && !spec.is_duplex(),
    }
}

/// `recommended: null` is right only when no channel can be assembled at all.
fn nothing(resolved: &Result<Spec, String>, said: &str, out: &mut Vec<String>) {
    if ["pass", "tight"].contains(&said) {
        out.push(format!("the verdict is {said} and nothing is recommended"));
    }
    if let Ok(spec) = resolved
        && topology_fits(spec)
        && spec.parts_open
        && !spec.is_breakout()
        && !spec.wrong_mode
    {
        out.push("nothing is recommended although a channel can be assembled".to_owned());
    }
}

/// A fixed choice stays as it is.
fn fixed_choices(request: &Value, plan: &Value, out: &mut Vec<String>) {
    // The connector of parts in place, and that of a conversion's trunk, is the base.
    let based = installed::read(request).iter().any(|part| part.base().is_some());
    let based = based || conversion::asked(request, plan).is_some();
    for name in
        ["fiber", "grade", "topology", "polarity", "pinning", "base", "attenuation", "conversion"]
    {
        if based && name == "base" {
            continue;
        }
        let fixed = request.get(name).filter(|v| !v.is_null());
        if let (Some(fixed), Some(chosen)) = (fixed, spec::chosen(plan, name))
            && fixed != chosen
        {
            out.push(format!("{name} is fixed to {fixed} and the plan chose {chosen}"));
        }
    }
}
