//! The order as a table for other programs: RFC 4180, with a byte order mark, numbers with a point.

use crate::doc::plain;
use crate::notice::notices;
use fiberlane_catalog::built_in;
use fiberlane_engine::Verdicts;
use fiberlane_engine::end::{End, Pins};
use fiberlane_messages::order::{OrderRow, field_words, order_rows};
use fiberlane_messages::{text, word};

const HEADERS: [&str; 22] = [
    "csv.quantity",
    "csv.spare",
    "csv.atA",
    "csv.between",
    "csv.atB",
    "csv.kind",
    "csv.description",
    "csv.length",
    "csv.fibers",
    "csv.connectorA",
    "csv.pinsA",
    "csv.faceA",
    "csv.connectorB",
    "csv.pinsB",
    "csv.faceB",
    "csv.polarity",
    "csv.key",
    "csv.fiber",
    "csv.grade",
    "csv.jacket",
    "csv.partNumber",
    "csv.confirm",
];

/// Where the description stands, and in its place the notices before the first line.
const DESCRIPTION: usize = 6;

/// The order as CSV. A design that fails, was not checked or stands on a draft says so in a line
/// of its own, without a quantity.
#[must_use]
pub fn order_csv(first: &Verdicts) -> String {
    let mut out = String::from("\u{feff}");
    write_row(&mut out, &HEADERS.map(|key| text(key).to_owned()));
    for notice in notices(first) {
        let mut cells = [const { String::new() }; HEADERS.len()];
        cells[DESCRIPTION] = notice;
        write_row(&mut out, &cells);
    }
    let rows = first.recommended.as_ref().map(order_rows).unwrap_or_default();
    for row in &rows {
        write_row(&mut out, &cells(row));
    }
    out
}

fn cells(row: &OrderRow<'_>) -> [String; HEADERS.len()] {
    let line = row.line;
    let whole = |count: Option<u32>| count.map(|count| count.to_string()).unwrap_or_default();
    let [at_a, between, at_b] = line.places.map(|at| at.map(|n| n.to_string())).unwrap_or_default();
    let [[connector_a, pins_a, face_a], [connector_b, pins_b, face_b]] =
        line.ends.map(|ends| ends.map(end)).unwrap_or_default();
    [
        line.quantity.to_string(),
        line.spare.to_string(),
        at_a,
        between,
        at_b,
        word(line.kind.name()),
        row.description.clone(),
        line.length.map(|length| length.meters()).unwrap_or_default(),
        whole(line.fibers),
        connector_a,
        pins_a,
        face_a,
        connector_b,
        pins_b,
        face_b,
        row.polarity.unwrap_or_default().to_owned(),
        line.key.map(|key| word(key.name())).unwrap_or_default(),
        row.fiber.map(|fiber| fiber.name().to_owned()).unwrap_or_default(),
        row.grade.map(|grade| word(grade.name(built_in()))).unwrap_or_default(),
        row.jacket.map(word).unwrap_or_default(),
        row.part_number.unwrap_or_default().to_owned(),
        field_words(line.to_confirm),
    ]
}

/// Connector, pins and end face.
fn end(end: End) -> [String; 3] {
    let pins = match end.pins {
        Pins::None => String::new(),
        pins => word(pins.name()),
    };
    let face = end.face.map(|face| word(face.name())).unwrap_or_default();
    [end.connector.name().to_owned(), pins, face]
}

fn write_row(out: &mut String, cells: &[String]) {
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        write_cell(out, &plain(cell));
    }
    out.push_str("\r\n");
}

/// A cell that a spreadsheet would run as a formula is made text by an apostrophe.
fn write_cell(out: &mut String, cell: &str) {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let quoted = cell.contains([',', '"', '\r', '\n']);
    if quoted {
        out.push('"');
    }
    if formula {
        out.push('\'');
    }
    for c in cell.chars() {
        if c == '"' {
            out.push('"');
        }
        out.push(c);
    }
    if quoted {
        out.push('"');
    }
}
