//! The quote sheet: what is offered, what was checked of it and what was not, for print.

mod basis;
mod checked;

use fiberlane_catalog::ApplicationId;
use fiberlane_engine::design::{Design, Verdict};
use fiberlane_engine::finding::Severity;
use fiberlane_engine::{Request, Verdicts};
use fiberlane_export::{Details, application_marks, marks, state};
use fiberlane_messages::advice::margin_words;
use fiberlane_messages::checks::{assumed_in_place, is_open};
use fiberlane_messages::order::{
    OrderRow, common_fields, counts_words, field_words, in_place_rows, links_words, order_rows,
};
use fiberlane_messages::{Figure as _, Html, Voice, finding_text, headline, in_place_words};

/// The quote sheet as markup. A design that fails or was not checked says so before anything else.
#[must_use]
pub fn quote_sheet(
    voice: Voice<'_>,
    request: &Request,
    first: &Verdicts,
    details: &Details,
) -> String {
    let mut html = Html::new();
    html.open("article", "sheet");
    if let Some(state) = state(voice, first) {
        let class = if first.verdict == Verdict::Fail { "state fail" } else { "state not-checked" };
        html.leaf("p", class, &state);
    }
    head(voice, &mut html, first.recommended.as_ref(), details);
    if let Some(design) = &first.recommended {
        html.leaf("p", class(first.verdict), &verdict_line(voice, first, design));
        subject(voice, &mut html, design);
        order(voice, &mut html, request, design, first);
    }
    // On the page of the order, whatever else follows.
    notes(voice, &mut html, details);
    findings(voice, &mut html, first);
    if let Some(design) = &first.recommended {
        // The page's own drawing goes here.
        html.raw("<div class=\"drawing-place\"></div>");
        checked::sections(voice, &mut html, request, design);
        basis::section(voice, &mut html, design);
    }
    tail(voice, &mut html, details);
    html.close("article");
    html.finish()
}

fn class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Pass => "verdict-line pass",
        Verdict::Tight => "verdict-line tight",
        Verdict::NotChecked => "verdict-line not-checked",
        Verdict::Fail => "verdict-line fail",
    }
}

fn title(voice: Voice<'_>, html: &mut Html, key: &'static str) {
    html.leaf("h3", "", voice.text(key));
}

fn pair(html: &mut Html, name: &str, value: &str) {
    html.raw("<div>").leaf("dt", "", name).leaf("dd", "", value).raw("</div>");
}

fn head(voice: Voice<'_>, html: &mut Html, design: Option<&Design>, details: &Details) {
    html.raw("<header>").open("h2", "").text(voice.text("quote.title"));
    for mark in design.map(marks).unwrap_or_default() {
        html.raw(" ").leaf("small", "status", mark.title(voice));
    }
    html.close("h2").open("dl", "about");
    for (name, value) in [
        ("quote.number", &details.number),
        ("quote.customer", &details.customer),
        ("quote.date", &details.date),
        ("quote.preparedBy", &details.prepared_by),
    ] {
        if !value.trim().is_empty() {
            pair(html, voice.text(name), value.trim());
        }
    }
    html.raw("</dl></header>");
}

/// Verdict, loss, limit, margin, reach in two sentences.
fn verdict_line(voice: Voice<'_>, first: &Verdicts, design: &Design) -> String {
    let figures = &design.figures;
    let (loss, margin) = (figures.total.said(voice), margin_words(voice, design.margin()));
    let verdict = headline(voice, first);
    let limit = figures.limit.map(|limit| limit.exact(voice));
    let key = if limit.is_some() { "quote.verdict" } else { "quote.verdictNoLimit" };
    let limit = limit.unwrap_or_default();
    let values =
        [("verdict", verdict.as_str()), ("loss", &loss), ("limit", &limit), ("margin", &margin)];
    let mut words = voice.fill(key, &values);
    let length = figures.length.said(voice);
    let reach = figures.reach.map(|reach| reach.said(voice));
    let key = if reach.is_some() { "quote.reach" } else { "quote.reachUnknown" };
    let reach = reach.unwrap_or_default();
    words.push(' ');
    words.push_str(&voice.fill(key, &[("length", &length), ("reach", &reach)]));
    words
}

