//! What a query asks for: its words, each at its end, each known or not.

use super::designation::{is_speed, key};
use super::read::{Lexicon, read};
use super::rows::Row;
use super::score::near_weight;
use super::word::{Meaning, Other, Word};

/// Words that are read; what stands behind them is named as not used.
const MOST: usize = 60;
/// The slowest speed that end A is asked in.
const SLOWEST: u16 = 40;

/// What was typed.
#[derive(Clone, Debug, Default)]
pub(super) struct Query {
    pub(super) words: Vec<Word>,
    /// The keys of the text, and of it without amounts.
    pub(super) wholes: Vec<String>,
    /// The keys of the parts between spaces, with their numbers.
    pub(super) pieces: Vec<(usize, String)>,
    pub(super) near_speed: Option<u16>,
    pub(super) far_speed: Option<u16>,
    pub(super) far_count: Option<u32>,
    /// Whether a far end of its own is asked for.
    pub(super) far: bool,
}

impl Query {
    pub(super) fn read(decimal: char, text: &str, rows: &[Row]) -> Self {
        let named = |name: &str| {
            rows.iter().any(|row| row.module.is_some() && row.keys.iter().any(|key| key == name))
        };
        let known =
            |term: &str| rows.iter().any(|row| row.terms.iter().any(|(own, _)| own == term));
        let mut words = read(decimal, text, &Lexicon { number: &named, term: &known });
        for word in words.iter_mut().skip(MOST) {
            word.meaning = Meaning::Unknown;
        }
        let mut query = Self { words, ..Self::default() };
        query.sides();
        query.speeds(rows);
        query.counts();
        query.names(text);
        query.known(rows);
        query
    }

    /// What stands at the far end: "Breakout 100G SR4" has it nowhere, "to 4 x 25G" behind the word.
    fn sides(&mut self) {
        let mut said = false;
        let mut far = false;
        let mut named = false;
        for word in &mut self.words {
            match word.meaning {
                Meaning::Far { .. } => far |= said,
                Meaning::Filler => {}
                // A second part number is the other end's.
                Meaning::Name(_) => {
                    far |= named;
                    (said, named) = (true, true);
                }
                _ => said |= !word.meaning.is_amount(),
            }
            word.far = far;
        }
    }

    /// The speed of either end; another one is not known.
    fn speeds(&mut self, rows: &[Row]) {
        let near = |word: &Word| match word.meaning {
            Meaning::Speed(speed) if !word.far && speed >= SLOWEST => Some(speed),
            _ => None,
        };
        self.near_speed = self.words.iter().find_map(near);
        // Bare numbers are speeds where there is none.
        if self.near_speed.is_none() {
            let bare = self.words.iter_mut().find_map(|word| match word.meaning {
                Meaning::Bare(number) if !word.far => {
                    is_speed(number).filter(|speed| *speed >= SLOWEST).map(|speed| (word, speed))
                }
                _ => None,
            });
            if let Some((word, speed)) = bare {
                word.meaning = Meaning::Speed(speed);
                self.near_speed = Some(speed);
            }
        }
        let terms: Vec<String> = self
            .words
            .iter()
            .filter(|word| !word.far)
            .filter_map(|word| match &word.meaning {
                Meaning::Term(term) => Some(term.clone()),
                _ => None,
            })
            .collect();
        let marked = self.words.iter().any(|word| matches!(word.meaning, Meaning::Far { .. }));
        let called = |count: u32, speed: u16| {
            let name = format!("{count}x{speed}g");
            let has = |row: &Row, term: &str| row.terms.iter().any(|(own, _)| own == term);
            let whole = |row: &Row| has(row, &name) && terms.iter().all(|term| has(row, term));
            rows.iter().any(whole).then_some(name)
        };
        for word in &mut self.words {
            match word.meaning {
                Meaning::Speed(speed) if !word.far && Some(speed) == self.near_speed => {}
                Meaning::Speed(speed) if self.far_speed.is_none_or(|far| far == speed) => {
                    word.far = true;
                    self.far_speed = Some(speed);
                }
                Meaning::Speed(_) => word.meaning = Meaning::Unknown,
                Meaning::Split(count, speed) if !word.far => {
                    if self.near_speed.is_some() && !marked {
                        word.far = true;
                        (self.far_count, self.far_speed) = (Some(count), Some(speed));
                    } else if let Some(name) = called(count, speed) {
                        word.meaning = Meaning::Term(name);
                    } else if self.near_speed.is_none_or(|near| near == speed) && speed >= SLOWEST {
                        self.near_speed = Some(speed);
                        word.meaning = Meaning::Many(count, speed);
                    } else {
                        word.far = true;
                        (self.far_count, self.far_speed) = (Some(count), Some(speed));
                    }
                }
                Meaning::Split(count, speed) => {
                    (self.far_count, self.far_speed) = (Some(count), Some(speed));
                }
                _ => {}
            }
        }
    }

