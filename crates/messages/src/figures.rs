//! Figures as they are written in the language and the unit of the person who reads them.

use crate::Voice;
use fiberlane_units::{Attenuation, DecimalError, Length, Loss, Margin, format_decimal};

/// In which unit lengths are said and typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    /// Meters.
    #[default]
    Meters,
    /// International feet of 0.3048 m.
    Feet,
}

impl Voice<'_> {
    /// The sign of the unit.
    #[must_use]
    pub fn unit_sign(self) -> &'static str {
        match self.unit() {
            Unit::Meters => "m",
            Unit::Feet => "ft",
        }
    }

    /// The sign between whole and part.
    #[must_use]
    pub fn decimal_sign(self) -> char {
        self.sign("locale.decimal", '.')
    }

    fn sign(self, key: &str, otherwise: char) -> char {
        self.lookup(key).and_then(|message| message.chars().next()).unwrap_or(otherwise)
    }

    /// A number written with a point, as the language writes it.
    #[must_use]
    pub fn number(self, plain: &str) -> String {
        match self.decimal_sign() {
            '.' => plain.to_owned(),
            sign => plain.replace('.', sign.encode_utf8(&mut [0; 4])),
        }
    }

    /// A whole number, its thousands apart.
    #[must_use]
    pub fn grouped(self, whole: u128) -> String {
        let plain = whole.to_string();
        let separator = self.sign("locale.group", '\u{202f}');
        let mut out = String::new();
        for (index, digit) in plain.chars().enumerate() {
            if index > 0 && (plain.len() - index).is_multiple_of(3) {
                out.push(separator);
            }
            out.push(digit);
        }
        out
    }

    /// A number as people type it: with the decimal sign of their language or a point, and without
    /// doubt. The other sign before exactly three digits may stand between thousands, and nothing is
    /// guessed: the text comes back empty, which is no number.
    #[must_use]
    pub fn plain_number(self, typed: &str) -> String {
        let typed = typed.trim();
        let decimal = self.decimal_sign();
        let Some((whole, part)) = typed.split_once(['.', ',']) else {
            return typed.to_owned();
        };
        let own = typed.chars().nth(whole.chars().count()) == Some(decimal);
        let twice = part.contains(['.', ',']);
        let doubt = !own && part.len() == 3 && whole.trim_start_matches(['-', '+']) != "0";
        if twice || doubt { String::new() } else { format!("{whole}.{part}") }
    }

    /// A count as people type it: a number with its thousands apart as the page writes them, by spaces
    /// or by apostrophes, or a product of such, as in 32 x 16. None where it is something else.
    #[must_use]
    pub fn read_count(self, typed: &str) -> Option<u32> {
        let separator = self.sign("locale.group", '\u{202f}');
        let apart = |c: char| c == separator || c.is_whitespace() || matches!(c, '\'' | '’');
        let mut product = 1_u32;
        for factor in typed.split(['x', 'X', '×', '*']) {
            let mut groups = factor.trim().split(apart);
            let first = groups.next()?;
            let mut digits = first.to_owned();
            for group in groups {
                if group.len() != 3 || first.is_empty() || first.len() > 3 {
                    return None;
                }
                digits.push_str(group);
            }
            if !digits.bytes().all(|digit| digit.is_ascii_digit()) {
                return None;
            }
            product = product.checked_mul(digits.parse().ok()?)?;
        }
        Some(product)
    }

    /// Reads a length in the unit in use, or in the one that is written behind the number.
    ///
    /// # Errors
    /// When it is no number, negative, or finer than 0.1 mm.
    pub fn read_length(self, typed: &str) -> Result<Length, DecimalError> {
        let typed = typed.trim();
        let (rest, unit) = if let Some(rest) = typed.strip_suffix("ft").or(typed.strip_suffix('\''))
        {
            (rest, Unit::Feet)
        } else if let Some(rest) = typed.strip_suffix('m').filter(|rest| !rest.ends_with('k')) {
            (rest, Unit::Meters)
        } else {
            (typed, self.unit())
        };
        let plain = self.plain_number(rest);
        match unit {
            Unit::Meters => Length::parse_meters(&plain),
            // A thousandth of a foot is nearly three steps of 0.1 mm: the nearest step is meant.
            Unit::Feet => {
                let thousandths = fiberlane_units::parse_decimal(&plain, 3)?;
                let thousandths =
                    u64::try_from(thousandths).map_err(|_| DecimalError::NotANumber)?;
                Ok(Length::from_steps((thousandths * 3_048 + 500) / 1_000))
            }
        }
    }

    /// A length in the unit in use, without its sign: meters exact, feet to a tenth.
    #[must_use]
    pub fn length_number(self, length: Length) -> String {
        match self.unit() {
            Unit::Meters => self.number(&length.meters()),
            Unit::Feet => {
                let tenths = (length.steps() * 10 + 1_524) / 3_048;
                self.number(&format_decimal(i64::try_from(tenths).unwrap_or(i64::MAX), 1))
            }
        }
    }
}

