//! Fibers per connector and conversion modules, side by side.

use super::{apply_link, head, heading};
use fiberlane_engine::Plan;
use fiberlane_engine::advice::BaseValue;
use fiberlane_engine::request::Change;
use fiberlane_messages::advice::{cost_words, margin_words, reasons_words, verdict_word};
use fiberlane_messages::{Html, Voice};

pub(super) fn section(voice: Voice<'_>, plan: &Plan) -> String {
    let mut html = Html::new();
    let rows = &plan.advice.bases;
    if rows.is_empty() {
        return html.finish();
    }
    heading(
        voice,
        &mut html,
        "bases",
        voice.text("advice.bases"),
        voice.text("advice.bases.remark"),
    );
    html.raw("<div class=\"scroll\"><table>");
    head(
        &mut html,
        &[
            voice.text("choice.base"),
            voice.text("advice.row.verdict"),
            voice.text("advice.row.margin"),
            voice.text("advice.bases.lit"),
            voice.text("advice.bases.stranded"),
            voice.text("advice.row.cost"),
            "",
        ],
    );
    html.raw("<tbody>");
    for row in rows {
        let (name, change) = match row.value {
            BaseValue::Base(base) => (
                voice.fill("choice.base.value", &[("count", &base.to_string())]),
                Change::of(|set| set.base = Some(base)),
            ),
            BaseValue::Conversion(kind) => (
                voice.fill("advice.change.conversion", &[("value", kind.name())]),
                Change::of(|set| set.conversion = Some(kind)),
            ),
        };
        html.raw("<tr><th scope=\"row\">").text(&name).raw("</th>");
        let Some(effect) = &row.effect else {
            html.raw("<td colspan=\"6\" class=\"detail\">")
                .text(&reasons_words(voice, &row.reasons));
            html.raw("</td></tr>");
            continue;
        };
        html.leaf("td", "", verdict_word(voice, effect.verdict.name()));
        html.leaf("td", "number", &margin_words(voice, effect.margin));
        let all = u64::from(effect.fibers.max(1));
        let permille = (u64::from(effect.lit_fibers) * 1_000 + all / 2) / all;
        let lit = voice.fill(
            "advice.bases.share",
            &[
                ("lit", &voice.grouped(effect.lit_fibers.into())),
                ("fibers", &voice.grouped(effect.fibers.into())),
                ("percent", &voice.number(&format!("{}.{}", permille / 10, permille % 10))),
            ],
        );
        html.leaf("td", "number", &lit);
        let stranded = voice.fill(
            "advice.bases.wasted",
            &[
                ("fibers", &voice.grouped(row.stranded.into())),
                ("cost", &cost_words(voice, row.stranded_cost)),
            ],
        );
        html.leaf("td", "number", &stranded).leaf("td", "number", &cost_words(voice, effect.cost));
        html.raw("<td>");
        apply_link(voice, &mut html, &plan.request, &change, voice.text("advice.apply"));
        html.raw("</td></tr>");
    }
    html.raw("</tbody></table></div>");
    html.leaf("p", "summary", voice.text("advice.bases.worth"));
    html.finish()
}
