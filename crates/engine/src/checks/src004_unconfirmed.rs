//! SRC004: Figures that are commonly published, not confirmed
//!
//! The figure is widely printed but was not read at its source. It is used, and it is said: figures of an application,
//! of a module, of a connector grade, and that two applications link.

use super::Case;
use crate::finding::{Code, Fact, Finding};
use crate::loss::TermSource;
use crate::request::GradeRef;
use fiberlane_catalog::{Application, Confidence, Limit, Module};

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    for application in case.applications() {
        push(case, "application", application.name, of_application(case, application), out);
    }
    // The limit of a twin port is that of its published type, where the module itself has none.
    for optic in case.optics().filter(|optic| optic.port != optic.application) {
        let own = case.catalog.application(optic.application).limit(case.figures.fiber);
        let unconfirmed = |limit: &Limit| unconfirmed(limit.loss_confidence);
        if own.is_none_or(|limit| limit.loss.is_none()) && optic.row.is_some_and(unconfirmed) {
            push(case, "application", case.catalog.application(optic.port).name, vec!["loss"], out);
        }
    }
    for (module, subject) in [(case.module, "module"), (case.far_module, "farEnd")] {
        if let Some(module) = module {
            push(case, subject, module.id, of_module(case, module), out);
        }
    }
    if case.link.breakout.is_some_and(|row| unconfirmed(row.confidence)) {
        push(case, "farEnd", case.application.name, vec!["breakout"], out);
    }
    let mut said = Vec::new();
    for term in case.terms {
        if let TermSource::Grade(GradeRef::Catalog(index)) = term.source
            && !said.contains(&index)
        {
            said.push(index);
            let row = &case.catalog.catalog_grades[usize::from(index)];
            if unconfirmed(row.confidence) {
                push(case, "grade", row.id, vec!["grade"], out);
            }
        }
    }
}

fn unconfirmed(confidence: Confidence) -> bool {
    confidence == Confidence::Unconfirmed
}

fn of_application(case: &Case<'_>, application: &Application) -> Vec<&'static str> {
    let mut figures = Vec::new();
    if unconfirmed(application.interface_confidence) {
        figures.push("interface");
    }
    if let Some(limit) = application.limit(case.figures.fiber) {
        if unconfirmed(limit.reach_confidence) {
            figures.push("reach");
        }
        if limit.loss.is_some() && unconfirmed(limit.loss_confidence) {
            figures.push("loss");
        }
    }
    figures
}

fn of_module(case: &Case<'_>, module: &Module) -> Vec<&'static str> {
    let mut figures = Vec::new();
    // An end face that the application has is as sure as that.
    let other_face = module.end_face != case.catalog.application(module.application).end_face;
    if unconfirmed(module.plug_confidence) || other_face && unconfirmed(module.face_confidence) {
        figures.push("interface");
    }
    if module.reach(case.figures.fiber).is_some() && unconfirmed(module.reach_confidence) {
        figures.push("reach");
    }
    figures
}

fn push(
    case: &Case<'_>,
    subject: &str,
    name: &'static str,
    figures: Vec<&'static str>,
    out: &mut Vec<Finding>,
) {
    if !figures.is_empty() {
        out.push(
            Finding::new(Code::Src004, subject)
                .fact("application", Fact::name(name))
                .fact("fiber", Fact::name(case.figures.fiber.name()))
                .fact("figures", Fact::Words(figures)),
        );
    }
}
