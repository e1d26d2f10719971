//! The statistical loss: percentiles and the bound again, and what the probabilities come to.

#![allow(clippy::float_arithmetic, reason = "statistics are the one place for floats")]

use serde_json::Value;

use super::spec::Spec;
use super::wire::{Design, Term};

/// Printed figures are rounded to 0.0001 dB.
const STEP: f64 = 1e-4;

/// Steps of 10⁻¹⁰ dB in 1 dB.
const UNIT: f64 = 1e10;

/// Sigmas between the mean and the 97th percentile.
const SIGMAS: f64 = 1.88;

fn db(value: i128) -> f64 {
    value as f64 / UNIT
}

/// Checks `recommended.loss.statistical`.
pub(crate) fn check(spec: &Spec, design: &Design, plan: &Value, out: &mut Vec<String>) {
    let found = plan.pointer("/recommended/loss/statistical").filter(|v| !v.is_null());
    let (pairs, rest): (Vec<&Term>, Vec<&Term>) =
        design.terms.iter().partition(|t| t.kind == "matedPair" || t.kind == "cassette");
    let spreads: Option<Vec<(i128, i128)>> =
        pairs.iter().map(|t| t.typical.map(|typical| (typical, t.db))).collect();
    let (found, spreads) = match (found, spreads) {
        (Some(found), Some(spreads)) => (found, spreads),
        (None, None) => return,
        (Some(_), None) => {
            out.push("a spread is given although a pair has no typical loss".to_owned());
            return;
        }
        (None, Some(_)) => {
            out.push("no spread is given although every pair has a typical loss".to_owned());
            return;
        }
    };
    let fixed = db(rest.iter().map(|t| t.db).sum());
    let mean = fixed + db(spreads.iter().map(|s| s.0).sum());
    let root = spreads.iter().map(|s| db(s.1 - s.0).powi(2)).sum::<f64>().sqrt();
    let worst = db(design.terms.iter().map(|t| t.db).sum());
    let three = mean + 3.0 * root / SIGMAS;
    let bound = three.min(worst);
    for (name, wanted) in
        [("fixedDb", fixed), ("p97Db", mean + root), ("threeSigmaDb", three), ("boundDb", bound)]
    {
        match number(found, name) {
            Some(has) if (has - wanted).abs() <= STEP => {}
            has => out.push(format!("statistical.{name} is {has:?}, by hand it is {wanted:.4}")),
        }
    }
    let limit = design.limit.map(db);
    reads(found, limit, worst, bound, out);
    let lanes = spec.a.plug.fibers * spec.a.plug.ports;
    for (name, wanted) in [("lanes", lanes), ("links", spec.links)] {
        if found.get(name).and_then(Value::as_u64) != Some(wanted) {
            out.push(format!("statistical.{name} is {:?}, not {wanted}", found.get(name)));
        }
    }
    exceeds(found, (limit, lanes, spec.links), out);
}

fn number(of: &Value, name: &str) -> Option<f64> {
    of.get(name).and_then(Value::as_f64)
}

/// The word for it: within in the worst case, within by statistics, or beyond.
fn reads(found: &Value, limit: Option<f64>, worst: f64, bound: f64, out: &mut Vec<String>) {
    let has = found.get("reads").and_then(Value::as_str).unwrap_or("");
    let wanted = match limit {
        None => "not-checked",
        // Both are exact decimals: their difference is far above the rounding of a float.
        Some(limit) if worst <= limit + 1e-11 => "pass",
        // A bound that is rounded onto the limit may be on either side of it.
        Some(limit) if (bound - limit).abs() <= STEP && ["statistical", "fail"].contains(&has) => {
            has
        }
        Some(limit) if bound <= limit => "statistical",
        Some(_) => "fail",
    };
    if has != wanted {
        out.push(format!("statistical.reads is `{has}`, by rule it is {wanted}"));
    }
}

/// One lane beyond the limit makes its link, and one link the order.
fn exceeds(found: &Value, (limit, lanes, links): (Option<f64>, u64, u64), out: &mut Vec<String>) {
    let given = found.get("exceeds").filter(|v| !v.is_null());
    let Some(given) = given else {
        if limit.is_some() {
            out.push("statistical.exceeds is missing although a limit is known".to_owned());
        }
        return;
    };
    if limit.is_none() {
        out.push("statistical.exceeds is given without a limit".to_owned());
    }
    let Some(lane) = number(given, "lane").filter(|p| (0.0..=1.0).contains(p)) else {
        out.push(format!("statistical.exceeds.lane is {:?}", given.get("lane")));
        return;
    };
    for (name, times) in [("link", lanes), ("order", lanes.saturating_mul(links))] {
        let times = times as f64;
        let wanted = -(times * (-lane).ln_1p()).exp_m1();
        // The printed lane itself is rounded to 10⁻¹².
        let near = 1e-9 + times * 5e-13;
        match number(given, name) {
            Some(has) if (has - wanted).abs() <= near => {}
            has => out.push(format!("statistical.exceeds.{name} is {has:?}, not {wanted}")),
        }
    }
}
