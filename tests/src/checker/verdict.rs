//! The verdict: fail, not-checked, tight, pass, in this order.

use super::figures::Reach;
use super::lanes::Summary;
use super::loss::worst;
use super::spec::{Spec, Support};
use super::wire::Design;

/// Length, loss, limit, reach and verdict of a request, without looking at any design.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expectation {
    /// Channel length in steps of 0.1 mm.
    pub length: i128,
    /// Worst-case loss in steps of 10⁻¹⁰ dB; `None` for a grade without a figure.
    pub worst: Option<i128>,
    /// Loss limit in steps of 10⁻¹⁰ dB.
    pub limit: Option<i128>,
    /// Reach in steps of 0.1 mm.
    pub reach: Option<i128>,
    /// `pass`, `tight`, `fail` or `not-checked`, by length and loss, and whether lane positions are known.
    pub verdict: &'static str,
}

/// What length and loss alone come to.
pub(crate) fn expectation(spec: &Spec) -> Expectation {
    let reach = match spec.reach {
        Reach::Known(limit) | Reach::Either(limit) => Some(limit),
        Reach::Unknown => None,
    };
    let (length, worst) = (spec.lengths.total(), worst(spec).first().copied());
    let verdict = match by_figures(spec, length, reach, worst, spec.limit) {
        "pass" | "tight" if !spec.has_lanes() => "not-checked",
        other => other,
    };
    Expectation { length, worst, limit: spec.limit, reach, verdict }
}

fn by_figures(
    spec: &Spec,
    length: i128,
    reach: Option<i128>,
    worst: Option<i128>,
    limit: Option<i128>,
) -> &'static str {
    let margin = limit.zip(worst).map(|(l, w)| l - w);
    match (reach, margin) {
        (Some(reach), _) if length > reach => "fail",
        (_, Some(margin)) if margin < 0 => "fail",
        (None, _) | (_, None) => "not-checked",
        (_, Some(margin)) if margin < spec.tight => "tight",
        _ => "pass",
    }
}

/// What is known of the design beside its figures.
pub(crate) struct Seen<'a> {
    pub(crate) bad_matings: &'a [String],
    pub(crate) lanes: Summary,
    pub(crate) error_findings: bool,
    pub(crate) misfit_grade: bool,
}

/// Checks the plan's verdict against the design that it recommends.
pub(crate) fn check(
    spec: &Spec,
    design: &Design,
    said: &str,
    seen: &Seen<'_>,
    out: &mut Vec<String>,
) {
    let figures =
        by_figures(spec, spec.lengths.total(), design.reach_limit, design.worst, design.limit);
    let refused = matches!(spec.support, Some(Support::No)) || spec.wrong_mode;
    let broken = !seen.bad_matings.is_empty()
        || seen.lanes.dead
        || (seen.lanes.exchanged && spec.splits)
        || refused;
    // A figure stated for another mated pair is a missing figure.
    let unknown = seen.lanes.untraced || !spec.has_lanes() || seen.misfit_grade || spec.misfit;
    let expected = match figures {
        _ if broken || seen.error_findings => "fail",
        "fail" => "fail",
        _ if unknown => "not-checked",
        other => other,
    };
    if said != expected {
        out.push(format!("the verdict is {said}, by rule it is {expected}"));
    }
    if said == "fail" && broken && !seen.error_findings {
        out.push("the design is broken and no finding is an error".to_owned());
    }
    if said != "fail" {
        for bad in seen.bad_matings {
            out.push(format!("verdict {said} with a bad mating {bad}"));
        }
    }
}
