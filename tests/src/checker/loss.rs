//! Loss and reach from first principles: every term, their sum, the limit, the margin.

use super::figures::Reach;
use super::json::{DB, METERS, show};
use super::spec::Spec;
use super::terms;
use super::wire::{Design, Term};

/// The worst case of the request, once per attenuation that may be meant.
pub(crate) fn worst(spec: &Spec) -> Vec<i128> {
    let Some(connections) = spec.pairs.iter().map(|pair| pair.max).sum::<Option<i128>>() else {
        return Vec::new();
    };
    let fixed = connections + spec.splice_db * i128::from(spec.splices);
    spec.alphas.iter().map(|alpha| spec.lengths.total() * alpha + fixed).collect()
}

/// Checks terms, sum, limit, margin and reach.
pub(crate) fn check(spec: &Spec, design: &Design, out: &mut Vec<String>) {
    let sum: i128 = design.terms.iter().map(|t| t.db).sum();
    let db = |v: i128| show(v, DB);
    if design.worst != Some(sum) {
        let has = design.worst.map_or("none".into(), db);
        out.push(format!("worstCaseDb is {has}, its terms sum to {}", db(sum)));
    }
    let whole_figures = design.terms.iter().all(|t| t.kind != "cassette");
    let wanted = worst(spec);
    if whole_figures && !wanted.is_empty() && !wanted.contains(&sum) {
        out.push(format!("the terms sum to {}, by hand it is {}", db(sum), db(wanted[0])));
    }
    if design.limit != spec.limit {
        let [has, wants] = [design.limit, spec.limit].map(|l| l.map_or("null".into(), db));
        out.push(format!("limitDb is {has}, the smaller row says {wants}"));
    }
    let margin = design.limit.zip(design.worst).map(|(l, w)| l - w);
    if design.margin != margin {
        let [has, wants] = [design.margin, margin].map(|l| l.map_or("null".into(), db));
        out.push(format!("marginDb is {has}, limit minus loss is {wants}"));
    }
    terms::fibers(spec, design, out);
    terms::mated(spec, design, out);
    let splices = design.terms.iter().filter(|t| t.kind == "splice");
    let (count, total) = splices.fold((0_u64, 0), |(n, s), t| (n + 1, s + t.db));
    let astray = |t: &&Term| {
        let at = design.channel.get(t.at);
        t.kind == "splice" && !at.is_some_and(|e| e.is_cable() || e.is("splice"))
    };
    if let Some(term) = design.terms.iter().find(astray) {
        out.push(format!("a splice stands at {}, which is no cable", term.at));
    }
    let wanted = spec.splice_db * i128::from(spec.splices);
    if total != wanted || (count != spec.splices && count > 1) {
        let text = format!("{count} splice terms of {} in all", db(total));
        out.push(format!("{text}, the request has {} of {}", spec.splices, db(spec.splice_db)));
    }
    reach(spec, design, out);
}

fn reach(spec: &Spec, design: &Design, out: &mut Vec<String>) {
    let m = |v: Option<i128>| v.map_or("null".to_owned(), |v| show(v, METERS));
    let total = spec.lengths.total();
    if design.reach_length != Some(total) {
        out.push(format!("reach.lengthM is {}, not {}", m(design.reach_length), m(Some(total))));
    }
    let (right, wants) = match spec.reach {
        Reach::Known(limit) => (design.reach_limit == Some(limit), Some(limit)),
        Reach::Unknown => (design.reach_limit.is_none(), None),
        Reach::Either(limit) => (design.reach_limit.is_none_or(|l| l == limit), Some(limit)),
    };
    if !right {
        out.push(format!("reach.limitM is {}, not {}", m(design.reach_limit), m(wants)));
    }
    let verdict = match design.reach_limit {
        None => "not-checked",
        Some(limit) if total <= limit => "pass",
        Some(_) => "fail",
    };
    if design.reach_verdict.as_deref().is_some_and(|has| has != verdict) {
        out.push(format!("reach.verdict is {:?}, not {verdict}", design.reach_verdict));
    }
}
