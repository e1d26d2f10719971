//! Conversion modules: connectors, counts and maps of the four kinds.

use std::collections::BTreeSet;

use serde_json::Value;

use super::maps::across;
use super::spec::effective;
use super::wire::Element;

/// One kind of conversion module.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Conversion {
    pub(crate) name: &'static str,
    /// Fibers of the trunk's connector.
    pub(crate) base: u64,
    /// Connector of the cords.
    pub(crate) cord: &'static str,
    pub(crate) rears: u64,
    pub(crate) fronts: u64,
}

const KINDS: [Conversion; 4] = [
    Conversion { name: "2x12-3x8", base: 12, cord: "MPO-8", rears: 2, fronts: 3 },
    Conversion { name: "24-3x8", base: 24, cord: "MPO-8", rears: 1, fronts: 3 },
    Conversion { name: "24-2x12", base: 24, cord: "MPO-12", rears: 1, fronts: 2 },
    Conversion { name: "16-2x8", base: 16, cord: "MPO-8", rears: 1, fronts: 2 },
];

/// The conversion that a request names or its plan chose; `none` is none.
pub(crate) fn asked(request: &Value, plan: &Value) -> Option<&'static Conversion> {
    let name = effective(request, plan, "conversion").and_then(Value::as_str)?;
    KINDS.iter().find(|kind| kind.name == name)
}

/// (front port, front position, rear port, rear position)
type Pairs = BTreeSet<(u64, u64, u64, u64)>;

impl Conversion {
    /// Trunk legs that carry this many plugs.
    pub(crate) fn legs(&self, plugs: u64) -> u64 {
        plugs.div_ceil(self.fronts) * self.rears
    }

    /// Every map that may be meant: lane pairs four at a time, or whole rows.
    fn maps(&self) -> Vec<Pairs> {
        // Lane pairs of the rear in order: rear, transmit position, receive position.
        let lanes = |rears: u64, n: u64| -> Vec<(u64, u64, u64)> {
            (1..=rears).flat_map(|r| (1..=n / 2).map(move |i| (r, i, n + 1 - i))).collect()
        };
        let four = |lanes: Vec<(u64, u64, u64)>| -> Pairs {
            let spread = |(n, (rear, one, two)): (u64, (u64, u64, u64))| {
                let (front, k) = (n / 4 + 1, n % 4 + 1);
                [(front, k, rear, one), (front, 13 - k, rear, two)]
            };
            (0..).zip(lanes).flat_map(spread).collect()
        };
        match self.name {
            "2x12-3x8" => vec![four(lanes(2, 12))],
            "16-2x8" => vec![four(lanes(1, 16))],
            // Pairs of the trunk map i to i + 12; which of the two rows comes first is open.
            "24-3x8" => vec![
                four((1..=12).map(|i| (1, i, i + 12)).collect()),
                four((1..=12).map(|i| (1, i + 12, i)).collect()),
            ],
            _ => {
                let rows = |first: u64| -> Pairs {
                    let row = |front: u64| {
                        let shift = if front == first { 0 } else { 12 };
                        (1..=12).map(move |p| (front, p, 1, p + shift))
                    };
                    (1..=2).flat_map(row).collect()
                };
                vec![rows(1), rows(2)]
            }
        }
    }

    /// Whether the trunks are at the B side of this module.
    fn rear_at_b(&self, element: &Element) -> bool {
        let rear = format!("MPO-{}", self.base);
        element.ends[1].as_ref().is_some_and(|end| end.connector == rear)
    }

    /// Front and rear of a module, as indices of its ends.
    pub(crate) fn turned(&self, element: &Element) -> [usize; 2] {
        if self.rear_at_b(element) { [0, 1] } else { [1, 0] }
    }
}

/// Checks the map of one module against those of its part.
pub(crate) fn check_map(element: &Element, out: &mut Vec<String>) {
    let part = element.part.as_deref().unwrap_or("");
    let named = part.strip_prefix("conversion-").unwrap_or("");
    let Some(kind) = KINDS.iter().find(|kind| kind.name == named) else {
        out.push(format!("{} is the unknown part `{part}`", element.name()));
        return;
    };
    let rear_at_b = kind.rear_at_b(element);
    let found: Pairs = element
        .map
        .iter()
        .flatten()
        .map(|(a, b)| if rear_at_b { (a, b) } else { (b, a) })
        .map(|(front, rear)| {
            (front.port.unwrap_or(1), front.position, rear.port.unwrap_or(1), rear.position)
        })
        .collect();
    // With aligned keys at the rear, the reversal may be drawn in the module's own map.
    let aligned = element.key.as_deref() == Some("aligned");
    let rear = format!("MPO-{}", kind.base);
    let fits = kind.maps().into_iter().any(|wanted| {
        let mirrored = wanted.iter().map(|p| (p.0, p.1, p.2, across(&rear, "aligned", p.3)));
        found == wanted || (aligned && found == mirrored.collect())
    });
    if !fits {
        out.push(format!("the map of {} is not that of `{part}`", element.name()));
    }
}
