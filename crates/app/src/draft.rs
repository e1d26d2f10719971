//! A text field whose text is the person's own: never rewritten while it is being typed.

use crate::choices::Field;
use crate::stage::Stage;
use crate::state::{Screen, Text, follow, state, whether};
use crate::voice::say;
use leptos::prelude::*;

/// The field with label, unit and message; hidden where the route has no place for it.
#[component]
pub(crate) fn DraftField(field: Field) -> impl IntoView {
    let state = state();
    let now = move |screen: &Screen| say(|voice| field.shown(voice, screen));
    let shown = state.glance(now);
    let text = RwSignal::new(shown.clone());
    let typing = StoredValue::new(false);
    // What the plan has replaces the text only while nobody is typing in it.
    Effect::new(move || {
        let shown = state.see(Stage::Choices, now);
        let wrong = state.glance(|screen| screen.errors.iter().any(|(n, _)| *n == field.name()));
        if !typing.get_value() && !wrong && text.get_untracked() != shown {
            text.set(shown);
        }
    });
    // What cannot be read stays, with its message, until it is mended.
    let leave = move || {
        typing.set_value(false);
        let wrong = state.glance(|screen| screen.errors.iter().any(|(n, _)| *n == field.name()));
        if !wrong {
            text.set(state.glance(now));
        }
    };
    let take = move |value: String| {
        let result = say(|voice| field.take(voice, state, &value));
        text.set(value);
        state.field_error(field.name(), result.err());
    };
    let invalid = move || {
        whether(Stage::Choices, move |screen| {
            screen.errors.iter().any(|(name, _)| *name == field.name())
                || field.is_asked_wrong(screen)
        })
    };
    let is_invalid = invalid();
    let aria_invalid: Text =
        Box::new(move || if is_invalid() { "true" } else { "false" }.to_owned());
    let message = follow(Stage::Choices, move |voice, screen| {
        let error = screen.errors.iter().find(|(name, _)| *name == field.name());
        error.map_or_else(|| field.asked_wrong(voice, screen), |(_, words)| words.clone())
    });
    let value: Text = Box::new(move || text.get());
    let message_id = format!("{}-error", field.name());
    view! {
        <div class="field" class:invalid=invalid() hidden=whether(Stage::Choices, move |screen| !field.has_place(screen))>
            <label for=field.name()>{say(|voice| field.label(voice).to_owned())}</label>
            <span class="box">
                <input
                    id=field.name()
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    value=shown
                    prop:value=value
                    aria-invalid=aria_invalid
                    aria-describedby=message_id.clone()
                    on:focus=move |_| typing.set_value(true)
                    on:blur=move |_| leave()
                    on:input:target=move |event| take(event.target().value())
                />
                <span class="unit">{say(|voice| field.unit(voice))}</span>
            </span>
            <span class="message" id=message_id role="alert">{message}</span>
        </div>
    }
}
