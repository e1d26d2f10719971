//! The recommended design as typed values, read by `structure`.

/// Connector families that carry one duplex pair.
const DUPLEX: [&str; 4] = ["LC", "CS", "SN", "MDC"];

/// One end of an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct End {
    pub(crate) connector: String,
    pub(crate) pins: String,
    pub(crate) end_face: String,
}

impl End {
    pub(crate) fn is_mpo(&self) -> bool {
        self.connector.starts_with("MPO-")
    }

    pub(crate) fn is_duplex(&self) -> bool {
        DUPLEX.contains(&self.connector.as_str())
    }

    /// The ferrule behind the name: MPO-8 is a 12-position ferrule.
    pub(crate) fn ferrule(&self) -> &str {
        match self.connector.as_str() {
            "MPO-8" => "MPO-12",
            other => other,
        }
    }

    pub(crate) fn show(&self) -> String {
        format!("{} {} {}", self.connector, self.pins, self.end_face)
    }
}

/// A position, with its port where a side has several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Spot {
    pub(crate) port: Option<u64>,
    pub(crate) position: u64,
}

/// Pairs from the A side to the B side.
pub(crate) type Map = Vec<(Spot, Spot)>;

/// One element of the channel.
#[derive(Clone, Debug)]
pub(crate) struct Element {
    /// Index into the channel as written, splices included.
    pub(crate) at: usize,
    pub(crate) kind: String,
    pub(crate) part: Option<String>,
    pub(crate) length: Option<i128>,
    pub(crate) polarity: Option<String>,
    pub(crate) key: Option<String>,
    pub(crate) ends: [Option<End>; 2],
    /// The B side once per port; `None` for an entry that is not written as an end.
    pub(crate) ports: Option<Vec<Option<End>>>,
    pub(crate) map: Option<Map>,
    pub(crate) in_place: bool,
}

impl Element {
    pub(crate) fn is(&self, kind: &str) -> bool {
        self.kind == kind
    }

    pub(crate) fn is_cable(&self) -> bool {
        ["cord", "trunk", "harness"].contains(&self.kind.as_str())
    }

    /// Whether any end satisfies the predicate.
    pub(crate) fn any_end(&self, holds: impl Fn(&End) -> bool) -> bool {
        self.ends.iter().flatten().any(holds)
    }

    /// A cable with the same interface class at both ends.
    pub(crate) fn is_mpo_cable(&self) -> bool {
        self.is_cable() && self.ends.iter().all(|e| e.as_ref().is_some_and(End::is_mpo))
    }

    pub(crate) fn is_duplex_cord(&self) -> bool {
        self.is("cord") && self.ends.iter().all(|e| e.as_ref().is_some_and(End::is_duplex))
    }

    pub(crate) fn name(&self) -> String {
        format!("channel[{}] ({})", self.at, self.kind)
    }
}

/// One term of the loss sum.
#[derive(Clone, Debug)]
pub(crate) struct Term {
    pub(crate) kind: String,
    pub(crate) at: usize,
    pub(crate) length: Option<i128>,
    pub(crate) db: i128,
    pub(crate) typical: Option<i128>,
}

/// One traced lane.
#[derive(Clone, Debug)]
pub(crate) struct Lane {
    pub(crate) lane: u64,
    pub(crate) a_to_b: bool,
    pub(crate) from: Spot,
    pub(crate) to: Spot,
    pub(crate) path: Vec<Spot>,
    pub(crate) ok: bool,
}

impl Lane {
    pub(crate) fn name(&self) -> String {
        let way = if self.a_to_b { "AtoB" } else { "BtoA" };
        let port = self.from.port.unwrap_or(0);
        format!("lane {} {way} from port {port} position {}", self.lane, self.from.position)
    }
}

/// One order line.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub(crate) path: String,
    pub(crate) kind: String,
    pub(crate) part: String,
    pub(crate) quantity: u64,
    pub(crate) spare: u64,
    pub(crate) per_end: Option<u64>,
    /// At end A, between the ends, at end B.
    pub(crate) places: Option<[u64; 3]>,
    pub(crate) length: Option<i128>,
    pub(crate) legs: Option<u64>,
    pub(crate) fibers: Option<u64>,
    pub(crate) polarity: Option<String>,
    pub(crate) fiber: Option<String>,
    pub(crate) grade: Option<String>,
    /// Elements of the channel that it serves.
    pub(crate) channel: Vec<usize>,
    /// Pin words in the order written; `none` is left out.
    pub(crate) pins: Vec<String>,
    /// End face words in the order written; `none` is left out.
    pub(crate) faces: Vec<String>,
    /// Duplex interfaces, where the line names them.
    pub(crate) duplex: Vec<String>,
}

/// The recommended design.
#[derive(Clone, Debug)]
pub(crate) struct Design {
    pub(crate) channel: Vec<Element>,
    pub(crate) terms: Vec<Term>,
    pub(crate) worst: Option<i128>,
    pub(crate) limit: Option<i128>,
    pub(crate) margin: Option<i128>,
    pub(crate) reach_length: Option<i128>,
    pub(crate) reach_limit: Option<i128>,
    pub(crate) reach_verdict: Option<String>,
    pub(crate) method: Option<String>,
    pub(crate) polarity_verdict: Option<String>,
    pub(crate) lanes: Vec<Lane>,
    pub(crate) bom: Vec<Line>,
    /// Lines of parts that are not ordered.
    pub(crate) in_place: Vec<Line>,
    /// The fiber that the design is judged by.
    pub(crate) fiber: Option<String>,
}

impl Design {
    /// The channel without splices: what is patched, in order.
    pub(crate) fn patched(&self) -> Vec<&Element> {
        self.channel.iter().filter(|e| !e.is("splice")).collect()
    }

    /// The elements between the two transceivers.
    pub(crate) fn between(&self) -> &[Element] {
        let end = self.channel.len().saturating_sub(1);
        self.channel.get(1..end).unwrap_or(&[])
    }
}
