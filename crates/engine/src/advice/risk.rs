//! The spread of the loss: what the worst case hides.
//!
//! Every mated pair is a normal distribution whose mean is the typical loss and whose 97th
//! percentile is the largest one, cut at zero. Fiber and splices count in full. Lanes are
//! independent of each other.

#![expect(
    clippy::float_arithmetic,
    reason = "statistics are the one place for floats; single operations and libm agree everywhere"
)]

use crate::design::Design;
use crate::loss::{Term, TermKind};
use crate::words::words;
use fiberlane_units::Loss;

/// Standard deviations between the mean and the 97th percentile of a normal distribution.
const TO_97: f64 = 1.88;
/// Points of the grid in one dB.
const GRID: f64 = 1_000.0;
/// Steps of 10⁻¹⁰ dB in one point of the grid.
const STEP: u64 = 10_000_000;

/// Points of the grid in one step of the density.
const COARSE: usize = 10;
/// One step of the density, 0.01 dB.
pub const DENSITY_STEP: Loss = Loss::from_milli(10);

words! {
    /// How the spread reads beside the worst case.
    Reading {
        /// The worst case is inside the limit.
        Pass = "pass",
        /// The worst case is over the limit, the spread is inside it.
        Statistical = "statistical",
        /// Even the spread is over the limit.
        Fail = "fail",
        /// No limit is known.
        NotChecked = "not-checked",
    }
}

/// Typical and largest loss of a kind of mated pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    /// The mean.
    pub typical: Loss,
    /// The 97th percentile.
    pub max: Loss,
}

/// What the spread of a channel's loss says.
#[derive(Clone, Debug, PartialEq)]
pub struct Risk {
    /// N·mean + (p97 − mean)·√N, with fiber and splices; dB in steps.
    pub p97: Loss,
    /// Mean + 3·σ, with fiber and splices.
    pub three_sigma: Loss,
    /// The smaller of mean + 3·σ and the worst case.
    pub bound: Loss,
    /// How it reads.
    pub reading: Reading,
    /// Probability that a lane, a link and the whole order exceed the limit.
    pub exceeds: Option<[f64; 3]>,
    /// Fibers of one link.
    pub lanes: u32,
    /// Links of the order.
    pub links: u32,
    /// Loss that does not spread: fiber and splices.
    pub fixed: Loss,
    /// Probability by loss of the mated pairs, from 0 in steps of [`DENSITY_STEP`]: for drawing.
    pub density: Vec<f64>,
}

/// The pairs of a channel; none where a typical loss is not known.
#[must_use]
pub fn pairs_of(terms: &[Term]) -> Option<Vec<Spread>> {
    let pairs = terms.iter().filter(|term| term.kind == TermKind::MatedPair);
    pairs.map(|term| Some(Spread { typical: term.typical?, max: term.loss })).collect()
}

/// The risk of a design ordered `links` times; none where a typical loss is not known.
#[must_use]
pub fn risk(design: &Design, links: u32) -> Option<Risk> {
    let pairs = pairs_of(&design.terms)?;
    let lanes = u32::from(design.frame.link.a.fibers) * u32::from(design.frame.link.a.plug.count);
    let spread: Loss = pairs.iter().map(|pair| pair.max).sum();
    let fixed = Loss::from_steps(design.figures.total.steps().saturating_sub(spread.steps()));
    Some(of_pairs(&pairs, fixed, design.figures.limit, lanes, links))
}

/// The risk of pairs with a loss that does not spread.
#[must_use]
pub fn of_pairs(
    pairs: &[Spread],
    fixed: Loss,
    limit: Option<Loss>,
    lanes: u32,
    links: u32,
) -> Risk {
    let means: Loss = pairs.iter().map(|pair| pair.typical).sum();
    let worst = fixed + pairs.iter().map(|pair| pair.max).sum();
    let squares: f64 = pairs
        .iter()
        .map(|pair| {
            let reach = to_db(pair.max) - to_db(pair.typical);
            reach * reach
        })
        .sum();
    let root = libm::sqrt(squares);
    let base = fixed + means;
    let p97 = base + from_db(root);
    let three_sigma = base + from_db(3.0 * root / TO_97);
    let bound = three_sigma.min(worst);
    let reading = match limit {
        None => Reading::NotChecked,
        Some(limit) if worst <= limit => Reading::Pass,
        Some(limit) if bound <= limit => Reading::Statistical,
        Some(_) => Reading::Fail,
    };
    let [near, far] = halves(pairs);
    let exceeds = limit.map(|limit| {
        let lane = exceeding(&near, &far, fixed, limit);
        [lane, any_of(lane, f64::from(lanes)), any_of(lane, f64::from(lanes) * f64::from(links))]
    });
    Risk {
        p97,
        three_sigma,
        bound,
        reading,
        exceeds,
        lanes,
        links,
        fixed,
        density: convolve(&coarse(&near), &coarse(&far)),
    }
}

