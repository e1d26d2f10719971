//! One screen: a request, changed only by commands, and what follows from it.
//!
//! A single signal carries it all. Every further kind of signal or memo is code of its own in the
//! page's wasm, and everything on screen follows from the request anyway.

use crate::choices::{OptionView, option_views};
use crate::example::opening;
use crate::link::{self, Entry};
use fiberlane_catalog::built_in;
use fiberlane_engine::advice::{FieldOptions, apply, options};
use fiberlane_engine::{Request, Verdicts, verdict};
use leptos::prelude::*;
use std::sync::Arc;

/// A field that cannot be read, and why.
pub(crate) type FieldError = (&'static str, String);

/// What is on screen.
#[derive(Clone, Debug)]
pub(crate) struct Screen {
    /// What is asked; the only thing that is linked and undone.
    pub(crate) request: Arc<Request>,
    /// The first stage, inside the edit's frame.
    pub(crate) plan: Arc<Verdicts>,
    /// The option table, after paint.
    pub(crate) table: Arc<Vec<FieldOptions>>,
    /// The options of every group.
    pub(crate) options: Arc<Vec<Vec<OptionView>>>,
    /// Whether the advice is of an older request.
    pub(crate) stale: bool,
    /// Fields that cannot be read; the answer stays that of the last good request.
    pub(crate) errors: Vec<FieldError>,
    /// A notice above the answer, such as a damaged link.
    pub(crate) notice: Option<String>,
}

impl Screen {
    fn new(request: Request, notice: Option<String>) -> Self {
        let plan = verdict(built_in(), &request);
        let table = options(built_in(), &request, plan.recommended.as_ref());
        let views = option_views(&request, &plan, &table);
        Self {
            request: Arc::new(request),
            plan: Arc::new(plan),
            table: Arc::new(table),
            options: Arc::new(views),
            stale: false,
            errors: Vec::new(),
            notice,
        }
    }

    fn refresh_options(&mut self) {
        self.options = Arc::new(option_views(&self.request, &self.plan, &self.table));
    }
}

/// The screen and the commands that change it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct State {
    screen: RwSignal<Screen>,
    #[cfg(feature = "csr")]
    later: StoredValue<Option<gloo::timers::callback::Timeout>, LocalStorage>,
}

impl State {
    /// Starts from the link, or from the opening design.
    pub(crate) fn new() -> Self {
        let (start, trouble) = link::read(&opening());
        Self {
            screen: RwSignal::new(Screen::new(start, trouble)),
            #[cfg(feature = "csr")]
            later: StoredValue::new_local(None),
        }
    }

    /// Looks at the screen, and again whenever it changes.
    pub(crate) fn see<T>(&self, look: impl FnOnce(&Screen) -> T) -> T {
        self.screen.with(look)
    }

    /// Looks at the screen once.
    pub(crate) fn glance<T>(&self, look: impl FnOnce(&Screen) -> T) -> T {
        self.screen.with_untracked(look)
    }

    /// Sets the fields of `change`, as an entry of the history.
    pub(crate) fn change(&self, change: &Request) {
        let next = self.glance(|screen| apply(&screen.request, change));
        self.put(next, Entry::New);
    }

    /// Edits the request, as an entry of the history.
    pub(crate) fn edit(&self, edit: impl FnOnce(&mut Request)) {
        self.edit_as(edit, Entry::New);
    }

    /// Edits the request while typing: the history keeps one entry.
    pub(crate) fn type_in(&self, edit: impl FnOnce(&mut Request)) {
        self.edit_as(edit, Entry::Same);
    }

    fn edit_as(&self, edit: impl FnOnce(&mut Request), entry: Entry) {
        let mut next = self.glance(|screen| Request::clone(&screen.request));
        edit(&mut next);
        self.put(next, entry);
    }

    fn put(&self, next: Request, entry: Entry) {
        if self.glance(|screen| *screen.request == next) {
            return;
        }
        link::write(&next, entry);
        self.show(next, None);
    }

    /// The first stage now, the second after paint.
    fn show(&self, next: Request, notice: Option<String>) {
        let plan = verdict(built_in(), &next);
        self.screen.update(|screen| {
            screen.request = Arc::new(next);
            screen.plan = Arc::new(plan);
            screen.stale = true;
            screen.notice = notice;
            screen.refresh_options();
        });
        self.advise_after_paint();
    }

    /// Takes what the address says, after the address changed.
    #[cfg(feature = "csr")]
    pub(crate) fn follow_link(&self) {
        let now = self.glance(|screen| Request::clone(&screen.request));
        let (next, trouble) = link::read(&now);
        if next == now {
            self.screen.update(|screen| screen.notice = trouble);
        } else {
            self.screen.update(|screen| screen.errors.clear());
            self.show(next, trouble);
        }
    }

    /// Says that a field cannot be read, or that it can again.
    pub(crate) fn field_error(&self, field: &'static str, error: Option<String>) {
        let known = self.glance(|screen| {
            screen.errors.iter().find(|(name, _)| *name == field).map(|(_, text)| text.clone())
        });
        if known != error {
            self.screen.update(|screen| {
                screen.errors.retain(|(name, _)| *name != field);
                screen.errors.extend(error.map(|text| (field, text)));
            });
        }
    }

    /// Works the second stage out after paint; the next edit cancels it.
    #[cfg(feature = "csr")]
    fn advise_after_paint(&self) {
        use gloo::timers::callback::Timeout;

        let state = *self;
        let later = Timeout::new(30, move || {
            state.screen.update(|screen| {
                let design = screen.plan.recommended.as_ref();
                screen.table = Arc::new(options(built_in(), &screen.request, design));
                screen.stale = false;
                screen.refresh_options();
            });
        });
        // Dropping the earlier one cancels it.
        self.later.set_value(Some(later));
    }

    #[cfg(not(feature = "csr"))]
    fn advise_after_paint(&self) {}
}

/// The state that the page provides.
pub(crate) fn state() -> State {
    expect_context()
}

/// Text that follows the screen. One type for all such texts, so that the page carries the code
/// for them once.
pub(crate) fn follow(look: impl Fn(&Screen) -> String + Send + Sync + 'static) -> Text {
    let state = state();
    Box::new(move || state.see(&look))
}

/// A condition that follows the screen.
pub(crate) fn whether(look: impl Fn(&Screen) -> bool + Send + Sync + 'static) -> Flag {
    let state = state();
    Box::new(move || state.see(&look))
}

/// Text that changes.
pub(crate) type Text = Box<dyn Fn() -> String + Send + Sync>;
/// A condition that changes.
pub(crate) type Flag = Box<dyn Fn() -> bool + Send + Sync>;
