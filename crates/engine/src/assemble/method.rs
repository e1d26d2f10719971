//! The method by which a channel is built, whatever was asked for.

use crate::channel::{Element, ElementKind, Named, Path};
use crate::request::Method;
use fiberlane_catalog::{Key, MapRole};

/// The method that trunks, keys and cassettes make, where they are of one kind; nothing where they
/// are not, or where there is no trunk.
pub(super) fn built(elements: &[Element]) -> Option<&'static str> {
    let of = |kind: ElementKind| elements.iter().filter(move |element| element.kind == kind);
    // Of one letter, whatever their fibers.
    let word = same(of(ElementKind::Trunk).map(|trunk| trunk.named().map(Named::word)))?;
    let trunk = match of(ElementKind::Trunk).find_map(Element::named)? {
        Named::Map(map) if map.role != MapRole::CableRows => map.role,
        _ => return Some(word),
    };
    let boxes = of(ElementKind::Cassette).chain(of(ElementKind::Conversion));
    let panels = of(ElementKind::Adapter).filter(|adapter| adapter.key.is_some());
    let key = same(boxes.chain(panels).map(|element| element.key))?;
    let universal = |element: &Element| match element.path {
        Path::Ports { map, .. } => Some(map.role == MapRole::Universal),
        _ => None,
    };
    let cassettes = of(ElementKind::Cassette).next().is_some();
    let taken_apart = match cassettes {
        true => Some(same(of(ElementKind::Cassette).map(universal))?),
        false => None,
    };
    let method = match (trunk, key, taken_apart) {
        (MapRole::CableA, Key::Opposed, None | Some(false)) => Method::A,
        (MapRole::CableC, Key::Opposed, None | Some(false)) => Method::C,
        (MapRole::CableB, Key::Aligned, None | Some(false)) => Method::B,
        (MapRole::CableB, Key::Opposed, None | Some(true)) => Method::U1,
        (MapRole::CableB, Key::Aligned, Some(true)) => Method::U2,
        _ => return None,
    };
    Some(method.name())
}

/// What all of them have, where that is known and the same.
fn same<T: PartialEq>(mut all: impl Iterator<Item = Option<T>>) -> Option<T> {
    let first = all.next()??;
    all.all(|other| other.as_ref() == Some(&first)).then_some(first)
}
