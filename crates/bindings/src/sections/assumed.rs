//! Which lengths nobody said: in their fields they look like any other.

use fiberlane_engine::Plan;
use fiberlane_messages::{Html, fill, list_comma, word};

pub(super) fn section(plan: &Plan) -> String {
    let spans = plan.first.recommended.iter().map(|design| &design.frame.span);
    let words: Vec<String> =
        spans.flat_map(|span| &span.assumed).map(|field| word(field)).collect();
    let mut html = Html::new();
    if !words.is_empty() {
        html.text(&fill("advice.assumed", &[("fields", &words.join(list_comma()))]));
    }
    html.finish()
}