    /// Counts: of links at end A, of legs at the far end.
    fn counts(&mut self) {
        let has = |test: fn(&Meaning) -> bool| self.words.iter().any(|word| test(&word.meaning));
        let devices = has(|meaning| matches!(meaning, Meaning::Devices(_)));
        let ports = has(|meaning| matches!(meaning, Meaning::Ports(_)));
        let count = self.words.len();
        for at in 0..count {
            let served = self
                .words
                .get(at + 1)
                .is_some_and(|next| matches!(next.meaning, Meaning::Uncovered(Other::Server, _)));
            let word = &mut self.words[at];
            word.meaning = match word.meaning.clone() {
                Meaning::Devices(_) if !ports => Meaning::Uncovered(Other::Switch, String::new()),
                Meaning::Ports(number) if !devices => Meaning::Links(number),
                Meaning::Bare(number) if served && word.far => Meaning::Legs(number),
                Meaning::Legs(number) if !word.far => Meaning::Links(number),
                Meaning::Bare(_) => Meaning::Unknown,
                other => other,
            };
            // "To 4 x 100": a speed without its unit.
            if let Meaning::Product(count, each) = word.meaning
                && word.far
                && let Some(speed) = is_speed(each)
            {
                word.meaning = Meaning::Split(count, speed);
                (self.far_count, self.far_speed) = (Some(count), Some(speed));
            }
            if let Meaning::Legs(number) = word.meaning {
                self.far_count = self.far_count.or(Some(number));
            }
        }
    }

    /// The keys by which a name may be meant.
    fn names(&mut self, text: &str) {
        let kept =
            |word: &&Word| !word.meaning.is_amount() && !matches!(word.meaning, Meaning::Filler);
        let rest: Vec<&str> =
            self.words.iter().filter(kept).map(|word| word.said.as_str()).collect();
        let rest = key(&rest.join(" "));
        self.wholes = vec![key(text)];
        if rest != self.wholes[0] {
            self.wholes.push(rest);
        }
        self.wholes.retain(|whole| !whole.is_empty());
        let mut pieces: Vec<(usize, String)> = Vec::new();
        for word in self.words.iter().filter(|word| !word.far && !word.meaning.is_amount()) {
            match pieces.last_mut() {
                Some((at, piece)) if *at == word.piece => *piece += &key(&word.said),
                _ => pieces.push((word.piece, key(&word.said))),
            }
        }
        self.pieces = pieces;
    }

    /// Words that nothing in the catalog has are not known.
    fn known(&mut self, rows: &[Row]) {
        for at in 0..self.words.len() {
            let word = &self.words[at];
            let Meaning::Term(term) = &word.meaning else { continue };
            let infiniband = term == "infiniband";
            let near = || rows.iter().any(|row| near_weight(row, term).is_some());
            let far = || {
                let has = |row: &Row| row.far.as_ref().is_some_and(|far| far.terms.contains(term));
                rows.iter().any(has)
            };
            let begun = || rows.iter().any(|row| self.begun(row, Some(word.piece)));
            let whole = || rows.iter().any(|row| self.whole(row));
            if !infiniband && !near() && !far() && !begun() && !whole() {
                self.words[at].meaning = Meaning::Unknown;
            }
        }
        self.far = self.words.iter().any(|word| match word.meaning {
            Meaning::Far { breakout } => breakout,
            Meaning::Filler | Meaning::Unknown | Meaning::Uncovered(..) => false,
            Meaning::Fiber(_) | Meaning::Mode(_) => false,
            _ => word.far && !word.meaning.is_amount(),
        });
    }

    /// Whether anything of it says which transceiver is meant.
    pub(super) fn is_about(&self) -> bool {
        let about = |word: &Word| match word.meaning {
            Meaning::Far { breakout } => breakout,
            Meaning::Name(_) | Meaning::Speed(_) | Meaning::Split(..) | Meaning::Many(..) => true,
            Meaning::Term(_) => true,
            Meaning::Fiber(_) | Meaning::Mode(_) | Meaning::Infiniband(..) => true,
            _ => false,
        };
        self.words.iter().any(about)
    }
}
