//! What the field stocks and buys: speeds, classes of fiber, sizes of trunks.

use crate::{Connector, Fiber};
use fiberlane_units::Attenuation;

/// A speed that an application has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Speed {
    /// Gb/s.
    pub gigabits: u16,
    /// As people write it.
    pub name: &'static str,
    /// Whether end A is asked in it; of the others there are far ends.
    pub end_a: bool,
}

/// What is planned with of a class of fiber.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FiberClass {
    /// The class.
    pub fiber: Fiber,
    /// Attenuation that cabling is planned with.
    pub attenuation: Attenuation,
    /// Whether new plant is made of it, so that an open choice is between it and its like.
    pub new_plant: bool,
}

/// The sizes that trunks with a connector are made in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrunkSizes {
    /// Interface of the legs.
    pub connector: Connector,
    /// Numbers of legs, ascending.
    pub legs: &'static [u32],
    /// The number of a full trunk, where nobody says.
    pub usual: u32,
}
