//! A plan as readable text.

use crate::advice;
use fiberlane_catalog::ModuleId;
use fiberlane_engine::Plan;
use fiberlane_engine::channel::ElementKind;
use fiberlane_engine::design::Design;
use fiberlane_engine::end::End;
use fiberlane_messages::order::{
    common_fields, counts_words, field_words, in_place_rows, order_rows,
};
use fiberlane_messages::{Voice, element_title, finding_text, in_place_words, rests_on};
use std::fmt::Write as _;

/// The whole plan.
#[must_use]
pub fn report(voice: Voice<'_>, plan: &Plan) -> String {
    let mut out = String::new();
    let key = format!("verdict.{}", plan.first.verdict.name());
    let verdict = voice.lookup(&key).unwrap_or(plan.first.verdict.name()).to_uppercase();
    let headline = rests_on(voice, &plan.first, &verdict).unwrap_or(verdict);
    let _ = write!(out, "{headline}");
    if let Some(design) = &plan.first.recommended {
        summary(voice, &mut out, design);
        channel(voice, &mut out, design);
        loss(voice, &mut out, design);
        lanes(&mut out, design);
        order(voice, &mut out, design);
        in_place(voice, &mut out, plan, design);
    } else {
        out.push('\n');
    }
    findings(voice, &mut out, plan);
    advice::write(voice, &mut out, plan);
    let _ = writeln!(out, "\n{}\n{}", voice.text("cost.note"), voice.text("trademark"));
    // What a terminal shows is searched and cut at plain spaces.
    out.replace('\u{a0}', " ")
}

fn summary(voice: Voice<'_>, out: &mut String, design: &Design) {
    let figures = &design.figures;
    let application = voice.catalog().application(design.frame.link.near);
    if let Some(margin) = design.margin() {
        let _ = write!(out, "  {} dB", margin.db_rounded());
    }
    let _ = writeln!(out);
    let status = voice.lookup(&format!("status.{}", application.status.name()));
    let _ = writeln!(
        out,
        "{} ({}), {}, {}, {} m {}",
        application.name,
        status.unwrap_or_default(),
        voice.word(design.frame.topology.name()),
        voice.word(figures.grade.name(voice.catalog())),
        figures.length.meters(),
        figures.fiber.name(),
    );
    let link = &design.frame.link;
    let module = |id: ModuleId| {
        let module = voice.catalog().module(id);
        format!("{} {}", module.vendor, module.part_number)
    };
    if let Some(id) = link.module {
        let _ = writeln!(out, "{}: {}", voice.text("choice.module"), module(id));
    }
    if link.far != link.near {
        let far = voice.catalog().application(link.far).name;
        let _ = writeln!(out, "{}: {} × {far}", voice.text("choice.farEnd"), link.far_ports);
    }
    if let Some(id) = link.far_module {
        let _ = writeln!(out, "{}: {}", voice.text("choice.farModule"), module(id));
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

fn channel(voice: Voice<'_>, out: &mut String, design: &Design) {
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
        let title = element_title(voice, elements, index);
        let _ = writeln!(out, "  {title:<22} {length:>10}  {}", detail.unwrap_or_default());
    }
}

fn loss(voice: Voice<'_>, out: &mut String, design: &Design) {
    let figures = &design.figures;
    let _ = writeln!(out, "\nLoss, worst case");
    let elements = &design.frame.assembly.elements;
    for term in &design.terms {
        let _ = writeln!(
            out,
            "  {:<12} {:<22} {:>8} dB",
            voice.word(term.kind.name()),
            element_title(voice, elements, term.at),
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

fn order(voice: Voice<'_>, out: &mut String, design: &Design) {
    let _ = writeln!(out, "\nOrder");
    let rows = order_rows(voice, design);
    let common = common_fields(&rows);
    for row in &rows {
        let _ = writeln!(out, "  {:>6}  {}", row.line.quantity, row.description);
        let mut below: Vec<String> = row.details().into_iter().map(str::to_owned).collect();
        let own = field_words(voice, &row.own_fields(&common));
        if !own.is_empty() {
            below.push(voice.fill("order.confirm", &[("fields", &own)]));
        }
        if !below.is_empty() {
            let _ = writeln!(out, "          {}", below.join(" · "));
        }
    }
    if !common.is_empty() {
        let _ = writeln!(
            out,
            "  {}",
            voice.fill("order.confirmAll", &[("fields", &field_words(voice, &common))])
        );
    }
    let _ = writeln!(out, "  {}", counts_words(voice, design));
}

fn in_place(voice: Voice<'_>, out: &mut String, plan: &Plan, design: &Design) {
    let rows = in_place_rows(voice, design);
    if !rows.is_empty() {
        let _ = writeln!(out, "\n{}", voice.text("quote.inPlace"));
    }
    for row in &rows {
        let _ = writeln!(out, "  {}", in_place_words(voice, &plan.request, row));
    }
}

fn findings(voice: Voice<'_>, out: &mut String, plan: &Plan) {
    let _ = writeln!(out, "\nFindings");
    for finding in &plan.first.findings {
        let key = format!("severity.{}", finding.severity.name());
        let severity = voice.lookup(&key).unwrap_or_default();
        let words = finding_text(voice, finding, plan.first.recommended.as_ref());
        let _ = writeln!(out, "  {severity:<8} {}  {words}", finding.code.name());
    }
}
