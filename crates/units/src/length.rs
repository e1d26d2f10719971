//! Length of cable.

use crate::{DecimalError, format_decimal, parse_decimal};
use std::iter::Sum;
use std::ops::Add;

/// A length of cable in steps of 0.1 mm, at least 0. One foot is exactly 3,048 steps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Length(u64);

impl Length {
    /// No length at all, which is a value like any other.
    pub const ZERO: Self = Self(0);

    /// Decimal places of a length in meters.
    pub const DIGITS: u32 = 4;

    /// A whole number of meters.
    #[must_use]
    pub const fn from_meters(meters: u32) -> Self {
        Self(meters as u64 * 10_000)
    }

    /// A number of 0.1 mm steps.
    #[must_use]
    pub const fn from_steps(steps: u64) -> Self {
        Self(steps)
    }

    /// The number of 0.1 mm steps.
    #[must_use]
    pub const fn steps(self) -> u64 {
        self.0
    }

    /// Reads meters, at most four decimal places.
    ///
    /// # Errors
    /// When the text is no decimal number, is negative, or is finer than 0.1 mm.
    pub fn parse_meters(text: &str) -> Result<Self, DecimalError> {
        let steps = parse_decimal(text, Self::DIGITS)?;
        u64::try_from(steps).map(Self).map_err(|_| DecimalError::NotANumber)
    }

    /// Writes meters in the shortest exact form, without the unit.
    #[must_use]
    pub fn meters(self) -> String {
        format_decimal(i64::try_from(self.0).unwrap_or(i64::MAX), Self::DIGITS)
    }
}

impl Add for Length {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sum for Length {
    fn sum<I: Iterator<Item = Self>>(lengths: I) -> Self {
        lengths.fold(Self::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_foot_is_exact() {
        assert_eq!(Length::parse_meters("0.3048"), Ok(Length::from_steps(3_048)));
        assert_eq!(Length::from_steps(3_048).meters(), "0.3048");
    }

    #[test]
    fn a_negative_length_is_refused() {
        assert!(Length::parse_meters("-1").is_err());
    }
}
