//! Charts of fiber channels: a plain description in, SVG text out.
//!
//! Four charts, [`loss_ladder`], [`margin_curves`], [`loss_spread`] and [`parts_compared`]. Each
//! returns one complete `<svg>` element that scales with its container: it has a `viewBox` of ten
//! units per CSS pixel and no size of its own, so give it the size it will roughly have on screen,
//! and letters come out at 12 px. From 300 pixels on, its limit and both ends of its axes are named.
//!
//! - **Units.** Losses and margins are integers of 10⁻¹⁰ dB, lengths integers of 0.1 mm. Numbers
//!   on the axes are formatted here from integers; every other word comes from the caller, in the
//!   caller's language.
//! - **Color** is the style sheet's: elements carry classes (`fc-worst`, `fc-limit`, …), never a
//!   color or a `style` attribute, so a strict content security policy holds.
//! - **Accessibility.** `role="img"`, named by its `<title>` and described by its `<desc>`. A
//!   label that would cover another is left out, so a chart always needs its table beside it.
//! - **Same bytes everywhere.** No fonts are measured: native, browser and worker agree.

#![forbid(unsafe_code)]

mod backend;
mod frame;
mod ladder;
mod margin;
mod mark;
mod names;
mod numbers;
mod palette;
mod parts;
mod place;
mod spread;
mod ticks;

pub use ladder::loss_ladder;
pub use margin::margin_curves;
pub use parts::parts_compared;
pub use spread::loss_spread;

/// In which unit lengths are written at the axis. Lengths in the data stay in 0.1 mm.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LengthUnit {
    /// Meters.
    #[default]
    Meters,
    /// International feet of 0.3048 m.
    Feet,
}

/// How the numbers at the axes are written.
#[derive(Clone, Copy, Debug)]
pub struct AxisLabels<'a> {
    /// Stands above the vertical axis, as in `dB`.
    pub decibel: &'a str,
    /// Follows the last length, as in `m` or `ft`.
    pub length: &'a str,
    /// The unit that `length` names.
    pub unit: LengthUnit,
    /// Between whole and part: `.` or `,`.
    pub decimal: char,
}

impl Default for AxisLabels<'_> {
    /// dB and m with a decimal point.
    fn default() -> Self {
        Self { decibel: "dB", length: "m", unit: LengthUnit::Meters, decimal: '.' }
    }
}

/// The loss adding up along a channel from A to B, against its limit.
#[derive(Clone, Copy, Debug)]
pub struct LossLadder<'a> {
    /// Prefix of the ids inside, so that two charts live on one page: ASCII letters, digits, `-`
    /// and `_`; anything else becomes `-`.
    pub id: &'a str,
    /// The accessible name.
    pub title: &'a str,
    /// The accessible description: what the chart shows, in a sentence or two.
    pub summary: &'a str,
    /// The steps in order from A to B.
    pub steps: &'a [LadderStep<'a>],
    /// The application's limit, when it is known.
    pub limit: Option<LadderLimit<'a>>,
    /// Intended width in CSS pixels; below 440 there are fewer ticks. 160 to 2000.
    pub width: u32,
    /// Intended height in CSS pixels. 120 to 2000.
    pub height: u32,
    /// The words in the chart.
    pub labels: LadderLabels<'a>,
}

/// One thing on the way that costs light.
#[derive(Clone, Copy, Debug)]
pub struct LadderStep<'a> {
    /// Where it is or begins, from end A, in 0.1 mm. A step that would lie before the one it
    /// follows is drawn at that one's end.
    pub at: u64,
    /// Its own worst loss in 10⁻¹⁰ dB. A negative one counts as zero.
    pub loss: i64,
    /// Its own typical loss in 10⁻¹⁰ dB. The typical line is drawn when every step has one.
    pub typical: Option<i64>,
    /// Its name, as in `panel A +0.35`: written beside the step where there is room, and always
    /// its tooltip. Empty for none.
    pub label: &'a str,
    /// A point or a length of fiber.
    pub kind: StepKind,
    /// Index of its element in the channel, `data-part` in the SVG. Several steps may share one.
    pub part: usize,
}

/// The shape of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepKind {
    /// A mated pair or a splice: straight up.
    Point,
    /// Fiber: a slope.
    Run {
        /// Its length in 0.1 mm.
        length: u64,
    },
}

/// The most loss the application allows.
#[derive(Clone, Copy, Debug)]
pub struct LadderLimit<'a> {
    /// In 10⁻¹⁰ dB.
    pub loss: i64,
    /// As in `limit 3.0 dB · 400GBASE-DR4`. Where there is no room for all of it, what follows
    /// the last ` · ` is left out.
    pub label: &'a str,
}

/// The words of a ladder besides the names of its steps.
#[derive(Clone, Copy, Debug, Default)]
pub struct LadderLabels<'a> {
    /// The numbers at the axes.
    pub axes: AxisLabels<'a>,
    /// At the distance between total and limit, as in `margin 2.248 dB`. Needs a limit.
    pub margin: Option<&'a str>,
    /// At the dashed line, as in `typical`. Empty for none.
    pub typical: &'a str,
}

