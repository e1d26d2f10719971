//! The spread of the loss: chart, sentence, table, assumptions.

use super::{head, heading};
use fiberlane_chart::{LadderLimit, LossSpread, SpreadMark, loss_spread};
use fiberlane_engine::Plan;
use fiberlane_engine::advice::{DENSITY_STEP, Risk};
use fiberlane_engine::design::Design;
use fiberlane_messages::advice::{probability_words, risk_words};
use fiberlane_messages::{Figure as _, Html, Voice};
use fiberlane_units::Loss;

/// Points of the curve on paper.
const POINTS: usize = 160;

pub(super) fn section(voice: Voice<'_>, plan: &Plan) -> String {
    let mut html = Html::new();
    let Some(design) = &plan.first.recommended else { return html.finish() };
    let Some(risk) = &plan.advice.risk else {
        heading(voice, &mut html, "risk", voice.text("advice.risk"), "");
        html.leaf("p", "", voice.text("advice.risk.none"));
        return html.finish();
    };
    if risk.density.len() < 2 {
        return html.finish();
    }
    heading(voice, &mut html, "risk", voice.text("advice.risk"), voice.text("advice.risk.remark"));
    let words = risk_words(voice, design, risk);
    html.raw(&chart(voice, design, risk, &words));
    html.leaf("p", "summary", &words);
    html.raw("<details><summary>").text(voice.text("chart.table")).raw("</summary><table>");
    head(&mut html, &["", "dB"]);
    html.raw("<tbody>");
    let total = design.figures.total;
    for (name, loss) in [
        ("advice.risk.worst", Some(total)),
        ("advice.risk.sigma", Some(risk.three_sigma)),
        ("advice.risk.p97", Some(risk.p97)),
        ("advice.risk.bound", Some(risk.bound)),
        ("advice.risk.limit", design.figures.limit),
    ] {
        let Some(loss) = loss else { continue };
        html.raw("<tr><th scope=\"row\">").text(voice.text(name)).raw("</th>");
        html.leaf("td", "number", &loss.said(voice)).raw("</tr>");
    }
    if let Some([lane, link, order]) = risk.exceeds {
        for (name, p) in
            [("advice.risk.lane", lane), ("advice.risk.link", link), ("advice.risk.order", order)]
        {
            html.raw("<tr><th scope=\"row\">").text(voice.text(name)).raw("</th>");
            html.leaf("td", "number", &probability_words(voice, p)).raw("</tr>");
        }
    }
    html.raw("</tbody></table></details>");
    let lanes = risk.lanes.to_string();
    let links = voice.grouped(risk.links.into());
    let fixed = risk.fixed.said(voice);
    let values = [("lanes", lanes.as_str()), ("links", links.as_str()), ("fixed", fixed.as_str())];
    html.raw("<details><summary>").text(voice.text("advice.risk.assumptions")).raw("</summary>");
    html.leaf("p", "", &voice.fill("advice.risk.model", &values)).raw("</details>");
    html.finish()
}

fn chart(voice: Voice<'_>, design: &Design, risk: &Risk, words: &str) -> String {
    let curve = curve(risk);
    let worst =
        voice.fill("advice.risk.mark.worst", &[("loss", &design.figures.total.said(voice))]);
    let bound = voice.fill("advice.risk.mark.bound", &[("loss", &risk.bound.said(voice))]);
    let signed = |loss: Loss| i64::try_from(loss.steps()).unwrap_or(i64::MAX);
    let mut marks = vec![SpreadMark { loss: signed(design.figures.total), label: &worst }];
    if risk.bound != design.figures.total {
        marks.push(SpreadMark { loss: signed(risk.bound), label: &bound });
    }
    let limit = design.figures.limit;
    let label =
        limit.map(|limit| voice.fill("advice.risk.mark.limit", &[("limit", &limit.exact(voice))]));
    loss_spread(&LossSpread {
        id: "fl-spread",
        title: voice.text("advice.risk"),
        summary: words,
        points: &curve,
        marks: &marks,
        limit: limit
            .zip(label.as_deref())
            .map(|(limit, label)| LadderLimit { loss: signed(limit), label }),
        width: 420,
        height: 240,
        labels: fiberlane_view::axes(voice),
    })
}

/// The density on as many points as paper can tell apart.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::float_arithmetic,
    reason = "a density is between 0 and 1"
)]
fn curve(risk: &Risk) -> Vec<(i64, u64)> {
    // What is too improbable to be seen is left away.
    let highest = risk.density.iter().copied().fold(0.0, f64::max);
    let seen = |p: &f64| *p > highest / 2_000.0;
    let last = risk.density.iter().rposition(seen).unwrap_or(0) + 1;
    let every = last.div_ceil(POINTS).max(1);
    let at = |index: usize| {
        let grid = u64::try_from(index).unwrap_or(0) * DENSITY_STEP.steps();
        i64::try_from(grid + risk.fixed.steps()).unwrap_or(i64::MAX)
    };
    let density = |p: f64| (p / highest.max(f64::MIN_POSITIVE) * 1e6) as u64;
    (0..=last / every)
        .map(|point| point * every)
        .map(|index| (at(index), density(risk.density.get(index).copied().unwrap_or(0.0))))
        .collect()
}
