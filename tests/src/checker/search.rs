//! Open polarity means searched: no cords and keys that would light every lane are passed by.

use std::collections::BTreeSet;

use super::fold::fold;
use super::judge::{Fate, judge};
use super::maps::{across, positions, through};
use super::spec::Spec;
use super::wire::{Design, Element, End, Lane, Map, Spot};

/// At most so many channels are tried.
const MOST: usize = 20_000;

/// The letters and keys that one element may have.
fn choices(design: &Design, element: &Element) -> Vec<Element> {
    let own = vec![element.clone()];
    if element.in_place {
        return own;
    }
    let letters: &[&str] = if element.is_mpo_cable() && element.is_cable() {
        &["A", "B", "C"]
    } else if element.is_duplex_cord() {
        &["A-to-B", "A-to-A"]
    } else {
        &[]
    };
    let plain = |position: u64| Spot { port: None, position };
    if !letters.is_empty() && !element.is("harness") {
        let Some(map) = &element.map else { return own };
        let narrow = element.ends.iter().flatten().map(|e| e.connector.as_str());
        let narrow = narrow.clone().find(|c| *c == "MPO-8").or_else(|| narrow.clone().next());
        let Some(connector) = narrow else { return own };
        let lit = positions(connector).unwrap_or_default();
        let ports: Vec<Option<u64>> = map.iter().map(|(a, _)| a.port).collect();
        if ports.iter().any(Option::is_some) {
            return own;
        }
        let with = |letter: &&str| -> Option<Element> {
            let pair = |p: &u64| Some((plain(*p), plain(through(connector, letter, *p).ok()?)));
            let map: Option<Map> = lit.iter().map(pair).collect();
            Some(Element {
                map: Some(map?),
                polarity: Some((*letter).to_owned()),
                ..element.clone()
            })
        };
        return letters.iter().filter_map(with).collect();
    }
    if element.is("adapter") && !element.any_end(End::is_duplex) && element.map.is_some() {
        let connector = element.ends.iter().flatten().map(|e| e.connector.clone()).next();
        let Some(connector) = connector else { return own };
        let angled = |e: &&Element| {
            e.at.abs_diff(element.at) == 1 && e.any_end(|end: &End| end.end_face == "angled")
        };
        let angled = design.channel.iter().any(|e| angled(&e));
        let keys: &[&str] = if angled { &["opposed"] } else { &["opposed", "aligned"] };
        let from: Vec<u64> = element.map.iter().flatten().map(|(a, _)| a.position).collect();
        let with = |key: &&str| Element {
            map: Some(
                from.iter().map(|p| (plain(*p), plain(across(&connector, key, *p)))).collect(),
            ),
            key: Some((*key).to_owned()),
            ..element.clone()
        };
        return keys.iter().map(with).collect();
    }
    own
}

/// Whether every lane of a design arrives at its own receiver, and that of every other port of its
/// cassettes.
fn lights(spec: &Spec, design: &Design) -> bool {
    let ends = |lane: &Lane| fold(design, lane, (spec.a.plug.ports, spec.far_ports));
    let good = |lane: &Lane| {
        ends(lane).is_ok_and(|arrival| judge(spec, design, lane, &arrival) == Fate::Good)
    };
    let boxed = spec.topology == "cassette-to-cassette";
    let ports = design.lanes.first().filter(|_| boxed).into_iter().flat_map(|lane| {
        let of = |(port, a_to_b)| Lane {
            a_to_b,
            from: Spot { port: Some(port), position: 2 },
            ..lane.clone()
        };
        (1..=12).flat_map(|port| [(port, true), (port, false)]).map(of)
    });
    // A port may be dark, but no light may go astray.
    let all = ports.into_iter().all(|lane| ends(&lane).is_err() || good(&lane));
    !design.lanes.is_empty() && design.lanes.iter().all(good) && all
}

/// Tries other cords, trunks and keys where lanes are dead and the method is open.
pub(crate) fn check(spec: &Spec, design: &Design, out: &mut Vec<String>) {
    if spec.polarity.is_some() || spec.conversion.is_some() || !spec.in_place.any() {
        return;
    }
    let each: Vec<Vec<Element>> = design.channel.iter().map(|e| choices(design, e)).collect();
    let total: usize = each.iter().map(Vec::len).product();
    if total > MOST {
        return;
    }
    for mut n in 0..total {
        let mut other = design.clone();
        for (slot, choices) in other.channel.iter_mut().zip(&each) {
            slot.clone_from(&choices[n % choices.len()]);
            n /= choices.len();
        }
        // New adapters are all as those in place, or all the others.
        let mut keys =
            other.between().iter().filter(|e| (e.is("adapter") || e.is("cassette")) && !e.in_place);
        let keys: BTreeSet<&str> = keys.by_ref().filter_map(|e| e.key.as_deref()).collect();
        if keys.len() < 2 && lights(spec, &other) {
            let cables = other.between().iter().filter(|e| e.is_cable() || e.is("adapter"));
            let words: Vec<String> = cables
                .map(|e| e.polarity.clone().or_else(|| e.key.clone()).unwrap_or_default())
                .collect();
            out.push(format!("lanes are dead although {} lights them all", words.join(" ")));
            return;
        }
    }
}
