//! The request in a link: `fl=`, a version, and base64url of a compact binary form that never
//! changes.

use super::fragment_place::{
    freeze_more, freeze_part, freeze_situation, thaw_more, thaw_part, thaw_situation,
};
use super::{
    AttenuationBasis, Brand, Conversion, FarEnd, GradeRef, Lengths, LimitBasis, MAX_LENGTH_M,
    MAX_LINKS, MAX_SPLICES, MAX_TRUNK_LEGS, MAX_TRUNKS, Pinning, Polarity, Priority, Request,
    Spares, Topology,
};
use base64ct::{Base64UrlUnpadded, Encoding};
use fiberlane_catalog::{Catalog, Fiber};
use fiberlane_units::{Length, Loss};
use serde::{Deserialize, Serialize};

/// What stands before the encoded bytes of version 1.
const PREFIX: &str = "fl=1.";
/// And of version 2: version 1 followed by what it had no place for. Written only when there is
/// something of that kind, so that a link stays readable by as many pages as possible.
const PREFIX_2: &str = "fl=2.";
/// And of version 3, which adds to version 2 in the same way.
const PREFIX_3: &str = "fl=3.";

/// Why a fragment is no request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FragmentError {
    /// Written by a version that this one does not know.
    Version,
    /// Cut off or altered on its way.
    Damaged,
    /// Whole, but this field says something the catalog does not have or a limit forbids.
    Field(&'static str),
}

/// Version 1, frozen: fields are only ever read, never changed. Words are their index in the order
/// of the wire's documentation.
#[derive(Serialize, Deserialize)]
struct RequestV1 {
    application: Option<String>,
    speed: Option<u16>,
    module: Option<String>,
    far_end: Option<Option<String>>,
    fiber: Option<u8>,
    grade: Option<String>,
    lc_grade: Option<String>,
    brand: Option<u8>,
    topology: Option<u8>,
    cord_a: Option<u64>,
    trunks: Vec<u64>,
    cross: Vec<u64>,
    cord_b: Option<u64>,
    links: Option<u32>,
    splices: Option<u32>,
    splice_loss: Option<u64>,
    polarity: Option<String>,
    pinning: Option<u8>,
    base: Option<u8>,
    trunk_legs: Option<u32>,
    spares: Option<u32>,
    attenuation: Option<u8>,
    tight_below: Option<u64>,
    priority: Option<u8>,
}

/// What version 2 adds, frozen.
#[derive(Serialize, Deserialize, Default, PartialEq)]
struct AddedV2 {
    installed: Option<Vec<PartV2>>,
    conversion: Option<u8>,
    connections_at_most: Option<u64>,
    reference_end: Option<u64>,
    situation: Option<SituationV2>,
}

/// A part in place.
#[derive(Serialize, Deserialize, PartialEq)]
pub(super) struct PartV2 {
    pub(super) kind: u8,
    pub(super) connector: Option<u8>,
    pub(super) fiber: Option<u8>,
    pub(super) face: Option<u8>,
    pub(super) pins: Option<(u8, u8)>,
    pub(super) method: Option<u8>,
    pub(super) two_rows: Option<String>,
    pub(super) grade: Option<String>,
    pub(super) length: Option<u64>,
    pub(super) key: Option<u8>,
    pub(super) map: Option<Vec<(u8, u8)>>,
}

/// What version 3 adds, frozen.
#[derive(Serialize, Deserialize, Default, PartialEq)]
struct AddedV3 {
    far_module: Option<String>,
    limit: Option<u8>,
    /// Spares of cords, trunks, harnesses and cassettes.
    spares: Option<[Option<u32>; 4]>,
    /// By place in the list of parts, what version 2 has no room for.
    parts: Vec<(u16, MoreV3)>,
}

/// More of a part in place.
#[derive(Serialize, Deserialize, Default, PartialEq)]
pub(super) struct MoreV3 {
    /// A run from 1; or 101 for end A, 102 for end B, 200 and the run before it for a joint.
    pub(super) at: Option<u8>,
    pub(super) lc_grade: Option<String>,
    pub(super) count: Option<u32>,
    pub(super) legs: Option<u32>,
    /// A map of a cassette.
    pub(super) cassette: Option<String>,
}

