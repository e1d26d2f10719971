//! What a request says of the place: the parts that are there, the buyer's situation.

use super::Json;
use crate::end::Pins;
use crate::request::{At, Installed, Situation};
use fiberlane_catalog::Catalog;
use fiberlane_units::format_decimal;

pub(super) fn write_situation(j: &mut Json, situation: &Situation) {
    j.object(|j| {
        if let Some(place) = situation.place {
            j.key("place").string(place.name());
        }
        if let Some(count) = situation.matings_per_year {
            j.key("matingsPerYear").whole(count);
        }
        if let Some(changes) = situation.field_changes {
            j.key("fieldChanges").bool(changes);
        }
        if let Some(budget) = situation.budget {
            j.key("budget").string(budget.name());
        }
        let money = |j: &mut Json, key: &str, amount: Option<u64>| {
            if let Some(hundredths) = amount {
                let hundredths = i64::try_from(hundredths).unwrap_or(i64::MAX);
                j.key(key).number(&format_decimal(hundredths, 2));
            }
        };
        money(j, "outageCostPerMinute", situation.outage_cost_per_minute);
        money(j, "priceDifference", situation.price_difference);
    });
}

pub(super) fn write_part(j: &mut Json, catalog: &Catalog, part: &Installed) {
    j.object(|j| {
        j.key("kind").string(part.kind.name());
        if let Some(at) = part.at {
            j.key("at");
            match at {
                At::Run(run) => j.whole(run),
                At::A => j.string("A"),
                At::B => j.string("B"),
                At::Joint(run) => j.string(&format!("{run}-{}", run + 1)),
            }
        }
        if let Some(connector) = part.connector {
            j.key("connector").string(connector.name());
        }
        if let Some(fiber) = part.fiber {
            j.key("fiber").string(fiber.name());
        }
        if let Some(face) = part.face {
            j.key("endFace").string(face.name());
        }
        if let Some(pins) = part.pins {
            write_pins(j, pins);
        }
        if let Some(method) = part.method {
            j.key("polarity").string(method.name());
        } else if let Some(map) = part.mapped {
            j.key("polarity").string(map.id);
        }
        if let Some(grade) = part.grade {
            j.key("grade").string(grade.name(catalog));
        }
        if let Some(grade) = part.lc_grade {
            j.key("lcGrade").string(grade.name(catalog));
        }
        if let Some(length) = part.length {
            j.key("lengthM").number(&length.meters());
        }
        if let Some(key) = part.key {
            j.key("key").string(key.name());
        }
        if let Some(count) = part.count {
            j.key("count").whole(count);
        }
        if let Some(legs) = part.legs {
            j.key("legs").whole(legs);
        }
        if let Some(map) = part.map {
            j.key("map").list(|j| {
                for (from, to) in map.pairs() {
                    j.list(|j| {
                        j.whole(from);
                        j.whole(to);
                    });
                }
            });
        }
    });
}

fn write_pins(j: &mut Json, [a, b]: [Pins; 2]) {
    j.key("pins");
    if a == b {
        j.string(a.name());
    } else {
        j.list(|j| {
            j.string(a.name());
            j.string(b.name());
        });
    }
}