/// What margin is left at which length, for each grade of connector.
#[derive(Clone, Copy, Debug)]
pub struct MarginCurves<'a> {
    /// Prefix of the ids inside, as in [`LossLadder::id`].
    pub id: &'a str,
    /// The accessible name.
    pub title: &'a str,
    /// The accessible description.
    pub summary: &'a str,
    /// One straight line per grade.
    pub series: &'a [MarginSeries<'a>],
    /// Where the application ends, whatever the loss.
    pub reach: Option<MarginReach<'a>>,
    /// The design on screen, as a dot.
    pub current: Option<MarginDot<'a>>,
    /// Intended width in CSS pixels; below 440 there are fewer ticks. 160 to 2000.
    pub width: u32,
    /// Intended height in CSS pixels. 120 to 2000.
    pub height: u32,
    /// The numbers at the axes.
    pub labels: AxisLabels<'a>,
}

/// A margin at a length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarginPoint {
    /// In 0.1 mm.
    pub length: u64,
    /// In 10⁻¹⁰ dB; negative when the limit is exceeded.
    pub margin: i64,
}

/// The margin of one grade, straight from end to end.
#[derive(Clone, Copy, Debug)]
pub struct MarginSeries<'a> {
    /// Written at the line.
    pub name: &'a str,
    /// The shorter end.
    pub from: MarginPoint,
    /// The longer end.
    pub to: MarginPoint,
    /// Whether the design on screen uses this grade.
    pub current: bool,
}

/// The wall at the application's reach.
#[derive(Clone, Copy, Debug)]
pub struct MarginReach<'a> {
    /// In 0.1 mm.
    pub length: u64,
    /// As in `reach 500 m`.
    pub label: &'a str,
}

/// The design on screen.
#[derive(Clone, Copy, Debug)]
pub struct MarginDot<'a> {
    /// Its length and margin.
    pub at: MarginPoint,
    /// Its tooltip, as in `130 m, margin 2.248 dB`.
    pub label: &'a str,
}

/// How probable each total loss of a channel is, against its limit.
#[derive(Clone, Copy, Debug)]
pub struct LossSpread<'a> {
    /// Prefix of the ids inside, as in [`LossLadder::id`].
    pub id: &'a str,
    /// The accessible name.
    pub title: &'a str,
    /// The accessible description.
    pub summary: &'a str,
    /// Loss in 10⁻¹⁰ dB, ascending, and how probable it is, in any unit.
    pub points: &'a [(i64, u64)],
    /// Losses that stand out, such as the worst case.
    pub marks: &'a [SpreadMark<'a>],
    /// The application's limit, when it is known.
    pub limit: Option<LadderLimit<'a>>,
    /// Intended width in CSS pixels; below 440 there are fewer ticks. 160 to 2000.
    pub width: u32,
    /// Intended height in CSS pixels. 120 to 2000.
    pub height: u32,
    /// The numbers at the axis.
    pub labels: AxisLabels<'a>,
}

/// A loss that stands out in a spread.
#[derive(Clone, Copy, Debug)]
pub struct SpreadMark<'a> {
    /// In 10⁻¹⁰ dB.
    pub loss: i64,
    /// Written at its line.
    pub label: &'a str,
}

/// Parts or grades beside each other by their insertion loss: a bar for each.
///
/// The height follows from the rows: 48 CSS pixels, and 38 for each of at least two. What comes
/// after the fiftieth row is left to the table.
#[derive(Clone, Copy, Debug)]
pub struct PartsCompared<'a> {
    /// Prefix of the ids inside, as in [`LossLadder::id`].
    pub id: &'a str,
    /// The accessible name.
    pub title: &'a str,
    /// The accessible description.
    pub summary: &'a str,
    /// One bar each, from the top down.
    pub rows: &'a [PartRow<'a>],
    /// What one of them may lose, when that is known.
    pub limit: Option<LadderLimit<'a>>,
    /// Intended width in CSS pixels; below 440 there are fewer ticks. 160 to 2000.
    pub width: u32,
    /// The numbers at the axis.
    pub labels: AxisLabels<'a>,
}

/// One part or grade.
#[derive(Clone, Copy, Debug)]
pub struct PartRow<'a> {
    /// Written above the bar, cut where the chart is too narrow for it.
    pub name: &'a str,
    /// Its worst loss in 10⁻¹⁰ dB, where the bar ends. A negative one counts as zero.
    pub loss: i64,
    /// Its typical loss in 10⁻¹⁰ dB, when it is published: a stroke across the bar.
    pub typical: Option<i64>,
    /// Whether the design on screen uses it.
    pub current: bool,
    /// Its tooltip, as in `low-loss: worst 0.35 dB, typical 0.10 dB`. Empty for the name.
    pub label: &'a str,
}
