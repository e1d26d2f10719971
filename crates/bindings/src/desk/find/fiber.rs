//! Fibers and their kinds: `OM4`, `single-mode`, `MMF`.

use super::atoms::Typed;
use super::word::Meaning;
use fiberlane_catalog::{Fiber, Mode};

const SINGLE: [&str; 12] = [
    "singlemode",
    "single",
    "sm",
    "smf",
    "monomode",
    "monomodo",
    "einmoden",
    "einmode",
    "单模",
    "单模光纤",
    "シングルモード",
    "mono",
];
const MULTI: [&str; 12] = [
    "multimode",
    "multi",
    "mm",
    "mmf",
    "multimodo",
    "mehrmoden",
    "multimodus",
    "多模",
    "多模光纤",
    "マルチモード",
    "mmode",
    "multimodal",
];

/// A fiber or a kind of fiber that begins here, and the atom behind it.
pub(super) fn read(typed: &Typed, at: usize) -> Option<(usize, Meaning)> {
    let word = typed.text(at);
    let fiber = match word {
        "om3" => Fiber::Om3,
        "om4" => Fiber::Om4,
        "om5" => Fiber::Om5,
        "os2" => Fiber::Os2,
        _ => return mode(typed, at),
    };
    Some((at + 1, Meaning::Fiber(fiber)))
}

fn mode(typed: &Typed, at: usize) -> Option<(usize, Meaning)> {
    let word = typed.text(at);
    let mode = match word {
        _ if SINGLE.contains(&word) => Mode::Single,
        _ if MULTI.contains(&word) => Mode::Multi,
        _ => return None,
    };
    let split = matches!(word, "single" | "multi" | "mono");
    if split && typed.text(at + 1) != "mode" {
        return None;
    }
    Some((at + 1 + usize::from(split), Meaning::Mode(mode)))
}
