//! The design that the page opens with.

use fiberlane_catalog::built_in;
use fiberlane_engine::Request;
use fiberlane_engine::request::{FarEnd, Lengths, Topology};
use fiberlane_units::Length;

/// 128 links of 400GBASE-DR4 between two rows: the buyer's everyday question.
pub(crate) fn opening() -> Request {
    Request {
        application: built_in().application_called("400GBASE-DR4"),
        far_end: Some(FarEnd::Same(None)),
        topology: Some(Topology::Interconnect),
        lengths: Lengths {
            cord_a: Some(Length::from_meters(5)),
            trunks: vec![Length::from_meters(120)],
            cross: Vec::new(),
            cord_b: Some(Length::from_meters(5)),
        },
        links: Some(128),
        ..Request::default()
    }
}
