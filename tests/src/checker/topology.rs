//! What a topology puts in a row between the two transceivers.

use super::spec::Spec;

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
