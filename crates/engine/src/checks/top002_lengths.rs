//! TOP002: The lengths do not suit the topology
//!
//! A topology has a place for certain cables. Give lengths for those, or leave the topology open.
//! A trunk of 0 m is none: direct cords and a harness from port to port are routes of their own.

use crate::finding::{Code, Fact, Finding};
use crate::request::Topology;
use fiberlane_units::Length;

/// Says which field has no place.
pub(crate) fn found(topology: Topology, field: &'static str) -> Finding {
    Finding::new(Code::Top002, format!("lengths.{field}"))
        .fact("topology", Fact::name(topology.name()))
        .fact("field", Fact::name(field))
}

/// Says which trunk has no length.
pub(crate) fn empty_trunk(topology: Topology, at: usize) -> Finding {
    Finding::new(Code::Top002, format!("lengths.trunks[{at}]"))
        .fact("topology", Fact::name(topology.name()))
        .fact("field", Fact::name("trunks"))
        .fact("length", Fact::Length(Length::ZERO))
}
