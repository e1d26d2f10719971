//! The option table: every value with its state, its effect and its reasons.

use super::Json;
use super::plan::{cost, write_change, write_finding};
use super::request::write_field;
use crate::advice::{Effect, OptionState};
use crate::plan::Plan;
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
            j.key(field.field.name()).list(|j| {
                for choice in &field.options {
                    j.object(|j| {
                        j.key("value");
                        write_field(j, catalog, &choice.change, field.field);
                        match &choice.state {
                            OptionState::Chosen(effect) => {
                                j.key("state").string("chosen");
                                j.key("effect");
                                write_effect(j, effect);
                            }
                            OptionState::Available(effect) => {
                                j.key("state").string("available");
                                // More than the value is set, or something is opened.
                                if !choice.change.is_only(field.field) {
                                    j.key("change");
                                    write_change(j, catalog, &choice.change);
                                }
                                j.key("effect");
                                write_effect(j, effect);
                                // What fiber of a lower class no longer carries.
                                if !choice.closes.is_empty() {
                                    let closed = choice.closes.iter();
                                    j.key("closes").list(|j| {
                                        closed
                                            .for_each(|id| j.string(catalog.application(*id).name));
                                    });
                                }
                            }
                            OptionState::Excluded(reasons) => {
                                j.key("state").string("excluded");
                                j.key("reasons").list(|j| {
                                    reasons.iter().for_each(|r| write_finding(j, catalog, r));
                                });
                                if let Some((change, effect)) = &choice.admitted {
                                    j.key("change");
                                    write_change(j, catalog, change);
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
