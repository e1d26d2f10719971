//! What the buyer fixed and what is left open.

mod change;
mod expected;
mod field;
mod fragment;
mod fragment_error;
mod fragment_place;
mod installed;
mod read;
mod read_place;
mod situation;

pub use change::Change;
pub use expected::{Expected, Given, Kind};
pub use field::{Field, InAdvice, Request, Role};
pub use fragment::{FragmentError, decode_fragment, encode_fragment};
pub use installed::{At, Installed, InstalledKind, Measured};
pub use read::{Problem, read_request};
pub use situation::{Budget, Place, Situation};

use crate::words::words;
use fiberlane_catalog::{ApplicationId, Catalog, Connector, Map, ModuleId, Ports};
use fiberlane_units::Length;

/// The schema that requests on the wire name.
pub const REQUEST_SCHEMA: &str = "fiberlane.request/1";

/// Most links of one request.
pub const MAX_LINKS: u32 = 1_000_000;
/// Longest single cable, m.
pub const MAX_LENGTH_M: u32 = 200_000;
/// Most trunks in series.
pub const MAX_TRUNKS: usize = 8;
/// Most splices of one channel.
pub const MAX_SPLICES: u32 = 1_000;
/// Most legs of one trunk.
pub const MAX_TRUNK_LEGS: u32 = 144;

words! {
    /// How the two transceivers are connected.
    Topology {
        /// One cord from port to port.
        Direct = "direct",
        /// Cords, panels and trunks.
        Interconnect = "interconnect",
        /// Two trunks joined by a cord between two panels.
        CrossConnect = "cross-connect",
        /// Duplex cords on cassettes, joined by trunks.
        CassetteToCassette = "cassette-to-cassette",
        /// A parallel port on a trunk that ends in a cassette.
        BreakoutCassette = "breakout-cassette",
        /// A parallel port on a harness, with or without a trunk.
        BreakoutHarness = "breakout-harness",
    }
}

words! {
    /// Polarity method by letter.
    Method {
        /// Type A trunks; one Type B array cord, or one A-to-A duplex cord.
        A = "A",
        /// Type B throughout with aligned keys.
        B = "B",
        /// Pair-flipped trunks.
        C = "C",
        /// Universal modules or like cords, opposed keys.
        U1 = "U1",
        /// Universal modules, aligned keys.
        U2 = "U2",
    }
}

words! {
    /// Which side of each mating in a panel carries the pins.
    Pinning {
        /// Trunks pinned, cords and cassettes unpinned.
        PinnedTrunk = "pinned-trunk",
        /// Cassettes pinned, trunks unpinned.
        PinnedModule = "pinned-module",
    }
}

words! {
    /// Which attenuation the fiber is planned with.
    AttenuationBasis {
        /// The cabling standards' maximum.
        Cabling = "cabling",
        /// What the application's clause assumes.
        Clause = "clause",
    }
}

words! {
    /// What decides between designs of the same verdict.
    Priority {
        /// Lowest relative cost.
        Cost = "cost",
        /// Most margin.
        Margin = "margin",
        /// Fewest rack units.
        Density = "density",
        /// Most faster applications carried.
        Growth = "growth",
    }
}

words! {
    /// Modules between cords and trunks of other fiber counts, at both ends.
    Conversion {
        /// None: panels or cassettes.
        Without = "none",
        /// Two 12-fiber trunk legs to three 8-fiber ports.
        TwoTwelveToThreeEight = "2x12-3x8",
        /// A 24-fiber trunk leg to three 8-fiber ports.
        TwentyFourToThreeEight = "24-3x8",
        /// A 24-fiber trunk leg to two 12-fiber ports.
        TwentyFourToTwoTwelve = "24-2x12",
        /// A 16-fiber trunk leg to two 8-fiber ports.
        SixteenToTwoEight = "16-2x8",
    }
}

