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
        let face = mating.a.face.unwrap_or(EndFace::Flat);
        let all = case.catalog.catalog_grade_places();
        let mut all = all.map(|at| &case.catalog.catalog_grades[usize::from(at)]);
        let published = all.find(|row| {
            row.role.is_some()
                && row.role == grade.role
                && (!array || row.mtp == (case.brand == Brand::Mtp))
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
