//! What a supplier asks of one item. Every field is there; what nobody has set says so.

use super::{Diagram, Field};
use crate::figures::{pair_words, return_loss_words};
use fiberlane_catalog::Key;
use fiberlane_engine::Request;
use fiberlane_engine::design::Design;
use fiberlane_engine::end::{End, Pins};
use fiberlane_engine::order::{LineKind, OrderField};
use fiberlane_engine::request::GradeRef;
use fiberlane_messages::order::OrderRow;
use fiberlane_messages::{Figure as _, Voice};

pub(super) fn fields(
    voice: Voice<'_>,
    request: &Request,
    design: &Design,
    row: &OrderRow<'_>,
    all: &[OrderRow<'_>],
    diagrams: &[Diagram],
    brand: &str,
) -> Vec<Field> {
    let open = || voice.text("rfq.open").to_owned();
    let mut out: Vec<Field> = Vec::new();
    out.push(("rfq.quantity", quantity(voice, row)));
    out.extend(row.per_end.clone().map(|ends| ("rfq.where", ends)));
    let number = row.part_number.map(|id| voice.fill("rfq.value.catalog", &[("id", id)]));
    out.push((
        "rfq.partNumber",
        number.unwrap_or_else(|| voice.text("rfq.value.supplier").to_owned()),
    ));
    let cable = row.line.kind.is_cable();
    let module = matches!(row.line.kind, LineKind::Cassette | LineKind::Conversion);
    if cable {
        out.push(("rfq.length", row.line.length.map_or_else(open, |length| length.said(voice))));
    }
    if cable || module {
        out.push(("rfq.fibers", fibers(voice, row)));
    }
    if row.line.kind != LineKind::Enclosure {
        out.push(("rfq.ports", ports(voice, row)));
        ends(voice, &mut out, row);
    }
    if !cable && row.line.kind != LineKind::Enclosure {
        let key = row.line.key.or_else(|| module_key(design, row));
        out.push((
            "rfq.adapterKey",
            key.map_or_else(open, |key| {
                voice
                    .text(match key {
                        Key::Opposed => "rfq.key.opposed",
                        Key::Aligned => "rfq.key.aligned",
                    })
                    .to_owned()
            }),
        ));
        out.push(("rfq.enclosure", enclosure(voice, all)));
    }
    let made = row.made;
    if cable || module {
        out.push(("rfq.fiber", made.map_or_else(open, |made| voice.word(made.fiber.name()))));
        let named = |grade: GradeRef| voice.word(grade.name(voice.catalog()));
        let front = made.and_then(|made| made.lc_grade);
        let front = front.map(|lc| voice.fill("order.lcGrade", &[("grade", &named(lc))]));
        let grades: Vec<String> =
            made.map(|made| named(made.grade)).into_iter().chain(front).collect();
        let grades = Some(grades.join(voice.list_comma())).filter(|grades| !grades.is_empty());
        out.push(("rfq.grade", grades.unwrap_or_else(open)));
        out.push(("rfq.insertionLoss", pair_words(voice, design, row).unwrap_or_else(open)));
        out.push((
            "rfq.returnLoss",
            return_loss_words(voice, request, design, row).unwrap_or_else(open),
        ));
        out.push(("rfq.polarity", polarity(voice, row, diagrams)));
        out.push(("rfq.brand", brand.to_owned()));
    }
    if cable {
        let jacket = made
            .and_then(|made| made.jacket)
            .map(|color| voice.fill("order.jacket", &[("color", &voice.word(color))]));
        out.push(("rfq.jacket", jacket.unwrap_or_else(open)));
    }
    for (field, label) in ASKED {
        if row.line.to_confirm.contains(&field) {
            out.push((label, open()));
        }
    }
    if cable || module {
        // The request asks for these below; a supplier answers for each item.
        for label in ["rfq.wiring", "rfq.testReport", "rfq.labels", "rfq.packaging"] {
            out.push((label, voice.text("rfq.value.below").to_owned()));
        }
    }
    out.push(("rfq.leadTime", voice.text("rfq.value.supplier").to_owned()));
    out
}

/// Fields that no design settles.
const ASKED: [(OrderField, &str); 5] = [
    (OrderField::FireRating, "rfq.fireRating"),
    (OrderField::Environment, "rfq.environment"),
    (OrderField::BreakoutLength, "rfq.breakoutLength"),
    (OrderField::PullingEye, "rfq.pullingEye"),
    (OrderField::Boot, "rfq.boot"),
];

fn quantity(voice: Voice<'_>, row: &OrderRow<'_>) -> String {
    let count = voice.grouped(row.line.quantity.into());
    let spare = voice.grouped(row.line.spare.into());
    match row.line.spare {
        0 => count,
        _ => voice.fill("rfq.value.spare", &[("count", &count), ("spare", &spare)]),
    }
}

fn fibers(voice: Voice<'_>, row: &OrderRow<'_>) -> String {
    let all = row.line.fibers.map(|fibers| voice.grouped(fibers.into()));
    let Some(all) = all else { return voice.text("rfq.open").to_owned() };
    match (row.line.legs, row.line.ends) {
        (Some(legs), Some([end, _])) if legs > 1 => {
            let (legs, each) = (legs.to_string(), end.connector.fibers().to_string());
            voice.fill("rfq.value.legs", &[("fibers", &all), ("legs", &legs), ("each", &each)])
        }
        _ => all,
    }
}

/// Connectors at each end.
fn ports(voice: Voice<'_>, row: &OrderRow<'_>) -> String {
    let [a, b] = match row.line.legs {
        Some(legs) => [legs; 2],
        None => row.line.sides(voice.catalog()),
    };
    let key = if row.line.kind.is_cable() { "rfq.value.ends" } else { "rfq.value.ports" };
    voice.fill(key, &[("a", &a.to_string()), ("b", &b.to_string())])
}

fn ends(voice: Voice<'_>, out: &mut Vec<Field>, row: &OrderRow<'_>) {
    let Some([a, b]) = row.line.ends else { return };
    let named = |end: End| {
        let key = if end.connector.has_offset_key() { "rfq.key.offset" } else { "rfq.key.center" };
        match end.connector.is_array() {
            true => voice.fill(key, &[("connector", end.connector.name())]),
            false => voice.fill("part.duplex", &[("connector", end.connector.name())]),
        }
    };
    let pins = |end: End| match end.pins {
        Pins::None => voice.text("rfq.value.noPins").to_owned(),
        pins => voice.word(pins.name()),
    };
    let face = |end: End| {
        end.face.map(|face| {
            voice.text(match face {
                fiberlane_catalog::EndFace::Flat => "rfq.face.flat",
                fiberlane_catalog::EndFace::Angled => "rfq.face.angled",
            })
        })
    };
    for (end, [connector, pin, polish]) in [
        (a, ["rfq.connectorA", "rfq.pinsA", "rfq.faceA"]),
        (b, ["rfq.connectorB", "rfq.pinsB", "rfq.faceB"]),
    ] {
        out.push((connector, named(end)));
        if let Some(face) = face(end) {
            out.push((pin, pins(end)));
            out.push((polish, face.to_owned()));
        }
    }
}

/// The key of the adapters built into a module.
fn module_key(design: &Design, row: &OrderRow<'_>) -> Option<Key> {
    let at = row.line.elements.first()?;
    design.frame.assembly.elements.get(*at)?.key
}

/// What panels and modules are housed in.
fn enclosure(voice: Voice<'_>, all: &[OrderRow<'_>]) -> String {
    let houses = all.iter().filter(|row| row.line.kind == LineKind::Enclosure);
    let names: Vec<&str> = houses.map(|row| row.description.as_str()).collect();
    if names.is_empty() { voice.text("rfq.open").to_owned() } else { names.join("; ") }
}

fn polarity(voice: Voice<'_>, row: &OrderRow<'_>, diagrams: &[Diagram]) -> String {
    let Some(name) = row.polarity else { return voice.text("rfq.open").to_owned() };
    let name = match name {
        "A" | "B" | "C" => voice.fill("order.type", &[("type", name)]),
        other => voice.word(other),
    };
    match diagrams.iter().find(|diagram| diagram.is_of(row)) {
        Some(diagram) => {
            let number = diagram.number.to_string();
            voice.fill("rfq.value.diagram", &[("polarity", &name), ("number", &number)])
        }
        None => name,
    }
}
