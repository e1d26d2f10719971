//! LOS015: The published application with the same lanes and reach
//!
//! No loss limit is known for this module. A published application runs as many lanes at the same rate over the same
//! fiber to the same reach; its limit shows what to expect. It is guidance and never the verdict.

use super::Case;
use crate::finding::{Code, Fact, Finding};
use fiberlane_catalog::{Application, Confidence};
use fiberlane_units::{Length, Loss};

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    if case.figures.limit.is_some() {
        return;
    }
    let Some((application, limit)) = same_lanes_and_reach(case) else {
        return;
    };
    // What one of the two ends is known to allow binds more than what another application does.
    let known = [case.application, case.far_application].into_iter();
    let known = known.filter_map(|own| own.limit(case.figures.fiber)?.loss).min();
    if known.is_some_and(|known| known < limit) {
        return;
    }
    out.push(
        Finding::new(Code::Los015, "application")
            .fact("application", Fact::name(application.name))
            .fact("limit", Fact::Loss(limit))
            .fact("loss", Fact::Loss(case.figures.total)),
    );
}

/// The published application that is like the one without a limit, and its limit: a far end that
/// has one, or else one with the lanes of each plug.
#[must_use]
pub fn same_lanes_and_reach(case: &Case<'_>) -> Option<(&'static Application, Loss)> {
    let reach = case.figures.reach?;
    let (fiber, near) = (case.figures.fiber, case.application);
    let lanes = near.lanes / case.link.a.plug.count.max(1);
    let published = |application: &Application| {
        application.status == Confidence::Standard
            && application.mode == near.mode
            && application.lane_rate == near.lane_rate
            && application.plug.connector.is_array() == case.link.is_parallel()
    };
    let limit = |application: &'static Application, reach: Length| {
        let limit = application.limit(fiber).filter(|limit| limit.reach == reach)?;
        Some((application, limit.loss?))
    };
    let catalog = case.catalog;
    let all = catalog.application_ids().map(|id| &catalog.applications[usize::from(id.0)]);
    let alike = |wanted: u8| {
        move |application: &&'static Application| {
            application.lanes == wanted && published(application)
        }
    };
    let far = (case.link.far != case.link.near).then_some(case.far_application);
    far.filter(|far| published(far) && far.lanes == lanes)
        .and_then(|far| limit(far, reach))
        .or_else(|| all.clone().filter(alike(lanes)).find_map(|row| limit(row, reach)))
        .or_else(|| all.clone().filter(alike(near.lanes)).find_map(|row| limit(row, reach)))
}
