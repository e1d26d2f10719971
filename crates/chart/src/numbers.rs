//! Figures as text, in plain integers: the standard library's float formatting would be the
//! largest function of the browser's module.

use crate::{AxisLabels, LengthUnit};

/// One decibel in the unit of every loss and margin here.
pub(crate) const DB: i64 = 10_000_000_000;

/// Ten thousand decibels and more kilometers than a planet needs: beyond these a figure is an
/// error of the caller, and products with a width in pixels must stay within 64 bits.
pub(crate) const MAX: i64 = 100_000_000_000_000;

/// A loss or margin as the axes can hold it.
pub(crate) fn bounded(value: i64) -> i64 {
    value.clamp(-MAX, MAX)
}

/// A length as the axes can hold it.
pub(crate) fn length(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(MAX).min(MAX)
}

/// `value / unit` with `decimals` digits, rounded half away from zero.
pub(crate) fn fixed(value: i64, unit: i64, decimals: u32, decimal: char) -> String {
    let scale = 10_i64.saturating_pow(decimals);
    let unit = unit.max(1);
    let (whole, rest) = (value.saturating_abs() / unit, value.saturating_abs() % unit);
    let rounded = (2 * rest * scale + unit) / (2 * unit);
    let scaled = whole.saturating_mul(scale).saturating_add(rounded);
    let sign = if value < 0 && scaled != 0 { "\u{2212}" } else { "" };
    let digits = (scaled / scale).to_string();
    let mut out = String::from(sign);
    // Groups from five digits on, as ISO 80000-1 has it: a narrow space means the same everywhere.
    for (index, digit) in digits.chars().enumerate() {
        if digits.len() > 4 && index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push('\u{202f}');
        }
        out.push(digit);
    }
    if decimals > 0 {
        out.push(decimal);
        let rest = (scaled % scale).to_string();
        (rest.len()..usize::try_from(decimals).unwrap_or(0)).for_each(|_| out.push('0'));
        out.push_str(&rest);
    }
    out
}

/// The digits after the point that multiples of `step` need, at least `least`.
pub(crate) fn decimals(step: i64, unit: i64, least: u32) -> u32 {
    let mut digits = least;
    while digits < 4 && step.saturating_mul(10_i64.pow(digits)) % unit != 0 {
        digits += 1;
    }
    digits
}

/// A length with as many digits as its size deserves, without trailing zeros.
pub(crate) fn length_text(value: i64, labels: &AxisLabels<'_>) -> String {
    let unit = length_unit(labels);
    let digits = if value < 10 * unit { 2 } else { u32::from(value < 1000 * unit) };
    let text = fixed(value, unit, digits, labels.decimal);
    if digits == 0 {
        return text;
    }
    text.trim_end_matches('0').trim_end_matches(labels.decimal).to_owned()
}

/// The length with its unit, for the last tick.
pub(crate) fn length_text_with_unit(value: i64, labels: &AxisLabels<'_>) -> String {
    let mut text = length_text(value, labels);
    if !labels.length.is_empty() {
        text.push(' ');
        text.push_str(labels.length);
    }
    text
}

/// One meter or foot in units of 0.1 mm.
pub(crate) fn length_unit(labels: &AxisLabels<'_>) -> i64 {
    match labels.unit {
        LengthUnit::Meters => 10_000,
        LengthUnit::Feet => 3_048,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_half_away_from_zero_and_keeps_the_sign_only_of_what_is_shown() {
        assert_eq!(fixed(22_480_000_000, DB, 3, '.'), "2.248");
        assert_eq!(fixed(-22_485_000_000, DB, 3, ','), "\u{2212}2,249");
        assert_eq!(fixed(-4_000_000, DB, 3, '.'), "0.000");
        assert_eq!(fixed(50_000_000, DB, 2, '.'), "0.01");
        assert_eq!(fixed(0, DB, 0, '.'), "0");
    }

    #[test]
    fn groups_from_five_digits_on() {
        assert_eq!(fixed(9_999, 1, 0, '.'), "9999");
        assert_eq!(fixed(10_000, 1, 0, '.'), "10\u{202f}000");
        assert_eq!(fixed(MAX, 1, 0, '.').matches('\u{202f}').count(), 4);
    }

    #[test]
    fn a_length_has_the_digits_its_size_deserves() {
        let meters = AxisLabels::default();
        let feet = AxisLabels { length: "ft", unit: LengthUnit::Feet, ..meters };
        assert_eq!(length_text(0, &meters), "0");
        assert_eq!(length_text(7_500, &meters), "0.75");
        assert_eq!(length_text(50_000, &meters), "5");
        assert_eq!(length_text(50_000, &feet), "16.4");
        assert_eq!(length_text(1_300_000, &feet), "426.5");
        assert_eq!(length_text(10_000_000, &feet), "3281");
        assert_eq!(length_text_with_unit(100_000_000, &meters), "10\u{202f}000 m");
    }

    #[test]
    fn a_step_shows_all_its_digits() {
        assert_eq!(decimals(DB, DB, 1), 1);
        assert_eq!(decimals(DB / 2, DB, 0), 1);
        assert_eq!(decimals(DB / 20, DB, 0), 2);
    }
}
