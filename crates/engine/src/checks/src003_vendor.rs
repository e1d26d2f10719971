//! SRC003: The figures are one vendor's own
//!
//! No standard describes this module as such: it is its makers' own, or two standard ports in one housing. What the
//! figures rest on stands beside it; ask the maker for the rest.

use super::{Case, src001_draft};
use crate::finding::{Code, Finding};
use fiberlane_catalog::Confidence;

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    src001_draft::say(case, Confidence::Vendor, Code::Src003, out);
}
