//! ASM001: Assumed lengths and counts
//!
//! What the request leaves open and no rule settles is assumed: 3 m for a cord, 30 m for a trunk, one link, and for a
//! trunk in place whatever of its connector, fiber, end faces, pins, type, length and grade is not said. The figures and
//! the parts hold for these values only; give your own before ordering.

use super::Case;
use crate::finding::{Code, Fact, Finding};
use crate::request::InstalledKind;

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    let mut assumed = case.span.assumed.clone();
    if case.request.links.is_none() {
        assumed.push("links");
    }
    let trunk = case.request.in_place(InstalledKind::Trunk);
    if let Some(trunk) = trunk.filter(|_| !case.span.trunks.is_empty()) {
        // A measured map says what the type would.
        for (open, name) in [
            (trunk.connector.is_none(), "connectorInPlace"),
            (trunk.fiber.is_none(), "fiberInPlace"),
            (trunk.face.is_none(), "faceInPlace"),
            (trunk.pins.is_none(), "pinsInPlace"),
            (
                trunk.method.is_none() && trunk.two_rows.is_none() && trunk.map.is_none(),
                "typeInPlace",
            ),
            (trunk.length.is_none(), "lengthInPlace"),
            (trunk.grade.is_none(), "gradeInPlace"),
        ] {
            assumed.extend(open.then_some(name));
        }
    }
    if !assumed.is_empty() {
        out.push(Finding::new(Code::Asm001, "lengths").fact("assumed", Fact::Words(assumed)));
    }
}
