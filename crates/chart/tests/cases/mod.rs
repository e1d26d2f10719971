//! The channels that the goldens, the property tests and the gallery draw.

mod narrow;
pub(crate) mod parts;

use fiberlane_chart::{
    AxisLabels, LadderLabels, LadderLimit, LadderStep, LengthUnit, LossLadder, LossSpread,
    MarginCurves, MarginDot, MarginPoint, MarginReach, MarginSeries, SpreadMark, StepKind,
    loss_ladder, loss_spread, margin_curves,
};

/// A meter in 0.1 mm.
pub(crate) const M: u64 = 10_000;
/// A millidecibel in 10⁻¹⁰ dB.
pub(crate) const MDB: i64 = 10_000_000;

/// Single-mode fiber of `meters` at 0.4 dB/km.
pub(crate) fn fiber(at: u64, meters: u64, label: &str, part: usize) -> LadderStep<'_> {
    let loss = meters.cast_signed() * 4 * MDB / 10;
    let kind = StepKind::Run { length: meters * M };
    LadderStep { at: at * M, loss, typical: Some(loss * 3 / 4), label, kind, part }
}

/// A mated pair of `loss` mdB at `at` m, typically a third of it.
pub(crate) fn pair(at: u64, loss: i64, label: &str, part: usize) -> LadderStep<'_> {
    let typical = Some(loss * MDB / 3);
    LadderStep { at: at * M, loss: loss * MDB, typical, label, kind: StepKind::Point, part }
}

/// A ladder with the labels of the 400GBASE-DR4 example and nothing else.
pub(crate) fn ladder<'a>(id: &'a str, steps: &'a [LadderStep<'a>]) -> LossLadder<'a> {
    LossLadder {
        id,
        title: "Loss along the channel",
        summary: "The loss rises with every mated pair and meter; the limit is above it.",
        steps,
        limit: Some(LadderLimit { loss: 3000 * MDB, label: "limit 3.0 dB · 400GBASE-DR4" }),
        width: 620,
        height: 270,
        labels: LadderLabels { typical: "typical", ..LadderLabels::default() },
    }
}

/// Cord, panel, trunk, panel, cord: the interconnect of the design picture.
pub(crate) fn interconnect() -> Vec<LadderStep<'static>> {
    vec![
        fiber(0, 5, "cord 5 m +0.002", 1),
        pair(5, 350, "panel A +0.35", 2),
        fiber(5, 120, "trunk 120 m +0.048", 3),
        pair(125, 350, "panel B +0.35", 4),
        fiber(125, 5, "cord 5 m +0.002", 5),
    ]
}

/// Four panels and two cassettes' worth of pairs on a short channel.
pub(crate) fn eight_pairs() -> Vec<LadderStep<'static>> {
    vec![
        fiber(0, 3, "cord 3 m +0.001", 1),
        pair(3, 250, "cassette A front +0.25", 2),
        pair(3, 350, "cassette A rear +0.35", 2),
        fiber(3, 40, "trunk 40 m +0.016", 3),
        pair(43, 350, "cassette B rear +0.35", 4),
        pair(43, 250, "cassette B front +0.25", 4),
        fiber(43, 5, "cord 5 m +0.002", 5),
        pair(48, 250, "cassette C front +0.25", 6),
        pair(48, 350, "cassette C rear +0.35", 6),
        fiber(48, 60, "trunk 60 m +0.024", 7),
        pair(108, 350, "cassette D rear +0.35", 8),
        pair(108, 250, "cassette D front +0.25", 8),
        fiber(108, 3, "cord 3 m +0.001", 9),
    ]
}

fn curves<'a>(id: &'a str, series: &'a [MarginSeries<'a>]) -> MarginCurves<'a> {
    MarginCurves {
        id,
        title: "Margin against length",
        summary: "The margin left at each length, for each grade of connector.",
        series,
        reach: Some(MarginReach { length: 500 * M, label: "reach 500 m" }),
        current: Some(MarginDot { at: at(130, 2248), label: "130 m, margin 2.248 dB" }),
        width: 420,
        height: 270,
        labels: AxisLabels::default(),
    }
}

fn at(meters: u64, mdb: i64) -> MarginPoint {
    MarginPoint { length: meters * M, margin: mdb * MDB }
}

fn grade(name: &str, from: MarginPoint, to: MarginPoint, current: bool) -> MarginSeries<'_> {
    MarginSeries { name, from, to, current }
}

/// A hill of probability around 1.0 dB with a worst case and a limit.
pub(crate) fn spread(limit: Option<i64>, width: u32) -> String {
    // A triangle on a short foot: the shape does not matter to the drawing.
    let points: Vec<(i64, u64)> = (0..=40)
        .map(|at| (at * 50 * MDB, 40_u64.saturating_sub((at - 20).unsigned_abs() * 2)))
        .collect();
    let marks = [
        SpreadMark { loss: 1552 * MDB, label: "worst case 1.552" },
        SpreadMark { loss: 1398 * MDB, label: "mean + 3σ 1.398" },
    ];
    loss_spread(&LossSpread {
        id: "spread",
        title: "Spread of the loss",
        summary: "Most channels lose about 1 dB; the limit is beyond.",
        points: &points,
        marks: &marks,
        limit: limit.map(|loss| LadderLimit { loss: loss * MDB, label: "limit" }),
        width,
        height: 240,
        labels: AxisLabels::default(),
    })
}

