//! Fiber maps, each checked to be a bijection over positions that exist.

use super::table::{CONNECTORS, Row, Table, connector_fibers};
use std::collections::BTreeSet;
use std::fmt::Write as _;

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
        row.word("connector", CONNECTORS, p);
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
        let _ = writeln!(out, "Map {{ id: {:?}, pairs: &[{pairs}] }},", row.text("id", p));
    }
    out + "];\n"
}
