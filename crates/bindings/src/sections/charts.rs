//! The loss along the channel, the margin against length and the proof lane by lane, for the page
//! to show behind its verdict.

use fiberlane_catalog::built_in;
use fiberlane_engine::wire::Json;
use fiberlane_engine::{Request, verdict};
use fiberlane_view as view;

/// Charts and proof of a request as markup, for a column where it is `narrow`: a JSON text with
/// `ladder`, `curves` and `proof`. All are empty where nothing is recommended.
#[must_use]
pub fn charts(request: &Request, narrow: bool) -> String {
    let answer = verdict(built_in(), request);
    let design = answer.recommended.as_ref();
    let mut json = Json::new();
    json.object(|j| {
        for (name, draw) in [
            ("ladder", view::ladder as Draw),
            ("curves", view::curves),
            ("proof", |design, _| view::proof(design)),
        ] {
            let markup = design.map(|design| draw(design, narrow)).unwrap_or_default();
            j.key(name).string(&markup);
        }
    });
    json.finish()
}

type Draw = fn(&fiberlane_engine::design::Design, bool) -> String;