/// The buyer's situation.
#[derive(Serialize, Deserialize, PartialEq)]
pub(super) struct SituationV2 {
    pub(super) place: Option<u8>,
    pub(super) matings_per_year: Option<u32>,
    pub(super) field_changes: Option<bool>,
    pub(super) budget: Option<u8>,
    pub(super) outage_cost_per_minute: Option<u64>,
    pub(super) price_difference: Option<u64>,
}

/// Writes a request as a URL fragment, without the `#`.
#[must_use]
pub fn encode_fragment(catalog: &Catalog, request: &Request) -> String {
    // A field without a place in a link does not compile.
    let Request {
        application,
        speed,
        module,
        far_end,
        fiber,
        grade,
        lc_grade,
        brand,
        topology,
        lengths,
        links,
        splices,
        splice_loss,
        polarity,
        pinning,
        base,
        trunk_legs,
        spares,
        attenuation,
        tight_below,
        limit,
        priority,
        installed,
        conversion,
        connections_at_most,
        reference_end,
        situation,
        former: _,
    } = request;
    let steps = |lengths: &[Length]| lengths.iter().map(|length| length.steps()).collect();
    let frozen = RequestV1 {
        application: application.map(|id| catalog.application(id).name.to_owned()),
        speed: *speed,
        module: module.map(|id| catalog.module(id).id.to_owned()),
        far_end: far_end
            .map(|far| far.breakout().map(|id| catalog.application(id).name.to_owned())),
        fiber: fiber.and_then(|fiber| index(&Fiber::ALL, fiber)),
        grade: grade.map(|grade| grade.name(catalog).to_owned()),
        lc_grade: lc_grade.map(|grade| grade.name(catalog).to_owned()),
        brand: brand.and_then(|brand| index(Brand::ALL, brand)),
        topology: topology.and_then(|topology| index(Topology::ALL, topology)),
        cord_a: lengths.cord_a.map(Length::steps),
        trunks: steps(&lengths.trunks),
        cross: steps(&lengths.cross),
        cord_b: lengths.cord_b.map(Length::steps),
        links: *links,
        splices: *splices,
        splice_loss: splice_loss.map(Loss::steps),
        polarity: polarity.map(|polarity| polarity.name().to_owned()),
        pinning: pinning.and_then(|pinning| index(Pinning::ALL, pinning)),
        base: *base,
        trunk_legs: *trunk_legs,
        spares: match *spares {
            Some(Spares::All(percent)) => Some(percent),
            _ => None,
        },
        attenuation: attenuation.and_then(|basis| index(AttenuationBasis::ALL, basis)),
        tight_below: tight_below.map(Loss::steps),
        priority: priority.and_then(|priority| index(Priority::ALL, priority)),
    };
    let added = AddedV2 {
        installed: installed
            .as_ref()
            .map(|parts| parts.iter().map(|part| freeze_part(catalog, part)).collect()),
        conversion: conversion.and_then(|kind| index(Conversion::ALL, kind)),
        connections_at_most: connections_at_most.map(Loss::steps),
        reference_end: reference_end.map(Loss::steps),
        situation: situation.as_ref().map(freeze_situation),
    };
    let parts = installed.as_deref().unwrap_or_default();
    let more = (0..).zip(parts.iter().map(|part| freeze_more(catalog, part)));
    let third = AddedV3 {
        far_module: far_end.and_then(FarEnd::module).map(|id| catalog.module(id).id.to_owned()),
        limit: limit.and_then(|basis| index(LimitBasis::ALL, basis)),
        spares: match *spares {
            Some(Spares::ByKind(percents)) => Some(percents),
            _ => None,
        },
        parts: more.filter(|(_, more)| *more != MoreV3::default()).collect(),
    };
    let mut bytes = postcard::to_allocvec(&frozen).unwrap_or_default();
    let prefix = if third != AddedV3::default() {
        bytes.extend(postcard::to_allocvec(&added).unwrap_or_default());
        bytes.extend(postcard::to_allocvec(&third).unwrap_or_default());
        PREFIX_3
    } else if added != AddedV2::default() {
        bytes.extend(postcard::to_allocvec(&added).unwrap_or_default());
        PREFIX_2
    } else {
        PREFIX
    };
    let sum = checksum(&bytes);
    bytes.extend(sum);
    let mut text = prefix.to_owned();
    text.push_str(&Base64UrlUnpadded::encode_string(&bytes));
    text
}

