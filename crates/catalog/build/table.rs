//! A CSV file with named columns, whose cells are read into values or into problems.

use std::collections::{BTreeMap, BTreeSet};

/// One file of facts.
pub(crate) struct Table {
    name: &'static str,
    columns: BTreeMap<String, usize>,
    pub(crate) rows: Vec<Row>,
}

/// One row and where it stands.
pub(crate) struct Row {
    file: &'static str,
    line: usize,
    columns: BTreeMap<String, usize>,
    cells: Vec<String>,
}

impl Table {
    pub(crate) fn parse(
        name: &'static str,
        text: Result<String, String>,
        problems: &mut Vec<String>,
    ) -> Self {
        let mut table = Self { name, columns: BTreeMap::new(), rows: Vec::new() };
        let text = match text {
            Ok(text) => text,
            Err(error) => {
                problems.push(error);
                return table;
            }
        };
        let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
        match reader.headers() {
            Ok(headers) => {
                table.columns =
                    headers.iter().enumerate().map(|(i, h)| (h.to_owned(), i)).collect();
            }
            Err(error) => problems.push(format!("{name}:1: {error}")),
        }
        for (index, record) in reader.records().enumerate() {
            match record {
                Ok(record) => table.rows.push(Row {
                    file: name,
                    line: index + 2,
                    columns: table.columns.clone(),
                    cells: record.iter().map(|cell| cell.trim().to_owned()).collect(),
                }),
                Err(error) => problems.push(format!("{name}:{}: {error}", index + 2)),
            }
        }
        if table.rows.is_empty() {
            problems.push(format!("{name}:1: no rows; a header and at least one row are needed"));
        }
        table
    }

    /// The values of a column that must differ in every row, in file order.
    pub(crate) fn unique(&self, column: &str, problems: &mut Vec<String>) -> Vec<String> {
        let mut seen = BTreeSet::new();
        let mut values = Vec::new();
        for row in &self.rows {
            let value = row.text(column, problems).to_owned();
            if value.is_empty() || !seen.insert(value.clone()) {
                row.problem(column, "a value that no other row has", problems);
            }
            values.push(value);
        }
        if values.len() > usize::from(u16::MAX) {
            problems.push(format!("{}: more rows than an id can count", self.name));
        }
        values
    }

    /// The rows in the order of lists: that of the column `order`, where the file has it, and each
    /// number once.
    pub(crate) fn listed(&self, problems: &mut Vec<String>) -> Vec<&Row> {
        let mut rows: Vec<(u32, &Row)> = Vec::new();
        for row in &self.rows {
            let at = match self.columns.contains_key("order") {
                true => row.whole("order", 1_000_000, problems),
                false => 0,
            };
            rows.push((at, row));
        }
        rows.sort_by_key(|(at, _)| *at);
        for pair in rows.windows(2) {
            if let [(a, _), (b, row)] = pair
                && a == b
                && self.columns.contains_key("order")
            {
                row.problem("order", "a number that no other row has", problems);
            }
        }
        rows.into_iter().map(|(_, row)| row).collect()
    }

    /// The places of rows, of all or of some, in the order of lists; none where that is theirs.
    pub(crate) fn places(&self, of: impl Fn(&Row) -> bool, p: &mut Vec<String>) -> String {
        let kept: Vec<&Row> = self.rows.iter().filter(|row| of(row)).collect();
        let place = |row: &Row| kept.iter().position(|other| other.line == row.line);
        let places: Vec<usize> = self.listed(p).into_iter().filter_map(place).collect();
        if places.is_sorted() { "&[]".to_owned() } else { format!("&{places:?}") }
    }

    /// The ids of the rows that are published documents.
    pub(crate) fn documents(&self, problems: &mut Vec<String>) -> Vec<String> {
        let rows = self.rows.iter().filter(|row| row.text("kind", &mut Vec::new()) != "note");
        rows.map(|row| row.text("id", problems).to_owned()).collect()
    }

    /// Every id in the column `source` must be a row of the sources.
    pub(crate) fn check_sources(&self, known: &[String], problems: &mut Vec<String>) {
        for row in &self.rows {
            for id in row.list("source", problems) {
                if !known.contains(&id) {
                    row.problem("source", &format!("ids of sources.csv (not \"{id}\")"), problems);
                }
            }
        }
    }
}

impl Row {
    /// A cell's text; a missing column is a problem of its own.
    pub(crate) fn text(&self, column: &str, problems: &mut Vec<String>) -> &str {
        let cell = self.columns.get(column).and_then(|&index| self.cells.get(index));
        match cell {
            Some(cell) => cell,
            None => {
                problems.push(format!("{}:{}: no column \"{column}\"", self.file, self.line));
                ""
            }
        }
    }

