//! The verdict: icon, word, margin, and one sentence why.

use fiberlane_catalog::Confidence;
use fiberlane_engine::Verdicts;
use fiberlane_engine::design::{Design, Verdict};
use fiberlane_messages::Html;
use fiberlane_messages::{Figure as _, Voice, finding_text, rests_on, status_text};

/// Class, icon and word of a verdict.
const fn signs(verdict: Verdict) -> (&'static str, &'static str, &'static str) {
    match verdict {
        Verdict::Pass => ("pass", "✓", "verdict.pass"),
        Verdict::Tight => ("tight", "!", "verdict.tight"),
        Verdict::NotChecked => ("not-checked", "○", "verdict.not-checked"),
        Verdict::Fail => ("fail", "✕", "verdict.fail"),
    }
}

/// Icon, word and margin.
fn summary(voice: Voice<'_>, html: &mut Html, plan: &Verdicts, tag: &str) {
    let (_, icon, word) = signs(plan.verdict);
    let condition = rests_on(voice, plan, voice.text(word));
    html.raw("<").raw(tag).raw(match condition {
        Some(_) => " class=\"word if\"><span aria-hidden=\"true\">",
        None => " class=\"word\"><span aria-hidden=\"true\">",
    });
    html.raw(icon)
        .raw("</span> ")
        .text(condition.as_deref().unwrap_or(voice.text(word)))
        .close(tag);
    let margin = plan.recommended.as_ref().and_then(Design::margin);
    // Beside a failure for another reason a margin would read like good news.
    let shown = |inside: bool| plan.verdict != Verdict::Fail || !inside;
    if let Some(margin) = margin.filter(|margin| shown(margin.is_inside())) {
        html.raw(" ").leaf(tag, "margin", &[&margin.said(voice), "\u{a0}dB"].concat());
    }
}

/// The verdict in one line, for where the answer is out of sight; `stale` says that it is not that
/// of what stands in the fields.
#[must_use]
pub fn glance(voice: Voice<'_>, plan: &Verdicts, stale: &str) -> String {
    let mut html = Html::new();
    if !stale.is_empty() {
        html.leaf("span", "stale", stale);
    }
    html.open("span", signs(plan.verdict).0);
    summary(voice, &mut html, plan, "span");
    html.close("span").leaf("span", "go", voice.text("glance.go"));
    html.finish()
}

/// The banner above the answer.
#[must_use]
pub fn banner(voice: Voice<'_>, plan: &Verdicts) -> String {
    let mut html = Html::new();
    html.raw("<div class=\"verdict ").raw(signs(plan.verdict).0).raw("\">");
    summary(voice, &mut html, plan, "p");
    html.open("p", "why").text(&why(voice, plan)).close("p");
    if let Some(design) = &plan.recommended {
        for id in [design.frame.link.near, design.frame.link.far] {
            let application = voice.catalog().application(id);
            if application.status != Confidence::Standard {
                html.leaf(
                    "p",
                    "status",
                    &voice.fill(
                        "verdict.status",
                        &[
                            ("application", application.name),
                            ("status", status_text(voice, application.status)),
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
fn why(voice: Voice<'_>, plan: &Verdicts) -> String {
    let design = plan.recommended.as_ref();
    if let Some(finding) = plan.reason() {
        return finding_text(voice, finding, design);
    }
    let Some(design) = design else {
        return String::new();
    };
    let figures = &design.figures;
    let limit = figures.limit.map(|limit| limit.exact(voice)).unwrap_or_default();
    let reach = figures.reach.map(|reach| reach.said(voice)).unwrap_or_default();
    let fibers = u32::from(design.frame.link.a.fibers) * u32::from(design.frame.link.a.plug.count);
    voice.fill(
        "verdict.why",
        &[
            ("loss", &figures.total.said(voice)),
            ("limit", &limit),
            ("length", &figures.length.said(voice)),
            ("reach", &reach),
            ("fibers", &fibers.to_string()),
        ],
    )
}
