//! Where the pieces of a line are used: at end A, between the ends, at end B.

use super::counts::needed;
use super::order::{fits, key};
use super::spec::Spec;
use super::wire::{Design, Line};

/// Every piece that is not a spare has a place, and a cable the place that it has in the channel.
pub(crate) fn check(spec: &Spec, design: &Design, out: &mut Vec<String>) {
    let between = design.between();
    let trunks: Vec<usize> = (0..between.len()).filter(|i| between[*i].is("trunk")).collect();
    for line in design.bom.iter().chain(&design.in_place) {
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
        if let Some(wanted) = cables(spec, design, line, (*first, *last))
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
    (first, last): (usize, usize),
) -> Option<[u64; 3]> {
    if !["trunk", "cord", "harness"].contains(&line.kind.as_str()) {
        return None;
    }
    let between = design.between();
    let end = between.iter().rposition(super::wire::Element::is_cable)?;
    let mut places = [0; 3];
    for (index, element) in between.iter().enumerate().filter(|(_, e)| e.is_cable()) {
        if fits(line, &key(element)) {
            let place = usize::from(index >= first) + usize::from(index > last);
            places[place] += needed(spec, element, index == end);
        }
    }
    Some(places)
}
