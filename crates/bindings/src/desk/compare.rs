//! Two designs side by side: verdicts, differences, orders, drawings.

use super::Side;
use super::difference::{Change, asked, results};
use fiberlane_engine::Request;
use fiberlane_messages::order::{OrderRow, order_rows};
use fiberlane_messages::{Html, Voice};

/// The comparison as markup; of one design only, where there is no second.
#[must_use]
pub fn compare(voice: Voice<'_>, a: &Request, b: Option<&Request>) -> String {
    let sides: Vec<Side<'_>> =
        [Some(a), b].into_iter().flatten().map(|request| Side::of(voice, request)).collect();
    let mut html = Html::new();
    html.raw(if sides.len() == 1 {
        "<div class=\"compare one\">"
    } else {
        "<div class=\"compare\">"
    });
    html.open("div", "columns");
    for (index, side) in sides.iter().enumerate() {
        html.open("section", "column").leaf("h2", "", name(voice, index));
        html.raw(&fiberlane_view::banner(voice, &side.first)).close("section");
    }
    html.close("div");
    if let [a, b] = &sides[..] {
        differences(voice, &mut html, a, b);
    }
    html.open("div", "columns");
    let orders: Vec<Vec<OrderRow<'_>>> = sides
        .iter()
        .map(|side| {
            side.first
                .recommended
                .as_ref()
                .map(|value| order_rows(voice, value))
                .unwrap_or_default()
        })
        .collect();
    for (index, rows) in orders.iter().enumerate() {
        let other = orders.get(1 - index);
        order(voice, &mut html, name(voice, index), rows, other.map(Vec::as_slice));
    }
    html.close("div").open("div", "columns");
    for side in &sides {
        html.open("section", "column");
        if let Some(design) = &side.first.recommended {
            html.raw(&fiberlane_view::channel(voice, design, true));
        }
        html.close("section");
    }
    html.raw("</div></div>");
    html.finish()
}

fn name(voice: Voice<'_>, index: usize) -> &str {
    voice.text(if index == 0 { "diff.first" } else { "diff.second" })
}

fn differences(voice: Voice<'_>, html: &mut Html, a: &Side<'_>, b: &Side<'_>) {
    let (asked, results) = (asked(voice, a.request, b.request), results(voice, a, b));
    html.open("h2", "").text(voice.text("diff.title")).close("h2");
    if asked.is_empty() && results.is_empty() {
        html.leaf("p", "", voice.text("diff.same"));
        return;
    }
    html.raw("<table class=\"differences\"><thead><tr><td></td><th scope=\"col\">");
    html.text(name(voice, 0))
        .raw("</th><th scope=\"col\">")
        .text(name(voice, 1))
        .raw("</th></tr></thead>");
    for (title, changes) in [("diff.asked", &asked), ("diff.results", &results)] {
        if changes.is_empty() {
            continue;
        }
        html.raw("<tbody><tr><th scope=\"rowgroup\" colspan=\"3\">").text(voice.text(title));
        html.raw("</th></tr>");
        changes.iter().for_each(|change| difference(html, change));
        html.raw("</tbody>");
    }
    html.raw("</table>");
}

fn difference(html: &mut Html, change: &Change) {
    html.raw("<tr><th scope=\"row\">").text(&change.name).raw("</th>");
    html.leaf("td", "", &change.before).leaf("td", "differs", &change.after).raw("</tr>");
}

fn count(row: &OrderRow<'_>) -> (u32, u32, Option<[u32; 3]>) {
    (row.line.quantity, row.line.spare, row.line.places)
}

/// An order; a line that the other does not have in the same quantity is marked.
fn order(
    voice: Voice<'_>,
    html: &mut Html,
    name: &str,
    rows: &[OrderRow<'_>],
    other: Option<&[OrderRow<'_>]>,
) {
    html.raw("<section class=\"column\"><table class=\"order\"><caption>").text(name);
    html.raw("</caption><thead><tr><th scope=\"col\" class=\"number\">");
    html.text(voice.text("table.quantity"))
        .raw("</th><th scope=\"col\">")
        .text(voice.text("table.part"));
    html.raw("</th></tr></thead><tbody>");
    for row in rows {
        let same = |theirs: &OrderRow<'_>| {
            theirs.description == row.description && theirs.properties == row.properties
        };
        let twin = other.map(|other| other.iter().find(|theirs| same(theirs)));
        let (quantity, part) = match twin {
            Some(None) => (true, true),
            Some(Some(theirs)) => (count(theirs) != count(row), false),
            None => (false, false),
        };
        let number = if quantity { "number differs" } else { "number" };
        html.raw("<tr>").leaf("td", number, &voice.grouped(row.line.quantity.into()));
        html.open("td", if part { "differs" } else { "" }).leaf("strong", "", &row.description);
        let details = row.details();
        if !details.is_empty() {
            html.leaf("span", "detail", &details.join(" · "));
        }
        html.raw("</td></tr>");
    }
    html.raw("</tbody></table></section>");
}
