//! The words and lines around a ladder: its limit, its margin, the names of its steps.

use plotters::element::PathElement;
use plotters::series::LineSeries;

use crate::frame::{Failure, Plot, Root, inside, label, limit_label, on_paper};
use crate::ladder::Climb;
use crate::palette::Ink;
use crate::place::{Area, PX, Paper, Spot, along};
use crate::{LossLadder, StepKind};

/// Distance of a label from what it names.
const GAP: i32 = 5 * PX;

/// The limit with its words, and the margin as a dimension line between limit and total.
pub(crate) fn draw_limit(
    ladder: &LossLadder<'_>,
    limit: i64,
    worst: &Climb,
    root: &Root<'_>,
    plot: &mut Plot<'_, '_>,
    paper: &mut Paper,
) -> Result<(), Failure> {
    let (Some(&first), Some(&last)) = (worst.points.first(), worst.points.last()) else {
        return Ok(());
    };
    let line = [(first.0, limit), (last.0, limit)];
    plot.draw_series(LineSeries::new(line, Ink::Limit))?;
    paper.line(&on_paper(plot, &line));

    let Area { left, right, .. } = inside(plot);
    let limit_y = plot.backend_coord(&(0, limit)).1;
    let sum_y = plot.backend_coord(&last).1;
    let (above, below) = (limit_y - 11 * PX, limit_y + 12 * PX);
    let spots = [
        Spot::before(right, above),
        Spot::after(left + 4 * PX, above),
        Spot::before(right - 2 * PX, below),
        Spot::after(left + 4 * PX, below),
    ];
    let words = ladder.limit.as_ref().map_or("", |limit| limit.label);
    limit_label(root, paper, words, &spots)?;

    let Some(words) = ladder.labels.margin else {
        return Ok(());
    };
    // The dimension line needs a flat end of the ladder to stand on; where the last step is at
    // the very end, it stands beside the plot.
    let flat = worst.steps.last().map_or(left, |ends| plot.backend_coord(&ends[0]).0);
    let x = if right - flat > 20 * PX { right - 12 * PX } else { right + 6 * PX };
    let (upper, lower) = (limit_y.min(sum_y), limit_y.max(sum_y));
    if lower - upper > 8 * PX {
        let points = [(x, upper + 3 * PX), (x, lower - 3 * PX)];
        root.draw(&PathElement::new(points, Ink::Margin))?;
        paper.line(&points);
    }
    let x = x - 7 * PX;
    let spots = [(upper + lower) / 2, upper + 16 * PX, upper - 12 * PX, lower + 14 * PX]
        .map(|y| Spot::before(x, y));
    label(root, paper, Ink::MarginLabel, words, &spots)
}

/// Names the mated pairs and splices, beside their steps.
pub(crate) fn label_points(
    ladder: &LossLadder<'_>,
    worst: &Climb,
    root: &Root<'_>,
    plot: &Plot<'_, '_>,
    paper: &mut Paper,
) -> Result<(), Failure> {
    let half = Ink::Label.font_size() / 2;
    for (index, (step, ends)) in ladder.steps.iter().zip(&worst.steps).enumerate() {
        if step.kind != StepKind::Point {
            continue;
        }
        let (x, foot) = plot.backend_coord(&ends[0]);
        let (_, head) = plot.backend_coord(&ends[1]);
        let right = |y| Spot::after(x + 7 * PX, y);
        let left = |y| Spot::before(x - 7 * PX, y);
        let above = |y: i32| y - GAP - half;
        // Under a second step at the same place the words would read as that step's name.
        let stacked = worst.steps.get(index + 1).is_some_and(|next| {
            let (next_x, _) = plot.backend_coord(&next[1]);
            next[0].1 < next[1].1 && next_x - x < 8 * PX
        });
        let beside = (foot + head) / 2;
        let spots = if stacked {
            vec![left(beside), right(beside), left(above(foot))]
        } else {
            vec![
                right(above(head)),
                left(head + 2 * PX),
                left(beside),
                left(above(foot)),
                right(head + GAP + half),
            ]
        };
        label(root, paper, Ink::Label, step.label, &spots)?;
    }
    Ok(())
}

/// Names the dashed line where it runs flat long enough, from its end backward.
pub(crate) fn label_typical(
    ladder: &LossLadder<'_>,
    typical: &Climb,
    root: &Root<'_>,
    plot: &Plot<'_, '_>,
    paper: &mut Paper,
) -> Result<(), Failure> {
    let words = ladder.labels.typical;
    let mut spots = Vec::new();
    // A flat piece on the ground is not yet the typical loss of anything.
    for pair in typical.points.windows(2).rev().filter(|pair| pair[1].1 > 0) {
        let (a, b) = (plot.backend_coord(&pair[0]), plot.backend_coord(&pair[1]));
        spots.extend([9, 5].into_iter().flat_map(|tenth| along(a, b, words, tenth)));
    }
    label(root, paper, Ink::Label, words, &spots)
}

/// Names the fiber above its slope, where it is long enough to carry the words.
pub(crate) fn label_runs(
    ladder: &LossLadder<'_>,
    worst: &Climb,
    root: &Root<'_>,
    plot: &Plot<'_, '_>,
    paper: &mut Paper,
) -> Result<(), Failure> {
    for (step, ends) in ladder.steps.iter().zip(&worst.steps) {
        if step.kind != StepKind::Point {
            let (a, b) = (plot.backend_coord(&ends[0]), plot.backend_coord(&ends[1]));
            label(root, paper, Ink::Label, step.label, &along(a, b, step.label, 5))?;
        }
    }
    Ok(())
}
