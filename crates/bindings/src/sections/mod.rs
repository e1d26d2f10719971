//! The second stage as markup, for the page to show beside the first.

mod alternatives;
mod answer;
mod assumed;
mod bases;
mod choosing;
mod growth;
mod limits;
mod options;
mod parts;
mod place;
mod repairs;
mod risk;
mod there;
mod why;

use fiberlane_engine::request::Change;
use fiberlane_engine::wire::Json;
use fiberlane_engine::{Plan, Request, encode_fragment, plan};
use fiberlane_messages::advice::change_of;
use fiberlane_messages::{Html, Voice};

pub use answer::answer;

/// The second stage of a request: a JSON text with `sections` by name and `options` by field and
/// value.
#[must_use]
pub fn sections(voice: Voice<'_>, request: &Request) -> String {
    let plan = plan(voice.catalog(), request);
    let mut json = Json::new();
    json.object(|j| {
        j.key("sections").object(|j| {
            for (name, render) in SECTIONS {
                j.key(name).string(&closed(render(voice, &plan)));
            }
        });
        j.key("options").list(|j| options::write(voice, j, &plan));
        j.key("whys").object(|j| why::write(voice, j, &plan));
    });
    json.finish()
}

type Section = fn(Voice<'_>, &Plan) -> String;

const SECTIONS: [(&str, Section); 11] = [
    ("assumed", assumed::section),
    ("installed", there::section),
    ("repairs", repairs::section),
    ("risk", risk::section),
    ("parts", parts::section),
    ("alternatives", alternatives::section),
    ("growth", growth::section),
    ("bases", bases::section),
    ("limits", limits::section),
    ("choosing", choosing::section),
    ("place", place::section),
];

/// The link of the request with a change applied. Following it is applying the change.
fn link(voice: Voice<'_>, request: &Request, change: &Change) -> String {
    format!("#{}", encode_fragment(voice.catalog(), &change.on(request)))
}

/// A link that applies a change; to those who hear it alone, it says which.
fn apply_link(voice: Voice<'_>, html: &mut Html, request: &Request, change: &Change, words: &str) {
    let what = change_of(voice, request, change);
    html.raw("<a class=\"apply\" href=\"").text(&link(voice, request, change)).raw("\"");
    if !what.is_empty() {
        html.raw(" aria-label=\"").text(words).raw(": ").text(&what).raw("\"");
    }
    html.raw(">").text(words).raw("</a>");
}

/// Sections that open when somebody wants them: most buyers do not.
const FOLDED: [&str; 4] = ["bases", "limits", "choosing", "place"];
const FOLD: &str = "<details class=\"folded\"><summary>";

/// Closes the fold that a section's heading has opened.
fn closed(section: String) -> String {
    if section.starts_with(FOLD) { section + "</details>" } else { section }
}

/// A section's heading with the place to ask what it means, and to save its picture.
fn heading(voice: Voice<'_>, html: &mut Html, term: &str, title: &str, remark: &str) {
    let folded = FOLDED.contains(&term);
    if folded {
        html.raw(FOLD);
    }
    html.open("h2", "").text(title);
    if !remark.is_empty() {
        html.raw(" ").leaf("small", "", remark);
    }
    html.close("h2");
    if folded {
        html.raw("</summary>");
    }
    html.raw(&fiberlane_view::term_button(voice, term, title));
    if matches!(term, "risk" | "insertionLoss") {
        html.raw(&fiberlane_view::save_buttons(voice));
    }
}

/// A table's head.
fn head(html: &mut Html, columns: &[&str]) {
    html.raw("<thead><tr>");
    for column in columns {
        // A column whose cells speak for themselves has no header.
        match *column {
            "" => html.raw("<td></td>"),
            column => html.raw("<th scope=\"col\">").text(column).raw("</th>"),
        };
    }
    html.raw("</tr></thead>");
}
