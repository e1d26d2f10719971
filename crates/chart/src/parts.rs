//! Parts beside each other: a bar to the worst loss of each, a stroke at its typical loss.

use plotters::element::{PathElement, Text};
use plotters::style::text_anchor::HPos;

use crate::frame::{
    BOTTOM, Failure, Frame, Plot, Root, TOP, axes, inside, label, limit_label, paper,
};
use crate::mark::Mark;
use crate::numbers::{DB, bounded, decimals, fixed};
use crate::palette::Ink;
use crate::place::{Area, PX, Spot, over, shortened, text_width};
use crate::ticks::Axis;
use crate::{PartRow, PartsCompared};

/// From one row to the next, and in it the middle of the name and the bar's two edges.
const PITCH: i32 = 38 * PX;
const NAME: i32 = 9 * PX;
const BAR: [i32; 2] = [19 * PX, 29 * PX];

/// More would be a list, not a picture.
const MOST: usize = 50;

/// Draws the bars. The answer depends on nothing but its argument.
#[must_use]
pub fn parts_compared(parts: &PartsCompared<'_>) -> String {
    let PartsCompared { id, title, summary, width, .. } = *parts;
    let rows = &parts.rows[..parts.rows.len().min(MOST)];
    let high = TOP + depth(rows) + BOTTOM;
    let frame = Frame { id, title, summary, width, height: (high / PX).unsigned_abs() };
    frame.render(&|root| draw(parts, rows, &frame, root))
}

/// Height of the plot in units of the viewBox; a frame is never lower than two rows.
fn depth(rows: &[PartRow<'_>]) -> i32 {
    i32::try_from(rows.len()).unwrap_or(0).max(2) * PITCH
}

/// Worst and typical loss of a row, neither below zero.
fn losses(row: &PartRow<'_>) -> (i64, Option<i64>) {
    let loss = |loss: i64| bounded(loss).max(0);
    (loss(row.loss), row.typical.map(loss))
}

fn draw(
    parts: &PartsCompared<'_>,
    rows: &[PartRow<'_>],
    frame: &Frame<'_>,
    root: &Root<'_>,
) -> Result<(), Failure> {
    let labels = &parts.labels;
    let limit = parts.limit.map(|limit| bounded(limit.loss).max(0));
    let ends = rows.iter().map(losses).map(|(worst, typical)| worst.max(typical.unwrap_or(0)));
    let end = ends.chain(limit).max().unwrap_or(0).max(DB / 10);
    let end = end + end / 16;
    let (x, step) = Axis::decibels(0, end, frame.is_narrow());
    let ticks = x.ticks.clone();
    let digits = decimals(step, DB, 1);
    // The unit stands at the last number: there is no axis to the left to stand above.
    let last = ticks.last().copied().unwrap_or(0);
    let format_x = |value: &i64| {
        let number = fixed(*value, DB, digits, labels.decimal);
        if *value == last { [number.as_str(), " ", labels.decibel].concat() } else { number }
    };
    // As many digits for all as the finest of them needs, so that they compare at a glance.
    let digits = rows.iter().map(|row| decimals(losses(row).0, DB, 2)).max().unwrap_or(2).min(3);
    let values: Vec<String> =
        rows.iter().map(|row| fixed(losses(row).0, DB, digits, labels.decimal)).collect();
    let size = Ink::Label.font_size();
    let widest = values.iter().map(|value| text_width(value, size)).max().unwrap_or(0);
    let right = (widest + 8 * PX).max(text_width(&format_x(&last), size) / 2 + 3 * PX);
    // Down the paper is down the axis, in its own units.
    let y = Axis { from: -i64::from(depth(rows)), to: 0, ticks: Vec::new() };
    let bottom = y.from;
    let plot = axes(root, (TOP, right), (x, &format_x), (y, &|_: &i64| String::new()))?;
    let mut paper = paper(&plot, right);

    for tick in ticks {
        let ink = if tick == 0 { Ink::Axis } else { Ink::Grid };
        plot.plotting_area().draw(&PathElement::new([(tick, 0), (tick, bottom)], ink))?;
    }
    draw_bars(rows, &plot)?;

    let Area { left, top, .. } = inside(&plot);
    let left = left + 4 * PX;
    let room = inside(&plot).right + right - left - 2 * PX;
    let names: Vec<String> = rows.iter().map(|row| shortened(row.name, size, room)).collect();
    if let (Some(at), Some(limit)) = (limit, &parts.limit) {
        let x = plot.backend_coord(&(at, 0)).0;
        // The line stops above every name that reaches it and goes on below.
        let mut from = top;
        for (index, name) in names.iter().enumerate() {
            if left + text_width(name, size) + 3 * PX > x {
                let middle = row_at(&plot, index, NAME);
                dash(root, x, from, middle - size / 2 - 2 * PX)?;
                from = middle + size / 2 + 2 * PX;
            }
        }
        dash(root, x, from, inside(&plot).bottom)?;
        paper.line(&[(x, top), (x, inside(&plot).bottom)]);
        limit_label(root, &mut paper, limit.label, &over(x, top - 11 * PX))?;
    }
    for (index, (row, (name, value))) in rows.iter().zip(names.iter().zip(&values)).enumerate() {
        let ink = if row.current { Ink::CurrentLabel } else { Ink::Label };
        let at = (left, row_at(&plot, index, NAME));
        root.draw(&Text::new(name.as_str(), at, ink.words(HPos::Left)))?;
        let (worst, typical) = losses(row);
        let tip = plot.backend_coord(&(worst.max(typical.unwrap_or(0)), 0)).0;
        let beyond = limit.map_or(tip, |limit| plot.backend_coord(&(limit, 0)).0);
        let y = row_at(&plot, index, (BAR[0] + BAR[1]) / 2);
        let spots = [tip, tip.max(beyond)].map(|x| Spot::after(x + 5 * PX, y));
        label(root, &mut paper, ink, value, &spots)?;
    }
    Ok(())
}

/// A bar for each row, and the stroke at its typical loss.
fn draw_bars(rows: &[PartRow<'_>], plot: &Plot<'_, '_>) -> Result<(), Failure> {
    for (index, row) in rows.iter().enumerate() {
        let (worst, typical) = losses(row);
        let start = i64::try_from(index).unwrap_or(0) * i64::from(PITCH);
        let [upper, lower] = BAR.map(|edge| -(start + i64::from(edge)));
        plot.plotting_area().draw(&Mark {
            points: vec![(0, upper), (worst, upper), (worst, lower), (0, lower)],
            ink: if row.current { Ink::BarCurrent } else { Ink::Bar },
            part: None,
            title: if row.label.is_empty() { row.name } else { row.label },
        })?;
        if let Some(typical) = typical {
            let air = i64::from(2 * PX);
            let stroke = [(typical, upper + air), (typical, lower - air)];
            plot.plotting_area().draw(&PathElement::new(stroke, Ink::Tick))?;
        }
    }
    Ok(())
}

/// Where on the paper something is that lies so deep in a row.
fn row_at(plot: &Plot<'_, '_>, index: usize, deep: i32) -> i32 {
    let start = i64::try_from(index).unwrap_or(0) * i64::from(PITCH);
    plot.backend_coord(&(0, -(start + i64::from(deep)))).1
}

/// A piece of the limit's line, unless the names leave next to nothing of it.
fn dash(root: &Root<'_>, x: i32, from: i32, to: i32) -> Result<(), Failure> {
    if to - from < 4 * PX {
        return Ok(());
    }
    root.draw(&PathElement::new([(x, from), (x, to)], Ink::Limit))
}
