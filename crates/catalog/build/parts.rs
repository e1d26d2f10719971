//! Parts, grades, attenuation, cost, and the long tables that the page does not carry.

use super::maps::places;
use super::table::{CONNECTORS, FIBERS, Row, Table, connector_fibers, loss};
use std::fmt::Write as _;

const KINDS: &[(&str, &str)] = &[
    ("adapterPanel", "PartKind::AdapterPanel"),
    ("cassette", "PartKind::Cassette"),
    ("conversion", "PartKind::Conversion"),
    ("harness", "PartKind::Harness"),
    ("enclosure", "PartKind::Enclosure"),
];

pub(crate) fn parts(table: &Table, maps: &Table, ids: &[String], p: &mut Vec<String>) -> String {
    table.unique("id", p);
    table.unique("name", p);
    let mut out = String::from("static PARTS: &[Part] = &[\n");
    for row in &table.rows {
        let map = row.text("map", p).to_owned();
        let map_code = match ids.iter().position(|id| *id == map) {
            Some(index) => {
                check_counts(row, &maps.rows[index], p);
                format!("Some(MapId({index}))")
            }
            None => {
                if !map.is_empty() {
                    row.problem("map", "an id of maps.csv", p);
                }
                "None".to_owned()
            }
        };
        let number = |column: &str, p: &mut Vec<String>| {
            if row.text(column, p).is_empty() { 0 } else { row.whole(column, 64, p) }
        };
        let (rear, front) = (ports(row, "rear", p), ports(row, "front", p));
        let _ = writeln!(
            out,
            "Part {{ id: {:?}, #[cfg(feature = \"long\")] name: {:?}, kind: {}, rear: {rear}, front: {front}, fibers: {}, map: {map_code}, slots: {}, capacity: {}, rack_units: {} }},",
            row.text("id", p),
            row.text("name", p),
            row.word("kind", KINDS, p),
            number("fibers", p),
            number("slots", p),
            number("capacity_slots", p),
            number("rack_units", p),
        );
    }
    out + "];\n"
}

fn ports(row: &Row, side: &str, p: &mut Vec<String>) -> String {
    let connector = match row.text(side, p) {
        "" => return "None".to_owned(),
        // A panel takes every MPO of its key, so it is told by the adapters ordered with it.
        "MPO" => "Connector::Mpo12",
        "LC duplex" => "Connector::Lc",
        _ => row.word(side, CONNECTORS, p),
    };
    let count = row.whole(&format!("{side}_count"), 48, p);
    format!("Some(Ports {{ connector: {connector}, count: {count} }})")
}

/// A part's map must speak of as many ports and fibers as the part has.
fn check_counts(row: &Row, map: &Row, p: &mut Vec<String>) {
    let (near, far) = (places(map, "near", p), places(map, "far", p));
    if row.whole("fibers", 64, p) as usize != near.len() {
        row.problem("fibers", &format!("{}, as its map has", near.len()), p);
    }
    for (side, places) in [("rear", near), ("front", far)] {
        let count = format!("{side}_count");
        let most = places.iter().map(|(port, _)| *port).max().unwrap_or(0);
        if row.whole(&count, 48, p) != most {
            row.problem(&count, &format!("{most}, as its map has"), p);
        }
        let connector = row.text(side, p).to_owned();
        let top = if connector == "MPO-8" { 12 } else { connector_fibers(&connector) };
        if places.iter().any(|(_, position)| *position > top) {
            row.problem(side, "a connector with the positions of its map", p);
        }
    }
}

fn pair(row: &Row, max: &str, typical: &str, p: &mut Vec<String>) -> String {
    let (most, usual) = (row.needed_milli(max, p), row.milli(typical, p));
    if usual.is_some_and(|usual| usual > most) {
        row.problem(typical, &format!("at most {max}"), p);
    }
    format!("PairLoss {{ max: Loss::from_milli({most}), typical: {} }}", loss(usual))
}

