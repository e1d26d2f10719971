//! Real modules of both ends, whose own reach and plug win.

use crate::stage::Stage;
use crate::state::{Screen, follow, state};
use crate::voice::text;
use fiberlane_catalog::{ApplicationId, Module, ModuleId, Support, built_in};
use fiberlane_engine::Request;
use fiberlane_engine::request::FarEnd;
use fiberlane_messages::Html;
use fiberlane_messages::{Figure as _, Voice};
use fiberlane_units::Side;
use leptos::prelude::*;

/// The modules that one end may have, in one list.
#[component]
pub(crate) fn ModuleChoice(end: Side) -> impl IntoView {
    let state = state();
    let choose = move |id: String| {
        let module = built_in().module_called(&id);
        let near = state.glance(near);
        state.edit(|request| match end {
            Side::A => at_a(request, module),
            Side::B => at_b(request, module, near),
        });
    };
    let (id, label) = match end {
        Side::A => ("fl-module", "choice.module"),
        Side::B => ("fl-far-module", "choice.farModule"),
    };
    view! {
        <div class="field module">
            <label for=id>{text(label)}</label>
            <select
                id=id
                inner_html=follow(Stage::Choices, move |voice, screen| options(voice, screen, end))
                on:change:target=move |event| choose(event.target().value())
            ></select>
        </div>
    }
}

fn near(screen: &Screen) -> Option<ApplicationId> {
    let design = screen.plan.recommended.as_ref();
    let near = design.map(|design| design.frame.link.near);
    near.or_else(|| screen.request.named_application(built_in()))
}

fn at_a(request: &mut Request, module: Option<ModuleId>) {
    request.module = module;
    // A module names its application; an open one stays with it.
    if let Some(module) = module {
        request.application = Some(built_in().module(module).application);
        request.speed = None;
    }
}

/// A module of another application is the far end of a breakout.
fn at_b(request: &mut Request, module: Option<ModuleId>, near: Option<ApplicationId>) {
    let own = module.map(|id| built_in().module(id).application);
    request.far_end = match own {
        None => request.far_end.and_then(FarEnd::breakout).map(|id| FarEnd::Breakout(id, None)),
        Some(own) if Some(own) == near => Some(FarEnd::Same(module)),
        Some(own) => Some(FarEnd::Breakout(own, module)),
    };
    if module.is_some() && request.named_application(built_in()).is_none() {
        request.application = near;
        request.speed = None;
    }
}

fn options(voice: Voice<'_>, screen: &Screen, end: Side) -> String {
    let near = near(screen);
    let request = &screen.request;
    let chosen = match end {
        Side::A => request.module,
        Side::B => request.far_end.and_then(FarEnd::module),
    };
    let mut html = Html::new();
    html.raw("<option value=\"\">").text(voice.text("choice.anyModule")).raw("</option>");
    let mut applications: Vec<ApplicationId> = near.into_iter().collect();
    if let (Side::B, Some(near)) = (end, near) {
        let far = built_in().breakouts_of(near, request.module);
        applications.extend(far.filter(|row| row.supported != Support::No).map(|row| row.to));
    }
    for id in applications {
        let of = |module: &ModuleId| built_in().module(*module).application == id;
        let mut modules = built_in().module_ids().filter(of).peekable();
        if modules.peek().is_none() {
            continue;
        }
        html.raw("<optgroup label=\"").text(built_in().application(id).name).raw("\">");
        for module in modules {
            let own = chosen == Some(module);
            let module = built_in().module(module);
            html.raw("<option value=\"").text(module.id).raw("\"");
            if own {
                html.raw(" selected");
            }
            html.raw(">").text(module.vendor).raw(" ").text(module.part_number).raw(" · ");
            html.text(&reach(voice, module)).raw("</option>");
        }
        html.raw("</optgroup>");
    }
    html.finish()
}

/// The reaches that the module states, with its plug.
fn reach(voice: Voice<'_>, module: &Module) -> String {
    let mut words = Vec::new();
    for (name, length) in ["OM3", "OM4", "OM5", "OS2"].iter().zip(module.reaches) {
        words.extend(length.map(|(length, _)| format!("{} {name}", length.said(voice))));
    }
    if let Some(plug) = module.plug {
        let count = if plug.count > 1 { "2 × " } else { "" };
        words.push(format!("{count}{}", plug.connector.name()));
    }
    words.join(" · ")
}
