//! What a desk needs around the configurator: finding, comparing, examples, and what is handed
//! out. Everything is text or markup; the page places it.

mod compare;
mod difference;
mod examples;
mod find;
mod qr;
mod quote;

pub use compare::compare;
pub use difference::difference;
pub use examples::{Example, examples, examples_json};
use fiberlane_messages::Voice;
pub use find::{find, search};
pub use qr::qr;
pub use quote::quote_sheet;

use fiberlane_engine::{Request, Verdicts, verdict};

/// A request with its answer.
struct Side<'a> {
    request: &'a Request,
    first: Verdicts,
}

impl<'a> Side<'a> {
    fn of(voice: Voice<'_>, request: &'a Request) -> Self {
        Self { request, first: verdict(voice.catalog(), request) }
    }
}
