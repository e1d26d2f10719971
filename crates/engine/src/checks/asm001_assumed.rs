//! ASM001: Assumed lengths and counts
//!
//! What the request leaves open and no rule settles is assumed: 3 m for a cord, 30 m for a trunk, one link, and for a
//! trunk in place whatever of its connector, fiber, end faces, pins, type, length and grade is not said. How many free
//! legs it has is never asked: enough are assumed. So is the key of adapters and the method of cassettes in place. The
//! figures and the parts hold for these values only; give your own before ordering. A warning where parts in place are
//! concerned, since a wrong guess there is an order that passes no light.

use super::Case;
use crate::finding::{Code, Fact, Finding, Severity};
use crate::request::InstalledKind;

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    let mut assumed = case.span.assumed.clone();
    if case.request.links.is_none() {
        assumed.push("links");
    }
    let settled = assumed.len();
    // A direct cord passes by whatever is there.
    let used = |kind| case.request.in_place(kind).filter(|_| !case.span.trunks.is_empty());
    if let Some(trunk) = used(InstalledKind::Trunk) {
        // A measured map says what the type would.
        for (open, name) in [
            (trunk.connector.is_none(), "connectorInPlace"),
            (trunk.fiber.is_none(), "fiberInPlace"),
            (trunk.face.is_none(), "faceInPlace"),
            (trunk.pins.is_none(), "pinsInPlace"),
            (
                trunk.method.is_none() && trunk.mapped.is_none() && trunk.map.is_none(),
                "typeInPlace",
            ),
            (trunk.length.is_none(), "lengthInPlace"),
            (trunk.grade.is_none(), "gradeInPlace"),
            (true, "legsInPlace"),
        ] {
            assumed.extend(open.then_some(name));
        }
    }
    let panel = used(InstalledKind::AdapterPanel);
    assumed.extend(panel.filter(|panel| panel.key.is_none()).map(|_| "keyInPlace"));
    let cassette = used(InstalledKind::Cassette);
    assumed.extend(cassette.filter(|cassette| cassette.method.is_none()).map(|_| "methodInPlace"));
    if assumed.is_empty() {
        return;
    }
    let severity = if assumed.len() > settled { Severity::Warning } else { Severity::Info };
    let finding = Finding::new(Code::Asm001, "lengths").severity(severity);
    out.push(finding.fact("assumed", Fact::Words(assumed)));
}
