//! What the page asks about the place: parts in place, conversion, rules, situation. A form whose
//! fields are named by their path in the request.

use super::heading;
use fiberlane_catalog::{Connector, EndFace, Fiber, Key, built_in};
use fiberlane_engine::Plan;
use fiberlane_engine::end::Pins;
use fiberlane_engine::request::{
    Budget, Conversion, Installed, InstalledKind, Method, Place, Situation,
};
use fiberlane_messages::{
    Figure as _, Html, length_number, number as decimal, text, unit_sign, word,
};
use fiberlane_units::{Length, format_decimal};

pub(super) fn section(plan: &Plan) -> String {
    let request = &plan.request;
    let mut html = Html::new();
    heading(&mut html, "place", text("advice.place"), text("advice.place.remark"));
    html.raw("<form class=\"place\" data-form=\"place\">");

    group(&mut html, "advice.place.situation");
    let situation = request.situation.unwrap_or_default();
    asked(&mut html, &situation);
    html.raw("</fieldset>");

    group(&mut html, "advice.place.installed");
    let trunk = request.in_place(InstalledKind::Trunk);
    trunk_fields(&mut html, trunk);
    let panel = request.in_place(InstalledKind::AdapterPanel);
    let keys = [Key::Opposed, Key::Aligned].map(Key::name);
    let key = panel.map(|panel| panel.key.map_or("", |key| key.name()));
    in_place(&mut html, "adapterPanel", panel.is_some());
    select(&mut html, "adapterPanel.key", "advice.place.key", &keys, key);
    html.raw("</div>");
    let cassette = request.in_place(InstalledKind::Cassette);
    let methods: Vec<&str> = Method::ALL.iter().map(|method| method.name()).collect();
    let method = cassette.and_then(|part| part.method).map(Method::name);
    in_place(&mut html, "cassette", cassette.is_some());
    select(&mut html, "cassette.polarity", "choice.polarity", &methods, method);
    html.raw("</div></fieldset>");

    group(&mut html, "advice.place.rules");
    let conversions: Vec<&str> = Conversion::ALL.iter().map(|kind| kind.name()).collect();
    let chosen = request.conversion.map(Conversion::name);
    select(&mut html, "conversion", "advice.place.conversion", &conversions, chosen);
    let most = request.connections_at_most.map(|loss| loss.exact());
    number(&mut html, "connectionsAtMostDb", "advice.place.most", "dB", most);
    let end = request.reference_end.map(|loss| loss.exact());
    number(&mut html, "referenceEndDb", "advice.place.end", "dB", end);
    html.raw("</fieldset><p class=\"message\" role=\"alert\"></p></form>");
    html.finish()
}

fn asked(html: &mut Html, situation: &Situation) {
    let places: Vec<&str> = Place::ALL.iter().map(|place| place.name()).collect();
    let place = situation.place.map(Place::name);
    select(html, "situation.place", "advice.place.where", &places, place);
    let budgets: Vec<&str> = Budget::ALL.iter().map(|budget| budget.name()).collect();
    let budget = situation.budget.map(Budget::name);
    select(html, "situation.budget", "advice.place.budget", &budgets, budget);
    let matings = situation.matings_per_year.map(|count| count.to_string());
    number(html, "situation.matingsPerYear", "advice.place.matings", "", matings);
    let changes = situation.field_changes.map(|changes| if changes { "true" } else { "false" });
    select(html, "situation.fieldChanges", "advice.place.changes", &["true", "false"], changes);
    let money = |amount: Option<u64>| {
        amount.map(|hundredths| {
            decimal(&format_decimal(i64::try_from(hundredths).unwrap_or(i64::MAX), 2))
        })
    };
    let outage = money(situation.outage_cost_per_minute);
    number(html, "situation.outageCostPerMinute", "advice.place.outage", "", outage);
    let price = money(situation.price_difference);
    number(html, "situation.priceDifference", "advice.place.price", "", price);
}

