//! POL025: A letter does not settle two rows
//!
//! Cables with two rows of twelve fibers are sold under the same letters with different maps. A method by letter is no
//! answer for them, wherever the two rows come from: the transceiver, the fibers per connector, or a part in place. Name
//! a map by its id.

use crate::finding::{Code, Fact, Finding};
use crate::request::Method;

pub(crate) fn found(method: Method) -> Finding {
    Finding::new(Code::Pol025, "polarity").fact("method", Fact::name(method.name()))
}
