//! What the plant will carry, and the smallest change for the rest.

use super::{head, heading};
use fiberlane_catalog::Confidence;
use fiberlane_engine::advice::{Growth, Step};
use fiberlane_engine::{Plan, encode_fragment};
use fiberlane_messages::advice::{growth_words, margin_words};
use fiberlane_messages::{Figure as _, Html, Voice};

pub(super) fn section(voice: Voice<'_>, plan: &Plan) -> String {
    let mut html = Html::new();
    let rows = &plan.advice.growth;
    if rows.is_empty() {
        let design = plan.first.recommended.as_ref();
        if design.is_some_and(|design| design.frame.link.breakout.is_some()) {
            heading(voice, &mut html, "growth", voice.text("advice.growth"), "");
            html.leaf("p", "", voice.text("advice.growth.breakout"));
        }
        return html.finish();
    }
    let faster: Vec<&Growth> = rows.iter().filter(|row| !row.slower).collect();
    let of = |step: Step| faster.iter().filter(move |row| row.step == step).count().to_string();
    heading(voice, &mut html, "growth", voice.text("advice.growth"), "");
    let (as_is, cords) = (of(Step::AsItIs), of(Step::Cords));
    let (panels, cassettes) = (of(Step::Panels), of(Step::Cassettes));
    html.leaf(
        "p",
        "",
        &voice.fill(
            "advice.growth.summary",
            &[
                ("all", &faster.len().to_string()),
                ("asIs", &as_is),
                ("cords", &cords),
                ("panels", &panels),
                ("cassettes", &cassettes),
            ],
        ),
    );
    let near = |row: &&&Growth| !matches!(row.step, Step::Trunks | Step::Never | Step::NotChecked);
    table(voice, &mut html, plan, &faster.iter().filter(near).copied().collect::<Vec<_>>());
    let slower: Vec<&Growth> = rows.iter().filter(|row| row.slower && near(&row)).collect();
    if !slower.is_empty() {
        html.leaf("h3", "", voice.text("advice.growth.wayIn"));
        table(voice, &mut html, plan, &slower);
    }
    let rest: Vec<&Growth> = faster.iter().filter(|row| !near(row)).copied().collect();
    if !rest.is_empty() {
        html.raw("<details><summary>").text(voice.text("advice.growth.rest")).raw("</summary>");
        table(voice, &mut html, plan, &rest);
        html.raw("</details>");
    }
    html.finish()
}

fn table(voice: Voice<'_>, html: &mut Html, plan: &Plan, rows: &[&Growth]) {
    if rows.is_empty() {
        return;
    }
    html.raw("<div class=\"scroll\"><table>");
    head(
        html,
        &[
            voice.text("choice.application"),
            voice.text("advice.growth.change"),
            voice.text("advice.row.margin"),
            voice.text("advice.row.reach"),
            "",
        ],
    );
    html.raw("<tbody>");
    for row in rows {
        let application = voice.catalog().application(row.application);
        html.raw("<tr><th scope=\"row\">").text(application.name);
        if application.status == Confidence::Draft {
            html.raw(" ").leaf("small", "status", voice.text("status.draft"));
        }
        html.raw("</th>").leaf(
            "td",
            "",
            &growth_words(voice, row, plan.request.links.unwrap_or(1)),
        );
        let passes = !matches!(row.step, Step::Never | Step::NotChecked);
        let margin = if passes { margin_words(voice, row.margin) } else { String::new() };
        html.leaf("td", "number", &margin);
        let reach = row.reach.map(|reach| reach.said(voice)).unwrap_or_default();
        html.leaf("td", "number", &reach);
        // The design of that row, to look at and to come back from.
        html.raw("<td>");
        if row.step != Step::Never {
            let link = format!("#{}", encode_fragment(voice.catalog(), &row.request));
            html.raw("<a class=\"apply\" href=\"").text(&link).raw("\">");
            html.text(voice.text("advice.growth.show")).raw("</a>");
        }
        html.raw("</td></tr>");
    }
    html.raw("</tbody></table></div>");
}
