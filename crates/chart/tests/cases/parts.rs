//! Grades beside each other, as the planner lists them.

use fiberlane_chart::{AxisLabels, LadderLimit, PartRow, PartsCompared, parts_compared};

use super::MDB;

/// A row of `loss` mdB.
pub(crate) fn row(name: &str, loss: i64, typical: Option<i64>, current: bool) -> PartRow<'_> {
    let typical = typical.map(|typical| typical * MDB);
    PartRow { name, loss: loss * MDB, typical, current, label: "" }
}

/// The rows with what a connection may lose by TIA.
pub(crate) fn compared<'a>(rows: &'a [PartRow<'a>], width: u32) -> PartsCompared<'a> {
    PartsCompared {
        id: "parts",
        title: "Connections compared",
        summary: "The worst loss of each grade; one connection may lose 0.75 dB.",
        rows,
        limit: Some(LadderLimit { loss: 750 * MDB, label: "TIA-568 0.75 dB · one connection" }),
        width,
        labels: AxisLabels::default(),
    }
}

/// Every comparison with the name of its golden.
pub(crate) fn drawings() -> Vec<(&'static str, String)> {
    let grades = [
        PartRow {
            label: "ultra-low: worst 0.25 dB, typical 0.08 dB",
            ..row("ultra-low", 250, Some(80), false)
        },
        row("low-loss", 350, Some(100), true),
        row("standard", 600, Some(200), false),
        row("TIA maximum", 750, None, false),
    ];
    let long = [
        row(
            "MTP Elite 12-fiber, multimode, for EDGE8 trunks of the second generation",
            350,
            Some(100),
            false,
        ),
        row("MPO low-loss 16-fiber APC, US Conec", 700, Some(200), true),
        row("LC duplex", 125, Some(50), false),
        row("SN", 740, Some(300), false),
        row("MMC-16, as first published with its own allowance", 1100, None, false),
        row("fusion splice", 0, None, false),
    ];
    let draw = |rows: &[PartRow<'_>], limit: bool, width: u32| {
        let mut parts = compared(rows, width);
        parts.limit = parts.limit.filter(|_| limit);
        parts_compared(&parts)
    };
    vec![
        ("parts", draw(&grades, true, 420)),
        ("parts-300", draw(&grades, true, 300)),
        ("parts-300-long", draw(&long, true, 300)),
        ("parts-340-long", draw(&long, true, 340)),
        ("parts-no-limit", draw(&grades[..1], false, 300)),
    ]
}
