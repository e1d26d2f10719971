//! BAS001: Fibers per connector do not agree
//!
//! The fibers per connector are fixed to another number than the trunks in place or the conversion modules have. One of
//! the two has to give way.

use crate::finding::{Code, Fact, Finding};
use fiberlane_catalog::Connector;

pub(crate) fn found(base: u8, array: Connector) -> Finding {
    Finding::new(Code::Bas001, "base")
        .fact("base", Fact::Count(u32::from(base)))
        .fact("connector", Fact::name(array.name()))
}
