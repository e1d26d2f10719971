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
            "Part {{ id: {:?}, kind: {}, rear: {rear}, front: {front}, fibers: {}, map: {map_code}, slots: {}, capacity: {}, rack_units: {} }},",
            row.text("id", p),
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
            "PlanningGrade {{ id: {:?}, array_multi: {}, array_single: {}, duplex: {}, splice: Loss::from_milli({}) }},",
            row.text("id", p),
            pair(row, "array_multi_max_db", "array_multi_typical_db", p),
            pair(row, "array_single_max_db", "array_single_typical_db", p),
            pair(row, "duplex_max_db", "duplex_typical_db", p),
            row.needed_milli("splice_db", p),
        );
    }
    out + "];\n"
}

/// The connectors of ours that a row of grades was stated for. MPO-8 is the ferrule of MPO-12;
/// very small form factors mate with nothing else.
fn spoken_of(family: &str, fibers: &str) -> String {
    let ours: &[&str] = match (family, fibers) {
        ("MPO" | "MTP" | "MPO-8" | "MPO-12", _) => &["Mpo8", "Mpo12"],
        ("MPO-16" | "MTP-16", _) => &["Mpo16"],
        ("MPO-24", _) => &["Mpo24"],
        ("MPO-32", _) => &["Mpo32"],
        ("LC duplex", _) => &["Lc"],
        ("CS", _) => &["Cs"],
        (any, "1") if any.starts_with("ANY") => &["Lc", "Cs"],
        (any, "12/24") if any.starts_with("ANY") => &["Mpo8", "Mpo12", "Mpo24"],
        (any, _) if any.starts_with("ANY") || any.starts_with("IEC") => {
            &["Lc", "Cs", "Mpo8", "Mpo12", "Mpo16", "Mpo24", "Mpo32"]
        }
        _ => &[],
    };
    let named: Vec<String> = ours.iter().map(|name| format!("Connector::{name}")).collect();
    named.join(", ")
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
        let connectors = spoken_of(family, row.text("fibers", p));
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
            "CatalogGrade {{ id: {id:?}, family: {family:?}, grade: {:?}, connectors: &[{connectors}], multi: {}, single: {}, flat: {flat}, angled: {angled}, loss: {}, return_loss: {return_loss}, confidence: {most}, typical_confidence: {usual}, return_confidence: {returned} }},",
            row.text("grade", p),
            mode.contains("MM"),
            mode.contains("SM"),
            pair(row, "il_max_db", "il_typ_db", p),
        );
        seen.push(id);
    }
    out + "];\n"
}

pub(crate) fn attenuations(table: &Table, p: &mut Vec<String>) -> String {
    table.unique("fiber", p);
    let mut out = String::from("static ATTENUATIONS: &[(Fiber, Attenuation)] = &[\n");
    for row in &table.rows {
        let (fiber, milli) = (row.word("fiber", FIBERS, p), row.needed_milli("db_km", p));
        let _ = writeln!(out, "({fiber}, Attenuation::from_milli({milli})),");
    }
    out + "];\n"
}

pub(crate) fn costs(table: &Table, p: &mut Vec<String>) -> String {
    let figure = |item: &str, variants: &[&str], p: &mut Vec<String>| -> Vec<u32> {
        variants
            .iter()
            .map(|variant| {
                let row = table.rows.iter().find(|row| {
                    row.text("item", &mut Vec::new()) == item
                        && row.text("variant", &mut Vec::new()) == *variant
                });
                match row {
                    Some(row) => row.needed_milli("index", p),
                    None => {
                        p.push(format!(
                            "cost-index.csv: no row for item {item}, variant {variant}"
                        ));
                        0
                    }
                }
            })
            .collect()
    };
    let mode = |item: &str, mode: &str, grades: &[&str], p: &mut Vec<String>| {
        let variants: Vec<String> = grades.iter().map(|g| format!("{mode} {g}")).collect();
        figure(item, &variants.iter().map(String::as_str).collect::<Vec<_>>(), p)
    };
    let array = "MPO end 8/12 fibers";
    let (all, two) = (["standard", "low-loss", "MTP Elite"], ["standard", "low-loss"]);
    let one = |item: &str, variant: &str, p: &mut Vec<String>| figure(item, &[variant], p)[0];
    format!(
        "static COSTS: CostIndex = CostIndex {{ fiber_meter: {:?}, array_end_multi: {:?}, array_end_single: {:?}, array_factor: {:?}, duplex_end_multi: {:?}, duplex_end_single: {:?}, cassette_body: {:?}, conversion_body: {}, harness_body: {}, adapter_panel: {}, enclosure: {:?} }};\n",
        figure("trunk or cord fiber", &["OM3", "OM4", "OM5", "OS2"], p),
        mode(array, "multimode", &all, p),
        mode(array, "single-mode", &all, p),
        [16, 24, 32].map(|n| one(&format!("MPO end {n} fibers"), "any", p)),
        mode("LC duplex end", "multimode", &two, p),
        mode("LC duplex end", "single-mode", &two, p),
        figure("cassette body", &["8 fibers", "12 fibers", "16 fibers", "24 fibers"], p),
        one("conversion module body", "any", p),
        one("harness body", "any", p),
        one("adapter panel with 12 adapters", "any", p),
        figure("enclosure", &["1U", "2U", "4U"], p),
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
        for row in &table.rows {
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
    for row in &table.rows {
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
