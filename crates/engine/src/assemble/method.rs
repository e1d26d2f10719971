//! The method by which a channel is built, whatever was asked for.

use crate::channel::{Element, ElementKind, Path};
use crate::request::Method;
use crate::wire::cable_word;
use fiberlane_catalog::Key;

/// The method that trunks, keys and cassettes make, where they are of one kind; nothing where they
/// are not, or where there is no trunk.
pub(super) fn built(elements: &[Element]) -> Option<&'static str> {
    let of = |kind: ElementKind| elements.iter().filter(move |element| element.kind == kind);
    let trunk = same(of(ElementKind::Trunk).map(|trunk| match trunk.path {
        Path::Positions(map) => Some(cable_word(map.id)),
        Path::Measured(_) => Some("measured"),
        _ => None,
    }))?;
    if trunk == "measured" || trunk.starts_with("24-") {
        return Some(trunk);
    }
    let boxes = of(ElementKind::Cassette).chain(of(ElementKind::Conversion));
    let panels = of(ElementKind::Adapter).filter(|adapter| adapter.key.is_some());
    let key = same(boxes.chain(panels).map(|element| element.key))?;
    let universal = |element: &Element| match element.path {
        Path::Ports { map, .. } => Some(map.id.starts_with("universal")),
        _ => None,
    };
    let cassettes = of(ElementKind::Cassette).next().is_some();
    let taken_apart = match cassettes {
        true => Some(same(of(ElementKind::Cassette).map(universal))?),
        false => None,
    };
    let method = match (trunk, key, taken_apart) {
        ("A", Key::Opposed, None | Some(false)) => Method::A,
        ("C", Key::Opposed, None | Some(false)) => Method::C,
        ("B", Key::Aligned, None | Some(false)) => Method::B,
        ("B", Key::Opposed, None | Some(true)) => Method::U1,
        ("B", Key::Aligned, Some(true)) => Method::U2,
        _ => return None,
    };
    Some(method.name())
}

/// What all of them have, where that is known and the same.
fn same<T: PartialEq>(mut all: impl Iterator<Item = Option<T>>) -> Option<T> {
    let first = all.next()??;
    all.all(|other| other.as_ref() == Some(&first)).then_some(first)
}
