//! Channels of other widths and counts: sixteen fibers, several trunks, splitters, twin ports.

use serde_json::{Value, json};

use super::pieces::{
    adapter, cable, duplex_cord, end, fiber_term, four_lanes, lc, map, pair_term, plan,
    transceivers, universal,
};
use super::scenarios::Case;

/// A design around a channel; 400G and up over OS2, low-loss, so 0.4 dB/km and 0.35 dB a pair.
fn design(channel: &[Value], limit: f64, lanes: &Value, bom: &Value) -> Value {
    let (mut terms, mut centi, mut meters) = (Vec::new(), 0.0, 0);
    for (i, element) in (0_u64..).zip(channel) {
        if let Some(length) = element["lengthM"].as_i64() {
            let length_f = f64::from(i32::try_from(length).expect("short"));
            terms.push(fiber_term(i, length, length_f * 4.0 / 10_000.0));
            meters += length;
            centi += length_f * 4.0;
        }
        match element["kind"].as_str() {
            Some("adapter") if element["key"].is_string() => terms.push(pair_term(i, 0.35, 0.1)),
            Some("adapter") => terms.push(pair_term(i, 0.25, 0.1)),
            Some("cassette") => {
                terms.extend([pair_term(i, 0.35, 0.1), pair_term(i, 0.25, 0.1)]);
            }
            _ => {}
        }
    }
    let pairs: f64 = terms
        .iter()
        .filter(|t| t["kind"] == "matedPair")
        .filter_map(|t| t["db"].as_f64())
        .sum();
    let worst = ((pairs * 10_000.0).round() + centi) / 10_000.0;
    let margin = (limit * 10_000.0 - worst * 10_000.0).round() / 10_000.0;
    json!({
        "channel": channel,
        "loss": {"terms": terms, "worstCaseDb": worst, "limitDb": limit, "marginDb": margin,
                 "statistical": null},
        "reach": {"lengthM": meters, "limitM": if limit > 3.5 { 2000 } else { 500 },
                  "basis": "standard", "verdict": "pass"},
        "polarity": {"method": "U1", "verdict": "pass", "lanes": lanes}, "bom": bom,
    })
}

fn request(application: &str, topology: &str, links: u64, lengths: &Value) -> Value {
    json!({"schema": "fiberlane.request/1", "application": application, "fiber": "OS2",
           "grade": "low-loss", "topology": topology, "links": links, "lengths": lengths})
}

fn order(kind: &str, part: &str, quantity: u64, fields: &Value) -> Value {
    let mut line = json!({"kind": kind, "part": part, "quantity": quantity, "spare": 0,
                          "description": part});
    for (name, value) in fields.as_object().into_iter().flatten() {
        line[name] = value.clone();
    }
    line
}

fn array(meters: u64, pins: &str, polarity: &str) -> Value {
    json!({"lengthM": meters, "pins": pins, "polarity": polarity, "endFace": "angled"})
}

/// A lane of sixteen positions through elements that mirror (1) or keep (0) the position.
fn eight_lanes(mirrors: &[u64]) -> Value {
    let mut lanes = Vec::new();
    for way in ["AtoB", "BtoA"] {
        for k in 1..=8_u64 {
            let mut at = k;
            let step = |m: &u64| {
                at = if *m == 1 { 17 - at } else { at };
                at
            };
            let path: Vec<u64> = mirrors.iter().map(step).collect();
            lanes.push(super::pieces::lane(k, way, 1, k, &path));
        }
    }
    Value::Array(lanes)
}

