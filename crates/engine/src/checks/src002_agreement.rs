//! SRC002: The figures come from a multi-source agreement
//!
//! The application is defined by an agreement of vendors and not by a standards body.

use super::{Case, src001_draft};
use crate::finding::{Code, Finding};
use fiberlane_catalog::Confidence;

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    src001_draft::say(case, Confidence::Msa, Code::Src002, out);
}
