//! Conversion modules: 20 links of 400GBASE-DR4 on Base-12 trunks.

use serde_json::{Value, json};

use super::mutations::{at, caught, stale};
use super::pieces::{cable, end, four_lanes, pair_term, plan, transceivers};
use super::scenarios::Case;
use super::shapes::{array, order, request};

/// Front and rear of 2 × MPO-12 to 3 × MPO-8, written out pair by pair.
fn pairs() -> Vec<[Value; 2]> {
    let lanes = [
        (1, [(1, 1, 12), (1, 2, 11), (1, 3, 10), (1, 4, 9)]),
        (2, [(1, 5, 8), (1, 6, 7), (2, 1, 12), (2, 2, 11)]),
        (3, [(2, 3, 10), (2, 4, 9), (2, 5, 8), (2, 6, 7)]),
    ];
    let spot = |port: u64, position: u64| json!({"port": port, "position": position});
    let mut pairs = Vec::new();
    for (front, rears) in lanes {
        for (k, (rear, one, two)) in (1..).zip(rears) {
            pairs.push([spot(front, k), spot(rear, one)]);
            pairs.push([spot(front, 13 - k), spot(rear, two)]);
        }
    }
    pairs
}

/// Plugs for seven modules take 14 legs: three trunks of six, nine modules a side.
pub(super) fn conversion() -> Case {
    let lengths = json!({"cordA": 5, "trunks": [60], "cordB": 5});
    let mut request = request("400GBASE-DR4", "interconnect", 20, &lengths);
    request["conversion"] = json!("2x12-3x8");
    request["spares"] = json!(5);
    let port = end("MPO-12", "pinned", "angled");
    let [a, b] = transceivers(&port, &port);
    let cord = cable("cord", 5, "B", &end("MPO-8", "unpinned", "angled"));
    let trunk = cable("trunk", 60, "B", &port);
    let (front, rear) = (end("MPO-8", "pinned", "angled"), end("MPO-12", "unpinned", "angled"));
    let at_b: Vec<[Value; 2]> = pairs().into_iter().map(|[f, r]| [r, f]).collect();
    let part = "conversion-2x12-3x8";
    let near = json!({"kind": "conversion", "part": part, "key": "opposed",
                      "ends": [front, rear], "map": pairs()});
    let far = json!({"kind": "conversion", "part": part, "key": "opposed",
                     "ends": [rear, front], "map": at_b});
    let fiber = |at: u64, meters: u64, db: f64| json!({"kind": "fiber", "at": at, "lengthM": meters, "db": db, "source": "attenuation"});
    let pair = |at| pair_term(at, 0.35, 0.1);
    let mut trunks = array(60, "pinned", "B");
    trunks["legs"] = json!(6);
    trunks["spare"] = json!(1);
    let mut cords = array(5, "unpinned", "B");
    cords["spare"] = json!(2);
    cords["perEnd"] = json!(20);
    let design = json!({
        "channel": [a, cord, near, trunk, far, cord, b],
        "loss": {
            "terms": [fiber(1, 5, 0.002), pair(2), pair(2), fiber(3, 60, 0.024), pair(4), pair(4),
                      fiber(5, 5, 0.002)],
            "worstCaseDb": 1.428, "limitDb": 3, "marginDb": 1.572, "statistical": null,
        },
        "reach": {"lengthM": 70, "limitM": 500, "basis": "standard", "verdict": "pass"},
        "polarity": {"method": "U1", "verdict": "pass", "lanes": four_lanes(1, &[1, 0, 1, 0, 1])},
        "bom": [
            order("trunk", "trunk", 4, &trunks),
            order("cord", "cord", 42, &cords),
            order("conversion", part, 18, &json!({"perEnd": 9})),
            order("enclosure", "enclosure-1u", 6, &json!({"perEnd": 3})),
        ],
    });
    let chosen = json!({"base": 12, "pinning": "pinned-trunk"});
    (request, plan("pass", &design, &[], &chosen))
}

#[test]
fn modules_are_those_of_the_part() {
    let swapped = json!([{"port": 1, "position": 2}, {"port": 1, "position": 1}]);
    let second = json!([{"port": 1, "position": 1}, {"port": 1, "position": 2}]);
    let changes = [(at("/channel/2/map/0"), second), (at("/channel/2/map/2"), swapped)];
    let changes: Vec<(&str, Value)> =
        changes.iter().map(|(p, v)| (p.as_str(), v.clone())).collect();
    caught(conversion(), &changes, "the map of channel[2]");
    caught(conversion(), &[(&at("/channel/4/map"), json!(pairs()))], "the map of channel[4]");
    let part = json!("conversion-24-3x8");
    caught(conversion(), &[(&at("/channel/2/part"), part)], "is not the part of 2x12-3x8");
    caught(conversion(), &[(&at("/channel/2/part"), json!("module"))], "the unknown part");
    caught(conversion(), &[(&at("/channel/2/key"), json!("aligned"))], "with aligned keys");
}

#[test]
fn fronts_are_pinned_and_cords_are_not() {
    caught(conversion(), &[(&at("/channel/2/ends/0/pins"), json!("unpinned"))], "pinned");
    caught(conversion(), &[(&at("/channel/2/ends/0/pins"), json!("unpinned"))], "not aligned");
    caught(conversion(), &[(&at("/channel/2/ends/1/pins"), json!("pinned"))], "two pinned");
    let pins = &at("/channel/1/ends/1/pins");
    caught(conversion(), &[(pins, json!("pinned"))], "MPO-8 unpinned at both ends");
    let plug = &at("/channel/1/ends/0/connector");
    caught(conversion(), &[(plug, json!("MPO-12"))], "two kinds of connectors");
    let other = &at("/channel/1/ends/1/connector");
    let wide = [(plug.as_str(), json!("MPO-12")), (other.as_str(), json!("MPO-12"))];
    caught(conversion(), &wide, "MPO-8 unpinned at both ends");
}

#[test]
fn every_leg_and_module_is_counted() {
    caught(conversion(), &[(&at("/bom/2/quantity"), json!(16))], "the places need [9, 9]");
    caught(conversion(), &[(&at("/bom/0/legs"), json!(12))], "14 need trunks of 6");
    caught(conversion(), &[(&at("/bom/3/quantity"), json!(4))], "4 enclosures");
    stale(conversion(), "links", json!(30), "the places need [12, 12]");
    let (_, plan) = conversion();
    let mut terms = plan["recommended"]["loss"]["terms"].as_array().expect("terms").clone();
    terms.remove(1);
    let fewer = (at("/loss/terms"), Value::Array(terms));
    caught(conversion(), &[(&fewer.0, fewer.1.clone())], "3 mated pairs are counted, 4");
}

#[test]
fn the_request_says_which_modules() {
    stale(conversion(), "conversion", json!("none"), "the channel of interconnect is");
    stale(conversion(), "conversion", json!("16-2x8"), "the rule is 16");
    stale(conversion(), "topology", json!("breakout-harness"), "is no topology");
}
