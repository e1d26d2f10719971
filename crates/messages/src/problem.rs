//! What would be right in a request, for people.

use crate::{Voice, fill_text};
use fiberlane_engine::request::Expected;

/// What would be right; as programs have it where a locale has no words for it.
#[must_use]
pub fn expected_words(voice: Voice<'_>, expected: &Expected) -> String {
    let Some(words) = voice.lookup(&["problem.", expected.kind.name()].concat()) else {
        return expected.to_string();
    };
    let given = expected.given.iter().map(|(name, given)| (*name, given.shown(voice.list_comma())));
    let given: Vec<(&str, String)> = given.collect();
    let values: Vec<(&str, &str)> = given.iter().map(|(name, said)| (*name, &**said)).collect();
    fill_text(words, &values)
}
