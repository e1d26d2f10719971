//! The canonical plan and request.

use super::Json;
use super::options::{write_effect, write_margin, write_options};
use super::request::write_field;
use crate::advice::{Alternative, Risk};
use crate::assemble::Assembly;
use crate::channel::{Element, ElementKind, Named};
use crate::cost::{COST_DIGITS, Cost};
use crate::describe::made;
use crate::design::Design;
use crate::end::End;
use crate::finding::{Fact, Finding};
use crate::loss::TermSource;
use crate::order::{Line, LineKind};
use crate::plan::Plan;
use crate::request::{Change, Field, REQUEST_SCHEMA, Request};
use fiberlane_catalog::{Catalog, Place};
use fiberlane_units::format_decimal;

/// The schema that plans on the wire name.
pub const PLAN_SCHEMA: &str = "fiberlane.plan/1";

/// Writes the canonical plan.
#[must_use]
pub fn write_plan(catalog: &Catalog, plan: &Plan) -> String {
    let mut json = Json::new();
    json.object(|j| {
        j.key("schema").string(PLAN_SCHEMA);
        j.key("verdict").string(plan.first.verdict.name());
        j.key("assumes").list(|j| {
            for assumed in &plan.first.assumes {
                j.object(|j| {
                    j.key("subject").string(&assumed.subject());
                    j.key("field").string(assumed.field);
                    j.key("value");
                    match &assumed.values[..] {
                        [value] => j.string(value),
                        values => j.list(|j| values.iter().for_each(|value| j.string(value))),
                    }
                });
            }
        });
        j.key("recommended");
        match &plan.first.recommended {
            Some(design) => write_recommended(j, catalog, plan, design),
            None => j.null(),
        }
        j.key("alternatives").list(|j| {
            for alternative in &plan.advice.alternatives {
                write_design(j, catalog, alternative);
            }
        });
        j.key("options");
        write_options(j, catalog, plan);
        j.key("findings").list(|j| {
            for finding in &plan.first.findings {
                write_finding(j, catalog, finding);
            }
        });
        j.key("repairs").list(|j| {
            for repair in &plan.advice.repairs {
                j.object(|j| {
                    j.key("change");
                    write_change(j, catalog, &repair.change);
                    j.key("effect");
                    write_effect(j, &repair.effect);
                    j.key("verdict").string(repair.effect.verdict.name());
                    j.key("gainDb");
                    write_margin(j, repair.gain);
                    if repair.replaces {
                        j.key("replaces").bool(true);
                    }
                });
            }
        });
        super::advice::write_advice(j, catalog, plan);
    });
    json.finish()
}

/// Writes the canonical request.
#[must_use]
pub fn write_request(catalog: &Catalog, request: &Request) -> String {
    let mut json = Json::new();
    write_request_object(&mut json, catalog, request);
    json.finish()
}

pub(super) fn write_request_object(j: &mut Json, catalog: &Catalog, request: &Request) {
    j.object(|j| {
        j.key("schema").string(REQUEST_SCHEMA);
        write_fields(j, catalog, request);
    });
}

/// A change, each field replacing the whole field, `null` where it is left open again.
pub(super) fn write_change(j: &mut Json, catalog: &Catalog, change: &Change) {
    j.object(|j| {
        for field in Field::ALL.iter().copied() {
            if change.opens(field) {
                j.key(field.name()).null();
            } else if !change.is_open(field) {
                j.key(field.name());
                write_field(j, catalog, change, field);
            }
        }
    });
}

fn write_fields(j: &mut Json, catalog: &Catalog, request: &Request) {
    for field in request.said() {
        j.key(field.name());
        write_field(j, catalog, request, field);
    }
}

/// The recommended design, whose loss has its spread.
fn write_recommended(j: &mut Json, catalog: &Catalog, plan: &Plan, design: &Design) {
    j.object(|j| write_design_fields(j, catalog, design, plan.advice.risk.as_ref()));
}

