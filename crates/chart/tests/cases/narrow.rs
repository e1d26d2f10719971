//! The same charts at the widths of a phone: 300 and 340 CSS pixels.

use fiberlane_chart::{
    AxisLabels, LadderLimit, LossSpread, MarginCurves, MarginDot, MarginReach, MarginSeries,
    SpreadMark, loss_ladder, loss_spread, margin_curves,
};

use super::{M, MDB, at, curves, eight_pairs, fiber, grade, interconnect, ladder, pair};

/// Every narrow drawing with the name of its golden.
pub(crate) fn drawings() -> Vec<(&'static str, String)> {
    vec![
        ("ladder-300", ladder_300()),
        ("ladder-300-fail", ladder_fail(300, 240)),
        ("ladder-340-fail", ladder_fail(340, 300)),
        ("ladder-300-long", ladder_long()),
        ("margin-300", margin(300, 240)),
        ("margin-340", margin(340, 300)),
        ("margin-300-far", margin_far()),
        ("spread-300", spread(1_900, 300, 240)),
        ("spread-300-fail", spread(1_300, 300, 240)),
        ("spread-340-close", spread(1_600, 340, 300)),
    ]
}

fn ladder_300() -> String {
    let steps = interconnect();
    let mut ladder = ladder("ladder-300", &steps);
    ladder.labels.margin = Some("margin 2.248 dB");
    (ladder.width, ladder.height) = (300, 240);
    loss_ladder(&ladder)
}

fn ladder_fail(width: u32, height: u32) -> String {
    let steps = eight_pairs();
    let mut ladder = ladder("fail-300", &steps);
    ladder.limit = Some(LadderLimit {
        loss: 1900 * MDB,
        label: "limit 1.9 dB · 100GBASE-SR4 over InfiniBand EDR cabling",
    });
    ladder.labels.margin = Some("0.544 dB over");
    (ladder.width, ladder.height) = (width, height);
    loss_ladder(&ladder)
}

fn ladder_long() -> String {
    let steps = [
        fiber(0, 3, "", 1),
        pair(3, 500, "hall 1 +0.50", 2),
        fiber(3, 9_994, "9994 m +3.998", 3),
        pair(9_997, 500, "hall 2 +0.50", 4),
        fiber(9_997, 3, "", 5),
    ];
    let mut ladder = ladder("long-300", &steps);
    ladder.limit =
        Some(LadderLimit { loss: 6_300 * MDB, label: "limit 6.3 dB · 400GBASE-LR4-10" });
    ladder.labels.margin = Some("margin 1.302 dB");
    (ladder.width, ladder.height) = (300, 240);
    loss_ladder(&ladder)
}

fn margin(width: u32, height: u32) -> String {
    let grades = [
        grade("ultra-low", at(0, 1420), at(113, 1080), false),
        grade("low-loss", at(0, 1060), at(113, 720), true),
        grade("standard", at(0, 220), at(113, -120), false),
        grade("TIA maximum", at(0, -580), at(113, -920), false),
    ];
    let mut curves = curves("margin-300", &grades);
    curves.reach = Some(MarginReach { length: 100 * M, label: "reach 100 m" });
    curves.current = Some(MarginDot { at: at(85, 804), label: "85 m, margin 0.804 dB" });
    (curves.width, curves.height) = (width, height);
    margin_curves(&curves)
}

fn margin_far() -> String {
    let grades: [MarginSeries<'_>; 2] = [
        grade("low-loss", at(0, 5_600), at(11_250, 1_100), true),
        grade("standard", at(0, 4_800), at(11_250, 300), false),
    ];
    margin_curves(&MarginCurves {
        reach: Some(MarginReach { length: 10_000 * M, label: "reach 10000 m" }),
        current: Some(MarginDot { at: at(9_990, 1_604), label: "9990 m, margin 1.604 dB" }),
        width: 300,
        height: 240,
        ..curves("margin-far", &grades)
    })
}

/// What the planner draws: a narrow hill of the probable, the worst case and the limit apart.
fn spread(limit: i64, width: u32, height: u32) -> String {
    let points: Vec<(i64, u64)> = (40..=80)
        .map(|at| (at * 12 * MDB, 400_u64.saturating_sub((at - 60).unsigned_abs().pow(2))))
        .collect();
    let marks = [
        SpreadMark { loss: 1552 * MDB, label: "worst case 1.552" },
        SpreadMark { loss: 962 * MDB, label: "mean + 3σ 0.962" },
    ];
    loss_spread(&LossSpread {
        id: "spread-300",
        title: "Spread of the loss",
        summary: "Most channels lose about 0.7 dB.",
        points: &points,
        marks: &marks,
        limit: Some(LadderLimit { loss: limit * MDB, label: "limit 1.9 dB" }),
        width,
        height,
        labels: AxisLabels::default(),
    })
}
