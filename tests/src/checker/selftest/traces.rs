//! The published traces, gender cases and vectors: the checker agrees with every row.

use std::path::PathBuf;

use serde_json::Value;

use crate::checker::fold::fold;
use crate::checker::maps::{across, cassette, positions, through};
use crate::checker::matings::refused;
use crate::checker::wire::{Design, Element, End, Lane, Map, Spot};
use crate::checker::{Facts, check_vector};

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/facts"))
}

#[test]
fn vectors_agree() {
    let facts = Facts::load(&folder()).expect("facts");
    let text = std::fs::read_to_string(folder().join("vectors.jsonl")).expect("vectors");
    let mut wrong = Vec::new();
    for line in text.lines() {
        let line: Value = serde_json::from_str(line).expect("JSON");
        wrong.extend(check_vector(&facts, &line).iter().map(|w| format!("{w}: {line}")));
    }
    assert!(wrong.is_empty(), "{} of {}: {wrong:#?}", wrong.len(), text.lines().count());
}

/// Pins of a piece such as `cord U-P` or `cassette U`, toward A and toward B.
fn pins(piece: &str) -> [&str; 2] {
    let mut words = piece.split_whitespace();
    let letters = words.find(|w| w.chars().all(|c| "PU-".contains(c)));
    let letters = letters.unwrap_or("P");
    letters.split_once('-').map_or([letters, letters], |(a, b)| [a, b])
}

#[test]
fn genders_agree() {
    let text = std::fs::read_to_string(folder().join("gender-cases.csv")).expect("cases");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let mut count = 0;
    for record in reader.records() {
        let r = record.expect("CSV");
        let pieces: Vec<&str> = r.get(2).unwrap_or("").split(" - ").collect();
        let end = |letter: &str| End {
            connector: "MPO-12".into(),
            pins: if letter == "P" { "pinned" } else { "unpinned" }.into(),
            end_face: "angled".into(),
        };
        let meet = |p: &[&str]| refused(&end(pins(p[0])[1]), &end(pins(p[1])[0])).is_some();
        let bad = pieces.windows(2).any(meet);
        assert_eq!(bad, r.get(3) == Some("FAIL"), "{r:?}");
        count += 1;
    }
    assert!(count > 15, "{count} cases");
}

fn plain(pairs: impl Iterator<Item = (u64, u64)>) -> Map {
    let spot = |position| Spot { port: None, position };
    pairs.map(|(a, b)| (spot(a), spot(b))).collect()
}

/// One named component of a trace; `far` turns a cassette around.
fn component(text: &str, connector: &str, far: bool) -> Element {
    let (letter, kind) = text.strip_prefix("Type ").unwrap_or(text).split_once(' ').expect("two");
    let lit = positions(connector).expect("a known connector");
    let end =
        |c: &str| Some(End { connector: c.into(), pins: "none".into(), end_face: "flat".into() });
    let mut ends = [end(connector), end(connector)];
    let key = if letter == "B" { "aligned" } else { "opposed" };
    let map = match (kind.split(' ').next().unwrap_or(""), letter) {
        ("cord", "AB" | "AA") => {
            ends = [end("LC"), end("LC")];
            let name = if letter == "AB" { "A-to-B" } else { "A-to-A" };
            plain([1, 2].map(|p| (p, through("LC", name, p).expect("a map"))).into_iter())
        }
        ("adapter", _) => plain(lit.iter().map(|p| (*p, across(connector, key, *p)))),
        ("cassette", letter) => {
            let method = match letter {
                "U" => "u",
                "B2" => "b2",
                _ => "a",
            };
            ends = if far { [end(connector), end("LC")] } else { [end("LC"), end(connector)] };
            let pairs = cassette(method, connector).expect("a method");
            let front = |f: &(u64, u64, u64)| Spot { port: Some(f.0), position: f.1 };
            let rear = |f: &(u64, u64, u64)| Spot { port: None, position: f.2 };
            pairs
                .iter()
                .map(|f| if far { (rear(f), front(f)) } else { (front(f), rear(f)) })
                .collect()
        }
        _ => plain(lit.iter().map(|p| (*p, through(connector, letter, *p).expect("a map")))),
    };
    let kind = kind.split(' ').next().unwrap_or("").to_owned();
    let (part, length, polarity, key, ports) = (None, None, None, None, None);
    let in_place = false;
    Element { at: 0, kind, part, length, polarity, key, ends, ports, map: Some(map), in_place }
}

fn chain(text: &str, connector: &str) -> Design {
    let mut seen = false;
    let blank =
        Element { map: None, kind: "transceiver".into(), ..component("A trunk", connector, false) };
    let mut channel = vec![blank.clone()];
    for part in text.split(" | ") {
        let is_cassette = part.ends_with("cassette");
        channel.push(component(part.trim(), connector, seen && is_cassette));
        seen |= is_cassette;
    }
    channel.push(blank);
    for (at, element) in channel.iter_mut().enumerate() {
        element.at = at;
    }
    Design {
        channel,
        terms: Vec::new(),
        worst: None,
        limit: None,
        margin: None,
        reach_length: None,
        reach_limit: None,
        reach_verdict: None,
        method: None,
        polarity_verdict: None,
        lanes: Vec::new(),
        bom: Vec::new(),
        in_place: Vec::new(),
        fiber: None,
    }
}

#[test]
fn traces_agree() {
    let text = std::fs::read_to_string(folder().join("polarity-traces.csv")).expect("traces");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let (mut wrong, mut count) = (Vec::new(), 0);
    for record in reader.records() {
        let r = record.expect("CSV");
        let cell = |i: usize| r.get(i).unwrap_or("");
        if cell(3).trim().is_empty() {
            continue;
        }
        let connector = format!("MPO-{}", cell(2));
        let design = chain(cell(3), &connector);
        let duplex = cell(0) == "duplex";
        let port: u64 = cell(4).trim_start_matches("lane ").parse().unwrap_or(1);
        let number = |i: usize| cell(i).parse::<u64>().ok();
        let start =
            if duplex { if cell(5) == "Tx" { 2 } else { 1 } } else { number(6).unwrap_or(0) };
        let spot = |p: u64| Spot { port: Some(if duplex { port } else { 1 }), position: p };
        let lane = Lane {
            lane: 1,
            a_to_b: true,
            from: spot(start),
            to: spot(1),
            path: Vec::new(),
            ok: true,
        };
        let home = fold(&design, &lane, (1, 1)).expect("a lit lane");
        let (port_ok, side) = if duplex {
            let side = if home.position == 1 { "far Rx" } else { "far Tx" };
            (Some(home.ports[0]) == number(8), side == cell(9))
        } else {
            (Some(home.position) == number(7), true)
        };
        count += 1;
        if !port_ok || !side {
            wrong.push(format!("{} arrives at {home:?}", r.iter().collect::<Vec<_>>().join(";")));
        }
    }
    assert!(wrong.is_empty(), "{} of {count}: {:#?}", wrong.len(), &wrong[..wrong.len().min(12)]);
    assert!(count > 100, "{count} traces");
}
