//! CNV001: Conversion modules have no place here
//!
//! Conversion modules stand between array cords and array trunks, in the place of the panels at both ends.
//! A link from duplex ports, a direct cord, a cross-connect or a breakout has no such place.

use crate::finding::{Code, Fact, Finding};
use crate::request::{Conversion, Topology};

pub(crate) fn found(conversion: Conversion, topology: Topology) -> Finding {
    Finding::new(Code::Cnv001, "conversion")
        .fact("conversion", Fact::name(conversion.name()))
        .fact("topology", Fact::name(topology.name()))
}
