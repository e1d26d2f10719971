//! How well a row answers what was typed, and with which of its words.

use super::query::Query;
use super::rows::{Far, Row, weight};
use super::word::{Meaning, Word};
use fiberlane_catalog::{Support, built_in};

/// A known word that a row does not have.
const MISSED: i32 = -60;
/// A word of a row's own name that nobody typed.
const UNASKED: i32 = -4;
const SPEED: i32 = 40;
/// A name that means this row alone.
pub(super) const NAMED: i32 = 1_000;
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

/// How a row answers: for every word, whether the row has it. Amounts are decided later.
#[derive(Clone, Debug)]
pub(super) struct Answer {
    pub(super) score: i32,
    pub(super) used: Vec<bool>,
}

impl Query {
    /// The answer of a row; nothing where it is out of the question.
    pub(super) fn answer(&self, row: &Row) -> Option<Answer> {
        let named = self.named(row);
        let mut score = named + if row.module.is_none() { KIND } else { 0 };
        score += if self.near_speed.is_some() { SPEED } else { 0 };
        // A name says its speed, whatever else was read out of it.
        if named < NUMBER && self.near_speed.is_some_and(|speed| speed != row.speed) {
            return None;
        }
        let whole = self.whole(row);
        let mut used = Vec::new();
        for word in &self.words {
            let told = self.told(word, row);
            let begun = self.begun(row, Some(word.piece)) && !word.far;
            let is_rate = !word.far && matches!(word.meaning, Meaning::Infiniband(..));
            let is_name = !word.far && matches!(word.meaning, Meaning::Name(_));
            if told.is_none() && !whole && (is_name || is_rate && named < NUMBER) {
                return None;
            }
            if !word.far {
                score += told.unwrap_or_else(|| missed(&word.meaning));
            }
            used.push(told.is_some() || whole || begun);
        }
        let typed = |own: &String| {
            let is = |word: &Word| matches!(&word.meaning, Meaning::Term(term) if term == own);
            self.words.iter().any(|word| !word.far && is(word))
        };
        let unasked = row.own.iter().filter(|own| !typed(own)).count();
        // A rate names its ports; how they are called was not asked.
        let unasked = if self.rated(row) { 0 } else { unasked };
        score += UNASKED * i32::try_from(unasked).unwrap_or(i32::MAX / 8);
        score += match &row.far {
            Some(far) => self.far_score(far, row)?,
            None if self.far && self.same(&used) => FAR,
            None if self.far && named < NAMED => NOT_FAR,
            None => 0,
        };
        (score > 0).then_some(Answer { score, used })
    }

    /// Whether all that was said of the far end is true of the near one.
    fn same(&self, used: &[bool]) -> bool {
        self.words.iter().zip(used).all(|(word, used)| {
            let amount = word.meaning.is_amount() || matches!(word.meaning, Meaning::Uncovered(..));
            let says = match word.meaning {
                Meaning::Far { breakout } => breakout,
                Meaning::Filler | Meaning::Unknown => false,
                _ => word.far && !amount,
            };
            !says || *used
        })
    }

    /// What a word tells of a row; nothing where the row does not have it.
    fn told(&self, word: &Word, row: &Row) -> Option<i32> {
        let application = built_in().application(row.application);
        let far = row.far.as_ref();
        let has = |holds: bool, weight: i32| holds.then_some(weight);
        match &word.meaning {
            Meaning::Far { breakout: true } => has(far.is_some(), 0),
            Meaning::Name(name) if !word.far => has(row.keys.contains(name), 0),
            Meaning::Name(_) => has(super::far::module(word, row).is_some(), 0),
            Meaning::Speed(speed) if !word.far => has(row.speed == *speed, 0),
            Meaning::Speed(speed) => has(far.map_or(row.speed, |far| far.speed) == *speed, 0),
            Meaning::Many(_, speed) => has(row.speed == *speed, 0),
            Meaning::Split(count, speed) => {
                has(far.is_some_and(|far| far.legs == *count && far.speed == *speed), 0)
            }
            Meaning::Legs(count) => has(far.is_some_and(|far| far.legs == *count), 0),
            Meaning::Term(term) if term == "infiniband" && self.rated(row) => Some(0),
            Meaning::Term(term) => match far.filter(|far| far.terms.contains(term)) {
                Some(_) if word.far => Some(weight::OWN),
                found if !word.far => {
                    near_weight(row, term).or_else(|| found.map(|_| weight::ALMOST))
                }
                // The same at both ends.
                _ if far.is_none() => near_weight(row, term),
                _ => None,
            },
            Meaning::Fiber(fiber) => has(application.limit(*fiber).is_some(), weight::PLUG),
            Meaning::Mode(mode) => has(application.mode == *mode, weight::PLUG),
            Meaning::Infiniband(count, rate) if !word.far => {
                let called = rate.calls(*count, application.name)?;
                Some(if called == rate.name { weight::NAME } else { weight::OWN })
            }
            Meaning::Infiniband(count, rate) => {
                let far = far?;
                let name = built_in().application(far.row.to).name;
                let all = *count == 1 || far.legs == *count;
                has(all && rate.ports.contains(&name), weight::OWN)
            }
            // Coherent is also a maker.
            Meaning::Uncovered(_, term) => {
                let own = row.terms.iter().find(|(own, _)| own == term);
                own.map(|(_, weight)| *weight)
            }
            _ => None,
        }
    }

