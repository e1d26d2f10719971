//! Fibers per connector and conversion modules, side by side.

use super::{apply_link, head, heading};
use fiberlane_engine::Plan;
use fiberlane_engine::advice::BaseValue;
use fiberlane_engine::request::Change;
use fiberlane_messages::advice::{cost_words, margin_words, reasons_words, verdict_word};
use fiberlane_messages::{Html, fill, grouped, number, text};

pub(super) fn section(plan: &Plan) -> String {
    let mut html = Html::new();
    let rows = &plan.advice.bases;
    if rows.is_empty() {
        return html.finish();
    }
    heading(&mut html, "bases", text("advice.bases"), text("advice.bases.remark"));
    html.raw("<div class=\"scroll\"><table>");
    head(
        &mut html,
        &[
            text("choice.base"),
            text("advice.row.verdict"),
            text("advice.row.margin"),
            text("advice.bases.lit"),
            text("advice.bases.stranded"),
            text("advice.row.cost"),
            "",
        ],
    );
    html.raw("<tbody>");
    for row in rows {
        let (name, change) = match row.value {
            BaseValue::Base(base) => (
                fill("choice.base.value", &[("count", &base.to_string())]),
                Change::of(|set| set.base = Some(base)),
            ),
            BaseValue::Conversion(kind) => (
                fill("advice.change.conversion", &[("value", kind.name())]),
                Change::of(|set| set.conversion = Some(kind)),
            ),
        };
        html.raw("<tr><th scope=\"row\">").text(&name).raw("</th>");
        let Some(effect) = &row.effect else {
            html.raw("<td colspan=\"6\" class=\"detail\">").text(&reasons_words(&row.reasons));
            html.raw("</td></tr>");
            continue;
        };
        html.leaf("td", "", verdict_word(effect.verdict.name()));
        html.leaf("td", "number", &margin_words(effect.margin));
        let all = u64::from(effect.fibers.max(1));
        let permille = (u64::from(effect.lit_fibers) * 1_000 + all / 2) / all;
        let lit = fill(
            "advice.bases.share",
            &[
                ("lit", &grouped(effect.lit_fibers.into())),
                ("fibers", &grouped(effect.fibers.into())),
                ("percent", &number(&format!("{}.{}", permille / 10, permille % 10))),
            ],
        );
        html.leaf("td", "number", &lit);
        let stranded = fill(
            "advice.bases.wasted",
            &[("fibers", &grouped(row.stranded.into())), ("cost", &cost_words(row.stranded_cost))],
        );
        html.leaf("td", "number", &stranded).leaf("td", "number", &cost_words(effect.cost));
        html.raw("<td>");
        apply_link(&mut html, &plan.request, &change, text("advice.apply"));
        html.raw("</td></tr>");
    }
    html.raw("</tbody></table></div>");
    html.leaf("p", "summary", text("advice.bases.worth"));
    html.finish()
}