fn subject(voice: Voice<'_>, html: &mut Html, design: &Design) {
    let (frame, figures) = (&design.frame, &design.figures);
    html.open("dl", "subject");
    application(voice, html, design, "choice.application", frame.link.near, None);
    if let Some(id) = frame.link.module {
        let module = voice.catalog().module(id);
        let values = [("vendor", module.vendor), ("number", module.part_number)];
        pair(html, voice.text("choice.module"), &voice.fill("find.module", &values));
    }
    if frame.link.far != frame.link.near {
        application(
            voice,
            html,
            design,
            "choice.farEnd",
            frame.link.far,
            Some(frame.link.far_ports),
        );
    }
    if let Some(id) = frame.link.far_module {
        let module = voice.catalog().module(id);
        let values = [("vendor", module.vendor), ("number", module.part_number)];
        pair(html, voice.text("choice.farModule"), &voice.fill("find.module", &values));
    }
    pair(html, voice.text("choice.topology"), &voice.word(frame.topology.name()));
    pair(html, voice.text("choice.fiber"), &voice.word(figures.ordered.name()));
    pair(html, voice.text("choice.grade"), &voice.word(figures.grade.name(voice.catalog())));
    pair(html, voice.text("choice.polarity"), frame.assembly.method);
    pair(html, voice.text("field.links"), &links_words(voice, design));
    html.close("dl");
}

/// An application with its marks; of a far end that breaks out, how many of it.
fn application(
    voice: Voice<'_>,
    html: &mut Html,
    design: &Design,
    name: &'static str,
    id: ApplicationId,
    ports: Option<u8>,
) {
    html.raw("<div>").leaf("dt", "", voice.text(name)).open("dd", "");
    let application = voice.catalog().application(id).name;
    match ports.map(|ports| ports.to_string()) {
        Some(ports) => html
            .text(&voice.fill("rfq.value.far", &[("count", &ports), ("application", application)])),
        None => html.text(application),
    };
    for mark in application_marks(voice, design, id) {
        html.raw(" ").leaf("small", "status", mark.word(voice));
    }
    html.raw("</dd></div>");
}

fn order(voice: Voice<'_>, html: &mut Html, request: &Request, design: &Design, first: &Verdicts) {
    let rows = order_rows(voice, design);
    let common = common_fields(&rows);
    let confirm: Vec<String> =
        rows.iter().map(|row| field_words(voice, &row.own_fields(&common))).collect();
    let columns = Columns {
        spare: rows.iter().any(|row| row.line.spare > 0),
        per_end: rows.iter().any(|row| row.line.per_end.is_some()),
        confirm: confirm.iter().any(|words| !words.is_empty()),
    };
    title(voice, html, "section.order");
    html.raw("<table class=\"order\"><thead><tr>");
    for (shown, key, class) in [
        (true, "quote.item", "number"),
        (true, "table.quantity", "number"),
        (columns.spare, "quote.spare", "number spare"),
        (columns.per_end, "quote.perEnd", "number per-end"),
        (true, "table.part", "part"),
        (columns.confirm, "quote.confirm", "confirm"),
    ] {
        if shown {
            html.raw("<th scope=\"col\" class=\"").raw(class).raw("\">");
            html.text(voice.text(key)).raw("</th>");
        }
    }
    html.raw("</tr></thead><tbody>");
    for (index, (row, confirm)) in rows.iter().zip(&confirm).enumerate() {
        line(voice, html, row, index + 1, columns.confirm.then_some(confirm), &columns);
    }
    html.raw("</tbody></table>");
    if !common.is_empty() {
        let fields = field_words(voice, &common);
        html.leaf("p", "confirm", &voice.fill("order.confirmAll", &[("fields", &fields)]));
    }
    html.leaf("p", "summary", &counts_words(voice, design));
    let there = in_place_rows(voice, design);
    if !there.is_empty() {
        title(voice, html, "quote.inPlace");
        html.raw("<ul>");
        for row in &there {
            html.leaf("li", "", &in_place_words(voice, request, row));
        }
        html.raw("</ul>");
        if let Some(guess) = assumed_in_place(voice, &first.findings) {
            html.leaf("p", "confirm", &guess);
        }
    }
}

