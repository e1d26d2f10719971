//! What must hold of any comparison of parts, read back from its SVG.
#![expect(clippy::unwrap_used, reason = "a helper of a test may fail as a test does")]

#[allow(dead_code)]
mod cases;

use cases::MDB;
use cases::parts::{compared, row};
use fiberlane_chart::{LadderLimit, PartRow, parts_compared};

/// The x of every point of every path of one class.
fn across(svg: &str, class: &str) -> Vec<Vec<i64>> {
    let class = format!("class=\"{class}\"");
    let path = |element: &&str| element.starts_with("path") && element.contains(&class);
    let points = |element: &str| {
        let data = element.split(" d=\"").nth(1).unwrap().split('"').next().unwrap();
        let points = data.split(['M', 'L', 'Z']).filter(|point| !point.is_empty());
        points.map(|point| point.split(' ').next().unwrap().parse().unwrap()).collect()
    };
    svg.split('<').filter(path).map(points).collect()
}

#[test]
fn bars_strokes_and_limit_share_one_scale() {
    let rows = [
        row("a", 400, Some(100), false),
        row("b", 200, None, true),
        row("c", 800, Some(200), false),
    ];
    for width in [300, 340, 420, 620] {
        let mut parts = compared(&rows, width);
        parts.limit = Some(LadderLimit { loss: 600 * MDB, label: "limit" });
        let svg = parts_compared(&parts);
        let bars = across(&svg, "fc-bar");
        let zero = bars[0][0];
        let unit = bars[0][1] - zero;
        let near = |x: i64, tenths: i64| (4 * (x - zero) - tenths * unit).abs() <= 8;
        assert!(near(across(&svg, "fc-bar-current")[0][1], 2));
        assert!(near(bars[1][1], 8) && bars[1][0] == zero);
        let ticks = across(&svg, "fc-tick");
        assert!(ticks.len() == 2 && near(ticks[0][0], 1) && near(ticks[1][0], 2));
        assert!(across(&svg, "fc-limit").iter().flatten().all(|&x| near(x, 6)));
    }
}

#[test]
fn every_row_has_its_name_its_value_and_its_tooltip() {
    let mut rows = vec![row("low-loss", 350, None, true); 8];
    rows[3] = PartRow { label: "worst 0.125 dB", ..row("LC <duplex>", 125, None, false) };
    for width in [160, 300, 340, 620] {
        let svg = parts_compared(&compared(&rows, width));
        assert_eq!(svg.matches(">0.350</text>").count(), 7);
        assert_eq!(svg.matches(">low-loss</text>").count(), 7);
        assert_eq!(svg.matches("<title>low-loss</title>").count(), 7);
        assert!(svg.contains(">LC &lt;duplex&gt;</text>"));
        assert!(svg.contains("<title>worst 0.125 dB</title>"));
    }
}

#[test]
fn the_limit_is_named_wherever_it_stands() {
    for limit in [0, 1, 100, 350, 750, 20_000] {
        let rows = [row("low-loss", 350, None, true), row("standard", 600, None, false)];
        for width in [300, 340, 620] {
            let mut parts = compared(&rows, width);
            let label = "limit 0.75 dB · what one connection may lose by TIA-568.3-E";
            parts.limit = Some(LadderLimit { loss: limit * MDB, label });
            let svg = parts_compared(&parts);
            assert!(svg.contains(">limit 0.75 dB"), "{limit} at {width}");
        }
    }
}

#[test]
fn nonsense_is_drawn_without_a_panic() {
    let long = "W".repeat(10_000);
    for name in ["", "é", &long] {
        for loss in [0, -1, i64::MIN, i64::MAX] {
            let odd = PartRow { name, loss, typical: Some(loss), current: true, label: name };
            for count in [0, 1, 60] {
                let rows = vec![odd; count];
                for width in [0, 300, u32::MAX] {
                    let mut parts = compared(&rows, width);
                    parts.limit = Some(LadderLimit { loss, label: name });
                    assert!(parts_compared(&parts).ends_with("</svg>"));
                }
            }
        }
    }
}
