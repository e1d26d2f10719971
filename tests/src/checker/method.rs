//! The polarity method: which letters and keys an open or a named method stands for.

use std::collections::BTreeSet;

use super::spec::Spec;
use super::wire::{Design, Element, End};

/// Checks the method's own choice of parts; lanes are judged elsewhere.
pub(crate) fn check(spec: &Spec, design: &Design, mates: bool, out: &mut Vec<String>) {
    if let (Some(fixed), Some(has)) = (&spec.polarity, &design.method)
        && fixed != has
        && !spec.in_place.decides_method()
    {
        out.push(format!("the request fixes polarity {fixed}, the design uses {has}"));
    }
    word(spec, design, out);
    named_parts(spec, design, out);
    // Beside a part in place that takes no other plug no method is a method.
    if is_bound(spec) || !mates {
        return;
    }
    rule(spec, design, out);
    let wanted = match spec.topology.as_str() {
        // Any keys will do as long as the lanes arrive.
        "breakout-cassette" if spec.polarity.is_none() && spec.base != 24 => {
            Some((None, vec!["A", "B", "A-to-B"]))
        }
        "breakout-cassette" | "breakout-harness" => None,
        _ if spec.is_duplex() => duplex(spec, design),
        _ => parallel(spec, design),
    };
    let Some((keys, letters)) = wanted else {
        return;
    };
    let between = design.between();
    let cables: Vec<&Element> = between.iter().filter(|e| e.is_cable()).collect();
    for (cable, letter) in cables.iter().zip(&letters) {
        if cable.polarity.as_deref() != Some(*letter) {
            let has = cable.polarity.as_deref().unwrap_or("none");
            out.push(format!("{} has polarity {has}, the method takes {letter}", cable.name()));
        }
    }
    for adapter in between.iter().filter(|e| e.is("adapter") && !is_duplex_panel(design, e)) {
        if adapter.key.as_deref().zip(keys).is_some_and(|(has, wants)| has != wants) {
            out.push(format!(
                "{} is not {}, as the method takes it",
                adapter.name(),
                keys.unwrap_or("")
            ));
        }
    }
}

/// An adapter between duplex cords.
fn is_duplex_panel(design: &Design, adapter: &Element) -> bool {
    let before = design.between().iter().find(|b| b.at + 1 == adapter.at);
    before.is_some_and(Element::is_duplex_cord)
}

/// What is in place, and a conversion's own map, may call for any letters.
fn is_bound(spec: &Spec) -> bool {
    spec.in_place.decides_method() || spec.conversion.is_some()
}

/// The method's name: one of five, and of an open one the rule's.
fn word(spec: &Spec, design: &Design, out: &mut Vec<String>) {
    let Some(has) = design.method.as_deref() else {
        return;
    };
    let letters = ["A", "B", "C", "U1", "U2"];
    // Cables of 24 fibers go by the id of their map, whatever they end in.
    if spec.base >= 24 {
        return;
    }
    let mapped = spec.in_place.trunks.iter().flatten().any(|t| t.map.is_some());
    built(spec, design, has, out);
    if !(letters.contains(&has) || mapped && has == "measured") {
        out.push(format!("polarity.method is `{has}`, none of {}", letters.join(", ")));
    }
}

/// The rule for an open method.
fn rule(spec: &Spec, design: &Design, out: &mut Vec<String>) {
    let Some(has) = design.method.as_deref().filter(|_| spec.base < 24) else {
        return;
    };
    let panels = ["interconnect", "cross-connect", "cassette-to-cassette"];
    let open = spec.polarity.is_none() && !is_bound(spec);
    if open && panels.contains(&spec.topology.as_str()) {
        let flat = !spec.is_duplex() && spec.array_face() == Some("flat");
        let rule = if flat { "B" } else { "U1" };
        if has != rule && spec.array_face().is_some() {
            out.push(format!("polarity is open: the rule is {rule}, the design says {has}"));
        }
    }
}

/// A fixed method fixes its trunks and cords beside parts in place, too.
fn named_parts(spec: &Spec, design: &Design, out: &mut Vec<String>) {
    let Some(method) = spec.polarity.as_deref().filter(|_| spec.conversion.is_none()) else {
        return;
    };
    let (trunk, cords): (&str, &[&str]) = match method {
        "A" => ("A", &["A", "B"]),
        "B" | "U2" => ("B", &["B"]),
        "C" => ("C", &["B", "C"]),
        "U1" => ("B", &["A", "B"]),
        _ => return,
    };
    let between = design.between();
    // From port to port every method comes down to one Type B cord.
    if !between.iter().any(|e| e.is("trunk")) {
        return;
    }
    let flipped = between.iter().filter(|e| e.polarity.as_deref() == Some("C")).count();
    let last = between.iter().rfind(|e| e.is_cable()).map(|e| e.at);
    for element in between.iter().filter(|e| !e.in_place && e.is_mpo_cable()) {
        let Some(has) = element.polarity.as_deref() else { continue };
        // Where the pairs come out even, no pair-flipped cord may stand at the end: Type A there.
        let even = method == "C" && flipped.is_multiple_of(2) && last == Some(element.at);
        let fits = match element.is("trunk") {
            true => has == trunk,
            false => cords.contains(&has) || (even && has == "A"),
        };
        if !fits && !has.starts_with("24-") && !element.is("harness") {
            out.push(format!(
                "{} is of type {has} under the fixed method {method}",
                element.name()
            ));
        }
    }
}

