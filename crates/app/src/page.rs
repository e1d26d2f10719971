//! The whole page.

use crate::answer::Answer;
use crate::choices::Choices;
use crate::state::State;
use crate::tools::Tools;
use fiberlane_messages::text;
use leptos::prelude::*;

/// Choices and answer.
#[component]
pub fn Page() -> impl IntoView {
    let state = State::new();
    provide_context(state);
    #[cfg(feature = "csr")]
    {
        use gloo::events::EventListener;
        let listeners: Vec<EventListener> = web_sys::window()
            .iter()
            .flat_map(|window| {
                ["popstate", "hashchange", "resize"].map(|event| {
                    EventListener::new(window, event, move |_| match event {
                        "resize" => state.measure(),
                        _ => state.follow_link(),
                    })
                })
            })
            .collect();
        // They end with the page.
        StoredValue::new_local(listeners);
    }
    view! {
        <a class="skip" href="#answer">{text("page.skip")}</a>
        <header class="top">
            <h1>"Fiberlane"</h1>
            <p class="tagline">{text("page.tagline")}</p>
            <Tools />
        </header>
        <div class="columns">
            <Choices />
            <Answer />
        </div>
        <footer class="foot">
            <p>{text("cost.note")} " " {text("trademark")}</p>
        </footer>
    }
}
