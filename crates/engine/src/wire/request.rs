//! A request field by field.

use super::Json;
use super::place::{write_part, write_situation};
use crate::request::{FarEnd, Field, Lengths, Request, SpareKind, Spares};
use fiberlane_catalog::Catalog;
use fiberlane_units::Loss;

/// Writes the value of a field, `null` where it is open.
pub(super) fn write_field(j: &mut Json, catalog: &Catalog, request: &Request, field: Field) {
    let application = |id| catalog.application(id).name;
    match field {
        Field::Application => word(j, request.application.map(application)),
        Field::Speed => word(j, request.speed.map(|speed| catalog.speed_name(speed)).as_deref()),
        Field::Module => word(j, request.module.map(|id| catalog.module(id).id)),
        Field::FarEnd => write_far_end(j, catalog, request.far_end),
        Field::Fiber => word(j, request.fiber.map(|fiber| fiber.name())),
        Field::Grade => word(j, request.grade.map(|grade| grade.name(catalog))),
        Field::LcGrade => word(j, request.lc_grade.map(|grade| grade.name(catalog))),
        Field::Brand => word(j, request.brand.map(|brand| brand.name())),
        Field::Topology => word(j, request.topology.map(|topology| topology.name())),
        Field::Lengths => write_lengths(j, &request.lengths),
        Field::Links => whole(j, request.links),
        Field::Splices => whole(j, request.splices),
        Field::SpliceLoss => loss(j, request.splice_loss),
        Field::Polarity => word(j, request.polarity.map(|polarity| polarity.name())),
        Field::Pinning => word(j, request.pinning.map(|pinning| pinning.name())),
        Field::Base => whole(j, request.base.map(u32::from)),
        Field::TrunkLegs => whole(j, request.trunk_legs),
        Field::Spares => write_spares(j, request.spares),
        Field::Attenuation => word(j, request.attenuation.map(|basis| basis.name())),
        Field::TightBelow => loss(j, request.tight_below),
        Field::Limit => word(j, request.limit.map(|basis| basis.name())),
        Field::Priority => word(j, request.priority.map(|priority| priority.name())),
        Field::Installed => match &request.installed {
            Some(parts) => j.list(|j| parts.iter().for_each(|part| write_part(j, catalog, part))),
            None => j.null(),
        },
        Field::Conversion => word(j, request.conversion.map(|conversion| conversion.name())),
        Field::ConnectionsAtMost => loss(j, request.connections_at_most),
        Field::ReferenceEnd => loss(j, request.reference_end),
        Field::Situation => match &request.situation {
            Some(situation) => write_situation(j, situation),
            None => j.null(),
        },
    }
}

fn word(j: &mut Json, value: Option<&str>) {
    match value {
        Some(value) => j.string(value),
        None => j.null(),
    }
}

fn whole(j: &mut Json, value: Option<u32>) {
    match value {
        Some(value) => j.whole(value),
        None => j.null(),
    }
}

fn loss(j: &mut Json, value: Option<Loss>) {
    match value {
        Some(value) => j.number(&value.db()),
        None => j.null(),
    }
}

fn write_far_end(j: &mut Json, catalog: &Catalog, far: Option<FarEnd>) {
    let Some(far) = far else { return j.null() };
    j.object(|j| {
        match far.breakout() {
            None => j.key("kind").string("same"),
            Some(id) => {
                j.key("kind").string("breakout");
                j.key("application").string(catalog.application(id).name);
            }
        }
        if let Some(module) = far.module() {
            j.key("module").string(catalog.module(module).id);
        }
    });
}

fn write_lengths(j: &mut Json, lengths: &Lengths) {
    j.object(|j| {
        if let Some(length) = lengths.cord_a {
            j.key("cordA").number(&length.meters());
        }
        for (key, list) in [("trunks", &lengths.trunks), ("cross", &lengths.cross)] {
            if !list.is_empty() {
                j.key(key).list(|j| list.iter().for_each(|l| j.number(&l.meters())));
            }
        }
        if let Some(length) = lengths.cord_b {
            j.key("cordB").number(&length.meters());
        }
    });
}

fn write_spares(j: &mut Json, spares: Option<Spares>) {
    match spares {
        None => j.null(),
        Some(Spares::All(percent)) => j.whole(percent),
        Some(Spares::ByKind(percents)) => j.object(|j| {
            for (kind, percent) in SpareKind::ALL.iter().zip(percents) {
                if let Some(percent) = percent {
                    j.key(kind.name()).whole(percent);
                }
            }
        }),
    }
}