fn write_design(j: &mut Json, catalog: &Catalog, alternative: &Alternative) {
    let design = &alternative.design;
    j.object(|j| {
        j.key("priority").string(alternative.priority.name());
        j.key("best").list(|j| alternative.best.iter().for_each(|b| j.string(b.name())));
        j.key("leaves");
        write_change(j, catalog, &alternative.change);
        j.key("carries").whole(alternative.carries);
        j.key("verdict").string(design.verdict.name());
        write_design_fields(j, catalog, design, None);
    });
}

fn write_design_fields(j: &mut Json, catalog: &Catalog, design: &Design, risk: Option<&Risk>) {
    let (frame, figures) = (&design.frame, &design.figures);
    {
        j.key("application").string(catalog.application(frame.link.near).name);
        j.key("farApplication").string(catalog.application(frame.link.far).name);
        j.key("status").string(catalog.application(frame.link.near).status.name());
        j.key("module");
        match frame.link.module {
            Some(id) => j.string(catalog.module(id).id),
            None => j.null(),
        }
        if let Some(id) = frame.link.far_module {
            j.key("farModule").string(catalog.module(id).id);
        }
        j.key("fiber").string(figures.fiber.name());
        j.key("grade").string(figures.grade.name(catalog));
        j.key("lcGrade").string(figures.lc_grade.name(catalog));
        j.key("brand").string(design.brand.name());
        j.key("topology").string(frame.topology.name());
        j.key("pinning").string(frame.pinning.name());
        j.key("base").whole(frame.array.fibers());
        j.key("attenuation").string(figures.basis.name());
        j.key("lengthM").number(&figures.length.meters());
        j.key("channel").list(|j| {
            for element in &frame.assembly.elements {
                write_element(j, catalog, element);
            }
        });
        j.key("loss");
        write_loss(j, catalog, design, risk);
        j.key("reach");
        write_reach(j, design);
        j.key("polarity");
        write_proof(j, design);
        j.key("counts").object(|j| {
            j.key("legs").whole(frame.order.legs);
            j.key("trunkLegs").whole(frame.order.trunk_legs);
            let spare = frame.order.trunk_legs.saturating_sub(frame.order.legs);
            j.key("spareLegs").whole(spare);
            j.key("litFibers").whole(frame.order.lit_fibers);
            j.key("fibers").whole(frame.order.fibers);
            j.key("rackUnits").whole(frame.order.rack_units);
        });
        j.key("relativeCost").number(&cost(design.cost));
        j.key("bom").list(|j| {
            for line in &frame.order.lines {
                write_line(j, catalog, design, line);
            }
        });
        if !frame.order.in_place.is_empty() {
            j.key("inPlace").list(|j| {
                for line in &frame.order.in_place {
                    write_line(j, catalog, design, line);
                }
            });
        }
    }
}

pub(super) fn cost(cost: Cost) -> String {
    format_decimal(i64::try_from(cost).unwrap_or(i64::MAX), COST_DIGITS)
}

fn write_end(j: &mut Json, end: Option<End>) {
    match end {
        None => j.null(),
        Some(end) => j.object(|j| {
            j.key("connector").string(end.connector.name());
            j.key("pins").string(end.pins.name());
            j.key("endFace").string(end.face.map_or("none", |face| face.name()));
        }),
    }
}

fn write_place(j: &mut Json, place: Place, with_port: bool) {
    if with_port {
        j.object(|j| {
            j.key("port").whole(place.port);
            j.key("position").whole(place.position);
        });
    } else {
        j.whole(place.position);
    }
}

