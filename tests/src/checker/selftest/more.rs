//! Further hand-made plans: twin ports, duplex over cassettes, breakouts.

use serde_json::{Value, json};

use super::pieces::{
    EIGHT, adapter, cable, duplex_cord, end, fiber_term, four_lanes, lane, lc, map, pair_term,
    plan, transceivers, universal,
};
use super::scenarios::Case;

pub(super) fn line(kind: &str, part: &str, quantity: u64, per_end: Option<u64>) -> Value {
    json!({"kind": kind, "part": part, "quantity": quantity, "spare": 0, "perEnd": per_end,
           "description": part})
}

pub(super) fn with(mut line: Value, fields: &Value) -> Value {
    for (name, value) in fields.as_object().into_iter().flatten() {
        line[name] = value.clone();
    }
    line
}

/// S5: 128 twin-port modules to 256 single ones, no loss figure: not checked.
pub(super) fn s5() -> Case {
    let request = json!({
        "schema": "fiberlane.request/1", "fiber": "OM4", "grade": "low-loss", "links": 128,
        "application": "800G 2xSR4 / 2xVR4 (dual MPO-12 OSFP)", "topology": "interconnect",
        "farEnd": {"kind": "breakout", "application": "400GBASE-VR4"},
        "lengths": {"cordA": 3, "trunks": [36], "cordB": 3},
    });
    let port = end("MPO-12", "pinned", "angled");
    let [a, b] = transceivers(&port, &port);
    let cord = cable("cord", 3, "B", &end("MPO-8", "unpinned", "angled"));
    let trunk = cable("trunk", 36, "B", &end("MPO-8", "pinned", "angled"));
    let panel = adapter("MPO-8", "opposed");
    let cables = json!({"pins": "unpinned", "polarity": "B", "endFace": "angled", "lengthM": 3});
    let trunks = json!({"pins": "pinned", "polarity": "B", "endFace": "angled", "lengthM": 36,
                        "legs": 12, "fibers": 96});
    let design = json!({
        "channel": [a, cord, panel, trunk, panel, cord, b],
        "loss": {
            "terms": [
                fiber_term(1, 3, 0.009), pair_term(2, 0.35, 0.1), fiber_term(3, 36, 0.108),
                pair_term(4, 0.35, 0.1), fiber_term(5, 3, 0.009),
            ],
            "worstCaseDb": 0.826, "limitDb": null, "marginDb": null, "statistical": null,
        },
        "reach": {"lengthM": 42, "limitM": 50, "basis": "application", "verdict": "pass"},
        "polarity": {"method": "U1", "verdict": "pass", "lanes": four_lanes(2, &[1, 0, 1, 0, 1])},
        "bom": [
            with(line("trunk", "trunk", 22, None), &trunks),
            with(line("cord", "cord", 512, Some(256)), &cables),
            line("adapterPanel", "panel-12xmpo", 44, Some(22)),
            line("enclosure", "enclosure-1u", 12, Some(6)),
        ],
    });
    (request, plan("not-checked", &design, &[], &json!({})))
}

/// S8: duplex 400G over cassettes with an LC cross cord at each end and two splices.
pub(super) fn s8() -> Case {
    let request = json!({
        "schema": "fiberlane.request/1", "application": "400GBASE-FR4", "fiber": "OS2",
        "grade": "low-loss", "topology": "cassette-to-cassette", "links": 24, "splices": 2,
        "lengths": {"cordA": 10, "trunks": [1200], "cross": [5, 5], "cordB": 10},
    });
    let [a, b] = transceivers(&lc(), &lc());
    let (long, short) = (duplex_cord(10, "A-to-B"), duplex_cord(5, "A-to-B"));
    let rear = end("MPO-12", "unpinned", "angled");
    let at_a = universal(6);
    let at_b: Vec<[Value; 2]> = at_a.iter().map(|[f, r]| [r.clone(), f.clone()]).collect();
    let near =
        json!({"kind": "cassette", "part": "cassette-12f-u", "ends": [lc(), rear], "map": at_a});
    let far =
        json!({"kind": "cassette", "part": "cassette-12f-u", "ends": [rear, lc()], "map": at_b});
    let trunk = cable("trunk", 1200, "B", &end("MPO-12", "pinned", "angled"));
    let duplex = |at| pair_term(at, 0.25, 0.1);
    let splice = json!({"kind": "splice", "at": 4, "db": 0.1, "source": "splice"});
    let path = json!([1, 2, 12, 1, {"port": 1, "position": 1}, 2, 1]);
    let lane = |way: &str| {
        json!({"lane": 1, "direction": way, "from": {"port": 1, "position": 2},
               "to": {"port": 1, "position": 1}, "path": path, "ok": true})
    };
    let cord = |m: u64| json!({"lengthM": m, "polarity": "A-to-B", "endFace": "flat"});
    let trunks = json!({"pins": "pinned", "polarity": "B", "endFace": "angled", "lengthM": 1200,
                        "legs": 4, "fibers": 48});
    let design = json!({
        "channel": [a, long, short, near, trunk, far, short, long, b],
        "loss": {
            "terms": [
                fiber_term(1, 10, 0.004), duplex(1), fiber_term(2, 5, 0.002), duplex(3),
                pair_term(3, 0.35, 0.1), fiber_term(4, 1200, 0.48), splice, splice,
                pair_term(5, 0.35, 0.1), duplex(5), fiber_term(6, 5, 0.002), duplex(6),
                fiber_term(7, 10, 0.004),
            ],
            "worstCaseDb": 2.392, "limitDb": 4, "marginDb": 1.608, "statistical": null,
        },
        "reach": {"lengthM": 1230, "limitM": 2000, "basis": "standard", "verdict": "pass"},
        "polarity": {"method": "U1", "verdict": "pass", "lanes": [lane("AtoB"), lane("BtoA")]},
        "bom": [
            with(line("trunk", "trunk", 1, None), &trunks),
            with(line("cord", "cord-10", 48, Some(24)), &cord(10)),
            with(line("cord", "cord-5", 48, Some(24)), &cord(5)),
            line("cassette", "cassette-12f-u", 8, Some(4)),
            line("enclosure", "enclosure-1u", 2, Some(1)),
        ],
    });
    (request, plan("pass", &design, &[], &json!({})))
}

