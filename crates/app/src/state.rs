//! One screen: a request, changed only by commands, and what follows from it.
//!
//! A single signal carries it all. Every further kind of signal or memo is code of its own in the
//! page's wasm, and everything on screen follows from the request anyway.

use crate::choices::{OptionView, option_views};
use crate::example::opening;
use crate::link::{self, Entry};
use fiberlane_catalog::built_in;
use fiberlane_engine::advice::{apply, with_suitable_topology};
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
    /// The options of every group.
    pub(crate) options: Arc<Vec<Vec<OptionView>>>,
    /// Fields that cannot be read; the answer stays that of the last good request.
    pub(crate) errors: Vec<FieldError>,
    /// Whether there is room for a column only: drawing and charts are made for it.
    pub(crate) narrow: bool,
    /// A notice above the answer, such as a damaged link.
    pub(crate) notice: Option<String>,
}

impl Screen {
    fn new(request: Request, notice: Option<String>) -> Self {
        let plan = verdict(built_in(), &request);
        let views = option_views(&request, &plan);
        Self {
            request: Arc::new(request),
            plan: Arc::new(plan),
            options: Arc::new(views),
            errors: Vec::new(),
            narrow: is_narrow(),
            notice,
        }
    }

    fn refresh_options(&mut self) {
        self.options = Arc::new(option_views(&self.request, &self.plan));
    }
}

/// The screen and the commands that change it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct State {
    screen: RwSignal<Screen>,
}

impl State {
    /// Starts from the link, or from the opening design.
    pub(crate) fn new() -> Self {
        let (start, trouble) = link::read(&opening());
        Self { screen: RwSignal::new(Screen::new(start, trouble)) }
    }

    /// Looks at the screen, and again whenever it changes.
    pub(crate) fn see<T>(&self, look: impl FnOnce(&Screen) -> T) -> T {
        self.screen.with(look)
    }

    /// Looks at the screen once.
    pub(crate) fn glance<T>(&self, look: impl FnOnce(&Screen) -> T) -> T {
        self.screen.with_untracked(look)
    }

    /// Sets the fields of `change`, as an entry of the history. Where another route is needed for
    /// it, that comes along over the same distance.
    pub(crate) fn change(&self, change: &Request) {
        let next = self.glance(|screen| {
            let design = screen.plan.recommended.as_ref();
            let whole = with_suitable_topology(built_in(), &screen.request, design, change.clone());
            apply(&screen.request, &whole)
        });
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

    /// The first stage. The second is worked out elsewhere and follows.
    fn show(&self, next: Request, notice: Option<String>) {
        let plan = verdict(built_in(), &next);
        self.screen.update(|screen| {
            screen.request = Arc::new(next);
            screen.plan = Arc::new(plan);
            screen.notice = notice;
            screen.refresh_options();
        });
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

    /// Looks at the room there is, after it changed.
    #[cfg(feature = "csr")]
    pub(crate) fn measure(&self) {
        let narrow = is_narrow();
        if self.glance(|screen| screen.narrow != narrow) {
            self.screen.update(|screen| screen.narrow = narrow);
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
}

/// Whether the page has less width than drawing and charts need in full.
#[cfg(feature = "csr")]
fn is_narrow() -> bool {
    let root = web_sys::window().and_then(|window| window.document());
    let root = root.and_then(|document| document.get_element_by_id("fiberlane"));
    root.is_some_and(|root| root.client_width() < 640)
}

/// A static page is made for the wide.
#[cfg(not(feature = "csr"))]
const fn is_narrow() -> bool {
    false
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
