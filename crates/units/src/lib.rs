//! Exact quantities of fiber cabling.
//!
//! Every quantity is an integer in a step so small that sums and products of real inputs stay
//! exact: length in 0.1 mm, attenuation in 0.001 dB/km, loss in 10⁻¹⁰ dB. One length step times
//! one attenuation step is exactly one loss step, so a comparison at a limit never hangs on a
//! float.
#![forbid(unsafe_code)]

mod decimal;
mod length;
mod loss;

pub use decimal::{DecimalError, format_decimal, parse_decimal};
pub use length::Length;
pub use loss::{Attenuation, Loss, Margin, Power};

/// A fiber's place in a connector, counted from 1.
///
/// In a one-row MPO position 1 is at the left when the end face is looked at with the key up. In a
/// duplex connector 1 is side A, which receives, and 2 is side B, which transmits.
pub type Position = u8;

/// Which end of a link, cable or part is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The end that the request calls A.
    A,
    /// The end that the request calls B.
    B,
}
