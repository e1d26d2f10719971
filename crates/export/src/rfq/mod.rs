//! A request for quote: everything that a supplier asks, in the order in which it is asked.

mod item;
mod wiring;

use crate::details::{BrandWish, Details};
use crate::doc::{Doc, one_line, plain};
use crate::figures::mated_pairs;
use crate::notice::{application_marks, condition, document, state};
use fiberlane_catalog::{ApplicationId, built_in};
use fiberlane_engine::design::Design;
use fiberlane_engine::finding::Severity;
use fiberlane_engine::request::Brand;
use fiberlane_engine::{Request, Verdicts};
use fiberlane_messages::checks::{assumed_in_place, is_open, open_points, unchecked_items};
use fiberlane_messages::order::{OrderRow, counts_words, in_place_rows, links_words, order_rows};
use fiberlane_messages::{Figure as _, fill, finding_text, grouped, in_place_words, text, word};
use wiring::Diagram;

/// A field with its value.
type Field = (&'static str, String);

/// The request for quote of a plan.
#[must_use]
pub fn rfq_text(request: &Request, first: &Verdicts, details: &Details) -> String {
    let mut doc = Doc::default();
    head(&mut doc, first, details);
    if let Some(design) = &first.recommended {
        application(&mut doc, design);
        let rows = order_rows(design);
        let diagrams = wiring::diagrams(design, &rows);
        let brand = brand_words(design, details);
        doc.heading(text("rfq.items"));
        for (index, row) in rows.iter().enumerate() {
            title(&mut doc, row, index + 1);
            for (label, value) in item::fields(request, design, row, &rows, &diagrams, brand) {
                field(&mut doc, label, &value);
            }
        }
        doc.blank();
        doc.paragraph(&counts_words(design));
        in_place(&mut doc, request, design, first);
        wiring_diagrams(&mut doc, &diagrams);
        requirements(&mut doc, design, brand);
    }
    open(&mut doc, first);
    tail(&mut doc, details);
    doc.finish()
}

fn field(doc: &mut Doc, label: &'static str, value: &str) {
    doc.indented(&fill("rfq.line", &[("label", text(label)), ("value", value)]));
}

fn head(doc: &mut Doc, first: &Verdicts, details: &Details) {
    if let Some(state) = state(first).or_else(|| condition(first)) {
        doc.paragraph(&state);
        doc.blank();
    }
    doc.verbatim(text("rfq.title"));
    for (label, value) in [
        ("quote.number", &details.number),
        ("quote.date", &details.date),
        ("quote.preparedBy", &details.prepared_by),
        ("quote.customer", &details.customer),
    ] {
        let value = one_line(value);
        if !value.is_empty() {
            field(doc, label, &value);
        }
    }
    doc.blank();
    doc.paragraph(text("rfq.intro"));
}

/// The application at each end, with its document and whatever reservation there is.
fn application_words(design: &Design, id: ApplicationId) -> String {
    let application = built_in().application(id);
    let mut status: Vec<&str> = Vec::from_iter(document(id));
    status.extend(application_marks(design, id).into_iter().map(|mark| mark.word()));
    fill("rfq.value.application", &[("name", application.name), ("status", &status.join("; "))])
}

fn application(doc: &mut Doc, design: &Design) {
    let (frame, figures) = (&design.frame, &design.figures);
    let link = &frame.link;
    doc.heading(text("rfq.application"));
    field(doc, "choice.application", &application_words(design, link.near));
    if let Some(id) = link.module {
        let module = built_in().module(id);
        let values = [("vendor", module.vendor), ("number", module.part_number)];
        field(doc, "choice.module", &fill("rfq.value.module", &values));
    }
    if link.far != link.near {
        let count = link.far_ports.to_string();
        let far = application_words(design, link.far);
        let values = [("count", count.as_str()), ("application", &far)];
        field(doc, "choice.farEnd", &fill("rfq.value.far", &values));
    }
    if let Some(id) = link.far_module {
        let module = built_in().module(id);
        let values = [("vendor", module.vendor), ("number", module.part_number)];
        field(doc, "choice.farModule", &fill("rfq.value.module", &values));
    }
    field(doc, "field.links", &links_words(design));
    field(doc, "choice.topology", &word(frame.topology.name()));
    field(doc, "rfq.method", frame.assembly.method);
    let length = figures.length.said();
    let length = match figures.reach {
        Some(reach) => fill("rfq.value.length", &[("length", &length), ("reach", &reach.said())]),
        None => fill("rfq.value.lengthOpen", &[("length", &length)]),
    };
    field(doc, "rfq.channel", &length);
    let loss = figures.total.said();
    let budget = match figures.limit {
        Some(limit) => fill("rfq.value.budget", &[("loss", &loss), ("limit", &limit.exact())]),
        None => fill("rfq.value.budgetOpen", &[("loss", &loss)]),
    };
    field(doc, "rfq.budget", &budget);
    for pairs in mated_pairs(design) {
        let values = [
            ("count", pairs.count.to_string()),
            ("connector", pairs.connector.name().to_owned()),
            ("grade", word(pairs.grade.name(built_in()))),
            ("loss", pairs.loss.exact()),
        ];
        let values: Vec<(&str, &str)> = values.iter().map(|(n, v)| (*n, v.as_str())).collect();
        field(doc, "rfq.pairs", &fill("quote.pairs", &values));
    }
}

fn title(doc: &mut Doc, row: &OrderRow<'_>, number: usize) {
    doc.blank();
    let values = [
        ("number", number.to_string()),
        ("quantity", grouped(row.line.quantity.into())),
        ("description", row.description.clone()),
    ];
    let values: Vec<(&str, &str)> = values.iter().map(|(n, v)| (*n, v.as_str())).collect();
    doc.paragraph(&fill("rfq.item", &values));
}

fn in_place(doc: &mut Doc, request: &Request, design: &Design, first: &Verdicts) {
    let rows = in_place_rows(design);
    if !rows.is_empty() {
        doc.heading(text("rfq.inPlace"));
        rows.iter().for_each(|row| doc.indented(&in_place_words(request, row)));
        // Nobody said it, so nobody may read it as said.
        if let Some(guess) = assumed_in_place(&first.findings) {
            doc.paragraph(&guess);
        }
    }
}

fn wiring_diagrams(doc: &mut Doc, diagrams: &[Diagram]) {
    if diagrams.is_empty() {
        return;
    }
    doc.heading(text("rfq.diagrams"));
    doc.paragraph(text("rfq.diagrams.remark"));
    for diagram in diagrams {
        doc.blank();
        doc.paragraph(&diagram.title);
        doc.indented(&diagram.pairs);
    }
}

fn requirements(doc: &mut Doc, design: &Design, brand: &'static str) {
    doc.heading(text("rfq.general"));
    field(doc, "rfq.brand", brand);
    for (label, value) in [
        ("rfq.testReport", "rfq.general.testReport"),
        ("rfq.wiring", "rfq.general.wiring"),
        ("rfq.labels", "rfq.general.labels"),
        ("rfq.packaging", "rfq.general.packaging"),
        ("rfq.leadTime", "rfq.general.leadTime"),
    ] {
        field(doc, label, text(value));
    }
    // What is right for one plan may be wrong for a part that a supplier puts in its place.
    for finding in design.findings.iter().filter(|f| f.severity != Severity::Info && !is_open(f)) {
        field(doc, "rfq.mind", &finding_text(finding, Some(design)));
    }
}

/// Whose connectors, as a sentence.
fn brand_words(design: &Design, details: &Details) -> &'static str {
    let own = match design.brand {
        Brand::Any => BrandWish::Any,
        Brand::Mtp => BrandWish::Mtp,
    };
    text(match details.brand.unwrap_or(own) {
        BrandWish::Any => "rfq.brand.any",
        BrandWish::Equivalent => "rfq.brand.equivalent",
        BrandWish::Mtp => "rfq.brand.mtp",
    })
}

fn open(doc: &mut Doc, first: &Verdicts) {
    doc.heading(text("quote.notChecked"));
    let Some(design) = &first.recommended else {
        for finding in &first.findings {
            doc.indented(&finding_text(finding, None));
        }
        return;
    };
    for words in unchecked_items(design).into_iter().chain(open_points(design)) {
        doc.indented(&words);
    }
}

fn tail(doc: &mut Doc, details: &Details) {
    if !details.notes.trim().is_empty() {
        doc.heading(text("quote.notes"));
        details.notes.lines().for_each(|line| doc.paragraph(&one_line(line)));
    }
    let link = one_line(&details.link);
    if !link.is_empty() {
        doc.heading(text("quote.link"));
        doc.verbatim(&plain(&link));
    }
    doc.blank();
    doc.paragraph(text("trademark"));
}
