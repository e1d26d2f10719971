//! Which part in place stands where on a route.

use crate::channel::Own;
use crate::request::{At, GradeRef, Installed, InstalledKind, Request, Topology};
use fiberlane_catalog::Catalog;
use fiberlane_units::{Length, Side};

/// Where a route has array adapters in panels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// At an end.
    End(Side),
    /// Between this run and the next.
    Joint(usize),
}

/// What a route has places for.
#[derive(Clone, Copy, Debug)]
pub struct Places {
    /// Trunks in series.
    pub runs: usize,
    /// Panels at A and at B.
    pub panels: [bool; 2],
    /// Cassettes at A and at B.
    pub cassettes: [bool; 2],
}

impl Places {
    /// The places of a route over so many runs.
    #[must_use]
    pub const fn of(topology: Topology, runs: usize, converted: bool) -> Self {
        let (panels, cassettes) = match topology {
            _ if runs == 0 => ([false; 2], [false; 2]),
            Topology::Direct => ([false; 2], [false; 2]),
            // Conversion modules stand where the panels would.
            Topology::Interconnect | Topology::CrossConnect => ([!converted; 2], [false; 2]),
            Topology::CassetteToCassette => ([false; 2], [true; 2]),
            Topology::BreakoutCassette => ([true, false], [false, true]),
            Topology::BreakoutHarness => ([true; 2], [false; 2]),
        };
        Self { runs, panels, cassettes }
    }
}

/// A trunk in place whose length is not the one that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnLength {
    /// The run, from 0.
    pub run: usize,
    /// As it lies there.
    pub own: Length,
    /// As it was asked for.
    pub asked: Length,
}

/// The parts in place, each at its place.
#[derive(Clone, Debug, Default)]
pub struct Placed<'a> {
    /// Every part, placed or not.
    parts: &'a [Installed],
    /// By run, as numbers among the parts; so are those that follow.
    trunks: Vec<Option<usize>>,
    /// At A, at B, and then between the runs.
    panels: Vec<Option<usize>>,
    /// At A and at B.
    cassettes: [Option<usize>; 2],
    /// Those for which the route has no place.
    pub unplaced: Vec<usize>,
    /// Trunks that are longer or shorter than was asked for.
    pub own_lengths: Vec<OwnLength>,
}

impl<'a> Placed<'a> {
    /// Gives every part its place. Of a kind, those that name their place come first.
    #[must_use]
    pub fn resolve(request: &'a Request, places: Places) -> Self {
        let mut placed = Self {
            trunks: vec![None; places.runs],
            panels: vec![None; 2 + places.runs.saturating_sub(1)],
            ..Self::default()
        };
        placed.parts = request.installed.as_deref().unwrap_or_default();
        let parts = || placed.parts.iter().enumerate();
        let named = parts().filter(|(_, part)| part.at.is_some());
        let others = parts().filter(|(_, part)| part.at.is_none());
        let all: Vec<(usize, &'a Installed)> = named.chain(others).collect();
        for (entry, part) in all {
            placed.put((entry, part), places, request);
        }
        for run in 0..placed.trunks.len() {
            let own = placed.trunk(run).and_then(|trunk| trunk.length);
            if let (Some(own), Some(asked)) = (own, request.lengths.trunks.get(run).copied())
                && own != asked
            {
                placed.own_lengths.push(OwnLength { run, own, asked });
            }
        }
        placed
    }

    fn put(&mut self, (entry, part): (usize, &Installed), places: Places, request: &Request) {
        let (slots, wanted): (&mut [Option<usize>], Vec<usize>) = match part.kind {
            InstalledKind::Trunk => {
                let runs = runs_of(part, &self.trunks, request);
                (&mut self.trunks, runs)
            }
            InstalledKind::Cassette => {
                let ends = (0..2).filter(|end| places.cassettes[*end] && stands_at(part, *end));
                (&mut self.cassettes, ends.collect())
            }
            InstalledKind::AdapterPanel => {
                let ends = (0..2).filter(|end| places.panels[*end] && stands_at(part, *end));
                let joints = (1..places.runs).filter(|joint| match part.at {
                    None => true,
                    Some(At::Joint(before)) => usize::from(before) == *joint,
                    Some(_) => false,
                });
                let wanted = ends.chain(joints.map(|joint| joint + 1)).collect();
                (&mut self.panels, wanted)
            }
        };
        let mut stands = false;
        for index in wanted {
            if let Some(slot) = slots.get_mut(index)
                && slot.is_none()
            {
                *slot = Some(entry);
                stands = true;
            }
        }
        // A pair of pins speaks of both ends, of which the route may have one alone.
        let half = part.kind == InstalledKind::Cassette
            && part.at.is_none()
            && part.pins.is_some_and(|[a, b]| a != b)
            && places.cassettes[0] != places.cassettes[1];
        if !stands || half {
            self.unplaced.push(entry);
        }
    }

    /// What is said of a part beside what shows in the channel, by its number.
    #[must_use]
    pub fn own(&self, catalog: &Catalog, entry: Option<usize>) -> Option<Own> {
        let entry = entry?;
        let part = self.parts.get(entry)?;
        let trunk = part.kind == InstalledKind::Trunk;
        Some(Own {
            entry,
            fiber: part.fiber,
            // Nobody knows what an old trunk is until it is said: standard, and said so.
            grade: part.grade.or(trunk.then_some(GradeRef::standard(catalog))),
            lc_grade: part.lc_grade.or(part.grade).filter(|_| part.kind == InstalledKind::Cassette),
            count: part.count,
            legs: part.legs,
            joint: matches!(part.at, Some(At::Joint(_))),
        })
    }

    /// The trunk of a run, from 0.
    #[must_use]
    pub fn trunk(&self, run: usize) -> Option<&'a Installed> {
        self.parts.get(self.trunk_entry(run)?)
    }

