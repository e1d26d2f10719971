//! Fiber maps: bijections that invert and compose, and the same trace from either end.

use fiberlane_catalog::{Map, Place, built_in};
use fiberlane_engine::channel::{Element, ElementKind, Path, trace};
use fiberlane_units::Side;
use proptest::prelude::*;

fn at(position: u8) -> Place {
    Place { port: 1, position }
}

#[test]
fn every_map_inverts() {
    for map in built_in().maps {
        for (near, far) in map.pairs {
            assert_eq!(map.forward(*near), Some(*far), "{}", map.id);
            assert_eq!(map.backward(*far), Some(*near), "{}", map.id);
        }
        assert_eq!(map.forward(Place { port: 1, position: 33 }), None);
    }
}

#[test]
fn type_b_and_type_c_undo_themselves() {
    for id in ["cable-b-8", "cable-b-12", "cable-b-16", "cable-c-8", "cable-c-12", "cable-c-16"] {
        let map = built_in().map_named(id).unwrap();
        for (near, far) in map.pairs {
            assert_eq!(map.forward(*far), Some(*near), "{id}");
        }
    }
}

#[test]
fn type_b_is_the_published_table() {
    let map = built_in().map_named("cable-b-8").unwrap();
    let far: Vec<u8> = map.pairs.iter().map(|(_, far)| far.position).collect();
    assert_eq!(far, [12, 11, 10, 9, 4, 3, 2, 1]);
    let map = built_in().map_named("cable-c-12").unwrap();
    let far: Vec<u8> = map.pairs.iter().map(|(_, far)| far.position).collect();
    assert_eq!(far, [2, 1, 4, 3, 6, 5, 8, 7, 10, 9, 12, 11]);
}

fn twelve() -> impl Strategy<Value = &'static Map> {
    let maps: Vec<&'static Map> = built_in()
        .maps
        .iter()
        .filter(|map| map.pairs.len() == 12 && map.pairs.iter().all(|(_, far)| far.port == 1))
        .collect();
    proptest::sample::select(maps)
}

fn chain() -> impl Strategy<Value = Vec<Element>> {
    proptest::collection::vec(twelve(), 1..9).prop_map(|maps| {
        maps.into_iter()
            .map(|map| Element {
                in_place: false,
                own: None,
                kind: ElementKind::Trunk,
                part: None,
                length: None,
                key: None,
                ends: [None, None],
                ports: 0,
                path: Path::Positions(map),
            })
            .collect()
    })
}

proptest! {
    #![proptest_config(crate::random(256))]

    #[test]
    fn a_trace_from_b_is_the_inverse_of_the_trace_from_a(chain in chain(), start in 1u8..=12) {
        let out = trace(&chain, at(start), Side::A);
        prop_assert_eq!(out.len(), chain.len());
        let back = trace(&chain, *out.last().unwrap(), Side::B);
        prop_assert_eq!(back.last().copied(), Some(at(start)));
    }

    #[test]
    fn composition_is_associative(chain in chain(), start in 1u8..=12, cut in 0usize..9) {
        let cut = cut.min(chain.len());
        let whole = trace(&chain, at(start), Side::A).last().copied().unwrap();
        let first = trace(&chain[..cut], at(start), Side::A).last().copied().unwrap_or(at(start));
        let second = trace(&chain[cut..], first, Side::A).last().copied().unwrap_or(first);
        prop_assert_eq!(whole, second);
    }

    #[test]
    fn a_chain_is_a_bijection(chain in chain()) {
        let mut ends: Vec<u8> =
            (1..=12).map(|p| trace(&chain, at(p), Side::A).last().unwrap().position).collect();
        ends.sort_unstable();
        prop_assert_eq!(ends, (1..=12).collect::<Vec<u8>>());
    }
}