pub(crate) fn grades(table: &Table, p: &mut Vec<String>) -> String {
    table.unique("id", p);
    let mut out = String::from("static GRADES: &[PlanningGrade] = &[\n");
    for row in &table.rows {
        let _ = writeln!(
            out,
            "PlanningGrade {{ id: {:?}, role: {}, costs_low_loss: {}, array_multi: {}, array_single: {}, duplex: {}, splice: Loss::from_milli({}) }},",
            row.text("id", p),
            row.word("role", ROLES, p),
            row.word("cost_as", &[("standard", "false"), ("low-loss", "true")], p),
            pair(row, "array_multi_max_db", "array_multi_typical_db", p),
            pair(row, "array_single_max_db", "array_single_typical_db", p),
            pair(row, "duplex_max_db", "duplex_typical_db", p),
            row.needed_milli("splice_db", p),
        );
    }
    out + "];\n"
}

const ROLES: &[(&str, &str)] = &[
    ("", "None"),
    ("standard", "Some(GradeRole::Usual)"),
    ("low-loss", "Some(GradeRole::LowLoss)"),
    ("limit", "Some(GradeRole::Limit)"),
];

const STATED_ROLES: &[(&str, &str)] = &[
    ("", "None"),
    ("standard", "Some(GradeRole::Usual)"),
    ("low-loss", "Some(GradeRole::LowLoss)"),
    ("reference", "Some(GradeRole::Reference)"),
];

/// Which planning grade is which: one is standard, one low-loss, at most one a limit.
pub(crate) fn grade_roles(table: &Table, p: &mut Vec<String>) -> String {
    let mut place = |role: &str, needed: bool| {
        let quiet = &mut Vec::new();
        let mut all = (0..).zip(&table.rows).filter(|(_, row)| row.text("role", quiet) == role);
        let first: Option<(u16, _)> = all.next();
        if let Some((_, row)) = all.next() {
            row.problem("role", "a role that no other row has", p);
        }
        if first.is_none() && needed {
            p.push(format!("grades.csv: no row with the role {role}"));
        }
        first.map(|(at, _)| at)
    };
    format!(
        "GradeRoles {{ standard: {}, low_loss: {}, limit: {:?} }}",
        place("standard", true).unwrap_or(0),
        place("low-loss", true).unwrap_or(0),
        place("limit", false),
    )
}

pub(crate) fn catalog_grades(table: &Table, documents: &[String], p: &mut Vec<String>) -> String {
    let mut out = String::from("static CATALOG_GRADES: &[CatalogGrade] = &[\n");
    let mut seen = Vec::new();
    for row in &table.rows {
        let id = row.text("id", p).to_owned();
        if row.text("il_max_db", p).is_empty() {
            if !id.is_empty() {
                row.problem("id", "no id, since the row has no largest loss,", p);
            }
            continue;
        }
        if id.is_empty() || seen.contains(&id) {
            row.problem("id", "a value that no other row has", p);
        }
        let family = row.text("family", p);
        let mut connectors = Vec::new();
        for name in row.list("connectors", p) {
            match CONNECTORS.iter().find(|(word, _)| *word == name) {
                Some((_, code)) => connectors.push(*code),
                None => row.problem("connectors", "connectors that the engine knows", p),
            }
        }
        let connectors = connectors.join(", ");
        let (mode, face) = (row.text("mode", p).to_owned(), row.text("end_face", p).to_owned());
        let angled = face.contains("APC") || face == "any";
        let flat = face == "any" || face.split('/').any(|f| f == "PC" || f == "UPC");
        let documented = row.documented(documents, p);
        let mut trust = |column| {
            let read = documented & row.yes(column, p);
            if read { "Confidence::Vendor" } else { "Confidence::Unconfirmed" }
        };
        let [most, usual, returned] =
            ["il_max_verified", "il_typ_verified", "return_loss_verified"].map(&mut trust);
        let return_loss = match row.text("return_loss_db", p) {
            "" => "None".to_owned(),
            _ => format!("Some({})", row.whole("return_loss_db", 99, p)),
        };
        let _ = writeln!(
            out,
            "CatalogGrade {{ id: {id:?}, family: {family:?}, grade: {:?}, role: {}, mtp: {}, connectors: &[{connectors}], multi: {}, single: {}, flat: {flat}, angled: {angled}, loss: {}, return_loss: {return_loss}, confidence: {most}, typical_confidence: {usual}, return_confidence: {returned} }},",
            row.text("grade", p),
            row.word("role", STATED_ROLES, p),
            row.word("brand", &[("", "false"), ("mtp", "true")], p),
            mode.contains("MM"),
            mode.contains("SM"),
            pair(row, "il_max_db", "il_typ_db", p),
        );
        seen.push(id);
    }
    out + "];\n"
}

