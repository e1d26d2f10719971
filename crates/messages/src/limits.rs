//! The limits beside loss and reach, said once for page and documents.

use crate::{Figure as _, Voice, status_text};
use fiberlane_engine::limits::{Outcome, Reflectance};
use fiberlane_units::Loss;

fn state(voice: Voice<'_>, outcome: Outcome) -> &str {
    voice.lookup(&["verdict.", outcome.name()].concat()).unwrap_or_default()
}

/// What came of the limit on discrete reflectance, with how far the limit can be trusted.
#[must_use]
pub fn reflectance_words(voice: Voice<'_>, row: Option<&Reflectance>) -> String {
    let Some(row) = row else { return voice.text("advice.others.noReflectance").to_owned() };
    if row.connections == 0 {
        return voice.text("advice.others.noConnections").to_owned();
    }
    let key = match row.returns {
        Some(_) => "advice.others.reflectance",
        None => "advice.others.reflectanceOpen",
    };
    let values = [
        ("least", row.least.to_string()),
        ("returns", row.returns.unwrap_or_default().to_string()),
        ("connections", row.connections.to_string()),
        ("confidence", status_text(voice, row.confidence).to_owned()),
        ("state", state(voice, row.outcome).to_owned()),
    ];
    let values: Vec<(&str, &str)> = values.iter().map(|(n, v)| (*n, v.as_str())).collect();
    voice.fill(key, &values)
}

/// What came of the least loss that a receiver needs, beside what the channel usually loses.
#[must_use]
pub fn least_words(voice: Voice<'_>, least: Option<(Loss, Outcome)>, usual: Loss) -> String {
    match least {
        None => voice.text("advice.others.noLeast").to_owned(),
        Some((least, outcome)) => voice.fill(
            "advice.others.least",
            &[
                ("least", &least.exact(voice)),
                ("loss", &usual.said(voice)),
                ("state", state(voice, outcome)),
            ],
        ),
    }
}
