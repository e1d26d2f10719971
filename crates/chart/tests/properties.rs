//! What must hold of any drawing, read back from its SVG.
#![expect(clippy::unwrap_used, reason = "a helper of a test may fail as a test does")]

mod cases;

use cases::{M, MDB, drawings, eight_pairs, fiber, interconnect, ladder, pair};
use fiberlane_chart::{
    AxisLabels, LadderLimit, LadderStep, LossLadder, MarginCurves, MarginDot, MarginPoint,
    MarginReach, MarginSeries, StepKind, loss_ladder, margin_curves,
};

/// The elements of one class, each up to its end: `<path class="fc-worst" … />`.
fn elements<'a>(svg: &'a str, class: &str) -> Vec<&'a str> {
    let class = format!("class=\"{class}\"");
    svg.split('<').filter(|element| element.contains(&class)).collect()
}

fn attribute<'a>(element: &'a str, name: &str) -> &'a str {
    let start = element.find(&format!(" {name}=\"")).unwrap() + name.len() + 3;
    element[start..].split('"').next().unwrap()
}

fn number(element: &str, name: &str) -> i64 {
    attribute(element, name).parse().unwrap()
}

fn points(element: &str) -> Vec<(i64, i64)> {
    let pair = |point: &str| {
        let (x, y) = point.split_once(' ').unwrap();
        (x.parse().unwrap(), y.parse().unwrap())
    };
    attribute(element, "d").split(['M', 'L', 'Z']).filter(|p| !p.is_empty()).map(pair).collect()
}

fn content(svg: &str) -> Vec<(&str, &str)> {
    svg.split("<text")
        .skip(1)
        .map(|text| text.split_once("</text>").unwrap().0)
        .map(|text| text.split_once('>').unwrap())
        .collect()
}

/// The loss at a height, in 10⁻¹⁰ dB, from the numbers at the axis and their grid lines alone.
fn scale(svg: &str) -> impl Fn(i64) -> i64 {
    let grid: Vec<i64> = elements(svg, "fc-grid").iter().map(|line| points(line)[0].1).collect();
    let ticks: Vec<i64> = content(svg)
        .iter()
        .filter(|(head, text)| head.contains("\"end\"") && text.contains('.') && text.len() < 6)
        .map(|(_, text)| {
            let (whole, part) = text.split_once('.').unwrap();
            let scale = 10_i64.pow(u32::try_from(part.len()).unwrap());
            let digits = whole.parse::<i64>().unwrap() * scale + part.parse::<i64>().unwrap();
            digits * 1000 * MDB / scale
        })
        .collect();
    assert_eq!(grid.len(), ticks.len());
    assert!((3..=6).contains(&grid.len()), "{ticks:?}");
    let (low, high) = (grid[0], *grid.last().unwrap());
    let (from, to) = (ticks[0], *ticks.last().unwrap());
    move |y| from + (to - from) * (low - y) / (low - high)
}

/// Channels of 1, 2, 4 and 8 mated pairs, 3 m to 10 km, under several limits.
fn channels() -> Vec<(Vec<LadderStep<'static>>, Option<i64>)> {
    let mut all = Vec::new();
    for pairs in [1, 2, 4, 8] {
        for meters in [3, 30, 130, 2_000, 10_000] {
            for limit in [None, Some(600), Some(1_900), Some(3_000), Some(6_300)] {
                let mut steps = Vec::new();
                for index in 0..pairs {
                    let (at, next) = (meters * index / pairs, meters * (index + 1) / pairs);
                    let part = usize::try_from(index).unwrap() * 2;
                    steps.push(pair(at, 350, "panel +0.35", part));
                    steps.push(fiber(at, next - at, "trunk", part + 1));
                }
                all.push((steps, limit));
            }
        }
    }
    all
}

