//! Parts in place and the buyer's situation in a link.

use super::fragment::{FragmentError, MoreV3, PartV2, SituationV2, index, length, within, word};
use super::{
    At, Budget, GradeRef, Installed, InstalledKind, MAX_LINKS, MAX_TRUNK_LEGS, MAX_TRUNKS,
    Measured, Method, Place, Situation,
};
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
        two_rows: part
            .mapped
            .filter(|_| part.kind == InstalledKind::Trunk)
            .map(|m| m.id.to_owned()),
        grade: part.grade.map(|grade| grade.name(catalog).to_owned()),
        length: part.length.map(Length::steps),
        key: part.key.and_then(|key| index(&KEYS, key)),
        map: part.map.map(|map| map.pairs().collect()),
    }
}

pub(super) fn thaw_part(
    catalog: &'static Catalog,
    part: PartV2,
) -> Result<Installed, FragmentError> {
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
    read.mapped = part.two_rows.map(|id| catalog.row_map(&id).ok_or(wrong.clone())).transpose()?;
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

/// What version 3 adds of a part.
pub(super) fn freeze_more(catalog: &Catalog, part: &Installed) -> MoreV3 {
    let cassette = part.mapped.filter(|_| part.kind == InstalledKind::Cassette);
    MoreV3 {
        at: part.at.map(|at| match at {
            At::Run(run) => run,
            At::A => AT_A,
            At::B => AT_B,
            At::Joint(run) => JOINTS + run,
        }),
        lc_grade: part.lc_grade.map(|grade| grade.name(catalog).to_owned()),
        count: part.count,
        legs: part.legs,
        cassette: cassette.map(|map| map.id.to_owned()),
    }
}

/// End A, end B and joints among the places of version 3.
const AT_A: u8 = 101;
const AT_B: u8 = 102;
const JOINTS: u8 = 200;

/// Adds to a part what version 3 says of it.
pub(super) fn thaw_more(
    catalog: &'static Catalog,
    part: &mut Installed,
    more: MoreV3,
) -> Result<(), FragmentError> {
    const WHERE: &str = "installed";
    let wrong = || FragmentError::Field(WHERE);
    let run = |run: u8| (1..=MAX_TRUNKS).contains(&usize::from(run)).then_some(run);
    let place = |code: u8| match (part.kind, code) {
        (InstalledKind::Trunk, code) => run(code).map(At::Run),
        (_, AT_A) => Some(At::A),
        (_, AT_B) => Some(At::B),
        (InstalledKind::AdapterPanel, code) => {
            let before = run(code.checked_sub(JOINTS)?)?;
            (usize::from(before) < MAX_TRUNKS).then_some(At::Joint(before))
        }
        (InstalledKind::Cassette, _) => None,
    };
    part.at = more.at.map(|code| place(code).ok_or_else(wrong)).transpose()?;
    let grade = |id: String| GradeRef::find(catalog, &id).ok_or_else(wrong);
    part.lc_grade = more.lc_grade.map(grade).transpose()?;
    part.count = within(more.count, 1, MAX_LINKS, WHERE)?;
    part.legs = within(more.legs, 1, MAX_TRUNK_LEGS, WHERE)?;
    if let Some(id) = more.cassette {
        let fits = part.kind == InstalledKind::Cassette;
        part.mapped =
            Some(catalog.cassette_map(&id, part.connector).filter(|_| fits).ok_or_else(wrong)?);
    }
    Ok(())
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
