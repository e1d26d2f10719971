//! Numbers as people write them.

/// A number at the beginning of a word, written with a point, and what stands behind it; `decimal`
/// is the sign between whole and part in the language of the person who typed it.
pub(super) fn number(decimal: char, word: &str) -> Option<(String, &str)> {
    let thin = |c: char| matches!(c, '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'');
    let mark = |c: char| matches!(c, '.' | ',');
    let end = word.find(|c: char| !(c.is_ascii_digit() || thin(c) || mark(c)));
    let (typed, rest) = word.split_at(end.unwrap_or(word.len()));
    let digits: String = typed.trim_end_matches(mark).chars().filter(|c| !thin(*c)).collect();
    if !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let last = digits.rfind(mark);
    let Some(last) = last else { return Some((digits, rest)) };
    let sign = if digits[last..].starts_with(',') { ',' } else { '.' };
    let (whole, part) = (&digits[..last], &digits[last + 1..]);
    // Three digits behind the sign that the language has between thousands are thousands.
    let apart = part.len() == 3 && !whole.starts_with('0') && whole.len() <= 3;
    let thousands = whole.contains(sign) || apart && sign != decimal;
    let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
    Some((if thousands { whole + part } else { format!("{whole}.{part}") }, rest))
}

/// A whole number at the beginning of a word, and what stands behind it.
pub(super) fn count(decimal: char, word: &str) -> Option<(u32, &str)> {
    let (number, rest) = number(decimal, word)?;
    Some((number.parse().ok()?, rest))
}

/// A word that is a whole number and nothing else.
pub(super) fn whole(decimal: char, word: &str) -> Option<u32> {
    const SAID: [&str; 13] = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    let said = SAID.iter().position(|said| *said == word).and_then(|at| u32::try_from(at).ok());
    said.or(match word {
        "sixteen" => Some(16),
        "thirty" => Some(30),
        "hundred" => Some(100),
        _ => None,
    })
    .or_else(|| count(decimal, word).filter(|(_, rest)| rest.is_empty()).map(|(count, _)| count))
}
