//! The documentation of the checks, as the product explains them.

/// What a code means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The code, such as `LOS001`.
    pub code: &'static str,
    /// What it says, in few words.
    pub title: &'static str,
    /// What it means and what to do.
    pub text: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/explanations.rs"));

/// Every explanation, by code.
#[must_use]
pub fn explanations() -> &'static [Explanation] {
    EXPLANATIONS
}

/// The explanation of a code, however it is capitalized.
#[must_use]
pub fn explain(code: &str) -> Option<&'static Explanation> {
    EXPLANATIONS.iter().find(|explanation| explanation.code.eq_ignore_ascii_case(code))
}
