//! The two receptacles of a link, and how they use their fibers.

use crate::checks::{brk001_not_listed, brk006_far_module};
use crate::finding::Finding;
use crate::request::FarEnd;
use fiberlane_catalog::{
    ApplicationId, Breakout, Catalog, ChannelRule, ChannelRuleKind, Connector, EndFace, LaneScheme,
    Mode, ModuleId, Plug, Support,
};

/// One receptacle type, as module or application have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Receptacle {
    /// Interface and number.
    pub plug: Plug,
    /// How each uses its fibers.
    pub scheme: LaneScheme,
    /// Fibers that each lights.
    pub fibers: u8,
    /// Its end face.
    pub face: EndFace,
}

/// What light does at a position of a receptacle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Transmits the lane.
    Transmit(u8),
    /// Receives the lane.
    Receive(u8),
    /// Carries both directions of a lane, with the colors of the low half.
    Low(u8),
    /// Carries both directions of a lane, with the colors of the high half.
    High(u8),
    /// Unused.
    Dark,
}

impl Role {
    /// Whether light sent here arrives where it is received when the other end has role `other`.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        matches!(
            (self, other),
            (Self::Transmit(_), Self::Receive(_))
                | (Self::Receive(_), Self::Transmit(_))
                | (Self::Low(_), Self::High(_))
                | (Self::High(_), Self::Low(_))
        )
    }

    /// Whether the position sends light.
    #[must_use]
    pub const fn sends(self) -> bool {
        matches!(self, Self::Transmit(_) | Self::Low(_) | Self::High(_))
    }

    /// The lane's number among `lanes` of the receptacle: where every fiber carries both
    /// directions, those of the high half come after those of the low half.
    #[must_use]
    pub const fn number(self, lanes: u8) -> Option<u8> {
        match self {
            Self::High(lane) => Some(lanes + lane),
            other => other.lane(),
        }
    }

    /// The lane, if the position has one; of a fiber that carries both directions, its pair.
    #[must_use]
    pub const fn lane(self) -> Option<u8> {
        match self {
            Self::Transmit(lane) | Self::Receive(lane) | Self::Low(lane) | Self::High(lane) => {
                Some(lane)
            }
            Self::Dark => None,
        }
    }
}

impl Receptacle {
    /// What `position` of one receptacle does.
    #[must_use]
    pub fn role(&self, position: u8) -> Role {
        let mirrored = |top: u8| {
            let half = self.fibers / 2;
            let low = (1..=half).contains(&position).then_some(position);
            let high = (position <= top).then(|| top + 1 - position).filter(|p| *p <= half);
            (low, high)
        };
        let top = if self.plug.connector == Connector::Mpo16 { 16 } else { 12 };
        match self.scheme {
            LaneScheme::Duplex => match position {
                2 => Role::Transmit(1),
                1 => Role::Receive(1),
                _ => Role::Dark,
            },
            LaneScheme::DuplexBidi => match position {
                2 => Role::Low(1),
                1 => Role::High(1),
                _ => Role::Dark,
            },
            LaneScheme::Parallel => match mirrored(top) {
                (Some(lane), _) => Role::Transmit(lane),
                (_, Some(lane)) => Role::Receive(lane),
                _ => Role::Dark,
            },
            LaneScheme::Bidi => match mirrored(top) {
                (Some(lane), _) => Role::Low(lane),
                (_, Some(lane)) => Role::High(lane),
                _ => Role::Dark,
            },
            LaneScheme::TwoRows => match position {
                14..=23 => Role::Transmit(position - 13),
                2..=11 => Role::Receive(position - 1),
                _ => Role::Dark,
            },
            LaneScheme::Unmapped => Role::Dark,
        }
    }

    /// Lanes in each direction of one receptacle.
    #[must_use]
    pub const fn lanes(&self) -> u8 {
        self.fibers / 2
    }

    /// The lit positions of one receptacle.
    pub fn lit(&self) -> impl Iterator<Item = u8> + use<> {
        let this = *self;
        (1..=24).filter(move |position| this.role(*position) != Role::Dark)
    }
}

/// How the two ends relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// One link between like receptacles.
    Same,
    /// Each receptacle of A runs whole to a far end of its own.
    WholeLegs,
    /// Each receptacle of A is split over this many far receptacles.
    Split(u8),
}

/// A link's two ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// Application of end A.
    pub near: ApplicationId,
    /// Application of end B.
    pub far: ApplicationId,
    /// Module at end A.
    pub module: Option<ModuleId>,
    /// Module at end B, where one is named.
    pub far_module: Option<ModuleId>,
    /// Receptacle of end A.
    pub a: Receptacle,
    /// Receptacle of end B.
    pub b: Receptacle,
    /// How they relate.
    pub relation: Relation,
    /// Far receptacles per link.
    pub far_ports: u8,
    /// Light guidance that the transceivers need.
    pub mode: Mode,
    /// End face of MPO matings between the ends.
    pub array_face: EndFace,
    /// Whether the receptacles of A and of B are known.
    pub known: [bool; 2],
    /// The pair's row, where the ends differ.
    pub breakout: Option<&'static Breakout>,
}

