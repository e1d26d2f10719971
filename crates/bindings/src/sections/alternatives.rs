//! The recommended design beside the alternatives, differences marked.

use super::{apply_link, head, heading};
use fiberlane_catalog::built_in;
use fiberlane_engine::Plan;
use fiberlane_engine::advice::Alternative;
use fiberlane_engine::design::Design;
use fiberlane_messages::advice::{change_of, cost_words, margin_words, verdict_word};
use fiberlane_messages::{Html, grouped, list_comma, text, word};

pub(super) fn section(plan: &Plan) -> String {
    let mut html = Html::new();
    let alternatives = &plan.advice.alternatives;
    if alternatives.is_empty() {
        return html.finish();
    }
    heading(&mut html, "alternatives", text("advice.alternatives"), text("cost.note"));
    html.raw("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"");
    html.text(text("advice.alternatives")).raw("\"><table>");
    let this = plan.first.recommended.as_ref();
    let titles: Vec<String> = alternatives.iter().map(title).collect();
    let mut columns = vec![""];
    if this.is_some() {
        columns.push(text("advice.alternatives.this"));
    }
    columns.extend(titles.iter().map(String::as_str));
    head(&mut html, &columns);
    html.raw("<tbody>");
    for (name, of) in ROWS {
        // What all of them share says nothing about the choice between them.
        let shared = |own: &String| alternatives.iter().all(|other| of(&other.design) == *own);
        if this.map(of).is_some_and(|own| shared(&own)) {
            continue;
        }
        html.raw("<tr><th scope=\"row\">").text(text(name)).raw("</th>");
        let own = this.map(of);
        if let Some(own) = &own {
            html.leaf("td", "", own);
        }
        for alternative in alternatives {
            let value = of(&alternative.design);
            let differs = own.as_ref().is_some_and(|own| *own != value);
            html.leaf("td", if differs { "differs" } else { "" }, &value);
        }
        html.raw("</tr>");
    }
    html.raw("<tr><th scope=\"row\">").text(text("advice.alternatives.leaves")).raw("</th>");
    if this.is_some() {
        html.raw("<td></td>");
    }
    for alternative in alternatives {
        let mut words = change_of(built_in(), &plan.request, &alternative.change);
        if words.is_empty() {
            words = word(alternative.priority.name());
        }
        html.raw("<td>");
        let priority = Some(alternative.priority);
        let change = alternative.change.clone().and(|set| set.priority = priority);
        html.text(&words).raw(if words.is_empty() { "" } else { "<br>" });
        apply_link(&mut html, &plan.request, &change, text("advice.apply"));
        html.raw("</td>");
    }
    html.raw("</tr></tbody></table></div>");
    html.finish()
}

fn title(alternative: &Alternative) -> String {
    let words: Vec<&str> = alternative
        .best
        .iter()
        .map(|best| {
            text(match best.name() {
                "cheapest" => "advice.best.cheapest",
                "most-margin" => "advice.best.margin",
                "densest" => "advice.best.densest",
                "most-future-proof" => "advice.best.future",
                _ => "advice.best.nearest",
            })
        })
        .collect();
    words.join(list_comma())
}

type Row = (&'static str, fn(&Design) -> String);

const ROWS: [Row; 9] = [
    ("advice.row.verdict", |design| verdict_word(design.verdict.name()).to_owned()),
    ("advice.row.margin", |design| margin_words(design.margin())),
    ("choice.application", |design| built_in().application(design.frame.link.near).name.to_owned()),
    ("choice.topology", |design| word(design.frame.topology.name())),
    ("choice.fiber", |design| word(design.figures.ordered.name())),
    ("choice.grade", |design| word(design.figures.grade.name(built_in()))),
    ("choice.base", |design| design.frame.array.name().to_owned()),
    ("advice.row.cost", |design| cost_words(design.cost)),
    ("advice.row.units", |design| grouped(design.frame.order.rack_units.into())),
];
