//! The second stage as markup, for the page to show beside the first.

mod alternatives;
mod bases;
mod choosing;
mod growth;
mod limits;
mod options;
mod place;
mod repairs;
mod risk;

use fiberlane_catalog::built_in;
use fiberlane_engine::advice::apply;
use fiberlane_engine::wire::Json;
use fiberlane_engine::{Plan, Request, encode_fragment, plan};
use fiberlane_messages::Html;

/// The second stage of a request: a JSON text with `sections` by name and `options` by field and
/// value.
#[must_use]
pub fn sections(request: &Request) -> String {
    let plan = plan(built_in(), request);
    let mut json = Json::new();
    json.object(|j| {
        j.key("sections").object(|j| {
            for (name, render) in SECTIONS {
                j.key(name).string(&render(&plan));
            }
        });
        j.key("options").list(|j| options::write(j, &plan));
    });
    json.finish()
}

type Section = fn(&Plan) -> String;

const SECTIONS: [(&str, Section); 8] = [
    ("repairs", repairs::section),
    ("risk", risk::section),
    ("alternatives", alternatives::section),
    ("growth", growth::section),
    ("bases", bases::section),
    ("limits", limits::section),
    ("choosing", choosing::section),
    ("place", place::section),
];

/// The link of the request with a change applied. Following it is applying the change.
fn link(request: &Request, change: &Request) -> String {
    format!("#{}", encode_fragment(built_in(), &apply(request, change)))
}

/// `<a class="apply" href="…">words</a>`.
fn apply_link(html: &mut Html, request: &Request, change: &Request, words: &str) {
    html.raw("<a class=\"apply\" href=\"").text(&link(request, change)).raw("\">");
    html.text(words).raw("</a>");
}

fn heading(html: &mut Html, title: &str, remark: &str) {
    html.open("h2", "").text(title);
    if !remark.is_empty() {
        html.raw(" ").leaf("small", "", remark);
    }
    html.close("h2");
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
