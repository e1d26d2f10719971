//! Margin against length: one straight line per grade, the wall at the reach, and the design.

use plotters::element::{PathElement, Rectangle};
use plotters::series::LineSeries;
use plotters_backend::BackendCoord;

use crate::frame::{Failure, Frame, Root, TOP, axes, inside, label, on_paper, paper, unit};
use crate::mark::Mark;
use crate::numbers::{DB, bounded, decimals, fixed, length, length_text, length_text_with_unit};
use crate::palette::Ink;
use crate::place::{Area, PX, Spot, along, text_width};
use crate::ticks::{Axis, length_ticks};
use crate::{MarginCurves, MarginPoint, MarginSeries};

/// Draws the curves. The answer depends on nothing but its argument.
#[must_use]
pub fn margin_curves(curves: &MarginCurves<'_>) -> String {
    let MarginCurves { id, title, summary, width, height, .. } = *curves;
    let frame = Frame { id, title, summary, width, height };
    frame.render(&|root| draw(curves, &frame, root))
}

fn at(point: &MarginPoint) -> (i64, i64) {
    (length(point.length), bounded(point.margin))
}

/// The two ends of a line, the shorter length first.
fn ends(series: &MarginSeries<'_>) -> [(i64, i64); 2] {
    let (from, to) = (at(&series.from), at(&series.to));
    if from.0 <= to.0 { [from, to] } else { [to, from] }
}

/// From the lowest to the highest margin on show, zero always among them, with some air.
fn margins(points: &[(i64, i64)]) -> (i64, i64) {
    let low = points.iter().fold(0, |low, point| low.min(point.1));
    let high = points.iter().fold(0, |high, point| high.max(point.1));
    if low == high {
        return (-DB, DB);
    }
    // More air below when nothing is negative: the ground has to be seen as ground.
    let air = (high - low) / 12;
    (low - if low < 0 { air } else { 2 * air }, high + air)
}

fn draw(curves: &MarginCurves<'_>, frame: &Frame<'_>, root: &Root<'_>) -> Result<(), Failure> {
    let labels = &curves.labels;
    let mut points: Vec<(i64, i64)> = Vec::new();
    for series in curves.series {
        points.extend(ends(series));
    }
    points.extend(curves.current.map(|current| at(&current.at)));
    let reach = curves.reach.map(|reach| length(reach.length));

    let (low, high) = margins(&points);
    let (y, step) = Axis::decibels(low, high, frame.is_narrow());
    let digits = decimals(step, DB, 0);
    let format_y = |value: &i64| match value.signum() {
        0 => "0".to_owned(),
        1 => ["+", &fixed(*value, DB, digits, labels.decimal)].concat(),
        _ => fixed(*value, DB, digits, labels.decimal),
    };

    // The length that matters is the reach; the axis goes on a little, so that the wall has a
    // body, and numbers stop at the wall.
    let wall = reach.map_or(0, |reach| reach + reach / 6);
    let to = points.iter().fold(wall, |end, point| end.max(point.0)).max(1);
    let end = reach.unwrap_or(to);
    let last = length_text_with_unit(end, labels);
    let format_x = |value: &i64| {
        if *value == end { last.clone() } else { length_text(*value, labels) }
    };
    let half = text_width(&last, Ink::Label.font_size()) / 2;
    let right = if end == to { half + 3 * PX } else { 8 * PX };
    let room = i64::from(frame.room(right)) * end / to;
    let most = if frame.is_narrow() { 4 } else { 5 };
    let ticks = length_ticks(end, &[], i32::try_from(room).unwrap_or(0), most, labels);
    let x = Axis { from: 0, to, ticks };

    let mut plot = axes(root, (TOP, right), (x, &format_x), (y, &format_y))?;
    unit(root, &plot, labels.decibel)?;
    if let Some(reach) = reach {
        let wall = Rectangle::new([(reach, high), (to, low)], Ink::Reach);
        plot.plotting_area().draw(&wall)?;
    }
    plot.plotting_area().draw(&PathElement::new([(0, 0), (to, 0)], Ink::Zero))?;

    let mut paper = paper(&plot, right);
    paper.line(&on_paper(&plot, &[(0, 0), (to, 0)]));
    // The current line last, on top of the others.
    for (ink, current) in [(Ink::Series, false), (Ink::SeriesCurrent, true)] {
        for series in curves.series.iter().filter(|series| series.current == current) {
            let ends = ends(series);
            plot.draw_series(LineSeries::new(ends, ink))?;
            paper.line(&on_paper(&plot, &ends));
        }
    }
    if let Some(current) = &curves.current {
        let (x, y) = plot.backend_coord(&at(&current.at));
        paper.line(&[(x - 5 * PX, y - 5 * PX), (x + 5 * PX, y + 5 * PX)]);
        plot.plotting_area().draw(&Mark {
            points: vec![at(&current.at)],
            ink: Ink::Dot,
            part: None,
            title: current.label,
        })?;
    }

    let Area { top, bottom, .. } = inside(&plot);
    if let Some(reach) = &curves.reach {
        let x = plot.backend_coord(&(length(reach.length), 0)).0;
        let mut spots = Vec::new();
        for y in [bottom - 9 * PX, top + 8 * PX] {
            spots.push(Spot::before(x - 5 * PX, y));
            spots.push(Spot::after(x + 5 * PX, y));
        }
        label(root, &mut paper, Ink::ReachLabel, reach.label, &spots)?;
    }
    if let Some(reach) = reach {
        // Words across the edge of the wall are hard to read.
        paper.line(&on_paper(&plot, &[(reach, low), (reach, high)]));
    }
    let lines: Vec<_> = curves.series.iter().map(|series| on_paper(&plot, &ends(series))).collect();
    let wall = plot.backend_coord(&(reach.unwrap_or(to), 0)).0;
    for (series, line) in curves.series.iter().zip(&lines) {
        let spots = beside(series.name, line, &lines, wall);
        label(root, &mut paper, Ink::Label, series.name, &spots)?;
    }
    Ok(())
}

/// Spots above and below a line, before the wall if possible, with no other line in between.
fn beside(name: &str, line: &[BackendCoord], lines: &[Vec<BackendCoord>], wall: i32) -> Vec<Spot> {
    let (a, b) = (line[0], line[1]);
    let before = (wall.clamp(a.0, b.0), height(line, wall.clamp(a.0, b.0)));
    let mut spots = Vec::new();
    for (end, tenth) in [(before, 6), (before, 3), (before, 9), (before, 0), (b, 5), (b, 10)] {
        spots.extend(along(a, end, name, tenth));
    }
    spots.retain(|spot| {
        let own = height(line, spot.x);
        let between = own.min(spot.y)..=own.max(spot.y);
        !lines.iter().any(|other| other != line && between.contains(&height(other, spot.x)))
    });
    spots
}

/// Where a line is at `x` on the paper.
fn height(line: &[BackendCoord], x: i32) -> i32 {
    let (a, b) = (line[0], line[1]);
    let rise = i64::from(b.1 - a.1) * i64::from(x - a.0) / i64::from((b.0 - a.0).max(1));
    i32::try_from(rise).map_or(a.1, |rise| a.1.saturating_add(rise))
}
