//! KEY001: Aligned keys on angled end faces
//!
//! Angled end faces lie flat on each other only when one plug has its key up and the other its key down (opposed, Type A
//! adapter). With aligned keys (Type B adapter) both lean the same way and a gap stays open.
//! Methods B and U2 therefore do not suit angled MPO; U1 does.

use super::Case;
use crate::end::MatingFault;
use crate::finding::{Code, Fact, Finding};
use crate::request::{Change, Method, Polarity};
use fiberlane_catalog::Key;

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    let change = Change::of(|set| set.polarity = Some(Polarity::Method(Method::U1)));
    // Another method turns no adapter that lies there.
    let stays =
        case.elements.iter().any(|element| element.in_place && element.key == Some(Key::Aligned));
    for mating in case.faults(MatingFault::AngledAligned) {
        let finding = Finding::new(Code::Key001, format!("channel[{}]", mating.at))
            .fact("method", Fact::name(case.method));
        out.push(if stays { finding } else { finding.fix(change.clone()) });
    }
}
