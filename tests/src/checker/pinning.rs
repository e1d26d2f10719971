//! The pinning scheme: which ends of trunks and cassettes carry the pins.

use super::spec::Spec;
use super::wire::{Design, Element};

/// Checks a named (or chosen) scheme; matings are judged elsewhere.
pub(crate) fn check(spec: &Spec, design: &Design, out: &mut Vec<String>) {
    let (first, module) = match spec.pinning.as_deref() {
        Some("pinned-trunk") => ("pinned", "unpinned"),
        Some("pinned-module") => ("unpinned", "pinned"),
        _ => return,
    };
    if spec.in_place.decides_pins() {
        return;
    }
    let between = design.between();
    for cassette in between.iter().filter(|e| e.is("cassette")) {
        if cassette.ends.iter().flatten().any(|e| e.is_mpo() && e.pins != module) {
            out.push(format!("the rear of {} is not {module}", cassette.name()));
        }
    }
    let pins = |e: &Element| e.ends.iter().flatten().map(|e| e.pins.clone()).collect::<Vec<_>>();
    for (i, element) in between.iter().enumerate().filter(|(_, e)| e.is("trunk")) {
        let joint = i >= 2
            && between.get(i - 1).is_some_and(|e| e.is("adapter"))
            && between.get(i - 2).is_some_and(|e| e.is("trunk"));
        let pins = pins(element);
        let right = if joint {
            // Two trunks that meet in one panel: the second is pinned at one end only.
            pins.iter().filter(|p| *p == "pinned").count() == 1
        } else {
            pins.iter().all(|p| p == first)
        };
        if !right {
            out.push(format!("{} is {} under its pinning scheme", element.name(), pins.join("/")));
        }
    }
}
