//! MOD001: Multimode against single-mode
//!
//! The transceivers need the other kind of fiber. Light of a single-mode transmitter does not carry over multimode fiber
//! as its standard requires, and a multimode transmitter couples almost nothing into single-mode fiber.

use super::Case;
use crate::finding::{Code, Fact, Finding};
use fiberlane_catalog::{Fiber, Mode};

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    let fiber = case.figures.fiber;
    if fiber.mode() != case.link.mode {
        out.push(finding("fiber", fiber, case.application.name, case.link.mode));
    }
    // Some modules have optics of the other kind under the name of an application.
    if let Some(module) = case.far_module.filter(|module| module.mode != case.link.mode) {
        out.push(finding("farEnd.module", fiber, module.id, module.mode));
    }
}

fn finding(subject: &str, fiber: Fiber, name: &'static str, mode: Mode) -> Finding {
    let needed = match mode {
        Mode::Multi => "multimode",
        Mode::Single => "single-mode",
    };
    Finding::new(Code::Mod001, subject)
        .fact("fiber", Fact::name(fiber.name()))
        .fact("application", Fact::name(name))
        .fact("needed", Fact::name(needed))
}
