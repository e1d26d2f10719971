//! Axes in exact integers: where the ticks stand and what they say.

use std::ops::Range;

use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged, ValueFormatter};

use crate::AxisLabels;
use crate::numbers::{DB, MAX, length_text, length_text_with_unit, length_unit};
use crate::palette::Ink;
use crate::place::{PX, text_width};

/// The only coordinate of all charts: a range of integers with ticks chosen beforehand.
///
/// plotters' own integer ranges divide as floats and choose steps of their own taste.
#[derive(Clone)]
pub(crate) struct Axis {
    pub(crate) from: i64,
    pub(crate) to: i64,
    pub(crate) ticks: Vec<i64>,
}

impl Axis {
    /// An axis of losses or margins with its round step; fewer ticks when it is `narrow`.
    pub(crate) fn decibels(from: i64, to: i64, narrow: bool) -> (Self, i64) {
        let step = nice_step(to.saturating_sub(from), DB / 1000, if narrow { 4 } else { 5 });
        (Self { from, to, ticks: multiples(from, to, step) }, step)
    }
}

impl Ranged for Axis {
    type FormatOption = NoDefaultFormatting;
    type ValueType = i64;

    fn map(&self, value: &i64, limit: (i32, i32)) -> i32 {
        let span = self.to.saturating_sub(self.from).max(1);
        let along = value.saturating_sub(self.from).clamp(0, span);
        let room = i64::from(limit.1) - i64::from(limit.0);
        let offset = (2 * along * room + span).div_euclid(2 * span);
        i32::try_from(i64::from(limit.0) + offset).unwrap_or(limit.1)
    }

    fn key_points<H: KeyPointHint>(&self, hint: H) -> Vec<i64> {
        // plotters asks twice, for a fine and for a bold grid; one grid is quieter.
        if hint.weight().allow_light_points() { Vec::new() } else { self.ticks.clone() }
    }

    fn range(&self) -> Range<i64> {
        self.from..self.to
    }
}

impl ValueFormatter<i64> for Axis {
    fn format(_: &i64) -> String {
        String::new()
    }
}

/// The smallest step of 1, 2 or 5 times a power of ten `base`s that cuts `span` into at most
/// `most` pieces.
pub(crate) fn nice_step(span: i64, base: i64, most: i64) -> i64 {
    let mut base = base.max(1);
    loop {
        for factor in [1, 2, 5] {
            let step = base.saturating_mul(factor);
            if span / step <= most || step > MAX {
                return step;
            }
        }
        base = base.saturating_mul(10);
    }
}

/// Multiples of `step` from `from` to `to`, both included when they are multiples.
pub(crate) fn multiples(from: i64, to: i64, step: i64) -> Vec<i64> {
    let step = step.max(1);
    let first = from.div_euclid(step) + i64::from(from.rem_euclid(step) != 0);
    (first..=to.div_euclid(step)).map(|n| n * step).collect()
}

/// Ticks along a length axis that ends in `total`: its ends, then `marks`, each where its number
/// does not come near one that stands already, then round lengths in between; at most `most`.
/// `room` is the length of the axis on the paper.
pub(crate) fn length_ticks(
    total: i64,
    marks: &[i64],
    room: i32,
    most: usize,
    labels: &AxisLabels<'_>,
) -> Vec<i64> {
    let mut taken =
        Taken { axis: Axis { from: 0, to: total, ticks: Vec::new() }, room, areas: Vec::new() };
    taken.add(total, &length_text_with_unit(total, labels));
    for &value in [0].iter().chain(marks) {
        if taken.areas.len() < most {
            taken.add(value, &length_text(value, labels));
        }
    }
    // Round lengths come all or not at all: half a series would look like a break in the axis.
    let unit = length_unit(labels);
    let base = if total < 3 * unit { unit / 10 } else { unit };
    for pieces in (1..=i64::try_from(most).unwrap_or(1)).rev() {
        let step = nice_step(total, base, pieces);
        let mut fuller = taken.clone();
        for value in multiples(0, total, step) {
            fuller.add(value, &length_text(value, labels));
        }
        if fuller.areas.len() <= most {
            taken = fuller;
            break;
        }
    }
    taken.areas.iter().map(|area| area.0).collect()
}

/// Numbers below an axis: where each stands, from left to right edge.
#[derive(Clone)]
struct Taken {
    axis: Axis,
    room: i32,
    areas: Vec<(i64, i32, i32)>,
}

impl Taken {
    fn add(&mut self, value: i64, text: &str) {
        let center = self.axis.map(&value, (0, self.room));
        let half = text_width(text, Ink::Label.font_size()) / 2 + 5 * PX;
        let (left, right) = (center - half, center + half);
        let free = self.areas.iter().all(|area| right < area.1 || area.2 < left);
        if free && (0..=self.axis.to).contains(&value) {
            // In order by hand: a library sort is 3 kB of the page, and there are six ticks.
            let before = self.areas.iter().take_while(|area| area.0 < value).count();
            self.areas.insert(before, (value, left, right));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_of_the_axis_are_the_ends_of_the_room() {
        let axis = Axis { from: -DB, to: 3 * DB, ticks: Vec::new() };
        assert_eq!(axis.map(&-DB, (100, 900)), 100);
        assert_eq!(axis.map(&(3 * DB), (100, 900)), 900);
        assert_eq!(axis.map(&0, (100, 900)), 300);
        // Upside down, as heights are on paper, and cut at the ends.
        assert_eq!(axis.map(&0, (900, 100)), 700);
        assert_eq!(axis.map(&i64::MAX, (900, 100)), 100);
        assert_eq!(axis.map(&i64::MIN, (900, 100)), 900);
    }

    #[test]
    fn steps_are_round_and_give_three_to_six_ticks() {
        for top in (1..400).map(|n| n * DB / 10) {
            let step = nice_step(top, DB / 1000, 5);
            let count = multiples(0, top, step).len();
            assert!((3..=6).contains(&count), "{top}: {count} ticks of {step}");
            assert!([1, 2, 5].contains(&(step / 10_i64.pow(step.ilog10()))));
        }
    }

    #[test]
    fn multiples_include_both_ends_and_start_above_a_ragged_one() {
        assert_eq!(multiples(-7, 10, 5), [-5, 0, 5, 10]);
        assert_eq!(multiples(0, 4, 5), [0]);
    }

    #[test]
    fn length_ticks_keep_the_ends_and_never_collide() {
        let labels = AxisLabels::default();
        for total in [1, 5_000, 30_000, 1_300_000, 5_000_000, 100_000_000, MAX] {
            for most in [4, 6] {
                let ticks = length_ticks(total, &[50_000, total - total / 20], 5000, most, &labels);
                assert!(ticks.len() <= most && ticks.len() >= 2, "{total}: {ticks:?}");
                assert_eq!((ticks.first(), ticks.last()), (Some(&0), Some(&total)));
            }
        }
    }
}