    /// Whether a row was found by an InfiniBand name.
    fn rated(&self, row: &Row) -> bool {
        let name = built_in().application(row.application).name;
        self.words.iter().any(|word| match word.meaning {
            Meaning::Infiniband(count, rate) => !word.far && rate.calls(count, name).is_some(),
            _ => false,
        })
    }

    fn far_score(&self, far: &Far, row: &Row) -> Option<i32> {
        if !self.far || self.far_speed.is_some_and(|speed| speed != far.speed) {
            return None;
        }
        let mut score = FAR;
        score += if self.far_speed.is_some() { FAR_SPEED } else { 0 };
        let mut named = false;
        for word in self.words.iter().filter(|word| word.far) {
            let told = self.told(word, row);
            match word.meaning {
                Meaning::Term(_) | Meaning::Infiniband(..) | Meaning::Name(_) => {
                    named = true;
                    score += told.unwrap_or(MISSED);
                }
                _ => {}
            }
        }
        score += match self.far_count {
            Some(count) if count != far.legs => MISSED,
            // One far end on one link is no breakout.
            None if far.legs == 1 && !named => MISSED,
            _ => 0,
        };
        let conditional = far.row.supported == Support::Depends;
        Some(score + if conditional { DEPENDS } else { 0 })
    }

    /// Whether what was typed names this row, as a whole or in one of its words.
    fn named(&self, row: &Row) -> i32 {
        if self.whole(row) {
            return NAMED;
        }
        if row.module.is_none() {
            return 0;
        }
        match self.pieces.iter().any(|(_, piece)| row.keys.contains(piece)) {
            true => NUMBER,
            false if self.begun(row, None) => BEGUN,
            false => 0,
        }
    }

    /// Whether all that was typed is a name of the row.
    pub(super) fn whole(&self, row: &Row) -> bool {
        self.wholes.iter().any(|whole| row.keys.contains(whole))
    }

    /// Whether a part number of the row begins with what was typed between two spaces, or with all
    /// of it.
    pub(super) fn begun(&self, row: &Row, piece: Option<usize>) -> bool {
        let begins = |typed: &str| {
            let lettered = typed.starts_with(|c: char| c.is_ascii_alphabetic());
            typed.len() >= BEGINNING + usize::from(!lettered)
                && typed.chars().any(|c| c.is_ascii_digit())
                && row.keys.iter().any(|key| key.starts_with(typed))
        };
        let asked = |at: usize| piece.is_none_or(|piece| piece == at);
        row.module.is_some()
            && (self.pieces.iter().any(|(at, typed)| asked(*at) && begins(typed))
                || self.wholes.iter().any(|whole| begins(whole)))
    }
}

/// What it costs to miss a word.
const fn missed(meaning: &Meaning) -> i32 {
    match meaning {
        Meaning::Term(_) | Meaning::Fiber(_) | Meaning::Mode(_) => MISSED,
        _ => 0,
    }
}

/// What a word tells of a row: as it stands, or as the beginning of one.
pub(super) fn near_weight(row: &Row, term: &str) -> Option<i32> {
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
