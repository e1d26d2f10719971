//! What the figures rest on: attenuation, grades, documents.

use super::title;
use fiberlane_catalog::long::{NOTES, Note, SOURCES, Source, SourceKind};
use fiberlane_engine::design::Design;
use fiberlane_engine::finding::Code;
use fiberlane_engine::loss::TermKind;
use fiberlane_engine::optic::Optic;
use fiberlane_export::{document, mated_pairs};
use fiberlane_messages::{Figure as _, Html, Voice, finding_text, status_text};

pub(super) fn section(voice: Voice<'_>, html: &mut Html, design: &Design) {
    let figures = &design.figures;
    title(voice, html, "quote.basis");
    html.raw("<ul class=\"basis\">");
    let values = [
        ("fiber", voice.word(figures.fiber.name())),
        ("attenuation", figures.attenuation.said(voice)),
        ("basis", voice.word(figures.basis.name())),
    ];
    item(voice, html, "quote.attenuation", &values);
    for pairs in mated_pairs(design) {
        let values = [
            ("count", pairs.count.to_string()),
            ("connector", pairs.connector.name().to_owned()),
            ("grade", voice.word(pairs.grade.name(voice.catalog()))),
            ("loss", pairs.loss.exact(voice)),
        ];
        item(voice, html, "quote.pairs", &values);
    }
    let splices: Vec<_> =
        design.terms.iter().filter(|term| term.kind == TermKind::Splice).collect();
    if let Some(splice) = splices.first() {
        let values = [("count", splices.len().to_string()), ("loss", splice.loss.exact(voice))];
        item(voice, html, "quote.splices", &values);
    }
    item(voice, html, "quote.ends", &[]);
    let [near, far] = &figures.optics;
    limits(voice, html, near);
    if far != near {
        limits(voice, html, far);
    }
    let deciding = |code: Code| matches!(code, Code::Los011 | Code::Los013 | Code::Los015);
    for finding in design.findings.iter().filter(|finding| deciding(finding.code)) {
        html.leaf("li", "", &finding_text(voice, finding, Some(design)));
    }
    html.raw("</ul>");
    sources(voice, html, design);
}

fn item(voice: Voice<'_>, html: &mut Html, key: &'static str, values: &[(&str, String)]) {
    let values: Vec<(&str, &str)> = values.iter().map(|(n, v)| (*n, v.as_str())).collect();
    html.leaf("li", "", &voice.fill(key, &values));
}

/// The document of an end's application, and how far its reach and its limit can be trusted; of a
/// twin port, those of the published type too.
fn limits(voice: Voice<'_>, html: &mut Html, optic: &Optic) {
    let types = std::iter::once(optic.port).filter(|id| *id != optic.application);
    for id in std::iter::once(optic.application).chain(types) {
        let name = ("application", voice.catalog().application(id).name.to_owned());
        match document(voice, id) {
            Some(document) => {
                item(voice, html, "quote.document", &[name, ("document", document.to_owned())]);
            }
            None => item(voice, html, "quote.document.own", &[name]),
        }
    }
    // Of a module with optics of its own no limit holds.
    let Some(limit) = optic.row else { return };
    // The reach is the optic's own, whatever its type would reach.
    let own = voice.catalog().application(optic.application).limit(limit.fiber).unwrap_or(limit);
    let values = [
        ("fiber", voice.word(own.fiber.name())),
        ("reach", own.reach.said(voice)),
        ("trust", status_text(voice, own.reach_confidence).to_owned()),
    ];
    item(voice, html, "quote.limit.reach", &values);
    if let Some(loss) = limit.loss {
        let trust = status_text(voice, limit.loss_confidence).to_owned();
        let values = [
            ("fiber", voice.word(limit.fiber.name())),
            ("loss", loss.exact(voice)),
            ("trust", trust),
        ];
        item(voice, html, "quote.limit.loss", &values);
    }
}

/// The standards behind application and module, and the maker's own page of the module. Other makers
/// have no place on this paper: what rests on them is said to be commonly published.
fn sources(voice: Voice<'_>, html: &mut Html, design: &Design) {
    let link = &design.frame.link;
    let types = design.figures.optics.map(|optic| optic.port);
    let ends = [link.near, link.far].into_iter().chain(types);
    let ends: Vec<&str> = ends.map(|id| voice.catalog().application(id).name).collect();
    let modules =
        [link.module, link.far_module].map(|id| id.map(|id| voice.catalog().module(id).id));
    let fiber = design.figures.fiber.name();
    let own = |note: &&Note| modules.contains(&Some(note.subject));
    let rows = NOTES.iter().filter(|note| ends.contains(&note.subject) || own(note));
    let rows = rows.filter(|note| note.fiber.is_empty() || note.fiber == fiber);
    let mut named: Vec<&Source> = Vec::new();
    let mut others = false;
    for note in rows {
        for source in SOURCES.iter().filter(|source| note.sources.contains(&source.id)) {
            let printed = match source.kind {
                SourceKind::Standard => true,
                SourceKind::DataSheet => own(&note),
                SourceKind::Document | SourceKind::Note => false,
            };
            others |= !printed;
            if printed && !named.contains(&source) {
                named.push(source);
            }
        }
    }
    if !named.is_empty() {
        html.leaf("h4", "", voice.text("quote.documents")).raw("<ul class=\"documents\">");
        for source in named {
            html.open("li", "").text(source.title);
            if !source.address.is_empty() {
                html.raw(" ").leaf("span", "address", source.address);
            }
            html.close("li");
        }
        html.raw("</ul>");
    }
    if others {
        html.leaf("p", "detail", voice.text("quote.documents.rest"));
    }
}
