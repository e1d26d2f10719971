//! Reading JSON without trusting it: every wrong type or missing field becomes a sentence.

use serde_json::Value;

/// Digits behind the decimal point of a loss: steps of 10⁻¹⁰ dB.
pub(crate) const DB: u32 = 10;
/// Digits behind the decimal point of a length: steps of 0.1 mm.
pub(crate) const METERS: u32 = 4;
/// Digits behind the decimal point of an attenuation: steps of 0.001 dB/km.
pub(crate) const DB_PER_KM: u32 = 3;

/// The exact value of decimal text in units of 10^-`digits`.
///
/// # Errors
/// A sentence when the text is no decimal or has more digits than the unit holds.
pub fn exact_text(text: &str, digits: u32) -> Result<i128, String> {
    let bad = || format!("`{text}` is not a decimal number");
    let trimmed = text.trim();
    let (negative, unsigned) = match trimmed.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, trimmed),
    };
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let digits_only = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || !digits_only(whole) || !digits_only(fraction) {
        return Err(bad());
    }
    let kept = fraction.trim_end_matches('0');
    let room = usize::try_from(digits).map_err(|_| bad())?;
    if kept.len() > room {
        return Err(format!("`{text}` is finer than 10^-{digits}"));
    }
    let magnitude: i128 = format!("{whole}{kept:0<room$}").parse().map_err(|_| bad())?;
    Ok(if negative { -magnitude } else { magnitude })
}

/// The exact value of a JSON number in units of 10^-`digits`, through its shortest decimal text.
///
/// # Errors
/// A sentence when the value is no number or is finer than the unit.
pub fn exact(value: &Value, digits: u32) -> Result<i128, String> {
    if let Some(n) = value.as_i64() {
        return exact_text(&n.to_string(), digits);
    }
    match value.as_f64() {
        Some(f) => exact_text(&format!("{f}"), digits),
        None => Err(format!("{value} is not a number")),
    }
}

/// Decimal text of an exact value, for the sentences of a report.
pub fn show(value: i128, digits: u32) -> String {
    let room = usize::try_from(digits).unwrap_or(0);
    let text = format!("{:0>width$}", value.unsigned_abs(), width = room + 1);
    let (whole, fraction) = text.split_at(text.len() - room);
    let fraction = fraction.trim_end_matches('0');
    let sign = if value < 0 { "-" } else { "" };
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{sign}{whole}{point}{fraction}")
}

/// A place in a document: the value and the path that names it.
#[derive(Clone)]
pub(crate) struct At<'a> {
    pub(crate) value: &'a Value,
    pub(crate) path: String,
}

impl<'a> At<'a> {
    pub(crate) fn new(value: &'a Value, path: &str) -> Self {
        Self { value, path: path.to_owned() }
    }

    /// A field that may be absent or null.
    pub(crate) fn maybe(&self, name: &str) -> Option<At<'a>> {
        let value = self.value.get(name).filter(|v| !v.is_null())?;
        Some(At { value, path: format!("{}.{name}", self.path) })
    }

    /// A field that must be there; null counts as there only for [`At::nullable`].
    pub(crate) fn field(&self, name: &str, out: &mut Vec<String>) -> Option<At<'a>> {
        let found = self.maybe(name);
        if found.is_none() {
            out.push(format!("{}.{name} is missing", self.path));
        }
        found
    }

    /// A field that must be there and may be null.
    pub(crate) fn nullable(&self, name: &str, out: &mut Vec<String>) -> Option<At<'a>> {
        if self.value.get(name).is_none() {
            out.push(format!("{}.{name} is missing (null would be right)", self.path));
        }
        self.maybe(name)
    }

    pub(crate) fn text(&self, out: &mut Vec<String>) -> Option<&'a str> {
        let text = self.value.as_str();
        if text.is_none() {
            out.push(format!("{} is not a text: {}", self.path, self.value));
        }
        text
    }

    pub(crate) fn one_of(&self, allowed: &[&str], out: &mut Vec<String>) -> Option<&'a str> {
        let text = self.text(out)?;
        if !allowed.contains(&text) {
            out.push(format!("{} is `{text}`, none of {}", self.path, allowed.join(", ")));
        }
        Some(text)
    }

    pub(crate) fn number(&self, digits: u32, out: &mut Vec<String>) -> Option<i128> {
        exact(self.value, digits).map_err(|why| out.push(format!("{}: {why}", self.path))).ok()
    }

    pub(crate) fn count(&self, out: &mut Vec<String>) -> Option<u64> {
        // Anything a project counts stays far below this, and products of two stay exact.
        let count = self.value.as_u64().filter(|n| *n < 1_000_000_000_000);
        if count.is_none() {
            out.push(format!("{} is not a count: {}", self.path, self.value));
        }
        count
    }

    pub(crate) fn flag(&self, out: &mut Vec<String>) -> Option<bool> {
        let flag = self.value.as_bool();
        if flag.is_none() {
            out.push(format!("{} is not true or false: {}", self.path, self.value));
        }
        flag
    }

    /// The items of a list, each with its path.
    pub(crate) fn list(&self, out: &mut Vec<String>) -> Vec<At<'a>> {
        let Some(items) = self.value.as_array() else {
            out.push(format!("{} is not a list", self.path));
            return Vec::new();
        };
        let item = |(i, value)| At { value, path: format!("{}[{i}]", self.path) };
        items.iter().enumerate().map(item).collect()
    }
}
