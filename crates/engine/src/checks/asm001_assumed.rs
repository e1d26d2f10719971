//! ASM001: Assumed lengths and counts
//!
//! What the request leaves open and no rule settles is assumed: 3 m for a cord, 30 m for a trunk, one link, standard
//! grade for a trunk in place.
//! The figures hold for these values only; give your own before ordering.

use super::Case;
use crate::finding::{Code, Fact, Finding};
use crate::request::InstalledKind;

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    let mut assumed = case.span.assumed.clone();
    if case.request.links.is_none() {
        assumed.push("links");
    }
    let trunk = case.request.in_place(InstalledKind::Trunk);
    if trunk.is_some_and(|trunk| trunk.grade.is_none()) && !case.span.trunks.is_empty() {
        assumed.push("gradeInPlace");
    }
    if !assumed.is_empty() {
        out.push(Finding::new(Code::Asm001, "lengths").fact("assumed", Fact::Words(assumed)));
    }
}
