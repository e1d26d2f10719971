//! A group of options as radio buttons: chosen, available, or disabled with the reason beside it.

use super::options::{Act, Group, OptionView};
use crate::state::state;
use fiberlane_messages::{fill, text};
use leptos::prelude::*;

/// One group.
#[component]
pub(crate) fn ChoiceGroup(group: Group) -> impl IntoView {
    let state = state();
    let views = Memo::new(move |_| {
        state.plan.with(|plan| {
            state.advice.with(|advice| {
                state
                    .request
                    .with(|request| group.options(request, &plan.0, &advice.0))
            })
        })
    });
    let keys = Memo::new(move |_| {
        views.with(|views| {
            views
                .iter()
                .map(|view| view.key.clone())
                .collect::<Vec<_>>()
        })
    });
    let fixed = Memo::new(move |_| state.request.with(|request| group.is_fixed(request)));
    let chosen = move || {
        views.with(|views| {
            views
                .iter()
                .find(|view| view.chosen)
                .map(|view| view.title.clone())
                .unwrap_or_default()
        })
    };
    let opens = group.can_open();
    let head = move || {
        if !opens {
            return None;
        }
        Some(if fixed.get() {
            view! {
                <button type="button" class="reset" on:click=move |_| state.edit(|r| group.open(r))>
                    {text("choice.back")}
                </button>
            }
            .into_any()
        } else {
            view! {
                <span class="recommended">{fill("choice.recommended", &[("value", &chosen())])}</span>
            }
            .into_any()
        })
    };
    view! {
        <fieldset class=format!("group {}", group.name()) class:waiting=move || state.stale.get()>
            <legend>{group.legend()}</legend>
            {head}
            <div class="options">
                <For each=move || keys.get() key=|key| key.clone() let:key>
                    <Row group views key />
                </For>
            </div>
        </fieldset>
    }
}

/// One option. Its element stays while its state changes, so that focus stays too.
#[component]
fn Row(group: Group, views: Memo<Vec<OptionView>>, key: String) -> impl IntoView {
    let state = state();
    let id = format!("{}-{}", group.name(), slug(&key));
    let view = Memo::new(move |_| {
        views.with(|views| {
            views
                .iter()
                .find(|view| view.key == key)
                .cloned()
                .unwrap_or_default()
        })
    });
    let chosen = move || view.with(|view| view.chosen);
    let excluded = move || view.with(|view| view.reason.is_some() && !view.chosen);
    let act = move || match view.with_untracked(|view| view.act.clone()) {
        Act::Nothing => {}
        Act::Change(change) => state.change(&change),
        Act::Edit(edit) => state.edit(|request| edit.apply(request)),
    };
    view! {
        <label class="option" class:chosen=chosen class:excluded=excluded for=id.clone()>
            <input
                id=id.clone()
                type="radio"
                name=group.name()
                checked=view.with_untracked(|view| view.chosen)
                prop:checked=chosen
                disabled=excluded
                on:change=move |_| act()
                on:click=move |_| act()
            />
            <span class="title">{move || view.with(|view| view.title.clone())}</span>
            <span class="detail">{move || view.with(|view| view.detail.clone())}</span>
            <span class="mark">{move || view.with(|view| view.mark.clone())}</span>
            <span class="reason">{move || view.with(|view| view.reason.clone().unwrap_or_default())}</span>
        </label>
    }
}

fn slug(key: &str) -> String {
    let word = |c: char| {
        if c.is_ascii_alphanumeric() {
            c.to_ascii_lowercase()
        } else {
            '-'
        }
    };
    key.chars().map(word).collect()
}
