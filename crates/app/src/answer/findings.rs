//! Findings with their reasons.

use super::heading;
use crate::html::Html;
use fiberlane_engine::Verdicts;
use fiberlane_engine::finding::{Code, Severity};
use fiberlane_messages::{finding_text, text};

/// Every finding, most severe first. What was not checked stands in the proof.
pub(crate) fn list(plan: &Verdicts) -> String {
    let mut html = Html::new();
    let shown: Vec<_> = plan.findings.iter().filter(|f| f.code != Code::Chk001).collect();
    if shown.is_empty() {
        return String::new();
    }
    heading(&mut html, text("section.findings"), "");
    html.raw("<ul>");
    for finding in shown {
        let (class, name) = match finding.severity {
            Severity::Error => ("error", text("severity.error")),
            Severity::Warning => ("warning", text("severity.warning")),
            Severity::Info => ("info", text("severity.info")),
        };
        html.open("li", class).leaf("strong", "", name).raw(" ");
        html.leaf("code", "", finding.code.name()).raw(" ");
        html.leaf("span", "", &finding_text(finding, plan.recommended.as_ref())).close("li");
    }
    html.raw("</ul>");
    html.finish()
}