impl Conversion {
    /// The connectors of the module, rear and front; nothing where there are no modules.
    #[must_use]
    pub const fn ports(self) -> Option<[Ports; 2]> {
        let [rear, front] = match self {
            Self::Without => return None,
            Self::TwoTwelveToThreeEight => [(2, Connector::Mpo12), (3, Connector::Mpo8)],
            Self::TwentyFourToThreeEight => [(1, Connector::Mpo24), (3, Connector::Mpo8)],
            Self::TwentyFourToTwoTwelve => [(1, Connector::Mpo24), (2, Connector::Mpo12)],
            Self::SixteenToTwoEight => [(1, Connector::Mpo16), (2, Connector::Mpo8)],
        };
        Some([
            Ports { connector: rear.1, count: rear.0 },
            Ports { connector: front.1, count: front.0 },
        ])
    }

    /// Connector of the trunk, and of the cords; nothing where there are no modules.
    #[must_use]
    pub fn connectors(self) -> Option<[Connector; 2]> {
        self.ports().map(|sides| sides.map(|ports| ports.connector))
    }
}

words! {
    /// Whose connectors are ordered.
    Brand {
        /// Anybody's.
        Any = "any",
        /// MTP, of US Conec.
        Mtp = "mtp",
    }
}

/// A grade of connectors, by its place in the catalog.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GradeRef {
    /// A planning grade.
    Planning(u16),
    /// A grade of a data sheet or standard.
    Catalog(u16),
}

impl GradeRef {
    /// The planning grade that is assumed.
    #[must_use]
    pub const fn standard(catalog: &Catalog) -> Self {
        Self::Planning(catalog.roles.standard)
    }

    /// The better planning grade that an open choice may become.
    #[must_use]
    pub const fn low_loss(catalog: &Catalog) -> Self {
        Self::Planning(catalog.roles.low_loss)
    }

    /// The planning grade that nobody orders by, where there is one.
    #[must_use]
    pub fn limit(catalog: &Catalog) -> Option<Self> {
        catalog.roles.limit.map(Self::Planning)
    }

    /// Every planning grade, in the order of lists.
    pub fn planning(catalog: &Catalog) -> impl Iterator<Item = Self> + use<> {
        catalog.grade_places().map(Self::Planning)
    }

    /// The grade that a word on the wire names.
    #[must_use]
    pub fn find(catalog: &Catalog, id: &str) -> Option<Self> {
        let planning = catalog.grades.iter().position(|grade| grade.id == id);
        let named = || catalog.catalog_grades.iter().position(|grade| grade.id == id);
        planning
            .and_then(|index| u16::try_from(index).ok().map(Self::Planning))
            .or_else(|| named().and_then(|index| u16::try_from(index).ok().map(Self::Catalog)))
    }

    /// The word on the wire.
    #[must_use]
    pub fn name(self, catalog: &Catalog) -> &'static str {
        match self {
            Self::Planning(index) => catalog.grades[usize::from(index)].id,
            Self::Catalog(index) => catalog.catalog_grades[usize::from(index)].id,
        }
    }
}

/// Polarity as the request fixes it: a method, or for 24 fibers the id of a map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Polarity {
    /// A method by letter.
    Method(Method),
    /// The map of every 24-fiber cable.
    Map(&'static Map),
}

impl Polarity {
    /// The polarity that a word on the wire names.
    #[must_use]
    pub fn find(catalog: &'static Catalog, word: &str) -> Option<Self> {
        let method = Method::from_name(word).map(Self::Method);
        method.or_else(|| catalog.row_map(word).map(Self::Map))
    }

    /// The word on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Method(method) => method.name(),
            Self::Map(map) => map.id,
        }
    }
}

words! {
    /// Whose row of an application limits the loss.
    LimitBasis {
        /// That of the fiber's own class.
        OwnClass = "own-class",
        /// The largest of its own and the lower classes whose reach covers the length.
        ClassMet = "class-met",
    }
}

/// What stands at end B, each with its own module where one is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FarEnd {
    /// The same application.
    Same(Option<ModuleId>),
    /// Several links of another application.
    Breakout(ApplicationId, Option<ModuleId>),
}

impl FarEnd {
    /// The module at end B.
    #[must_use]
    pub const fn module(self) -> Option<ModuleId> {
        match self {
            Self::Same(module) | Self::Breakout(_, module) => module,
        }
    }

    /// The other application at end B.
    #[must_use]
    pub const fn breakout(self) -> Option<ApplicationId> {
        match self {
            Self::Same(_) => None,
            Self::Breakout(id, _) => Some(id),
        }
    }
}

