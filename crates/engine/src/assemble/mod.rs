//! From choices to a channel, end to end.

mod breakout;
mod cables;
mod duplex;
mod lengths;
mod method;
mod parallel;
mod placed;
mod runs;

pub(crate) use cables::method_key;
pub(crate) use duplex::families;
pub use lengths::{ASSUMED_TRUNK, Span, empty_trunk, fits, fits_lengths, recut, run_count};
pub use placed::{OwnLength, Panel, Placed, Places};
pub use runs::{Run, Usual, runs};

use crate::channel::Element;
use crate::checks::{cnv001_conversion, top001_topology};
use crate::finding::Finding;
use crate::link::{Link, Relation};
use crate::loss::{all_mate, matings};
use crate::proof::{Light, Proof};
use crate::request::{Conversion, Polarity, Topology};
use fiberlane_catalog::{Catalog, Connector, EndFace, Key, Part};

/// What an assembly needs to know.
#[derive(Clone, Copy, Debug)]
pub struct Blueprint<'a> {
    /// The facts.
    pub catalog: &'static Catalog,
    /// The two ends.
    pub link: &'a Link,
    /// How they are connected.
    pub topology: Topology,
    /// The cables' lengths.
    pub span: &'a Span,
    /// Polarity, if it is fixed.
    pub polarity: Option<Polarity>,
    /// Interface of array cables.
    pub array: Connector,
    /// Whether the part with the most ports is preferred.
    pub dense: bool,
    /// End face of array matings between the ends.
    pub face: EndFace,
    /// The parts in place.
    pub placed: &'a Placed<'a>,
    /// The trunks from A to B, in place or new.
    pub runs: &'a [Run<'a>],
    /// Conversion modules at both ends of the trunks.
    pub conversion: Option<Conversion>,
}

impl Blueprint<'_> {
    /// Whether something in place leaves the method to be found by trying.
    fn is_bound(&self) -> bool {
        self.placed.all().next().is_some() || self.conversion.is_some()
    }

    /// Key orientations of adapters that may be tried, best first.
    fn keys(&self, method: Option<Key>) -> Vec<Key> {
        let usual = match method {
            Some(key) => vec![key],
            None if self.face == EndFace::Angled || self.conversion.is_some() => {
                vec![Key::Opposed]
            }
            None => vec![Key::Aligned, Key::Opposed],
        };
        // New adapters are as those in place, unless only the others pass light.
        let Some(own) = self.placed.all().find_map(|part| part.key) else {
            return usual;
        };
        let others = usual.into_iter().chain([Key::Aligned, Key::Opposed]);
        let mut keys = vec![own];
        for key in others {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        keys
    }
}

/// A channel with its proof.
#[derive(Clone, Debug)]
pub struct Assembly {
    /// The elements from A to B.
    pub elements: Vec<Element>,
    /// Polarity method or map id that the cables follow.
    pub method: &'static str,
    /// What the lanes do.
    pub proof: Proof,
}

/// Assembles the channel; where several ways of cording are open, the first that passes light.
///
/// # Errors
/// With the finding that says why no channel can be assembled.
pub fn assemble(blueprint: &Blueprint<'_>) -> Result<Assembly, Finding> {
    let link = blueprint.link;
    let suitable = topologies(link);
    if !suitable.contains(&blueprint.topology) {
        let topology = blueprint.topology;
        return Err(top001_topology::found(blueprint.catalog, link, topology, suitable));
    }
    let converts = link.is_parallel() && blueprint.topology == Topology::Interconnect;
    if let (Some(conversion), false) = (blueprint.conversion, converts) {
        return Err(cnv001_conversion::found(conversion, blueprint.topology));
    }
    let mut assembly = match link.relation {
        Relation::Split(per_plug) => breakout::assemble(blueprint, per_plug)?,
        _ if link.is_parallel() => parallel::assemble(blueprint),
        _ => duplex::assemble(blueprint),
    };
    // Named by what is built; where U2 and B are the same, by what was asked for.
    let converted = blueprint.conversion.is_some() && blueprint.polarity.is_some();
    if blueprint.placed.all().next().is_some()
        && !converted
        && let Some(built) = method::built(&assembly.elements)
    {
        let alike = [built, assembly.method].iter().all(|name| matches!(*name, "B" | "U2"));
        if !alike || !link.is_parallel() || blueprint.polarity.is_none() {
            assembly.method = built;
        }
    }
    Ok(assembly)
}

/// The topologies that suit a link.
#[must_use]
pub fn topologies(link: &Link) -> &'static [Topology] {
    match link.relation {
        Relation::Split(_) if link.b.plug.connector.is_array() => &[Topology::BreakoutHarness],
        Relation::Split(_) => &[Topology::BreakoutCassette, Topology::BreakoutHarness],
        _ if link.is_parallel() => {
            &[Topology::Direct, Topology::Interconnect, Topology::CrossConnect]
        }
        _ => &[Topology::Direct, Topology::CassetteToCassette],
    }
}

/// The first candidate without a fault, or else the first that passes although its lanes are exchanged
/// or its ports reversed, or else the first whose lanes are right, or else the first. No more are made
/// than it takes.
fn first_sound(candidates: &mut dyn Iterator<Item = Assembly>) -> Option<Assembly> {
    let mut best: Option<(u8, Assembly)> = None;
    for assembly in candidates {
        let mates = || all_mate(&matings(&assembly.elements));
        let fault = match assembly.proof.light() {
            Light::Lost => 5,
            // What no map is known for is nobody's fault.
            Light::Arrives | Light::Unknown if mates() => 0,
            Light::Arrives | Light::Unknown => 3,
            _ if !mates() => 4,
            Light::Exchanged => 1,
            Light::Reversed => 2,
        };
        if best.as_ref().is_none_or(|(least, _)| fault < *least) {
            best = Some((fault, assembly));
        }
        if fault == 0 {
            break;
        }
    }
    best.map(|(_, assembly)| assembly)
}

/// What a part weighs among others that will do: as many rears as it has, or, for density, as few.
fn rears(plan: &Blueprint<'_>, part: &Part) -> u32 {
    let rears = part.rear.map_or(1, |ports| u32::from(ports.count));
    if plan.dense { u32::from(u8::MAX) - rears } else { rears }
}
