//! The verdict: icon, word, margin, and one sentence why.

use fiberlane_catalog::{Confidence, built_in};
use fiberlane_engine::Verdicts;
use fiberlane_engine::design::{Design, Verdict};
use fiberlane_engine::finding::Severity;
use fiberlane_messages::Html;
use fiberlane_messages::{Figure as _, fill, finding_text, status_text, text};

/// The banner above the answer.
pub fn banner(plan: &Verdicts) -> String {
    let (class, icon, word) = match plan.verdict {
        Verdict::Pass => ("pass", "✓", text("verdict.pass")),
        Verdict::Tight => ("tight", "!", text("verdict.tight")),
        Verdict::NotChecked => ("not-checked", "○", text("verdict.not-checked")),
        Verdict::Fail => ("fail", "✕", text("verdict.fail")),
    };
    let mut html = Html::new();
    html.raw("<div class=\"verdict ")
        .raw(class)
        .raw("\"><p class=\"word\"><span aria-hidden=\"true\">");
    html.raw(icon).raw("</span> ").text(word).raw("</p>");
    let margin = plan.recommended.as_ref().and_then(Design::margin);
    // Beside a failure for another reason a margin would read like good news.
    let shown = |inside: bool| plan.verdict != Verdict::Fail || !inside;
    if let Some(margin) = margin.filter(|margin| shown(margin.is_inside())) {
        html.raw("<p class=\"margin\">").text(&margin.said()).raw("\u{a0}dB</p>");
    }
    html.open("p", "why").text(&why(plan)).close("p");
    if let Some(design) = &plan.recommended {
        for id in [design.frame.link.near, design.frame.link.far] {
            let application = built_in().application(id);
            if application.status != Confidence::Standard {
                html.leaf(
                    "p",
                    "status",
                    &fill(
                        "verdict.status",
                        &[
                            ("application", application.name),
                            ("status", status_text(application.status)),
                        ],
                    ),
                );
            }
            if design.frame.link.near == design.frame.link.far {
                break;
            }
        }
    }
    html.close("div");
    html.finish()
}

/// One sentence: what decided.
fn why(plan: &Verdicts) -> String {
    let design = plan.recommended.as_ref();
    let decisive = plan.findings.iter().find(|finding| match plan.verdict {
        Verdict::Fail => finding.severity == Severity::Error,
        Verdict::NotChecked => finding.code.leaves_open(),
        Verdict::Pass | Verdict::Tight => false,
    });
    if let Some(finding) = decisive {
        return finding_text(finding, design);
    }
    let Some(design) = design else {
        return String::new();
    };
    let figures = &design.figures;
    let limit = figures.limit.map(|limit| limit.exact()).unwrap_or_default();
    let reach = figures.reach.map(|reach| reach.said()).unwrap_or_default();
    let fibers = u32::from(design.frame.link.a.fibers) * u32::from(design.frame.link.a.plug.count);
    fill(
        "verdict.why",
        &[
            ("loss", &figures.total.said()),
            ("limit", &limit),
            ("length", &figures.length.said()),
            ("reach", &reach),
            ("fibers", &fibers.to_string()),
        ],
    )
}
