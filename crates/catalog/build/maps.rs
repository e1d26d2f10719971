//! Fiber maps, each checked to be a bijection over positions that exist.

use super::table::{CONNECTORS, Row, Table, connector_fibers};
use std::collections::BTreeSet;
use std::fmt::Write as _;

const ROLES: &[(&str, &str)] = &[
    ("cable-a", "CableA"),
    ("cable-b", "CableB"),
    ("cable-c", "CableC"),
    ("cable-rows", "CableRows"),
    ("duplex-crossed", "DuplexCrossed"),
    ("duplex-straight", "DuplexStraight"),
    ("adapter-opposed", "Opposed"),
    ("adapter-aligned", "Aligned"),
    ("cassette-pairs", "Pairs"),
    ("cassette-pairs-inverted", "PairsInverted"),
    ("cassette-pairs-rows", "PairsRows"),
    ("universal", "Universal"),
    ("split", "Split"),
    ("conversion", "Conversion"),
];

/// What stands where the id of a map may stand.
const WORDS: [&str; 8] = ["A", "B", "C", "U1", "U2", "A-to-A", "A-to-B", "measured"];

/// Port and position; a place without a port is on port 1.
type Place = (u32, u32);

pub(crate) fn places(row: &Row, column: &str, p: &mut Vec<String>) -> Vec<Place> {
    let mut places = Vec::new();
    for token in row.text(column, p).to_owned().split_whitespace() {
        let (port, position) = token.split_once(':').unwrap_or(("1", token));
        match (port.parse(), position.parse()) {
            (Ok(port @ 1..=16), Ok(position @ 1..=32)) => places.push((port, position)),
            _ => row.problem(column, &format!("position or port:position, not {token}"), p),
        }
    }
    places
}

pub(crate) fn maps(table: &Table, p: &mut Vec<String>) -> String {
    let mut out = String::from("static MAPS: &[Map] = &[\n");
    for row in &table.rows {
        if WORDS.contains(&row.text("id", p)) {
            row.problem("id", "a name that is no word of the wire", p);
        }
        let (role, of) = (row.word("role", ROLES, p), row.word("connector", CONNECTORS, p));
        let connector = row.text("connector", p).to_owned();
        let (near, far) = (places(row, "near", p), places(row, "far", p));
        let distinct = |places: &[Place]| places.iter().collect::<BTreeSet<_>>().len();
        if near.len() != far.len() || distinct(&near) != near.len() || distinct(&far) != far.len() {
            row.problem("far", "a bijection: every near place leads to a far place of its own", p);
        }
        if !near.is_sorted() {
            row.problem("near", "places in ascending order", p);
        }
        let top = if connector == "MPO-8" { 12 } else { connector_fibers(&connector) };
        for (_, position) in &near {
            if *position > top || (connector == "MPO-8" && (5..=8).contains(position)) {
                row.problem("near", &format!("positions that an {connector} has"), p);
            }
        }
        let pairs: String = near
            .iter()
            .zip(&far)
            .map(|((a, b), (c, d))| {
                format!(
                    "(Place {{ port: {a}, position: {b} }}, Place {{ port: {c}, position: {d} }}),"
                )
            })
            .collect();
        let _ = writeln!(
            out,
            "Map {{ id: {:?}, role: MapRole::{role}, connector: {of}, usual: {}, turned: {}, in_plants: {}, pairs: &[{pairs}] }},",
            row.text("id", p),
            usual(table, row, p),
            row.yes("turned", p),
            row.yes("in_plants", p),
        );
    }
    out + "];\n"
}

/// Whether a map is the one that its role and connector mean: the only one with a single port at its
/// near side, or of several the one that says so. What is found by its part is meant by none.
fn usual(table: &Table, row: &Row, p: &mut Vec<String>) -> bool {
    let quiet = &mut Vec::new();
    let key = |row: &Row, q: &mut Vec<String>| {
        (row.text("role", q).to_owned(), row.text("connector", q).to_owned())
    };
    let one_port =
        |row: &Row, q: &mut Vec<String>| places(row, "near", q).iter().all(|(port, _)| *port == 1);
    let own = key(row, quiet);
    let marked = row.yes("usual", p);
    if matches!(own.0.as_str(), "split" | "conversion") || !one_port(row, quiet) {
        if marked {
            row.problem("usual", "empty, since its part finds it,", p);
        }
        return false;
    }
    let alike: Vec<&Row> = table
        .rows
        .iter()
        .filter(|other| key(other, quiet) == own && one_port(other, quiet))
        .collect();
    let quiet = &mut Vec::new();
    let chosen = alike.iter().filter(|other| other.yes("usual", quiet)).count();
    if chosen != usize::from(alike.len() > 1) {
        row.problem("usual", "yes for one of several of a role and connector,", p);
    }
    marked || alike.len() == 1
}
