//! Open polarity means searched: no cords and keys that would light every lane are passed by.

use super::fold::fold;
use super::judge::{Fate, judge};
use super::maps::{across, positions, through};
use super::spec::Spec;
use super::wire::{Design, Element, End, Map, Spot};

/// At most so many channels are tried.
const MOST: usize = 20_000;

/// The letters and keys that one element may have.
fn choices(element: &Element) -> Vec<Element> {
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
        let angled = element.any_end(|e| e.end_face == "angled");
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

/// Whether every lane of a design arrives at its own receiver.
fn lights(spec: &Spec, design: &Design) -> bool {
    !design.lanes.is_empty()
        && design.lanes.iter().all(|lane| {
            fold(design, lane, (spec.a.plug.ports, spec.far_ports))
                .is_ok_and(|arrival| judge(spec, design, lane, &arrival) == Fate::Good)
        })
}

/// Tries other cords, trunks and keys where lanes are dead and the method is open.
pub(crate) fn check(spec: &Spec, design: &Design, out: &mut Vec<String>) {
    if spec.polarity.is_some() || spec.conversion.is_some() || !spec.in_place.any() {
        return;
    }
    let each: Vec<Vec<Element>> = design.channel.iter().map(choices).collect();
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
        if lights(spec, &other) {
            let cables = other.between().iter().filter(|e| e.is_cable() || e.is("adapter"));
            let words: Vec<String> = cables
                .map(|e| e.polarity.clone().or_else(|| e.key.clone()).unwrap_or_default())
                .collect();
            out.push(format!("lanes are dead although {} lights them all", words.join(" ")));
            return;
        }
    }
}
