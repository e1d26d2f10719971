//! Parts compared: what a mated pair loses in each grade, beside what this channel has left for it.

use super::{head, heading};
use fiberlane_chart::{LadderLimit, PartRow, PartsCompared, parts_compared};
use fiberlane_engine::Plan;
use fiberlane_engine::design::Design;
use fiberlane_engine::loss::{TermKind, pair_loss};
use fiberlane_engine::request::GradeRef;
use fiberlane_messages::{Figure as _, Html, Voice};
use fiberlane_units::{Loss, Margin};

/// A grade with its figures for the connector that decides here.
struct Graded {
    name: String,
    worst: Loss,
    typical: Option<Loss>,
    current: bool,
}

pub(super) fn section(voice: Voice<'_>, plan: &Plan) -> String {
    let mut html = Html::new();
    let Some(design) = &plan.first.recommended else { return html.finish() };
    let rows = graded(voice, design);
    let Some(pairs) = counted(design).filter(|pairs| *pairs > 0 && rows.len() > 1) else {
        return html.finish();
    };
    heading(
        voice,
        &mut html,
        "insertionLoss",
        voice.text("parts.title"),
        voice.text("parts.remark"),
    );
    let most = allowance(design, pairs);
    let summary = summary(voice, design, &rows, most);
    html.raw(&chart(voice, &rows, most, &summary));
    html.leaf("p", "summary", &summary);
    html.raw("<details><summary>").text(voice.text("chart.table")).raw("</summary><table>");
    head(
        &mut html,
        &[voice.text("choice.grade"), voice.text("table.worst"), voice.text("table.typical")],
    );
    html.raw("<tbody>");
    for row in &rows {
        html.raw("<tr><th scope=\"row\">").text(&row.name).raw("</th>");
        html.leaf("td", "number", &row.worst.said(voice));
        html.leaf("td", "number", &row.typical.map(|loss| loss.said(voice)).unwrap_or_default());
        html.raw("</tr>");
    }
    html.raw("</tbody></table></details>");
    html.finish()
}

/// Mated pairs of the connector that decides: arrays where there are any.
fn counted(design: &Design) -> Option<u64> {
    let arrays = design.frame.matings.iter().any(|m| m.counted && m.a.connector.is_array());
    let of = |m: &&fiberlane_engine::loss::Mating| m.counted && m.a.connector.is_array() == arrays;
    u64::try_from(design.frame.matings.iter().filter(of).count()).ok()
}

fn graded(voice: Voice<'_>, design: &Design) -> Vec<Graded> {
    let counted = || design.frame.matings.iter().filter(|mating| mating.counted);
    let deciding = counted().find(|m| m.a.connector.is_array()).or_else(|| counted().next());
    let Some(mating) = deciding else { return Vec::new() };
    let array = mating.a.connector.is_array();
    let figures = &design.figures;
    let chosen = if array { figures.grade } else { figures.lc_grade };
    let mut rows: Vec<Graded> = Vec::new();
    for this in GradeRef::planning(voice.catalog()) {
        let loss = pair_loss(voice.catalog(), this, mating.a.connector, figures.fiber.mode());
        rows.push(Graded {
            name: voice.word(this.name(voice.catalog())),
            worst: loss.max,
            typical: loss.typical,
            current: this == chosen,
        });
    }
    if !rows.iter().any(|row| row.current) {
        let loss = pair_loss(voice.catalog(), chosen, mating.a.connector, figures.fiber.mode());
        rows.push(Graded {
            name: voice.word(chosen.name(voice.catalog())),
            worst: loss.max,
            typical: loss.typical,
            current: true,
        });
    }
    rows
}

/// The most that each of the deciding pairs may lose before the limit is exceeded.
fn allowance(design: &Design, pairs: u64) -> Option<Loss> {
    let limit = design.figures.limit?;
    let counted = || design.frame.matings.iter().filter(|mating| mating.counted);
    let arrays = counted().any(|mating| mating.a.connector.is_array());
    // Terms of mated pairs and counted matings are one list.
    let terms = design.terms.iter().filter(|term| term.kind == TermKind::MatedPair);
    let deciding: Loss = terms
        .zip(counted())
        .filter(|(_, mating)| mating.a.connector.is_array() == arrays)
        .map(|(term, _)| term.loss)
        .sum();
    let rest = design.figures.total.steps() - deciding.steps();
    let left = limit.steps().checked_sub(rest)?;
    Some(Loss::from_steps(left / pairs))
}

/// An allowance, rounded down.
fn allowed(voice: Voice<'_>, most: Loss) -> String {
    let margin = Margin::from_steps(i64::try_from(most.steps()).unwrap_or(i64::MAX));
    margin.said(voice).trim_start_matches('+').to_owned()
}

fn summary(voice: Voice<'_>, design: &Design, rows: &[Graded], most: Option<Loss>) -> String {
    let current = rows.iter().find(|row| row.current);
    let key = if most.is_some() { "parts.summary" } else { "parts.summary.noLimit" };
    voice.fill(
        key,
        &[
            ("grade", current.map_or("", |row| row.name.as_str())),
            ("loss", &current.map(|row| row.worst.said(voice)).unwrap_or_default()),
            ("most", &most.map(|value| allowed(voice, value)).unwrap_or_default()),
            ("application", voice.catalog().application(design.frame.link.near).name),
        ],
    )
}

fn chart(voice: Voice<'_>, rows: &[Graded], most: Option<Loss>, summary: &str) -> String {
    let steps = |loss: Loss| i64::try_from(loss.steps()).unwrap_or(i64::MAX);
    let label = most.map(|most| voice.fill("parts.most", &[("most", &allowed(voice, most))]));
    let rows: Vec<PartRow<'_>> = rows
        .iter()
        .map(|row| PartRow {
            name: &row.name,
            loss: steps(row.worst),
            typical: row.typical.map(steps),
            current: row.current,
            label: "",
        })
        .collect();
    parts_compared(&PartsCompared {
        id: "fl-parts",
        title: voice.text("parts.title"),
        summary,
        rows: &rows,
        limit: most
            .zip(label.as_deref())
            .map(|(most, label)| LadderLimit { loss: steps(most), label }),
        width: 420,
        labels: fiberlane_view::axes(voice),
    })
}
