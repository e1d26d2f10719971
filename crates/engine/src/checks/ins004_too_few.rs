//! INS004: Fewer parts lie there than the links need
//!
//! The trunks, panels or cassettes in place do not suffice for the links that are asked for. The rest is on the order,
//! alike: same ends, same fiber, same length. Confirm that they are the same as what lies there.

use super::Case;
use crate::finding::{Code, Fact, Finding};

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    for line in case.order.lines.iter().filter(|line| line.own.is_some()) {
        let entry = line.own.map_or(0, |own| own.entry);
        out.push(
            Finding::new(Code::Ins004, format!("installed[{entry}]"))
                .fact("part", Fact::name(line.kind.name()))
                .fact("ordered", Fact::Count(line.quantity - line.spare)),
        );
    }
}
