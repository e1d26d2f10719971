//! One screen: a request, changed only by commands, and what follows from it.
//!
//! One kind of signal carries it all, a copy for each stage of drawing. Every further kind of
//! signal or memo is code of its own in the page's wasm, and everything on screen follows from the
//! request anyway.

use crate::choices::{OptionView, option_views};
use crate::example::opening;
use crate::link::{self, Entry};
use crate::stage::{STAGES, Stage};
use crate::voice::say;
use fiberlane_catalog::built_in;
use fiberlane_engine::advice::with_suitable_topology;
use fiberlane_engine::request::Change;
use fiberlane_engine::{Request, Verdicts, verdict};
use fiberlane_messages::Voice;
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
    /// The options of every group, as the stage of the choices has drawn them last.
    pub(crate) options: Arc<Vec<Vec<OptionView>>>,
    /// Fields that cannot be read; the answer stays that of the last good request.
    pub(crate) errors: Vec<FieldError>,
    /// A notice above the answer, such as a damaged link.
    pub(crate) notice: Option<String>,
}

impl Screen {
    fn new(request: Request, notice: Option<String>) -> Self {
        let plan = verdict(built_in(), &request);
        let views = say(|voice| option_views(voice, &request, &plan));
        Self {
            request: Arc::new(request),
            plan: Arc::new(plan),
            options: Arc::new(views),
            errors: Vec::new(),
            notice,
        }
    }
}

/// The screen and the commands that change it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct State {
    /// The screen as each stage has drawn it; that of the first is the newest.
    drawn: [RwSignal<Screen>; STAGES.len()],
}

impl State {
    /// Starts from the link, or from the opening design.
    pub(crate) fn new() -> Self {
        let (start, trouble) = link::read(&opening());
        let first = Screen::new(start, trouble);
        Self { drawn: STAGES.map(|_| signal_of(&first)) }
    }

    const fn newest(&self) -> RwSignal<Screen> {
        self.drawn[Stage::Verdict as usize]
    }

    /// Looks at the screen, and again whenever the stage draws it.
    pub(crate) fn see<T>(&self, stage: Stage, look: impl FnOnce(&Screen) -> T) -> T {
        self.drawn[stage as usize].with(look)
    }

    /// Shows the newest screen to what the stage draws.
    #[cfg(feature = "csr")]
    pub(crate) fn draw(&self, stage: Stage) {
        if stage == Stage::Choices {
            self.newest().update_untracked(|screen| {
                screen.options =
                    Arc::new(say(|voice| option_views(voice, &screen.request, &screen.plan)));
            });
        }
        self.drawn[stage as usize].set(self.newest().get_untracked());
    }

    /// Looks at the newest screen once.
    pub(crate) fn glance<T>(&self, look: impl FnOnce(&Screen) -> T) -> T {
        self.newest().with_untracked(look)
    }

    /// Sets the fields of `change`, as an entry of the history. Where another route is needed for
    /// it, that comes along over the same distance.
    pub(crate) fn change(&self, change: &Change) {
        let next = self.glance(|screen| {
            let design = screen.plan.recommended.as_ref();
            let whole = with_suitable_topology(built_in(), &screen.request, design, change.clone());
            whole.on(&screen.request)
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
        self.show(next, None, Some(entry));
    }

    /// The first stage of the plan. The second is worked out elsewhere and follows.
    fn show(&self, next: Request, notice: Option<String>, entry: Option<Entry>) {
        let plan = verdict(built_in(), &next);
        self.update(entry, |screen| {
            screen.request = Arc::new(next);
            screen.plan = Arc::new(plan);
            screen.notice = notice;
        });
    }

    fn update(&self, entry: Option<Entry>, update: impl FnOnce(&mut Screen)) {
        self.newest().update(update);
        #[cfg(feature = "csr")]
        crate::later::put_off(entry);
        // A static page has no address of its own, and nothing changes on it.
        #[cfg(not(feature = "csr"))]
        let _ = entry;
    }

    /// Takes what the address says, after the address changed.
    #[cfg(feature = "csr")]
    pub(crate) fn follow_link(&self) {
        crate::later::forget_address();
        let now = self.glance(|screen| Request::clone(&screen.request));
        let (next, trouble) = link::read(&now);
        if next == now {
            self.update(None, |screen| screen.notice = trouble);
        } else {
            self.update(None, |screen| screen.errors.clear());
            self.show(next, trouble, None);
        }
    }

    /// Says that a field cannot be read, or that it can again.
    pub(crate) fn field_error(&self, field: &'static str, error: Option<String>) {
        let known = self.glance(|screen| {
            screen.errors.iter().find(|(name, _)| *name == field).map(|(_, text)| text.clone())
        });
        if known != error {
            self.update(None, |screen| {
                screen.errors.retain(|(name, _)| *name != field);
                screen.errors.extend(error.map(|text| (field, text)));
            });
        }
    }
}

/// A page that is less wide is a column, as in `answer.js`.
const COLUMN: i32 = 640;

/// Whether there is room for a column only.
pub(crate) fn narrow() -> bool {
    width() < COLUMN
}

/// How wide the page is, in pixels.
#[cfg(feature = "csr")]
fn width() -> i32 {
    let root = web_sys::window().and_then(|window| window.document());
    let root = root.and_then(|document| document.get_element_by_id("fiberlane"));
    root.map_or(i32::MAX, |root| root.client_width())
}

/// A static page is made for the wide.
#[cfg(not(feature = "csr"))]
const fn width() -> i32 {
    i32::MAX
}

/// Once in the page's wasm, not once for each stage.
#[inline(never)]
fn signal_of(screen: &Screen) -> RwSignal<Screen> {
    RwSignal::new(screen.clone())
}

/// The state that the page provides.
#[inline(never)]
pub(crate) fn state() -> State {
    expect_context()
}

/// Text that follows the screen. One type for all such texts, so that the page carries the code
/// for them once.
pub(crate) fn follow(
    stage: Stage,
    look: impl Fn(Voice<'_>, &Screen) -> String + Send + Sync + 'static,
) -> Text {
    following(stage, Box::new(look))
}

#[inline(never)]
fn following(stage: Stage, look: Box<Look>) -> Text {
    let drawn = state().drawn[stage as usize];
    Box::new(move || drawn.with(|screen| say(|voice| look(voice, screen))))
}

/// A condition that follows the screen.
pub(crate) fn whether(
    stage: Stage,
    look: impl Fn(&Screen) -> bool + Send + Sync + 'static,
) -> Flag {
    holding(stage, Box::new(look))
}

#[inline(never)]
fn holding(stage: Stage, look: Box<dyn Fn(&Screen) -> bool + Send + Sync>) -> Flag {
    let drawn = state().drawn[stage as usize];
    Box::new(move || drawn.with(&look))
}

/// What is said of a screen.
type Look = dyn Fn(Voice<'_>, &Screen) -> String + Send + Sync;
/// Text that changes.
pub(crate) type Text = Box<dyn Fn() -> String + Send + Sync>;
/// A condition that changes.
pub(crate) type Flag = Box<dyn Fn() -> bool + Send + Sync>;
