//! What every chart shares: the SVG element with its name and description, and the axes.

use std::convert::Infallible;
use std::fmt::Write;

use plotters::chart::{ChartBuilder, ChartContext};
use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::Text;
use plotters::style::text_anchor::HPos;
use plotters_backend::BackendCoord;

use crate::backend::{Svg, escape};
use crate::palette::Ink;
use crate::place::{Area, PX, Paper, Spot, text_width};
use crate::ticks::Axis;

pub(crate) type Root<'s> = DrawingArea<Svg<'s>, Shift>;
pub(crate) type Plot<'c, 's> = ChartContext<'c, Svg<'s>, Cartesian2d<Axis, Axis>>;
/// Never made: the backend cannot fail and only one drawing operation runs at a time.
pub(crate) type Failure = DrawingAreaErrorKind<Infallible>;
type Format<'f> = &'f dyn Fn(&i64) -> String;

/// The drawing as a document: its size in CSS pixels and what it is called.
pub(crate) struct Frame<'a> {
    pub(crate) id: &'a str,
    pub(crate) title: &'a str,
    pub(crate) summary: &'a str,
    pub(crate) width: u32,
    pub(crate) height: u32,
}

impl Frame<'_> {
    /// Below this there is no room for a full set of ticks and labels.
    pub(crate) fn is_narrow(&self) -> bool {
        self.width < 440
    }

    /// What is left of the width for the plot, in units of the viewBox, beside `right` of them
    /// and numbers of usual length: good enough to choose ticks before the axes stand.
    pub(crate) fn room(&self, right: i32) -> i32 {
        self.width() * PX - 40 * PX - right
    }

    fn width(&self) -> i32 {
        css(self.width, 160)
    }

    /// The complete element around what `draw` draws.
    pub(crate) fn render(&self, draw: &dyn Fn(&Root<'_>) -> Result<(), Failure>) -> String {
        let (width, height) = (self.width() * PX, css(self.height, 120) * PX);
        let mut out = String::with_capacity(4096);
        let _ = write!(
            out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"fc-chart\" \
             viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\""
        );
        let id = self.safe_id();
        for text in [&id, "-title ", &id, "-desc\"><title id=\"", &id, "-title\">"] {
            out.push_str(text);
        }
        escape(&mut out, self.title);
        for text in ["</title><desc id=\"", &id, "-desc\">"] {
            out.push_str(text);
        }
        escape(&mut out, self.summary);
        out.push_str("</desc>");
        // See `Failure`: were it ever made, a chart without lines still has its words.
        let size = (width.unsigned_abs(), height.unsigned_abs());
        let _ = draw(&Root::from(Svg::new(&mut out, size)));
        out.push_str("</svg>");
        out
    }

    /// An id may hold no white space, and a reference to it must not need escaping.
    fn safe_id(&self) -> String {
        let plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
        self.id.chars().map(|letter| if plain(letter) { letter } else { '-' }).collect()
    }
}

/// A size in CSS pixels within reason: plotters subtracts margins without looking.
fn css(size: u32, least: i32) -> i32 {
    i32::try_from(size).unwrap_or(i32::MAX).clamp(least, 2000)
}

/// The axes with grid and numbers. `top` and `right` are the room above and beside the plot, all
/// in viewBox units.
pub(crate) fn axes<'c, 's>(
    root: &Root<'s>,
    (top, right): (i32, i32),
    (x, format_x): (Axis, Format<'_>),
    (y, format_y): (Axis, Format<'_>),
) -> Result<Plot<'c, 's>, Failure> {
    let size = Ink::Label.font_size();
    let widest = y.ticks.iter().map(|tick| text_width(&format_y(tick), size)).max().unwrap_or(0);
    let mut plot = ChartBuilder::on(root)
        .margin_top(top)
        .margin_right(right)
        .x_label_area_size(BOTTOM)
        .y_label_area_size(widest + 10 * PX)
        .build_cartesian_2d(x, y)?;
    plot.configure_mesh()
        .disable_x_mesh()
        .bold_line_style(Ink::Grid)
        .light_line_style(Ink::Nothing)
        .axis_style(Ink::Nothing)
        .label_style(Ink::Label.words(HPos::Left))
        .x_label_formatter(format_x)
        .y_label_formatter(format_y)
        // Invisible ticks: they only set the distance of the numbers, twice their length.
        .set_all_tick_mark_size(4 * PX)
        .draw()?;
    Ok(plot)
}

/// Room above the plot for one row of words, such as the limit's.
pub(crate) const TOP: i32 = 24 * PX;

/// Room below the plot for the numbers.
pub(crate) const BOTTOM: i32 = 24 * PX;

/// The plot's rectangle on the paper.
pub(crate) fn inside(plot: &Plot<'_, '_>) -> Area {
    let (x, y) = plot.plotting_area().get_pixel_range();
    Area { left: x.start, top: y.start, right: x.end - 1, bottom: y.end - 1 }
}

/// Paper for labels: the plot and the room above and right of it.
pub(crate) fn paper(plot: &Plot<'_, '_>, right: i32) -> Paper {
    let plot = inside(plot);
    Paper::new(Area { top: 0, right: plot.right + right, ..plot })
}

/// Where points of the data are on the paper.
pub(crate) fn on_paper(plot: &Plot<'_, '_>, points: &[(i64, i64)]) -> Vec<BackendCoord> {
    points.iter().map(|point| plot.backend_coord(point)).collect()
}

/// Writes `text` at the first free one of `spots`, or not at all: every chart has its table.
pub(crate) fn label(
    root: &Root<'_>,
    paper: &mut Paper,
    ink: Ink,
    text: &str,
    spots: &[Spot],
) -> Result<(), Failure> {
    if text.is_empty() {
        return Ok(());
    }
    match paper.place(text, ink.font_size(), spots) {
        Some(Spot { x, y, align }) => root.draw(&Text::new(text, (x, y), ink.words(align))),
        None => Ok(()),
    }
}

/// Writes the words of a limit at the first free one of `spots`; where all of them have no room,
/// without what follows the last ` · `.
pub(crate) fn limit_label(
    root: &Root<'_>,
    paper: &mut Paper,
    text: &str,
    spots: &[Spot],
) -> Result<(), Failure> {
    let mut words = text;
    while !paper.has_room(words, Ink::LimitLabel.font_size(), spots) {
        match words.rsplit_once(" · ") {
            Some((shorter, _)) => words = shorter,
            None => break,
        }
    }
    label(root, paper, Ink::LimitLabel, words, spots)
}

/// The unit of the vertical axis, above its numbers.
pub(crate) fn unit(root: &Root<'_>, plot: &Plot<'_, '_>, text: &str) -> Result<(), Failure> {
    let Area { left, top, .. } = inside(plot);
    let at = (left - 8 * PX, top - 15 * PX);
    root.draw(&Text::new(text, at, Ink::Label.words(HPos::Right)))
}
