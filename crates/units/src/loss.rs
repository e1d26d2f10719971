//! Loss, margin, attenuation and power, which must not be mixed up.

use crate::{DecimalError, Length, format_decimal, parse_decimal};
use std::iter::Sum;
use std::ops::{Add, Mul, Sub};

/// Decimal places of a loss in dB.
const DIGITS: u32 = 10;
/// Loss steps in 0.001 dB, to which faces round.
const MILLI: i64 = 10_000_000;

/// Optical loss in steps of 10⁻¹⁰ dB, at least 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Loss(u64);

/// What is left to a limit, in steps of 10⁻¹⁰ dB; negative when the limit is exceeded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Margin(i64);

/// Attenuation of cabled fiber in steps of 0.001 dB/km.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Attenuation(u32);

/// Optical power in steps of 10⁻¹⁰ dBm. Two powers have no sum; their difference is a [`Margin`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Power(i64);

impl Loss {
    /// No loss.
    pub const ZERO: Self = Self(0);

    /// A loss in thousandths of a dB.
    #[must_use]
    pub const fn from_milli(milli: u32) -> Self {
        Self(milli as u64 * 10_000_000)
    }

    /// A number of 10⁻¹⁰ dB steps.
    #[must_use]
    pub const fn from_steps(steps: u64) -> Self {
        Self(steps)
    }

    /// The number of 10⁻¹⁰ dB steps.
    #[must_use]
    pub const fn steps(self) -> u64 {
        self.0
    }

    /// Reads a loss in dB, at most ten decimal places.
    ///
    /// # Errors
    /// When the text is no decimal number, is negative, or is finer than 10⁻¹⁰ dB.
    pub fn parse_db(text: &str) -> Result<Self, DecimalError> {
        let steps = parse_decimal(text, DIGITS)?;
        u64::try_from(steps).map(Self).map_err(|_| DecimalError::NotANumber)
    }

    /// Writes dB in the shortest exact form, without the unit.
    #[must_use]
    pub fn db(self) -> String {
        format_decimal(signed(self.0), DIGITS)
    }

    /// Writes dB with three places, rounded up: a loss is never shown smaller than it is.
    #[must_use]
    pub fn db_rounded(self) -> String {
        three_places(signed(self.0.div_ceil(MILLI.unsigned_abs())))
    }
}

impl Margin {
    /// A number of 10⁻¹⁰ dB steps.
    #[must_use]
    pub const fn from_steps(steps: i64) -> Self {
        Self(steps)
    }

    /// The number of 10⁻¹⁰ dB steps.
    #[must_use]
    pub const fn steps(self) -> i64 {
        self.0
    }

    /// Whether the limit is kept; equality with it is inside.
    #[must_use]
    pub const fn is_inside(self) -> bool {
        self.0 >= 0
    }

    /// Writes dB in the shortest exact form, without the unit.
    #[must_use]
    pub fn db(self) -> String {
        format_decimal(self.0, DIGITS)
    }

    /// Writes dB with sign and three places, rounded down: a margin is never shown larger than it
    /// is, and the shown loss plus the shown margin give the limit.
    #[must_use]
    pub fn db_rounded(self) -> String {
        let milli = self.0.div_euclid(MILLI);
        let sign = if milli < 0 { "\u{2212}" } else { "+" };
        format!("{sign}{}", three_places(milli.abs()))
    }
}

impl Attenuation {
    /// Attenuation in thousandths of a dB per kilometer.
    #[must_use]
    pub const fn from_milli(milli: u32) -> Self {
        Self(milli)
    }

    /// Attenuation in thousandths of a dB per kilometer.
    #[must_use]
    pub const fn milli(self) -> u32 {
        self.0
    }

    /// Writes dB/km in the shortest exact form, without the unit.
    #[must_use]
    pub fn db_per_km(self) -> String {
        format_decimal(i64::from(self.0), 3)
    }
}

impl Power {
    /// A number of 10⁻¹⁰ dBm steps.
    #[must_use]
    pub const fn from_steps(steps: i64) -> Self {
        Self(steps)
    }
}

impl Add for Loss {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sum for Loss {
    fn sum<I: Iterator<Item = Self>>(losses: I) -> Self {
        losses.fold(Self::ZERO, Add::add)
    }
}

impl Sub for Loss {
    type Output = Margin;

    fn sub(self, other: Self) -> Margin {
        Margin(signed(self.0) - signed(other.0))
    }
}

impl Sub for Power {
    type Output = Margin;

    fn sub(self, other: Self) -> Margin {
        Margin(self.0 - other.0)
    }
}

impl Mul<Length> for Attenuation {
    type Output = Loss;

    /// 0.001 dB/km times 0.1 mm is 10⁻¹⁰ dB.
    fn mul(self, length: Length) -> Loss {
        Loss(u64::from(self.0) * length.steps())
    }
}

fn signed(steps: u64) -> i64 {
    i64::try_from(steps).unwrap_or(i64::MAX)
}

fn three_places(milli: i64) -> String {
    format!("{}.{:03}", milli / 1000, milli % 1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_pairs_fit_where_a_float_says_two() {
        let left =
            Loss::from_milli(1_500) - Attenuation::from_milli(3_000) * Length::from_meters(150);
        assert_eq!(left.steps() / signed(Loss::from_milli(350).steps()), 3);
    }

    #[test]
    fn shown_loss_and_margin_add_up() {
        let limit = Loss::from_milli(1_500);
        let loss =
            Loss::from_milli(1_200) + Attenuation::from_milli(3_500) * Length::from_meters(91);
        assert_eq!(loss.db(), "1.5185");
        assert_eq!(loss.db_rounded(), "1.519");
        assert_eq!((limit - loss).db(), "-0.0185");
        assert_eq!((limit - loss).db_rounded(), "\u{2212}0.019");
    }
}
