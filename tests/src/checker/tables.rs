//! One row of each table, by column name.

use super::facts::{BreakoutRow, GradeRow, ModuleRow, PartRow, PmdRow, kebab};
use super::json::{DB, DB_PER_KM, METERS, exact_text};

/// One record of a table, its cells by column name.
pub(crate) struct Record<'a> {
    header: &'a csv::StringRecord,
    cells: csv::StringRecord,
}

impl Record<'_> {
    fn get(&self, column: &str) -> &str {
        let at = self.header.iter().position(|name| name.trim() == column);
        at.and_then(|i| self.cells.get(i)).unwrap_or("").trim()
    }

    fn text(&self, column: &str) -> String {
        self.get(column).to_owned()
    }

    fn number(&self, column: &str, digits: u32) -> Option<i128> {
        exact_text(self.get(column), digits).ok()
    }

    fn count(&self, column: &str) -> Option<u64> {
        self.get(column).parse().ok()
    }
}

pub(crate) fn rows<T>(
    text: &str,
    make: impl Fn(&Record<'_>) -> Option<T>,
) -> Result<Vec<T>, String> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let header = reader.headers().map_err(|e| e.to_string())?.clone();
    let mut found = Vec::new();
    for cells in reader.records() {
        let cells = cells.map_err(|e| e.to_string())?;
        found.extend(make(&Record { header: &header, cells }));
    }
    Ok(found)
}

pub(crate) fn pmd_row(r: &Record<'_>) -> Option<PmdRow> {
    Some(PmdRow {
        pmd: r.text("pmd"),
        mode: r.text("mode"),
        status: r.text("status"),
        lanes: r.count("lanes_per_direction").unwrap_or(0),
        lane_rate: r.text("lane_rate_gbd_or_gbps"),
        fiber: r.text("fiber_type"),
        speed: r.count("speed_g").unwrap_or(0),
        reach: r.number("max_reach_m", METERS),
        limit: r.number("channel_insertion_loss_db", DB),
        least: r.number("min_channel_loss_db", DB),
        allocation: r.number("connector_loss_allocation_db", DB),
        mdi: r.text("mdi_connector"),
        fibers: r.count("fibers_used").unwrap_or(0),
        end_face: r.text("endface"),
        tx: r.text("tx_positions"),
        alpha: r.number("alpha_clause_db_km", DB_PER_KM),
    })
}

pub(crate) fn module_row(r: &Record<'_>) -> Option<ModuleRow> {
    let columns = [
        ("OM3", "reach_om3_m"),
        ("OM4", "reach_om4_m"),
        ("OM5", "reach_om5_m"),
        ("OS2", "reach_os2_m"),
    ];
    let reach = columns.iter().filter_map(|(fiber, c)| Some((*fiber, r.number(c, METERS)?)));
    Some(ModuleRow {
        id: kebab(&format!("{} {}", r.get("vendor"), r.get("part_number"))),
        vendor: r.text("vendor"),
        part_number: r.text("part_number"),
        application: r.text("application"),
        connector: r.text("connector"),
        end_face: r.text("end_face"),
        fibers: r.count("fibers").unwrap_or(0),
        mode: r.text("mode"),
        reach: reach.collect(),
        own_optics: r.get("own_optics") == "yes",
    })
}

pub(crate) fn breakout_row(r: &Record<'_>) -> Option<BreakoutRow> {
    Some(BreakoutRow {
        from: r.text("from_application_or_module"),
        to: r.text("to_application"),
        legs: r.count("legs")?,
        supported: r.text("supported"),
    })
}

pub(crate) fn part_row(r: &Record<'_>) -> Option<PartRow> {
    Some(PartRow {
        id: r.text("id"),
        rear_count: r.count("rear_count"),
        slots: r.count("slots"),
        capacity_slots: r.count("capacity_slots"),
    })
}

pub(crate) fn grade_row(r: &Record<'_>) -> Option<GradeRow> {
    let name = ["family", "grade", "mode", "endface"].map(|c| r.get(c)).join(" ");
    let max = r.number("il_max_db", DB)?;
    Some(GradeRow {
        id: kebab(&name),
        typical: r.number("il_typ_db", DB),
        max,
        family: r.text("family"),
        mode: r.text("mode"),
        face: r.text("endface"),
    })
}
