//! What stands below the verdict, for the page to show behind it.

use fiberlane_engine::wire::Json;
use fiberlane_engine::{Request, verdict};
use fiberlane_messages::Voice;

/// Channel, findings, charts, order and proof of a request as markup: a JSON text with each by its
/// name. `room` is what the drawing has, in pixels; none is a column.
#[must_use]
pub fn answer(voice: Voice<'_>, request: &Request, room: i32) -> String {
    let mut json = Json::new();
    json.object(|j| {
        let plan = verdict(voice.catalog(), request);
        for (name, markup) in fiberlane_view::parts(voice, &plan, room) {
            j.key(name).string(&markup);
        }
    });
    json.finish()
}