pub(crate) fn fiber_classes(table: &Table, p: &mut Vec<String>) -> String {
    table.unique("fiber", p);
    let mut out = String::from("static FIBER_CLASSES: &[FiberClass] = &[\n");
    for (name, fiber) in FIBERS {
        for row in &table.rows {
            if row.text("fiber", p) != *name {
                continue;
            }
            let _ = writeln!(
                out,
                "FiberClass {{ fiber: {fiber}, attenuation: Attenuation::from_milli({}), new_plant: {} }},",
                row.needed_milli("db_km", p),
                row.yes("new_plant", p),
            );
        }
    }
    for row in &table.rows {
        row.word("fiber", FIBERS, p);
    }
    out + "];\n"
}

pub(crate) fn trunk_sizes(table: &Table, p: &mut Vec<String>) -> String {
    table.unique("connector", p);
    let mut out = String::from("static TRUNK_SIZES: &[TrunkSizes] = &[\n");
    for row in &table.rows {
        let words = row.list("legs", p);
        let legs: Vec<u32> = words.iter().filter_map(|legs| legs.parse().ok()).collect();
        let ascending = legs.windows(2).all(|pair| pair[0] < pair[1]);
        if legs.is_empty() || legs.len() != words.len() || !ascending || legs[0] == 0 {
            row.problem("legs", "whole numbers, each larger than the one before,", p);
        }
        let usual = row.whole("usual_legs", 24, p);
        if !legs.contains(&usual) {
            row.problem("usual_legs", "one of legs", p);
        }
        let _ = writeln!(
            out,
            "TrunkSizes {{ connector: {}, legs: &{legs:?}, usual: {usual} }},",
            row.word("connector", CONNECTORS, p),
        );
    }
    out + "];\n"
}

/// What a row of the cost index is about, beside its kind.
#[derive(Clone, Copy, Default)]
struct About<'a> {
    fiber: &'a str,
    mode: &'a str,
    grade: &'a str,
    brand: &'a str,
    size: &'a str,
}

const COSTS: &[(&str, &str)] = &[
    ("", ""),
    ("fiber", ""),
    ("array-end", ""),
    ("array-factor", ""),
    ("duplex-end", ""),
    ("cassette", ""),
    ("conversion", ""),
    ("harness", ""),
    ("adapter-panel", ""),
    ("enclosure", ""),
];

pub(crate) fn costs(table: &Table, p: &mut Vec<String>) -> String {
    table.unique("id", p);
    table.unique("name", p);
    for row in &table.rows {
        row.word("kind", COSTS, p);
    }
    let quiet = &mut Vec::new();
    let mut one = |kind: &str, about: About<'_>| -> u32 {
        let wanted = [kind, about.fiber, about.mode, about.grade, about.brand, about.size];
        let mut rows = table.rows.iter().filter(|row| {
            ["kind", "fiber", "mode", "grade", "brand", "size"]
                .map(|column| row.text(column, quiet).to_owned())
                == wanted
        });
        let Some(row) = rows.next() else {
            let about = wanted.join(" ");
            p.push(format!("cost-index.csv: no row for {}", about.trim_end()));
            return 0;
        };
        if let Some(other) = rows.next() {
            other.problem("kind", "a row that is about what no other is about", p);
        }
        row.needed_milli("index", p)
    };
    let of_fiber =
        ["OM3", "OM4", "OM5", "OS2"].map(|fiber| one("fiber", About { fiber, ..About::default() }));
    let (standard, low, elite) = (("standard", ""), ("low-loss", ""), ("low-loss", "mtp"));
    let mut end = |kind: &str, mode, (grade, brand)| {
        one(kind, About { mode, grade, brand, ..About::default() })
    };
    let array = ["MM", "SM"]
        .map(|mode| [standard, low, elite].map(|quality| end("array-end", mode, quality)));
    let duplex =
        ["MM", "SM"].map(|mode| [standard, low].map(|quality| end("duplex-end", mode, quality)));
    let mut sized = |kind: &str, size| one(kind, About { size, ..About::default() });
    format!(
        "static COSTS: CostIndex = CostIndex {{ fiber_meter: {of_fiber:?}, array_end_multi: {:?}, array_end_single: {:?}, array_factor: {:?}, duplex_end_multi: {:?}, duplex_end_single: {:?}, cassette_body: {:?}, conversion_body: {}, harness_body: {}, adapter_panel: {}, enclosure: {:?} }};\n",
        array[0],
        array[1],
        ["16", "24", "32"].map(|size| sized("array-factor", size)),
        duplex[0],
        duplex[1],
        ["8", "12", "16", "24"].map(|size| sized("cassette", size)),
        sized("conversion", ""),
        sized("harness", ""),
        sized("adapter-panel", ""),
        ["1", "2", "4"].map(|size| sized("enclosure", size)),
    )
}

