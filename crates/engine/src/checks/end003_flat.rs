//! END003: A flat mating where angled ones are expected
//!
//! The application has angled end faces because its receivers are sensitive to reflection. Parts in place have flat ones:
//! hybrid cords join them to the transceivers and light passes, but the reflection of the flat matings is not checked.

use super::Case;
use crate::finding::{Code, Fact, Finding};
use fiberlane_catalog::{EndFace, Mode};

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    if case.link.array_face != EndFace::Angled || case.link.mode != Mode::Multi {
        return;
    }
    let flat = case.matings.iter().find(|mating| {
        let faces = [mating.a.face, mating.b.face];
        mating.counted && mating.a.connector.is_array() && faces == [Some(EndFace::Flat); 2]
    });
    if let Some(mating) = flat {
        out.push(
            Finding::new(Code::End003, format!("channel[{}]", mating.at))
                .fact("application", Fact::name(case.application.name)),
        );
    }
}
