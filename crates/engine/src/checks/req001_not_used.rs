//! REQ001: What was asked for and is not used
//!
//! A field of the request that nothing in this design goes by: pins, legs of trunks or spares where the route has no such
//! part or what lies there decides, a grade or a brand of connectors that are not ordered, a number of fibers that
//! no connector here has. A house rule below 200 Gb/s, the loss of a splice without splices, a margin or a limit
//! where none is published, and half of a comparison of costs are named as a note. Choose another route, or leave it out.

use super::Case;
use super::los014_house_rule::FROM_SPEED;
use crate::channel::ElementKind;
use crate::finding::{Code, Fact, Finding, Severity};
use crate::loss::TermKind;
use crate::order::{Line, spare_kind};
use crate::request::{GradeRef, Request, SpareKind, Spares};

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    name(case, Severity::Warning, &ordered(case), out);
    name(case, Severity::Info, &reckoned(case), out);
}

fn name(
    case: &Case<'_>,
    severity: Severity,
    fields: &[(bool, &'static str)],
    out: &mut Vec<Finding>,
) {
    let unused: Vec<&'static str> =
        fields.iter().filter_map(|(unused, field)| unused.then_some(*field)).collect();
    if let Some(first) = unused.first() {
        out.push(
            Finding::new(Code::Req001, *first)
                .severity(severity)
                .fact("fields", Fact::Words(unused))
                .fact("topology", Fact::name(case.topology.name())),
        );
    }
}

/// What would be built or ordered otherwise.
fn ordered(case: &Case<'_>) -> [(bool, &'static str); 10] {
    let request = case.request;
    let lines = || case.order.lines.iter();
    let meets = |line: &Line, array: bool| {
        line.ends.is_some_and(|ends| ends.iter().any(|end| end.connector.is_array() == array))
    };
    let inside = || case.elements.iter().filter(|e| e.kind != ElementKind::Transceiver);
    let ends = || inside().flat_map(|e| e.ends).flatten();
    // Connectors whose grade nobody said, in place or to be ordered.
    let graded = inside().any(|element| {
        let array = element.ends.iter().flatten().any(|end| end.connector.is_array());
        array && element.own.is_none_or(|own| own.grade.is_none())
    });
    let duplex = lines().any(|line| meets(line, false));
    // A catalog grade of array connectors says nothing of duplex ones.
    let follows = duplex
        && request.lc_grade.is_none()
        && matches!(request.grade, Some(GradeRef::Planning(_)));
    let all = || lines().chain(&case.order.in_place);
    let spare = |kind: SpareKind| {
        let asked = request.spares.filter(|spares| matches!(spares, Spares::ByKind(_)));
        asked.is_some_and(|spares| spares.of(kind) > 0)
            && !lines().any(|line| spare_kind(line.kind) == Some(kind))
    };
    [
        (request.grade.is_some() && !graded && !follows, "grade"),
        (request.lc_grade.is_some() && !duplex, "lcGrade"),
        (request.brand.is_some() && !lines().any(|line| meets(line, true)), "brand"),
        (request.pinning.is_some() && case.span.trunks.is_empty(), "pinning"),
        (
            request.base.is_some_and(|base| {
                !ends().any(|end| end.connector.is_array() && end.connector.fibers() == base)
            }),
            "base",
        ),
        (
            request.trunk_legs.is_some_and(|legs| !all().any(|line| line.legs == Some(legs))),
            "trunkLegs",
        ),
        (spare(SpareKind::Cord), "spares.cord"),
        (spare(SpareKind::Trunk), "spares.trunk"),
        (spare(SpareKind::Harness), "spares.harness"),
        (spare(SpareKind::Cassette), "spares.cassette"),
    ]
}

/// What would be reckoned or advised otherwise.
fn reckoned(case: &Case<'_>) -> [(bool, &'static str); 8] {
    let request: &Request = case.request;
    let paired = case.terms.iter().any(|term| term.kind == TermKind::MatedPair);
    let ruled = paired && case.application.speed >= FROM_SPEED;
    let limited = case.figures.limit.is_some();
    let situation = request.situation.unwrap_or_default();
    let minute = situation.outage_cost_per_minute;
    let price = situation.price_difference;
    let arrays = case.matings.iter().any(|mating| mating.a.connector.is_array());
    let spliced = request.splices.is_some_and(|count| count > 0);
    [
        (request.splice_loss.is_some() && !spliced, "spliceLossDb"),
        (request.tight_below.is_some() && !limited, "tightBelowDb"),
        (request.limit.is_some() && !limited, "limit"),
        (request.connections_at_most.is_some() && !ruled, "connectionsAtMostDb"),
        (request.reference_end.is_some() && case.span.trunks.is_empty(), "referenceEndDb"),
        // It buys a grade of array connectors, where that is open.
        (situation.budget.is_some() && (!arrays || request.grade.is_some()), "situation.budget"),
        (minute.is_some() && price.is_none(), "situation.outageCostPerMinute"),
        (price.is_some() && minute.unwrap_or(0) == 0, "situation.priceDifference"),
    ]
}
