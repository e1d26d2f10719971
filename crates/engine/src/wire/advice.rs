//! The second stage beyond options, alternatives and repairs.

use super::Json;
use super::options::{write_effect, write_margin};
use super::plan::{cost, write_change, write_finding, write_request_object};
use super::request::write_field;
use crate::advice::{
    BaseRow, BaseValue, Choosing, Derivation, Growth, OtherLimits, Risk, TestLimits,
};
use crate::finding::Finding;
use crate::plan::Plan;
use fiberlane_catalog::Catalog;
use fiberlane_units::format_decimal;

/// Digits of a probability on the wire.
const PROBABILITY_DIGITS: u32 = 12;

pub(super) fn write_advice(j: &mut Json, catalog: &Catalog, plan: &Plan) {
    let advice = &plan.advice;
    if let Some(derivation) = &advice.derivation {
        j.key("derivation");
        write_derivation(j, catalog, derivation);
    }
    if let Some(limits) = &advice.test_limits {
        j.key("testLimits");
        write_test_limits(j, limits);
    }
    if let Some(limits) = &advice.other_limits {
        j.key("otherLimits");
        write_other_limits(j, limits);
    }
    j.key("bases").list(|j| advice.bases.iter().for_each(|row| write_base(j, catalog, row)));
    j.key("growth").list(|j| advice.growth.iter().for_each(|row| write_growth(j, catalog, row)));
    if let Some(choosing) = &advice.choosing {
        j.key("choosing");
        write_choosing(j, choosing);
    }
}

/// The spread beside the worst case, or `null` where a typical loss is not known.
pub(super) fn write_risk(j: &mut Json, risk: Option<&Risk>) {
    let Some(risk) = risk else { return j.null() };
    j.object(|j| {
        j.key("p97Db").number(&risk.p97.db());
        j.key("threeSigmaDb").number(&risk.three_sigma.db());
        j.key("boundDb").number(&risk.bound.db());
        j.key("fixedDb").number(&risk.fixed.db());
        j.key("reads").string(risk.reading.name());
        j.key("lanes").whole(risk.lanes);
        j.key("links").whole(risk.links);
        j.key("exceeds");
        match risk.exceeds {
            None => j.null(),
            Some([lane, link, order]) => j.object(|j| {
                j.key("lane").number(&probability(lane));
                j.key("link").number(&probability(link));
                j.key("order").number(&probability(order));
            }),
        }
    });
}

/// A probability to twelve decimals, without an exponent.
#[expect(
    clippy::cast_possible_truncation,
    clippy::float_arithmetic,
    reason = "a probability is between 0 and 1"
)]
fn probability(p: f64) -> String {
    format_decimal(libm::round(p * 1e12) as i64, PROBABILITY_DIGITS)
}

fn write_findings(j: &mut Json, catalog: &Catalog, findings: &[Finding]) {
    j.list(|j| findings.iter().for_each(|finding| write_finding(j, catalog, finding)));
}