fn trunk_fields(html: &mut Html, trunk: Option<&Installed>) {
    in_place(html, "trunk", trunk.is_some());
    let connectors = [Connector::Mpo8, Connector::Mpo12, Connector::Mpo16, Connector::Mpo24]
        .map(Connector::name);
    let connector = trunk.and_then(|part| part.connector).map(Connector::name);
    select(html, "trunk.connector", "advice.place.connector", &connectors, connector);
    let fibers: Vec<&str> = Fiber::ALL.iter().map(|fiber| fiber.name()).collect();
    let fiber = trunk.and_then(|part| part.fiber).map(Fiber::name);
    select(html, "trunk.fiber", "choice.fiber", &fibers, fiber);
    let faces = [EndFace::Flat, EndFace::Angled].map(EndFace::name);
    let face = trunk.and_then(|part| part.face).map(EndFace::name);
    select(html, "trunk.endFace", "check.face", &faces, face);
    let pins = trunk.and_then(|part| part.pins).filter(|[a, b]| a == b).map(|[a, _]| a.name());
    let all = [Pins::Pinned, Pins::Unpinned].map(Pins::name);
    select(html, "trunk.pins", "check.pins", &all, pins);
    let method = trunk.and_then(|part| part.method).map(Method::name);
    select(html, "trunk.polarity", "advice.place.type", &["A", "B", "C"], method);
    let grades: Vec<&str> = built_in().grades.iter().map(|grade| grade.id).collect();
    let grade = trunk.and_then(|part| part.grade).map(|grade| grade.name(built_in()));
    select(html, "trunk.grade", "choice.grade", &grades, grade);
    let length = trunk.and_then(|part| part.length);
    field(
        html,
        "trunk.lengthM",
        "advice.place.length",
        unit_sign(),
        length.map(length_number),
        &length.map(Length::meters).unwrap_or_default(),
    );
    let map = trunk.and_then(|part| part.map).map(|map| {
        let pairs: Vec<String> = map.pairs().map(|(a, b)| format!("{a}-{b}")).collect();
        pairs.join(" ")
    });
    number(html, "trunk.map", "advice.place.map", "", map);
    html.raw("</div>");
}

fn group(html: &mut Html, legend: &'static str) {
    html.raw("<fieldset class=\"fields\"><legend>").text(text(legend)).raw("</legend>");
}

/// Whether parts of a kind are in place at all; what is known of them follows.
fn in_place(html: &mut Html, kind: &'static str, there: bool) {
    html.raw("<div class=\"kind fields\"><label class=\"there\"><input type=\"checkbox\" name=\"")
        .raw(kind)
        .raw("\"");
    html.raw(if there { " checked> " } else { "> " }).text(text(match kind {
        "trunk" => "advice.place.trunk",
        "adapterPanel" => "advice.place.panel",
        _ => "advice.place.cassette",
    }));
    html.raw("</label>");
}

/// A choice between words of the wire; the empty one says nothing.
fn select(html: &mut Html, name: &str, label: &'static str, values: &[&str], chosen: Option<&str>) {
    html.raw("<label class=\"field\">").text(text(label)).raw(" <select name=\"").raw(name);
    html.raw("\"><option value=\"\">").text(text("advice.place.open")).raw("</option>");
    for value in values {
        html.raw("<option value=\"").text(value).raw("\"");
        html.raw(if chosen == Some(*value) { " selected>" } else { ">" });
        html.text(&word(value)).raw("</option>");
    }
    html.raw("</select>");
    message(html, name);
    html.raw("</label>");
}

/// A typed value.
fn number(html: &mut Html, name: &str, label: &'static str, unit: &str, value: Option<String>) {
    field(html, name, label, unit, value, "");
}

/// `exact` is the value on the wire, where the one that is shown is rounded.
fn field(
    html: &mut Html,
    name: &str,
    label: &'static str,
    unit: &str,
    value: Option<String>,
    exact: &str,
) {
    html.raw("<label class=\"field\">").text(text(label));
    if !unit.is_empty() {
        html.raw(" (").text(unit).raw(")");
    }
    html.raw(" <input type=\"text\" autocomplete=\"off\" name=\"").raw(name).raw("\" value=\"");
    html.text(&value.unwrap_or_default())
        .raw("\" data-exact=\"")
        .text(exact)
        .raw("\" aria-describedby=\"fl-")
        .raw(name);
    html.raw("-message\">");
    message(html, name);
    html.raw("</label>");
}

/// Where it says what is wrong with a field.
fn message(html: &mut Html, name: &str) {
    html.raw("<span class=\"message\" role=\"alert\" id=\"fl-").raw(name);
    html.raw("-message\"></span>");
}
