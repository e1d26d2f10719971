//! GRD001: A grade that does not speak of this pair
//!
//! The named grade was stated for other connectors, another fiber mode or another end face. Its figure says nothing
//! about this mated pair, so the loss is not checked. Name a grade that fits, or a planning grade. Planning grades say
//! nothing about single-mode MPO with flat end faces, such as an old trunk may have: no source gives that loss.

use super::Case;
use crate::finding::{Code, Fact, Finding};
use crate::loss::{Mating, half_grades};
use crate::request::GradeRef;
use fiberlane_catalog::{EndFace, Mode};

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    let mut said: Vec<(GradeRef, bool)> = Vec::new();
    for mating in case.matings.iter().filter(|mating| mating.counted) {
        let array = mating.a.connector.is_array();
        let ordered = if array { case.figures.grade } else { case.figures.lc_grade };
        let halves = half_grades(case.elements, mating, ordered).into_iter().zip(mating.between);
        for (grade, index) in halves {
            // A grade that is said of a part in place has to be one of its own fiber.
            let own = case.elements.get(index).and_then(|element| element.own);
            let own = own.filter(|own| own.grade.or(own.lc_grade).is_some());
            let fiber = own.and_then(|own| own.fiber).unwrap_or(case.figures.fiber);
            if holds(case, mating, grade, fiber.mode()) || said.contains(&(grade, array)) {
                continue;
            }
            said.push((grade, array));
            let field = match (grade == ordered, array) {
                (false, _) => "installed",
                (true, true) => "grade",
                (true, false) => "lcGrade",
            };
            out.push(
                Finding::new(Code::Grd001, field)
                    .fact("grade", Fact::name(grade.name(case.catalog)))
                    .fact("connector", Fact::name(mating.a.connector.name()))
                    .fact("face", Fact::name(mating.a.face.map_or("none", |face| face.name())))
                    .fact("fiber", Fact::name(fiber.name())),
            );
        }
    }
}

/// Whether a grade says anything of one half of a mated pair.
fn holds(case: &Case<'_>, mating: &Mating, grade: GradeRef, mode: Mode) -> bool {
    let connector = mating.a.connector;
    let face = mating.a.face.unwrap_or(EndFace::Flat);
    match grade {
        GradeRef::Catalog(index) => {
            case.catalog.catalog_grades[usize::from(index)].holds_for(connector, mode, face)
        }
        GradeRef::Planning(_) => {
            !connector.is_array() || mode == Mode::Multi || face == EndFace::Angled
        }
    }
}
