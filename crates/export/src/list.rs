//! The order list for the clipboard.

use crate::doc::plain;
use crate::notice::notices;
use fiberlane_engine::Verdicts;
use fiberlane_messages::Voice;
use fiberlane_messages::order::{common_fields, counts_words, field_words, order_rows};

/// The order as text: quantity, tab, description, and below it what else is fixed.
#[must_use]
pub fn order_text(voice: Voice<'_>, first: &Verdicts) -> String {
    let mut lines = notices(voice, first);
    if let Some(design) = &first.recommended {
        let rows = order_rows(voice, design);
        let common = common_fields(&rows);
        for row in &rows {
            lines.push(format!("{}\t{}", row.line.quantity, row.description));
            let own = row.own_fields(&common);
            let confirm = (!own.is_empty())
                .then(|| voice.fill("order.confirm", &[("fields", &field_words(voice, &own))]));
            let mut below = row.details();
            below.extend(confirm.as_deref());
            if !below.is_empty() {
                lines.push(format!("\t{}", below.join(" · ")));
            }
        }
        if !common.is_empty() {
            lines.push(voice.fill("order.confirmAll", &[("fields", &field_words(voice, &common))]));
        }
        lines.push(counts_words(voice, design));
    }
    let mut text = plain(&lines.join("\n"));
    text.push('\n');
    text
}
