//! Single terms of the loss sum: cables by their length, mated pairs by their place and grade.

use super::channel::drawn;
use super::json::{DB, METERS, show};
use super::pairs::Pair;
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
    let counted = terms.len() + 2 * whole.len();
    if counted != spec.pairs.len() {
        out.push(format!("{counted} mated pairs are counted, {} matter", spec.pairs.len()));
    }
    let crossed = spec.pairs.len() > 3 && !spec.lengths.cross.is_empty() && spec.is_duplex();
    let at = |element: &Element, of: &[&Term]| of.iter().filter(|t| t.at == element.at).count();
    for element in &design.channel {
        let (pairs, figures) = (at(element, &terms), at(element, &whole));
        // Between duplex cords the pair may stand at the panel or at one of the cords.
        let free = element.any_end(End::is_duplex) || (crossed && pairs == 0);
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
    figures(spec, design, &terms, out);
}

/// Each pair loses what the worse of its halves may lose, at its own place.
fn figures(spec: &Spec, design: &Design, terms: &[&Term], out: &mut Vec<String>) {
    let patched = design.patched();
    let row = drawn(&patched);
    let duplex_cord = |at: usize| row.get(at).is_some_and(|e| e.is("cord"));
    let mut loose: Vec<&Pair> = Vec::new();
    for (index, element) in row.iter().enumerate() {
        let wanted: Vec<&Pair> = spec.pairs.iter().filter(|p| p.at == index).collect();
        if duplex_cord(index) {
            loose.extend(wanted);
            continue;
        }
        let has: Vec<&Term> = terms.iter().filter(|t| t.at == element.at).copied().collect();
        held(&has, &wanted, &element.name(), out);
    }
    // A pair between duplex cords may stand at its panel or at one of the cords.
    let housed: Vec<usize> =
        row.iter().enumerate().filter(|(i, _)| !duplex_cord(*i)).map(|(_, e)| e.at).collect();
    let has: Vec<&Term> = terms.iter().filter(|t| !housed.contains(&t.at)).copied().collect();
    held(&has, &loose, "the panels between duplex cords", out);
}

fn held(has: &[&Term], wanted: &[&Pair], place: &str, out: &mut Vec<String>) {
    if wanted.iter().any(|pair| pair.max.is_none()) {
        return;
    }
    let mut left: Vec<&Pair> = wanted.to_vec();
    for term in has {
        let fits = |pair: &&Pair| pair.max == Some(term.db);
        let whole = |pair: &&Pair| fits(pair) && pair.typical.contains(&term.typical);
        // The pair that may be nothing else comes first.
        let sole = (0..left.len()).filter(|i| whole(&left[*i]));
        let sole = sole.min_by_key(|i| left[*i].typical.iter().any(|t| *t != term.typical));
        let Some(at) = sole.or_else(|| left.iter().position(fits)) else {
            let wants: Vec<String> =
                left.iter().filter_map(|p| p.max).map(|m| show(m, DB)).collect();
            let (db, wants) = (show(term.db, DB), wants.join(" and "));
            out.push(format!("a mated pair at {place} loses {db} dB, its grade says {wants}"));
            return;
        };
        let pair = left.remove(at);
        if term.typical.is_some() && !pair.typical.contains(&term.typical) {
            let db = show(term.typical.unwrap_or(0), DB);
            out.push(format!("a mated pair at {place} is typically {db} dB, not by its grade"));
        }
    }
}