pub(crate) fn sources(table: &Table, p: &mut Vec<String>) -> String {
    let mut out = String::from("/// Every source.\npub static SOURCES: &[Source] = &[\n");
    for row in &table.rows {
        let kinds = [
            ("standard", "Standard"),
            ("data-sheet", "DataSheet"),
            ("document", "Document"),
            ("note", "Note"),
        ];
        let kind = row.word("kind", &kinds, p);
        let _ = writeln!(
            out,
            "Source {{ id: {:?}, title: {:?}, address: {:?}, kind: SourceKind::{kind} }},",
            row.text("id", p),
            row.text("title", p),
            row.text("address", p),
        );
    }
    out + "];\n"
}

pub(crate) fn notes(tables: &[&Table], p: &mut Vec<String>) -> String {
    let mut out = String::from(
        "/// Notes and sources of the rows of other tables.\npub static NOTES: &[Note] = &[\n",
    );
    for table in tables {
        for row in table.listed(p) {
            // A module is asked for by its id; its name is for people.
            let subject = ["id", "name", "application", "from"]
                .into_iter()
                .find(|c| !row.text(c, &mut Vec::new()).is_empty())
                .map_or("", |c| row.text(c, &mut Vec::new()));
            let place = row.place();
            let (file, _) = place.split_once(':').unwrap_or((&place, ""));
            let fiber = row.text("fiber", &mut Vec::new());
            let text = row.text("note", &mut Vec::new());
            let _ = writeln!(
                out,
                "Note {{ file: {file:?}, subject: {subject:?}, fiber: {fiber:?}, text: {text:?}, sources: &{:?} }},",
                row.list("source", p),
            );
        }
    }
    out + "];\n"
}

pub(crate) fn text_breakouts(table: &Table) -> String {
    let mut out = String::from(
        "/// What is known of every pair of ends, also of those that name no application.\npub static BREAKOUT_NOTES: &[(&str, &str, &str)] = &[\n",
    );
    let p = &mut Vec::new();
    for row in table.listed(p) {
        let [from, to, reason] =
            ["from", "to", "reason"].map(|column| row.text(column, p).to_owned());
        let _ = writeln!(out, "({from:?}, {to:?}, {reason:?}),");
    }
    out + "];\n"
}

/// Whether `3xMPO-8` is a count and a connector of ours.
fn is_ports(text: &str) -> bool {
    let Some((count, name)) = text.split_once('x') else { return false };
    let name = name.trim().replace("MTP", "MPO").replace(" duplex", "");
    CONNECTORS.iter().any(|(word, _)| *word == name) && count.trim().parse::<u32>().is_ok()
}

/// Real products are there to look up: no program has them.
pub(crate) fn check_vendor_parts(table: &Table, p: &mut Vec<String>) {
    for row in &table.rows {
        let figures = is_ports(row.text("rear", p))
            && is_ports(row.text("front", p))
            && row.text("fibers", p).parse::<u16>().is_ok();
        if row.yes("resolved", p) != figures {
            row.problem("resolved", "yes exactly where rear, front and fibers are figures,", p);
        }
    }
}
