//! APP001: An older name of an application
//!
//! The name stood for several types that do not link to each other, such as 100G BiDi for 100G-SR1.2 and 100G-SRBD. It is
//! still taken, as one of them. Compare with the part numbers of the modules, and choose the other type where it is meant.

use super::Case;
use crate::finding::{Code, Fact, Finding};

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    let Some(former) = case.request.former else { return };
    let taken = case.applications().find(|application| application.former.contains(&former));
    if let Some(application) = taken {
        let others = application.told_from.iter().map(|id| case.catalog.application(*id).name);
        let types = std::iter::once(application.name).chain(others).collect();
        out.push(
            Finding::new(Code::App001, "application")
                .fact("former", Fact::name(former))
                .fact("types", Fact::Words(types))
                .fact("application", Fact::name(application.name)),
        );
    }
}
