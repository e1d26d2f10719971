//! Which kinds of parts suit the buyer, what they buy in dB, and when they pay.

use super::heading;
use fiberlane_engine::Plan;
use fiberlane_messages::advice::cost_words;
use fiberlane_messages::{Figure as _, Html, Voice};
use fiberlane_units::format_decimal;

pub(super) fn section(voice: Voice<'_>, plan: &Plan) -> String {
    let mut html = Html::new();
    let Some(choosing) = &plan.advice.choosing else { return html.finish() };
    heading(
        voice,
        &mut html,
        "choosing",
        voice.text("advice.choosing"),
        voice.text("advice.choosing.remark"),
    );
    html.raw("<dl class=\"checks\">");
    for item in &choosing.items {
        let words = |kind: &str, name: &str| {
            voice.lookup(&["advice.choose.", kind, ".", name].concat()).unwrap_or_default()
        };
        html.raw("<div><dt>").text(words("item", item.item.name())).raw("</dt><dd>");
        html.leaf("strong", "", words("value", item.value));
        for because in &item.because {
            html.raw(" ").text(words("why", because));
        }
        for note in &item.notes {
            html.leaf("span", "detail", words("note", note));
        }
        html.raw("</dd></div>");
    }
    html.raw("</dl><ul>");
    if let Some(gain) = choosing.gain {
        let cost = choosing.extra_cost.map(|(plain, low)| {
            let plain = plain.max(1);
            let more = (low.saturating_sub(plain) * 100 + plain / 2) / plain;
            (cost_words(voice, low.saturating_sub(plain)), more.to_string())
        });
        let (cost, percent) = cost.unwrap_or_default();
        let values = [("gain", gain.said(voice)), ("cost", cost), ("percent", percent)];
        let values: Vec<(&str, &str)> = values.iter().map(|(n, v)| (*n, v.as_str())).collect();
        html.leaf("li", "", &voice.fill("advice.choose.gain", &values));
    }
    match choosing.break_even {
        Some(tenths) => {
            let minutes =
                voice.number(&format_decimal(i64::try_from(tenths).unwrap_or(i64::MAX), 1));
            html.leaf("li", "", &voice.fill("advice.choose.breakEven", &[("minutes", &minutes)]));
        }
        None => {
            html.leaf("li", "", voice.text("advice.choose.noBreakEven"));
        }
    }
    if let Some(tenths) = choosing.years {
        let years = voice.number(&format_decimal(i64::from(tenths), 1));
        html.leaf("li", "", &voice.fill("advice.choose.years", &[("years", &years)]));
    }
    html.raw("</ul>");
    html.finish()
}
