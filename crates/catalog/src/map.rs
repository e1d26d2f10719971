//! Fiber maps: where each position of one side of a part comes out on the other.

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

/// A validated bijection between the places of a part's two sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Map {
    /// Its name, unique.
    pub id: &'static str,
    /// Near place (of a cassette: rear) and far place (front), ascending by near place.
    pub pairs: &'static [(Place, Place)],
}

impl Map {
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
