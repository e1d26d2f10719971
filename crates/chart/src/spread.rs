//! The spread of a loss against its limit: how probable each total is.

use plotters::element::PathElement;
use plotters::series::{AreaSeries, LineSeries};
use plotters_backend::BackendCoord;

use crate::LossSpread;
use crate::frame::{Failure, Frame, Root, TOP, axes, inside, label, limit_label, on_paper, paper};
use crate::numbers::{DB, bounded, decimals, fixed};
use crate::palette::Ink;
use crate::place::{Area, PX, Spot, over, text_width};
use crate::ticks::Axis;

/// Height of the axis of probability, which has no numbers: what matters is the shape.
const PEAK: i64 = 1_000_000;

/// From one row of names to the next.
const ROW: i32 = 16 * PX;

/// Draws the spread. The answer depends on nothing but its argument.
#[must_use]
pub fn loss_spread(spread: &LossSpread<'_>) -> String {
    let LossSpread { id, title, summary, width, height, .. } = *spread;
    let frame = Frame { id, title, summary, width, height };
    frame.render(&|root| draw(spread, &frame, root))
}

fn draw(spread: &LossSpread<'_>, frame: &Frame<'_>, root: &Root<'_>) -> Result<(), Failure> {
    let labels = &spread.labels;
    let marks = || spread.marks.iter().map(|mark| bounded(mark.loss).max(0));
    let limit = spread.limit.map(|limit| bounded(limit.loss).max(0));
    let furthest = spread.points.iter().map(|point| bounded(point.0)).chain(marks()).chain(limit);
    let end = furthest.max().unwrap_or(0).max(DB / 10);
    let end = end + end / 16;
    let most = spread.points.iter().map(|point| point.1).max().unwrap_or(0).max(1);
    let high = |density: u64| {
        let scaled = u128::from(density) * 900_000 / u128::from(most);
        i64::try_from(scaled).unwrap_or(PEAK)
    };
    let (x, step) = Axis::decibels(0, end, frame.is_narrow());
    let digits = decimals(step, DB, 1);
    // The unit stands at the last number: there is no axis to the left to stand above.
    let last = x.ticks.last().copied().unwrap_or(0);
    let format_x = |value: &i64| {
        let number = fixed(*value, DB, digits, labels.decimal);
        if *value == last { [number.as_str(), " ", labels.decibel].concat() } else { number }
    };
    let unit = text_width("0.00 dB", Ink::Label.font_size());
    let right = unit.max(text_width(&format_x(&last), Ink::Label.font_size())) / 2 + 3 * PX;
    // On a phone names stand above the plot, in two rows: between the posts there is no room.
    let room = if frame.width < 360 { TOP + ROW } else { TOP };
    let y = Axis { from: 0, to: PEAK, ticks: Vec::new() };
    let mut plot = axes(root, (room, right), (x, &format_x), (y, &|_: &i64| String::new()))?;
    let mut paper = paper(&plot, right);

    let curve: Vec<(i64, i64)> =
        spread.points.iter().map(|point| (bounded(point.0).max(0), high(point.1))).collect();
    plot.draw_series(AreaSeries::new(curve.iter().copied(), 0, Ink::Fill))?;
    plot.draw_series(LineSeries::new(curve.iter().copied(), Ink::Worst))?;
    let ground = [(0, 0), (end, 0)];
    plot.plotting_area().draw(&PathElement::new(ground, Ink::Axis))?;
    paper.line(&on_paper(&plot, &ground));
    paper.line(&on_paper(&plot, &curve));

    let Area { top, bottom, .. } = inside(&plot);
    let words = spread.marks.iter().map(|mark| (mark.loss, mark.label, Ink::Series));
    let limit = spread.limit.map(|limit| (limit.loss, limit.label, Ink::Limit));
    let lines: Vec<_> = words.chain(limit).collect();
    for (loss, _, ink) in &lines {
        let at = bounded(*loss).max(0);
        let post = [(at, 0), (at, PEAK)];
        plot.plotting_area().draw(&PathElement::new(post, *ink))?;
        paper.line(&on_paper(&plot, &post));
    }
    // The limit first: on narrow paper something may be left without a name, but not the limit.
    for (loss, name, ink) in lines.iter().rev() {
        let x = plot.backend_coord(&(bounded(*loss).max(0), 0)).0;
        let mut spots = beside(x, top, bottom);
        for y in [top - 11 * PX, top - 11 * PX - ROW] {
            // Every name leans away from the posts to the right of its own.
            if lines.iter().any(|other| other.0 > *loss) {
                spots.push(Spot::before(x + 6 * PX, y));
            }
            spots.extend(over(x, y));
        }
        if *ink == Ink::Limit {
            limit_label(root, &mut paper, name, &spots)?;
        } else {
            label(root, &mut paper, Ink::Label, name, &spots)?;
        }
    }
    Ok(())
}

/// Spots on both sides of a post, from the top down.
fn beside(x: i32, top: i32, bottom: i32) -> Vec<Spot> {
    let mut spots = Vec::new();
    let mut y = top + 9 * PX;
    while y < bottom - 6 * PX {
        let at: [BackendCoord; 2] = [(x + 5 * PX, y), (x - 5 * PX, y)];
        spots.push(Spot::after(at[0].0, at[0].1));
        spots.push(Spot::before(at[1].0, at[1].1));
        y += ROW;
    }
    spots
}
