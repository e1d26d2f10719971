//! A fixed polarity or pinning that a part in place contradicts is a finding, never an overwrite.

use super::installed::Placed;
use super::maps::through;
use super::spec::Spec;

/// Whether any part in place is of another type, key, family or gender than was fixed.
fn contradicted(spec: &Spec) -> bool {
    let (trunks, panels) = (&spec.in_place.trunks, &spec.in_place.panels);
    let [at_a, at_b] = &spec.in_place.cassettes;
    if let Some(fixed) = spec.polarity.as_deref() {
        let keyed = || panels.iter().chain([at_a, at_b]).flatten().filter_map(|p| p.key.as_deref());
        let key = match fixed {
            "B" | "U2" => Some("aligned"),
            "A" | "C" | "U1" => Some("opposed"),
            _ => None,
        };
        let boxes = [(false, at_a), (true, at_b)];
        let mut boxes = boxes.into_iter().filter(|_| spec.topology == "cassette-to-cassette");
        let other = |(b, p): (bool, &Option<Placed>)| {
            let said = p.as_ref().and_then(|p| family(p.polarity.as_deref()?, b));
            said.zip(family(fixed, b)).is_some_and(|(has, wants)| has != wants)
        };
        if trunks.iter().flatten().any(|trunk| of_other_type(spec, trunk, fixed))
            || key.is_some_and(|key| keyed().any(|has| has != key))
            || boxes.any(other)
        {
            return true;
        }
    }
    let (outer, rear) = match spec.fixed_pinning.as_deref() {
        Some("pinned-trunk") => ("pinned", "unpinned"),
        Some("pinned-module") => ("unpinned", "pinned"),
        _ => return false,
    };
    let every = spec.topology == "cross-connect";
    let (first, last) = (0, trunks.len().saturating_sub(1));
    let wrong = trunks.iter().enumerate().any(|(run, trunk)| {
        let Some([a, b]) = trunk.as_ref().and_then(|t| t.pins.as_ref()) else { return false };
        ((every || run == first) && a != outer) || ((every || run == last) && b != outer)
    });
    // A cassette that mates with the said pins of the trunk beside it adds nothing to that trunk.
    let beside = [trunks.first(), trunks.last()];
    let boxes = [at_a, at_b].into_iter().zip(beside).enumerate();
    wrong
        || boxes.into_iter().any(|(end, (cassette, trunk))| {
            let own = cassette.as_ref().and_then(|p| p.pins.as_ref()).map(|pins| &pins[0]);
            let met = trunk.and_then(Option::as_ref).and_then(|t| t.pins.as_ref());
            own.is_some_and(|own| own != rear && met.is_none_or(|met| met[end] == *own))
        })
}

/// The type that trunks of a method have.
fn letter(method: &str) -> &str {
    match method {
        "U1" | "U2" => "B",
        other => other,
    }
}

fn of_other_type(spec: &Spec, trunk: &Placed, fixed: &str) -> bool {
    let fixed = letter(fixed);
    match (&trunk.map, trunk.polarity.as_deref()) {
        (Some(map), _) => {
            let usual = format!("MPO-{}", spec.base);
            let connector = trunk.connector.as_deref().unwrap_or(&usual);
            map.iter().any(|(a, b)| through(connector, fixed, *a).is_ok_and(|to| to != *b))
        }
        (None, Some(has)) => letter(has) != fixed,
        (None, None) => false,
    }
}

/// Which maps cassettes of a method have, at A or at B.
fn family(method: &str, at_b: bool) -> Option<u8> {
    match (method, at_b) {
        ("A" | "C", _) | ("B", false) => Some(0),
        ("B", true) => Some(1),
        ("U1" | "U2", _) => Some(2),
        _ => None,
    }
}

/// INS006 is there when it must be, and only then.
pub(crate) fn check(spec: &Spec, warnings: &[&str], out: &mut Vec<String>) {
    let (wants, has) = (contradicted(spec), warnings.contains(&"INS006"));
    if wants != has {
        out.push(format!("INS006 as a warning is expected: {wants}, found: {has}"));
    }
}
