//! Every published trace, position by position, and 16 fibers by the same sequences.

use crate::cases::here;
use fiberlane_catalog::{Connector, EndFace, Mode};
use fiberlane_catalog::{LaneScheme, Map, Place, Plug, built_in};
use fiberlane_engine::channel::{Element, ElementKind, Path, trace};
use fiberlane_engine::link::{Link, Receptacle, Relation};
use fiberlane_engine::proof::{Proof, prove};
use fiberlane_units::Side;
use std::collections::BTreeMap;

fn map(id: &str) -> &'static Map {
    built_in().map_named(id).unwrap_or_else(|| panic!("{id}"))
}

fn element(kind: ElementKind, path: Path) -> Element {
    Element {
        kind,
        part: None,
        length: None,
        key: None,
        ends: [None, None],
        ports: 0,
        path,
        in_place: false,
    }
}

/// An element by its name in the tables: "A cord", "B adapter", "U cassette", "AB cord".
fn named(name: &str, fibers: u32, cassettes: &mut u32) -> Element {
    let name = name.trim().trim_start_matches("Type ").trim_end_matches(" only");
    let (kind, what) = name.split_once(' ').unwrap();
    let letter = kind.to_lowercase();
    match what {
        "cord" if kind == "AB" => element(ElementKind::Cord, Path::Positions(map("duplex-a-to-b"))),
        "cord" if kind == "AA" => element(ElementKind::Cord, Path::Positions(map("duplex-a-to-a"))),
        "cord" | "trunk" => {
            element(ElementKind::Trunk, Path::Positions(map(&format!("cable-{letter}-{fibers}"))))
        }
        "adapter" => {
            let key = if kind == "A" { "opposed" } else { "aligned" };
            element(ElementKind::Adapter, Path::Positions(map(&format!("{key}-{fibers}"))))
        }
        "cassette" => {
            *cassettes += 1;
            let family = match kind {
                "A" | "B1" => "pairs",
                "B2" => "pairs-inverted",
                "U" => "universal",
                other => panic!("{other}"),
            };
            let near = if *cassettes == 1 { Side::B } else { Side::A };
            let map = map(&format!("{family}-{fibers}"));
            element(ElementKind::Cassette, Path::Ports { map, near, rear: None })
        }
        other => panic!("{other}"),
    }
}

fn channel(components: &str, fibers: u32) -> Vec<Element> {
    let mut cassettes = 0;
    components.split(" | ").map(|name| named(name, fibers, &mut cassettes)).collect()
}

fn link(duplex: bool, fibers: u32) -> Link {
    let (connector, scheme, lit) = match (duplex, fibers) {
        (true, _) => (Connector::Lc, LaneScheme::Duplex, 2),
        (false, 16) => (Connector::Mpo16, LaneScheme::Parallel, 16),
        (false, _) => (Connector::Mpo12, LaneScheme::Parallel, 8),
    };
    let plug = Plug { connector, count: 1 };
    let receptacle = Receptacle { plug, scheme, fibers: lit, face: EndFace::Flat };
    let near = built_in().find_application("40GBASE-SR4").unwrap();
    Link {
        near,
        far: near,
        module: None,
        far_module: None,
        a: receptacle,
        b: receptacle,
        relation: Relation::Same,
        far_ports: 1,
        mode: Mode::Multi,
        array_face: EndFace::Flat,
        known: [true; 2],
        breakout: None,
    }
}

fn proof(link: &Link, inner: &[Element]) -> Proof {
    let ends = element(ElementKind::Transceiver, Path::Receptacle);
    let mut elements = vec![ends];
    elements.extend_from_slice(inner);
    elements.push(ends);
    prove(link, &elements)
}

/// What the tables call the behavior of a channel.
fn verdict(proof: &Proof, duplex: bool) -> String {
    if proof.split.is_some() {
        return "split-pair".to_owned();
    }
    match (duplex, proof.dead.is_some(), proof.reversed, proof.exchanged) {
        (true, true, ..) => "Tx-Tx".to_owned(),
        (true, false, true, _) => "OK port reversed".to_owned(),
        (true, false, false, _) => "OK same port".to_owned(),
        (false, true, ..) => "FAIL Tx-Tx".to_owned(),
        (false, false, _, None) => "OK lanes in order".to_owned(),
        (false, false, _, Some(_)) => "Tx-Rx but lanes exchanged".to_owned(),
    }
}

