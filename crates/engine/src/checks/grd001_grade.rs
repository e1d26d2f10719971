//! GRD001: A grade that does not speak of this pair
//!
//! The named grade was stated for other connectors, another fiber mode or another end face. Its figure says nothing
//! about this mated pair, so the loss is not checked. Name a grade that fits, or a planning grade. Planning grades say
//! nothing about single-mode MPO with flat end faces, such as an old trunk may have: no source gives that loss.

use super::Case;
use crate::finding::{Code, Fact, Finding};
use crate::request::GradeRef;
use fiberlane_catalog::{Connector, EndFace, Mode};

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    for (field, grade, array) in
        [("grade", case.figures.grade, true), ("lcGrade", case.figures.lc_grade, false)]
    {
        let mode = case.figures.fiber.mode();
        let holds = |connector: Connector, face| match grade {
            GradeRef::Catalog(index) => {
                case.catalog.catalog_grades[usize::from(index)].holds_for(connector, mode, face)
            }
            GradeRef::Planning(_) => !array || mode == Mode::Multi || face == EndFace::Angled,
        };
        let misfit = case.matings.iter().find(|mating| {
            let face = mating.a.face.unwrap_or(EndFace::Flat);
            mating.counted
                && mating.a.connector.is_array() == array
                && !holds(mating.a.connector, face)
        });
        if let Some(mating) = misfit {
            out.push(
                Finding::new(Code::Grd001, field)
                    .fact("grade", Fact::name(grade.name(case.catalog)))
                    .fact("connector", Fact::name(mating.a.connector.name()))
                    .fact("face", Fact::name(mating.a.face.map_or("none", |face| face.name())))
                    .fact("fiber", Fact::name(case.figures.fiber.name())),
            );
        }
    }
}
