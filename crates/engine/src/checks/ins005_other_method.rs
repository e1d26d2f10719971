//! INS005: The cassettes in place serve another method than was named
//!
//! A letter names the cassettes and the keys and cords that usually go with them. The same cassettes serve more than one
//! method, and here light passes with the keys and cords of another one: the channel is built and named by that.

use super::Case;
use crate::finding::{Code, Fact, Finding};
use crate::request::InstalledKind;

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    let parts = case.request.installed.iter().flatten().enumerate();
    for (entry, part) in parts.filter(|(entry, _)| !case.unplaced.contains(entry)) {
        let other = part.method.filter(|method| method.name() != case.method);
        let cassette = part.kind == InstalledKind::Cassette;
        if let Some(method) = other.filter(|_| cassette && !case.method.is_empty()) {
            out.push(
                Finding::new(Code::Ins005, format!("installed[{entry}]"))
                    .fact("part", Fact::name(part.kind.name()))
                    .fact("polarity", Fact::name(method.name()))
                    .fact("method", Fact::name(case.method)),
            );
        }
    }
}
