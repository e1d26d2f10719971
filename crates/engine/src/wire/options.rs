//! The option table: every value with its state, its effect and its reasons.

use super::Json;
use super::plan::{cost, write_change, write_finding};
use crate::advice::{Effect, OptionState};
use crate::plan::Plan;
use crate::request::{FarEnd, Request};
use fiberlane_catalog::Catalog;
use fiberlane_units::Margin;

/// A margin in dB, or `null`.
pub(super) fn write_margin(j: &mut Json, margin: Option<Margin>) {
    match margin {
        Some(margin) => j.number(&margin.db()),
        None => j.null(),
    }
}

pub(super) fn write_effect(j: &mut Json, effect: &Effect) {
    j.object(|j| {
        j.key("verdict").string(effect.verdict.name());
        j.key("marginDb");
        match effect.margin {
            Some(margin) => j.number(&margin.db()),
            None => j.null(),
        }
        j.key("reachM");
        match effect.reach {
            Some(reach) => j.number(&reach.meters()),
            None => j.null(),
        }
        j.key("relativeCost").number(&cost(effect.cost));
        j.key("rackUnits").whole(effect.rack_units);
        j.key("lines").whole(u32::try_from(effect.lines).unwrap_or(u32::MAX));
        j.key("parts").whole(u32::try_from(effect.parts).unwrap_or(u32::MAX));
        j.key("litFibers").whole(effect.lit_fibers);
        j.key("fibers").whole(effect.fibers);
    });
}

pub(super) fn write_options(j: &mut Json, catalog: &Catalog, plan: &Plan) {
    j.object(|j| {
        for field in &plan.advice.options {
            j.key(field.field).list(|j| {
                for choice in &field.options {
                    j.object(|j| {
                        j.key("value");
                        write_value(j, catalog, &choice.change);
                        match &choice.state {
                            OptionState::Chosen(effect) => {
                                j.key("state").string("chosen");
                                j.key("effect");
                                write_effect(j, effect);
                            }
                            OptionState::Available(effect) => {
                                j.key("state").string("available");
                                // Another application takes module and far end with it.
                                let bound =
                                    plan.request.module.is_some() || plan.request.far_end.is_some();
                                if choice.change.application.is_some() && bound {
                                    j.key("change");
                                    write_change(j, catalog, &choice.change, &plan.request);
                                }
                                j.key("effect");
                                write_effect(j, effect);
                            }
                            OptionState::Excluded(reasons) => {
                                j.key("state").string("excluded");
                                j.key("reasons").list(|j| {
                                    reasons.iter().for_each(|r| write_finding(j, catalog, r));
                                });
                                if let Some((change, effect)) = &choice.admitted {
                                    j.key("change");
                                    write_change(j, catalog, change, &plan.request);
                                    j.key("effect");
                                    write_effect(j, effect);
                                }
                            }
                        }
                    });
                }
            });
        }
    });
}

/// The value of the one field that a change sets.
pub(super) fn write_value(j: &mut Json, catalog: &Catalog, change: &Request) {
    if let Some(id) = change.module {
        return j.string(catalog.module(id).id);
    }
    if let Some(legs) = change.trunk_legs {
        return j.whole(legs);
    }
    if let Some(far) = change.far_end {
        return j.object(|j| match far {
            FarEnd::Same => j.key("kind").string("same"),
            FarEnd::Breakout(id) => {
                j.key("kind").string("breakout");
                j.key("application").string(catalog.application(id).name);
            }
        });
    }
    if let Some(base) = change.base {
        return j.whole(base);
    }
    let word = change
        .application
        .map(|id| catalog.application(id).name)
        .or_else(|| change.fiber.map(|fiber| fiber.name()))
        .or_else(|| change.grade.map(|grade| grade.name(catalog)))
        .or_else(|| change.topology.map(|topology| topology.name()))
        .or_else(|| change.polarity.map(|polarity| polarity.name()))
        .or_else(|| change.pinning.map(|pinning| pinning.name()))
        .or_else(|| change.lc_grade.map(|grade| grade.name(catalog)))
        .or_else(|| change.brand.map(|brand| brand.name()))
        .or_else(|| change.conversion.map(|conversion| conversion.name()))
        .or_else(|| change.attenuation.map(|basis| basis.name()))
        .or_else(|| change.priority.map(|priority| priority.name()));
    match word {
        Some(word) => j.string(word),
        None => j.null(),
    }
}
