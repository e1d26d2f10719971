//! INS002: The route has no place for the trunks in place
//!
//! A direct cord passes by the trunks that are there to be used, and a cross-connect needs two runs of them where one is
//! in place. Choose another route, or say the lengths of both runs, or leave the trunks out.

use crate::finding::{Code, Fact, Finding};
use crate::request::Topology;

pub(crate) fn found(topology: Topology) -> Finding {
    Finding::new(Code::Ins002, "topology").fact("topology", Fact::name(topology.name()))
}