/// 12 × 100GBASE-SR10 on 24-fiber cables: five row exchanges.
pub(super) fn sr10() -> Case {
    let request = json!({
        "schema": "fiberlane.request/1", "application": "100GBASE-SR10", "fiber": "OM4",
        "grade": "standard", "topology": "interconnect", "links": 12,
        "lengths": {"cordA": 3, "trunks": [50], "cordB": 3},
    });
    let rows: Vec<u64> = (1..=24).collect();
    let exchange = map(&rows, |p| if p > 12 { p - 12 } else { p + 12 });
    let name = "24-a-geometric";
    let (pinned, unpinned) = (end("MPO-24", "pinned", "flat"), end("MPO-24", "unpinned", "flat"));
    let [a, b] = transceivers(&pinned, &pinned);
    let cable = |kind: &str, m: u64, end: &Value| json!({"kind": kind, "lengthM": m, "polarity": name, "ends": [end, end], "map": exchange});
    let body = end("MPO-24", "none", "none");
    let panel = json!({"kind": "adapter", "key": "opposed", "ends": [body, body], "map": exchange});
    let cord = cable("cord", 3, &unpinned);
    let mut lanes = Vec::new();
    for way in ["AtoB", "BtoA"] {
        for k in 1..=10 {
            lanes.push(lane(k, way, 1, 13 + k, &[1 + k, 13 + k, 1 + k, 13 + k, 1 + k]));
        }
    }
    let cords = json!({"pins": "unpinned", "polarity": name, "endFace": "flat", "lengthM": 3});
    let trunks = json!({"pins": "pinned", "polarity": name, "endFace": "flat", "lengthM": 50,
                        "legs": 4, "fibers": 96});
    let design = json!({
        "channel": [a, cord, panel, cable("trunk", 50, &pinned), panel, cord, b],
        "loss": {
            "terms": [
                fiber_term(1, 3, 0.009), pair_term(2, 0.6, 0.2), fiber_term(3, 50, 0.15),
                pair_term(4, 0.6, 0.2), fiber_term(5, 3, 0.009),
            ],
            "worstCaseDb": 1.368, "limitDb": 1.5, "marginDb": 0.132, "statistical": null,
        },
        "reach": {"lengthM": 56, "limitM": 150, "basis": "standard", "verdict": "pass"},
        "polarity": {"method": null, "verdict": "pass", "lanes": lanes},
        "bom": [
            with(line("trunk", "trunk", 3, None), &trunks),
            with(line("cord", "cord", 24, Some(12)), &cords),
            line("adapterPanel", "panel-12xmpo", 2, Some(1)),
            line("enclosure", "enclosure-1u", 2, Some(1)),
        ],
    });
    let findings = [("LOS012", "info"), ("LOS010", "info"), ("POL024", "warning")];
    (request, plan("tight", &design, &findings, &json!({})))
}

/// 4 × 400GBASE-SR4.2 directly: every fiber carries both directions.
pub(super) fn bidirectional() -> Case {
    let request = json!({
        "schema": "fiberlane.request/1", "application": "400GBASE-SR4.2", "fiber": "OM4",
        "grade": "standard", "topology": "direct", "links": 4, "lengths": {"cordA": 10},
    });
    let port = end("MPO-12", "pinned", "flat");
    let [a, b] = transceivers(&port, &port);
    let cord = cable("cord", 10, "B", &end("MPO-8", "unpinned", "flat"));
    let mut lanes = Vec::new();
    for way in ["AtoB", "BtoA"] {
        for p in EIGHT {
            lanes.push(lane(p, way, 1, p, &[13 - p]));
        }
    }
    let fields = json!({"pins": "unpinned", "polarity": "B", "endFace": "flat", "lengthM": 10});
    let design = json!({
        "channel": [a, cord, b],
        "loss": {"terms": [fiber_term(1, 10, 0.03)], "worstCaseDb": 0.03, "limitDb": 1.8,
                 "marginDb": 1.77, "statistical": null},
        "reach": {"lengthM": 10, "limitM": 100, "basis": "standard", "verdict": "pass"},
        "polarity": {"method": "B", "verdict": "pass", "lanes": lanes},
        "bom": [with(line("cord", "cord", 4, None), &fields)],
    });
    (request, plan("pass", &design, &[], &json!({})))
}