/// Every drawing with the name of its golden.
pub(crate) fn drawings() -> Vec<(&'static str, String)> {
    let dr4 = interconnect();
    let wide = {
        let mut ladder = ladder("ladder", &dr4);
        ladder.labels.margin = Some("margin 2.248 dB");
        loss_ladder(&ladder)
    };
    let narrow = {
        let mut ladder = ladder("narrow", &dr4);
        ladder.labels.margin = Some("margin 2.248 dB");
        (ladder.width, ladder.height) = (320, 240);
        loss_ladder(&ladder)
    };
    let one = {
        let steps = [fiber(0, 2, "", 1), pair(2, 350, "panel +0.35", 2), fiber(2, 1, "", 3)];
        let mut ladder = ladder("one", &steps);
        ladder.labels.margin = Some("margin 2.649 dB");
        ladder.labels.typical = "";
        loss_ladder(&ladder)
    };
    let cassettes = {
        let steps = [
            fiber(0, 3, "cord 3 m +0.001", 1),
            pair(3, 250, "cassette A front +0.25", 2),
            pair(3, 350, "cassette A rear +0.35", 2),
            fiber(3, 100, "trunk 100 m +0.040", 3),
            pair(103, 350, "cassette B rear +0.35", 4),
            pair(103, 250, "cassette B front +0.25", 4),
            fiber(103, 3, "cord 3 m +0.001", 5),
        ];
        let mut ladder = ladder("cassettes", &steps);
        ladder.limit =
            Some(LadderLimit { loss: 1500 * MDB, label: "limit 1.5 dB · 100GBASE-SR4" });
        ladder.labels.margin = Some("margin 0.258 dB");
        loss_ladder(&ladder)
    };
    let fail = {
        let steps = eight_pairs();
        let mut ladder = ladder("fail", &steps);
        ladder.limit = Some(LadderLimit { loss: 1900 * MDB, label: "limit 1.9 dB · 40GBASE-SR4" });
        ladder.labels.margin = Some("0.544 dB over");
        loss_ladder(&ladder)
    };
    let no_limit = {
        let steps = eight_pairs();
        let mut ladder = ladder("no-limit", &steps);
        ladder.limit = None;
        loss_ladder(&ladder)
    };
    let zero_length = {
        let steps = [pair(0, 350, "panel +0.35", 1)];
        let mut ladder = ladder("zero", &steps);
        ladder.labels.margin = Some("margin 2.65 dB");
        loss_ladder(&ladder)
    };
    let long = {
        let steps = [
            fiber(0, 3, "", 1),
            pair(3, 500, "hall 1 +0.50", 2),
            fiber(3, 4_000, "4000 m +1.6", 3),
            pair(4_003, 300, "splice +0.30", 4),
            fiber(4_003, 5_994, "5994 m +2.398", 5),
            pair(9_997, 500, "hall 2 +0.50", 6),
            fiber(9_997, 3, "", 7),
        ];
        let mut ladder = ladder("long", &steps);
        ladder.limit =
            Some(LadderLimit { loss: 6_300 * MDB, label: "limit 6.3 dB · 400GBASE-LR4-10" });
        ladder.labels.margin = Some("margin 0.999 dB");
        ladder.labels.axes.decimal = ',';
        loss_ladder(&ladder)
    };
    let feet = {
        let mut ladder = ladder("feet", &dr4);
        ladder.labels.axes =
            AxisLabels { length: "ft", unit: LengthUnit::Feet, ..AxisLabels::default() };
        loss_ladder(&ladder)
    };
    let two = [
        grade("low-loss", at(0, 2300), at(590, 2064), true),
        grade("standard", at(0, 1500), at(590, 1264), false),
    ];
    let close = [
        grade("ultra-low", at(0, 560), at(160, 80), false),
        grade("low-loss", at(0, 500), at(160, 20), true),
        grade("standard", at(0, -700), at(160, -1180), false),
        grade("TIA maximum", at(0, -740), at(160, -1220), false),
    ];
    let margins = margin_curves(&curves("margin", &two));
    let tight = {
        let mut curves = curves("tight", &close);
        curves.reach = Some(MarginReach { length: 100 * M, label: "reach 100 m" });
        curves.current = Some(MarginDot { at: at(130, 110), label: "130 m" });
        margin_curves(&curves)
    };
    let margin_narrow = {
        let mut curves = curves("margin-narrow", &two);
        (curves.width, curves.height) = (320, 220);
        margin_curves(&curves)
    };
    let mut drawings = vec![
        ("ladder", wide),
        ("ladder-narrow", narrow),
        ("ladder-one-pair", one),
        ("ladder-cassettes", cassettes),
        ("ladder-fail", fail),
        ("ladder-no-limit", no_limit),
        ("ladder-zero-length", zero_length),
        ("ladder-long", long),
        ("ladder-feet", feet),
        ("margin", margins),
        ("margin-tight", tight),
        ("margin-narrow", margin_narrow),
        ("spread", spread(Some(3000), 420)),
        ("spread-fail", spread(Some(1300), 420)),
        ("spread-no-limit", spread(None, 300)),
    ];
    drawings.extend(narrow::drawings());
    drawings.extend(parts::drawings());
    drawings
}
