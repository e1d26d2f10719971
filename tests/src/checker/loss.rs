//! Loss and reach from first principles: every term, their sum, the limit, the margin.

use super::grades::Figure;
use super::json::{DB, METERS, show};
use super::spec::{Reach, Spec};
use super::wire::{Design, Element, End, Term};

/// Mated pairs that count: MPO, duplex.
pub(crate) fn pairs(spec: &Spec) -> (usize, usize) {
    let trunks = spec.lengths.trunks.len();
    match spec.topology.as_str() {
        "interconnect" => (trunks + 1, 0),
        "cross-connect" => (4, 0),
        "cassette-to-cassette" => (trunks + 1, 2 + spec.lengths.cross.len()),
        "breakout-cassette" => (2, 1),
        "breakout-harness" if trunks > 0 => (2, 0),
        _ => (0, 0),
    }
}

/// The worst case of the request, once per attenuation that may be meant.
pub(crate) fn worst(spec: &Spec) -> Vec<i128> {
    let (mpo, duplex) = pairs(spec);
    let part = |n: usize, figure: Option<Figure>| match (n, figure) {
        (0, _) => Some(0),
        (n, Some((max, _))) => Some(max * n as i128),
        (_, None) => None,
    };
    let Some(connections) = part(mpo, spec.mpo).zip(part(duplex, spec.duplex)) else {
        return Vec::new();
    };
    let fixed = connections.0 + connections.1 + spec.splice_db * i128::from(spec.splices);
    spec.alphas
        .iter()
        .map(|alpha| spec.lengths.total() * alpha + fixed)
        .collect()
}

/// Checks terms, sum, limit, margin and reach.
pub(crate) fn check(spec: &Spec, design: &Design, out: &mut Vec<String>) {
    let sum: i128 = design.terms.iter().map(|t| t.db).sum();
    let db = |v: i128| show(v, DB);
    if design.worst != Some(sum) {
        let has = design.worst.map_or("none".into(), db);
        out.push(format!(
            "worstCaseDb is {has}, its terms sum to {}",
            db(sum)
        ));
    }
    let whole_figures = design.terms.iter().all(|t| t.kind != "cassette");
    let wanted = worst(spec);
    if whole_figures && !spec.installed && !wanted.is_empty() && !wanted.contains(&sum) {
        out.push(format!(
            "the terms sum to {}, by hand it is {}",
            db(sum),
            db(wanted[0])
        ));
    }
    if design.limit != spec.limit {
        let [has, wants] = [design.limit, spec.limit].map(|l| l.map_or("null".into(), db));
        out.push(format!("limitDb is {has}, the smaller row says {wants}"));
    }
    let margin = design.limit.zip(design.worst).map(|(l, w)| l - w);
    if design.margin != margin {
        let [has, wants] = [design.margin, margin].map(|l| l.map_or("null".into(), db));
        out.push(format!("marginDb is {has}, limit minus loss is {wants}"));
    }
    fibers(spec, design, out);
    mated(spec, design, out);
    let splices = design.terms.iter().filter(|t| t.kind == "splice");
    let (count, total) = splices.fold((0_u64, 0), |(n, s), t| (n + 1, s + t.db));
    let astray = |t: &&Term| {
        let at = design.channel.get(t.at);
        t.kind == "splice" && !at.is_some_and(|e| e.is_cable() || e.is("splice"))
    };
    if let Some(term) = design.terms.iter().find(astray) {
        out.push(format!("a splice stands at {}, which is no cable", term.at));
    }
    let wanted = spec.splice_db * i128::from(spec.splices);
    if total != wanted || (count != spec.splices && count > 1) {
        let text = format!("{count} splice terms of {} in all", db(total));
        out.push(format!(
            "{text}, the request has {} of {}",
            spec.splices,
            db(spec.splice_db)
        ));
    }
    reach(spec, design, out);
}

