//! TOP002: The lengths do not suit the topology
//!
//! A topology has a place for certain cables. Give lengths for those, or leave the topology open.

use crate::finding::{Code, Fact, Finding};
use crate::request::Topology;

/// Says which field has no place.
pub(crate) fn found(topology: Topology, field: &'static str) -> Finding {
    Finding::new(Code::Top002, format!("lengths.{field}"))
        .fact("topology", Fact::name(topology.name()))
        .fact("field", Fact::name(field))
}
