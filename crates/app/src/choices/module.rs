//! Real modules of the chosen application, whose own reach and plug win.

use crate::stage::Stage;
use crate::state::{Screen, follow, state};
use fiberlane_catalog::{Module, built_in};
use fiberlane_messages::Html;
use fiberlane_messages::{Figure as _, text};
use leptos::prelude::*;

/// The modules of the application, in one list.
#[component]
pub(crate) fn ModuleChoice() -> impl IntoView {
    let state = state();
    let choose = move |id: String| {
        let module = built_in().module_called(&id);
        state.edit(|request| {
            request.module = module;
            // A module names its application; an open one stays with it.
            if let Some(module) = module {
                request.application = Some(built_in().module(module).application);
                request.speed = None;
            }
        });
    };
    view! {
        <div class="field module">
            <label for="fl-module">{text("choice.module")}</label>
            <select
                id="fl-module"
                inner_html=follow(Stage::Choices, options)
                on:change:target=move |event| choose(event.target().value())
            ></select>
        </div>
    }
}

fn options(screen: &Screen) -> String {
    let near = screen.plan.recommended.as_ref().map(|design| design.frame.link.near);
    let chosen = screen.request.module.map(|id| built_in().module(id).id);
    let mut html = Html::new();
    html.raw("<option value=\"\">").text(text("choice.anyModule")).raw("</option>");
    for module in built_in().modules.iter().filter(|m| Some(m.application) == near) {
        html.raw("<option value=\"").text(module.id).raw("\"");
        if chosen == Some(module.id) {
            html.raw(" selected");
        }
        html.raw(">").text(module.vendor).raw(" ").text(module.part_number).raw(" · ");
        html.text(&reach(module)).raw("</option>");
    }
    html.finish()
}

/// The reaches that the module states, with its plug.
fn reach(module: &Module) -> String {
    let mut words = Vec::new();
    for (name, length) in ["OM3", "OM4", "OM5", "OS2"].iter().zip(module.reaches) {
        words.extend(length.map(|length| format!("{} {name}", length.said())));
    }
    if let Some(plug) = module.plug {
        let count = if plug.count > 1 { "2 × " } else { "" };
        words.push(format!("{count}{}", plug.connector.name()));
    }
    words.join(" · ")
}
