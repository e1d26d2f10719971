//! BRK004: No part of the catalog breaks this out
//!
//! The pair of applications works, but no cassette or harness of the catalog takes the connector apart as it needs.

use crate::finding::{Code, Fact, Finding};
use crate::link::Link;
use crate::request::Topology;
use fiberlane_catalog::Catalog;

/// Says that no part fits.
pub(crate) fn found(catalog: &Catalog, link: &Link, topology: Topology) -> Finding {
    Finding::new(Code::Brk004, "farEnd")
        .fact("from", Fact::name(catalog.application(link.near).name))
        .fact("to", Fact::name(catalog.application(link.far).name))
        .fact("topology", Fact::name(topology.name()))
}