/// Every cable has its fiber term, and every term the product of its length.
fn fibers(spec: &Spec, design: &Design, out: &mut Vec<String>) {
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
        if terms.len() > 1 && cable.and_then(|c| c.length) != Some(length) {
            out.push(format!(
                "the fiber term at {} is not as long as its cable",
                term.at
            ));
        }
        if !spec.alphas.iter().any(|alpha| length.saturating_mul(*alpha) == term.db) {
            let (m, db) = (show(length, METERS), show(term.db, DB));
            out.push(format!(
                "the fiber term at {}: {m} m do not lose {db} dB",
                term.at
            ));
        }
    }
    if covered != spec.lengths.total() {
        let [has, wants] = [covered, spec.lengths.total()].map(|l| show(l, METERS));
        out.push(format!("fiber terms cover {has} m of {wants} m"));
    }
}

/// Mated pairs: their number, their place, their figures.
fn mated(spec: &Spec, design: &Design, out: &mut Vec<String>) {
    let terms: Vec<&Term> = design
        .terms
        .iter()
        .filter(|t| t.kind == "matedPair")
        .collect();
    let whole: Vec<&Term> = design
        .terms
        .iter()
        .filter(|t| t.kind == "cassette")
        .collect();
    let (mpo, duplex) = pairs(spec);
    let counted = terms.len() + 2 * whole.len();
    if counted != mpo + duplex {
        out.push(format!(
            "{counted} mated pairs are counted, {} matter",
            mpo + duplex
        ));
    }
    let at = |element: &Element, of: &[&Term]| of.iter().filter(|t| t.at == element.at).count();
    for element in &design.channel {
        let (pairs, figures) = (at(element, &terms), at(element, &whole));
        // Between duplex cords the pair may stand at the panel or at one of the cords.
        let free = element.any_end(End::is_duplex) || (duplex > 2 && pairs == 0);
        let right = match element.kind.as_str() {
            "cassette" => (pairs == 2 && figures == 0) || (pairs == 0 && figures == 1),
            "adapter" => (pairs == 1 || free) && figures == 0,
            "transceiver" | "trunk" | "harness" => pairs + figures == 0,
            _ => figures == 0,
        };
        if !right {
            let text = format!("{} carries {pairs} mated pairs", element.name());
            out.push(format!("{text} and {figures} whole figures"));
        }
    }
    if terms
        .iter()
        .chain(&whole)
        .any(|t| t.at >= design.channel.len())
    {
        out.push("a mated pair stands at no element of the channel".to_owned());
    }
    if spec.installed || !whole.is_empty() {
        return;
    }
    figures(spec, &terms, (mpo, duplex), out);
}

fn figures(spec: &Spec, terms: &[&Term], (mpo, duplex): (usize, usize), out: &mut Vec<String>) {
    let mut wanted: Vec<Figure> = Vec::new();
    for (n, figure) in [(mpo, spec.mpo), (duplex, spec.duplex)] {
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
            out.push(format!(
                "a mated pair loses {has} dB, its grade says {wants}"
            ));
        } else if let (Some(x), Some(y)) = (has.1, wants.1)
            && x != y
        {
            let (has, wants) = (show(x, DB), show(y, DB));
            out.push(format!(
                "a mated pair is typically {has} dB, its grade says {wants}"
            ));
        }
    }
}

fn reach(spec: &Spec, design: &Design, out: &mut Vec<String>) {
    let m = |v: Option<i128>| v.map_or("null".to_owned(), |v| show(v, METERS));
    let total = spec.lengths.total();
    if design.reach_length != Some(total) {
        out.push(format!(
            "reach.lengthM is {}, not {}",
            m(design.reach_length),
            m(Some(total))
        ));
    }
    let (right, wants) = match spec.reach {
        Reach::Known(limit) => (design.reach_limit == Some(limit), Some(limit)),
        Reach::Unknown => (design.reach_limit.is_none(), None),
        Reach::Either(limit) => (design.reach_limit.is_none_or(|l| l == limit), Some(limit)),
    };
    if !right {
        out.push(format!(
            "reach.limitM is {}, not {}",
            m(design.reach_limit),
            m(wants)
        ));
    }
    let verdict = match design.reach_limit {
        None => "not-checked",
        Some(limit) if total <= limit => "pass",
        Some(_) => "fail",
    };
    if design
        .reach_verdict
        .as_deref()
        .is_some_and(|has| has != verdict)
    {
        out.push(format!(
            "reach.verdict is {:?}, not {verdict}",
            design.reach_verdict
        ));
    }
}
