//! A text field whose text is the person's own: never rewritten while it is being typed.

use crate::choices::Field;
use crate::state::state;
use leptos::prelude::*;

/// The field with label, unit and message.
#[component]
pub(crate) fn DraftField(field: Field) -> impl IntoView {
    let state = state();
    let shown = Memo::new(move |_| {
        state
            .plan
            .with(|plan| state.request.with(|request| field.shown(request, &plan.0)))
    });
    let text = RwSignal::new(shown.get_untracked());
    let typing = RwSignal::new(false);
    // What the plan has replaces the text only while nobody is typing in it.
    Effect::new(move || {
        let shown = shown.get();
        if !typing.get_untracked() {
            text.set(shown);
            state.field_error(field.name(), None);
        }
    });
    let error = move || {
        state.errors.with(|errors| {
            errors
                .iter()
                .find(|(name, _)| *name == field.name())
                .map(|(_, words)| words.clone())
        })
    };
    let invalid = move || error().is_some();
    let take = move |value: String| {
        let result = field.take(state, &value);
        text.set(value);
        state.field_error(field.name(), result.err());
    };
    let message = format!("{}-error", field.name());
    view! {
        <div class="field" class:invalid=invalid>
            <label for=field.name()>{field.label()}</label>
            <span class="box">
                <input
                    id=field.name()
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    value=shown.get_untracked()
                    prop:value=text
                    aria-invalid=move || if invalid() { "true" } else { "false" }
                    aria-describedby=message.clone()
                    on:focus=move |_| typing.set(true)
                    on:blur=move |_| {
                        typing.set(false);
                        if !invalid() {
                            text.set(shown.get_untracked());
                        }
                    }
                    on:input:target=move |event| take(event.target().value())
                />
                <span class="unit">{field.unit()}</span>
            </span>
            <span class="message" id=message role="alert">{error}</span>
        </div>
    }
}