/// Columns that some line has something for; one that is empty throughout is not there.
struct Columns {
    spare: bool,
    per_end: bool,
    confirm: bool,
}

fn line(
    voice: Voice<'_>,
    html: &mut Html,
    row: &OrderRow<'_>,
    item: usize,
    confirm: Option<&String>,
    columns: &Columns,
) {
    let count = |count: u32| if count == 0 { String::new() } else { voice.grouped(count.into()) };
    html.raw("<tr>").leaf("td", "number", &item.to_string());
    html.leaf("td", "number", &voice.grouped(row.line.quantity.into()));
    if columns.spare {
        html.leaf("td", "number spare", &count(row.line.spare));
    }
    if columns.per_end {
        html.leaf("td", "number per-end", &count(row.line.per_end.unwrap_or(0)));
    }
    html.raw("<td class=\"part\">").leaf("strong", "", &row.description);
    // The column holds what both ends share; what they do not is said in words.
    let apart = row.per_end.as_deref().filter(|_| row.line.per_end.is_none());
    let mut below: Vec<&str> = apart.into_iter().collect();
    below.extend(row.properties.iter().map(String::as_str));
    below.extend(row.part_number);
    if !below.is_empty() {
        html.raw(" ").leaf("span", "detail", &below.join(" · "));
    }
    html.raw("</td>");
    if let Some(words) = confirm {
        html.leaf("td", "confirm", words);
    }
    html.raw("</tr>");
}

/// What does not work and what is worth a warning. What is left open stands with what was not
/// checked.
fn findings(voice: Voice<'_>, html: &mut Html, first: &Verdicts) {
    let design = first.recommended.as_ref();
    let shown = first.findings.iter().filter(|finding| {
        finding.severity != Severity::Info && (design.is_none() || !is_open(finding))
    });
    let shown: Vec<_> = shown.collect();
    if shown.is_empty() {
        return;
    }
    title(voice, html, "section.findings");
    html.raw("<ul class=\"findings\">");
    for finding in shown {
        let (class, name) = match finding.severity {
            Severity::Error => ("error", voice.text("severity.error")),
            _ => ("warning", voice.text("severity.warning")),
        };
        html.open("li", class).leaf("strong", "", name).raw(" ");
        html.leaf("code", "", finding.code.name()).raw(" ");
        html.text(&finding_text(voice, finding, design)).close("li");
    }
    html.raw("</ul>");
}

fn notes(voice: Voice<'_>, html: &mut Html, details: &Details) {
    let lines: Vec<&str> = details.notes.lines().map(str::trim).collect();
    if lines.iter().any(|line| !line.is_empty()) {
        html.raw("<section class=\"notes\">");
        title(voice, html, "quote.notes");
        for line in lines.into_iter().filter(|line| !line.is_empty()) {
            html.leaf("p", "", line);
        }
        html.raw("</section>");
    }
}

fn tail(voice: Voice<'_>, html: &mut Html, details: &Details) {
    if !details.link.trim().is_empty() {
        title(voice, html, "quote.link");
        html.leaf("p", "link", details.link.trim()).raw("<div class=\"qr-place\"></div>");
    }
    html.leaf(
        "p",
        "trademark",
        &[voice.text("quote.noPrices"), " ", voice.text("trademark")].concat(),
    );
}