/// Spares in percent, each 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spares {
    /// Of every kind of part that has spares.
    All(u32),
    /// By kind, in the order of [`SpareKind`]; none of a kind that is not named.
    ByKind([Option<u32>; 4]),
}

words! {
    /// A kind of part that is ordered with spares.
    SpareKind {
        /// Cords.
        Cord = "cord",
        /// Trunks.
        Trunk = "trunk",
        /// Harnesses.
        Harness = "harness",
        /// Cassettes.
        Cassette = "cassette",
    }
}

impl Spares {
    /// Percent of a kind of part.
    #[must_use]
    pub fn of(self, kind: SpareKind) -> u32 {
        match self {
            Self::All(percent) => percent,
            Self::ByKind(percents) => percents[kind as usize].unwrap_or(0),
        }
    }
}

/// Lengths of the cables; what is absent is assumed and said so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lengths {
    /// The cord at end A, or the harness of a direct breakout.
    pub cord_a: Option<Length>,
    /// The trunks in series from A to B; empty when open.
    pub trunks: Vec<Length>,
    /// Cross-connect cords, the first at A; empty when open.
    pub cross: Vec<Length>,
    /// The cord at end B, or the harness behind a trunk.
    pub cord_b: Option<Length>,
}

/// Every field that a request is read with, below the fields of [`Field::ALL`]: where it stands, and
/// its name. A part in place stands under its kind, such as `installed.trunk`.
pub fn inner_fields() -> impl Iterator<Item = (String, &'static str)> {
    let of = |place: &'static str, names: Vec<&'static str>| (place.to_owned(), names);
    let parts = InstalledKind::ALL.iter().map(|kind| {
        let fields = read_place::part_fields(*kind).to_vec();
        (["installed.", kind.name()].concat(), fields)
    });
    [
        of("farEnd", read::FAR_END_FIELDS.to_vec()),
        of("lengths", read::LENGTH_FIELDS.to_vec()),
        of("spares", SpareKind::ALL.iter().map(|kind| kind.name()).collect()),
        of("situation", read_place::SITUATION_FIELDS.to_vec()),
    ]
    .into_iter()
    .chain(parts)
    .flat_map(|(place, names)| names.into_iter().map(move |name| (place.clone(), name)))
}

impl Request {
    /// The conversion modules that are asked for.
    #[must_use]
    pub fn converts(&self) -> Option<Conversion> {
        self.conversion.filter(|conversion| *conversion != Conversion::Without)
    }

    /// The part of a kind that is in place.
    #[must_use]
    pub fn in_place(&self, kind: InstalledKind) -> Option<&Installed> {
        self.installed.iter().flatten().find(|part| part.kind == kind)
    }

    /// The application of end A, whether named itself or by its module.
    #[must_use]
    pub fn named_application(&self, catalog: &Catalog) -> Option<ApplicationId> {
        self.application.or_else(|| self.module.map(|id| catalog.module(id).application))
    }

    /// Whether what is named has plugs of two rows of twelve, whose polarity only a map says.
    #[must_use]
    pub fn has_two_rows(&self, catalog: &Catalog) -> bool {
        let plug = self.named_application(catalog).map(|id| {
            let own = self.module.and_then(|module| catalog.module(module).plug);
            own.unwrap_or(catalog.application(id).plug)
        });
        plug.is_some_and(|plug| plug.connector == Connector::Mpo24) || self.base == Some(24)
    }

    /// Whether the polarity is one for the connectors that are named, so that it can be written.
    #[must_use]
    pub fn polarity_is_said(&self, catalog: &Catalog) -> bool {
        match self.polarity {
            None => true,
            Some(Polarity::Method(_)) => !self.has_two_rows(catalog),
            // With the application open, one of two rows may be what honors it.
            Some(Polarity::Map(_)) => {
                let open = self.base.is_none() && self.named_application(catalog).is_none();
                let lies = |part: &Installed| part.connector == Some(Connector::Mpo24);
                let lies = self.installed.iter().flatten().any(lies);
                let converted = self.converts().and_then(Conversion::connectors);
                let converted = converted.is_some_and(|[rear, _]| rear == Connector::Mpo24);
                open || lies || converted || self.has_two_rows(catalog)
            }
        }
    }
}
