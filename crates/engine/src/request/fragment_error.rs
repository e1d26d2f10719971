//! Why a link is no request, for programs: a code and a sentence. People read words of a locale.

use super::FragmentError;
use std::fmt;

impl FragmentError {
    /// The kind, as one word that stays the same.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Version => "link-version",
            Self::Damaged => "link-damaged",
            Self::Field(_) => "link-field",
        }
    }
}

impl fmt::Display for FragmentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Version => f.write_str("the link was made by another version"),
            Self::Damaged => f.write_str("the link was cut off or altered"),
            Self::Field(field) => {
                write!(f, "the link names something unknown in the field {field}")
            }
        }
    }
}

impl std::error::Error for FragmentError {}
