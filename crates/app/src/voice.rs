//! Who speaks on the page: one language and one unit at a time.
//!
//! What is drawn later is said in the words that are there by then: those for the first verdict come
//! first, and the rest follows without anything being drawn anew. So the page keeps its voice here,
//! and hands it to whatever says something.

use fiberlane_catalog::built_in;
use fiberlane_messages::{Spoken, Unit, Voice, Words};
use std::cell::RefCell;

thread_local! {
    static SPOKEN: RefCell<Spoken> =
        const { RefCell::new(Spoken::new(Words::none(), Unit::Meters, built_in())) };
}

/// Says everything in these words from now on, and lengths in this unit.
#[cfg(any(feature = "csr", feature = "ssr"))]
pub(crate) fn set(words: Words, unit: Unit) {
    SPOKEN.set(Spoken::new(words, unit, built_in()));
}

/// Says everything in these words from now on, and lengths as before.
#[cfg(feature = "csr")]
pub(crate) fn learn(words: Words) {
    SPOKEN.with_borrow_mut(|spoken| *spoken = spoken.in_words(words));
}

/// Hands the voice to what says something.
pub(crate) fn say<T>(speak: impl FnOnce(Voice<'_>) -> T) -> T {
    SPOKEN.with_borrow(|spoken| speak(spoken.voice()))
}

/// The message of a key, for an element that keeps it.
#[inline(never)]
pub(crate) fn text(key: &'static str) -> String {
    say(|voice| voice.text(key).to_owned())
}
