//! Findings with their reasons.

use crate::heading;
use fiberlane_engine::Verdicts;
use fiberlane_engine::finding::{Code, Severity};
use fiberlane_messages::Html;
use fiberlane_messages::{Voice, finding_text};

/// Every finding, most severe first. What was not checked stands in the proof.
pub fn list(voice: Voice<'_>, plan: &Verdicts) -> String {
    let mut html = Html::new();
    let shown: Vec<_> = plan.findings.iter().filter(|f| f.code != Code::Chk001).collect();
    if !shown.is_empty() {
        heading(voice, &mut html, "findings", voice.text("section.findings"), "");
    }
    html.raw("<ul>");
    for finding in shown {
        let (class, name) = match finding.severity {
            Severity::Error => ("error", voice.text("severity.error")),
            Severity::Warning => ("warning", voice.text("severity.warning")),
            Severity::Info => ("info", voice.text("severity.info")),
        };
        html.open("li", class).leaf("strong", "", name).raw(" ");
        // Where the guide says what it means and what to do.
        html.raw("<a class=\"code\" data-code=\"").raw(finding.code.name());
        html.raw("\" href=\"guide.html#").raw(finding.code.name()).raw("\">");
        html.raw(finding.code.name()).raw("</a> ");
        html.leaf("span", "", &finding_text(voice, finding, plan.recommended.as_ref())).close("li");
    }
    html.raw("</ul>");
    sources(voice, &mut html, plan);
    html.finish()
}

/// Filled when it is opened, from a file that the page does not load before.
fn sources(voice: Voice<'_>, html: &mut Html, plan: &Verdicts) {
    let Some(design) = &plan.recommended else { return };
    let link = &design.frame.link;
    html.raw("<details class=\"sources\" data-subjects=\"");
    html.text(voice.catalog().application(link.near).name);
    let types = design.figures.optics.map(|optic| optic.port);
    for id in [link.far].into_iter().chain(types).filter(|id| *id != link.near) {
        html.raw("|").text(voice.catalog().application(id).name);
    }
    for id in [link.module, link.far_module].into_iter().flatten() {
        html.raw("|").text(voice.catalog().module(id).id);
    }
    html.raw("\"><summary>")
        .text(voice.text("section.sources"))
        .raw("</summary><ul></ul></details>");
}
