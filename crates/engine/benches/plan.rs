//! Times of the two stages: `cargo bench -p fiberlane-engine`.
#![allow(clippy::print_stdout, reason = "printing is what a benchmark does")]

use fiberlane_catalog::{Fiber, built_in};
use fiberlane_engine::request::{GradeRef, Method, Pinning, Polarity, Topology};
use fiberlane_engine::{Request, advice, verdict};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Median of many runs.
fn median(mut run: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..201)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[times.len() / 2]
}

fn main() {
    let named = Request {
        application: built_in().find_application("400GBASE-DR4").ok(),
        links: Some(128),
        ..Request::default()
    };
    let open = |speed| Request { speed: Some(speed), ..Request::default() };
    let failing = |application: &str, fiber: Fiber| Request {
        application: built_in().find_application(application).ok(),
        fiber: Some(fiber),
        grade: GradeRef::find(built_in(), "standard"),
        topology: Some(Topology::CrossConnect),
        polarity: Some(Polarity::Method(Method::B)),
        pinning: Some(Pinning::PinnedTrunk),
        base: Some(8),
        links: Some(128),
        ..Request::default()
    };
    for (name, request) in [
        ("400GBASE-DR4, all else open", named),
        ("400GBASE-DR4, all fixed, fails", failing("400GBASE-DR4", Fiber::Os2)),
        ("40GBASE-SR4, all fixed, fails", failing("40GBASE-SR4", Fiber::Om3)),
        ("800GBASE-DR8 on OM4, fails", failing("800GBASE-DR8", Fiber::Om4)),
        ("100G, all open", open(100)),
        ("400G, all open", open(400)),
        ("800G, all open", open(800)),
    ] {
        let first = verdict(built_in(), &request);
        let stage = median(|| {
            black_box(verdict(built_in(), black_box(&request)));
        });
        let second = median(|| {
            black_box(advice(built_in(), black_box(&request), &first));
        });
        println!("{name:<32} verdict {stage:>10.1?}  advice {second:>10.1?}");
    }
}
