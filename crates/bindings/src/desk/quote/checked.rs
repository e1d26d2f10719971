//! What was checked of a design, with its results, and what was not.

use super::title;
use fiberlane_catalog::Place;
use fiberlane_engine::Request;
use fiberlane_engine::advice::{OtherLimits, other_limits};
use fiberlane_engine::design::{Design, Verdict};
use fiberlane_engine::loss::usual_loss;
use fiberlane_engine::proof::Direction;
use fiberlane_messages::checks::{Check, checks, open_points, unchecked_items};
use fiberlane_messages::{Figure as _, Html, Voice, least_words, reflectance_words};

pub(super) fn sections(voice: Voice<'_>, html: &mut Html, request: &Request, design: &Design) {
    title(voice, html, "quote.checked");
    html.raw("<ul class=\"checked\">");
    for check in done(voice, request, design) {
        let holds = check.result.passes();
        html.open("li", if holds { "ok" } else { "bad" });
        html.raw("<span aria-hidden=\"true\">").raw(if holds { "✓" } else { "✕" });
        html.raw("</span> ").leaf("strong", "", check.name).raw(" ");
        let state = voice.text(if holds { "quote.holds" } else { "quote.holdsNot" });
        let values = [("state", state), ("words", &*check.words)];
        html.text(&voice.fill("quote.result", &values)).close("li");
    }
    if let Some(lanes) = lanes(voice, design) {
        html.leaf("li", "lanes", &lanes);
    }
    html.raw("</ul>");
    title(voice, html, "quote.notChecked");
    html.raw("<ul class=\"unchecked\">");
    for words in unchecked_items(voice, design).into_iter().chain(open_points(voice, design)) {
        html.leaf("li", "", &words);
    }
    html.raw("</ul>");
}

/// The checks that could be made in this design, and no others.
fn done<'s>(voice: Voice<'s>, request: &Request, design: &Design) -> Vec<Check<'s>> {
    let arrays = design.frame.matings.iter().any(|mating| mating.a.connector.is_array());
    let mut all = checks(voice, design);
    all.retain(|check| check.result != Verdict::NotChecked);
    all.retain(|check| arrays || check.name != voice.text("check.pins"));
    let figures = &design.figures;
    if let (Some(limit), Some(margin)) = (figures.limit, design.margin()) {
        let (loss, limit, left) =
            (figures.total.said(voice), limit.exact(voice), margin.said(voice));
        let values = [("loss", loss.as_str()), ("limit", &limit), ("margin", &left)];
        all.push(Check {
            name: voice.text("quote.loss"),
            result: if margin.is_inside() { Verdict::Pass } else { Verdict::Fail },
            words: voice.fill("quote.loss.words", &values),
        });
    }
    others(voice, &mut all, design, &other_limits(voice.catalog(), request, design));
    all
}

/// Reflectance and least loss, where both figures are known.
fn others<'s>(voice: Voice<'s>, all: &mut Vec<Check<'s>>, design: &Design, limits: &OtherLimits) {
    let checked = |verdict: Verdict| verdict != Verdict::NotChecked;
    if let Some(row) = limits.reflectance.filter(|row| checked(row.outcome.verdict())) {
        let words = reflectance_words(voice, Some(&row));
        all.push(Check {
            name: voice.text("quote.reflectance"),
            result: row.outcome.verdict(),
            words,
        });
    }
    if let Some((_, outcome)) = limits.least {
        let words = least_words(voice, limits.least, usual_loss(&design.terms));
        all.push(Check { name: voice.text("quote.least"), result: outcome.verdict(), words });
    }
}

/// Every lane from A to B, from where it is sent to where it arrives.
fn lanes(voice: Voice<'_>, design: &Design) -> Option<String> {
    let proof = &design.frame.assembly.proof;
    let ports = design.frame.link.a.plug.count > 1 || design.frame.link.far_ports > 1;
    let place = |place: Place| match ports {
        true => format!("{}:{}", place.port, place.position),
        false => place.position.to_string(),
    };
    let lanes = proof.lanes.iter().filter(|lane| lane.direction == Direction::AtoB);
    let pairs: Vec<String> = lanes
        .map(|lane| format!("{}\u{2060}-\u{2060}{}", place(lane.from), place(lane.to)))
        .collect();
    (!pairs.is_empty()).then(|| voice.fill("quote.lanes", &[("pairs", &pairs.join(", "))]))
}
