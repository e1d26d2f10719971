//! What transceivers are called: speeds, types, form factors, plugs, in one spelling each.
use fiberlane_catalog::built_in;

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
/// Designations that are written with a number of ports before them: `2FR4` is `2xFR4`.
const DOUBLED: [&str; 8] = ["dr4", "fr4", "lr4", "sr4", "vr4", "vsr4", "xdr4", "plr4"];

/// Whether two ports of this kind are written with a 2 before it.
pub(super) fn doubled(word: &str) -> bool {
    DOUBLED.contains(&word)
}

/// Whether a bare number is a speed.
pub(super) fn is_speed(number: u32) -> Option<u16> {
    u16::try_from(number).ok().filter(|speed| is_known(*speed))
}

fn is_known(speed: u16) -> bool {
    built_in().speeds.iter().any(|known| known.gigabits == speed)
}

/// A speed at the beginning of a word, and what stands behind it: `400gdr4`.
pub(super) fn speed(word: &str) -> Option<(u16, &str)> {
    let end = word.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ','))?;
    let (number, rest) = word.split_at(end);
    let (unit, scale) = UNITS.iter().find(|(unit, _)| {
        // `ge` and the like end a word; before a designation only `g` and `gbase` stand.
        rest == *unit || matches!(*unit, "gbase" | "g" | "tbase" | "t") && rest.starts_with(unit)
    })?;
    let speed = match *scale {
        1 => number.parse().ok()?,
        // Terabits are written where a speed has its name in them.
        _ => {
            let number = number.replace(',', ".");
            let mut all = built_in().speeds.iter();
            all.find(|speed| speed.name.strip_suffix('T') == Some(&number))?.gigabits
        }
    };
    is_known(speed).then(|| (speed, rest.strip_prefix(unit).unwrap_or_default()))
}

/// A word that belongs to the one before it: `qsfp-dd`, `mpo 12`, `dr4-2`.
pub(super) fn continued(last: &str, word: &str, joined: bool) -> Option<String> {
    let digits = word.chars().all(|c| c.is_ascii_digit());
    let form = match last {
        "qsfp" | "qsfp56" | "sfp" => word.starts_with("dd"),
        "osfp" => word == "rhs" || word == "xd",
        "mpo" | "mtp" => digits,
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
pub(super) fn spelled(word: &str) -> String {
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
