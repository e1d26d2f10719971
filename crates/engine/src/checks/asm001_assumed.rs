//! ASM001: Assumed lengths and counts
//!
//! What the request leaves open and no rule settles is assumed: 3 m for a cord, 30 m for a trunk, one link, and of parts
//! in place whatever is not said of connector, fiber, end faces, pins, type, key, length and grade. Where nobody says how
//! many legs or pieces lie there, enough are assumed; pieces that were counted have the ports that new ones would have. The figures and the parts hold for these values only; give your own
//! before ordering. A warning where parts in place are concerned, since a wrong guess there is an order that passes no
//! light.

use super::Case;
use crate::finding::{Code, Fact, Finding, Severity};
use crate::request::{Installed, InstalledKind};

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    let mut assumed = case.span.assumed.clone();
    if case.request.links.is_none() {
        assumed.push("links");
    }
    let settled = assumed.len();
    let placed = case.request.installed.iter().flatten().enumerate();
    for (_, part) in placed.filter(|(entry, _)| !case.unplaced.contains(entry)) {
        for name in unsaid(part) {
            if !assumed.contains(&name) {
                assumed.push(name);
            }
        }
    }
    if assumed.is_empty() {
        return;
    }
    let severity = if assumed.len() > settled { Severity::Warning } else { Severity::Info };
    let finding = Finding::new(Code::Asm001, "lengths").severity(severity);
    out.push(finding.fact("assumed", Fact::Words(assumed)));
}

/// What is not said of a part and has to be assumed.
fn unsaid(part: &Installed) -> Vec<&'static str> {
    let trunk = part.kind == InstalledKind::Trunk;
    let panel = part.kind == InstalledKind::AdapterPanel;
    // A measured map says what the type would.
    let typed = part.method.is_some() || part.mapped.is_some() || part.map.is_some();
    let kind = if trunk { "typeInPlace" } else { "methodInPlace" };
    let all = [
        (part.connector.is_none(), "connectorInPlace"),
        (!panel && part.fiber.is_none(), "fiberInPlace"),
        (!panel && part.face.is_none(), "faceInPlace"),
        (!panel && part.pins.is_none(), "pinsInPlace"),
        (!panel && !typed, kind),
        (!trunk && part.key.is_none(), "keyInPlace"),
        (trunk && part.length.is_none(), "lengthInPlace"),
        (!panel && part.grade.is_none(), "gradeInPlace"),
        (trunk && (part.legs.is_none() || part.count.is_none()), "legsInPlace"),
        (!trunk && part.count.is_none(), "countInPlace"),
        // Pieces that were counted are taken for the smallest that are made.
        (!trunk && part.count.is_some(), "sizeInPlace"),
    ];
    all.into_iter().filter_map(|(open, name)| open.then_some(name)).collect()
}
