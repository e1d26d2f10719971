//! Where the pieces of a line are used: at end A, between the ends, at end B.

use super::counts::quantities;
use super::order::{fits, key};
use super::spec::Spec;
use super::wire::{Design, Element, Line};

/// Every piece that is not a spare has a place, and a cable the place that it has in the channel.
pub(crate) fn check(spec: &Spec, design: &Design, out: &mut Vec<String>) {
    let between = design.between();
    let trunks: Vec<usize> = (0..between.len()).filter(|i| between[*i].is("trunk")).collect();
    let lying = design.in_place.iter().map(|line| (line, true));
    for (line, is_lying) in design.bom.iter().map(|line| (line, false)).chain(lying) {
        let (Some(first), Some(last)) = (trunks.first(), trunks.last()) else {
            // Without trunks there is no between.
            if line.places.is_some() {
                out.push(format!("{} has places in a channel without trunks", line.path));
            }
            continue;
        };
        let Some(places) = line.places else { continue };
        let used = line.quantity - line.spare.min(line.quantity);
        if places.iter().sum::<u64>() != used {
            out.push(format!("{} has {places:?} places for {used}", line.path));
        }
        // Where parts in place differ or are counted, a line is one of several.
        let simple = !spec.in_place.is_counted() && !spec.in_place.any();
        if let Some(wanted) = cables(spec, design, line, (*first, *last, is_lying))
            && simple
            && wanted != places
        {
            out.push(format!("{} is used at {places:?}, not {wanted:?}", line.path));
        }
    }
}

/// Where a cable is used; nothing for what is no cable.
fn cables(
    spec: &Spec,
    design: &Design,
    line: &Line,
    (first, last, is_lying): (usize, usize, bool),
) -> Option<[u64; 3]> {
    if !["trunk", "cord", "harness"].contains(&line.kind.as_str()) {
        return None;
    }
    let between = design.between();
    let at = |element: &Element| between.iter().position(|e| e.at == element.at).unwrap_or(0);
    let mut places = [0; 3];
    for (element, lying, ordered) in quantities(spec, design) {
        if fits(line, &key(element)) {
            let index = at(element);
            let place = usize::from(index >= first) + usize::from(index > last);
            places[place] += if is_lying { lying } else { ordered };
        }
    }
    Some(places)
}
