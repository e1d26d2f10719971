//! The checker's own reading of the fact tables: nothing here comes from the catalog crate.

use std::path::Path;

use super::tables::{breakout_row, grade_row, module_row, part_row, pmd_row, rows};

/// One application on one fiber: a row of `pmd.csv`.
#[derive(Clone, Debug)]
pub(crate) struct PmdRow {
    pub(crate) pmd: String,
    pub(crate) mode: String,
    /// `published`, `draft`, `MSA` or `proprietary`.
    pub(crate) status: String,
    pub(crate) lanes: u64,
    /// Rate and wavelengths of one lane, as printed.
    pub(crate) lane_rate: String,
    pub(crate) fiber: String,
    /// Speed in Gb/s.
    pub(crate) speed: u64,
    pub(crate) reach: Option<i128>,
    pub(crate) limit: Option<i128>,
    /// The least loss that the receiver stands.
    pub(crate) least: Option<i128>,
    pub(crate) allocation: Option<i128>,
    pub(crate) mdi: String,
    pub(crate) fibers: u64,
    pub(crate) end_face: String,
    pub(crate) tx: String,
    pub(crate) alpha: Option<i128>,
}

/// A row of `transceivers.csv`.
#[derive(Clone, Debug)]
pub(crate) struct ModuleRow {
    pub(crate) id: String,
    pub(crate) vendor: String,
    pub(crate) part_number: String,
    pub(crate) application: String,
    pub(crate) connector: String,
    pub(crate) end_face: String,
    pub(crate) fibers: u64,
    pub(crate) mode: String,
    /// Reach per fiber, as printed: OM3, OM4, OM5, OS2.
    pub(crate) reach: Vec<(&'static str, i128)>,
    /// Whether its optics are its own, so that no published limit holds for it.
    pub(crate) own_optics: bool,
}

/// A row of `breakouts.csv`.
#[derive(Clone, Debug)]
pub(crate) struct BreakoutRow {
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) legs: u64,
    pub(crate) supported: String,
}

/// A row of `generic-parts.csv`.
#[derive(Clone, Debug)]
pub(crate) struct PartRow {
    pub(crate) id: String,
    pub(crate) rear_count: Option<u64>,
    pub(crate) slots: Option<u64>,
    pub(crate) capacity_slots: Option<u64>,
}

/// A row of `connectors.csv` that has a maximum, under its catalog id.
#[derive(Clone, Debug)]
pub(crate) struct GradeRow {
    pub(crate) id: String,
    pub(crate) typical: Option<i128>,
    pub(crate) max: i128,
    pub(crate) family: String,
    pub(crate) mode: String,
    pub(crate) face: String,
}

/// All facts the checker knows.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    pub(crate) pmd: Vec<PmdRow>,
    pub(crate) modules: Vec<ModuleRow>,
    pub(crate) breakouts: Vec<BreakoutRow>,
    pub(crate) parts: Vec<PartRow>,
    pub(crate) grades: Vec<GradeRow>,
}

/// Lower case words joined by hyphens: the id form of part numbers and grades.
pub(crate) fn kebab(text: &str) -> String {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty());
    words.map(str::to_ascii_lowercase).collect::<Vec<_>>().join("-")
}

/// The letters and digits of an application name, for common ways of writing it.
fn squeezed(name: &str) -> String {
    kebab(name).replace("base", "").replace('-', "")
}

impl Facts {
    /// Reads the five tables in `dir`.
    ///
    /// # Errors
    /// A sentence that names the table which cannot be read.
    pub fn load(dir: &Path) -> Result<Self, String> {
        let read = |name: &str| {
            let path = dir.join(name);
            std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))
        };
        Self::from_texts(
            &read("pmd.csv")?,
            &read("transceivers.csv")?,
            &read("breakouts.csv")?,
            &read("generic-parts.csv")?,
            &read("connectors.csv")?,
        )
    }

    /// Reads the five tables from text: applications, modules, breakouts, parts, connectors.
    ///
    /// # Errors
    /// A sentence when a table is no CSV.
    pub fn from_texts(
        pmd: &str,
        modules: &str,
        breakouts: &str,
        parts: &str,
        connectors: &str,
    ) -> Result<Self, String> {
        let mut facts = Self {
            pmd: rows(pmd, pmd_row)?,
            modules: rows(modules, module_row)?,
            breakouts: rows(breakouts, breakout_row)?,
            parts: rows(parts, part_row)?,
            grades: rows(connectors, grade_row)?,
        };
        for (application, fiber, meters, alpha) in EXTRA {
            facts.add_extra(application, fiber, meters, alpha);
        }
        Ok(facts)
    }

    /// Copies the OS2 row for a fiber of higher attenuation, unless the table has it already.
    fn add_extra(&mut self, application: &str, fiber: &str, meters: i128, alpha: i128) {
        if self.row(application, fiber).is_some() {
            return;
        }
        if let Some(os2) = self.row(application, "OS2").cloned() {
            let reach = Some(meters * 10_000);
            self.pmd.push(PmdRow { fiber: fiber.to_owned(), reach, alpha: Some(alpha), ..os2 });
        }
    }

    pub(crate) fn row(&self, application: &str, fiber: &str) -> Option<&PmdRow> {
        self.pmd.iter().find(|r| r.pmd == application && r.fiber == fiber)
    }

    /// The name as the table writes it.
    pub(crate) fn application(&self, name: &str) -> Option<&PmdRow> {
        // The name of two types that do not talk stays accepted as one of them.
        let name = if name == OLD_NAME { "100G-SR1.2" } else { name };
        let same = |r: &&PmdRow| squeezed(&r.pmd) == squeezed(name);
        self.pmd.iter().find(|r| r.pmd == name).or_else(|| self.pmd.iter().find(same))
    }

    /// A module by its id or by a part number that names exactly one row.
    pub(crate) fn module(&self, name: &str) -> Option<&ModuleRow> {
        if let Some(row) = self.modules.iter().find(|m| m.id == name) {
            return Some(row);
        }
        let mut named = self.modules.iter().filter(|m| m.part_number.eq_ignore_ascii_case(name));
        let first = named.next()?;
        named.next().is_none().then_some(first)
    }

    pub(crate) fn part(&self, id: &str) -> Option<&PartRow> {
        self.parts.iter().find(|p| p.id == id)
    }
}

/// What was one name until the two were told apart.
const OLD_NAME: &str = "100G BiDi (SRBD / SR1.2)";

/// Reaches that are published for fibers of higher attenuation: meters and 0.001 dB/km.
const EXTRA: [(&str, &str, i128, i128); 4] = [
    ("800GBASE-DR8", "OS1a", 250, 1000),
    ("800GBASE-DR8", "OS2-indoor-outdoor", 500, 500),
    ("40GBASE-LR4", "OS1a", 4000, 1000),
    ("40GBASE-LR4", "OS2-indoor-outdoor", 8000, 500),
];
