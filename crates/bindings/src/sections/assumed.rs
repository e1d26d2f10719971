//! Which lengths nobody said: in their fields they look like any other.

use fiberlane_engine::Plan;
use fiberlane_messages::{Html, Voice};

pub(super) fn section(voice: Voice<'_>, plan: &Plan) -> String {
    let spans = plan.first.recommended.iter().map(|design| &design.frame.span);
    let words: Vec<String> =
        spans.flat_map(|span| &span.assumed).map(|field| voice.word(field)).collect();
    let mut html = Html::new();
    if !words.is_empty() {
        html.text(&voice.fill("advice.assumed", &[("fields", &words.join(voice.list_comma()))]));
    }
    html.finish()
}
