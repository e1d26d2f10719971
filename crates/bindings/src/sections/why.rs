//! Why this part, and why not that one: from the same table of options that the choice came from.

use super::options::{key, said};
use fiberlane_engine::Plan;
use fiberlane_engine::advice::OptionState;
use fiberlane_engine::design::Design;
use fiberlane_engine::order::LineKind;
use fiberlane_engine::request::{Field, Request};
use fiberlane_engine::wire::Json;
use fiberlane_messages::{Html, Voice};

/// What decides about a kind of part: the fields whose options would change it.
const DECIDED_BY: [(LineKind, &[Field]); 7] = [
    (
        LineKind::Trunk,
        &[
            Field::Base,
            Field::TrunkLegs,
            Field::Polarity,
            Field::Pinning,
            Field::Fiber,
            Field::Grade,
        ],
    ),
    (LineKind::Cord, &[Field::Polarity, Field::Grade, Field::LcGrade, Field::Brand]),
    (LineKind::Harness, &[Field::Topology, Field::Polarity, Field::Grade]),
    (
        LineKind::Cassette,
        &[Field::Topology, Field::Base, Field::Polarity, Field::Pinning, Field::LcGrade],
    ),
    (LineKind::AdapterPanel, &[Field::Topology, Field::Polarity]),
    (LineKind::Enclosure, &[Field::Priority]),
    (LineKind::Conversion, &[Field::Conversion, Field::Base]),
];

/// For every kind of part on the order: its reason and what else it could have been.
pub(super) fn write(voice: Voice<'_>, j: &mut Json, plan: &Plan) {
    let Some(design) = &plan.first.recommended else { return };
    for (kind, fields) in DECIDED_BY {
        if design.frame.order.lines.iter().any(|line| line.kind == kind) {
            let html = markup(voice, plan, design, kind, fields);
            j.key(kind.name()).string(&html);
        }
    }
}

fn markup(
    voice: Voice<'_>,
    plan: &Plan,
    design: &Design,
    kind: LineKind,
    fields: &[Field],
) -> String {
    let mut html = Html::new();
    html.leaf("p", "", &because(voice, design, kind));
    let current = design.effect();
    let mut rows = Html::new();
    for field in fields {
        let Some(options) = plan.advice.options.iter().find(|o| o.field == *field) else {
            continue;
        };
        let chosen = options.options.iter().find(|o| matches!(o.state, OptionState::Chosen(_)));
        for option in &options.options {
            let says = said(voice, option, Some(&current));
            // Grades of data sheets are there to be named, not to be browsed.
            if says.is_empty() || is_sheet(&option.change) {
                continue;
            }
            rows.raw("<tr><th scope=\"row\">").text(field_name(voice, *field)).raw("</th><td>");
            rows.text(
                &chosen
                    .map(|o| named(voice, *field, &key(voice, plan, *field, &o.change)))
                    .unwrap_or_default(),
            );
            rows.raw("</td><td>")
                .text(&named(voice, *field, &key(voice, plan, *field, &option.change)))
                .raw("</td>");
            rows.leaf("td", "detail", &says).raw("</tr>");
        }
    }
    let rows = rows.finish();
    if !rows.is_empty() {
        html.raw("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"");
        html.text(voice.text("why.not")).raw("\"><table><caption>").text(voice.text("why.not"));
        html.raw("</caption>");
        super::head(
            &mut html,
            &[
                voice.text("why.choice"),
                voice.text("why.here"),
                voice.text("why.instead"),
                voice.text("why.does"),
            ],
        );
        html.raw("<tbody>").raw(&rows).raw("</tbody></table></div>");
    }
    html.finish()
}

fn is_sheet(change: &Request) -> bool {
    let sheet = |grade: Option<fiberlane_engine::request::GradeRef>| {
        matches!(grade, Some(fiberlane_engine::request::GradeRef::Catalog(_)))
    };
    sheet(change.grade) || sheet(change.lc_grade)
}

fn field_name(voice: Voice<'_>, field: Field) -> &str {
    let key = ["choice.", field.name()].concat();
    voice.lookup(&key).or_else(|| voice.lookup(&["field.", field.name()].concat())).unwrap_or("")
}

fn named(voice: Voice<'_>, field: Field, value: &str) -> String {
    match field {
        Field::Base => voice.fill("choice.base.value", &[("count", value)]),
        _ => voice.word(value),
    }
}

/// The reason in a sentence, with the figures that it rests on.
fn because(voice: Voice<'_>, design: &Design, kind: LineKind) -> String {
    let order = &design.frame.order;
    let assembly = &design.frame.assembly;
    let legs = order.lines.iter().find_map(|line| line.legs).unwrap_or(1);
    let near = voice.catalog().application(design.frame.link.near);
    let far = voice.catalog().application(design.frame.link.far);
    // A cassette is there for the end that is duplex.
    let subject =
        if kind == LineKind::Cassette && near.plug.connector.is_array() { far } else { near };
    let key = match kind {
        LineKind::Trunk => "why.trunk",
        LineKind::Cord if !design.is_lit() => "why.unproven",
        LineKind::Cord if assembly.method.is_empty() => "why.cord.plain",
        LineKind::Cord => "why.cord",
        LineKind::Harness => "why.harness",
        LineKind::Cassette => "why.cassette",
        LineKind::AdapterPanel if near.plug.connector.is_array() => "why.adapterPanel",
        LineKind::AdapterPanel => "why.between",
        LineKind::Enclosure => "why.enclosure",
        LineKind::Conversion => "why.conversion",
    };
    voice.fill(
        key,
        &[
            ("legs", &legs.to_string()),
            ("all", &voice.grouped(order.trunk_legs.into())),
            ("needed", &voice.grouped(order.legs.into())),
            ("spare", &voice.grouped(order.trunk_legs.saturating_sub(order.legs).into())),
            ("fibers", &near.fibers.to_string()),
            ("application", subject.name),
            ("connector", design.frame.array.name()),
            ("plug", subject.plug.connector.name()),
            ("method", assembly.method),
            ("units", &voice.grouped(order.rack_units.into())),
            ("lanes", &assembly.proof.lanes.len().to_string()),
        ],
    )
}
