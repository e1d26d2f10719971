//! Parts in place and the buyer's situation in a link.

use super::fragment::{FragmentError, PartV2, SituationV2, index, length, word};
use super::{Budget, GradeRef, Installed, InstalledKind, Measured, Method, Place, Situation};
use crate::end::Pins;
use fiberlane_catalog::{Catalog, Connector, EndFace, Fiber, Key};
use fiberlane_units::Length;

/// In the order that links count them, which never changes.
const CONNECTORS: [Connector; 5] =
    [Connector::Mpo8, Connector::Mpo12, Connector::Mpo16, Connector::Mpo24, Connector::Mpo32];
const FACES: [EndFace; 2] = [EndFace::Flat, EndFace::Angled];
const KEYS: [Key; 2] = [Key::Opposed, Key::Aligned];

pub(super) fn freeze_part(catalog: &Catalog, part: &Installed) -> PartV2 {
    let pin = |pins: Pins| index(Pins::ALL, pins).unwrap_or_default();
    PartV2 {
        kind: index(InstalledKind::ALL, part.kind).unwrap_or_default(),
        connector: part.connector.and_then(|connector| index(&CONNECTORS, connector)),
        fiber: part.fiber.and_then(|fiber| index(&Fiber::ALL, fiber)),
        face: part.face.and_then(|face| index(&FACES, face)),
        pins: part.pins.map(|[a, b]| (pin(a), pin(b))),
        method: part.method.and_then(|method| index(Method::ALL, method)),
        two_rows: part.two_rows.map(|map| map.id.to_owned()),
        grade: part.grade.map(|grade| grade.name(catalog).to_owned()),
        length: part.length.map(Length::steps),
        key: part.key.and_then(|key| index(&KEYS, key)),
        map: part.map.map(|map| map.pairs().collect()),
    }
}

pub(super) fn thaw_part(catalog: &Catalog, part: PartV2) -> Result<Installed, FragmentError> {
    const WHERE: &str = "installed";
    let wrong = FragmentError::Field(WHERE);
    let kind = word(InstalledKind::ALL, Some(part.kind), WHERE)?.ok_or(wrong.clone())?;
    let pin = |code| match word(Pins::ALL, Some(code), WHERE)? {
        Some(pins @ (Pins::Pinned | Pins::Unpinned)) => Ok(pins),
        _ => Err(FragmentError::Field(WHERE)),
    };
    let mut read = Installed::unknown(kind);
    read.connector = word(&CONNECTORS, part.connector, WHERE)?;
    read.fiber = word(&Fiber::ALL, part.fiber, WHERE)?;
    read.face = word(&FACES, part.face, WHERE)?;
    read.pins = part.pins.map(|(a, b)| Ok([pin(a)?, pin(b)?])).transpose()?;
    read.method = word(Method::ALL, part.method, WHERE)?;
    read.two_rows = part
        .two_rows
        .map(|id| {
            let map = catalog.map_named(&id).filter(|map| map.id.starts_with("24-"));
            map.ok_or(wrong.clone())
        })
        .transpose()?;
    read.grade =
        part.grade.map(|id| GradeRef::find(catalog, &id).ok_or(wrong.clone())).transpose()?;
    read.length = part.length.map(|steps| length(steps, WHERE)).transpose()?;
    read.key = word(&KEYS, part.key, WHERE)?;
    read.map = match (part.map, read.connector) {
        (None, _) => None,
        (Some(pairs), Some(connector)) => Some(Measured::new(connector, &pairs).ok_or(wrong)?),
        (Some(_), None) => return Err(wrong),
    };
    Ok(read)
}

pub(super) fn freeze_situation(situation: &Situation) -> SituationV2 {
    SituationV2 {
        place: situation.place.and_then(|place| index(Place::ALL, place)),
        matings_per_year: situation.matings_per_year,
        field_changes: situation.field_changes,
        budget: situation.budget.and_then(|budget| index(Budget::ALL, budget)),
        outage_cost_per_minute: situation.outage_cost_per_minute,
        price_difference: situation.price_difference,
    }
}

pub(super) fn thaw_situation(frozen: SituationV2) -> Result<Situation, FragmentError> {
    Ok(Situation {
        place: word(Place::ALL, frozen.place, "situation.place")?,
        matings_per_year: frozen.matings_per_year,
        field_changes: frozen.field_changes,
        budget: word(Budget::ALL, frozen.budget, "situation.budget")?,
        outage_cost_per_minute: frozen.outage_cost_per_minute,
        price_difference: frozen.price_difference,
    })
}
