//! LOS011: The catalog knows this grade with another figure
//!
//! The planning grade and a published row of the same word state different largest losses. The plan uses the planning
//! grade; order by the figure, not by the word.

use super::Case;
use crate::finding::{Code, Fact, Finding};
use crate::request::{Brand, GradeRef};
use fiberlane_catalog::EndFace;

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    let planning = |grade| match grade {
        GradeRef::Planning(index) => Some(&case.catalog.grades[usize::from(index)]),
        GradeRef::Catalog(_) => None,
    };
    for array in [true, false] {
        let grade = if array { case.figures.grade } else { case.figures.lc_grade };
        let Some(grade) = planning(grade) else {
            continue;
        };
        let Some(mating) = case
            .matings
            .iter()
            .find(|mating| mating.counted && mating.a.connector.is_array() == array)
        else {
            continue;
        };
        let mode = case.figures.fiber.mode();
        let planned = grade.pair(mating.a.connector, mode).max;
        let family = match (array, case.brand) {
            (true, Brand::Mtp) => "MTP",
            (true, Brand::Any) => "MPO",
            (false, _) => "LC duplex",
        };
        let face = mating.a.face.unwrap_or(EndFace::Flat);
        let published = case.catalog.catalog_grades.iter().find(|row| {
            row.family == family
                && row.grade.split([' ', '-', '(']).next() == grade.id.split('-').next()
                && row.holds_for(mating.a.connector, mode, face)
                && row.loss.max != planned
        });
        if let Some(row) = published {
            out.push(
                Finding::new(Code::Los011, if array { "grade" } else { "lcGrade" })
                    .fact("grade", Fact::name(grade.id))
                    .fact("planned", Fact::Loss(planned))
                    .fact("family", Fact::name(row.family))
                    .fact("row", Fact::name(row.id))
                    .fact("published", Fact::Loss(row.loss.max)),
            );
        }
    }
}
