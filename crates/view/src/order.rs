//! The set to order.

use crate::heading;
use fiberlane_catalog::built_in;
use fiberlane_engine::describe::jacket_color;
use fiberlane_engine::design::Design;
use fiberlane_engine::end::Pins;
use fiberlane_engine::order::{Line, LineKind, OrderField};
use fiberlane_engine::wire::cable_word;
use fiberlane_messages::Html;
use fiberlane_messages::{fill, grouped, number, part_words, text, word};

/// The order as a table.
pub fn table(design: &Design) -> String {
    let order = &design.frame.order;
    let mut html = Html::new();
    heading(&mut html, text("section.order"), "");
    html.raw("<table><thead><tr>");
    html.raw("<th scope=\"col\" class=\"number\">").text(text("table.quantity"));
    html.raw("</th><th scope=\"col\">").text(text("table.part")).raw("</th></tr></thead><tbody>");
    // What every cable and module needs said is said once.
    let asked = || order.lines.iter().filter(|line| !line.to_confirm.is_empty());
    let first = asked().next().map_or(&[][..], |line| line.to_confirm);
    let in_all = |field: &OrderField| asked().all(|line| line.to_confirm.contains(field));
    let common: Vec<OrderField> = first.iter().copied().filter(in_all).collect();
    for line in &order.lines {
        let parts: Vec<String> = line.elements.iter().map(usize::to_string).collect();
        html.raw("<tr tabindex=\"0\" data-part=\"").raw(&parts.join(" ")).raw("\">");
        html.leaf("td", "number", &grouped(line.quantity.into()));
        html.raw("<td>").leaf("strong", "", &part_words(built_in(), design, line));
        let properties = properties(design, line);
        if !properties.is_empty() {
            html.leaf("span", "detail", &properties.join(" · "));
        }
        let own: Vec<OrderField> =
            line.to_confirm.iter().copied().filter(|field| !common.contains(field)).collect();
        confirm(&mut html, "span", "order.confirm", &own);
        html.raw("</td></tr>");
    }
    html.raw("</tbody></table>");
    confirm(&mut html, "p", "order.confirmAll", &common);
    if order.trunk_legs > 0 {
        html.leaf(
            "p",
            "summary",
            &fill(
                "order.counts",
                &[
                    ("legs", &grouped(order.trunk_legs.into())),
                    ("spare", &(order.trunk_legs - order.legs).to_string()),
                    ("lit", &grouped(order.lit_fibers.into())),
                    ("fibers", &grouped(order.fibers.into())),
                    ("percent", &percent(order.lit_fibers, order.fibers)),
                ],
            ),
        );
    }
    html.finish()
}

/// What is still to be confirmed, if anything is.
fn confirm(html: &mut Html, tag: &str, key: &'static str, fields: &[OrderField]) {
    if !fields.is_empty() {
        let fields: Vec<String> = fields.iter().map(|field| word(field.name())).collect();
        html.leaf(tag, "confirm", &fill(key, &[("fields", &fields.join(", "))]));
    }
}

/// A share in percent with one place, rounded to nearest, in integers.
fn percent(part: u32, whole: u32) -> String {
    let whole = u64::from(whole.max(1));
    let tenths = (u64::from(part) * 1000 + whole / 2) / whole;
    number(&format!("{}.{}", tenths / 10, tenths % 10))
}

fn properties(design: &Design, line: &Line) -> Vec<String> {
    let mut out = Vec::new();
    if let Some(per_end) = line.per_end {
        let here = line.quantity - line.spare == per_end * 2;
        let key = if here { "order.perEnd" } else { "order.perPlace" };
        out.push(fill(key, &[("count", &per_end.to_string())]));
    }
    if let Some(map) = line.map {
        let name = cable_word(map);
        out.push(match name {
            "A" | "B" | "C" => fill("order.type", &[("type", name)]),
            other => other.to_owned(),
        });
    }
    if let Some([a, b]) = line.ends {
        let pins = |pins| match pins {
            Pins::Pinned => Some(text("word.pinned")),
            Pins::Unpinned => Some(text("word.unpinned")),
            Pins::None => None,
        };
        match (pins(a.pins), pins(b.pins)) {
            (Some(a), Some(b)) if a == b => {
                out.push(fill("order.bothEnds", &[("pins", a)]));
            }
            (Some(a), Some(b)) => out.push(fill("order.mixed", &[("a", a), ("b", b)])),
            (Some(only), None) | (None, Some(only)) => {
                out.push(fill("order.arrayEnd", &[("pins", only)]));
            }
            (None, None) => {}
        }
    }
    let is_cable = matches!(line.kind, LineKind::Trunk | LineKind::Cord | LineKind::Harness);
    if is_cable || line.kind == LineKind::Cassette {
        let array = line.ends.is_some_and(|ends| ends.iter().any(|e| e.connector.is_array()));
        let figures = &design.figures;
        let grade = if array { figures.grade } else { figures.lc_grade };
        out.push(word(grade.name(built_in())));
    }
    if is_cable {
        let color = jacket_color(design.figures.fiber);
        out.push(fill("order.jacket", &[("color", &word(color))]));
    }
    if line.spare > 0 {
        out.push(fill("order.spare", &[("count", &line.spare.to_string())]));
    }
    out
}
