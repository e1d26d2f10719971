//! The tools above the page. What they do is loaded after the first verdict, from outside.

use crate::voice::say;
use fiberlane_messages::{Html, Voice};
use leptos::prelude::*;

/// Buttons by what they do; a script listens for `data-do`.
const BUTTONS: [(&str, &str); 9] = [
    ("undo", "tool.undo"),
    ("redo", "tool.redo"),
    ("examples", "tool.examples"),
    ("designs", "tool.designs"),
    ("compare", "tool.compare"),
    ("share", "tool.share"),
    ("request", "tool.request"),
    ("quote", "tool.quote"),
    ("present", "tool.present"),
];

/// Languages by the name that their readers know.
const LANGUAGES: [(&str, &str); 6] = [
    ("en", "English"),
    ("de", "Deutsch"),
    ("fr", "Français"),
    ("es", "Español"),
    ("ja", "日本語"),
    ("zh-Hans", "简体中文"),
];

/// Search, buttons, unit and language.
#[component]
pub(crate) fn Tools() -> impl IntoView {
    view! { <div class="tools" inner_html=say(markup)></div> }
}

fn markup(voice: Voice<'_>) -> String {
    let mut html = Html::new();
    let label = voice.text("tool.find");
    html.raw("<div class=\"find\" role=\"search\"><input id=\"fl-find\" type=\"search\" role=\"combobox\"");
    html.raw(" autocomplete=\"off\" spellcheck=\"false\" aria-expanded=\"false\" aria-autocomplete=\"list\" aria-keyshortcuts=\"/\"");
    html.raw(" aria-controls=\"fl-found\" aria-label=\"").text(label).raw("\" placeholder=\"");
    html.text(label).raw("\"><ul id=\"fl-found\" role=\"listbox\" aria-label=\"").text(label);
    html.raw("\" hidden></ul></div><nav aria-label=\"").text(voice.text("tool.tools")).raw("\">");
    for (name, key) in BUTTONS {
        html.raw("<button type=\"button\" data-do=\"").raw(name).raw("\">");
        html.text(voice.text(key)).raw("</button>");
    }
    html.raw("<a href=\"guide.html\" data-do=\"guide\">")
        .text(voice.text("tool.guide"))
        .raw("</a>");
    html.raw("<select data-do=\"unit\" aria-label=\"").text(voice.text("tool.unit")).raw("\">");
    html.raw("<option>m</option><option>ft</option></select>");
    html.raw("<select data-do=\"language\" aria-label=\"")
        .text(voice.text("tool.language"))
        .raw("\">");
    for (tag, name) in LANGUAGES {
        html.raw("<option value=\"").raw(tag).raw("\" lang=\"").raw(tag).raw("\">").raw(name);
        html.raw("</option>");
    }
    html.raw("</select></nav>");
    html.finish()
}