    /// The number of that trunk.
    #[must_use]
    pub fn trunk_entry(&self, run: usize) -> Option<usize> {
        self.trunks.get(run).copied().flatten()
    }

    /// The cassette at an end.
    #[must_use]
    pub fn cassette(&self, end: Side) -> Option<&'a Installed> {
        self.parts.get(self.cassette_entry(end)?)
    }

    /// The number of that cassette.
    #[must_use]
    pub const fn cassette_entry(&self, end: Side) -> Option<usize> {
        self.cassettes[end as usize]
    }

    /// The panel at a place.
    #[must_use]
    pub fn panel(&self, place: Panel) -> Option<&'a Installed> {
        self.parts.get(self.panel_entry(place)?)
    }

    /// The number of that panel.
    #[must_use]
    pub fn panel_entry(&self, place: Panel) -> Option<usize> {
        let index = match place {
            Panel::End(side) => side as usize,
            Panel::Joint(run) => run + 2,
        };
        self.panels.get(index).copied().flatten()
    }

    /// Every part that has a place, each as often as it has one: trunks from A to B, cassettes,
    /// panels.
    pub fn all(&self) -> impl Iterator<Item = &'a Installed> {
        let slots = self.trunks.iter().chain(&self.cassettes).chain(&self.panels);
        slots.copied().flatten().filter_map(|entry| self.parts.get(entry))
    }
}

fn stands_at(part: &Installed, end: usize) -> bool {
    match part.at {
        None => true,
        Some(At::A) => end == 0,
        Some(At::B) => end == 1,
        Some(At::Run(_) | At::Joint(_)) => false,
    }
}

/// The runs that a trunk lies in: the one that it names; without a length all that are free; with
/// one those that are as long, and where none is, the free one that is nearest to it.
fn runs_of(part: &Installed, taken: &[Option<usize>], request: &Request) -> Vec<usize> {
    if let Some(at) = part.at {
        return match at {
            At::Run(run) => vec![usize::from(run).saturating_sub(1)],
            _ => Vec::new(),
        };
    }
    let asked = &request.lengths.trunks;
    let free = (0..taken.len()).filter(|run| taken[*run].is_none());
    let Some(length) = part.length.filter(|_| !asked.is_empty()) else {
        return free.collect();
    };
    let off = |run: &usize| {
        asked.get(*run).map_or(u64::MAX, |asked| asked.steps().abs_diff(length.steps()))
    };
    match free.clone().min_by_key(off) {
        Some(nearest) if off(&nearest) > 0 => vec![nearest],
        _ => free.filter(|run| off(run) == 0).collect(),
    }
}
