//! Single terms of the loss sum: cables by their length, mated pairs by their place and grade.

use super::grades::Figure;
use super::json::{DB, METERS, show};
use super::loss::{Pairs, pairs};
use super::spec::Spec;
use super::wire::{Design, Element, End, Term};

/// Every cable has its fiber term, and every term the product of its length.
pub(crate) fn fibers(spec: &Spec, design: &Design, out: &mut Vec<String>) {
    let terms: Vec<&Term> = design.terms.iter().filter(|t| t.kind == "fiber").collect();
    let mut covered = 0;
    for term in &terms {
        let cable = design.channel.get(term.at).filter(|e| e.is_cable());
        let length = term.length.or_else(|| cable.and_then(|c| c.length));
        let Some(length) = length else {
            out.push(format!("a fiber term at {} has no length", term.at));
            continue;
        };
        covered += length;
        let own = cable.is_some_and(|c| terms.len() == 1 || c.length == Some(length));
        if !own {
            out.push(format!("the fiber term at {} is not as long as its cable", term.at));
        }
        if !spec.alphas.iter().any(|alpha| length.saturating_mul(*alpha) == term.db) {
            let (m, db) = (show(length, METERS), show(term.db, DB));
            out.push(format!("the fiber term at {}: {m} m do not lose {db} dB", term.at));
        }
    }
    if covered != spec.lengths.total() {
        let [has, wants] = [covered, spec.lengths.total()].map(|l| show(l, METERS));
        out.push(format!("fiber terms cover {has} m of {wants} m"));
    }
}

/// Mated pairs: their number, their place, their figures.
pub(crate) fn mated(spec: &Spec, design: &Design, out: &mut Vec<String>) {
    let terms: Vec<&Term> = design.terms.iter().filter(|t| t.kind == "matedPair").collect();
    let whole: Vec<&Term> = design.terms.iter().filter(|t| t.kind == "cassette").collect();
    let wanted = pairs(spec);
    let counted = terms.len() + 2 * whole.len();
    if counted != wanted.total() {
        out.push(format!("{counted} mated pairs are counted, {} matter", wanted.total()));
    }
    let at = |element: &Element, of: &[&Term]| of.iter().filter(|t| t.at == element.at).count();
    for element in &design.channel {
        let (pairs, figures) = (at(element, &terms), at(element, &whole));
        // Between duplex cords the pair may stand at the panel or at one of the cords.
        let free = element.any_end(End::is_duplex) || (wanted.duplex > 2 && pairs == 0);
        let right = match element.kind.as_str() {
            "cassette" => (pairs == 2 && figures == 0) || (pairs == 0 && figures == 1),
            "conversion" => pairs == 2 && figures == 0,
            "adapter" => (pairs == 1 || free) && figures == 0,
            "transceiver" | "trunk" | "harness" => pairs + figures == 0,
            _ => figures == 0,
        };
        if !right {
            let text = format!("{} carries {pairs} mated pairs", element.name());
            out.push(format!("{text} and {figures} whole figures"));
        }
    }
    if terms.iter().chain(&whole).any(|t| t.at >= design.channel.len()) {
        out.push("a mated pair stands at no element of the channel".to_owned());
    }
    if !whole.is_empty() {
        return;
    }
    figures(spec, &terms, wanted, out);
}

fn figures(spec: &Spec, terms: &[&Term], pairs: Pairs, out: &mut Vec<String>) {
    let mut wanted: Vec<Figure> = Vec::new();
    for (n, figure) in
        [(pairs.at_trunk, spec.at_trunk), (pairs.fronts, spec.mpo), (pairs.duplex, spec.duplex)]
    {
        match figure {
            Some(figure) => wanted.extend(std::iter::repeat_n(figure, n)),
            None if n > 0 => return,
            None => {}
        }
    }
    wanted.sort_unstable();
    let mut has: Vec<Figure> = terms.iter().map(|t| (t.db, t.typical)).collect();
    has.sort_unstable();
    for (has, wants) in has.iter().zip(&wanted) {
        if has.0 != wants.0 {
            let (has, wants) = (show(has.0, DB), show(wants.0, DB));
            out.push(format!("a mated pair loses {has} dB, its grade says {wants}"));
        } else if let (Some(x), Some(y)) = (has.1, wants.1)
            && x != y
        {
            let (has, wants) = (show(x, DB), show(y, DB));
            out.push(format!("a mated pair is typically {has} dB, its grade says {wants}"));
        }
    }
}
