//! What the page asks about the place: conversion, rules, situation. A form whose fields are named
//! by their path in the request.

use super::heading;
use fiberlane_engine::Plan;
use fiberlane_engine::request::{Budget, Conversion, LimitBasis, Place, Situation};
use fiberlane_messages::{Figure as _, Html, Voice};
use fiberlane_units::format_decimal;

pub(super) fn section(voice: Voice<'_>, plan: &Plan) -> String {
    let request = &plan.request;
    let mut html = Html::new();
    heading(
        voice,
        &mut html,
        "place",
        voice.text("advice.place"),
        voice.text("advice.place.remark"),
    );
    html.raw("<div class=\"place\" data-form=\"place\">");

    group(voice, &mut html, "advice.place.situation");
    let situation = request.situation.unwrap_or_default();
    asked(voice, &mut html, &situation);
    html.raw("</fieldset>");

    group(voice, &mut html, "advice.place.rules");
    let conversions: Vec<&str> = Conversion::ALL.iter().map(|kind| kind.name()).collect();
    let chosen = request.conversion.map(Conversion::name);
    select(voice, &mut html, "conversion", "advice.place.conversion", &conversions, chosen);
    let bases: Vec<&str> = LimitBasis::ALL.iter().map(|basis| basis.name()).collect();
    let chosen = request.limit.map(LimitBasis::name);
    select(voice, &mut html, "limit", "choice.limit", &bases, chosen);
    let most = request.connections_at_most.map(|loss| loss.exact(voice));
    number(voice, &mut html, "connectionsAtMostDb", "advice.place.most", "dB", most);
    let end = request.reference_end.map(|loss| loss.exact(voice));
    number(voice, &mut html, "referenceEndDb", "advice.place.end", "dB", end);
    html.leaf("p", "detail", voice.text("advice.place.limitHelp"));
    html.raw("</fieldset><p class=\"message\" role=\"alert\"></p></div>");
    html.finish()
}

fn asked(voice: Voice<'_>, html: &mut Html, situation: &Situation) {
    let places: Vec<&str> = Place::ALL.iter().map(|place| place.name()).collect();
    let place = situation.place.map(Place::name);
    select(voice, html, "situation.place", "advice.place.where", &places, place);
    let budgets: Vec<&str> = Budget::ALL.iter().map(|budget| budget.name()).collect();
    let budget = situation.budget.map(Budget::name);
    select(voice, html, "situation.budget", "advice.place.budget", &budgets, budget);
    let matings = situation.matings_per_year.map(|count| count.to_string());
    number(voice, html, "situation.matingsPerYear", "advice.place.matings", "", matings);
    let changes = situation.field_changes.map(|changes| if changes { "true" } else { "false" });
    select(
        voice,
        html,
        "situation.fieldChanges",
        "advice.place.changes",
        &["true", "false"],
        changes,
    );
    let money = |amount: Option<u64>| {
        amount.map(|hundredths| {
            voice.number(&format_decimal(i64::try_from(hundredths).unwrap_or(i64::MAX), 2))
        })
    };
    let outage = money(situation.outage_cost_per_minute);
    number(voice, html, "situation.outageCostPerMinute", "advice.place.outage", "", outage);
    let price = money(situation.price_difference);
    number(voice, html, "situation.priceDifference", "advice.place.price", "", price);
}

fn group(voice: Voice<'_>, html: &mut Html, legend: &'static str) {
    html.raw("<fieldset class=\"fields\"><legend>").text(voice.text(legend)).raw("</legend>");
}

/// A choice between words of the wire; the empty one says nothing.
fn select(
    voice: Voice<'_>,
    html: &mut Html,
    name: &str,
    label: &'static str,
    values: &[&str],
    chosen: Option<&str>,
) {
    html.raw("<label class=\"field\">").text(voice.text(label)).raw(" <select name=\"").raw(name);
    html.raw("\"><option value=\"\">").text(voice.text("advice.place.open")).raw("</option>");
    for value in values {
        html.raw("<option value=\"").text(value).raw("\"");
        html.raw(if chosen == Some(*value) { " selected>" } else { ">" });
        html.text(&voice.word(value)).raw("</option>");
    }
    html.raw("</select>");
    message(html, name);
    html.raw("</label>");
}

/// A typed value.
fn number(
    voice: Voice<'_>,
    html: &mut Html,
    name: &str,
    label: &'static str,
    unit: &str,
    value: Option<String>,
) {
    html.raw("<label class=\"field\">").text(voice.text(label));
    if !unit.is_empty() {
        html.raw(" (").text(unit).raw(")");
    }
    html.raw(" <input type=\"text\" autocomplete=\"off\" name=\"").raw(name).raw("\" value=\"");
    html.text(&value.unwrap_or_default()).raw("\" aria-describedby=\"fl-").raw(name);
    html.raw("-message\">");
    message(html, name);
    html.raw("</label>");
}

/// Where it says what is wrong with a field.
fn message(html: &mut Html, name: &str) {
    html.raw("<span class=\"message\" role=\"alert\" id=\"fl-").raw(name);
    html.raw("-message\"></span>");
}