/// 1 − (1 − p)ⁿ without losing small probabilities.
fn any_of(p: f64, count: f64) -> f64 {
    if p >= 1.0 { 1.0 } else { -libm::expm1(count * libm::log1p(-p)) }
}

/// Two distributions whose sum is that of all pairs.
fn halves(pairs: &[Spread]) -> [Vec<f64>; 2] {
    let every_other = |first: usize| pairs.iter().copied().skip(first).step_by(2);
    let sum = |half: &mut dyn Iterator<Item = Spread>| {
        let mut whole = vec![1.0];
        for pair in half {
            whole = convolve(&whole, &normal_pair(pair));
        }
        whole
    };
    let near = sum(&mut every_other(0));
    // Mostly both halves are the same pairs.
    let far =
        if every_other(0).eq(every_other(1)) { near.clone() } else { sum(&mut every_other(1)) };
    [near, far]
}

/// The same distribution on a grid that is wide enough for drawing.
fn coarse(density: &[f64]) -> Vec<f64> {
    density.chunks(COARSE).map(|chunk| chunk.iter().sum()).collect()
}

/// The distribution of one pair on the grid, cut at zero and normalized.
#[must_use]
fn normal_pair(pair: Spread) -> Vec<f64> {
    let (mean, sigma) = (to_db(pair.typical), (to_db(pair.max) - to_db(pair.typical)) / TO_97);
    if sigma <= 0.0 {
        let mut sharp = vec![0.0; point(pair.typical) + 1];
        if let Some(last) = sharp.last_mut() {
            *last = 1.0;
        }
        return sharp;
    }
    // Nine deviations: what lies beyond is under 10⁻¹⁸.
    let losses = (0u32..).map(|point| f64::from(point) / GRID);
    let losses = losses.take_while(|loss| *loss <= mean + 9.0 * sigma);
    let mut density: Vec<f64> = losses
        .map(|loss| {
            let off = (loss - mean) / sigma;
            libm::exp(-off * off / 2.0)
        })
        .collect();
    let sum: f64 = density.iter().sum();
    density.iter_mut().for_each(|p| *p /= sum);
    density
}

fn convolve(a: &[f64], b: &[f64]) -> Vec<f64> {
    let mut out = vec![0.0; (a.len() + b.len()).saturating_sub(1)];
    for (at, p) in a.iter().enumerate() {
        if *p < 1e-300 {
            continue;
        }
        for (slot, q) in out[at..].iter_mut().zip(b) {
            *slot += p * q;
        }
    }
    out
}

/// Probability that two spreads and a fixed loss are together over the limit.
fn exceeding(a: &[f64], b: &[f64], fixed: Loss, limit: Loss) -> f64 {
    // Points up to here are inside: a sum equal to the limit is.
    let Some(room) = limit.steps().checked_sub(fixed.steps()) else {
        return 1.0;
    };
    let room = usize::try_from(room / STEP).unwrap_or(usize::MAX);
    // tails[k]: probability that b is at k or beyond.
    let mut tails = vec![0.0; b.len() + 1];
    for at in (0..b.len()).rev() {
        tails[at] = tails[at + 1] + b[at];
    }
    let beyond = |at: usize| match (room + 1).checked_sub(at) {
        Some(from) => tails.get(from).copied().unwrap_or(0.0),
        None => 1.0,
    };
    a.iter().enumerate().map(|(at, p)| p * beyond(at)).sum::<f64>().min(1.0)
}

fn point(loss: Loss) -> usize {
    usize::try_from(loss.steps() / STEP).unwrap_or(0)
}

#[expect(clippy::cast_precision_loss, reason = "losses are far below 2⁵³ steps")]
fn to_db(loss: Loss) -> f64 {
    loss.steps() as f64 / (GRID * STEP as f64)
}

/// A loss of the nearest step of 10⁻⁴ dB, which is more than a spread is good for.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "spreads are between 0 and some hundred dB"
)]
fn from_db(db: f64) -> Loss {
    Loss::from_steps(libm::round(db * 10_000.0) as u64 * (STEP / 10))
}
