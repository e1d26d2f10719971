//! How well a row answers what was typed.

use super::lex::{Token, key, tokens};
use super::rows::{Far, Row, weight};

/// A known word that a row does not have.
const MISSED: i32 = -60;
/// A word of a row's own name that nobody typed.
const UNASKED: i32 = -4;
const SPEED: i32 = 40;
/// A name that means this row alone.
const NAMED: i32 = 1_000;
/// A part number inside of more words, and the beginning of one.
const NUMBER: i32 = 400;
const BEGUN: i32 = 150;
/// A transceiver before the modules of its kind.
const KIND: i32 = 10;
/// The far end that was asked for, and one that is missing or was not asked for.
const FAR: i32 = 60;
const NOT_FAR: i32 = -70;
const FAR_SPEED: i32 = 50;
/// The condition of a breakout lies outside of cabling.
const DEPENDS: i32 = -6;
/// A shorter beginning fits too many part numbers; so does a short one that reads like a speed.
const BEGINNING: usize = 4;

/// What was typed.
#[derive(Clone, Debug, Default)]
pub(super) struct Query {
    whole: String,
    pieces: Vec<String>,
    near_speed: Option<u16>,
    near: Vec<String>,
    /// Whether a far end of its own is asked for.
    far: bool,
    far_count: Option<u8>,
    far_speed: Option<u16>,
    far_terms: Vec<String>,
}

impl Query {
    pub(super) fn read(text: &str) -> Self {
        let all = tokens(text);
        let pieces = text.split_whitespace().map(key).collect();
        let mut query = Self { whole: key(text), pieces, ..Self::default() };
        let marked = all.iter().position(|token| *token == Token::Far);
        query.far = marked.is_some();
        // "Breakout 100G SR4" has the far end nowhere; "to 4 x 25G" has it behind the word.
        let behind = marked.filter(|at| *at > 0).unwrap_or(all.len());
        let last = all.len();
        for (index, token) in all.into_iter().enumerate() {
            let here = index < behind;
            match token {
                Token::Speed(speed) if here && speed >= 40 && query.near_speed.is_none() => {
                    query.near_speed = Some(speed);
                }
                Token::Speed(speed) => {
                    query.far = true;
                    query.far_speed = query.far_speed.or(Some(speed));
                }
                Token::Split(count, speed) if here && behind < last => {
                    query.near.push(format!("{count}x{speed}g"));
                }
                Token::Split(count, speed) => {
                    query.far = true;
                    query.far_count = Some(count);
                    query.far_speed = Some(speed);
                }
                Token::Far => {}
                Token::Term(term) if here => query.near.push(term),
                Token::Term(term) => query.far_terms.push(term),
            }
        }
        query
    }

    /// Leaves out the words that nothing in the catalog has; whether anything is left.
    pub(super) fn keep_known(&mut self, rows: &[Row]) -> bool {
        let at_near = |term: &String| rows.iter().any(|row| near_weight(row, term).is_some());
        let at_far = |term: &String| {
            rows.iter().any(|row| row.far.as_ref().is_some_and(|far| far.terms.contains(term)))
        };
        // Bare numbers are speeds where there is none.
        if self.near_speed.is_none() {
            let speeds = ["40", "100", "200", "400", "800", "1600"];
            if let Some(at) = self.near.iter().position(|term| speeds.contains(&term.as_str())) {
                self.near_speed = self.near.remove(at).parse().ok();
            }
        }
        self.near.retain(|term| at_near(term) || at_far(term));
        self.far_terms.retain(|term| at_far(term));
        let named = rows.iter().any(|row| self.names(row) > 0);
        named
            || self.far
            || !self.near.is_empty()
            || !self.far_terms.is_empty()
            || self.near_speed.is_some()
            || self.far_speed.is_some()
    }

    /// The score of a row; nothing where it is out of the question.
    pub(super) fn score(&self, row: &Row) -> Option<i32> {
        let named = self.names(row);
        // A name says its speed, whatever else was read out of it.
        if named < NUMBER && self.near_speed.is_some_and(|speed| speed != row.speed) {
            return None;
        }
        let mut score = named;
        score += if self.near_speed.is_some() { SPEED } else { 0 };
        score += if row.module.is_none() { KIND } else { 0 };
        for term in &self.near {
            let at_far = row.far.as_ref().is_some_and(|far| far.terms.contains(term));
            let found = near_weight(row, term).or(at_far.then_some(weight::ALMOST));
            score += found.unwrap_or(MISSED);
        }
        let unasked = row.own.iter().filter(|term| !self.near.contains(term)).count();
        score += UNASKED * i32::try_from(unasked).unwrap_or(i32::MAX / 8);
        score += match &row.far {
            Some(far) => self.far_score(far)?,
            None if self.far && named < NAMED => NOT_FAR,
            None => 0,
        };
        (score > 0).then_some(score)
    }

    fn far_score(&self, far: &Far) -> Option<i32> {
        if !self.far || self.far_speed.is_some_and(|speed| speed != far.speed) {
            return None;
        }
        let mut score = FAR;
        score += if self.far_speed.is_some() { FAR_SPEED } else { 0 };
        score += match self.far_count {
            Some(count) if count != far.legs => MISSED,
            // One far end on one link is no breakout.
            None if far.legs == 1 && self.far_terms.is_empty() => MISSED,
            _ => 0,
        };
        for term in &self.far_terms {
            score += if far.terms.contains(term) { weight::OWN } else { MISSED };
        }
        let conditional = far.row.supported == fiberlane_catalog::Support::Depends;
        Some(score + if conditional { DEPENDS } else { 0 })
    }

    /// Whether what was typed names this row, as a whole or in one of its words.
    fn names(&self, row: &Row) -> i32 {
        if row.keys.contains(&self.whole) {
            return NAMED;
        }
        if row.module.is_none() {
            return 0;
        }
        let begun = |piece: &&String| {
            let lettered = piece.starts_with(|c: char| c.is_ascii_alphabetic());
            piece.len() >= BEGINNING + usize::from(!lettered)
                && piece.chars().any(|c| c.is_ascii_digit())
                && row.keys.iter().any(|key| key.starts_with(piece.as_str()))
        };
        let inside = self.pieces.iter().any(|piece| row.keys.contains(piece));
        match inside {
            true => NUMBER,
            false if self.pieces.iter().chain([&self.whole]).any(|piece| begun(&piece)) => BEGUN,
            false => 0,
        }
    }
}

/// What a word tells of a row: as it stands, or as the beginning of one.
fn near_weight(row: &Row, term: &str) -> Option<i32> {
    let exact = row.terms.iter().filter(|(known, _)| known == term).map(|(_, weight)| *weight);
    exact.max().or_else(|| {
        let begins = |known: &str| {
            let rest = known.strip_prefix(term);
            rest.is_some_and(|rest| rest.chars().all(|c| c.is_ascii_digit() || "-+.".contains(c)))
        };
        let any = term.len() >= 2 && row.terms.iter().any(|(known, _)| begins(known));
        any.then_some(weight::ALMOST)
    })
}
