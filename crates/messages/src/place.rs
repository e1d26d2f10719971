//! Names for places of a channel.

use crate::Voice;
use fiberlane_engine::channel::{Element, ElementKind};

/// Where an element stands: "panel A", "cassette B", "the transceiver at end A".
#[must_use]
pub fn place_name(voice: Voice<'_>, elements: &[Element], index: usize) -> String {
    let Some(element) = elements.get(index) else {
        return String::new();
    };
    let first_trunk = elements.iter().position(|e| e.kind == ElementKind::Trunk);
    let last_trunk = elements.iter().rposition(|e| e.kind == ElementKind::Trunk);
    let side = match (first_trunk, last_trunk) {
        (Some(first), _) if index < first => "A",
        (_, Some(last)) if index > last => "B",
        (Some(_), _) => "",
        _ if index * 2 < elements.len() => "A",
        _ => "B",
    };
    let key = match (element.kind, side) {
        (ElementKind::Adapter, "") => return middle_panel(voice, elements, index),
        (ElementKind::Adapter, _) => "place.panel",
        (ElementKind::Cassette, _) => "place.cassette",
        (ElementKind::Cord, _) if is_cross(elements, index) => {
            return voice.text("place.crossCord").to_owned();
        }
        (ElementKind::Cord, _) => "place.cord",
        (ElementKind::Trunk, _) => return voice.text("place.trunk").to_owned(),
        (ElementKind::Conversion, _) => "place.conversion",
        (ElementKind::Harness, _) => "place.harness",
        (ElementKind::Transceiver, _) => "place.transceiver",
    };
    voice.fill(key, &[("side", side)])
}

/// The panel between two trunks; where there are several, which one.
fn middle_panel(voice: Voice<'_>, elements: &[Element], index: usize) -> String {
    let last = elements.iter().rposition(|e| e.kind == ElementKind::Trunk).unwrap_or(0);
    let first = elements.iter().position(|e| e.kind == ElementKind::Trunk).unwrap_or(0);
    let middle = |at: &usize| elements[*at].kind == ElementKind::Adapter;
    let places: Vec<usize> = (first..last).filter(middle).collect();
    match places.iter().position(|at| *at == index) {
        Some(place) if places.len() > 1 => {
            voice.fill("place.middlePanels", &[("number", &(place + 1).to_string())])
        }
        _ => voice.text("place.middlePanel").to_owned(),
    }
}

/// Whether an element is a cord of a cross-connect: no end of it is in a transceiver.
fn is_cross(elements: &[Element], index: usize) -> bool {
    let is = |at: usize, kind| elements.get(at).is_some_and(|e| e.kind == kind);
    is(index, ElementKind::Cord)
        && ![index.wrapping_sub(1), index + 1].iter().any(|at| is(*at, ElementKind::Transceiver))
}

/// What an element is, as a heading: "Cord A", "Trunk", "Panel B".
#[must_use]
pub fn element_title(voice: Voice<'_>, elements: &[Element], index: usize) -> String {
    if is_cross(elements, index) {
        return voice.text("field.cross").to_owned();
    }
    let name = place_name(voice, elements, index);
    let mut letters = name.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => name,
    }
}
