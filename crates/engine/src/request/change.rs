//! A change of a request: fields that it sets, and fields that it leaves open again.

use super::{FarEnd, Field, Request};
use fiberlane_catalog::{ApplicationId, Catalog, Support};
use std::ops::Deref;

/// What an option, a repair, an alternative or a fix does to a request. It reads as the request
/// of the fields that it sets; every other field stays, but for those that it opens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    set: Request,
    /// A bit for each field that is opened; never one that is set.
    opened: u32,
}

impl From<Request> for Change {
    fn from(set: Request) -> Self {
        Self { set, opened: 0 }
    }
}

impl Deref for Change {
    type Target = Request;

    fn deref(&self) -> &Request {
        &self.set
    }
}

impl Change {
    /// A change that sets what `set` says.
    #[must_use]
    pub fn of(set: impl FnOnce(&mut Request)) -> Self {
        Self::default().and(set)
    }

    /// Another application. The module belongs to the old one and goes with it. A far end stays where
    /// the new one has it, too; where it does not, it is said that end B is the same.
    #[must_use]
    pub fn application(catalog: &Catalog, request: &Request, id: ApplicationId) -> Self {
        let change = Self::of(|set| set.application = Some(id));
        if request.named_application(catalog) == Some(id) {
            return change;
        }
        let stays = match request.far_end {
            None | Some(FarEnd::Same(None)) => true,
            Some(FarEnd::Same(Some(module))) => catalog.module(module).application == id,
            Some(FarEnd::Breakout(to, _)) => {
                let rows = catalog.breakouts.iter().filter(|row| row.supported != Support::No);
                rows.into_iter().any(|row| row.from == id && row.to == to)
            }
        };
        let change = change.and(|set| set.far_end = (!stays).then_some(FarEnd::Same(None)));
        let other = request.speed.is_some_and(|speed| speed != catalog.application(id).speed);
        let change = if other { change.opening(Field::Speed) } else { change };
        // A map of two rows is none of one, and the other way round.
        let said = change.on(request).polarity_is_said(catalog);
        let change = if said { change } else { change.opening(Field::Polarity) };
        if request.module.is_some() { change.opening(Field::Module) } else { change }
    }

    /// The change with more that it sets.
    #[must_use]
    pub fn and(mut self, set: impl FnOnce(&mut Request)) -> Self {
        set(&mut self.set);
        for field in Field::ALL.iter().filter(|field| !self.set.is_open(**field)) {
            self.opened &= !bit(*field);
        }
        self
    }

    /// The change with a field that it leaves open again, unless it sets it.
    #[must_use]
    pub fn opening(mut self, field: Field) -> Self {
        if self.set.is_open(field) {
            self.opened |= bit(field);
        }
        self
    }

    /// Whether it says anything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The fields that it sets, in the order of the wire.
    pub fn fields(&self) -> impl Iterator<Item = Field> {
        Field::ALL.iter().copied().filter(|field| !self.set.is_open(*field))
    }

    /// Whether it does nothing beyond what it sets of a field.
    #[must_use]
    pub fn is_only(&self, field: Field) -> bool {
        self.opened == 0 && self.fields().all(|set| set == field)
    }

    /// Whether it leaves a field open again.
    #[must_use]
    pub const fn opens(&self, field: Field) -> bool {
        self.opened & bit(field) != 0
    }

    /// The request with the change applied.
    #[must_use]
    pub fn on(&self, request: &Request) -> Request {
        let mut new = request.clone();
        for field in Field::ALL.iter().copied() {
            if !self.set.is_open(field) {
                new.take(field, &self.set);
            } else if self.opens(field) {
                new.open(field);
            }
        }
        new
    }

    /// Both changes as one, the second on top of the first.
    #[must_use]
    pub fn then(&self, second: &Self) -> Self {
        let mut both = Self { set: second.on(&self.set), opened: self.opened | second.opened };
        for field in both.set.clone().said() {
            both.opened &= !bit(field);
        }
        both
    }

    /// Whether the other change is part of this one.
    #[must_use]
    pub fn includes(&self, other: &Self) -> bool {
        self.then(other) == *self
    }
}

impl Request {
    /// The fields of which something is said, in the order of the wire.
    pub fn said(&self) -> impl Iterator<Item = Field> {
        Field::ALL.iter().copied().filter(|field| !self.is_open(*field))
    }
}

const fn bit(field: Field) -> u32 {
    1 << field as u32
}
