//! What the optic of one end allows on a class of fiber. Limit and reach come from the same optic.

use fiberlane_catalog::{ApplicationId, Catalog, Fiber, Limit, ModuleId};
use fiberlane_units::{Length, Loss};

/// From the class that reaches least to the one that reaches most, within a mode.
pub(crate) const fn class(fiber: Fiber) -> u8 {
    match fiber {
        Fiber::Om3 | Fiber::Os1a => 0,
        Fiber::Om4 | Fiber::Os2IndoorOutdoor => 1,
        Fiber::Om5 | Fiber::Os2 => 2,
    }
}

/// The optic of one end, on one class of fiber.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Optic {
    /// The module's id, or else the application's name.
    pub name: &'static str,
    /// Its application.
    pub application: ApplicationId,
    /// The application whose figures hold for a port of it: of a twin port, a published type.
    pub port: ApplicationId,
    /// Its own reach, where it states one.
    pub reach: Option<Length>,
    /// The row whose limits are its own.
    pub row: Option<&'static Limit>,
    /// The application whose rows hold its limits.
    pub of: ApplicationId,
    /// The row with the share of the limit for connections: its own, where that covers the optic.
    pub shared: Option<(ApplicationId, &'static Limit)>,
    /// The row with the largest limit of the classes that the fiber meets, where that may count.
    pub met: Option<&'static Limit>,
}

impl Optic {
    /// The optic of an application or, where one is named, of a module; for a channel of a length
    /// where the limit may be that of any class that the fiber meets.
    #[must_use]
    pub fn of(
        catalog: &'static Catalog,
        application: ApplicationId,
        module: Option<ModuleId>,
        fiber: Fiber,
        met: Option<Length>,
    ) -> Self {
        let limits = |id: ApplicationId| catalog.applications[usize::from(id.0)].limits;
        let limit = |id: ApplicationId| limits(id).iter().find(|limit| limit.fiber == fiber);
        let own = limit(application);
        let module = module.map(|id| catalog.module(id));
        let port = catalog.port_type(application, module, fiber);
        let reach = match module {
            Some(module) => module.reach(fiber),
            None => own.map(|limit| limit.reach),
        };
        // The limit of a twin port is that of its published type, as sure as that row is.
        let (id, row) = limit(port).map_or((application, own), |row| (port, Some(row)));
        // Limits on loss are of the optics that they were published for.
        let row = row.filter(|_| !module.is_some_and(|module| module.own_optics));
        let covers = |row: &&Limit| row.loss.is_some() && reach.is_none_or(|own| own <= row.reach);
        Self {
            name: module.map_or(catalog.application(application).name, |module| module.id),
            application,
            port,
            reach,
            met: met.and_then(|length| class_met(limits(id), fiber, length)),
            of: id,
            shared: row.map(|row| own.filter(covers).map_or((id, row), |own| (application, own))),
            row,
        }
    }

    /// The row whose limits hold for a channel of this length. An optic that goes further than its
    /// published type borrows nothing past the type's reach.
    #[must_use]
    pub fn held(&self, length: Length) -> Option<&'static Limit> {
        self.row.filter(|row| length <= row.reach || self.reach.is_none_or(|own| own <= row.reach))
    }

    /// The share of the limit for connections, for a channel of this length.
    #[must_use]
    pub fn allocation(&self, length: Length) -> Option<Loss> {
        self.held(length).and(self.shared?.1.allocation)
    }

    /// The limit on the loss of a channel of this length.
    #[must_use]
    pub fn limit(&self, length: Length) -> Option<Loss> {
        let own = self.held(length)?.loss?;
        Some(self.met.and_then(|met| met.loss).map_or(own, |met| met.max(own)))
    }
}

/// The row with the largest limit among those of the fiber's own and lower classes whose reach covers
/// the length: fiber of a higher class meets every demand on the lower.
fn class_met(limits: &'static [Limit], fiber: Fiber, length: Length) -> Option<&'static Limit> {
    let met = limits.iter().filter(|row| {
        row.fiber.mode() == fiber.mode() && class(row.fiber) <= class(fiber) && row.reach >= length
    });
    met.max_by_key(|row| row.loss)
}
