//! Test limits of what stays in place: component limits of every segment with a trunk.

use serde_json::Value;

use super::advice::list;
use super::json::{DB, DB_PER_KM, METERS, exact, show};
use super::spec::Spec;
use super::wire::{Design, Term};

/// TIA-568.3 component limits of a connection and of a splice, in steps of 10⁻¹⁰ dB.
const CONNECTION: i128 = 7_500_000_000;
const SPLICE: i128 = 3_000_000_000;
/// A reference-grade end against a standard one by TIA-568.3-E.
const REFERENCE_END: i128 = 5_000_000_000;

/// First and last element of every run of fixed parts that has a trunk in it.
fn runs(design: &Design) -> Vec<(usize, usize)> {
    let fixed =
        |kind: &str| ["trunk", "adapter", "cassette", "conversion", "splice"].contains(&kind);
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (at, _) in design.channel.iter().enumerate().filter(|(_, e)| fixed(&e.kind)) {
        match runs.last_mut() {
            Some((_, to)) if *to + 1 == at => *to = at,
            _ => runs.push((at, at)),
        }
    }
    let has_trunk =
        |run: &(usize, usize)| design.channel[run.0..=run.1].iter().any(|e| e.is("trunk"));
    runs.into_iter().filter(has_trunk).collect()
}

/// Mated pairs among terms; a cassette's own figure stands for its two.
fn pairs<'a>(terms: impl Iterator<Item = &'a Term>) -> i128 {
    terms
        .map(|t| if t.kind == "matedPair" { 1 } else { i128::from(t.kind == "cassette") * 2 })
        .sum()
}

/// Checks `testLimits`.
pub(crate) fn check(
    spec: &Spec,
    design: &Design,
    (request, plan): (&Value, &Value),
    out: &mut Vec<String>,
) {
    let runs = runs(design);
    let given = plan.get("testLimits").filter(|v| !v.is_null());
    let Some(given) = given else {
        if !runs.is_empty() {
            out.push("a trunk is in the channel and no test limits are given".to_owned());
        }
        return;
    };
    let asked = request.get("referenceEndDb").and_then(|v| exact(v, DB).ok());
    let end = asked.unwrap_or(REFERENCE_END);
    same(given, "referenceEndDb", DB, Some(end), out);
    let alpha = given.get("attenuationDbPerKm").and_then(|v| exact(v, DB_PER_KM).ok());
    let Some(alpha) = alpha.filter(|alpha| spec.alphas.contains(alpha)) else {
        out.push(format!("testLimits.attenuationDbPerKm is {:?}", given.get("attenuationDbPerKm")));
        return;
    };
    let splices = i128::from(spec.splices);
    let whole = spec.lengths.total() * alpha + CONNECTION * pairs(design.terms.iter());
    same(given, "channelComponentDb", DB, Some(whole + SPLICE * splices), out);
    same(given, "applicationDb", DB, design.limit, out);
    let listed = list(given, "segments");
    if listed.len() != runs.len() {
        out.push(format!("{} test segments, the channel has {}", listed.len(), runs.len()));
        return;
    }
    for (segment, (from, to)) in listed.iter().zip(runs) {
        let inside = || design.terms.iter().filter(move |t| (from..=to).contains(&t.at));
        let length: i128 = design.channel[from..=to].iter().filter_map(|e| e.length).sum();
        let connections = (pairs(inside()) - 2).max(0);
        let splices = spliced(spec, design, (from, to));
        let acceptance = length * alpha + 2 * end + CONNECTION * connections + SPLICE * splices;
        let planned: i128 = inside().map(|t| t.db).sum();
        let index = |n: usize| i128::try_from(n).ok();
        same(segment, "from", 0, index(from), out);
        same(segment, "to", 0, index(to), out);
        same(segment, "lengthM", METERS, Some(length), out);
        same(segment, "connections", 0, Some(connections), out);
        same(segment, "splices", 0, Some(splices), out);
        same(segment, "acceptanceDb", DB, Some(acceptance), out);
        same(segment, "plannedDb", DB, Some(planned), out);
    }
}

/// Splices inside; one term may stand for all of them.
fn spliced(spec: &Spec, design: &Design, (from, to): (usize, usize)) -> i128 {
    let all = design.terms.iter().filter(|t| t.kind == "splice");
    let inside = all.clone().filter(|t| (from..=to).contains(&t.at)).count();
    let one_for_all = all.count() == 1 && inside == 1;
    if one_for_all { i128::from(spec.splices) } else { inside as i128 }
}

fn same(of: &Value, name: &str, digits: u32, wanted: Option<i128>, out: &mut Vec<String>) {
    let given = of.get(name).filter(|v| !v.is_null());
    let has = given.and_then(|v| exact(v, digits).ok());
    if has != wanted || given.is_some() != wanted.is_some() {
        let wants = wanted.map_or("null".to_owned(), |w| show(w, digits));
        let has = given.map_or("null".to_owned(), Value::to_string);
        out.push(format!("testLimits: {name} is {has}, by hand it is {wants}"));
    }
}
