//! A request for quote: everything that a supplier asks, in the order in which it is asked.

mod item;
mod wiring;

use crate::details::{BrandWish, Details};
use crate::doc::{Doc, one_line, plain};
use crate::figures::mated_pairs;
use crate::notice::{application_marks, condition, document, state};
use fiberlane_catalog::ApplicationId;
use fiberlane_engine::design::Design;
use fiberlane_engine::finding::Severity;
use fiberlane_engine::request::Brand;
use fiberlane_engine::{Request, Verdicts};
use fiberlane_messages::checks::{assumed_in_place, is_open, open_points, unchecked_items};
use fiberlane_messages::order::{OrderRow, counts_words, in_place_rows, links_words, order_rows};
use fiberlane_messages::{Figure as _, Voice, finding_text, in_place_words};
use wiring::Diagram;

/// A field with its value.
type Field = (&'static str, String);

/// The request for quote of a plan.
#[must_use]
pub fn rfq_text(
    voice: Voice<'_>,
    request: &Request,
    first: &Verdicts,
    details: &Details,
) -> String {
    let mut doc = Doc::default();
    head(voice, &mut doc, first, details);
    if let Some(design) = &first.recommended {
        application(voice, &mut doc, design);
        let rows = order_rows(voice, design);
        let diagrams = wiring::diagrams(voice, design, &rows);
        let brand = brand_words(voice, design, details);
        doc.heading(voice.text("rfq.items"));
        for (index, row) in rows.iter().enumerate() {
            title(voice, &mut doc, row, index + 1);
            for (label, value) in item::fields(voice, request, design, row, &rows, &diagrams, brand)
            {
                field(voice, &mut doc, label, &value);
            }
        }
        doc.blank();
        doc.paragraph(&counts_words(voice, design));
        in_place(voice, &mut doc, request, design, first);
        wiring_diagrams(voice, &mut doc, &diagrams);
        requirements(voice, &mut doc, design, brand);
    }
    open(voice, &mut doc, first);
    tail(voice, &mut doc, details);
    doc.finish()
}

fn field(voice: Voice<'_>, doc: &mut Doc, label: &'static str, value: &str) {
    doc.indented(&voice.fill("rfq.line", &[("label", voice.text(label)), ("value", value)]));
}

fn head(voice: Voice<'_>, doc: &mut Doc, first: &Verdicts, details: &Details) {
    if let Some(state) = state(voice, first).or_else(|| condition(voice, first)) {
        doc.paragraph(&state);
        doc.blank();
    }
    doc.verbatim(voice.text("rfq.title"));
    for (label, value) in [
        ("quote.number", &details.number),
        ("quote.date", &details.date),
        ("quote.preparedBy", &details.prepared_by),
        ("quote.customer", &details.customer),
    ] {
        let value = one_line(value);
        if !value.is_empty() {
            field(voice, doc, label, &value);
        }
    }
    doc.blank();
    doc.paragraph(voice.text("rfq.intro"));
}

/// The application at each end, with its document and whatever reservation there is.
fn application_words(voice: Voice<'_>, design: &Design, id: ApplicationId) -> String {
    let application = voice.catalog().application(id);
    let mut status: Vec<&str> = Vec::from_iter(document(voice, id));
    status.extend(application_marks(voice, design, id).into_iter().map(|mark| mark.word(voice)));
    voice.fill(
        "rfq.value.application",
        &[("name", application.name), ("status", &status.join("; "))],
    )
}

fn application(voice: Voice<'_>, doc: &mut Doc, design: &Design) {
    let (frame, figures) = (&design.frame, &design.figures);
    let link = &frame.link;
    doc.heading(voice.text("rfq.application"));
    field(voice, doc, "choice.application", &application_words(voice, design, link.near));
    if let Some(id) = link.module {
        let module = voice.catalog().module(id);
        let values = [("vendor", module.vendor), ("number", module.part_number)];
        field(voice, doc, "choice.module", &voice.fill("rfq.value.module", &values));
    }
    if link.far != link.near {
        let count = link.far_ports.to_string();
        let far = application_words(voice, design, link.far);
        let values = [("count", count.as_str()), ("application", &far)];
        field(voice, doc, "choice.farEnd", &voice.fill("rfq.value.far", &values));
    }
    if let Some(id) = link.far_module {
        let module = voice.catalog().module(id);
        let values = [("vendor", module.vendor), ("number", module.part_number)];
        field(voice, doc, "choice.farModule", &voice.fill("rfq.value.module", &values));
    }
    field(voice, doc, "field.links", &links_words(voice, design));
    field(voice, doc, "choice.topology", &voice.word(frame.topology.name()));
    field(voice, doc, "rfq.method", frame.assembly.method);
    let length = figures.length.said(voice);
    let length = match figures.reach {
        Some(reach) => {
            voice.fill("rfq.value.length", &[("length", &length), ("reach", &reach.said(voice))])
        }
        None => voice.fill("rfq.value.lengthOpen", &[("length", &length)]),
    };
    field(voice, doc, "rfq.channel", &length);
    let loss = figures.total.said(voice);
    let budget = match figures.limit {
        Some(limit) => {
            voice.fill("rfq.value.budget", &[("loss", &loss), ("limit", &limit.exact(voice))])
        }
        None => voice.fill("rfq.value.budgetOpen", &[("loss", &loss)]),
    };
    field(voice, doc, "rfq.budget", &budget);
    for pairs in mated_pairs(design) {
        let values = [
            ("count", pairs.count.to_string()),
            ("connector", pairs.connector.name().to_owned()),
            ("grade", voice.word(pairs.grade.name(voice.catalog()))),
            ("loss", pairs.loss.exact(voice)),
        ];
        let values: Vec<(&str, &str)> = values.iter().map(|(n, v)| (*n, v.as_str())).collect();
        field(voice, doc, "rfq.pairs", &voice.fill("quote.pairs", &values));
    }
}

fn title(voice: Voice<'_>, doc: &mut Doc, row: &OrderRow<'_>, number: usize) {
    doc.blank();
    let values = [
        ("number", number.to_string()),
        ("quantity", voice.grouped(row.line.quantity.into())),
        ("description", row.description.clone()),
    ];
    let values: Vec<(&str, &str)> = values.iter().map(|(n, v)| (*n, v.as_str())).collect();
    doc.paragraph(&voice.fill("rfq.item", &values));
}

fn in_place(voice: Voice<'_>, doc: &mut Doc, request: &Request, design: &Design, first: &Verdicts) {
    let rows = in_place_rows(voice, design);
    if !rows.is_empty() {
        doc.heading(voice.text("rfq.inPlace"));
        rows.iter().for_each(|row| doc.indented(&in_place_words(voice, request, row)));
        // Nobody said it, so nobody may read it as said.
        if let Some(guess) = assumed_in_place(voice, &first.findings) {
            doc.paragraph(&guess);
        }
    }
}

fn wiring_diagrams(voice: Voice<'_>, doc: &mut Doc, diagrams: &[Diagram]) {
    if diagrams.is_empty() {
        return;
    }
    doc.heading(voice.text("rfq.diagrams"));
    doc.paragraph(voice.text("rfq.diagrams.remark"));
    for diagram in diagrams {
        doc.blank();
        doc.paragraph(&diagram.title);
        doc.indented(&diagram.pairs);
    }
}

fn requirements(voice: Voice<'_>, doc: &mut Doc, design: &Design, brand: &str) {
    doc.heading(voice.text("rfq.general"));
    field(voice, doc, "rfq.brand", brand);
    for (label, value) in [
        ("rfq.testReport", "rfq.general.testReport"),
        ("rfq.wiring", "rfq.general.wiring"),
        ("rfq.labels", "rfq.general.labels"),
        ("rfq.packaging", "rfq.general.packaging"),
        ("rfq.leadTime", "rfq.general.leadTime"),
    ] {
        field(voice, doc, label, voice.text(value));
    }
    // What is right for one plan may be wrong for a part that a supplier puts in its place.
    for finding in design.findings.iter().filter(|f| f.severity != Severity::Info && !is_open(f)) {
        field(voice, doc, "rfq.mind", &finding_text(voice, finding, Some(design)));
    }
}

/// Whose connectors, as a sentence.
fn brand_words<'s>(voice: Voice<'s>, design: &Design, details: &Details) -> &'s str {
    let own = match design.brand {
        Brand::Any => BrandWish::Any,
        Brand::Mtp => BrandWish::Mtp,
    };
    voice.text(match details.brand.unwrap_or(own) {
        BrandWish::Any => "rfq.brand.any",
        BrandWish::Equivalent => "rfq.brand.equivalent",
        BrandWish::Mtp => "rfq.brand.mtp",
    })
}

fn open(voice: Voice<'_>, doc: &mut Doc, first: &Verdicts) {
    doc.heading(voice.text("quote.notChecked"));
    let Some(design) = &first.recommended else {
        for finding in &first.findings {
            doc.indented(&finding_text(voice, finding, None));
        }
        return;
    };
    for words in unchecked_items(voice, design).into_iter().chain(open_points(voice, design)) {
        doc.indented(&words);
    }
}

fn tail(voice: Voice<'_>, doc: &mut Doc, details: &Details) {
    if !details.notes.trim().is_empty() {
        doc.heading(voice.text("quote.notes"));
        details.notes.lines().for_each(|line| doc.paragraph(&one_line(line)));
    }
    let link = one_line(&details.link);
    if !link.is_empty() {
        doc.heading(voice.text("quote.link"));
        doc.verbatim(&plain(&link));
    }
    doc.blank();
    doc.paragraph(voice.text("trademark"));
}