/// S6 with a published application: 32 links on MPO-16 over a cross-connect, 150 m.
pub(super) fn sixteen() -> Case {
    let lengths = json!({"cordA": 5, "trunks": [60, 60], "cross": [20], "cordB": 5});
    let request = request("800GBASE-DR8", "cross-connect", 32, &lengths);
    let (pinned, plug) = (
        end("MPO-16", "pinned", "angled"),
        end("MPO-16", "unpinned", "angled"),
    );
    let at: Vec<u64> = (1..=16).collect();
    let cable = |kind: &str, m: u64, end: &Value| {
        json!({"kind": kind, "lengthM": m, "polarity": "B", "ends": [end, end],
               "map": map(&at, |p| 17 - p)})
    };
    let body = end("MPO-16", "none", "none");
    let panel = json!({"kind": "adapter", "key": "opposed", "ends": [body, body],
                       "map": map(&at, |p| p)});
    let [a, b] = transceivers(&pinned, &pinned);
    let (cord, trunk) = (cable("cord", 5, &plug), cable("trunk", 60, &pinned));
    let channel = [
        a,
        cord.clone(),
        panel.clone(),
        trunk.clone(),
        panel.clone(),
        cable("cord", 20, &plug),
        panel.clone(),
        trunk,
        panel,
        cord,
        b,
    ];
    let mut trunks = array(60, "pinned", "B");
    trunks["legs"] = json!(6);
    let bom = json!([
        order("trunk", "trunk", 12, &trunks),
        order("cord", "cord", 64, &array(5, "unpinned", "B")),
        order("cord", "cross", 32, &array(20, "unpinned", "B")),
        order("adapterPanel", "panel-12xmpo", 12, &json!({"perEnd": 6})),
        order("enclosure", "enclosure-1u", 4, &json!({"perEnd": 2})),
    ]);
    let design = design(
        &channel,
        3.0,
        &eight_lanes(&[1, 0, 1, 0, 1, 0, 1, 0, 1]),
        &bom,
    );
    (request, plan("pass", &design, &[], &json!({})))
}

/// Two trunks that meet in one panel: the second is pinned at one end, and a Type A cord at B.
pub(super) fn two_trunks() -> Case {
    let lengths = json!({"cordA": 5, "trunks": [60, 40], "cordB": 5});
    let request = request("400GBASE-DR4", "interconnect", 10, &lengths);
    let (pinned, plug) = (
        end("MPO-8", "pinned", "angled"),
        end("MPO-8", "unpinned", "angled"),
    );
    let [a, b] = transceivers(&pinned, &pinned);
    let panel = adapter("MPO-8", "opposed");
    let mut second = cable("trunk", 40, "B", &pinned);
    second["ends"][0] = plug.clone();
    let channel = [
        a,
        cable("cord", 5, "B", &plug),
        panel.clone(),
        cable("trunk", 60, "B", &pinned),
        panel.clone(),
        second,
        panel,
        cable("cord", 5, "A", &plug),
        b,
    ];
    let trunk = |m: u64, pins: &str| {
        let mut fields = array(m, pins, "B");
        fields["legs"] = json!(12);
        order("trunk", "trunk", 1, &fields)
    };
    let bom = json!([
        trunk(60, "pinned"),
        trunk(40, "unpinned/pinned"),
        order("cord", "cord-b", 10, &array(5, "unpinned", "B")),
        order("cord", "cord-a", 10, &array(5, "unpinned", "A")),
        order("adapterPanel", "panel-12xmpo", 3, &json!({})),
        order("enclosure", "enclosure-1u", 3, &json!({})),
    ]);
    let design = design(&channel, 3.0, &four_lanes(1, &[1, 0, 1, 0, 1, 0, 0]), &bom);
    (
        request,
        plan("pass", &design, &[], &json!({"pinning": "pinned-trunk"})),
    )
}

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
        lanes.push(
            json!({"lane": j, "direction": "AtoB", "from": {"port": 1, "position": j},
                          "to": at(13 - k), "path": [13 - k], "ok": true}),
        );
        lanes.push(
            json!({"lane": j, "direction": "BtoA", "from": at(k), "path": [17 - j],
                          "to": {"port": 1, "position": 17 - j}, "ok": true}),
        );
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
    let design = design(&[a, harness, b], 3.0, &Value::Array(lanes), &bom);
    (request, plan("pass", &design, &[], &json!({})))
}

