//! The recommended design beside the alternatives, differences marked.

use super::{apply_link, head, heading};
use fiberlane_engine::Plan;
use fiberlane_engine::advice::Alternative;
use fiberlane_engine::design::Design;
use fiberlane_messages::advice::{change_of, cost_words, margin_words, verdict_word};
use fiberlane_messages::{Html, Voice};

pub(super) fn section(voice: Voice<'_>, plan: &Plan) -> String {
    let mut html = Html::new();
    let alternatives = &plan.advice.alternatives;
    if alternatives.is_empty() {
        return html.finish();
    }
    heading(
        voice,
        &mut html,
        "alternatives",
        voice.text("advice.alternatives"),
        voice.text("cost.note"),
    );
    html.raw("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"");
    html.text(voice.text("advice.alternatives")).raw("\"><table>");
    let this = plan.first.recommended.as_ref();
    let titles: Vec<String> = alternatives.iter().map(|value| title(voice, value)).collect();
    let mut columns = vec![""];
    if this.is_some() {
        columns.push(voice.text("advice.alternatives.this"));
    }
    columns.extend(titles.iter().map(String::as_str));
    head(&mut html, &columns);
    html.raw("<tbody>");
    for (name, of) in ROWS {
        // What all of them share says nothing about the choice between them.
        let shared =
            |own: &String| alternatives.iter().all(|other| of(voice, &other.design) == *own);
        if this.map(|design| of(voice, design)).is_some_and(|own| shared(&own)) {
            continue;
        }
        html.raw("<tr><th scope=\"row\">").text(voice.text(name)).raw("</th>");
        let own = this.map(|design| of(voice, design));
        if let Some(own) = &own {
            html.leaf("td", "", own);
        }
        for alternative in alternatives {
            let value = of(voice, &alternative.design);
            let differs = own.as_ref().is_some_and(|own| *own != value);
            html.leaf("td", if differs { "differs" } else { "" }, &value);
        }
        html.raw("</tr>");
    }
    html.raw("<tr><th scope=\"row\">").text(voice.text("advice.alternatives.leaves")).raw("</th>");
    if this.is_some() {
        html.raw("<td></td>");
    }
    for alternative in alternatives {
        let mut words = change_of(voice, &plan.request, &alternative.change);
        if words.is_empty() {
            words = voice.word(alternative.priority.name());
        }
        html.raw("<td>");
        let priority = Some(alternative.priority);
        let change = alternative.change.clone().and(|set| set.priority = priority);
        html.text(&words).raw(if words.is_empty() { "" } else { "<br>" });
        apply_link(voice, &mut html, &plan.request, &change, voice.text("advice.apply"));
        html.raw("</td>");
    }
    html.raw("</tr></tbody></table></div>");
    html.finish()
}

fn title(voice: Voice<'_>, alternative: &Alternative) -> String {
    let words: Vec<&str> = alternative
        .best
        .iter()
        .map(|best| {
            voice.text(match best.name() {
                "cheapest" => "advice.best.cheapest",
                "most-margin" => "advice.best.margin",
                "densest" => "advice.best.densest",
                "most-future-proof" => "advice.best.future",
                _ => "advice.best.nearest",
            })
        })
        .collect();
    words.join(voice.list_comma())
}

type Row = (&'static str, fn(Voice<'_>, &Design) -> String);

const ROWS: [Row; 9] = [
    ("advice.row.verdict", |voice, design| verdict_word(voice, design.verdict.name()).to_owned()),
    ("advice.row.margin", |voice, design| margin_words(voice, design.margin())),
    ("choice.application", |voice, design| {
        voice.catalog().application(design.frame.link.near).name.to_owned()
    }),
    ("choice.topology", |voice, design| voice.word(design.frame.topology.name())),
    ("choice.fiber", |voice, design| voice.word(design.figures.ordered.name())),
    ("choice.grade", |voice, design| voice.word(design.figures.grade.name(voice.catalog()))),
    ("choice.base", |_, design| design.frame.array.name().to_owned()),
    ("advice.row.cost", |voice, design| cost_words(voice, design.cost)),
    ("advice.row.units", |voice, design| voice.grouped(design.frame.order.rack_units.into())),
];
