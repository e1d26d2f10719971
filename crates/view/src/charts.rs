//! Loss along the channel and margin against length, each with its table.

use crate::heading;
use fiberlane_chart::{
    AxisLabels, LadderLabels, LadderLimit, LadderStep, LengthUnit, LossLadder, MarginCurves,
    MarginDot, MarginPoint, MarginReach, MarginSeries, StepKind, loss_ladder, margin_curves,
};
use fiberlane_engine::design::Design;
use fiberlane_engine::loss::{TermKind, TermSource, pair_loss};
use fiberlane_engine::request::GradeRef;
use fiberlane_messages::Html;
use fiberlane_messages::{Figure as _, Unit, Voice, element_title};
use fiberlane_units::{Length, Loss};

fn signed(loss: Loss) -> i64 {
    i64::try_from(loss.steps()).unwrap_or(i64::MAX)
}

/// Axes in the language and the unit in use.
#[must_use]
pub fn axes(voice: Voice<'_>) -> AxisLabels<'static> {
    AxisLabels {
        decibel: "dB",
        length: voice.unit_sign(),
        unit: match voice.unit() {
            Unit::Meters => LengthUnit::Meters,
            Unit::Feet => LengthUnit::Feet,
        },
        decimal: voice.decimal_sign(),
    }
}

/// The ladder and its table.
pub fn ladder(voice: Voice<'_>, design: &Design, narrow: bool) -> String {
    let figures = &design.figures;
    let elements = &design.frame.assembly.elements;
    let labels: Vec<String> = design
        .terms
        .iter()
        .map(|term| match term.kind {
            TermKind::Fiber => String::new(),
            _ => voice.fill(
                "chart.step",
                &[
                    ("place", &element_title(voice, elements, term.at)),
                    ("loss", &term.loss.exact(voice)),
                ],
            ),
        })
        .collect();
    let mut at = Length::ZERO;
    let steps: Vec<LadderStep<'_>> = design
        .terms
        .iter()
        .zip(&labels)
        .map(|(term, label)| {
            let start = at;
            let length = term.length.unwrap_or(Length::ZERO);
            at = at + length;
            LadderStep {
                at: start.steps(),
                loss: signed(term.loss),
                typical: Some(signed(term.typical.unwrap_or(term.loss))),
                label,
                kind: match term.kind {
                    TermKind::Fiber => StepKind::Run { length: length.steps() },
                    TermKind::MatedPair | TermKind::Splice => StepKind::Point,
                },
                part: term.at,
            }
        })
        .collect();
    let application = voice.catalog().application(design.frame.link.near).name;
    let limit_label = figures.limit.map(|limit| {
        voice.fill("chart.limit", &[("limit", &limit.exact(voice)), ("application", application)])
    });
    let margin_label = design
        .margin()
        .map(|margin| voice.fill("chart.margin", &[("margin", &margin.said(voice))]));
    let summary = voice.fill(
        if figures.limit.is_some() { "chart.loss.summary" } else { "chart.loss.noLimit" },
        &[
            ("loss", &figures.total.said(voice)),
            ("length", &figures.length.said(voice)),
            ("limit", &figures.limit.map(|limit| limit.exact(voice)).unwrap_or_default()),
            ("margin", &design.margin().map(|m| m.said(voice)).unwrap_or_default()),
        ],
    );
    let has_typical = design.terms.iter().any(|term| term.typical.is_some());
    let svg = loss_ladder(&LossLadder {
        id: "fl-ladder",
        title: voice.text("section.loss"),
        summary: &summary,
        steps: &steps,
        limit: figures
            .limit
            .zip(limit_label.as_deref())
            .map(|(limit, label)| LadderLimit { loss: signed(limit), label }),
        width: if narrow { 340 } else { 620 },
        height: 300,
        labels: LadderLabels {
            axes: axes(voice),
            margin: margin_label.as_deref(),
            typical: if has_typical { voice.text("chart.typical") } else { "" },
        },
    });
    let mut html = Html::new();
    heading(
        voice,
        &mut html,
        "worstCase",
        voice.text("section.loss"),
        voice.text("chart.loss.remark"),
    );
    draft_word(voice, &mut html, design);
    html.raw(&svg);
    html.leaf("p", "summary", &summary);
    loss_table(voice, &mut html, design);
    html.finish()
}

/// The word that stands beside figures of a draft, wherever they show.
fn draft_word(voice: Voice<'_>, html: &mut Html, design: &Design) {
    use fiberlane_catalog::Confidence;
    let link = &design.frame.link;
    let draft = [link.near, link.far]
        .iter()
        .any(|id| voice.catalog().application(*id).status == Confidence::Draft);
    if draft {
        html.leaf("p", "status", voice.text("chart.draft"));
    }
}

fn loss_table(voice: Voice<'_>, html: &mut Html, design: &Design) {
    let elements = &design.frame.assembly.elements;
    html.raw("<details><summary>")
        .text(voice.text("chart.table"))
        .raw("</summary><table><thead><tr>");
    for key in ["table.part", "table.what", "table.worst", "table.typical", "table.source"] {
        let number = matches!(key, "table.worst" | "table.typical");
        html.raw(if number { "<th scope=\"col\" class=\"number\">" } else { "<th scope=\"col\">" });
        html.text(voice.lookup(key).unwrap_or(key)).raw("</th>");
    }
    html.raw("</tr></thead><tbody>");
    for term in &design.terms {
        let source = match term.source {
            TermSource::Grade(grade) => voice.word(grade.name(voice.catalog())),
            TermSource::Attenuation(attenuation, basis) => {
                format!("{} dB/km, {}", attenuation.said(voice), voice.word(basis))
            }
            TermSource::Splice => String::new(),
        };
        let what = match term.length {
            Some(length) => format!("{} {}", voice.word(term.kind.name()), length.said(voice)),
            None => voice.word(term.kind.name()),
        };
        html.raw("<tr data-part=\"").int(i32::try_from(term.at).unwrap_or(0)).raw("\">");
        html.leaf("td", "", &element_title(voice, elements, term.at)).leaf("td", "", &what);
        html.leaf("td", "number", &term.loss.said(voice));
        html.leaf("td", "number", &term.typical.map(Loss::db_rounded).unwrap_or_default());
        html.leaf("td", "", &source).raw("</tr>");
    }
    html.raw("</tbody><tfoot><tr><th scope=\"row\" colspan=\"2\">").text(voice.text("table.total"));
    html.raw("</th>").leaf("td", "number", &design.figures.total.said(voice));
    html.raw("<td></td><td></td></tr></tfoot></table></details>");
}

/// Margin against length for each planning grade.
pub fn curves(voice: Voice<'_>, design: &Design, narrow: bool) -> String {
    let figures = &design.figures;
    let mut html = Html::new();
    heading(
        voice,
        &mut html,
        "margin",
        voice.text("section.margin"),
        voice.text("chart.margin.remark"),
    );
    let Some(limit) = figures.limit else {
        html.leaf("p", "", voice.text("chart.margin.none"));
        return html.finish();
    };
    let reach = figures.reach.unwrap_or(figures.length);
    // A little beyond the reach and the design, so that the wall shows.
    let furthest = reach.steps().max(figures.length.steps());
    let end = Length::from_steps(furthest + furthest / 8 + 1);
    let graded = graded_lines(voice, design, limit, end);
    let series: Vec<MarginSeries<'_>> = graded
        .iter()
        .map(|line| MarginSeries {
            name: &line.name,
            from: MarginPoint { length: 0, margin: line.margins[0] },
            to: MarginPoint { length: end.steps(), margin: line.margins[1] },
            current: line.current,
        })
        .collect();
    let reach_label = voice.fill("chart.reach", &[("reach", &reach.said(voice))]);
    let margin = (limit - figures.total).said(voice);
    let dot =
        voice.fill("chart.dot", &[("length", &figures.length.said(voice)), ("margin", &margin)]);
    let summary = voice.fill(
        "chart.margin.summary",
        &[
            ("margin", &margin),
            ("length", &figures.length.said(voice)),
            ("reach", &figures.reach.map(|r| r.said(voice)).unwrap_or_default()),
        ],
    );
    html.raw(&margin_curves(&MarginCurves {
        id: "fl-margin",
        title: voice.text("section.margin"),
        summary: &summary,
        series: &series,
        reach: figures
            .reach
            .map(|reach| MarginReach { length: reach.steps(), label: &reach_label }),
        current: Some(MarginDot {
            at: MarginPoint {
                length: figures.length.steps(),
                margin: (limit - figures.total).steps(),
            },
            label: &dot,
        }),
        width: if narrow { 340 } else { 420 },
        height: if narrow { 260 } else { 300 },
        labels: axes(voice),
    }));
    html.leaf("p", "summary", &summary);
    html.raw("<details><summary>")
        .text(voice.text("chart.table"))
        .raw("</summary><table><thead><tr>");
    html.raw("<th scope=\"col\">")
        .text(voice.text("choice.grade"))
        .raw("</th><th scope=\"col\" class=\"number\">0\u{a0}")
        .text(voice.unit_sign())
        .raw("</th><th scope=\"col\" class=\"number\">");
    html.text(&reach.said(voice)).raw("</th></tr></thead><tbody>");
    for line in graded_lines(voice, design, limit, reach) {
        html.raw("<tr><th scope=\"row\">").text(&line.name).raw("</th>");
        for margin in line.margins {
            let margin = fiberlane_units::Margin::from_steps(margin);
            html.leaf("td", "number", &margin.said(voice));
        }
        html.raw("</tr>");
    }
    html.raw("</tbody></table></details>");
    html.finish()
}

struct GradedLine {
    name: String,
    margins: [i64; 2],
    current: bool,
}

/// What is left at no length and at `end`, with the same connections in each planning grade.
fn graded_lines(voice: Voice<'_>, design: &Design, limit: Loss, end: Length) -> Vec<GradedLine> {
    let figures = &design.figures;
    let mode = figures.fiber.mode();
    let unordered = GradeRef::limit(voice.catalog());
    GradeRef::planning(voice.catalog())
        .filter(|grade| Some(*grade) != unordered || *grade == figures.grade)
        .map(|this| {
            let connections: Loss = design
                .frame
                .matings
                .iter()
                .filter(|mating| mating.counted)
                .map(|mating| {
                    let array = mating.a.connector.is_array();
                    // A duplex grade fixed apart stays as it is.
                    let follows = figures.lc_grade == figures.grade;
                    let used = if array || follows { this } else { figures.lc_grade };
                    pair_loss(voice.catalog(), used, mating.a.connector, mode).max
                })
                .sum();
            let splices: Loss = design
                .terms
                .iter()
                .filter(|term| term.kind == TermKind::Splice)
                .map(|term| term.loss)
                .sum();
            let fixed = connections + splices;
            let left = |length: Length| (limit - (fixed + figures.attenuation * length)).steps();
            GradedLine {
                name: voice.word(this.name(voice.catalog())),
                margins: [left(Length::ZERO), left(end)],
                current: this == figures.grade,
            }
        })
        .collect()
}
