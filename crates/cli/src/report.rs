//! A plan as readable text.

use crate::advice;
use fiberlane_catalog::{Catalog, ModuleId};
use fiberlane_engine::Plan;
use fiberlane_engine::channel::ElementKind;
use fiberlane_engine::design::Design;
use fiberlane_engine::end::End;
use fiberlane_messages::order::{
    common_fields, counts_words, field_words, in_place_rows, order_rows,
};
use fiberlane_messages::{
    element_title, fill, finding_text, in_place_words, lookup, rests_on, text, word,
};
use std::fmt::Write as _;

/// The whole plan.
#[must_use]
pub fn report(catalog: &Catalog, plan: &Plan) -> String {
    let mut out = String::new();
    let key = format!("verdict.{}", plan.first.verdict.name());
    let verdict = lookup(&key).unwrap_or(plan.first.verdict.name()).to_uppercase();
    let headline = rests_on(&plan.first, &verdict).unwrap_or(verdict);
    let _ = write!(out, "{headline}");
    if let Some(design) = &plan.first.recommended {
        summary(&mut out, catalog, design);
        channel(&mut out, design);
        loss(&mut out, design);
        lanes(&mut out, design);
        order(&mut out, design);
        in_place(&mut out, plan, design);
    } else {
        out.push('\n');
    }
    findings(&mut out, plan);
    advice::write(&mut out, catalog, plan);
    let _ = writeln!(out, "\n{}\n{}", text("cost.note"), text("trademark"));
    // What a terminal shows is searched and cut at plain spaces.
    out.replace('\u{a0}', " ")
}

fn summary(out: &mut String, catalog: &Catalog, design: &Design) {
    let figures = &design.figures;
    let application = catalog.application(design.frame.link.near);
    if let Some(margin) = design.margin() {
        let _ = write!(out, "  {} dB", margin.db_rounded());
    }
    let _ = writeln!(out);
    let status = lookup(&format!("status.{}", application.status.name()));
    let _ = writeln!(
        out,
        "{} ({}), {}, {}, {} m {}",
        application.name,
        status.unwrap_or_default(),
        word(design.frame.topology.name()),
        word(figures.grade.name(catalog)),
        figures.length.meters(),
        figures.fiber.name(),
    );
    let link = &design.frame.link;
    let module = |id: ModuleId| {
        let module = catalog.module(id);
        format!("{} {}", module.vendor, module.part_number)
    };
    if let Some(id) = link.module {
        let _ = writeln!(out, "{}: {}", text("choice.module"), module(id));
    }
    if link.far != link.near {
        let far = catalog.application(link.far).name;
        let _ = writeln!(out, "{}: {} × {far}", text("choice.farEnd"), link.far_ports);
    }
    if let Some(id) = link.far_module {
        let _ = writeln!(out, "{}: {}", text("choice.farModule"), module(id));
    }
}

fn end(end: Option<End>) -> String {
    let Some(end) = end else { return String::new() };
    let mut words = vec![end.connector.name()];
    if end.connector.is_array() && end.face.is_some() {
        words.push(end.pins.name());
    }
    words.extend(end.face.map(|face| face.name()));
    words.join(" ")
}

fn channel(out: &mut String, design: &Design) {
    let _ = writeln!(out, "\nChannel, A to B");
    let elements = &design.frame.assembly.elements;
    for (index, element) in elements.iter().enumerate() {
        let length = element.length.map(|l| l.meters() + " m").unwrap_or_default();
        let detail = match element.kind {
            ElementKind::Adapter => element.key.map(|key| format!("{} key", key.name())),
            ElementKind::Transceiver => {
                element.ends.into_iter().flatten().next().map(|e| end(Some(e)))
            }
            _ => Some(format!("{} / {}", end(element.ends[0]), end(element.ends[1]))),
        };
        let title = element_title(elements, index);
        let _ = writeln!(out, "  {title:<22} {length:>10}  {}", detail.unwrap_or_default());
    }
}

fn loss(out: &mut String, design: &Design) {
    let figures = &design.figures;
    let _ = writeln!(out, "\nLoss, worst case");
    let elements = &design.frame.assembly.elements;
    for term in &design.terms {
        let _ = writeln!(
            out,
            "  {:<12} {:<22} {:>8} dB",
            word(term.kind.name()),
            element_title(elements, term.at),
            term.loss.db_rounded()
        );
    }
    let _ = writeln!(out, "  {:<35} {:>8} dB", "Total", figures.total.db_rounded());
    match figures.limit {
        Some(limit) => {
            let _ = writeln!(out, "  {:<35} {:>8} dB", "Limit", limit.db_rounded());
        }
        None => {
            let _ = writeln!(out, "  {:<35} {:>8}", "Limit", "unknown");
        }
    }
    let reach = figures.reach.map_or_else(|| "unknown".to_owned(), |r| r.meters() + " m");
    let _ = writeln!(
        out,
        "  {:<35} {:>8} m of {reach} ({})",
        "Length",
        figures.length.meters(),
        figures.reach_basis
    );
}

fn lanes(out: &mut String, design: &Design) {
    let proof = &design.frame.assembly.proof;
    let _ = writeln!(out, "\nLanes, method {}", design.frame.assembly.method);
    for lane in &proof.lanes {
        let path: Vec<String> = lane.path.iter().map(u8::to_string).collect();
        let _ = writeln!(
            out,
            "  {} {:>2}  {}:{} > {}  = {}:{}  {}",
            lane.direction.name(),
            lane.lane,
            lane.from.port,
            lane.from.position,
            path.join(" > "),
            lane.to.port,
            lane.to.position,
            if lane.ok { "ok" } else { "dead" }
        );
    }
}

fn order(out: &mut String, design: &Design) {
    let _ = writeln!(out, "\nOrder");
    let rows = order_rows(design);
    let common = common_fields(&rows);
    for row in &rows {
        let _ = writeln!(out, "  {:>6}  {}", row.line.quantity, row.description);
        let mut below: Vec<String> = row.details().into_iter().map(str::to_owned).collect();
        let own = field_words(&row.own_fields(&common));
        if !own.is_empty() {
            below.push(fill("order.confirm", &[("fields", &own)]));
        }
        if !below.is_empty() {
            let _ = writeln!(out, "          {}", below.join(" · "));
        }
    }
    if !common.is_empty() {
        let _ =
            writeln!(out, "  {}", fill("order.confirmAll", &[("fields", &field_words(&common))]));
    }
    let _ = writeln!(out, "  {}", counts_words(design));
}

fn in_place(out: &mut String, plan: &Plan, design: &Design) {
    let rows = in_place_rows(design);
    if !rows.is_empty() {
        let _ = writeln!(out, "\n{}", text("quote.inPlace"));
    }
    for row in &rows {
        let _ = writeln!(out, "  {}", in_place_words(&plan.request, row));
    }
}

fn findings(out: &mut String, plan: &Plan) {
    let _ = writeln!(out, "\nFindings");
    for finding in &plan.first.findings {
        let key = format!("severity.{}", finding.severity.name());
        let severity = lookup(&key).unwrap_or_default();
        let words = finding_text(finding, plan.first.recommended.as_ref());
        let _ = writeln!(out, "  {severity:<8} {}  {words}", finding.code.name());
    }
}
