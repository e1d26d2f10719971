//! The words in use: those of one locale file, set once when it has arrived.
//!
//! A face loads `site/locales/<lang>.json` and hands its entries over with [`speak`]. With the
//! feature `english` that file is compiled in as well, for faces that read no files.

use std::cell::Cell;

#[cfg(feature = "english")]
include!(concat!(env!("OUT_DIR"), "/english.rs"));

/// Keys with their messages, in order of the keys.
type Table = &'static [(&'static str, &'static str)];

#[cfg(feature = "english")]
const FIRST: Table = ENGLISH;
#[cfg(not(feature = "english"))]
const FIRST: Table = &[];

thread_local! {
    static WORDS: Cell<Table> = const { Cell::new(FIRST) };
}

/// Speaks the words of a locale file from now on, on this thread.
///
/// `entries` has a key on one line and its message on the next, in byte order of the keys. The
/// text is kept for good: languages are changed a few times in the life of a page, not more.
pub fn speak(entries: String) {
    let mut lines = String::leak(entries).split('\n');
    let mut table = Vec::new();
    while let (Some(key), Some(message)) = (lines.next(), lines.next()) {
        table.push((key, message));
    }
    WORDS.set(Vec::leak(table));
}

/// The message of a key, if there is one.
#[must_use]
pub fn lookup(key: &str) -> Option<&'static str> {
    let words = WORDS.get();
    let index = words.binary_search_by(|(known, _)| (*known).cmp(key)).ok()?;
    words.get(index).map(|(_, message)| *message)
}

/// Every key of the locale file, in order.
pub fn keys() -> impl Iterator<Item = &'static str> {
    WORDS.get().iter().map(|(key, _)| *key)
}