fn write_element(j: &mut Json, catalog: &Catalog, element: &Element) {
    j.object(|j| {
        j.key("kind").string(element.kind.name());
        if let Some(part) = element.part {
            j.key("part").string(catalog.part(part).id);
        }
        if let Some(length) = element.length {
            j.key("lengthM").number(&length.meters());
        }
        if let Some(polarity) = polarity_word(element) {
            j.key("polarity").string(polarity);
        }
        if let Some(key) = element.key {
            j.key("key").string(key.name());
        }
        if element.in_place {
            j.key("inPlace").bool(true);
        }
        j.key("ends").list(|j| element.ends.into_iter().for_each(|end| write_end(j, end)));
        if element.ports > 0 {
            j.key("ports").list(|j| {
                // Of a transceiver the receptacle faces A; of a part that breaks out, its B side.
                let end = match element.kind {
                    ElementKind::Transceiver => element.ends[0],
                    _ => element.ends[1],
                };
                (0..element.ports).for_each(|_| write_end(j, end));
            });
        }
        let pairs = element.pairs();
        let several = |side: fn(&(Place, Place)) -> Place| pairs.iter().any(|p| side(p).port > 1);
        let (near, far) = (several(|pair| pair.0), several(|pair| pair.1));
        j.key("map").list(|j| {
            for (from, to) in &pairs {
                j.list(|j| {
                    write_place(j, *from, near);
                    write_place(j, *to, far);
                });
            }
        });
    });
}

/// The letter or map id of a cable.
fn polarity_word(element: &Element) -> Option<&'static str> {
    if !element.is_cable() {
        return None;
    }
    element.named().map(Named::word)
}

fn write_loss(j: &mut Json, catalog: &Catalog, design: &Design, risk: Option<&Risk>) {
    j.object(|j| {
        j.key("terms").list(|j| {
            for term in &design.terms {
                j.object(|j| {
                    j.key("kind").string(term.kind.name());
                    j.key("at").whole(u32::try_from(term.at).unwrap_or(u32::MAX));
                    if let Some(length) = term.length {
                        j.key("lengthM").number(&length.meters());
                    }
                    j.key("db").number(&term.loss.db());
                    if let Some(typical) = term.typical {
                        j.key("typicalDb").number(&typical.db());
                    }
                    let source = match term.source {
                        TermSource::Grade(grade) => format!("grade {}", grade.name(catalog)),
                        TermSource::Attenuation(attenuation, basis) => {
                            format!("{basis} {} dB/km", attenuation.db_per_km())
                        }
                        TermSource::Splice => "splice".to_owned(),
                    };
                    j.key("source").string(&source);
                });
            }
        });
        j.key("worstCaseDb").number(&design.figures.total.db());
        let known = design.figures.limit.zip(design.margin());
        j.key("limitDb");
        match known {
            Some((limit, _)) => j.number(&limit.db()),
            None => j.null(),
        }
        j.key("marginDb");
        match known {
            Some((_, margin)) => j.number(&margin.db()),
            None => j.null(),
        }
        j.key("statistical");
        super::advice::write_risk(j, risk);
    });
}

fn write_reach(j: &mut Json, design: &Design) {
    let figures = &design.figures;
    j.object(|j| {
        j.key("lengthM").number(&figures.length.meters());
        j.key("limitM");
        match figures.reach {
            Some(reach) => j.number(&reach.meters()),
            None => j.null(),
        }
        j.key("basis").string(figures.reach_basis);
        j.key("verdict").string(design.results().reach.name());
    });
}

fn write_proof(j: &mut Json, design: &Design) {
    let Assembly { method, proof, .. } = &design.frame.assembly;
    j.object(|j| {
        j.key("method").string(method);
        j.key("verdict").string(design.results().polarity.name());
        j.key("lanes").list(|j| {
            for lane in &proof.lanes {
                j.object(|j| {
                    j.key("lane").whole(lane.lane);
                    j.key("direction").string(lane.direction.name());
                    j.key("from");
                    write_place(j, lane.from, true);
                    j.key("to");
                    write_place(j, lane.to, true);
                    j.key("path").list(|j| lane.path.iter().for_each(|p| j.whole(*p)));
                    j.key("ok").bool(lane.ok);
                });
            }
        });
    });
}

