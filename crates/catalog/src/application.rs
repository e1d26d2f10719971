//! Applications (what IEEE 802.3 calls PMDs), their limits per fiber, and their breakouts.

use crate::{Confidence, Connector, EndFace, Fiber, Mode, ModuleId};
use fiberlane_units::{Attenuation, Length, Loss};

/// Index of an [`Application`] in its catalog.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ApplicationId(pub u16);

/// How a receptacle uses its fibers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LaneScheme {
    /// Side B transmits, side A receives.
    Duplex,
    /// Two fibers, each carrying both directions.
    DuplexBidi,
    /// One row: the low positions transmit, their mirror images receive.
    Parallel,
    /// One row, every fiber carrying both directions; low and high half are unlike kinds.
    Bidi,
    /// Two rows of twelve, ten lit in each: 14-23 transmit, 2-11 receive.
    TwoRows,
    /// Two rows of sixteen, whose order no source confirms.
    Unmapped,
}

/// The receptacle of a transceiver.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Plug {
    /// Interface of each receptacle.
    pub connector: Connector,
    /// Number of receptacles, 1 or 2.
    pub count: u8,
}

/// What an application allows on one class of fiber.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// Class of fiber the figures hold for.
    pub fiber: Fiber,
    /// Longest channel.
    pub reach: Length,
    /// Trust in `reach`.
    pub reach_confidence: Confidence,
    /// Largest channel insertion loss; `None` where no source gives one.
    pub loss: Option<Loss>,
    /// Trust in `loss`.
    pub loss_confidence: Confidence,
    /// Share of `loss` that the standard sets aside for connections.
    pub allocation: Option<Loss>,
    /// Trust in `allocation`.
    pub allocation_confidence: Confidence,
    /// Smallest channel insertion loss, below which the receiver is overloaded.
    pub min_loss: Option<Loss>,
    /// Attenuation that the application's clause plans with.
    pub clause_attenuation: Attenuation,
}

/// One kind of link, as its two transceivers are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Application {
    /// Its name, unique.
    pub name: &'static str,
    /// Other names it goes by, unique as well; none without the feature `long`.
    pub aliases: &'static [&'static str],
    /// Names that it went by when it was not yet told from another type; still taken, in links too.
    pub former: &'static [&'static str],
    /// What else those names stood for.
    pub told_from: &'static [ApplicationId],
    /// Whether the field still buys it.
    pub bought: bool,
    /// The published types that each of its ports is, where it stands for two ports in one module:
    /// the one that goes as far on the fiber is meant.
    pub port_types: &'static [ApplicationId],
    /// Speed in Gb/s.
    pub speed: u16,
    /// Kind of document that defines it; never `Unconfirmed`.
    pub status: Confidence,
    /// The document.
    pub standard: &'static str,
    /// Lanes in each direction.
    pub lanes: u8,
    /// Gb/s of one lane.
    pub lane_rate: u16,
    /// Multimode or single-mode.
    pub mode: Mode,
    /// Its usual receptacle.
    pub plug: Plug,
    /// Fibers it lights.
    pub fibers: u8,
    /// End face of its receptacle.
    pub end_face: EndFace,
    /// The other end face that its modules are sold with as well.
    pub sold_with: Option<EndFace>,
    /// End face of every MPO mating in its channel.
    pub array_end_face: EndFace,
    /// How it uses its fibers.
    pub scheme: LaneScheme,
    /// Trust in connector and end face.
    pub interface_confidence: Confidence,
    /// Figures per class of fiber, in catalog order.
    pub limits: &'static [Limit],
}

impl Application {
    /// The figures for `fiber`, if the application has any.
    #[must_use]
    pub fn limit(&self, fiber: Fiber) -> Option<&Limit> {
        self.limits.iter().find(|limit| limit.fiber == fiber)
    }
}

/// What an application allows a single connection to reflect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reflectance {
    /// The application.
    pub application: ApplicationId,
    /// Most connections of the channel that the row holds for; `None` for any number.
    pub connections: Option<u8>,
    /// Least return loss of each connection, dB: the limit on reflectance without its sign.
    pub return_loss: u8,
    /// Trust in the figure: `Draft` or `Unconfirmed`.
    pub confidence: Confidence,
}

/// Whether two applications work as the two ends of a breakout.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Support {
    /// They do.
    Yes,
    /// They do under a condition outside the cabling.
    Depends,
    /// They do not.
    No,
}

/// A pair of applications at the two ends of one link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Breakout {
    /// The parallel end.
    pub from: ApplicationId,
    /// Each of the far ends.
    pub to: ApplicationId,
    /// The module at the parallel end for which alone the row holds; `None` for any.
    pub only: Option<ModuleId>,
    /// Far ends per link; 1 is an interoperable far end, not a breakout.
    pub legs: u8,
    /// Whether it works.
    pub supported: Support,
    /// Why not, or under which condition; empty where it simply works, and without the feature
    /// `long`.
    pub reason: &'static str,
    /// Trust in the statement.
    pub confidence: Confidence,
}

/// What a maker asks of the channels of its modules, beyond reach and loss: said, never a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChannelRule {
    /// Its id, unique.
    pub id: &'static str,
    /// The maker.
    pub vendor: &'static str,
    /// The modes that it speaks of.
    pub modes: &'static [Mode],
    /// Rates of the lanes that it speaks of, Gb/s.
    pub lane_rates: &'static [u16],
    /// What it asks.
    pub kind: ChannelRuleKind,
}

/// What a maker's rule asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChannelRuleKind {
    /// Channels through a splitter are at most so long in all.
    Splitter(Length),
    /// Both ports of a twin-port module run straight, or both are split.
    TwinPort,
}
