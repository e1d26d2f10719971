//! The drawing tells the truth: read back from its markup, every lane goes through the positions
//! that the proof gives, in both of its forms.

use fiberlane_catalog::built_in;
use fiberlane_engine::design::Design;
use fiberlane_engine::proof::Direction;
use std::collections::BTreeMap;

/// A lane as it is drawn: its class, its number, and the path of its visible line.
struct Drawn {
    class: String,
    number: usize,
    /// Across the channel, at the beginning and the end of every bend.
    bends: Vec<(i32, i32)>,
    length: usize,
}

fn attribute<'a>(text: &'a str, name: &str) -> &'a str {
    let start = text.find(&format!("{name}=\"")).unwrap() + name.len() + 2;
    &text[start..start + text[start..].find('"').unwrap()]
}

/// The numbers of a path's step, two by two.
fn points(step: &str) -> Vec<(i32, i32)> {
    let numbers: Vec<i32> = step.split(' ').map(|number| number.parse().unwrap()).collect();
    numbers.chunks(2).map(|pair| (pair[0], pair[1])).collect()
}

fn lanes(markup: &str, column: bool) -> Vec<Drawn> {
    let across = |(x, y): (i32, i32)| if column { x } else { y };
    markup
        .split("<g class=\"lane ")
        .skip(1)
        .map(|rest| {
            let group = &rest[..rest.find("</g>").unwrap()];
            let class = group[..group.find('"').unwrap()].to_owned();
            let number = attribute(group, "data-lane").parse().unwrap();
            let path = group.split("<path").nth(2).map(|path| attribute(path, " d")).unwrap_or("");
            let mut bends = Vec::new();
            let mut at = (0, 0);
            let mut rest = path;
            while !rest.is_empty() {
                let (kind, tail) = rest.split_at(1);
                let end = tail.find(['M', 'L', 'C']).unwrap_or(tail.len());
                let points = points(&tail[..end]);
                let last = *points.last().unwrap();
                if kind == "C" {
                    bends.push((across(at), across(last)));
                }
                at = last;
                rest = &tail[end..];
            }
            Drawn { class, number, bends, length: path.len() }
        })
        .collect()
}

/// Positions at the beginning and the end of every element between the transceivers, from A to B.
fn positions(design: &Design, number: usize) -> Vec<(u8, u8)> {
    let lane = &design.frame.assembly.proof.lanes[number];
    let mut all = vec![lane.from.position];
    all.extend(&lane.path);
    if lane.direction == Direction::BtoA {
        all.reverse();
    }
    all.windows(2).map(|pair| (pair[0], pair[1])).collect()
}

#[test]
fn every_lane_is_drawn_through_its_positions() {
    let (mut drawn, mut dead) = (0, 0);
    for case in crate::cases::all() {
        let value = serde_json::from_str(&case.request).unwrap();
        let Ok(request) = fiberlane_engine::read_request(built_in(), &value) else { continue };
        let first = fiberlane_engine::verdict(built_in(), &request);
        let Some(design) = &first.recommended else { continue };
        let proof = &design.frame.assembly.proof;
        for column in [false, true] {
            // Where two ends do not mate nothing arrives, whatever the maps say.
            let faulty = design.frame.matings.iter().any(|m| m.mate().is_err());
            let lanes =
                lanes(&fiberlane_view::channel(crate::voices::english(), design, column), column);
            assert_eq!(lanes.is_empty(), proof.lanes.is_empty(), "{}", case.name);
            // At every side of every element a position has one place, and no two share it.
            let mut places: BTreeMap<(usize, u8, i32), u8> = BTreeMap::new();
            for lane in &lanes {
                let ok = proof.lanes[lane.number].ok;
                let dark = !ok || faulty;
                assert_eq!(lane.class == "dead", dark, "{}: lane {}", case.name, lane.number);
                assert!(lane.length > 0, "{}: lane {} has no line", case.name, lane.number);
                drawn += 1;
                if dark {
                    dead += 1;
                    continue;
                }
                let expected = positions(design, lane.number);
                assert_eq!(lane.bends.len(), expected.len(), "{}", case.name);
                for (element, (bend, pair)) in lane.bends.iter().zip(&expected).enumerate() {
                    for (side, (across, position)) in
                        [(bend.0, pair.0), (bend.1, pair.1)].into_iter().enumerate()
                    {
                        let side = u8::try_from(side).unwrap();
                        let known = places.entry((element, side, across)).or_insert(position);
                        assert_eq!(
                            *known, position,
                            "{}: element {element}, side {side}: two positions at {across}",
                            case.name
                        );
                    }
                }
            }
            // One row of one port: numbers ascend across.
            let rows = |connector: fiberlane_catalog::Connector| connector.rows() == 1;
            let plain = design.frame.assembly.elements.iter().all(|element| {
                element.ports <= 1 && element.ends.iter().flatten().all(|end| rows(end.connector))
            });
            if plain && !design.frame.assembly.elements.iter().any(|e| e.is_module()) {
                let mut before: Option<((usize, u8), u8)> = None;
                for ((element, side, _), position) in &places {
                    if let Some((place, last)) = before {
                        let ordered = place != (*element, *side) || last < *position;
                        assert!(ordered, "{}: element {element}, side {side}", case.name);
                    }
                    before = Some(((*element, *side), *position));
                }
            }
        }
    }
    assert!(drawn > 1_000 && dead > 20, "{drawn} lanes, {dead} of them dead");
}
