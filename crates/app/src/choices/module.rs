//! Real modules of the chosen application, whose own reach and plug win.

use crate::state::state;
use fiberlane_catalog::{Module, ModuleId, built_in};
use fiberlane_messages::text;
use leptos::prelude::*;

/// The modules of the application, in one list.
#[component]
pub(crate) fn ModuleChoice() -> impl IntoView {
    let state = state();
    let modules = Memo::new(move |_| {
        state.plan.with(|plan| {
            let near = plan
                .0
                .recommended
                .as_ref()
                .map(|design| design.frame.link.near);
            let of_application = |module: &Module| Some(module.application) == near;
            (0u16..)
                .zip(built_in().modules)
                .filter(|(_, module)| of_application(module))
                .map(|(index, _)| ModuleId(index))
                .collect::<Vec<_>>()
        })
    });
    let chosen = Memo::new(move |_| state.request.with(|request| request.module));
    let choose = move |id: String| {
        let module = built_in().find_module(&id).ok();
        state.edit(|request| {
            request.module = module;
            // A module names its application; an open one stays with it.
            if let Some(module) = module {
                request.application = Some(built_in().module(module).application);
                request.speed = None;
            }
        });
    };
    let value = move || {
        chosen
            .get()
            .map_or_else(String::new, |id| built_in().module(id).id.to_owned())
    };
    view! {
        <div class="field module">
            <label for="fl-module">{text("choice.module")}</label>
            <select
                id="fl-module"
                prop:value=value
                on:change:target=move |event| choose(event.target().value())
            >
                <option value="">{text("choice.anyModule")}</option>
                <For each=move || modules.get() key=|id| *id let:id>
                    {
                        let module = built_in().module(id);
                        view! {
                            <option value=module.id selected=move || chosen.get() == Some(id)>
                                {format!("{} {} · {}", module.vendor, module.part_number, reach(module))}
                            </option>
                        }
                    }
                </For>
            </select>
        </div>
    }
}

/// The longest reach that the module states, with its plug.
fn reach(module: &Module) -> String {
    let mut words = Vec::new();
    let names = ["OM3", "OM4", "OM5", "OS2"];
    for (name, length) in names.iter().zip(module.reaches) {
        if let Some(length) = length {
            words.push(format!("{} m {name}", length.meters()));
        }
    }
    if let Some(plug) = module.plug {
        let count = if plug.count > 1 {
            format!("{} × ", plug.count)
        } else {
            String::new()
        };
        words.push(format!("{count}{}", plug.connector.name()));
    }
    words.join(" · ")
}
