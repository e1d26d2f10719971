//! VND001: A rule that the maker prints for its channels
//!
//! The maker of the module allows such a channel less than reach and loss limit do: NVIDIA ends single-mode channels
//! with a splitter at 50 m in all. It is a rule for support, not physics, so it never decides.

use super::Case;
use crate::finding::{Code, Fact, Finding};
use crate::link::Relation;
use fiberlane_catalog::ChannelRuleKind;

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    if !matches!(case.link.relation, Relation::Split(_)) {
        return;
    }
    for (rule, _) in case.link.channel_rules(case.catalog).filter(|(_, named)| *named) {
        let ChannelRuleKind::Splitter(most) = rule.kind else { continue };
        if case.figures.length > most {
            out.push(
                Finding::new(Code::Vnd001, "lengths")
                    .fact("vendor", Fact::name(rule.vendor))
                    .fact("length", Fact::Length(case.figures.length))
                    .fact("most", Fact::Length(most)),
            );
        }
    }
}
