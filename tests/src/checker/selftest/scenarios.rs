//! S1 and S3, written by hand from the open scenarios.

use serde_json::{Value, json};

use super::pieces::{adapter, cable, end, fiber_term, four_lanes, pair_term, plan, transceivers};

/// A request and its plan.
pub(super) type Case = (Value, Value);

/// 24 links of 40GBASE-SR4 over 3 + 85 + 3 m of OM4: 1.473 dB against 1.5, tight.
pub(super) fn s1() -> Case {
    let request = json!({
        "schema": "fiberlane.request/1", "application": "40GBASE-SR4", "fiber": "OM4",
        "grade": "standard", "topology": "interconnect", "base": 12, "links": 24,
        "lengths": {"cordA": 3, "trunks": [85], "cordB": 3},
    });
    let port = end("MPO-12", "pinned", "flat");
    let [a, b] = transceivers(&port, &port);
    let cord = cable("cord", 3, "B", &end("MPO-12", "unpinned", "flat"));
    let trunk = cable("trunk", 85, "B", &port);
    let panel = adapter("MPO-12", "aligned");
    let design = json!({
        "channel": [a, cord, panel, trunk, panel, cord, b],
        "loss": {
            "terms": [
                fiber_term(1, 3, 0.009), pair_term(2, 0.6, 0.2), fiber_term(3, 85, 0.255),
                pair_term(4, 0.6, 0.2), fiber_term(5, 3, 0.009),
            ],
            "worstCaseDb": 1.473, "limitDb": 1.5, "marginDb": 0.027, "statistical": null,
        },
        "reach": {"lengthM": 91, "limitM": 150, "basis": "standard", "verdict": "pass"},
        "polarity": {"method": "B", "verdict": "pass", "lanes": four_lanes(1, &[1, 1, 1, 1, 1])},
        "bom": [
            {"kind": "trunk", "part": "trunk", "quantity": 4, "spare": 0, "description": "trunk",
             "lengthM": 85, "legs": 6, "fibers": 72, "pins": "pinned", "polarity": "B",
             "endFace": "flat"},
            {"kind": "cord", "part": "cord", "quantity": 48, "spare": 0, "perEnd": 24,
             "description": "cord", "lengthM": 3, "fibers": 12, "pins": "unpinned",
             "polarity": "B", "endFace": "flat"},
            {"kind": "adapterPanel", "part": "panel-12xmpo", "quantity": 4, "spare": 0,
             "perEnd": 2, "description": "panel"},
            {"kind": "enclosure", "part": "enclosure-1u", "quantity": 2, "spare": 0, "perEnd": 1,
             "description": "enclosure"},
        ],
    });
    let findings = [("LOS012", "info"), ("LOS010", "info")];
    (request, plan("tight", &design, &findings, &json!({"pinning": "pinned-trunk"})))
}

/// 128 links of 400GBASE-DR4 over 5 + 120 + 5 m of OS2, low-loss: 0.752 dB against 3.0.
pub(super) fn s3() -> Case {
    let request = json!({
        "schema": "fiberlane.request/1", "application": "400GBASE-DR4", "fiber": "OS2",
        "grade": "low-loss", "topology": "interconnect", "links": 128, "spares": 5,
        "lengths": {"cordA": 5, "trunks": [120], "cordB": 5},
    });
    let port = end("MPO-12", "pinned", "angled");
    let [a, b] = transceivers(&port, &port);
    let cord = cable("cord", 5, "B", &end("MPO-8", "unpinned", "angled"));
    let trunk = cable("trunk", 120, "B", &end("MPO-8", "pinned", "angled"));
    let panel = adapter("MPO-8", "opposed");
    let design = json!({
        "channel": [a, cord, panel, trunk, panel, cord, b],
        "loss": {
            "terms": [
                fiber_term(1, 5, 0.002), pair_term(2, 0.35, 0.1), fiber_term(3, 120, 0.048),
                pair_term(4, 0.35, 0.1), fiber_term(5, 5, 0.002),
            ],
            "worstCaseDb": 0.752, "limitDb": 3, "marginDb": 2.248, "statistical": null,
        },
        "reach": {"lengthM": 130, "limitM": 500, "basis": "standard", "verdict": "pass"},
        "polarity": {"method": "U1", "verdict": "pass", "lanes": four_lanes(1, &[1, 0, 1, 0, 1])},
        "bom": [
            {"kind": "trunk", "part": "trunk", "quantity": 12, "spare": 1, "description": "trunk",
             "lengthM": 120, "legs": 12, "fibers": 96, "pins": ["pinned", "pinned"],
             "places": {"a": 0, "between": 11, "b": 0}, "polarity": "B", "endFace": "angled"},
            {"kind": "cord", "part": "cord", "quantity": 269, "spare": 13, "perEnd": 128,
             "places": {"a": 128, "between": 0, "b": 128}, "description": "cord", "lengthM": 5, "fibers": 8, "pins": ["unpinned", "unpinned"],
             "polarity": "B", "endFace": "angled"},
            {"kind": "adapterPanel", "part": "panel-12xmpo", "quantity": 22, "spare": 0,
             "perEnd": 11, "description": "panel"},
            {"kind": "enclosure", "part": "enclosure-1u", "quantity": 6, "spare": 0, "perEnd": 3,
             "description": "enclosure"},
        ],
    });
    (request, plan("pass", &design, &[], &json!({"base": 8, "pinning": "pinned-trunk"})))
}
