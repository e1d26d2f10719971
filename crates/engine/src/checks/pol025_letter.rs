//! POL025: A letter for two rows, or a map for one
//!
//! Cables with two rows of twelve fibers are sold under the same letters with different maps. A method by letter is no
//! answer for them, wherever the two rows come from: the transceiver, the fibers per connector, or a part in place. Name
//! a map by its id. Connectors with one row go by a letter, and no map of two rows is theirs.

use crate::finding::{Code, Fact, Finding};

pub(crate) fn found(polarity: &'static str) -> Finding {
    Finding::new(Code::Pol025, "polarity").fact("method", Fact::name(polarity))
}
