//! A group of options as radio buttons. What an option would do, or why it does not fit, is filled
//! in beside it when the second stage is there.

use super::options::{Act, Group, OptionView};
use super::picture::route_picture;
use crate::stage::Stage;
use crate::state::{Screen, follow, narrow, state, whether};
use crate::voice::{say, text};
use fiberlane_view::term_button;
use leptos::prelude::*;

/// One group.
#[component]
pub(crate) fn ChoiceGroup(group: Group) -> impl IntoView {
    let state = state();
    let keys = move || {
        state.see(Stage::Choices, |screen| {
            group.views(screen).iter().map(|view| view.key.clone()).collect::<Vec<_>>()
        })
    };
    let recommended = follow(Stage::Choices, move |voice, screen| {
        if group.is_fixed(&screen.request) {
            return String::new();
        }
        let chosen = group.views(screen).iter().find(|view| view.chosen);
        // Where nothing works there is nothing to recommend.
        chosen.map_or_else(String::new, |view| {
            voice.fill("choice.recommended", &[("value", &view.title)])
        })
    });
    // Closed, a group is one line with what holds.
    let current = follow(Stage::Choices, move |voice, screen| {
        let chosen = group.views(screen).iter().find(|view| view.chosen);
        chosen.map_or_else(
            || voice.text("choice.show").to_owned(),
            |view| [view.title.as_str(), view.detail.as_str()].join("\u{2002}"),
        )
    });
    let legend = say(|voice| group.legend(voice).to_owned());
    let term = say(|voice| term_button(voice, group.name(), &legend));
    let open = group.opens(narrow());
    view! {
        <fieldset class=format!("group {}", group.name())>
            <legend>{legend}</legend>
            <span inner_html=term></span>
            <span class="recommended">{recommended}</span>
            <button
                type="button"
                class="reset"
                hidden=whether(Stage::Choices, move |screen| !group.can_open() || !group.is_fixed(&screen.request))
                on:click=move |_| state.edit(|request| group.open(request))
            >
                {text("choice.back")}
            </button>
            <details class="fold" open=open>
                <summary>{current}</summary>
                <div class="options">
                    <For each=keys key=|key| key.clone() let:key>
                        <Row group key />
                    </For>
                </div>
            </details>
        </fieldset>
    }
}

/// One option. Its element stays while its state changes, so that focus stays too.
#[component]
fn Row(group: Group, key: String) -> impl IntoView {
    let state = state();
    let id = format!("{}-{}", group.name(), slug(&key));
    let option = format!("{}|{key}", group.name());
    let key = StoredValue::new(key);
    let is = move |test: fn(&OptionView) -> bool| {
        whether(Stage::Choices, move |screen| {
            key.with_value(|key| find(screen, group, key).is_some_and(test))
        })
    };
    let words = move |part: fn(&OptionView) -> &str| {
        follow(Stage::Choices, move |_, screen| {
            key.with_value(|key| find(screen, group, key).map_or("", part).to_owned())
        })
    };
    let chosen: fn(&OptionView) -> bool = |view| view.chosen;
    let act = move || {
        let act = state.glance(|screen| {
            key.with_value(|key| find(screen, group, key).map(|view| view.act.clone()))
        });
        match act {
            Some(Act::Change(change)) => state.change(&change),
            Some(Act::Edit(edit)) => state.edit(|request| edit.apply(request)),
            Some(Act::Nothing) | None => {}
        }
    };
    let picture = key.with_value(|key| route_picture(key));
    let first =
        state.glance(|screen| key.with_value(|key| find(screen, group, key).is_some_and(chosen)));
    view! {
        <div class="option" class:chosen=is(chosen)>
            <label for=id.clone()>
            <input
                id=id.clone()
                type="radio"
                name=group.name()
                checked=first
                prop:checked=is(chosen)
                on:click=move |_| act()
            />
            <span class="title">{words(|view| &view.title)}</span>
            <span class="route" inner_html=picture></span>
            <span class="detail">{words(|view| &view.detail)}</span>
            <span class="mark">{words(|view| &view.mark)}</span>
            </label>
            // Filled after the second stage, from outside.
            <div class="advice" data-option=option></div>
        </div>
    }
}

fn find<'a>(screen: &'a Screen, group: Group, key: &str) -> Option<&'a OptionView> {
    group.views(screen).iter().find(|view| view.key == key)
}

fn slug(key: &str) -> String {
    let word = |c: char| {
        if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }
    };
    key.chars().map(word).collect()
}
