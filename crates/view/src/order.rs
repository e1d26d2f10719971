//! The set to order.

use crate::heading;
use fiberlane_engine::design::Design;
use fiberlane_messages::order::{common_fields, counts_words, field_words, order_rows};
use fiberlane_messages::{Html, Voice};

/// What one does with an order, by what a script listens for.
const ACTS: [(&str, &str); 5] = [
    ("order-table", "order.copy"),
    ("order-csv", "order.csv"),
    ("order-mail", "order.mail"),
    ("request", "tool.request"),
    ("quote", "tool.quote"),
];

/// The order as a table, with what one does with it.
#[must_use]
pub fn table(voice: Voice<'_>, design: &Design) -> String {
    let mut html = Html::new();
    heading(voice, &mut html, "order", voice.text("section.order"), "");
    html.open("p", "acts");
    for (name, key) in ACTS {
        html.raw("<button type=\"button\" data-do=\"").raw(name).raw("\">").text(voice.text(key));
        html.raw("</button>");
    }
    html.close("p");
    html.raw("<table><thead><tr>");
    html.raw("<th scope=\"col\" class=\"number\">").text(voice.text("table.quantity"));
    html.raw("</th><th scope=\"col\">")
        .text(voice.text("table.part"))
        .raw("</th></tr></thead><tbody>");
    let rows = order_rows(voice, design);
    // What every cable and module needs said is said once.
    let common = common_fields(&rows);
    for row in &rows {
        let parts: Vec<String> = row.line.elements.iter().map(usize::to_string).collect();
        html.raw("<tr tabindex=\"0\" data-part=\"").raw(&parts.join(" ")).raw("\">");
        html.leaf("td", "number", &voice.grouped(row.line.quantity.into()));
        html.raw("<td>").leaf("strong", "", &row.description);
        let details = row.details();
        if !details.is_empty() {
            html.leaf("span", "detail", &details.join(" · "));
        }
        confirm(
            voice,
            &mut html,
            "span",
            "order.confirm",
            &field_words(voice, &row.own_fields(&common)),
        );
        // Filled after the second stage, from outside.
        html.raw("<details class=\"why\" data-why=\"").raw(row.line.kind.name());
        html.raw("\"><summary>").text(voice.text("order.why"));
        html.raw("</summary><div></div></details></td></tr>");
    }
    html.raw("</tbody></table>");
    confirm(voice, &mut html, "p", "order.confirmAll", &field_words(voice, &common));
    html.leaf("p", "summary", &counts_words(voice, design));
    html.leaf("p", "summary", voice.text("order.optics"));
    let order = &design.frame.order;
    if order.trunk_legs > 0 && order.in_place.is_empty() {
        html.leaf("p", "summary", voice.text("order.inPlace"));
    }
    html.finish()
}

/// What is still to be confirmed, if anything is.
fn confirm(voice: Voice<'_>, html: &mut Html, tag: &str, key: &'static str, fields: &str) {
    if !fields.is_empty() {
        html.leaf(tag, "confirm", &voice.fill(key, &[("fields", fields)]));
    }
}
