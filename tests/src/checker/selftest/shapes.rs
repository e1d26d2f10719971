//! Channels of other widths and counts: sixteen fibers, several trunks, splitters, twin ports.

use serde_json::{Value, json};

use super::pieces::{
    adapter, cable, end, fiber_term, four_lanes, map, pair_term, plan, transceivers,
};
use super::scenarios::Case;

/// A loss in steps of 0.1 mdB as a JSON number.
fn db(units: i64) -> Value {
    let text = crate::checker::show(units.into(), 4);
    json!(text.parse::<f64>().expect("a decimal"))
}

/// A design around a channel of 0.4 dB/km, 0.35 dB an MPO pair and 0.25 dB a duplex pair.
pub(super) fn design(channel: &[Value], limit: i64, lanes: &Value, bom: &Value) -> Value {
    let (mut terms, mut sum, mut meters) = (Vec::new(), 0, 0);
    for (i, element) in (0_u64..).zip(channel) {
        if let Some(length) = element["lengthM"].as_i64() {
            terms.push(json!({"kind": "fiber", "at": i, "lengthM": length, "db": db(4 * length),
                              "source": "attenuation"}));
            (sum, meters) = (sum + 4 * length, meters + length);
        }
        let pairs: &[(i64, f64)] = match element["kind"].as_str() {
            Some("adapter") if element["key"].is_string() => &[(3500, 0.35)],
            Some("adapter") => &[(2500, 0.25)],
            Some("cassette") => &[(3500, 0.35), (2500, 0.25)],
            _ => &[],
        };
        for (units, loss) in pairs {
            terms.push(pair_term(i, *loss, 0.1));
            sum += units;
        }
    }
    let limit = limit * 10_000;
    json!({
        "channel": channel,
        "loss": {"terms": terms, "worstCaseDb": db(sum), "limitDb": db(limit),
                 "marginDb": db(limit - sum), "statistical": null},
        "reach": {"lengthM": meters, "limitM": if limit > 35_000 { 2000 } else { 500 },
                  "basis": "standard", "verdict": "pass"},
        "polarity": {"method": "U1", "verdict": "pass", "lanes": lanes}, "bom": bom,
    })
}

pub(super) fn request(application: &str, topology: &str, links: u64, lengths: &Value) -> Value {
    json!({"schema": "fiberlane.request/1", "application": application, "fiber": "OS2",
           "grade": "low-loss", "topology": topology, "links": links, "lengths": lengths})
}

pub(super) fn order(kind: &str, part: &str, quantity: u64, fields: &Value) -> Value {
    let mut line = json!({"kind": kind, "part": part, "quantity": quantity, "spare": 0,
                          "description": part});
    for (name, value) in fields.as_object().into_iter().flatten() {
        line[name] = value.clone();
    }
    line
}

pub(super) fn array(meters: u64, pins: &str, polarity: &str) -> Value {
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
    let (pinned, plug) = (end("MPO-16", "pinned", "angled"), end("MPO-16", "unpinned", "angled"));
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
    let design = design(&channel, 3, &eight_lanes(&[1, 0, 1, 0, 1, 0, 1, 0, 1]), &bom);
    (request, plan("pass", &design, &[], &json!({})))
}

/// Two trunks that meet in one panel: the second is pinned at one end, and a Type A cord at B.
pub(super) fn two_trunks() -> Case {
    let lengths = json!({"cordA": 5, "trunks": [60, 40], "cordB": 5});
    let request = request("400GBASE-DR4", "interconnect", 10, &lengths);
    let (pinned, plug) = (end("MPO-8", "pinned", "angled"), end("MPO-8", "unpinned", "angled"));
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
    let design = design(&channel, 3, &four_lanes(1, &[1, 0, 1, 0, 1, 0, 0]), &bom);
    (request, plan("pass", &design, &[], &json!({"pinning": "pinned-trunk"})))
}

/// Polarity B fixed on angled faces: aligned keys, an error and a fail.
pub(super) fn aligned_on_angled() -> Case {
    let lengths = json!({"cordA": 5, "trunks": [60], "cordB": 5});
    let mut request = request("400GBASE-DR4", "interconnect", 10, &lengths);
    request["polarity"] = json!("B");
    let (pinned, plug) = (end("MPO-8", "pinned", "angled"), end("MPO-8", "unpinned", "angled"));
    let [a, b] = transceivers(&pinned, &pinned);
    let (panel, cord) = (adapter("MPO-8", "aligned"), cable("cord", 5, "B", &plug));
    let channel =
        [a, cord.clone(), panel.clone(), cable("trunk", 60, "B", &pinned), panel, cord, b];
    let mut trunks = array(60, "pinned", "B");
    trunks["legs"] = json!(12);
    let bom = json!([
        order("trunk", "trunk", 1, &trunks),
        order("cord", "cord", 20, &array(5, "unpinned", "B")),
        order("adapterPanel", "panel-12xmpo", 2, &json!({})),
        order("enclosure", "enclosure-1u", 2, &json!({})),
    ]);
    let mut design = design(&channel, 3, &four_lanes(1, &[1, 1, 1, 1, 1]), &bom);
    design["polarity"]["method"] = json!("B");
    (request, plan("fail", &design, &[("KEY001", "error")], &json!({})))
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
