//! Maps of single elements: a bijection each, and what its polarity, key or part says.

use std::collections::BTreeSet;

use super::conversion;
use super::maps::{across, cassette, harness, is_bijection, positions, through};
use super::wire::{Design, Element, End, Map};

/// Checks every map of the channel.
pub(crate) fn check(design: &Design, out: &mut Vec<String>) {
    let patched = design.patched();
    for (i, element) in patched.iter().enumerate() {
        if element.is("transceiver") {
            continue;
        }
        let Some(map) = &element.map else {
            no_map(element, &patched, i, out);
            continue;
        };
        if !is_bijection(map) {
            out.push(format!("the map of {} is not a bijection", element.name()));
            continue;
        }
        match element.kind.as_str() {
            "cord" | "trunk" => cable(element, map, out),
            "adapter" => {
                let plug =
                    i.checked_sub(1).and_then(|j| patched.get(j)).and_then(|e| e.ends[1].as_ref());
                adapter(element, plug, map, out);
            }
            "cassette" => cassette_map(element, map, design.method.as_deref(), out),
            "harness" => harness_map(element, map, out),
            "conversion" => conversion::check_map(element, out),
            _ => {}
        }
    }
    for splice in design.channel.iter().filter(|e| e.is("splice")) {
        if splice.map.iter().flatten().any(|(a, b)| a != b) {
            out.push(format!("{} does not go straight through", splice.name()));
        }
    }
}

/// Only an MPO-32 cable, and the adapters beside it, may lack a map and a polarity.
fn no_map(element: &Element, patched: &[&Element], i: usize, out: &mut Vec<String>) {
    let beside = |j: Option<usize>| {
        let ends = j.and_then(|j| patched.get(j)).map(|e| e.any_end(|e| e.connector == "MPO-32"));
        ends.unwrap_or(false)
    };
    if beside(Some(i)) || beside(i.checked_sub(1)) || beside(i.checked_add(1)) {
        if element.is_cable() && element.polarity.is_some() {
            out.push(format!("{} carries a polarity, MPO-32 has none", element.name()));
        }
        return;
    }
    out.push(format!("{} has no map", element.name()));
}

fn plain(map: &Map) -> BTreeSet<(u64, u64)> {
    map.iter().map(|(a, b)| (a.position, b.position)).collect()
}

fn cable(element: &Element, map: &Map, out: &mut Vec<String>) {
    let name = element.name();
    let connectors: Vec<&str> =
        element.ends.iter().flatten().map(|e| e.connector.as_str()).collect();
    // A cable between an 8 and a 12 fiber plug lights the eight.
    let narrow = if connectors.contains(&"MPO-8") {
        "MPO-8"
    } else {
        connectors.first().copied().unwrap_or("")
    };
    let Some(lit) = positions(narrow) else {
        out.push(format!("{name} has a map, no numbering of {narrow} is settled"));
        return;
    };
    let Some(polarity) = element.polarity.as_deref() else {
        out.push(format!("{name} says no polarity"));
        return;
    };
    if polarity == "measured" && element.is("trunk") {
        // Held against the request, which alone knows the map.
        return;
    }
    let wanted: Result<BTreeSet<_>, _> =
        lit.iter().map(|p| through(narrow, polarity, *p).map(|q| (*p, q))).collect();
    match wanted {
        Err(why) => out.push(format!("{name}: {why}")),
        Ok(wanted) if wanted != plain(map) => {
            out.push(format!("the map of {name} is not polarity {polarity} of {narrow}"));
        }
        Ok(_) => {}
    }
}

fn adapter(element: &Element, plug: Option<&End>, map: &Map, out: &mut Vec<String>) {
    let name = element.name();
    let Some(plug) = plug else { return };
    let key = element.key.as_deref().unwrap_or("opposed");
    let lit: BTreeSet<u64> = positions(&plug.connector).unwrap_or_default().into_iter().collect();
    let taken: BTreeSet<u64> = map.iter().map(|(a, _)| a.position).collect();
    let wrong = map.iter().any(|(a, b)| across(&plug.connector, key, a.position) != b.position);
    if wrong {
        out.push(format!("the map of {name} is not that of {key} keys"));
    }
    if !lit.is_subset(&taken) {
        out.push(format!("the map of {name} leaves fibers of its plugs out"));
    }
}

fn cassette_map(element: &Element, map: &Map, method: Option<&str>, out: &mut Vec<String>) {
    let name = element.name();
    let rear_at_b = element.ends[1].as_ref().is_some_and(End::is_mpo);
    let rear = if rear_at_b { &element.ends[1] } else { &element.ends[0] };
    let Some(rear) = rear else { return };
    let turned = map.iter().map(|(a, b)| if rear_at_b { (*a, *b) } else { (*b, *a) });
    // Several rears: every rear's own ports follow on those of the one before.
    let ports = positions(&rear.connector).map_or(1, |p| p.len() as u64 / 2);
    let found: BTreeSet<(u64, u64, u64)> = turned
        .map(|(front, back)| {
            let offset = back.port.unwrap_or(1).saturating_sub(1) * ports;
            let port = front.port.unwrap_or(1);
            (if port > offset { port - offset } else { port }, front.position, back.position)
        })
        .collect();
    if rear.connector == "MPO-24" {
        let side = |s: u64| found.iter().filter(move |f| f.1 == s);
        let paired = side(1).all(|a| side(2).any(|b| a.0 == b.0 && a.2.abs_diff(b.2) == 12));
        if !paired || found.len() != 24 {
            out.push(format!("{name} does not pair positions i and i + 12"));
        }
        return;
    }
    let part = element.part.as_deref().unwrap_or("");
    let methods: &[&str] = match part {
        p if p.ends_with("-u") => &["u"],
        p if p.ends_with("-b2") => &["b2"],
        p if p.ends_with("-a") && p.starts_with("cassette-") => &["a"],
        _ => &["u", "a", "b2", "flipped"],
    };
    // With aligned keys at the rear, the reversal may be drawn in the cassette's own map.
    let aligned = element.key.as_deref() == Some("aligned") || matches!(method, Some("B" | "U2"));
    let fits = methods.iter().filter_map(|m| cassette(m, &rear.connector)).any(|wanted| {
        let mirrored = wanted.iter();
        let mirrored = mirrored.map(|f| (f.0, f.1, across(&rear.connector, "aligned", f.2)));
        found == wanted || (aligned && found == mirrored.collect())
    });
    if !fits {
        out.push(format!("the map of {name} is not that of a cassette `{part}`"));
    }
}

fn harness_map(element: &Element, map: &Map, out: &mut Vec<String>) {
    let part = element.part.as_deref().unwrap_or("");
    let found: BTreeSet<(u64, u64, u64)> =
        map.iter().map(|(a, b)| (a.position, b.port.unwrap_or(1), b.position)).collect();
    if let Some(wanted) = harness(part)
        && found != wanted
    {
        out.push(format!("the map of {} is not that of `{part}`", element.name()));
    }
}
