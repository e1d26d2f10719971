//! The whole page.

use crate::answer::Answer;
use crate::choices::Choices;
use crate::stage::Stage;
use crate::state::{State, follow};
use crate::tools::Tools;
use crate::voice::text;
use fiberlane_view as view;
use leptos::prelude::*;

/// Choices and answer.
#[component]
pub fn Page() -> impl IntoView {
    let state = State::new();
    provide_context(state);
    #[cfg(feature = "csr")]
    {
        crate::later::follow(state);
        use gloo::events::EventListener;
        let listeners: Vec<EventListener> = web_sys::window()
            .iter()
            .flat_map(|window| {
                ["popstate", "hashchange"]
                    .map(|event| EventListener::new(window, event, move |_| state.follow_link()))
            })
            .collect();
        // They end with the page.
        StoredValue::new_local(listeners);
    }
    let glance = follow(Stage::Verdict, |voice, screen| {
        let stale = if screen.errors.is_empty() { "" } else { voice.text("glance.invalid") };
        view::glance(voice, &screen.plan, stale)
    });
    view! {
        <a class="skip" href="#answer">{text("page.skip")}</a>
        <header class="top">
            <h1>"Fiberlane"</h1>
            <p class="tagline">{text("page.tagline")}</p>
            // Date and address, filled for paper from outside.
            <p class="printed"></p>
            <Tools />
        </header>
        <div class="columns">
            <Choices />
            <Answer />
        </div>
        // In a column the answer lies below the choices: what it says stays in sight.
        <nav class="glance" aria-label=text("glance.go")>
            <a href="#answer" inner_html=glance></a>
            <a href="#order">{text("section.order")}</a>
            <a href="#choices">{text("glance.choices")}</a>
        </nav>
    }
}
