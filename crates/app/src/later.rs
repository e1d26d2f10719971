//! What of an edit is still to be drawn, and written to the address.

use crate::link::{self, Entry};
use crate::stage::STAGES;
use crate::state::State;
use std::cell::Cell;

thread_local! {
    /// The page that is shown.
    static PAGE: Cell<Option<State>> = const { Cell::new(None) };
    /// The number of the stage that is next.
    static NEXT: Cell<usize> = const { Cell::new(STAGES.len()) };
    /// The request is not in the address yet. Writing it costs a fourth of the edit's frame.
    static UNWRITTEN: Cell<Option<Entry>> = const { Cell::new(None) };
}

/// Follows the edits of a page.
pub(crate) fn follow(state: State) {
    PAGE.set(Some(state));
    NEXT.set(STAGES.len());
}

/// The newest screen is to be drawn; with `entry`, its request is to be in the address.
pub(crate) fn put_off(entry: Option<Entry>) {
    NEXT.set(1);
    // A choice stays an entry of its own, whatever is typed behind it.
    if UNWRITTEN.get() != Some(Entry::New) {
        UNWRITTEN.set(entry.or(UNWRITTEN.get()));
    }
}

/// The address says something else: what was not written yet is out of date.
pub(crate) fn forget_address() {
    UNWRITTEN.set(None);
}

/// Writes the newest request to the address, if it is not there yet.
pub(crate) fn write_address() {
    if let (Some(state), Some(entry)) = (PAGE.get(), UNWRITTEN.take()) {
        state.glance(|screen| link::write(&screen.request, entry));
    }
}

/// Draws the next part of the newest screen. Returns whether there is more.
pub(crate) fn draw() -> bool {
    write_address();
    let (Some(state), Some(stage)) = (PAGE.get(), STAGES.get(NEXT.get())) else { return false };
    NEXT.set(NEXT.get() + 1);
    state.draw(*stage);
    NEXT.get() < STAGES.len()
}