/// 800G 2xDR4 to eight 100GBASE-DR; far ports over the link, or per receptacle.
pub(super) fn twin_harness(per_receptacle: bool) -> Case {
    let mut request = request(
        "800G 2xDR4 (dual MPO-12 OSFP)",
        "breakout-harness",
        6,
        &json!({"cordA": 10}),
    );
    request["farEnd"] = json!({"kind": "breakout", "application": "100GBASE-DR"});
    let [a, b] = transceivers(&end("MPO-12", "pinned", "angled"), &lc());
    let pairs: Vec<[Value; 2]> = universal(4).into_iter().map(|[f, r]| [r, f]).collect();
    let mut lanes = Vec::new();
    for receptacle in 1..=2_u64 {
        for k in 1..=4_u64 {
            let port = if per_receptacle {
                k
            } else {
                4 * receptacle - 4 + k
            };
            let at = |side: u64| json!({"port": port, "position": side});
            let near = |p: u64| json!({"port": receptacle, "position": p});
            lanes.push(
                json!({"lane": k, "direction": "AtoB", "from": near(k), "to": at(1),
                              "path": [1], "ok": true}),
            );
            lanes.push(
                json!({"lane": k, "direction": "BtoA", "from": at(2), "to": near(13 - k),
                              "path": [13 - k], "ok": true}),
            );
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
    let design = design(&[a, harness, b], 3.0, &Value::Array(lanes), &bom);
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
        let (tx, rx) = (
            json!({"port": port, "position": 2}),
            json!({"port": port, "position": 1}),
        );
        let (low, high) = (port, 13 - port);
        lanes.push(
            json!({"lane": port, "direction": "AtoB", "from": tx, "to": rx, "ok": true,
                          "path": [1, 1, 2, high, low, 1, 1]}),
        );
        lanes.push(
            json!({"lane": port, "direction": "BtoA", "from": tx, "to": rx, "ok": true,
                          "path": [2, high, low, 1, 2, 2, 1]}),
        );
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
    let design = design(&channel, 4.0, &Value::Array(lanes), &bom);
    (request, plan("pass", &design, &[], &json!({})))
}

/// Polarity B fixed on angled faces: aligned keys, an error and a fail.
pub(super) fn aligned_on_angled() -> Case {
    let lengths = json!({"cordA": 5, "trunks": [60], "cordB": 5});
    let mut request = request("400GBASE-DR4", "interconnect", 10, &lengths);
    request["polarity"] = json!("B");
    let (pinned, plug) = (
        end("MPO-8", "pinned", "angled"),
        end("MPO-8", "unpinned", "angled"),
    );
    let [a, b] = transceivers(&pinned, &pinned);
    let (panel, cord) = (adapter("MPO-8", "aligned"), cable("cord", 5, "B", &plug));
    let channel = [
        a,
        cord.clone(),
        panel.clone(),
        cable("trunk", 60, "B", &pinned),
        panel,
        cord,
        b,
    ];
    let mut trunks = array(60, "pinned", "B");
    trunks["legs"] = json!(12);
    let bom = json!([
        order("trunk", "trunk", 1, &trunks),
        order("cord", "cord", 20, &array(5, "unpinned", "B")),
        order("adapterPanel", "panel-12xmpo", 2, &json!({})),
        order("enclosure", "enclosure-1u", 2, &json!({})),
    ]);
    let mut design = design(&channel, 3.0, &four_lanes(1, &[1, 1, 1, 1, 1]), &bom);
    design["polarity"]["method"] = json!("B");
    (
        request,
        plan("fail", &design, &[("KEY001", "error")], &json!({})),
    )
}

/// 400GBASE-SR16 on MPO-32: no map, no polarity, not checked.
pub(super) fn thirty_two() -> Case {
    let request = json!({"schema": "fiberlane.request/1", "application": "400GBASE-SR16",
                         "fiber": "OM4", "grade": "standard", "topology": "direct", "links": 5,
                         "lengths": {"cordA": 10}});
    let port = end("MPO-32", "pinned", "flat");
    let plug = end("MPO-32", "unpinned", "flat");
    let [a, b] = transceivers(&port, &port);
    let cord = json!({"kind": "cord", "lengthM": 10, "ends": [plug, plug]});
    let line = json!({"lengthM": 10, "pins": "unpinned", "endFace": "flat"});
    let design = json!({
        "channel": [a, cord, b],
        "loss": {"terms": [fiber_term(1, 10, 0.03)], "worstCaseDb": 0.03, "limitDb": 1.9,
                 "marginDb": 1.87, "statistical": null},
        "reach": {"lengthM": 10, "limitM": 100, "basis": "standard", "verdict": "pass"},
        "polarity": {"method": null, "verdict": "not-checked", "lanes": []},
        "bom": [order("cord", "cord", 5, &line)],
    });
    (request, plan("not-checked", &design, &[], &json!({})))
}
