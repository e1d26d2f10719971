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
mod example;
#[cfg(feature = "csr")]
mod later;
mod link;
mod page;
mod stage;
mod state;
mod tools;
mod voice;

pub use page::Page;

/// Shows the page in the browser, in place of the one that is there.
///
/// `words` are the entries of a locale file as [`fiberlane_messages::Words`] takes them. Called
/// again for another language or unit: the request is in the address and stays.
#[cfg(feature = "csr")]
pub fn show(words: String, feet: bool) {
    use fiberlane_messages::{Unit, Words};
    use leptos::prelude::*;
    use std::any::Any;
    use std::cell::RefCell;
    use wasm_bindgen::JsCast as _;

    thread_local! {
        static PAGE: RefCell<Option<Box<dyn Any>>> = const { RefCell::new(None) };
    }
    let Some(root) = document().get_element_by_id("fiberlane") else {
        return;
    };
    let Ok(root) = root.dyn_into::<web_sys::HtmlElement>() else {
        return;
    };
    later::write_address();
    voice::set(Words::new(words), if feet { Unit::Feet } else { Unit::Meters });
    PAGE.with_borrow_mut(|page| {
        // The one before goes away first, with its listeners.
        *page = None;
        root.set_inner_html("");
        *page = Some(Box::new(mount_to(root, Page)));
    });
}

/// Knows these words from now on, without showing anything anew.
#[cfg(feature = "csr")]
pub fn speak(words: String) {
    voice::learn(fiberlane_messages::Words::new(words));
}

/// Draws the next part of what has changed. Returns whether there is more.
///
/// To be called until there is no more, behind the paint that follows an event of the page: only
/// its own events change it.
#[cfg(feature = "csr")]
#[must_use]
pub fn draw() -> bool {
    later::draw()
}

/// The default design as HTML.
#[cfg(feature = "ssr")]
#[must_use]
pub fn prerender() -> String {
    use leptos::prelude::*;

    voice::set(fiberlane_messages::Words::english(), fiberlane_messages::Unit::Meters);
    let owner = Owner::new();
    let html = owner.with(|| Page().to_html());
    // Nothing answers before the page has started: what cannot be used does not look as if it could,
    // and the verdict says that it is an example's.
    ["<input ", "<button ", "<select "]
        .into_iter()
        .fold(html, |html, tag| html.replace(tag, &[tag, "disabled "].concat()))
        .replacen("<p class=\"word\">", "<p class=\"example\">Example</p><p class=\"word\">", 1)
}
