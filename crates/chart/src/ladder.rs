//! Loss along the channel: a ladder of mated pairs and slopes of fiber below the limit.

use plotters::element::PathElement;
use plotters::series::{AreaSeries, LineSeries};

use crate::frame::{Failure, Frame, Root, TOP, axes, on_paper, paper, unit};
use crate::mark::Mark;
use crate::names::{draw_limit, label_points, label_runs, label_typical};
use crate::numbers::{DB, bounded, decimals, fixed, length, length_text, length_text_with_unit};
use crate::palette::Ink;
use crate::place::{PX, text_width};
use crate::ticks::{Axis, length_ticks};
use crate::{LadderStep, LossLadder, StepKind};

/// Draws the ladder. The answer depends on nothing but its argument.
#[must_use]
pub fn loss_ladder(ladder: &LossLadder<'_>) -> String {
    let LossLadder { id, title, summary, width, height, .. } = *ladder;
    let frame = Frame { id, title, summary, width, height };
    frame.render(&|root| draw(ladder, &frame, root))
}

/// A running sum along the channel: the points of its line, and where each step begins and ends.
pub(crate) struct Climb {
    pub(crate) points: Vec<(i64, i64)>,
    pub(crate) steps: Vec<[(i64, i64); 2]>,
}

/// Adds up the steps in the order of the channel. A sum with a gap would be a wrong sum: `None`
/// as soon as one step has no figure.
fn climb(
    steps: &[LadderStep<'_>],
    (from, to): (i64, i64),
    loss: &dyn Fn(&LadderStep<'_>) -> Option<i64>,
) -> Option<Climb> {
    let mut points = vec![(from, 0)];
    let mut ends = Vec::with_capacity(steps.len());
    let (mut at, mut sum) = (from, 0_i64);
    for step in steps {
        let start = (at.max(length(step.at)), sum);
        sum = bounded(sum.saturating_add(bounded(loss(step)?).max(0)));
        at = start.0.max(end(step));
        points.extend([start, (at, sum)]);
        ends.push([start, (at, sum)]);
    }
    points.push((to, sum));
    points.dedup();
    Some(Climb { points, steps: ends })
}

/// Where a step ends.
fn end(step: &LadderStep<'_>) -> i64 {
    length(match step.kind {
        StepKind::Point => step.at,
        StepKind::Run { length: run } => step.at.saturating_add(run),
    })
}

fn draw(ladder: &LossLadder<'_>, frame: &Frame<'_>, root: &Root<'_>) -> Result<(), Failure> {
    let labels = &ladder.labels.axes;
    let total = ladder.steps.iter().map(end).max().unwrap_or(0);
    // A channel without length stands in the middle of the axis.
    let (from, to) = if total == 0 { (-1, 1) } else { (0, total) };
    let Some(worst) = climb(ladder.steps, (from, to), &|step| Some(step.loss)) else {
        return Ok(());
    };
    let typical = climb(ladder.steps, (from, to), &|step| step.typical);
    let sum = worst.points.last().map_or(0, |end| end.1);
    let limit = ladder.limit.map(|limit| bounded(limit.loss).max(0));

    let highest = sum.max(limit.unwrap_or(0));
    let top = if highest == 0 { DB } else { highest + highest / 32 };
    let (y, step) = Axis::decibels(0, top, frame.is_narrow());
    let digits = decimals(step, DB, 1);
    let format_y = |value: &i64| fixed(*value, DB, digits, labels.decimal);

    let last = length_text_with_unit(total, labels);
    let format_x = |value: &i64| {
        if *value == total { last.clone() } else { length_text(*value, labels) }
    };
    // The number below the end of the axis reaches out to the right by half its width.
    let right = text_width(&last, Ink::Label.font_size()) / 2 + 3 * PX;
    let marks: Vec<i64> = worst.steps.iter().map(|ends| ends[0].0).collect();
    let most = if frame.is_narrow() { 4 } else { 6 };
    let ticks = match total {
        0 => vec![0],
        _ => length_ticks(total, &marks, frame.room(right), most, labels),
    };
    let x = Axis { from, to, ticks };

    let mut plot = axes(root, (TOP, right), (x, &format_x), (y, &format_y))?;
    let mut paper = paper(&plot, right);
    unit(root, &plot, labels.decibel)?;
    plot.draw_series(AreaSeries::new(worst.points.iter().copied(), 0, Ink::Fill))?;
    let ground = [(from, 0), (to, 0)];
    plot.plotting_area().draw(&PathElement::new(ground, Ink::Axis))?;
    paper.line(&on_paper(&plot, &ground));
    for (climb, ink) in [(typical.as_ref(), Ink::Typical), (Some(&worst), Ink::Worst)] {
        if let Some(climb) = climb {
            plot.draw_series(LineSeries::new(climb.points.iter().copied(), ink))?;
            paper.line(&on_paper(&plot, &climb.points));
        }
    }

    if let Some(limit) = limit {
        draw_limit(ladder, limit, &worst, root, &mut plot, &mut paper)?;
    }
    label_points(ladder, &worst, root, &plot, &mut paper)?;
    if let Some(typical) = &typical {
        label_typical(ladder, typical, root, &plot, &mut paper)?;
    }
    label_runs(ladder, &worst, root, &plot, &mut paper)?;

    // Last, so that the steps can be pointed at; the short ones on top of the long ones.
    for points_now in [false, true] {
        for (step, ends) in ladder.steps.iter().zip(&worst.steps) {
            if (step.kind == StepKind::Point) == points_now {
                plot.plotting_area().draw(&Mark {
                    points: ends.to_vec(),
                    ink: Ink::Step,
                    part: Some(step.part),
                    title: step.label,
                })?;
            }
        }
    }
    Ok(())
}
