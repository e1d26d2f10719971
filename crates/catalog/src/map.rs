//! Fiber maps: where each position of one side of a part comes out on the other.

use crate::Connector;

/// Index of a [`Map`] in its catalog.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MapId(pub u16);

/// A fiber's place at one side of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Port, counted from 1.
    pub port: u8,
    /// Position in the port's connector, counted from 1.
    pub position: u8,
}

/// What a map is good for. The engine asks for a map by its role, never by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MapRole {
    /// A cable of Type A.
    CableA,
    /// A cable of Type B.
    CableB,
    /// A cable of Type C.
    CableC,
    /// A cable of two rows, which no letter settles: a request may name it.
    CableRows,
    /// A duplex cord that exchanges the sides.
    DuplexCrossed,
    /// What passes side to side: a duplex cord, or the adapter between two.
    DuplexStraight,
    /// An adapter with opposed keys.
    Opposed,
    /// An adapter with aligned keys.
    Aligned,
    /// A cassette of methods A and C at both ends, and of method B at end A.
    Pairs,
    /// A cassette of method B at end B.
    PairsInverted,
    /// A cassette of two rows.
    PairsRows,
    /// A cassette of methods U1 and U2, or what takes a port apart into duplex ones.
    Universal,
    /// A harness that takes a port apart into array ones.
    Split,
    /// A module between connectors of other fiber counts.
    Conversion,
}

impl MapRole {
    /// Whether it is one of the roles of cassettes whose fibers go side by side.
    #[must_use]
    pub const fn is_pairs(self) -> bool {
        matches!(self, Self::Pairs | Self::PairsInverted | Self::PairsRows)
    }
}

/// A validated bijection between the places of a part's two sides.
#[derive(Clone, Copy, Debug, Eq)]
pub struct Map {
    /// Its name, unique.
    pub id: &'static str,
    /// What it is good for.
    pub role: MapRole,
    /// Connector of the near side.
    pub connector: Connector,
    /// Whether it is the one that is meant by its role and connector.
    pub usual: bool,
    /// Of a cable: whether one end has its key up and the other down.
    pub turned: bool,
    /// Of a cassette: whether plants have it although no part of the catalog does.
    pub in_plants: bool,
    /// Near place (of a cassette: rear) and far place (front), ascending by near place.
    pub pairs: &'static [(Place, Place)],
}

/// Two maps are one where they have one name: names are unique.
impl PartialEq for Map {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Map {
    /// The letter that names a cable of this map, where one does.
    #[must_use]
    pub const fn letter(&self) -> Option<&'static str> {
        match self.role {
            MapRole::CableA => Some("A"),
            MapRole::CableB => Some("B"),
            MapRole::CableC => Some("C"),
            _ => None,
        }
    }

    /// The word on the wire: a letter for cables of one row, whatever their fibers, or else the id.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match (self.role, self.letter()) {
            (MapRole::DuplexCrossed, _) => "A-to-B",
            (MapRole::DuplexStraight, _) => "A-to-A",
            (_, Some(letter)) => letter,
            (_, None) => self.id,
        }
    }

    /// Where a fiber that enters at the near side comes out.
    #[must_use]
    pub fn forward(&self, near: Place) -> Option<Place> {
        self.pairs.iter().find(|(from, _)| *from == near).map(|(_, to)| *to)
    }

    /// Where a fiber that enters at the far side comes out.
    #[must_use]
    pub fn backward(&self, far: Place) -> Option<Place> {
        self.pairs.iter().find(|(_, to)| *to == far).map(|(from, _)| *from)
    }
}