fn whole(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

fn write_derivation(j: &mut Json, catalog: &Catalog, derivation: &Derivation) {
    j.object(|j| {
        j.key("singles").whole(whole(derivation.singles));
        j.key("pairs").whole(whole(derivation.pairs));
        j.key("nearest").list(|j| {
            for (field, change, reasons) in &derivation.nearest {
                j.object(|j| {
                    j.key("field").string(field.name());
                    j.key("value");
                    write_field(j, catalog, change, *field);
                    j.key("reasons");
                    write_findings(j, catalog, reasons);
                });
            }
        });
    });
}

fn write_test_limits(j: &mut Json, limits: &TestLimits) {
    j.object(|j| {
        j.key("segments").list(|j| {
            for segment in &limits.segments {
                j.object(|j| {
                    j.key("from").whole(whole(segment.ends[0]));
                    j.key("to").whole(whole(segment.ends[1]));
                    j.key("lengthM").number(&segment.length.meters());
                    j.key("connections").whole(whole(segment.intermediate));
                    j.key("splices").whole(whole(segment.splices));
                    j.key("acceptanceDb").number(&segment.acceptance.db());
                    j.key("plannedDb").number(&segment.planned.db());
                });
            }
        });
        j.key("referenceEndDb").number(&limits.reference_end.db());
        j.key("attenuationDbPerKm").number(&limits.attenuation.db_per_km());
        j.key("channelComponentDb").number(&limits.channel.db());
        j.key("applicationDb");
        match limits.application {
            Some(limit) => j.number(&limit.db()),
            None => j.null(),
        }
    });
}

fn write_other_limits(j: &mut Json, limits: &OtherLimits) {
    j.object(|j| {
        j.key("reflectance");
        match &limits.reflectance {
            None => j.null(),
            Some(row) => j.object(|j| {
                j.key("returnLossDb").whole(row.least);
                j.key("statedDb");
                match row.returns {
                    Some(returns) => j.whole(returns),
                    None => j.null(),
                }
                j.key("connections").whole(row.connections);
                j.key("confidence").string(row.confidence.name());
                j.key("verdict").string(row.outcome.name());
            }),
        }
        j.key("leastLoss");
        match &limits.least {
            None => j.null(),
            Some((least, outcome)) => j.object(|j| {
                j.key("db").number(&least.db());
                j.key("verdict").string(outcome.name());
            }),
        }
        j.key("guidance");
        match &limits.guidance {
            None => j.null(),
            Some((application, limit)) => j.object(|j| {
                j.key("application").string(application);
                j.key("limitDb").number(&limit.db());
            }),
        }
    });
}

fn write_base(j: &mut Json, catalog: &Catalog, row: &BaseRow) {
    j.object(|j| {
        match row.value {
            BaseValue::Base(base) => j.key("base").whole(base),
            BaseValue::Conversion(kind) => j.key("conversion").string(kind.name()),
        }
        j.key("effect");
        match &row.effect {
            Some(effect) => write_effect(j, effect),
            None => j.null(),
        }
        j.key("strandedFibers");
        match &row.effect {
            Some(_) => j.whole(row.stranded),
            None => j.null(),
        }
        j.key("strandedCost");
        match &row.effect {
            Some(_) => j.number(&cost(row.stranded_cost)),
            None => j.null(),
        }
        j.key("reasons");
        write_findings(j, catalog, &row.reasons);
    });
}

fn write_growth(j: &mut Json, catalog: &Catalog, row: &Growth) {
    let application = catalog.application(row.application);
    j.object(|j| {
        j.key("application").string(application.name);
        j.key("status").string(application.status.name());
        j.key("slower").bool(row.slower);
        j.key("step").string(row.step.name());
        j.key("change");
        write_change(j, catalog, &row.change);
        j.key("verdict").string(row.verdict.name());
        j.key("marginDb");
        write_margin(j, row.margin);
        j.key("reachM");
        match row.reach {
            Some(reach) => j.number(&reach.meters()),
            None => j.null(),
        }
        j.key("links").whole(row.links);
        j.key("request");
        write_request_object(j, catalog, &row.request);
        j.key("reasons");
        write_findings(j, catalog, &row.reasons);
    });
}

fn write_choosing(j: &mut Json, choosing: &Choosing) {
    j.object(|j| {
        j.key("items").list(|j| {
            for item in &choosing.items {
                j.object(|j| {
                    j.key("item").string(item.item.name());
                    j.key("value").string(item.value);
                    j.key("because").list(|j| item.because.iter().for_each(|w| j.string(w)));
                    j.key("notes").list(|j| item.notes.iter().for_each(|w| j.string(w)));
                });
            }
        });
        j.key("lowLossGainDb");
        write_margin(j, choosing.gain);
        if let Some((plain, low)) = choosing.extra_cost {
            j.key("relativeCostStandard").number(&cost(plain));
            j.key("relativeCostLowLoss").number(&cost(low));
        }
        if let Some((plain, low)) = choosing.verdicts {
            j.key("verdictStandard").string(plain.name());
            j.key("verdictLowLoss").string(low.name());
        }
        if let Some(tenths) = choosing.break_even {
            let tenths = i64::try_from(tenths).unwrap_or(i64::MAX);
            j.key("breakEvenMinutes").number(&format_decimal(tenths, 1));
        }
        if let Some(tenths) = choosing.years {
            j.key("ratedMatingsLastYears").number(&format_decimal(i64::from(tenths), 1));
        }
    });
}
