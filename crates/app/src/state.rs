//! One request, changed only by commands; one plan, derived from it.

use crate::example::opening;
use crate::link;
use fiberlane_catalog::built_in;
use fiberlane_engine::advice::{Advice, apply};
use fiberlane_engine::{Request, Verdicts, advice, verdict};
use leptos::prelude::*;
use std::sync::Arc;

/// A value that counts as new whenever it was made anew.
#[derive(Debug)]
pub(crate) struct Fresh<T>(pub(crate) Arc<T>);

impl<T> Clone for Fresh<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> PartialEq for Fresh<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// A field that cannot be read, and why.
pub(crate) type FieldError = (&'static str, String);

/// What the page knows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct State {
    /// What is asked; the only thing that is stored, linked and undone.
    pub(crate) request: RwSignal<Request>,
    /// The first stage, inside the edit's frame.
    pub(crate) plan: Memo<Fresh<Verdicts>>,
    /// The second stage, after paint.
    pub(crate) advice: RwSignal<Fresh<Advice>>,
    /// Whether the advice is of an older request.
    pub(crate) stale: RwSignal<bool>,
    /// Fields that cannot be read; the answer stays that of the last good request.
    pub(crate) errors: RwSignal<Vec<FieldError>>,
    /// A notice above the answer, such as a damaged link.
    pub(crate) notice: RwSignal<Option<String>>,
}

impl State {
    /// Starts from the link, or from the opening design.
    pub(crate) fn new() -> Self {
        let (start, trouble) = link::read(&opening());
        let first = verdict(built_in(), &start);
        let counsel = advice(built_in(), &start, &first);
        let request = RwSignal::new(start);
        Self {
            request,
            plan: Memo::new(move |_| Fresh(Arc::new(request.with(|r| verdict(built_in(), r))))),
            advice: RwSignal::new(Fresh(Arc::new(counsel))),
            stale: RwSignal::new(false),
            errors: RwSignal::new(Vec::new()),
            notice: RwSignal::new(trouble),
        }
    }

    /// Sets the fields of `change`, as an entry of the history.
    pub(crate) fn change(&self, change: &Request) {
        let next = apply(&self.request.get_untracked(), change);
        self.put(next, link::Entry::New);
    }

    /// Edits the request, as an entry of the history.
    pub(crate) fn edit(&self, edit: impl FnOnce(&mut Request)) {
        self.edit_as(edit, link::Entry::New);
    }

    /// Edits the request while typing: the history keeps one entry.
    pub(crate) fn type_in(&self, edit: impl FnOnce(&mut Request)) {
        self.edit_as(edit, link::Entry::Same);
    }

    fn edit_as(&self, edit: impl FnOnce(&mut Request), entry: link::Entry) {
        let mut next = self.request.get_untracked();
        edit(&mut next);
        self.put(next, entry);
    }

    fn put(&self, next: Request, entry: link::Entry) {
        if next == self.request.get_untracked() {
            return;
        }
        link::write(&next, entry);
        self.notice.set(None);
        self.request.set(next);
    }

    #[cfg(feature = "csr")]
    /// Takes what the address says, after the address changed.
    pub(crate) fn follow_link(&self) {
        let (next, trouble) = link::read(&self.request.get_untracked());
        self.errors.set(Vec::new());
        self.notice.set(trouble);
        if next != self.request.get_untracked() {
            self.request.set(next);
        }
    }

    /// Says that a field cannot be read, or that it can again.
    pub(crate) fn field_error(&self, field: &'static str, error: Option<String>) {
        let known = self.errors.with_untracked(|errors| {
            errors
                .iter()
                .find(|(name, _)| *name == field)
                .map(|(_, text)| text.clone())
        });
        if known != error {
            self.errors.update(|errors| {
                errors.retain(|(name, _)| *name != field);
                errors.extend(error.map(|text| (field, text)));
            });
        }
    }

    /// Works the second stage out after paint; the next edit cancels it.
    #[cfg(feature = "csr")]
    pub(crate) fn advise_after_paint(&self) {
        use gloo::timers::callback::Timeout;

        let state = *self;
        let pending: StoredValue<Option<Timeout>, LocalStorage> = StoredValue::new_local(None);
        let first = StoredValue::new(true);
        Effect::new(move || {
            let plan = state.plan.get();
            // The advice of the first request came with it.
            if first.get_value() {
                first.set_value(false);
                return;
            }
            state.stale.set(true);
            let later = Timeout::new(30, move || {
                let counsel = advice(built_in(), &state.request.get_untracked(), &plan.0);
                state.advice.set(Fresh(Arc::new(counsel)));
                state.stale.set(false);
            });
            // Dropping the earlier one cancels it.
            pending.set_value(Some(later));
        });
    }
}

/// The state that the page provides.
pub(crate) fn state() -> State {
    expect_context()
}