#[test]
fn every_published_trace() {
    let mut rows = csv::Reader::from_path(here("facts/polarity-traces.csv")).unwrap();
    let mut count = 0;
    for row in rows.records() {
        let row = row.unwrap();
        let (kind, case, fibers) = (&row[0], &row[1], row[2].parse::<u32>().unwrap());
        let duplex = kind == "duplex";
        let inner = channel(&row[3], fibers);
        let (near, far) = (row[6].parse::<u8>().unwrap(), row[7].parse::<u8>().unwrap());
        let signal = &row[5];
        let context = format!("{case} {fibers} {signal} {near}");
        if duplex {
            let port = row[4].parse::<u8>().unwrap();
            let start = Place { port, position: if signal == "Tx" { 2 } else { 1 } };
            let path = trace(&inner, start, Side::A);
            assert_eq!(path[1].position, near, "{context}");
            assert_eq!(path[path.len() - 3].position, far, "{context}");
            let end = path.last().unwrap();
            assert_eq!(end.port.to_string(), row[8], "{context}");
            assert_eq!(if end.position == 1 { "far Rx" } else { "far Tx" }, &row[9], "{context}");
        } else {
            let path = trace(&inner, Place { port: 1, position: near }, Side::A);
            assert_eq!(path.last().unwrap().position, far, "{context}");
        }
        let found = verdict(&proof(&link(duplex, fibers), &inner), duplex);
        let published = if row[10].starts_with("Tx-Rx but lanes") {
            "Tx-Rx but lanes exchanged"
        } else {
            &row[10]
        };
        assert_eq!(found, published, "{context}");
        count += 1;
    }
    assert_eq!(count, 640);
}

/// The same sequences with 16 fibers have the same verdicts, as the tables say in words.
#[test]
fn sixteen_fibers_follow_the_same_rules() {
    let mut rows = csv::Reader::from_path(here("facts/polarity-traces.csv")).unwrap();
    let mut seen = BTreeMap::new();
    for row in rows.records() {
        let row = row.unwrap();
        seen.insert((row[0].to_owned(), row[3].to_owned()), row[10].to_owned());
    }
    let mut count = 0;
    for ((kind, components), published) in seen {
        // No 16-fiber module of the inverted kind is on record.
        if components.contains("B2") {
            continue;
        }
        let duplex = kind == "duplex";
        let found = verdict(&proof(&link(duplex, 16), &channel(&components, 16)), duplex);
        let published =
            if published.starts_with("Tx-Rx") { "Tx-Rx but lanes exchanged" } else { &published };
        assert_eq!(found, published, "{components}");
        count += 1;
    }
    assert!(count >= 28, "{count}");
}

/// Index and geometric maps between two SR10 ports, as the table of direct cords says.
#[test]
fn twenty_four_fibers_by_map() {
    let near = built_in().find_application("100GBASE-SR10").unwrap();
    let plug = Plug { connector: Connector::Mpo24, count: 1 };
    let receptacle =
        Receptacle { plug, scheme: LaneScheme::TwoRows, fibers: 20, face: EndFace::Flat };
    let link = Link { near, far: near, a: receptacle, b: receptacle, ..link(false, 24) };
    for (id, published) in [
        ("24-a-geometric", "OK lanes in order"),
        ("24-a-index", "FAIL Tx-Tx"),
        ("24-b-geometric", "FAIL Tx-Tx"),
        ("24-b-index", "Tx-Rx but lanes exchanged"),
        ("24-c", "FAIL Tx-Tx"),
    ] {
        let inner = [element(ElementKind::Cord, Path::Positions(map(id)))];
        assert_eq!(verdict(&proof(&link, &inner), false), published, "{id}");
    }
}
