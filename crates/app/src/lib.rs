//! The page: choices on the left, the answer on the right.
//!
//! The only room that knows leptos, web-sys and gloo, and no fiber: every figure and every word
//! about fiber comes from the engine and the messages.

#![forbid(unsafe_code)]
// The component macro makes its builders public.
#![allow(unreachable_pub, reason = "written by the component macro")]

mod answer;
mod choices;
mod draft;
mod drawing;
mod example;
mod link;
mod page;
mod state;

pub use page::Page;

/// Mounts the page in the browser.
#[cfg(feature = "csr")]
pub fn start() {
    use leptos::prelude::*;
    use wasm_bindgen::JsCast as _;

    let Some(root) = document().get_element_by_id("fiberlane") else {
        return;
    };
    let Ok(root) = root.dyn_into::<web_sys::HtmlElement>() else {
        return;
    };
    // The static page shows the same; it gives way to the one that answers.
    root.set_inner_html("");
    mount_to(root, Page).forget();
}

/// The default design as HTML.
#[cfg(feature = "ssr")]
#[must_use]
pub fn prerender() -> String {
    use leptos::prelude::*;

    let owner = Owner::new();
    owner.with(|| Page().to_html())
}
