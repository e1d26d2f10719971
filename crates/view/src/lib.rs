//! A design as markup: verdict, drawing, charts, order, proof, findings.
//!
//! One set of rows: the page, the comparison and the quote sheet show what is made here. Markup is
//! text, escaped by [`Html`]; colors are the style sheet's.
#![forbid(unsafe_code)]

mod charts;
mod drawing;
mod findings;
mod order;
mod parts;
mod proof;
mod verdict;

pub use charts::{axes, curves, ladder};
pub use drawing::{channel, channel_in};
use fiberlane_messages::Voice;
pub use findings::list as findings;
pub use order::table as order;
pub use parts::parts;
pub use proof::lanes as proof;
pub use verdict::{banner, glance};

use fiberlane_messages::Html;

/// A section's heading with its remark, the place to ask what `term` means, and where it has a
/// picture, the places to save it.
fn heading(voice: Voice<'_>, html: &mut Html, term: &str, title: &str, remark: &str) {
    html.open("h2", "").text(title);
    if !remark.is_empty() {
        html.raw(" ").leaf("small", "", remark);
    }
    html.close("h2");
    html.raw(&term_button(voice, term, title));
    if matches!(term, "channel" | "worstCase" | "margin") {
        html.raw(&save_buttons(voice));
    }
}

/// A button that says what a term means; what it does comes from outside.
#[must_use]
pub fn term_button(voice: Voice<'_>, term: &str, title: &str) -> String {
    let mut html = Html::new();
    html.raw("<button type=\"button\" class=\"what\" aria-expanded=\"false\" data-term=\"")
        .raw(term);
    html.raw("\" aria-label=\"")
        .text(&voice.fill("term.ask", &[("term", title)]))
        .raw("\">?</button>");
    html.finish()
}

/// Buttons that save the picture of their section.
#[must_use]
pub fn save_buttons(voice: Voice<'_>) -> String {
    let mut html = Html::new();
    html.raw("<span class=\"save\">");
    for (kind, key) in [("svg", "save.svg"), ("png", "save.png")] {
        html.raw("<button type=\"button\" data-save=\"").raw(kind).raw("\" aria-label=\"");
        html.text(voice.text(key)).raw("\">").raw(&kind.to_ascii_uppercase()).raw("</button>");
    }
    html.raw("</span>");
    html.finish()
}
