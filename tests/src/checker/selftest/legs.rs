//! Splitters, twin receptacles and twin duplex pairs.

use serde_json::{Value, json};

use super::pieces::{cable, duplex_cord, end, lc, plan, transceivers, universal};
use super::scenarios::Case;
use super::shapes::{array, design, order, request};

/// 800GBASE-DR8 to two 400GBASE-DR4 with the crossed splitter, directly.
pub(super) fn splitter() -> Case {
    let mut request = request("800GBASE-DR8", "breakout-harness", 6, &json!({"cordA": 10}));
    request["farEnd"] = json!({"kind": "breakout", "application": "400GBASE-DR4"});
    let far = end("MPO-12", "pinned", "angled");
    let [a, b] = transceivers(&end("MPO-16", "pinned", "angled"), &far);
    let leg = end("MPO-8", "unpinned", "angled");
    let (mut pairs, mut lanes) = (Vec::new(), Vec::new());
    for j in 1..=8_u64 {
        let (port, k) = (if j > 4 { 2 } else { 1 }, if j > 4 { j - 4 } else { j });
        let at = |p: u64| json!({"port": port, "position": p});
        pairs.extend([json!([j, at(13 - k)]), json!([17 - j, at(k)])]);
        lanes.push(json!({"lane": j, "direction": "AtoB", "from": {"port": 1, "position": j},
                          "to": at(13 - k), "path": [13 - k], "ok": true}));
        lanes.push(json!({"lane": j, "direction": "BtoA", "from": at(k), "path": [17 - j],
                          "to": {"port": 1, "position": 17 - j}, "ok": true}));
    }
    let harness = json!({"kind": "harness", "part": "splitter-16-2x8-x", "lengthM": 10,
                         "ends": [end("MPO-16", "unpinned", "angled"), leg],
                         "ports": [leg, leg], "map": pairs});
    let bom = json!([order(
        "harness",
        "splitter-16-2x8-x",
        6,
        &json!({"lengthM": 10, "pins": "unpinned", "endFace": "angled"})
    )]);
    let design = design(&[a, harness, b], 3, &Value::Array(lanes), &bom);
    (request, plan("pass", &design, &[], &json!({})))
}

/// 800G 2xDR4 to eight 100GBASE-DR; far ports over the link, or per receptacle.
pub(super) fn twin_harness(per_receptacle: bool) -> Case {
    let mut request =
        request("800G 2xDR4 (dual MPO-12 OSFP)", "breakout-harness", 6, &json!({"cordA": 10}));
    request["farEnd"] = json!({"kind": "breakout", "application": "100GBASE-DR"});
    let [a, b] = transceivers(&end("MPO-12", "pinned", "angled"), &lc());
    let pairs: Vec<[Value; 2]> = universal(4).into_iter().map(|[f, r]| [r, f]).collect();
    let mut lanes = Vec::new();
    for receptacle in 1..=2_u64 {
        for k in 1..=4_u64 {
            let port = if per_receptacle { k } else { 4 * receptacle - 4 + k };
            let at = |side: u64| json!({"port": port, "position": side});
            let near = |p: u64| json!({"port": receptacle, "position": p});
            lanes.push(json!({"lane": k, "direction": "AtoB", "from": near(k), "to": at(1),
                              "path": [1], "ok": true}));
            lanes.push(json!({"lane": k, "direction": "BtoA", "from": at(2), "to": near(13 - k),
                              "path": [13 - k], "ok": true}));
        }
    }
    let harness = json!({"kind": "harness", "part": "harness-8f-4lc", "lengthM": 10,
                         "ends": [end("MPO-8", "unpinned", "angled"), lc()],
                         "ports": [lc(), lc(), lc(), lc()], "map": pairs});
    let bom = json!([order(
        "harness",
        "harness-8f-4lc",
        12,
        &json!({"lengthM": 10, "pins": "unpinned", "endFace": "angled"})
    )]);
    let design = design(&[a, harness, b], 3, &Value::Array(lanes), &bom);
    (request, plan("pass", &design, &[], &json!({})))
}

/// 800G 2xFR4 over cassettes: two duplex channels a link; the duplex panel drawn as an adapter.
pub(super) fn twin_duplex() -> Case {
    let lengths = json!({"cordA": 3, "trunks": [90], "cross": [4], "cordB": 3});
    let request = request("800G 2xFR4", "cassette-to-cassette", 10, &lengths);
    let [a, b] = transceivers(&lc(), &lc());
    let rear = end("MPO-12", "unpinned", "angled");
    let at_a = universal(6);
    let at_b: Vec<[Value; 2]> = at_a.iter().map(|[f, r]| [r.clone(), f.clone()]).collect();
    let part = "cassette-12f-u";
    let near = json!({"kind": "cassette", "part": part, "ends": [lc(), rear], "map": at_a});
    let far = json!({"kind": "cassette", "part": part, "ends": [rear, lc()], "map": at_b});
    let panel = json!({"kind": "adapter", "ends": [lc(), lc()], "map": [[1, 1], [2, 2]]});
    let trunk = cable("trunk", 90, "B", &end("MPO-12", "pinned", "angled"));
    let channel = [
        a,
        duplex_cord(3, "A-to-B"),
        panel,
        duplex_cord(4, "A-to-B"),
        near,
        trunk,
        far,
        duplex_cord(3, "A-to-A"),
        b,
    ];
    let mut lanes = Vec::new();
    for port in 1..=2_u64 {
        let (tx, rx) = (json!({"port": port, "position": 2}), json!({"port": port, "position": 1}));
        let (low, high) = (port, 13 - port);
        lanes.push(json!({"lane": port, "direction": "AtoB", "from": tx, "to": rx, "ok": true,
                          "path": [1, 1, 2, high, low, 1, 1]}));
        lanes.push(json!({"lane": port, "direction": "BtoA", "from": tx, "to": rx, "ok": true,
                          "path": [2, high, low, 1, 2, 2, 1]}));
    }
    let mut trunks = array(90, "pinned", "B");
    trunks["legs"] = json!(4);
    let cord =
        |m: u64, polarity: &str| json!({"lengthM": m, "polarity": polarity, "endFace": "flat"});
    let bom = json!([
        order("trunk", "trunk", 1, &trunks),
        order("cord", "a", 20, &cord(3, "A-to-B")),
        order("cord", "x", 20, &cord(4, "A-to-B")),
        order("cord", "b", 20, &cord(3, "A-to-A")),
        order("cassette", part, 8, &json!({"perEnd": 4})),
        order("enclosure", "enclosure-1u", 2, &json!({"perEnd": 1})),
    ]);
    let design = design(&channel, 4, &Value::Array(lanes), &bom);
    (request, plan("pass", &design, &[], &json!({})))
}
