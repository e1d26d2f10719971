//! From text to words: every piece of it ends up in exactly one word.

use super::atoms::Typed;
use super::designation::{continued, is_speed, key, speed, spelled};
use super::word::{Meaning, Word};
use super::{count, fiber, filler, infiniband, length, spare, uncovered};

/// What names there are.
pub(super) struct Lexicon<'a> {
    /// Whether a key is a part number.
    pub(super) number: &'a dyn Fn(&str) -> bool,
    /// Whether something is called so.
    pub(super) term: &'a dyn Fn(&str) -> bool,
}

/// The words of a text, in its order.
pub(super) fn read(decimal: char, text: &str, lexicon: &Lexicon<'_>) -> Vec<Word> {
    let typed = Typed::read(text);
    let mut words: Vec<Word> = Vec::new();
    // Where the last word begins.
    let mut start = 0;
    let mut at = 0;
    while let Some(atom) = typed.atoms.get(at) {
        if let Some(Word { said, meaning: Meaning::Term(last), .. }) = words.last_mut()
            && let Some(whole) = continued(last, &atom.text, atom.joined)
        {
            *last = whole;
            *said = typed.said(start, atom.to);
            at += 1;
            continue;
        }
        start = atom.from;
        let behind = words.last().map(|word| &word.meaning);
        let (next, meaning) = one(decimal, &typed, at, behind, lexicon);
        let last = next.min(typed.atoms.len()).max(at + 1) - 1;
        let to = typed.atoms[last].to;
        let word = |from, to, meaning| Word {
            said: typed.said(from, to),
            piece: atom.piece,
            meaning,
            far: false,
        };
        match speed(&atom.text).filter(|(_, rest)| !rest.is_empty()) {
            // "400gdr4" is two words in one.
            Some((_, rest)) if matches!(meaning, Meaning::Speed(_)) => {
                let middle = to - rest.chars().count();
                words.push(word(start, middle, meaning));
                words.push(word(middle, to, Meaning::Term(spelled(rest))));
                start = middle;
            }
            _ => words.push(word(start, to, meaning)),
        }
        at = last + 1;
    }
    words
}

/// What begins at an atom, and the atom behind it.
fn one(
    decimal: char,
    typed: &Typed,
    at: usize,
    behind: Option<&Meaning>,
    lexicon: &Lexicon<'_>,
) -> (usize, Meaning) {
    let first = at == 0 || typed.atoms[at - 1].piece != typed.atoms[at].piece;
    let (piece, end) = typed.piece(at);
    let name = key(&piece);
    if first && (lexicon.number)(&name) {
        return (end, Meaning::Name(name));
    }
    let word = typed.text(at);
    let more = matches!(behind, Some(Meaning::Spares(..)));
    let hit = spare::read(decimal, typed, at, more)
        .or_else(|| length::read(decimal, typed, at))
        .or_else(|| infiniband::read(decimal, typed, at))
        .or_else(|| speed(word).map(|(speed, _)| (at + 1, Meaning::Speed(speed))))
        .or_else(|| count::read(decimal, typed, at, lexicon.term))
        .or_else(|| fiber::read(typed, at))
        .or_else(|| uncovered::read(typed, at));
    match (hit, behind) {
        // "32 switches × 16".
        (Some((next, Meaning::Links(each))), Some(Meaning::Devices(_)))
            if word.starts_with('x') =>
        {
            (next, Meaning::Ports(each))
        }
        (Some((next, Meaning::Bare(number))), _) => (next, numbered(typed, next, number)),
        (Some(hit), _) => hit,
        (None, _) => (at + 1, other(word)),
    }
}

/// A number before a speed counts it: `8 100G servers`.
fn numbered(typed: &Typed, next: usize, number: u32) -> Meaning {
    match speed(typed.text(next)) {
        Some(_) if is_speed(number).is_none() || number < 40 => Meaning::Legs(number),
        _ => Meaning::Bare(number),
    }
}

fn other(word: &str) -> Meaning {
    match filler::far(word) {
        Some(breakout) => Meaning::Far { breakout },
        None if filler::is_filler(word) => Meaning::Filler,
        None if word.chars().any(char::is_alphanumeric) => Meaning::Term(spelled(word)),
        None => Meaning::Unknown,
    }
}

/// The words of a name in the catalog; its speed is known otherwise.
pub(super) fn terms(text: &str) -> Vec<String> {
    let lexicon = Lexicon { number: &|_| false, term: &|_| true };
    let terms = read('.', text, &lexicon).into_iter().filter_map(|word| match word.meaning {
        Meaning::Term(term) | Meaning::Uncovered(_, term) => Some(term),
        Meaning::Split(count, speed) => Some(format!("{count}x{speed}g")),
        _ => None,
    });
    terms.filter(|term| !term.is_empty()).collect()
}