    /// Where the row stands, for texts that name it.
    pub(crate) fn place(&self) -> String {
        format!("{}:{}", self.file, self.line)
    }

    pub(crate) fn problem(&self, column: &str, right: &str, problems: &mut Vec<String>) {
        let value = self.columns.get(column).and_then(|&i| self.cells.get(i)).map_or("", |c| c);
        problems.push(format!("{}: {column} \"{value}\": {right} expected", self.place()));
    }

    /// The entries of a cell that holds a list separated by semicolons.
    pub(crate) fn list(&self, column: &str, problems: &mut Vec<String>) -> Vec<String> {
        let text = self.text(column, problems);
        text.split(';').map(str::trim).filter(|s| !s.is_empty()).map(str::to_owned).collect()
    }

    /// One of several words, given with what each stands for in the generated source.
    pub(crate) fn word(
        &self,
        column: &str,
        words: &[(&str, &'static str)],
        problems: &mut Vec<String>,
    ) -> &'static str {
        let text = self.text(column, problems);
        if let Some((_, code)) = words.iter().find(|(word, _)| *word == text) {
            return code;
        }
        let right: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        self.problem(column, &format!("one of {}", right.join(", ")), problems);
        words.first().map_or("", |(_, code)| code)
    }

    /// A whole number from 0 to `most`.
    pub(crate) fn whole(&self, column: &str, most: u32, problems: &mut Vec<String>) -> u32 {
        match self.text(column, problems).parse::<u32>() {
            Ok(value) if value <= most => value,
            _ => {
                self.problem(column, &format!("a whole number from 0 to {most}"), problems);
                0
            }
        }
    }

    /// A decimal in thousandths, or `None` for an empty cell.
    pub(crate) fn milli(&self, column: &str, problems: &mut Vec<String>) -> Option<u32> {
        let text = self.text(column, problems);
        if text.is_empty() {
            return None;
        }
        match fiberlane_units::parse_decimal(text, 3).ok().and_then(|v| u32::try_from(v).ok()) {
            Some(value) => Some(value),
            None => {
                self.problem(column, "a decimal with at most three places", problems);
                None
            }
        }
    }

    /// A decimal in thousandths that must be there.
    pub(crate) fn needed_milli(&self, column: &str, problems: &mut Vec<String>) -> u32 {
        self.milli(column, problems).unwrap_or_else(|| {
            self.problem(column, "a figure", problems);
            0
        })
    }

    /// Whether the row names a published document. A figure that rests on notes alone is
    /// unconfirmed, whatever was read there.
    pub(crate) fn documented(&self, documents: &[String], problems: &mut Vec<String>) -> bool {
        self.list("source", problems).iter().any(|id| documents.contains(id))
    }

    pub(crate) fn yes(&self, column: &str, problems: &mut Vec<String>) -> bool {
        self.word(column, &[("yes", "y"), ("no", "n"), ("", "n")], problems) == "y"
    }
}

/// The code of an optional loss in thousandths of a dB.
pub(crate) fn loss(milli: Option<u32>) -> String {
    milli.map_or("None".to_owned(), |m| format!("Some(Loss::from_milli({m}))"))
}

pub(crate) const CONNECTORS: &[(&str, &str)] = &[
    ("LC", "Connector::Lc"),
    ("CS", "Connector::Cs"),
    ("MPO-8", "Connector::Mpo8"),
    ("MPO-12", "Connector::Mpo12"),
    ("MPO-16", "Connector::Mpo16"),
    ("MPO-24", "Connector::Mpo24"),
    ("MPO-32", "Connector::Mpo32"),
];
pub(crate) const FACES: &[(&str, &str)] =
    &[("flat", "EndFace::Flat"), ("angled", "EndFace::Angled")];
pub(crate) const MODES: &[(&str, &str)] = &[("MM", "Mode::Multi"), ("SM", "Mode::Single")];
pub(crate) const FIBERS: &[(&str, &str)] = &[
    ("OM3", "Fiber::Om3"),
    ("OM4", "Fiber::Om4"),
    ("OM5", "Fiber::Om5"),
    ("OS2", "Fiber::Os2"),
    ("OS1a", "Fiber::Os1a"),
    ("OS2-indoor-outdoor", "Fiber::Os2IndoorOutdoor"),
];
pub(crate) const STATUSES: &[(&str, &str)] = &[
    ("standard", "Confidence::Standard"),
    ("msa", "Confidence::Msa"),
    ("vendor", "Confidence::Vendor"),
    ("draft", "Confidence::Draft"),
];

/// Fibers in a connector by its name.
pub(crate) fn connector_fibers(name: &str) -> u32 {
    match name {
        "MPO-8" => 8,
        "MPO-12" => 12,
        "MPO-16" => 16,
        "MPO-24" => 24,
        "MPO-32" => 32,
        _ => 2,
    }
}
