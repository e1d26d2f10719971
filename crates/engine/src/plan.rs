//! The plan: a total function of catalog and request, in two stages.

use crate::advice::{Advice, advise};
use crate::assumes::{Assumed, assumes};
use crate::checks::ins001_in_place;
use crate::design::{Design, Verdict, best};
use crate::finding::Finding;
use crate::order_by::order_by;
use crate::request::Request;
use fiberlane_catalog::Catalog;

/// The first stage: the design, judged.
#[derive(Clone, Debug)]
pub struct Verdicts {
    /// What is to be thought of the request.
    pub verdict: Verdict,
    /// The best design that honors every fixed choice, passing or not.
    pub recommended: Option<Design>,
    /// What there is to say, most severe first.
    pub findings: Vec<Finding>,
    /// What the verdict rests on that nobody said of the parts in place.
    pub assumes: Vec<Assumed>,
}

/// Both stages.
#[derive(Clone, Debug)]
pub struct Plan {
    /// What was asked.
    pub request: Request,
    /// The first stage.
    pub first: Verdicts,
    /// The second stage.
    pub advice: Advice,
}

impl Verdicts {
    /// The first finding that the verdict rests on; none where it is a pass.
    #[must_use]
    pub fn reason(&self) -> Option<&Finding> {
        self.findings.iter().find(|finding| self.verdict.rests_on(finding))
    }
}

/// The first stage of a plan: chosen design, loss, reach, checks, order.
#[must_use]
pub fn verdict(catalog: &'static Catalog, request: &Request) -> Verdicts {
    let mut first = match best(catalog, request) {
        Ok(design) => Verdicts {
            verdict: design.verdict,
            findings: design.findings.clone(),
            assumes: assumes(catalog, request, &design),
            recommended: Some(design),
        },
        Err(findings) => {
            Verdicts { verdict: Verdict::Fail, recommended: None, findings, assumes: Vec::new() }
        }
    };
    if first.verdict == Verdict::Fail {
        first.findings.extend(ins001_in_place::found(catalog, request));
        order_by(&mut first.findings, |finding| finding.severity);
    }
    first
}

/// The second stage: options, repairs, alternatives.
#[must_use]
pub fn advice(catalog: &'static Catalog, request: &Request, first: &Verdicts) -> Advice {
    advise(catalog, request, first.recommended.as_ref())
}

/// Both stages of a plan. Always answers: an impossible or half-filled request gives a plan that
/// says so.
#[must_use]
pub fn plan(catalog: &'static Catalog, request: &Request) -> Plan {
    let first = verdict(catalog, request);
    let advice = advice(catalog, request, &first);
    Plan { request: request.clone(), first, advice }
}
