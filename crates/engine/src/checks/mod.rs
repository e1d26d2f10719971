//! The checks. One check, one file; each file's documentation is what `fiberlane explain` prints.

mod app001_older_name;
mod asm001_assumed;
pub(crate) mod bas001_base;
pub(crate) mod brk001_not_listed;
pub(crate) mod brk002_unsupported;
mod brk003_depends;
pub(crate) mod brk004_no_part;
pub(crate) mod brk006_far_module;
mod chk001_not_checked;
pub(crate) mod cnv001_conversion;
mod end001_end_face;
mod end002_sold_both_ways;
mod end003_flat;
mod fib001_mixed;
mod grd001_grade;
mod ifc001_interface;
pub(crate) mod ins001_in_place;
mod ins002_no_place;
mod ins003_own_length;
mod ins004_too_few;
mod ins005_other_method;
mod ins006_fixed_choice;
mod key001_aligned_angled;
mod key002_offset;
mod los001_over_limit;
mod los002_no_limit;
mod los010_lower_class;
mod los011_grade_differs;
mod los012_allocation;
mod los013_basis_decides;
pub(crate) mod los014_house_rule;
mod los015_guidance;
mod mdl001_receptacle;
mod mdl002_module_reach;
mod mod001_mode;
mod ovl001_too_little_loss;
mod ovl002_long_reach;
mod pin001_both_unpinned;
mod pin002_both_pinned;
mod pol001_dead_lane;
mod pol002_split_pair;
mod pol003_ports_reversed;
mod pol004_lanes_exchanged;
mod pol005_crossed_plugs;
mod pol010_side_assignment;
mod pol024_confirm_map;
pub(crate) mod pol025_letter;
mod pol032_no_map;
mod prt001_no_part;
mod rch001_too_long;
mod rch002_no_reach;
mod rch003_nothing_left;
mod ref001_reflectance;
mod req001_not_used;
mod src001_draft;
mod src002_agreement;
mod src003_vendor;
pub(crate) mod src004_unconfirmed;
pub(crate) mod top001_topology;
pub(crate) mod top002_lengths;
mod vnd001_channel_rule;

mod case;
#[cfg(feature = "explain")]
mod explain;

pub use case::{Case, Figures};
#[cfg(feature = "explain")]
pub use explain::{Explanation, explain, explanations};
pub use los015_guidance::same_lanes_and_reach;

use crate::finding::Finding;
use crate::order_by::order_by;

type Check = fn(&Case<'_>, &mut Vec<Finding>);

/// Checks of a channel that decide the verdict whatever fiber and grade it is made of; run once for
/// every channel.
const OF_CHANNEL: &[Check] = &[
    brk002_unsupported::check,
    end001_end_face::check,
    ifc001_interface::check,
    key001_aligned_angled::check,
    key002_offset::check,
    mdl001_receptacle::check,
    pin001_both_unpinned::check,
    pin002_both_pinned::check,
    pol001_dead_lane::check,
    pol002_split_pair::check,
    pol004_lanes_exchanged::check,
    pol005_crossed_plugs::check,
    pol032_no_map::check,
];

/// Checks of the figures that decide the verdict; run for every candidate.
const OF_FIGURES: &[Check] = &[
    grd001_grade::check,
    los001_over_limit::check,
    los002_no_limit::check,
    mod001_mode::check,
    ovl001_too_little_loss::check,
    rch001_too_long::check,
    rch002_no_reach::check,
];

/// Checks that only add to what is known; run for the chosen design.
const INFORMING: &[Check] = &[
    app001_older_name::check,
    asm001_assumed::check,
    brk003_depends::check,
    chk001_not_checked::check,
    end002_sold_both_ways::check,
    end003_flat::check,
    fib001_mixed::check,
    ins002_no_place::check,
    ins003_own_length::check,
    ins004_too_few::check,
    ins005_other_method::check,
    ins006_fixed_choice::check,
    los010_lower_class::check,
    los011_grade_differs::check,
    los012_allocation::check,
    los013_basis_decides::check,
    los014_house_rule::check,
    los015_guidance::check,
    mdl002_module_reach::check,
    ovl002_long_reach::check,
    pol003_ports_reversed::check,
    pol010_side_assignment::check,
    pol024_confirm_map::check,
    prt001_no_part::check,
    rch003_nothing_left::check,
    ref001_reflectance::check,
    req001_not_used::check,
    src001_draft::check,
    src002_agreement::check,
    src003_vendor::check,
    src004_unconfirmed::check,
    vnd001_channel_rule::check,
];

/// What decides the verdict of a channel, whatever it is made of.
#[must_use]
pub fn of_channel(case: &Case<'_>) -> Vec<Finding> {
    run(OF_CHANNEL, case)
}

/// What decides the verdict of a channel's figures.
#[must_use]
pub fn of_figures(case: &Case<'_>) -> Vec<Finding> {
    run(OF_FIGURES, case)
}

/// Everything there is to say of a case, most severe first.
#[must_use]
pub fn all(case: &Case<'_>) -> Vec<Finding> {
    let mut findings = run(OF_CHANNEL, case);
    findings.extend(run(OF_FIGURES, case));
    // By code, so that adding a check leaves the others where they are.
    order_by(&mut findings, |finding| finding.code);
    findings.extend(run(INFORMING, case));
    order_by(&mut findings, |finding| finding.severity);
    findings
}

fn run(checks: &[Check], case: &Case<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for check in checks {
        check(case, &mut findings);
    }
    findings
}
