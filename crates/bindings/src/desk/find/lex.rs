//! What people type, and what the catalog is called, as the same kind of words.

/// A word with its meaning, as far as it has one of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A speed in Gb/s.
    Speed(u16),
    /// Several far ends of a speed: `4 x 25G`.
    Split(u8, u16),
    /// What follows stands at the far end.
    Far,
    /// Any other word, in one spelling: `dr4`, `2xfr4`, `qsfpdd`, `mpo16`, `cisco`.
    Term(String),
}

const SPEEDS: [u16; 9] = [10, 25, 40, 50, 100, 200, 400, 800, 1600];
/// Longest first, so that none is taken for the beginning of another.
const UNITS: [(&str, u16); 12] = [
    ("gbase", 1),
    ("gbit/s", 1),
    ("gbps", 1),
    ("gbit", 1),
    ("gbe", 1),
    ("gb", 1),
    ("ge", 1),
    ("g", 1),
    ("tbase", 1000),
    ("tbe", 1000),
    ("tb", 1000),
    ("t", 1000),
];
const FAR: [&str; 9] =
    ["to", "into", "breakout", "split", "splitter", "fanout", "fan", "broken", "break"];
/// Words that say nothing about which transceiver is meant.
const IDLE: [&str; 30] = [
    "a",
    "an",
    "and",
    "at",
    "by",
    "ethernet",
    "fiber",
    "fibre",
    "for",
    "from",
    "in",
    "link",
    "m",
    "module",
    "modules",
    "of",
    "on",
    "one",
    "optic",
    "optics",
    "or",
    "out",
    "over",
    "port",
    "ports",
    "switch",
    "the",
    "transceiver",
    "two",
    "with",
];
/// Designations that are written with a number of ports before them: `2FR4` is `2xFR4`.
const DOUBLED: [&str; 8] = ["dr4", "fr4", "lr4", "sr4", "vr4", "vsr4", "xdr4", "plr4"];

/// The words of a text.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let text = text.to_lowercase().replace(['×', '*'], "x").replace("->", " to ");
    let text = text.replace('→', " to ");
    let mut out: Vec<Token> = Vec::new();
    for chunk in text.split(|c: char| !(c.is_alphanumeric() || "+-.".contains(c))) {
        let mut joined = false;
        for piece in chunk.split('-') {
            let piece = piece.trim_matches('.');
            if !piece.is_empty() {
                word(&mut out, piece, joined);
                joined = true;
            }
        }
    }
    out.retain(|token| !matches!(token, Token::Term(term) if IDLE.contains(&term.as_str())));
    out
}

fn word(out: &mut Vec<Token>, word: &str, joined: bool) {
    if let Some(Token::Term(last)) = out.last_mut() {
        if let Some(whole) = continued(last, word, joined) {
            *last = whole;
            return;
        }
        // `4 x 25G` and `4x 25G`.
        if let Some(count) = last.strip_suffix('x').and_then(|count| count.parse().ok()) {
            out.pop();
            times(out, count, word);
            return;
        }
        if word == "x" && last.parse::<u8>().is_ok() {
            last.push('x');
            return;
        }
        // A number with a unit of length is no speed.
        if word == "m" && last.parse::<u16>().is_ok() {
            out.pop();
            return;
        }
    }
    if FAR.contains(&word) {
        out.push(Token::Far);
        return;
    }
    if let Some((count, rest)) = word.split_once('x')
        && let Ok(count) = count.parse()
        && !rest.is_empty()
    {
        times(out, count, rest);
        return;
    }
    if let Some(rest) = word.strip_prefix('2').filter(|rest| DOUBLED.contains(rest)) {
        out.push(Token::Term(format!("2x{rest}")));
        return;
    }
    if let Some((speed, rest)) = speed(word) {
        out.push(Token::Speed(speed));
        if !rest.is_empty() {
            out.push(Token::Term(rest.to_owned()));
        }
        return;
    }
    out.push(Token::Term(spelled(word)));
}

/// `count` times whatever `word` is.
fn times(out: &mut Vec<Token>, count: u8, word: &str) {
    match speed(word) {
        Some((speed, rest)) => {
            out.push(Token::Split(count, speed));
            if !rest.is_empty() {
                out.push(Token::Term(rest.to_owned()));
            }
        }
        None => out.push(Token::Term(format!("{count}x{word}"))),
    }
}

/// A speed at the beginning of a word, and what stands behind it: `400gdr4`.
fn speed(word: &str) -> Option<(u16, &str)> {
    let end = word.find(|c: char| !c.is_ascii_digit() && c != '.')?;
    let (number, rest) = word.split_at(end);
    let (unit, scale) = UNITS.iter().find(|(unit, _)| {
        // `ge` and the like end a word; before a designation only `g` and `gbase` stand.
        rest == *unit || matches!(*unit, "gbase" | "g" | "tbase" | "t") && rest.starts_with(unit)
    })?;
    let speed = match *scale {
        1 => number.parse().ok()?,
        _ if number == "1.6" => 1600,
        _ => return None,
    };
    SPEEDS.contains(&speed).then(|| (speed, rest.strip_prefix(unit).unwrap_or_default()))
}

/// A word that belongs to the one before it: `qsfp-dd`, `mpo 12`, `dr4-2`.
fn continued(last: &str, word: &str, joined: bool) -> Option<String> {
    let digits = word.chars().all(|c| c.is_ascii_digit());
    let form = match (last, word) {
        ("qsfp" | "qsfp56" | "sfp", _) => word.starts_with("dd"),
        ("osfp", _) => word == "rhs" || word == "xd",
        ("mpo" | "mtp", _) => digits,
        ("single" | "multi", "mode") => true,
        _ => false,
    };
    if form {
        return Some(match last {
            "qsfp56" => format!("qsfp{word}"),
            "mtp" => format!("mpo{word}"),
            _ => format!("{last}{word}"),
        });
    }
    // Only a hyphen makes the extended reach of `DR4-2`; `DR4 2` is no such name.
    let designation = last.ends_with(|c: char| c.is_ascii_digit())
        && (last.contains('r') || last.contains("wdm"))
        && last.starts_with(|c: char| c.is_ascii_alphanumeric());
    (joined && digits && designation).then(|| format!("{last}-{word}"))
}

/// One spelling for words that have several.
fn spelled(word: &str) -> String {
    match word {
        "qdd" | "qsfpdd" | "q56dd" | "qsfpd" => "qsfpdd",
        "q28" => "qsfp28",
        "mtp8" => "mpo8",
        "mtp12" => "mpo12",
        "mtp16" => "mpo16",
        "mtp24" => "mpo24",
        "mellanox" => "nvidia",
        "bd" | "bidirectional" => "bidi",
        other => other,
    }
    .to_owned()
}

/// What two spellings of a name or a part number share. The E of "400GE DR4" stands for Ethernet,
/// that of "400G eDR4" does not.
pub(super) fn key(text: &str) -> String {
    let mut spelled = text.to_uppercase();
    for ethernet in ["GBE-", "GBE ", "GE-", "GE "] {
        spelled = spelled.replace(ethernet, "G-");
    }
    let letters = spelled.chars().filter(|c| c.is_alphanumeric() || matches!(c, '.' | '+'));
    letters.collect::<String>().replace("BASE", "")
}