/// Reads a URL fragment, with or without the `#`.
///
/// # Errors
/// When it was written by another version, is damaged, or names what the catalog does not have.
pub fn decode_fragment(
    catalog: &'static Catalog,
    fragment: &str,
) -> Result<Request, FragmentError> {
    let text = fragment.strip_prefix('#').unwrap_or(fragment);
    let versions = [(PREFIX, 1), (PREFIX_2, 2), (PREFIX_3, 3)];
    let known = versions
        .into_iter()
        .find_map(|(prefix, version)| text.strip_prefix(prefix).map(|code| (code, version)));
    let Some((code, version)) = known else {
        return Err(FragmentError::Version);
    };
    let bytes = Base64UrlUnpadded::decode_vec(code).map_err(|_| FragmentError::Damaged)?;
    let (body, sum) = bytes.split_last_chunk::<2>().ok_or(FragmentError::Damaged)?;
    if checksum(body) != *sum {
        return Err(FragmentError::Damaged);
    }
    let (frozen, rest): (RequestV1, _) =
        postcard::take_from_bytes(body).map_err(|_| FragmentError::Damaged)?;
    let mut request = thaw(catalog, frozen)?;
    let (added, rest): (AddedV2, _) = match version {
        1 => (AddedV2::default(), rest),
        _ => postcard::take_from_bytes(rest).map_err(|_| FragmentError::Damaged)?,
    };
    let (third, rest): (AddedV3, _) = match version {
        1 | 2 => (AddedV3::default(), rest),
        _ => postcard::take_from_bytes(rest).map_err(|_| FragmentError::Damaged)?,
    };
    if !rest.is_empty() {
        return Err(FragmentError::Damaged);
    }
    request.installed = added
        .installed
        .map(|parts| parts.into_iter().map(|part| thaw_part(catalog, part)).collect())
        .transpose()?;
    request.conversion = word(Conversion::ALL, added.conversion, "conversion")?;
    let checked = |steps: Option<u64>, field| steps.map(|s| loss(s, field)).transpose();
    request.connections_at_most = checked(added.connections_at_most, "connectionsAtMostDb")?;
    request.reference_end = checked(added.reference_end, "referenceEndDb")?;
    request.situation = added.situation.map(thaw_situation).transpose()?;
    add_third(catalog, &mut request, third)?;
    Ok(request)
}

/// Adds what version 3 says.
fn add_third(
    catalog: &'static Catalog,
    request: &mut Request,
    third: AddedV3,
) -> Result<(), FragmentError> {
    if let Some(id) = third.far_module {
        let module = catalog.module_called(&id).ok_or(FragmentError::Field("farEnd"))?;
        request.far_end = Some(match request.far_end.and_then(FarEnd::breakout) {
            None => FarEnd::Same(Some(module)),
            Some(application) => FarEnd::Breakout(application, Some(module)),
        });
    }
    request.limit = word(LimitBasis::ALL, third.limit, "limit")?;
    if let Some(percents) = third.spares {
        if percents.iter().flatten().any(|percent| *percent > 100) {
            return Err(FragmentError::Field("spares"));
        }
        request.spares = Some(Spares::ByKind(percents));
    }
    for (place, more) in third.parts {
        let part = request.installed.as_mut().and_then(|parts| parts.get_mut(usize::from(place)));
        thaw_more(catalog, part.ok_or(FragmentError::Damaged)?, more)?;
    }
    Ok(())
}

