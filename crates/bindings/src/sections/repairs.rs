//! What would make the request pass, or why nothing does.

use super::{apply_link, heading};
use fiberlane_engine::Plan;
use fiberlane_engine::advice::Derivation;
use fiberlane_messages::advice::{
    change_of, effect_words, reasons_words, repair_words, settle_words,
};
use fiberlane_messages::{Html, Voice};

/// Repairs that are shown without asking.
const SHOWN: usize = 4;

pub(super) fn section(voice: Voice<'_>, plan: &Plan) -> String {
    let advice = &plan.advice;
    let mut html = Html::new();
    if let Some(derivation) = &advice.derivation {
        nothing(voice, &mut html, plan, derivation);
        return html.finish();
    }
    if advice.repairs.is_empty() {
        return html.finish();
    }
    heading(
        voice,
        &mut html,
        "repairs",
        voice.text("advice.repairs"),
        voice.text("advice.repairs.remark"),
    );
    html.raw("<ul>");
    for (index, repair) in advice.repairs.iter().enumerate() {
        if index == SHOWN {
            html.raw("</ul><details><summary>").text(voice.text("advice.repairs.more"));
            html.raw("</summary><ul>");
        }
        html.open("li", "").leaf("strong", "", &repair_words(voice, &plan.request, repair));
        let also = change_of(voice, &plan.request, &repair.also);
        if !also.is_empty() {
            html.raw(" ").text(&voice.fill("advice.also", &[("change", &also)]));
        }
        html.raw(" ");
        apply_link(voice, &mut html, &plan.request, &repair.change, voice.text("advice.apply"));
        html.leaf("span", "detail", &effect_words(voice, &repair.effect));
        let settles = settle_words(voice, repair);
        if !settles.is_empty() {
            html.raw(" ").leaf("span", "detail", settles);
        }
        html.close("li");
    }
    html.raw("</ul>");
    if advice.repairs.len() > SHOWN {
        html.raw("</details>");
    }
    html.finish()
}

fn nothing(voice: Voice<'_>, html: &mut Html, plan: &Plan, derivation: &Derivation) {
    heading(voice, html, "repairs", voice.text("advice.derivation"), "");
    let (singles, pairs) = (derivation.singles.to_string(), derivation.pairs.to_string());
    let words = voice.fill("advice.derivation.tried", &[("singles", &singles), ("pairs", &pairs)]);
    html.leaf("p", "", &words).raw("<ul>");
    for (_, change, reasons) in &derivation.nearest {
        html.open("li", "").leaf("strong", "", &change_of(voice, &plan.request, change));
        html.leaf("span", "detail", &reasons_words(voice, reasons)).close("li");
    }
    html.raw("</ul>");
}