/// Figures that can be said.
pub trait Figure {
    /// For a face: a length with its unit, decibels rounded to the careful side.
    fn said(&self, voice: Voice<'_>) -> String;
    /// Without rounding where that is possible.
    fn exact(&self, voice: Voice<'_>) -> String {
        self.said(voice)
    }
}

impl Figure for Loss {
    fn said(&self, voice: Voice<'_>) -> String {
        voice.number(&self.db_rounded())
    }
    fn exact(&self, voice: Voice<'_>) -> String {
        voice.number(&self.db())
    }
}

impl Figure for Margin {
    fn said(&self, voice: Voice<'_>) -> String {
        voice.number(&self.db_rounded())
    }
    fn exact(&self, voice: Voice<'_>) -> String {
        voice.number(&self.db())
    }
}

impl Figure for Attenuation {
    fn said(&self, voice: Voice<'_>) -> String {
        voice.number(&self.db_per_km())
    }
}

impl Figure for Length {
    fn said(&self, voice: Voice<'_>) -> String {
        voice.length_number(*self) + "\u{a0}" + voice.unit_sign()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Spoken, Words};
    use fiberlane_catalog::built_in;

    fn spoken(entries: &str, unit: Unit) -> Spoken {
        Spoken::new(Words::new(entries.to_owned()), unit, built_in())
    }

    #[test]
    fn feet_come_back_as_they_were_typed() {
        let (feet, meters) = (spoken("", Unit::Feet), spoken("", Unit::Meters));
        let length = feet.voice().read_length("393.7").expect("a length");
        assert_eq!(length.said(feet.voice()), "393.7\u{a0}ft");
        assert_eq!(feet.voice().read_length("120 m"), Ok(Length::from_meters(120)));
        assert_eq!(meters.voice().read_length("10 ft"), Ok(Length::from_steps(30_480)));
        assert!(meters.voice().read_length("1 km").is_err());
    }

    #[test]
    fn what_may_be_thousands_is_not_guessed() {
        let english = spoken("", Unit::Meters);
        assert_eq!(english.voice().plain_number("85,5"), "85.5");
        assert_eq!(english.voice().plain_number("1,200"), "");
        assert_eq!(english.voice().plain_number("0,125"), "0.125");
        let german = spoken("locale.decimal\n,", Unit::Meters);
        assert_eq!(german.voice().plain_number("1,200"), "1.200");
        assert_eq!(german.voice().plain_number("1.200"), "");
        assert_eq!(german.voice().number("0.752"), "0,752");
    }

    #[test]
    fn counts_are_read_as_they_are_printed() {
        let english = spoken("locale.group\n,", Unit::Meters);
        let read = |text| english.voice().read_count(text);
        for (typed, count) in
            [("512", 512), ("1,024", 1024), ("1 024", 1024), ("1\u{202f}024", 1024)]
        {
            assert_eq!(read(typed), Some(count), "{typed}");
        }
        for typed in ["32 x 16", "32x16", "32×16", " 32 × 16 ", "32*16"] {
            assert_eq!(read(typed), Some(512), "{typed}");
        }
        assert_eq!(read("1,024 × 2"), Some(2048));
        for typed in
            ["", "x", "32 x", "1.024", "1,02", "1024,000", ",024", "-1", "12a", "99999 x 99999"]
        {
            assert_eq!(read(typed), None, "{typed}");
        }
        let german = spoken("locale.group\n.", Unit::Meters);
        let read = |text| german.voice().read_count(text);
        assert_eq!((read("1.024"), read("1,024")), (Some(1024), None));
    }
}
