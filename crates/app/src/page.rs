//! The whole page.

use crate::answer::Answer;
use crate::choices::Choices;
use crate::state::State;
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
        if let Some(window) = web_sys::window() {
            for event in ["popstate", "hashchange"] {
                EventListener::new(&window, event, move |_| state.follow_link()).forget();
            }
        }
    }
    view! {
        <a class="skip" href="#answer">{text("page.skip")}</a>
        <header class="top">
            <h1>"Fiberlane"</h1>
            <p>{text("page.tagline")}</p>
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
