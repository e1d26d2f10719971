//! Pieces of hand-made plans: ends, elements, maps, lanes.

use serde_json::{Value, json};

/// Populated positions of an 8-fiber connector.
pub(super) const EIGHT: [u64; 8] = [1, 2, 3, 4, 9, 10, 11, 12];

pub(super) fn end(connector: &str, pins: &str, face: &str) -> Value {
    json!({"connector": connector, "pins": pins, "endFace": face})
}

pub(super) fn lc() -> Value {
    end("LC", "none", "flat")
}

/// The map p → f(p) over some positions.
pub(super) fn map(positions: &[u64], f: fn(u64) -> u64) -> Value {
    positions.iter().map(|p| json!([p, f(*p)])).collect()
}

/// The map of an array cable of eight or twelve fibers.
pub(super) fn array_map(connector: &str, polarity: &str) -> Value {
    let twelve: Vec<u64> = (1..=12).collect();
    let at = if connector == "MPO-8" { &EIGHT[..] } else { &twelve[..] };
    map(at, if polarity == "B" { |p| 13 - p } else { |p| p })
}

pub(super) fn transceivers(a: &Value, b: &Value) -> [Value; 2] {
    [
        json!({"kind": "transceiver", "ends": [null, a], "map": []}),
        json!({"kind": "transceiver", "ends": [b, null], "map": []}),
    ]
}

/// An array cable with equal ends.
pub(super) fn cable(kind: &str, meters: i64, polarity: &str, end: &Value) -> Value {
    let connector = end["connector"].as_str().unwrap_or("");
    json!({
        "kind": kind, "lengthM": meters, "polarity": polarity, "ends": [end, end],
        "map": array_map(connector, polarity),
    })
}

pub(super) fn duplex_cord(meters: i64, polarity: &str) -> Value {
    let map = if polarity == "A-to-B" { json!([[1, 2], [2, 1]]) } else { json!([[1, 1], [2, 2]]) };
    json!({"kind": "cord", "lengthM": meters, "polarity": polarity, "ends": [lc(), lc()], "map": map})
}

pub(super) fn adapter(connector: &str, key: &str) -> Value {
    let body = end(connector, "none", "none");
    let map = array_map(connector, if key == "aligned" { "B" } else { "A" });
    json!({"kind": "adapter", "key": key, "ends": [body, body], "map": map})
}

/// Universal pairs of one rear connector, as [front, rear].
pub(super) fn universal(ports: u64) -> Vec<[Value; 2]> {
    let pair = |k: u64| {
        [
            [json!({"port": k, "position": 1}), json!(k)],
            [json!({"port": k, "position": 2}), json!(13 - k)],
        ]
    };
    (1..=ports).flat_map(pair).collect()
}

/// A lane of an array link between single ports, or between port pairs of equal number.
pub(super) fn lane(number: u64, way: &str, port: u64, from: u64, path: &[u64]) -> Value {
    json!({
        "lane": number, "direction": way, "ok": true, "path": path,
        "from": {"port": port, "position": from},
        "to": {"port": port, "position": path.last()},
    })
}

/// Both directions of four lanes whose elements mirror (1) or keep (0) the position.
pub(super) fn four_lanes(ports: u64, mirrors: &[u64]) -> Value {
    let mut lanes = Vec::new();
    for way in ["AtoB", "BtoA"] {
        for port in 1..=ports {
            for k in 1..=4 {
                let mut at = k;
                let mut path = Vec::new();
                let order: Vec<&u64> = if way == "AtoB" {
                    mirrors.iter().collect()
                } else {
                    mirrors.iter().rev().collect()
                };
                for mirror in order {
                    at = if *mirror == 1 { 13 - at } else { at };
                    path.push(at);
                }
                lanes.push(lane(k, way, port, k, &path));
            }
        }
    }
    Value::Array(lanes)
}

pub(super) fn pair_term(at: u64, db: f64, typical: f64) -> Value {
    json!({"kind": "matedPair", "at": at, "db": db, "typicalDb": typical, "source": "grade"})
}

pub(super) fn fiber_term(at: u64, meters: i64, db: f64) -> Value {
    json!({"kind": "fiber", "at": at, "lengthM": meters, "db": db, "source": "attenuation"})
}

/// A plan around a design, with its open choices in the option table.
pub(super) fn plan(
    verdict: &str,
    design: &Value,
    findings: &[(&str, &str)],
    chosen: &Value,
) -> Value {
    let finding = |(code, severity): &(&str, &str)| json!({"code": code, "severity": severity, "subject": null, "facts": {}, "fixes": []});
    let findings: Vec<Value> = findings.iter().map(finding).collect();
    let options: serde_json::Map<String, Value> = chosen
        .as_object()
        .into_iter()
        .flatten()
        .map(|(name, value)| (name.clone(), json!([{"value": value, "state": "chosen"}])))
        .collect();
    json!({
        "schema": "fiberlane.plan/1", "verdict": verdict, "recommended": design,
        "alternatives": [], "options": options, "findings": findings, "repairs": [],
    })
}
