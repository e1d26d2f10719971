//! END001: Angled meets flat
//!
//! An angled (APC) end face and a flat (PC, UPC) one touch at an edge only: high loss, strong reflection, and scratched
//! end faces. Both ends of every mating must have the same end face.

use super::Case;
use crate::end::MatingFault;
use crate::finding::{Code, Fact, Finding};

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    for mating in case.faults(MatingFault::EndFace) {
        out.push(
            Finding::new(Code::End001, format!("channel[{}]", mating.at))
                .fact("a", Fact::name(mating.a.connector.name()))
                .fact("b", Fact::name(mating.b.connector.name()))
                .fact("faceA", Fact::name(mating.a.face.map_or("none", |face| face.name())))
                .fact("faceB", Fact::name(mating.b.face.map_or("none", |face| face.name()))),
        );
    }
}
