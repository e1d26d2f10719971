//! Decimal text to exact integers and back, without floats.

use std::fmt;

/// Why a decimal text is not a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalError {
    /// Not of the form `-12.5`.
    NotANumber,
    /// More decimal places than the quantity has; the number is the most it takes.
    TooFine(u32),
    /// Too large for any cabling.
    TooLarge,
}

impl fmt::Display for DecimalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotANumber => f.write_str("is not a number"),
            Self::TooFine(digits) => write!(f, "has more than {digits} decimal places"),
            Self::TooLarge => f.write_str("is too large"),
        }
    }
}

impl std::error::Error for DecimalError {}

/// Reads `text` as a decimal number in units of 10^-`digits`.
///
/// # Errors
/// When the text is not a plain decimal number, is finer than `digits` places, or has more than
/// twelve digits before the point.
pub fn parse_decimal(text: &str, digits: u32) -> Result<i64, DecimalError> {
    let text = text.trim();
    let (negative, body) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, fraction) = body.split_once('.').unwrap_or((body, ""));
    let plain = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if (whole.is_empty() && fraction.is_empty()) || !plain(whole) || !plain(fraction) {
        return Err(DecimalError::NotANumber);
    }
    let whole = whole.trim_start_matches('0');
    if whole.len() > 12 {
        return Err(DecimalError::TooLarge);
    }
    let fraction = fraction.trim_end_matches('0');
    if fraction.len() > digits as usize {
        return Err(DecimalError::TooFine(digits));
    }
    let mut value: i64 = 0;
    for byte in whole.bytes().chain(fraction.bytes()) {
        let digit = i64::from(byte - b'0');
        value = value
            .checked_mul(10)
            .and_then(|v| v.checked_add(digit))
            .ok_or(DecimalError::TooLarge)?;
    }
    for _ in fraction.len()..digits as usize {
        value = value.checked_mul(10).ok_or(DecimalError::TooLarge)?;
    }
    Ok(if negative { -value } else { value })
}

/// Writes `value`, in units of 10^-`digits`, in its shortest exact form: `3`, `0.752`, `-0.0185`.
#[must_use]
pub fn format_decimal(value: i64, digits: u32) -> String {
    let scale = 10u64.pow(digits);
    let magnitude = value.unsigned_abs();
    let (whole, fraction) = (magnitude / scale, magnitude % scale);
    let sign = if value < 0 { "-" } else { "" };
    if fraction == 0 {
        return format!("{sign}{whole}");
    }
    let fraction = format!("{fraction:0width$}", width = digits as usize);
    format!("{sign}{whole}.{}", fraction.trim_end_matches('0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes_exactly() {
        for (text, value) in [("0", 0), ("3.0", 30_000), ("42.6", 426_000), ("-0.0185", -185)] {
            assert_eq!(parse_decimal(text, 4), Ok(value), "{text}");
        }
        assert_eq!(format_decimal(-185, 4), "-0.0185");
        assert_eq!(format_decimal(30_000, 4), "3");
        assert_eq!(format_decimal(7_520, 4), "0.752");
    }

    #[test]
    fn says_what_is_wrong() {
        assert_eq!(parse_decimal("1e3", 4), Err(DecimalError::NotANumber));
        assert_eq!(parse_decimal("", 4), Err(DecimalError::NotANumber));
        assert_eq!(parse_decimal(".", 4), Err(DecimalError::NotANumber));
        assert_eq!(parse_decimal("0.00001", 4), Err(DecimalError::TooFine(4)));
        assert_eq!(parse_decimal("9999999999999", 4), Err(DecimalError::TooLarge));
    }
}