/// The method is named by what was built, where that is of one kind.
fn built(spec: &Spec, design: &Design, has: &str, out: &mut Vec<String>) {
    if !spec.in_place.any() || spec.topology.starts_with("breakout") || spec.conversion.is_some() {
        return;
    }
    let between = design.between();
    let only = |of: &dyn Fn(&Element) -> Option<String>, kind: &str| -> Option<String> {
        let mut all = between.iter().filter(|e| e.is(kind)).map(of);
        let first = all.next()??;
        all.all(|other| other.as_ref() == Some(&first)).then_some(first)
    };
    let Some(trunk) = only(&|e| e.polarity.clone(), "trunk") else { return };
    let universal = || only(&|e| Some(e.part.as_deref()?.ends_with("-u").to_string()), "cassette");
    let held = |e: &&Element| e.is("cassette") || (e.is("adapter") && !is_duplex_panel(design, e));
    let keys: BTreeSet<Option<String>> =
        between.iter().filter(held).map(|e| e.key.clone()).collect();
    let Some(key) = keys.first().cloned().flatten().filter(|_| keys.len() == 1) else { return };
    let opposed = key == "opposed";
    let names: &[&str] = if spec.is_duplex() {
        match (universal().as_deref(), trunk.as_str(), opposed) {
            (Some("true"), "B", true) => &["U1"],
            (Some("true"), "B", false) => &["U2"],
            (Some("false"), "A", true) => &["A"],
            (Some("false"), "C", true) => &["C"],
            (Some("false"), "B", false) => &["B"],
            _ => return,
        }
    } else {
        match (trunk.as_str(), opposed) {
            ("A", true) => &["A"],
            ("C", true) => &["C"],
            ("B", true) => &["U1"],
            ("B", false) => &["B", "U2"],
            _ => return,
        }
    };
    if !names.contains(&has) {
        let wants = names.join(" or ");
        out.push(format!("polarity.method is `{has}`, what is built is {wants}"));
    }
}

/// Keys of all adapters, and the letters of the cables in order.
type Wanted = Option<(Option<&'static str>, Vec<&'static str>)>;

/// Array cables in order, and the keys of all adapters.
fn parallel(spec: &Spec, design: &Design) -> Wanted {
    let n = design.between().iter().filter(|e| e.is_cable()).count();
    let all = |letter| vec![letter; n];
    if spec.a.plug.connector == "MPO-24" && spec.base == 24 && spec.polarity.is_none() {
        // 100GBASE-SR10: row exchanges, 2n − 1 of them.
        return Some((Some("opposed"), all("24-a-geometric")));
    }
    if spec.base != 8 && spec.base != 12 && spec.base != 16 {
        return None;
    }
    let angled = if spec.in_place.any() {
        spec.array_face()? == "angled"
    } else {
        design.channel.iter().any(|e| e.any_end(|e: &End| e.end_face == "angled"))
    };
    let method = spec.polarity.as_deref().unwrap_or(if angled { "U1" } else { "B" });
    let mut letters = all("B");
    match method {
        "B" | "U2" => return Some((Some("aligned"), letters)),
        "A" => letters = all("A"),
        "U1" => {}
        _ => return None,
    }
    if let Some(last) = letters.last_mut() {
        *last = match method {
            "U1" if n.is_multiple_of(2) => "A",
            _ => "B",
        };
    }
    Some((Some("opposed"), letters))
}

/// Duplex over cassettes: U1 when open.
fn duplex(spec: &Spec, design: &Design) -> Wanted {
    let (trunks, cross) = (spec.lengths.trunks.len(), spec.lengths.cross.len());
    let method = spec.polarity.as_deref().unwrap_or("U1");
    let turned = match method {
        // Sides are exchanged once per trunk section and once per cord: odd in all.
        "U1" => (trunks + cross).is_multiple_of(2),
        "A" => cross.is_multiple_of(2),
        _ => return None,
    };
    if spec.topology == "direct" {
        return Some((Some("opposed"), vec!["A-to-B"]));
    }
    if spec.base == 24 {
        return None;
    }
    let cables = design.between().iter().filter(|e| e.is_cable());
    let trunk = if method == "A" { "A" } else { "B" };
    let mut letters: Vec<&str> =
        cables.map(|e| if e.is("trunk") { trunk } else { "A-to-B" }).collect();
    if let Some(last) = letters.last_mut() {
        *last = if turned { "A-to-A" } else { "A-to-B" };
    }
    Some((Some("opposed"), letters))
}
