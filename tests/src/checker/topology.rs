//! What a topology puts in a row between the two transceivers, and what may lie there already.

use super::installed::Placed;
use super::spec::Spec;

/// The places of a route where parts may lie already.
#[derive(Clone, Debug, Default)]
pub(crate) struct Route {
    /// The length that the request names for each run.
    pub(crate) runs: Vec<Option<i128>>,
    /// Name of every panel of array adapters, in channel order.
    pub(crate) panels: Vec<String>,
    /// Whether a cassette stands at A and at B.
    pub(crate) cassettes: [bool; 2],
}

/// The places of a topology with so many runs; a conversion stands where the outer panels would.
pub(crate) fn route(topology: &str, runs: Vec<Option<i128>>, converts: bool) -> Route {
    let n = runs.len();
    let joints = (1..n).map(|i| format!("{i}-{}", i + 1));
    let words = |names: &[&str]| names.iter().map(|n| (*n).to_owned()).collect::<Vec<_>>();
    let panels = match topology {
        "interconnect" if converts => joints.collect(),
        "interconnect" => {
            let mut all = words(&["A"]);
            all.extend(joints);
            all.extend(words(&["B"]));
            all
        }
        // Both panels at the cross cord go by one name.
        "cross-connect" => words(&["A", "1-2", "1-2", "B"]),
        "cassette-to-cassette" => joints.collect(),
        "breakout-cassette" => words(&["A"]),
        "breakout-harness" if n > 0 => words(&["A", "B"]),
        _ => Vec::new(),
    };
    let both = topology == "cassette-to-cassette";
    Route { runs, panels, cassettes: [both, both || topology == "breakout-cassette"] }
}

/// One element of the channel as the request has it.
#[derive(Clone, Debug)]
pub(crate) struct Piece<'a> {
    pub(crate) kind: &'static str,
    /// What lies there already.
    pub(crate) placed: Option<&'a Placed>,
    /// Of a trunk: the run, from 0.
    pub(crate) run: Option<usize>,
}

/// The channel without splices and duplex panels, each element with what lies there already.
pub(crate) fn pieces(spec: &Spec) -> Vec<Piece<'_>> {
    let (mut run, mut panel) = (0, 0);
    let mut cassette = usize::from(spec.topology == "breakout-cassette");
    let mut found = Vec::new();
    for kind in expected(spec) {
        let mut piece = Piece { kind, placed: None, run: None };
        match kind {
            "trunk" => {
                piece.placed = spec.in_place.trunks.get(run).and_then(Option::as_ref);
                piece.run = Some(run);
                run += 1;
            }
            "adapter" => {
                piece.placed = spec.in_place.panels.get(panel).and_then(Option::as_ref);
                panel += 1;
            }
            "cassette" => {
                piece.placed = spec.in_place.cassettes.get(cassette).and_then(Option::as_ref);
                cassette += 1;
            }
            _ => {}
        }
        found.push(piece);
    }
    found
}

/// The kinds that a topology puts in a row, without splices and duplex panels.
pub(crate) fn expected(spec: &Spec) -> Vec<&'static str> {
    let mut kinds = vec!["transceiver"];
    let lengths = &spec.lengths;
    let trunk = |kinds: &mut Vec<&str>| kinds.extend(["adapter", "trunk"]);
    match spec.topology.as_str() {
        "direct" => kinds.push("cord"),
        "interconnect" => {
            // A conversion module stands where the first and the last panel would.
            let end = if spec.conversion.is_some() { "conversion" } else { "adapter" };
            kinds.extend(["cord", end, "trunk"]);
            lengths.trunks.iter().skip(1).for_each(|_| trunk(&mut kinds));
            kinds.extend([end, "cord"]);
        }
        "cross-connect" => {
            kinds.push("cord");
            trunk(&mut kinds);
            kinds.extend(["adapter", "cord"]);
            trunk(&mut kinds);
            kinds.extend(["adapter", "cord"]);
        }
        "cassette-to-cassette" => {
            kinds.push("cord");
            kinds.extend(lengths.cross.first().map(|_| "cord"));
            kinds.extend(["cassette", "trunk"]);
            lengths.trunks.iter().skip(1).for_each(|_| trunk(&mut kinds));
            kinds.push("cassette");
            kinds.extend(lengths.cross.get(1).map(|_| "cord"));
            kinds.push("cord");
        }
        "breakout-cassette" => {
            kinds.push("cord");
            trunk(&mut kinds);
            kinds.extend(["cassette", "cord"]);
        }
        _ if lengths.trunks.is_empty() => kinds.push("harness"),
        _ => {
            kinds.push("cord");
            trunk(&mut kinds);
            kinds.extend(["adapter", "harness"]);
        }
    }
    kinds.push("transceiver");
    kinds
}

/// Lengths of the cables in channel order.
pub(crate) fn expected_lengths(spec: &Spec) -> Vec<i128> {
    let l = &spec.lengths;
    let mut row = vec![l.cord_a];
    match spec.topology.as_str() {
        "cross-connect" => {
            row.extend(l.trunks.first());
            row.extend(&l.cross);
            row.extend(l.trunks.get(1));
        }
        "cassette-to-cassette" => {
            row.extend(l.cross.first());
            row.extend(&l.trunks);
            row.extend(l.cross.get(1));
        }
        _ => row.extend(&l.trunks),
    }
    row.extend(l.cord_b);
    row
}
