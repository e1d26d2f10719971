//! What people type, cut into the smallest pieces, each with its place in the text.

/// A run of letters and digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Atom {
    /// In lower case, with one sign for what has several.
    pub(super) text: String,
    /// Its first character in the text.
    pub(super) from: usize,
    /// Behind its last one.
    pub(super) to: usize,
    /// Whether a hyphen ties it to the one before.
    pub(super) joined: bool,
    /// Which of the parts between spaces it is in.
    pub(super) piece: usize,
}

/// What was typed.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    chars: Vec<char>,
    /// Its pieces, in order.
    pub(super) atoms: Vec<Atom>,
}

impl Typed {
    pub(super) fn read(text: &str) -> Self {
        let chars: Vec<char> = text.chars().collect();
        let plain: Vec<char> = chars.iter().map(|c| plain(*c)).collect();
        let mut atoms: Vec<Atom> = Vec::new();
        let (mut at, mut piece) = (0, 0);
        while let Some(c) = plain.get(at).copied() {
            let from = at;
            at += 1;
            let arrow = c == '→' || matches!(c, '-' | '=') && plain.get(at) == Some(&'>');
            if c.is_whitespace() {
                piece += 1;
                continue;
            }
            let behind_digit = from > 0 && plain[from - 1].is_ascii_digit();
            if !arrow && c != '%' && !(c == '\'' && behind_digit) {
                if !c.is_alphanumeric() && !matches!(c, '+' | '.') {
                    continue;
                }
                while inside(&plain, at) {
                    at += 1;
                }
            }
            let mut text: String = plain[from..at].iter().collect();
            let (start, end) = (text.len(), text.trim_start_matches('.').len());
            let from = from + start - end;
            text = text.trim_matches('.').to_owned();
            if arrow {
                "to".clone_into(&mut text);
            } else if !text.contains(|c: char| c.is_alphanumeric() || matches!(c, '%' | '\'')) {
                continue;
            }
            let to = if arrow { at } else { from + text.chars().count() };
            let last = atoms.last().map(|atom| atom.to);
            let joined = from > 0 && plain[from - 1] == '-' && last == Some(from - 1);
            atoms.push(Atom { text, from, to, joined, piece });
        }
        Self { chars, atoms }
    }

    /// What stands there as it was typed.
    pub(super) fn said(&self, from: usize, to: usize) -> String {
        self.chars[from..to].iter().collect()
    }

    /// The part between spaces that an atom is in, as it was typed, and the atom behind it.
    pub(super) fn piece(&self, at: usize) -> (String, usize) {
        let Some(first) = self.atoms.get(at) else { return (String::new(), at) };
        let same = self.atoms[at..].iter().take_while(|atom| atom.piece == first.piece).count();
        (self.said(first.from, self.atoms[at + same - 1].to), at + same)
    }

    /// The text of an atom; nothing behind the last.
    pub(super) fn text(&self, at: usize) -> &str {
        self.atoms.get(at).map_or("", |atom| &atom.text)
    }
}

fn plain(c: char) -> char {
    match c {
        '×' | '*' => 'x',
        '‐' | '‑' | '–' | '—' => '-',
        '’' | '′' => '\'',
        '％' => '%',
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}

/// Whether a character goes on with the word before it.
fn inside(plain: &[char], at: usize) -> bool {
    let digit = |at: usize| plain.get(at).is_some_and(char::is_ascii_digit);
    let between = at > 0 && digit(at - 1) && digit(at + 1);
    match plain.get(at) {
        Some('+' | '.') => true,
        Some(',') => between,
        // What stands between thousands.
        Some('\u{a0}' | '\u{202f}' | '\u{2009}' | '\'') => {
            let ends = !plain.get(at + 4).is_some_and(|c| c.is_alphanumeric());
            between && digit(at + 2) && digit(at + 3) && ends
        }
        // "Gbit/s".
        Some('/') => {
            let before: String = plain[..at].iter().rev().take(4).collect();
            let ends = !plain.get(at + 2).is_some_and(|c| c.is_alphanumeric());
            before == "tibg" && plain.get(at + 1) == Some(&'s') && ends
        }
        Some(c) => c.is_alphanumeric(),
        None => false,
    }
}
