//! Breakouts of one receptacle: by cassette and by harness.

use serde_json::{Value, json};

use super::more::{line, with};
use super::pieces::{
    adapter, cable, duplex_cord, end, fiber_term, lc, pair_term, plan, transceivers, universal,
};
use super::scenarios::Case;

/// 12 × 400GBASE-DR4 to 48 × 100GBASE-DR behind cassettes.
pub(super) fn cassette_breakout() -> Case {
    let request = json!({
        "schema": "fiberlane.request/1", "application": "400GBASE-DR4", "fiber": "OS2",
        "grade": "standard", "topology": "breakout-cassette", "links": 12,
        "farEnd": {"kind": "breakout", "application": "100GBASE-DR"},
        "lengths": {"cordA": 5, "trunks": [40], "cordB": 3},
    });
    let [a, b] = transceivers(&end("MPO-12", "pinned", "angled"), &lc());
    let cord = cable("cord", 5, "A", &end("MPO-8", "unpinned", "angled"));
    let trunk = cable("trunk", 40, "B", &end("MPO-8", "pinned", "angled"));
    let pairs: Vec<[Value; 2]> = universal(4).into_iter().map(|[f, r]| [r, f]).collect();
    let rear = end("MPO-8", "unpinned", "angled");
    let cassette = json!({"kind": "cassette", "part": "cassette-8f-u", "ends": [rear, lc()],
                          "ports": [lc(), lc(), lc(), lc()], "map": pairs});
    let mut lanes = Vec::new();
    for k in 1..=4_u64 {
        let at_port = |side: u64| json!({"port": k, "position": side});
        lanes.push(json!({
            "lane": k, "direction": "AtoB", "from": {"port": 1, "position": k}, "to": at_port(1),
            "path": [k, k, 13 - k, at_port(2), 1], "ok": true,
        }));
        lanes.push(json!({
            "lane": k, "direction": "BtoA", "from": at_port(2), "ok": true,
            "to": {"port": 1, "position": 13 - k}, "path": [1, k, 13 - k, 13 - k, 13 - k],
        }));
    }
    let arrays = json!({"pins": "unpinned", "polarity": "A", "endFace": "angled", "lengthM": 5});
    let legs = json!({"polarity": "A-to-B", "endFace": "flat", "lengthM": 3});
    let trunks = json!({"pins": "pinned", "polarity": "B", "endFace": "angled", "lengthM": 40,
                        "legs": 12, "fibers": 96});
    let design = json!({
        "channel": [a, cord, adapter("MPO-8", "opposed"), trunk, cassette,
                    duplex_cord(3, "A-to-B"), b],
        "loss": {
            "terms": [
                fiber_term(1, 5, 0.002), pair_term(2, 0.75, 0.25), fiber_term(3, 40, 0.016),
                pair_term(4, 0.75, 0.25), pair_term(4, 0.5, 0.2), fiber_term(5, 3, 0.0012),
            ],
            "worstCaseDb": 2.0192, "limitDb": 3, "marginDb": 0.9808, "statistical": null,
        },
        "reach": {"lengthM": 48, "limitM": 500, "basis": "standard", "verdict": "pass"},
        "polarity": {"method": "U1", "verdict": "pass", "lanes": lanes},
        "bom": [
            with(line("trunk", "trunk", 1, None), &trunks),
            with(line("cord", "cord-mpo", 12, Some(12)), &arrays),
            with(line("cord", "cord-lc", 48, Some(48)), &legs),
            line("adapterPanel", "panel-12xmpo", 1, Some(1)),
            line("cassette", "cassette-8f-u", 12, Some(12)),
            line("enclosure", "enclosure-1u", 4, None),
        ],
    });
    (request, plan("pass", &design, &[], &json!({})))
}

/// 10 × 400GBASE-DR4 to 40 × 100GBASE-DR by harness, directly.
pub(super) fn harness_breakout() -> Case {
    let request = json!({
        "schema": "fiberlane.request/1", "application": "400GBASE-DR4", "fiber": "OS2",
        "grade": "standard", "topology": "breakout-harness", "links": 10,
        "farEnd": {"kind": "breakout", "application": "100GBASE-DR"}, "lengths": {"cordA": 7},
    });
    let [a, b] = transceivers(&end("MPO-12", "pinned", "angled"), &lc());
    let pairs: Vec<[Value; 2]> = universal(4).into_iter().map(|[f, r]| [r, f]).collect();
    let harness = json!({
        "kind": "harness", "part": "harness-8f-4lc", "lengthM": 7, "map": pairs,
        "ends": [end("MPO-8", "unpinned", "angled"), lc()], "ports": [lc(), lc(), lc(), lc()],
    });
    let mut lanes = Vec::new();
    for k in 1..=4_u64 {
        let at_port = |side: u64| json!({"port": k, "position": side});
        let at_a = |p: u64| json!({"port": 1, "position": p});
        lanes.push(json!({"lane": k, "direction": "AtoB", "from": at_a(k), "to": at_port(1),
                          "path": [at_port(1)], "ok": true}));
        lanes.push(json!({"lane": k, "direction": "BtoA", "from": at_port(2), "to": at_a(13 - k),
                          "path": [13 - k], "ok": true}));
    }
    let fields = json!({"pins": "unpinned", "endFace": "angled", "lengthM": 7});
    let design = json!({
        "channel": [a, harness, b],
        "loss": {"terms": [fiber_term(1, 7, 0.0028)], "worstCaseDb": 0.0028, "limitDb": 3,
                 "marginDb": 2.9972, "statistical": null},
        "reach": {"lengthM": 7, "limitM": 500, "basis": "standard", "verdict": "pass"},
        "polarity": {"method": null, "verdict": "pass", "lanes": lanes},
        "bom": [with(line("harness", "harness-8f-4lc", 10, None), &fields)],
    });
    (request, plan("pass", &design, &[], &json!({})))
}
