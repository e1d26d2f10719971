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
pub use find::{find, search};
pub use qr::qr;
pub use quote::quote_sheet;

use fiberlane_catalog::built_in;
use fiberlane_engine::{Request, Verdicts, verdict};

/// A request with its answer.
struct Side<'a> {
    request: &'a Request,
    first: Verdicts,
}

impl<'a> Side<'a> {
    fn of(request: &'a Request) -> Self {
        Self { request, first: verdict(built_in(), request) }
    }
}