fn write_line(j: &mut Json, catalog: &Catalog, design: &Design, line: &Line) {
    j.object(|j| {
        j.key("kind").string(line.kind.name());
        j.key("part").string(&crate::describe::part_name(catalog, design, line));
        j.key("quantity").whole(line.quantity);
        j.key("spare").whole(line.spare);
        if let Some(per_end) = line.per_end {
            j.key("perEnd").whole(per_end);
        }
        if let Some(counts) = line.places {
            j.key("places").object(|j| {
                for (name, count) in ["a", "between", "b"].into_iter().zip(counts) {
                    j.key(name).whole(count);
                }
            });
        }
        j.key("description").string(&crate::describe::description(catalog, design, line));
        if let Some(length) = line.length {
            j.key("lengthM").number(&length.meters());
        }
        if let Some(legs) = line.legs {
            j.key("legs").whole(legs);
        }
        if let Some(fibers) = line.fibers {
            j.key("fibers").whole(fibers);
        }
        if let Some([a, b]) = line.ends {
            let arrays = [a, b].map(|end| end.connector.is_array());
            if arrays.contains(&true) || a.pins != b.pins {
                write_pair(j, "pins", arrays, [a, b].map(|end| end.pins.name()));
            }
        }
        if let Some(map) = line.map {
            j.key("polarity").string(map.word());
        }
        if let Some(key) = line.key {
            j.key("key").string(key.name());
        }
        if let (Some([a, b]), Some(made)) = (line.ends, made(design, line)) {
            let faces = [a, b].map(|end| end.face.map_or("none", |face| face.name()));
            write_pair(j, "endFace", [true, true], faces);
            let connectors = [a, b].map(|end| end.connector.name());
            write_pair(j, "connector", [true, true], connectors);
            j.key("fiber").string(made.fiber.name());
            j.key("grade").string(made.grade.name(catalog));
            // Of cassettes in place both are said.
            let lying = line.in_place && line.kind == LineKind::Cassette;
            if let Some(front) = made.lc_grade.or_else(|| lying.then_some(made.grade)) {
                j.key("lcGrade").string(front.name(catalog));
            }
            if let Some(brand) = made.brand {
                j.key("brand").string(brand.name());
            }
        }
        if line.in_place && line.kind == LineKind::AdapterPanel {
            let connector = crate::describe::panel_connector(design, line);
            j.key("connector").string(connector.name());
        }
        j.key("toBeConfirmed").list(|j| {
            line.to_confirm.iter().for_each(|field| j.string(field.name()));
        });
        j.key("channel").list(|j| {
            line.elements.iter().for_each(|at| j.whole(u32::try_from(*at).unwrap_or(u32::MAX)));
        });
    });
}

/// One word where both sides say the same, or where only one side has anything to say.
fn write_pair(j: &mut Json, key: &str, speaks: [bool; 2], [a, b]: [&str; 2]) {
    j.key(key);
    match speaks {
        _ if a == b => j.string(a),
        [true, false] => j.string(a),
        [false, true] => j.string(b),
        _ => j.list(|j| {
            j.string(a);
            j.string(b);
        }),
    }
}

pub(super) fn write_finding(j: &mut Json, catalog: &Catalog, finding: &Finding) {
    j.object(|j| {
        j.key("code").string(finding.code.name());
        j.key("severity").string(finding.severity.name());
        j.key("subject").string(&finding.subject);
        j.key("facts").object(|j| {
            for (name, fact) in &finding.facts {
                j.key(name);
                match fact {
                    Fact::Name(name) => j.string(name),
                    Fact::Words(words) => {
                        j.list(|j| words.iter().for_each(|word| j.string(word)));
                    }
                    Fact::Loss(loss) => j.number(&loss.db()),
                    Fact::Margin(margin) => j.number(&margin.db()),
                    Fact::Length(length) => j.number(&length.meters()),
                    Fact::Count(count) => j.whole(*count),
                }
            }
        });
        j.key("fixes").list(|j| {
            for fix in &finding.fixes {
                j.object(|j| {
                    j.key("change");
                    write_change(j, catalog, fix);
                });
            }
        });
    });
}
