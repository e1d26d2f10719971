//! Designs to begin with: the scenarios that are one request each.

use fiberlane_catalog::{Fiber, built_in};
use fiberlane_engine::request::{FarEnd, GradeRef, Lengths, Topology};
use fiberlane_engine::wire::Json;
use fiberlane_engine::{Request, encode_fragment};
use fiberlane_messages::Voice;
use fiberlane_units::Length;

/// A design to begin with.
#[derive(Clone, Debug)]
pub struct Example {
    /// The key of its title.
    pub title: &'static str,
    /// The key of what it shows.
    pub text: &'static str,
    /// The request.
    pub request: Request,
}

/// Every example.
#[must_use]
pub fn examples() -> Vec<Example> {
    let mut all = vec![
        Example {
            title: "example.s1",
            text: "example.s1.text",
            request: Request {
                grade: grade("standard"),
                base: Some(12),
                ..plan("40GBASE-SR4", Fiber::Om4, Topology::Interconnect, [3, 3], &[85], 24)
            },
        },
        Example {
            title: "example.s3",
            text: "example.s3.text",
            request: plan("400GBASE-DR4", Fiber::Os2, Topology::Interconnect, [5, 5], &[120], 128),
        },
        Example {
            title: "example.s3cross",
            text: "example.s3cross.text",
            request: crossed(
                plan("400GBASE-DR4", Fiber::Os2, Topology::CrossConnect, [5, 5], &[60, 60], 128),
                &[10],
            ),
        },
        Example {
            title: "example.s5",
            text: "example.s5.text",
            request: Request {
                far_end: far("400GBASE-VR4"),
                ..plan(
                    "800G 2xSR4 / 2xVR4 (dual MPO-12 OSFP)",
                    Fiber::Om4,
                    Topology::Interconnect,
                    [3, 3],
                    &[36],
                    128,
                )
            },
        },
        Example {
            title: "example.s6",
            text: "example.s6.text",
            request: crossed(
                plan("1.6TBASE-DR8", Fiber::Os2, Topology::CrossConnect, [5, 5], &[60, 70], 32),
                &[10],
            ),
        },
        Example {
            title: "example.s8",
            text: "example.s8.text",
            request: Request {
                splices: Some(2),
                ..crossed(
                    plan(
                        "400GBASE-FR4",
                        Fiber::Os2,
                        Topology::CassetteToCassette,
                        [10, 10],
                        &[1200],
                        6,
                    ),
                    &[5, 5],
                )
            },
        },
        Example {
            title: "example.breakout",
            text: "example.breakout.text",
            request: Request {
                far_end: far("25GBASE-SR"),
                ..plan("100GBASE-SR4", Fiber::Om4, Topology::BreakoutCassette, [3, 3], &[30], 24)
            },
        },
    ];
    // An example is of the catalog or there is none.
    all.retain(|example| example.request.application.is_some());
    all
}

/// Every example as JSON: `title`, `text`, `link`.
#[must_use]
pub fn examples_json(voice: Voice<'_>) -> String {
    let mut json = Json::new();
    json.list(|j| {
        for example in examples() {
            let link = encode_fragment(built_in(), &example.request);
            j.object(|j| {
                j.key("title").string(voice.text(example.title));
                j.key("text").string(voice.text(example.text));
                j.key("link").string(&["#", &link].concat());
            });
        }
    });
    json.finish()
}

fn grade(name: &str) -> Option<GradeRef> {
    GradeRef::find(built_in(), name)
}

fn far(name: &str) -> Option<FarEnd> {
    built_in().find_application(name).ok().map(|id| FarEnd::Breakout(id, None))
}

fn plan(
    name: &str,
    fiber: Fiber,
    topology: Topology,
    [a, b]: [u32; 2],
    trunks: &[u32],
    links: u32,
) -> Request {
    Request {
        application: built_in().find_application(name).ok(),
        fiber: Some(fiber),
        grade: grade("low-loss"),
        topology: Some(topology),
        lengths: Lengths {
            cord_a: Some(Length::from_meters(a)),
            trunks: trunks.iter().copied().map(Length::from_meters).collect(),
            cross: Vec::new(),
            cord_b: Some(Length::from_meters(b)),
        },
        links: Some(links),
        ..Request::default()
    }
}

fn crossed(mut request: Request, cords: &[u32]) -> Request {
    request.lengths.cross = cords.iter().copied().map(Length::from_meters).collect();
    request
}
