//! What stands below the verdict, part by part.

use crate::{channel_in, curves, findings, ladder, order, proof};
use fiberlane_engine::Verdicts;
use fiberlane_engine::design::Design;
use fiberlane_messages::Voice;

/// Channel, findings, charts, order and proof of a plan, each by its name. `room` is what the
/// drawing has, in pixels; without any, drawing and charts are made for a column. Where nothing is
/// recommended, there are only findings.
#[must_use]
pub fn parts(voice: Voice<'_>, plan: &Verdicts, room: i32) -> [(&'static str, String); 6] {
    let narrow = room == 0;
    let of = |render: &dyn Fn(&Design) -> String| {
        plan.recommended.as_ref().map(render).unwrap_or_default()
    };
    [
        ("channel", of(&|design| channel_in(voice, design, room))),
        ("findings", findings(voice, plan)),
        ("ladder", of(&|design| ladder(voice, design, narrow))),
        ("curves", of(&|design| curves(voice, design, narrow))),
        ("order", of(&|design| order(voice, design))),
        ("proof", of(&|design| proof(voice, design))),
    ]
}