fn thaw(catalog: &'static Catalog, frozen: RequestV1) -> Result<Request, FragmentError> {
    let ends = [frozen.application.as_deref(), frozen.far_end.as_ref().and_then(|f| f.as_deref())];
    let former = ends.into_iter().flatten().find_map(|name| catalog.former_name(name));
    let application =
        |name: &str, field| catalog.application_called(name).ok_or(FragmentError::Field(field));
    let far_end = match frozen.far_end {
        None => None,
        Some(None) => Some(FarEnd::Same(None)),
        Some(Some(name)) => Some(FarEnd::Breakout(application(&name, "farEnd")?, None)),
    };
    let grade = |id: Option<String>, field| {
        id.map(|id| GradeRef::find(catalog, &id).ok_or(FragmentError::Field(field))).transpose()
    };
    let lengths = |steps: Vec<u64>, field| {
        if steps.len() > MAX_TRUNKS {
            return Err(FragmentError::Field(field));
        }
        steps.into_iter().map(|steps| length(steps, field)).collect::<Result<Vec<_>, _>>()
    };
    let request = Request {
        application: frozen
            .application
            .map(|name| application(&name, "application"))
            .transpose()?,
        speed: frozen.speed,
        module: frozen
            .module
            .map(|id| catalog.module_called(&id).ok_or(FragmentError::Field("module")))
            .transpose()?,
        far_end,
        fiber: word(&Fiber::ALL, frozen.fiber, "fiber")?,
        grade: grade(frozen.grade, "grade")?,
        lc_grade: grade(frozen.lc_grade, "lcGrade")?,
        brand: word(Brand::ALL, frozen.brand, "brand")?,
        topology: word(Topology::ALL, frozen.topology, "topology")?,
        lengths: Lengths {
            cord_a: frozen.cord_a.map(|steps| length(steps, "lengths.cordA")).transpose()?,
            trunks: lengths(frozen.trunks, "lengths.trunks")?,
            cross: lengths(frozen.cross, "lengths.cross")?,
            cord_b: frozen.cord_b.map(|steps| length(steps, "lengths.cordB")).transpose()?,
        },
        links: within(frozen.links, 1, MAX_LINKS, "links")?,
        splices: within(frozen.splices, 0, MAX_SPLICES, "splices")?,
        splice_loss: frozen.splice_loss.map(|steps| loss(steps, "spliceLossDb")).transpose()?,
        polarity: frozen
            .polarity
            .map(|word| Polarity::find(catalog, &word).ok_or(FragmentError::Field("polarity")))
            .transpose()?,
        pinning: word(Pinning::ALL, frozen.pinning, "pinning")?,
        base: frozen
            .base
            .map(|base| Some(base).filter(|b| [8, 12, 16, 24].contains(b)))
            .map(|base| base.ok_or(FragmentError::Field("base")))
            .transpose()?,
        trunk_legs: within(frozen.trunk_legs, 1, MAX_TRUNK_LEGS, "trunkLegs")?,
        spares: within(frozen.spares, 0, 100, "spares")?.map(Spares::All),
        attenuation: word(AttenuationBasis::ALL, frozen.attenuation, "attenuation")?,
        tight_below: frozen.tight_below.map(|steps| loss(steps, "tightBelowDb")).transpose()?,
        priority: word(Priority::ALL, frozen.priority, "priority")?,
        former,
        ..Request::default()
    };
    if request.named_application(catalog).is_none() && request.speed.is_none() {
        return Err(FragmentError::Field("application"));
    }
    Ok(request)
}

pub(super) fn index<T: PartialEq>(all: &[T], value: T) -> Option<u8> {
    all.iter().position(|other| *other == value).and_then(|i| u8::try_from(i).ok())
}

pub(super) fn word<T: Copy>(
    all: &[T],
    index: Option<u8>,
    field: &'static str,
) -> Result<Option<T>, FragmentError> {
    match index {
        None => Ok(None),
        Some(index) => {
            all.get(usize::from(index)).map(|v| Some(*v)).ok_or(FragmentError::Field(field))
        }
    }
}

pub(super) fn within(
    value: Option<u32>,
    least: u32,
    most: u32,
    field: &'static str,
) -> Result<Option<u32>, FragmentError> {
    match value {
        Some(value) if !(least..=most).contains(&value) => Err(FragmentError::Field(field)),
        value => Ok(value),
    }
}

pub(super) fn length(steps: u64, field: &'static str) -> Result<Length, FragmentError> {
    let length = Length::from_steps(steps);
    if length <= Length::from_meters(MAX_LENGTH_M) {
        Ok(length)
    } else {
        Err(FragmentError::Field(field))
    }
}

fn loss(steps: u64, field: &'static str) -> Result<Loss, FragmentError> {
    let loss = Loss::from_steps(steps);
    if loss <= Loss::from_milli(100_000) { Ok(loss) } else { Err(FragmentError::Field(field)) }
}

/// Two bytes that notice a cut or altered link (FNV-1a, folded).
fn checksum(bytes: &[u8]) -> [u8; 2] {
    let hash = bytes
        .iter()
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    let [a, b, c, d] = hash.to_le_bytes();
    [a ^ c, b ^ d]
}
