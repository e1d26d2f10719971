//! TOP001: The topology does not suit the application
//!
//! Parallel ports run over array cords and trunks, duplex ports over duplex cords and cassettes, breakouts over a
//! cassette or a harness. Choose a topology that suits the connectors at the two ends.

use crate::finding::{Code, Fact, Finding};
use crate::link::Link;
use crate::request::Topology;
use fiberlane_catalog::Catalog;

/// Says which topologies suit instead.
pub(crate) fn found(
    catalog: &Catalog,
    link: &Link,
    topology: Topology,
    suitable: &[Topology],
) -> Finding {
    let suitable = suitable.iter().map(|topology| topology.name()).collect();
    Finding::new(Code::Top001, "topology")
        .fact("topology", Fact::name(topology.name()))
        .fact("application", Fact::name(catalog.application(link.near).name))
        .fact("connector", Fact::name(link.a.plug.connector.name()))
        .fact("suitable", Fact::Words(suitable))
}