impl Link {
    /// Resolves the two ends.
    ///
    /// # Errors
    /// With the finding that says why the two applications cannot be ends of one link.
    pub fn resolve(
        catalog: &'static Catalog,
        near: ApplicationId,
        module: Option<ModuleId>,
        far_end: FarEnd,
    ) -> Result<Self, Finding> {
        let (a, known) = receptacle(catalog, near, module);
        let (far, far_module) = (far_end.breakout().unwrap_or(near), far_end.module());
        if let Some(id) = far_module.filter(|id| catalog.module(*id).application != far) {
            return Err(brk006_far_module::found(catalog, near, far, id));
        }
        let row = match far_end.breakout() {
            None => None,
            Some(far) => {
                let row = catalog.breakouts_of(near, module).find(|row| row.to == far);
                Some(row.ok_or_else(|| brk001_not_listed::found(catalog, near, module, far))?)
            }
        };
        let times = times_of(catalog, near, module);
        let (mut b, far_known) = match far_module {
            None if far == near => (a, known),
            _ => receptacle(catalog, far, far_module),
        };
        let application = catalog.application(near);
        let mode = module.map_or(application.mode, |id| catalog.module(id).mode);
        let array_face =
            if a.plug.connector.is_array() { a.face } else { application.array_end_face };
        let count = a.plug.count;
        let per_link = row.map_or(1, |row| row.legs);
        let legs = per_link * times;
        let alike = same_interface(a.plug.connector, b.plug.connector);
        let far_times = times_of(catalog, far, far_module);
        let (relation, far_ports) = if row.is_none() && (far_times >= times || !alike) {
            // Like ends: a link takes as many plugs at B as at A, whatever else that module has.
            b.plug.count = count;
            (Relation::Same, count)
        } else if per_link == 1 && alike && b.plug.count == count {
            (Relation::Same, count)
        } else if legs == count && alike {
            (Relation::WholeLegs, legs)
        } else {
            let ports = legs.max(b.plug.count);
            (Relation::Split((ports / count).max(1)), ports)
        };
        Ok(Self {
            near,
            far,
            module,
            far_module,
            a,
            b,
            relation,
            far_ports,
            mode,
            array_face,
            known: [known, far_known],
            breakout: row,
        })
    }

    /// Whether the two ends may be joined at all, by the row that says so.
    #[must_use]
    pub fn support(&self) -> Support {
        self.breakout.map_or(Support::Yes, |row| row.supported)
    }

    /// The makers' rules for channels of this rate and mode, each with whether a module of the maker
    /// is named; where no module is, anybody's rule may hold.
    pub fn channel_rules(
        &self,
        catalog: &'static Catalog,
    ) -> impl Iterator<Item = (&'static ChannelRule, bool)> {
        let modules = [self.module, self.far_module].map(|id| id.map(|id| catalog.module(id)));
        let (rate, mode) = (catalog.application(self.near).lane_rate, self.mode);
        let known = modules.iter().any(Option::is_some);
        catalog.channel_rules.iter().filter_map(move |rule| {
            let named = modules.iter().flatten().any(|module| module.vendor == rule.vendor);
            let meant = rule.lane_rates.contains(&rate) && rule.modes.contains(&mode);
            (meant && (named || !known)).then_some((rule, named))
        })
    }

    /// Whether a maker asks that both ports of the module at A run straight or both be split, where
    /// the far end is a breakout.
    #[must_use]
    pub fn wants_alike_ports(&self, catalog: &'static Catalog) -> bool {
        let twin = self.a.plug.count > 1 && self.far != self.near;
        twin && self.channel_rules(catalog).any(|(rule, _)| rule.kind == ChannelRuleKind::TwinPort)
    }

    /// Whether end B has several ports for each link of end A: a breakout, or a module at A that is
    /// several times what stands at B.
    #[must_use]
    pub fn fans_out(&self) -> bool {
        self.far_ports > 1 && (self.near != self.far || self.relation != Relation::Same)
    }

    /// Whether the link runs on array connectors from end A.
    #[must_use]
    pub const fn is_parallel(&self) -> bool {
        self.a.plug.connector.is_array()
    }
}

/// How many times a module is its application: one of twice the fibers is it twice.
fn times_of(catalog: &Catalog, application: ApplicationId, module: Option<ModuleId>) -> u8 {
    let fibers = catalog.application(application).fibers;
    let lit = module.map_or(fibers, |id| catalog.module(id).fibers);
    (lit / fibers.max(1)).max(1)
}

fn same_interface(a: Connector, b: Connector) -> bool {
    a == b || (!a.is_array() && !b.is_array())
}

/// The receptacle of a module, or of its application where the module does not say; and whether
/// the plug is one whose positions are known.
fn receptacle(
    catalog: &Catalog,
    id: ApplicationId,
    module: Option<ModuleId>,
) -> (Receptacle, bool) {
    let application = catalog.application(id);
    let usual = Receptacle {
        plug: application.plug,
        scheme: application.scheme,
        fibers: application.fibers / application.plug.count.max(1),
        face: application.end_face,
    };
    let Some(module) = module.map(|id| catalog.module(id)) else {
        return (usual, true);
    };
    let Some(plug) = module.plug else {
        return (Receptacle { face: module.end_face, ..usual }, false);
    };
    let both_ways = matches!(application.scheme, LaneScheme::Bidi | LaneScheme::DuplexBidi);
    let scheme = match plug.connector {
        Connector::Lc | Connector::Cs if both_ways => LaneScheme::DuplexBidi,
        Connector::Lc | Connector::Cs => LaneScheme::Duplex,
        Connector::Mpo24 if application.scheme == LaneScheme::TwoRows => LaneScheme::TwoRows,
        Connector::Mpo24 | Connector::Mpo32 => LaneScheme::Unmapped,
        // Two of them on one module: half of each is dark, and no source says which half.
        Connector::Mpo16 if plug.count > 1 => LaneScheme::Unmapped,
        _ if both_ways => LaneScheme::Bidi,
        _ => LaneScheme::Parallel,
    };
    let fibers = module.fibers / plug.count.max(1);
    (Receptacle { plug, scheme, fibers, face: module.end_face }, scheme != LaneScheme::Unmapped)
}
