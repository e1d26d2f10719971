//! GRD001: A grade that does not speak of this pair
//!
//! The named grade was stated for other connectors, another fiber mode or another end face. Its figure says nothing
//! about this mated pair, so the loss is not checked. Name a grade that fits, or a planning grade.

use super::Case;
use crate::finding::{Code, Fact, Finding};
use crate::request::GradeRef;
use fiberlane_catalog::EndFace;

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    for (field, grade, array) in
        [("grade", case.figures.grade, true), ("lcGrade", case.figures.lc_grade, false)]
    {
        let GradeRef::Catalog(index) = grade else {
            continue;
        };
        let stated = &case.catalog.catalog_grades[usize::from(index)];
        let misfit = case.matings.iter().find(|mating| {
            let face = mating.a.face.unwrap_or(EndFace::Flat);
            mating.counted
                && mating.a.connector.is_array() == array
                && !stated.holds_for(mating.a.connector, case.figures.fiber.mode(), face)
        });
        if let Some(mating) = misfit {
            out.push(
                Finding::new(Code::Grd001, field)
                    .fact("grade", Fact::name(stated.id))
                    .fact("connector", Fact::name(mating.a.connector.name()))
                    .fact("face", Fact::name(mating.a.face.map_or("none", |face| face.name())))
                    .fact("fiber", Fact::name(case.figures.fiber.name())),
            );
        }
    }
}
