//! The order as a table for programs: RFC 4180, with a byte order mark. Columns, words and numbers
//! are the wire's in every language: people copy the table of the page.

use fiberlane_engine::Verdicts;
use fiberlane_engine::channel::Named;
use fiberlane_engine::describe::{description, part_name};
use fiberlane_engine::end::{End, Pins};
use fiberlane_engine::finding::{Code, Finding};
use fiberlane_messages::Voice;
use fiberlane_messages::order::{OrderRow, order_rows};

/// The columns. New ones are added at the end; none is renamed.
const HEADERS: [&str; 29] = [
    "item",
    "quantity",
    "unit",
    "spare",
    "at_a",
    "between",
    "at_b",
    "kind",
    "part",
    "description",
    "length_m",
    "legs",
    "fibers",
    "connector_a",
    "pins_a",
    "end_face_a",
    "connector_b",
    "pins_b",
    "end_face_b",
    "polarity",
    "map",
    "key",
    "fiber",
    "grade",
    "brand",
    "jacket",
    "to_be_confirmed",
    "verdict",
    "findings",
];

/// What stands between several words of a cell.
const AND: &str = ";";

/// The order as CSV, a line for each item. Every line carries the verdict of the design and the
/// codes of what fails, is open, comes from a draft or is a condition: it cannot be cut off from them.
#[must_use]
pub fn order_csv(voice: Voice<'_>, first: &Verdicts) -> String {
    let mut out = String::from("\u{feff}");
    write_row(&mut out, &HEADERS.map(str::to_owned));
    let Some(design) = &first.recommended else { return out };
    let mut codes: Vec<&str> = first
        .findings
        .iter()
        .filter(|f| travels(first, f))
        .map(|finding| finding.code.name())
        .collect();
    // A fault of several places is one code; those of one code follow each other.
    codes.dedup();
    for (index, row) in order_rows(voice, design).iter().enumerate() {
        let line = row.line;
        let ordered = [
            (index + 1).to_string(),
            line.quantity.to_string(),
            "piece".to_owned(),
            line.spare.to_string(),
        ];
        let named = [
            line.kind.name().to_owned(),
            part_name(voice.catalog(), design, line),
            description(voice.catalog(), design, line),
        ];
        let judged = [first.verdict.name().to_owned(), codes.join(AND)];
        let places = line.places.map(|at| at.map(|n| n.to_string())).unwrap_or_default();
        let cells: Vec<String> = ordered
            .into_iter()
            .chain(places)
            .chain(named)
            .chain(properties(voice, row))
            .chain(judged)
            .collect();
        write_row(&mut out, &cells);
    }
    out
}

/// Whether a finding belongs to every line of an order.
fn travels(first: &Verdicts, finding: &Finding) -> bool {
    finding.decides()
        || match finding.code {
            Code::Src001 | Code::End003 => true,
            // That of parts in place; a length that is assumed stands in its column.
            Code::Asm001 => !first.assumes.is_empty(),
            _ => false,
        }
}

fn properties(voice: Voice<'_>, row: &OrderRow<'_>) -> Vec<String> {
    let line = row.line;
    let whole = |count: Option<u32>| count.map(|count| count.to_string()).unwrap_or_default();
    let word = |word: Option<&str>| word.unwrap_or_default().to_owned();
    let mut cells = vec![
        line.length.map(|length| length.meters()).unwrap_or_default(),
        whole(line.legs),
        whole(line.fibers),
    ];
    cells.extend(line.ends.map(|ends| ends.map(end)).unwrap_or_default().into_iter().flatten());
    let open: Vec<&str> = line.to_confirm.iter().map(|field| field.name()).collect();
    let made = row.made;
    let grades = made.map(|made| [Some(made.grade), made.lc_grade]).into_iter().flatten().flatten();
    let grades: Vec<&str> = grades.map(|grade| grade.name(voice.catalog())).collect();
    cells.extend([
        word(row.polarity),
        word(line.map.map(Named::id)),
        word(line.key.map(|key| key.name())),
        word(made.map(|made| made.fiber.name())),
        grades.join(AND),
        word(made.and_then(|made| made.brand).map(|brand| brand.name())),
        word(made.and_then(|made| made.jacket)),
        open.join(AND),
    ]);
    cells
}

/// Connector, pins and end face.
fn end(end: End) -> [String; 3] {
    let pins = if end.pins == Pins::None { "" } else { end.pins.name() };
    let face = end.face.map_or("", |face| face.name());
    [end.connector.name(), pins, face].map(str::to_owned)
}

fn write_row(out: &mut String, cells: &[String]) {
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        write_cell(out, cell);
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

#[cfg(test)]
mod tests {
    use super::write_cell;

    /// What a spreadsheet would run, what ends a cell and what ends a line.
    #[test]
    fn a_hostile_word_stays_in_its_cell() {
        for (cell, written) in [
            ("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""),
            ("+1,2\r", "\"'+1,2\r\""),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("-a \"b\", c", "\"'-a \"\"b\"\", c\""),
            ("MPO-12", "MPO-12"),
        ] {
            let mut out = String::new();
            write_cell(&mut out, cell);
            assert_eq!(out, written);
        }
    }
}
