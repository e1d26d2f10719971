//! MDL001: The receptacle of the module is not known
//!
//! No source, or none that can be believed, says which plug this module takes or how its positions are used.
//! The channel is drawn with the usual plug of the application, and nothing is passed.

use super::Case;
use crate::finding::{Code, Fact, Finding};

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    let ends = [("module", case.module), ("farEnd.module", case.far_module)];
    for ((subject, module), known) in ends.into_iter().zip(case.link.known) {
        if let Some(module) = module.filter(|_| !known) {
            out.push(Finding::new(Code::Mdl001, subject).fact("module", Fact::name(module.id)));
        }
    }
}
