//! Connector grades: the planning figures of the scenarios, and the rows of `connectors.csv`.

use super::facts::Facts;

/// Steps of 10⁻¹⁰ dB in 0.01 dB.
const CENTI: i128 = 100_000_000;

/// Maximum and typical loss of one mated pair.
pub(crate) type Figure = (i128, Option<i128>);

/// The figure of a mated MPO pair, or `None` for a grade that is not known.
pub(crate) fn mpo(facts: &Facts, grade: &str, single_mode: bool) -> Option<Figure> {
    let (max, typical) = match (grade, single_mode) {
        ("standard", false) => (60, Some(20)),
        ("standard", true) => (75, Some(25)),
        ("low-loss", _) => (35, Some(10)),
        ("tia-limit", _) => (75, None),
        _ => return named(facts, grade),
    };
    Some((max * CENTI, typical.map(|t| t * CENTI)))
}

/// The figure of a mated duplex pair; `None` also where a catalog grade gives no such word.
pub(crate) fn duplex(facts: &Facts, grade: &str, lc_grade: Option<&str>) -> Option<Figure> {
    let (max, typical) = match lc_grade.unwrap_or(grade) {
        "standard" => (50, Some(20)),
        "low-loss" => (25, Some(10)),
        "tia-limit" => (75, None),
        other => return lc_grade.and_then(|_| named(facts, other)),
    };
    Some((max * CENTI, typical.map(|t| t * CENTI)))
}

/// Whether a grade says something of this mated pair; `None` for a planning grade, and where its
/// row leaves it open.
pub(crate) fn fits(facts: &Facts, id: &str, pair: &Kind<'_>) -> Option<bool> {
    let row = facts.grades.iter().find(|g| g.id == id)?;
    let family = row.family.as_str();
    if family.starts_with("ANY") || family.starts_with("Field") {
        return None;
    }
    let array = family.starts_with("MPO") || family.starts_with("MTP");
    if array != pair.connector.starts_with("MPO-") {
        return Some(false);
    }
    if array {
        let own = family.split_once('-').map(|(_, n)| n);
        let count = pair.connector.trim_start_matches("MPO-");
        let ferrule = |n: &str| if n == "8" { "12".to_owned() } else { n.to_owned() };
        match own {
            Some(own) if ferrule(own) != ferrule(count) => return Some(false),
            // What a row without a count says of other ferrules is not settled.
            None if ferrule(count) != "12" => return None,
            _ => {}
        }
    } else if !family.starts_with(pair.connector) {
        return Some(false);
    }
    let multi = row.mode.contains("MM");
    let single = row.mode.contains("SM");
    if (pair.single_mode && !single) || (!pair.single_mode && !multi) {
        return Some(false);
    }
    let flat = row.face.split('/').any(|f| f == "PC" || f == "UPC");
    let angled = row.face.contains("APC");
    if row.face != "any" && ((pair.angled && !angled) || (!pair.angled && !flat)) {
        return Some(false);
    }
    Some(true)
}

/// One half of a mated pair, as far as a grade cares.
pub(crate) struct Kind<'a> {
    pub(crate) connector: &'a str,
    pub(crate) single_mode: bool,
    pub(crate) angled: bool,
}

fn named(facts: &Facts, id: &str) -> Option<Figure> {
    facts.grades.iter().find(|g| g.id == id).map(|g| (g.max, g.typical))
}

/// The planning loss of one splice: 0.10 dB, or the component limit of 0.30 dB.
pub(crate) fn splice(grade: &str) -> i128 {
    if grade == "tia-limit" { 30 * CENTI } else { 10 * CENTI }
}
