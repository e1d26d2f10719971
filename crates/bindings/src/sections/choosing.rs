//! Which kinds of parts suit the buyer, what they buy in dB, and when they pay.

use super::heading;
use fiberlane_engine::Plan;
use fiberlane_messages::advice::cost_words;
use fiberlane_messages::{Figure as _, Html, fill, lookup, number, text};
use fiberlane_units::format_decimal;

pub(super) fn section(plan: &Plan) -> String {
    let mut html = Html::new();
    let Some(choosing) = &plan.advice.choosing else { return html.finish() };
    heading(&mut html, "choosing", text("advice.choosing"), text("advice.choosing.remark"));
    html.raw("<dl class=\"checks\">");
    for item in &choosing.items {
        let words = |kind: &str, name: &str| {
            lookup(&["advice.choose.", kind, ".", name].concat()).unwrap_or_default()
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
            (cost_words(low.saturating_sub(plain)), more.to_string())
        });
        let (cost, percent) = cost.unwrap_or_default();
        let values = [("gain", gain.said()), ("cost", cost), ("percent", percent)];
        let values: Vec<(&str, &str)> = values.iter().map(|(n, v)| (*n, v.as_str())).collect();
        html.leaf("li", "", &fill("advice.choose.gain", &values));
    }
    match choosing.break_even {
        Some(tenths) => {
            let minutes = number(&format_decimal(i64::try_from(tenths).unwrap_or(i64::MAX), 1));
            html.leaf("li", "", &fill("advice.choose.breakEven", &[("minutes", &minutes)]));
        }
        None => {
            html.leaf("li", "", text("advice.choose.noBreakEven"));
        }
    }
    if let Some(tenths) = choosing.years {
        let years = number(&format_decimal(i64::from(tenths), 1));
        html.leaf("li", "", &fill("advice.choose.years", &[("years", &years)]));
    }
    html.raw("</ul>");
    html.finish()
}
