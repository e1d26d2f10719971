//! What the figures rest on: attenuation, grades, documents.

use super::title;
use fiberlane_catalog::long::{NOTES, SOURCES, Source};
use fiberlane_catalog::{ApplicationId, built_in};
use fiberlane_engine::design::Design;
use fiberlane_engine::finding::Code;
use fiberlane_engine::loss::TermKind;
use fiberlane_engine::optic::Optic;
use fiberlane_export::mated_pairs;
use fiberlane_messages::{Figure as _, Html, fill, finding_text, status_text, text, word};

pub(super) fn section(html: &mut Html, design: &Design) {
    let figures = &design.figures;
    title(html, "quote.basis");
    html.raw("<ul class=\"basis\">");
    let values = [
        ("fiber", word(figures.fiber.name())),
        ("attenuation", figures.attenuation.said()),
        ("basis", word(figures.basis.name())),
    ];
    item(html, "quote.attenuation", &values);
    for pairs in mated_pairs(design) {
        let values = [
            ("count", pairs.count.to_string()),
            ("connector", pairs.connector.name().to_owned()),
            ("grade", word(pairs.grade.name(built_in()))),
            ("loss", pairs.loss.exact()),
        ];
        item(html, "quote.pairs", &values);
    }
    let splices: Vec<_> =
        design.terms.iter().filter(|term| term.kind == TermKind::Splice).collect();
    if let Some(splice) = splices.first() {
        let values = [("count", splices.len().to_string()), ("loss", splice.loss.exact())];
        item(html, "quote.splices", &values);
    }
    item(html, "quote.ends", &[]);
    let [near, far] = &figures.optics;
    limits(html, near);
    if far != near {
        limits(html, far);
    }
    let deciding = |code: Code| matches!(code, Code::Los011 | Code::Los013 | Code::Los015);
    for finding in design.findings.iter().filter(|finding| deciding(finding.code)) {
        html.leaf("li", "", &finding_text(finding, Some(design)));
    }
    html.raw("</ul>");
    sources(html, design);
}

fn item(html: &mut Html, key: &'static str, values: &[(&str, String)]) {
    let values: Vec<(&str, &str)> = values.iter().map(|(n, v)| (*n, v.as_str())).collect();
    html.leaf("li", "", &fill(key, &values));
}

/// The document of an end's application, and how far its reach and its limit can be trusted; of a
/// twin port, those of the published type too.
fn limits(html: &mut Html, optic: &Optic) {
    document(html, optic.application);
    if optic.port != optic.application {
        document(html, optic.port);
    }
    // Of a module with optics of its own no limit holds.
    let Some(limit) = optic.row else { return };
    let values = [
        ("fiber", word(limit.fiber.name())),
        ("reach", limit.reach.said()),
        ("trust", status_text(limit.reach_confidence).to_owned()),
    ];
    item(html, "quote.limit.reach", &values);
    if let Some(loss) = limit.loss {
        let trust = status_text(limit.loss_confidence).to_owned();
        let values =
            [("fiber", word(limit.fiber.name())), ("loss", loss.exact()), ("trust", trust)];
        item(html, "quote.limit.loss", &values);
    }
}

fn document(html: &mut Html, id: ApplicationId) {
    let application = built_in().application(id);
    let values = [
        ("application", application.name.to_owned()),
        ("document", application.standard.to_owned()),
    ];
    item(html, "quote.document", &values);
}

/// The published documents behind application and module. What rests on anything else is marked
/// unconfirmed where it stands.
fn sources(html: &mut Html, design: &Design) {
    let link = &design.frame.link;
    let types = design.figures.optics.map(|optic| optic.port);
    let ends = [link.near, link.far].into_iter().chain(types);
    let mut subjects: Vec<&str> = ends.map(|id| built_in().application(id).name).collect();
    let modules = [link.module, link.far_module].into_iter().flatten();
    subjects.extend(modules.map(|id| built_in().module(id).id));
    let fiber = design.figures.fiber.name();
    let rows = NOTES.iter().filter(|note| {
        subjects.contains(&note.subject) && (note.fiber.is_empty() || note.fiber == fiber)
    });
    let mut documents: Vec<&Source> = Vec::new();
    for id in rows.flat_map(|note| note.sources) {
        let source = SOURCES.iter().find(|source| source.id == *id && source.document);
        documents.extend(source.filter(|source| !documents.contains(source)));
    }
    if documents.is_empty() {
        return;
    }
    html.leaf("h4", "", text("quote.documents")).raw("<ul class=\"documents\">");
    for source in documents {
        html.open("li", "").text(source.title);
        if !source.address.is_empty() {
            html.raw(" ").leaf("span", "address", source.address);
        }
        html.close("li");
    }
    html.raw("</ul>");
}
