//! SRC004: Figures that are commonly published, not confirmed
//!
//! The figure is widely printed but was not read at its source. It is used, and it is said: figures of an application,
//! of a module, of a connector grade, that two applications link, and what other findings quote.

use super::Case;
use crate::finding::{Code, Fact, Finding};
use crate::link::Link;
use crate::loss::TermSource;
use crate::request::GradeRef;
use fiberlane_catalog::{
    Application, ApplicationId, Catalog, CatalogGrade, Confidence, Fiber, Limit, Support,
};

pub(super) fn check(case: &Case<'_>, out: &mut Vec<Finding>) {
    let mut doubts = Doubts { fiber: case.figures.fiber, found: Vec::new() };
    for application in case.applications() {
        let (subject, name) = ("application", application.name);
        doubts.say(subject, name, "interface", application.interface_confidence);
        if let Some(limit) = application.limit(case.figures.fiber) {
            doubts.say(subject, name, "reach", limit.reach_confidence);
            doubts.limit(name, limit);
        }
    }
    for optic in case.optics() {
        let called = |id: ApplicationId| case.catalog.application(id).name;
        let held = optic.held(case.figures.length);
        // The limit of a twin port is that of its published type, where the module itself has none that
        // was said to be unconfirmed. It ends where that type's reach does.
        if let Some(row) = optic.row.filter(|_| optic.port != optic.application) {
            let own = case.catalog.application(optic.application).limit(case.figures.fiber);
            if own.is_none_or(|own| own.loss.is_none() || !unconfirmed(own.loss_confidence)) {
                doubts.limit(called(optic.port), row);
            }
            if held.is_none() {
                doubts.say("application", called(optic.port), "reach", row.reach_confidence);
            }
        }
        // The limit may be that of a lower class.
        if let Some(met) = optic.met.filter(|met| held.is_some_and(|row| met.loss > row.loss)) {
            doubts.limit(called(optic.of), met);
        }
    }
    for (module, subject) in [(case.module, "module"), (case.far_module, "farEnd")] {
        let Some(module) = module else { continue };
        doubts.say(subject, module.id, "interface", module.plug_confidence);
        // An end face that the application has is as sure as that.
        if module.end_face != case.catalog.application(module.application).end_face {
            doubts.say(subject, module.id, "interface", module.face_confidence);
        }
        if let Some((_, confidence)) = module.reach_on(case.figures.fiber) {
            doubts.say(subject, module.id, "reach", confidence);
        }
    }
    if let Some(row) = case.link.breakout {
        doubts.say("farEnd", case.application.name, "breakout", row.confidence);
    }
    for term in case.terms {
        if let TermSource::Grade(GradeRef::Catalog(index)) = term.source {
            let row = &case.catalog.catalog_grades[usize::from(index)];
            doubts.grade(row);
            if row.loss.typical.is_some() {
                doubts.say("grade", row.id, "typicalLoss", row.typical_confidence);
            }
            if row.return_loss.is_some() {
                doubts.say("grade", row.id, "returnLoss", row.return_confidence);
            }
        }
    }
    for finding in out.iter() {
        doubts.quoted(case, finding);
    }
    out.append(&mut doubts.found);
}

fn unconfirmed(confidence: Confidence) -> bool {
    confidence == Confidence::Unconfirmed
}

fn of_row(subject: &str, name: &'static str, fiber: Fiber, figure: &'static str) -> Finding {
    Finding::new(Code::Src004, subject)
        .fact("application", Fact::name(name))
        .fact("fiber", Fact::name(fiber.name()))
        .fact("figures", Fact::Words(vec![figure]))
}

/// That nobody has confirmed what a refusal says of the two ends.
pub(crate) fn of_refusal(catalog: &Catalog, link: &Link, asked: Option<Fiber>) -> Option<Finding> {
    let near = catalog.application(link.near);
    let row =
        link.breakout.filter(|row| row.supported == Support::No && unconfirmed(row.confidence));
    let fiber = asked.or_else(|| near.limits.first().map(|limit| limit.fiber))?;
    row.map(|_| of_row("farEnd", near.name, fiber, "breakout"))
}

/// What was found to be unconfirmed: one finding for each row, with all of its figures.
struct Doubts {
    fiber: Fiber,
    found: Vec<Finding>,
}

impl Doubts {
    fn say(
        &mut self,
        subject: &str,
        name: &'static str,
        figure: &'static str,
        confidence: Confidence,
    ) {
        self.say_on(self.fiber, subject, name, figure, confidence);
    }

    fn say_on(
        &mut self,
        fiber: Fiber,
        subject: &str,
        name: &'static str,
        figure: &'static str,
        confidence: Confidence,
    ) {
        if !unconfirmed(confidence) {
            return;
        }
        let new = of_row(subject, name, fiber, figure);
        let same =
            |known: &&mut Finding| known.subject == subject && known.facts[..2] == new.facts[..2];
        match self.found.iter_mut().find(same).and_then(|known| known.facts.last_mut()) {
            Some((_, Fact::Words(figures))) => {
                if !figures.contains(&figure) {
                    figures.push(figure);
                }
            }
            _ => self.found.push(new),
        }
    }

    /// The limit on loss of a row, where it has one.
    fn limit(&mut self, name: &'static str, row: &Limit) {
        if row.loss.is_some() {
            self.say_on(row.fiber, "application", name, "loss", row.loss_confidence);
        }
    }

    fn grade(&mut self, row: &CatalogGrade) {
        self.say("grade", row.id, "grade", row.confidence);
    }

    /// The figures of other rows that a finding names.
    fn quoted(&mut self, case: &Case<'_>, finding: &Finding) {
        let named = |wanted: &str| {
            finding.facts.iter().find_map(|(name, fact)| match fact {
                Fact::Name(value) if *name == wanted => Some(*value),
                _ => None,
            })
        };
        match finding.code {
            Code::Los010 => {
                let lower = |row: &&Limit| named("lower") == Some(row.fiber.name());
                if let Some(row) = case.application.limits.iter().find(lower) {
                    let name = case.application.name;
                    self.limit(name, row);
                    self.say_on(row.fiber, "application", name, "reach", row.reach_confidence);
                }
            }
            Code::Los011 => {
                let quoted = |row: &&CatalogGrade| named("row") == Some(row.id);
                if let Some(row) = case.catalog.catalog_grades.iter().find(quoted) {
                    self.grade(row);
                }
            }
            Code::Los012 => {
                for (id, row) in case.optics().filter_map(|optic| optic.shared) {
                    let name = case.catalog.application(id).name;
                    self.say("application", name, "allocation", row.allocation_confidence);
                }
            }
            Code::Los015 => {
                let quoted = |row: &&Application| named("application") == Some(row.name);
                let row = case.catalog.applications.iter().find(quoted);
                if let Some((row, limit)) = row.and_then(|row| Some((row, row.limit(self.fiber)?)))
                {
                    self.limit(row.name, limit);
                }
            }
            _ => {}
        }
    }
}