fn drawn(steps: &[LadderStep<'_>], limit: Option<i64>, width: u32) -> String {
    let mut ladder = ladder("test", steps);
    ladder.limit = limit.map(|mdb| LadderLimit { loss: mdb * MDB, label: "limit 9.9 dB" });
    ladder.labels.margin = Some("margin 2.248 dB");
    ladder.width = width;
    loss_ladder(&ladder)
}

#[test]
fn every_height_is_the_sum_so_far() {
    let mut channels = channels();
    channels.push((interconnect(), Some(3_000)));
    channels.push((eight_pairs(), Some(1_900)));
    for (steps, limit) in channels {
        let svg = drawn(&steps, limit, 620);
        let loss = scale(&svg);
        // A tenth of a pixel at the axis and one at the line.
        let near = |y: i64, want: i64| (loss(y) - want).abs() <= (loss(0) - loss(2)).abs();
        let mut sum = 0;
        let marks = elements(&svg, "fc-step");
        assert_eq!(marks.len(), steps.len());
        for (index, step) in steps.iter().enumerate() {
            let title = format!("data-part=\"{}\"", step.part);
            let is_step = |mark: &&&str| {
                mark.contains(&title) && {
                    let ends = points(mark);
                    near(ends[0].1, sum) && near(ends[1].1, sum + step.loss)
                }
            };
            assert!(marks.iter().any(|mark| is_step(&mark)), "step {index} of {svg}");
            sum += step.loss;
        }
        let worst = elements(&svg, "fc-worst");
        assert_eq!(worst.len(), 1);
        assert!(near(points(worst[0]).last().unwrap().1, sum));
        if let Some(limit) = limit {
            let line = points(elements(&svg, "fc-limit")[0]);
            assert!(line.iter().all(|point| near(point.1, limit * MDB)));
            assert_eq!(line[0].1 <= points(worst[0]).last().unwrap().1, sum <= limit * MDB);
        }
    }
}

#[test]
fn a_mated_pair_is_vertical_and_fiber_is_not() {
    let svg = drawn(&interconnect(), Some(3_000), 620);
    for mark in elements(&svg, "fc-step") {
        let ends = points(mark);
        let is_pair = ["2", "4"].contains(&attribute(mark, "data-part"));
        assert_eq!(ends[0].0 == ends[1].0, is_pair, "{mark}");
    }
}

#[test]
fn words_never_cover_words_and_stay_on_the_paper() {
    let mut svgs: Vec<String> = drawings().into_iter().map(|(_, svg)| svg).collect();
    for (steps, limit) in channels() {
        svgs.extend([300, 340, 620].map(|width| drawn(&steps, limit, width)));
    }
    for svg in svgs {
        let paper = attribute(&svg, "viewBox").split(' ').nth(2).unwrap().parse::<i64>().unwrap();
        let mut boxes: Vec<(i64, i64, i64, &str)> = Vec::new();
        for (head, text) in content(&svg) {
            let size = number(head, "font-size");
            let thin = |letter: char| "ijlt.,:' ".contains(letter);
            let letter = |letter: char| if thin(letter) { size * 3 / 10 } else { size * 29 / 50 };
            let width: i64 = text.chars().map(letter).sum();
            let left = number(head, "x")
                - if head.contains("\"end\"") {
                    width
                } else if head.contains("\"middle\"") {
                    width / 2
                } else {
                    0
                };
            assert!(left >= 0 && left + width <= paper, "{text} leaves the paper: {svg}");
            let y = number(head, "y");
            for other in &boxes {
                let same_row = (y - other.2).abs() < size * 3 / 4;
                let beside = left >= other.1 || left + width <= other.0;
                assert!(!same_row || beside, "{text} on {}: {svg}", other.3);
            }
            boxes.push((left, left + width, y, text));
        }
    }
}

#[test]
fn color_is_left_to_the_style_sheet() {
    for (name, svg) in drawings() {
        assert!(!svg.contains("style="), "{name}");
        assert!(!svg.contains('#'), "{name}");
        for word in ["rgb", "fill=", "stroke=", "stroke-width=", " width=", " height="] {
            assert!(!svg.contains(word), "{name}: {word}");
        }
        let paths = svg.matches("<path").count();
        assert_eq!(paths, svg.matches("vector-effect=\"non-scaling-stroke\"").count(), "{name}");
    }
}

#[test]
fn the_chart_is_named_described_and_well_formed() {
    for (name, svg) in drawings() {
        let (title, desc) = attribute(&svg, "aria-labelledby").split_once(' ').unwrap();
        assert!(svg.contains(&format!("<title id=\"{title}\">")), "{name}");
        assert!(svg.contains(&format!("<desc id=\"{desc}\">")), "{name}");
        assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>"), "{name}");
        let opened = svg.matches('<').count() - svg.matches("</").count();
        assert_eq!(opened, svg.matches("</").count() + svg.matches("/>").count(), "{name}");
    }
}

#[test]
fn words_are_escaped() {
    let steps = [pair(1, 350, "</title><script>\"&'", 0), fiber(1, 9, "", 1)];
    let mut ladder = ladder("a b\"<c>", &steps);
    ladder.title = "<b>";
    ladder.summary = "x \" onload=\"y";
    let svg = loss_ladder(&ladder);
    assert!(svg.contains("id=\"a-b--c--title\">&lt;b&gt;</title>"), "{svg}");
    assert!(svg.contains("x &quot; onload=&quot;y"));
    assert!(svg.contains("<title>&lt;/title&gt;&lt;script&gt;&quot;&amp;&apos;</title>"));
    assert!(!svg.contains("<script") && !svg.contains("<b>"));
}

#[test]
fn the_typical_line_needs_every_figure() {
    let mut steps = interconnect();
    assert_eq!(elements(&drawn(&steps, None, 620), "fc-typical").len(), 1);
    steps[2].typical = None;
    assert!(elements(&drawn(&steps, None, 620), "fc-typical").is_empty());
}

#[test]
fn without_a_limit_there_is_no_margin() {
    let svg = drawn(&interconnect(), None, 620);
    for class in ["fc-limit", "fc-limit-label", "fc-margin", "fc-margin-label"] {
        assert!(elements(&svg, class).is_empty(), "{class}");
    }
}

#[test]
fn the_limit_is_always_named() {
    for (steps, limit) in channels() {
        for width in [300, 340, 620] {
            let named = elements(&drawn(&steps, limit, width), "fc-limit-label").len();
            assert_eq!(named, usize::from(limit.is_some()), "{width}");
        }
    }
}

#[test]
fn the_dot_sits_on_its_line() {
    let line = |margin| MarginPoint { length: if margin > 0 { 0 } else { 400 * M }, margin };
    let series = [MarginSeries {
        name: "low-loss",
        from: line(1000 * MDB),
        to: line(-1000 * MDB),
        current: true,
    }];
    let svg = margin_curves(&MarginCurves {
        id: "m",
        title: "t",
        summary: "s",
        series: &series,
        reach: Some(MarginReach { length: 300 * M, label: "reach 300 m" }),
        current: Some(MarginDot {
            at: MarginPoint { length: 100 * M, margin: 500 * MDB },
            label: "x",
        }),
        width: 420,
        height: 270,
        labels: AxisLabels::default(),
    });
    let ends = points(elements(&svg, "fc-series-current")[0]);
    let dot = elements(&svg, "fc-dot")[0];
    assert!((number(dot, "cx") - (3 * ends[0].0 + ends[1].0) / 4).abs() <= 1);
    assert!((number(dot, "cy") - (3 * ends[0].1 + ends[1].1) / 4).abs() <= 1);
    // Zero is halfway down this line, and the wall stands at three quarters of it.
    let zero = points(elements(&svg, "fc-zero")[0])[0].1;
    assert!((zero - (ends[0].1 + ends[1].1) / 2).abs() <= 1);
    let wall = points(elements(&svg, "fc-reach")[0])[0].0;
    assert!((wall - (ends[0].0 + 3 * ends[1].0) / 4).abs() <= 1);
}

#[test]
fn nonsense_is_drawn_without_a_panic() {
    let lengths = [0, 1, 5 * M, 10_000 * M, u64::MAX / 2, u64::MAX];
    let losses = [0, 1, -1, MDB, 3000 * MDB, i64::MAX, i64::MIN];
    let words = ["", "x", "a name that is far too long for any step of any chart one may draw"];
    for at in lengths {
        for loss in losses {
            for (index, size) in [0, 160, 320, 5_000, u32::MAX].into_iter().enumerate() {
                let label = words[index % 3];
                let kind = StepKind::Run { length: at };
                let step = LadderStep { at, loss, typical: Some(loss), label, kind, part: 0 };
                let point = LadderStep { kind: StepKind::Point, ..step };
                let steps = [point, step, point, LadderStep { at: 0, ..step }];
                for count in 0..=steps.len() {
                    let mut ladder =
                        LossLadder { width: size, height: size, ..ladder("n", &steps[..count]) };
                    ladder.limit = Some(LadderLimit { loss, label });
                    ladder.labels.margin = Some(label);
                    assert!(loss_ladder(&ladder).ends_with("</svg>"));
                }
                let here = MarginPoint { length: at, margin: loss };
                let there = MarginPoint { length: 0, margin: -(loss / 2) };
                let line = MarginSeries { name: label, from: here, to: there, current: true };
                let flipped = MarginSeries { from: there, to: here, current: false, ..line };
                let svg = margin_curves(&MarginCurves {
                    id: "",
                    title: "",
                    summary: "",
                    series: &[line, flipped],
                    reach: Some(MarginReach { length: at, label }),
                    current: Some(MarginDot { at: here, label }),
                    width: size,
                    height: size,
                    labels: AxisLabels::default(),
                });
                assert!(svg.ends_with("</svg>"));
            }
        }
    }
}
