//! Words for what the engine says, by key, from one locale file.
//!
//! The engine speaks in codes and typed facts; page and command line turn them into sentences
//! here, so that both say the same and other languages can follow. Whoever says something is handed
//! a [`Voice`]; nothing here remembers one.
#![forbid(unsafe_code)]

#[cfg(feature = "advice")]
pub mod advice;
pub mod checks;
mod figures;
mod finding;
mod html;
#[cfg(feature = "advice")]
mod limits;
pub mod order;
mod part;
mod place;
#[cfg(feature = "advice")]
mod problem;
mod status;
mod there;
mod voice;
mod words;

pub use figures::{Figure, Unit};
pub use finding::{finding_in, finding_text};
pub use html::Html;
#[cfg(feature = "advice")]
pub use limits::{least_words, reflectance_words};
pub use part::{end_words, part_words};
pub use place::{element_title, place_name};
#[cfg(feature = "advice")]
pub use problem::expected_words;
pub use status::status_text;
pub use there::{at_words, headline, in_place_words, rests_on};
pub use voice::{Spoken, Voice};
pub use words::Words;

/// A message with its `{names}` filled in; an unknown name stays as it is.
#[must_use]
pub fn fill_text(template: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            out.push('{');
            rest = after;
            continue;
        };
        match values.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => out.push_str(value),
            None => {
                out.push('{');
                out.push_str(name);
                out.push('}');
            }
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::fill_text;

    #[test]
    fn fills_names_and_leaves_what_it_does_not_know() {
        assert_eq!(fill_text("{a} of {b}, {c}", &[("a", "1"), ("b", "2")]), "1 of 2, {c}");
        assert_eq!(fill_text("open { only", &[]), "open { only");
    }
}
