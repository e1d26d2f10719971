//! Finding facts by the names people type.

use crate::{
    Application, ApplicationId, Breakout, CatalogGrade, ChannelRule, Connector, CostIndex, Fiber,
    FiberClass, Map, MapId, MapRole, Module, ModuleId, Part, PartId, PartKind, PlanningGrade,
    Reflectance, Speed, TrunkSizes,
};

/// The planning grades by what they are in a design: places in [`Catalog::grades`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GradeRoles {
    /// What is assumed.
    pub standard: u16,
    /// The better one that an open grade may become.
    pub low_loss: u16,
    /// The one that nobody orders by, where there is one.
    pub limit: Option<u16>,
}

/// The order of lists, which also decides between what does equally well: places in the tables. Empty
/// where it is the order of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Of [`Catalog::applications`].
    pub applications: &'static [u16],
    /// Of [`Catalog::modules`].
    pub modules: &'static [u16],
    /// Of [`Catalog::grades`].
    pub grades: &'static [u16],
    /// Of [`Catalog::catalog_grades`].
    pub catalog_grades: &'static [u16],
    /// Of [`Catalog::maps`].
    pub maps: &'static [u16],
    /// Of [`Catalog::parts`].
    pub parts: &'static [u16],
}

/// Every fact that a design is made from. Where a row stands in its table means nothing: lists are
/// in the order of [`Listed`].
#[derive(Debug)]
pub struct Catalog {
    /// Applications.
    pub applications: &'static [Application],
    /// Transceiver modules.
    pub modules: &'static [Module],
    /// Pairs of applications at the two ends of a link.
    pub breakouts: &'static [Breakout],
    /// Planning grades.
    pub grades: &'static [PlanningGrade],
    /// Which of them is which.
    pub roles: GradeRoles,
    /// Grades used only when named.
    pub catalog_grades: &'static [CatalogGrade],
    /// Fiber maps.
    pub maps: &'static [Map],
    /// Parts to order.
    pub parts: &'static [Part],
    /// What is planned with of each class of fiber, in the order of the classes.
    pub fiber_classes: &'static [FiberClass],
    /// Sizes of trunks, by connector.
    pub trunk_sizes: &'static [TrunkSizes],
    /// Speeds, ascending.
    pub speeds: &'static [Speed],
    /// Planning index of cost.
    pub costs: CostIndex,
    /// Limits on discrete reflectance, by application and number of connections.
    pub reflectances: &'static [Reflectance],
    /// What makers allow the channels of their modules.
    pub channel_rules: &'static [ChannelRule],
    /// Names of InfiniBand and the ports that go by them.
    #[cfg(feature = "long")]
    pub infiniband: &'static [crate::long::InfiniBand],
    /// The order of lists.
    pub listed: Listed,
}

/// Why a name leads to no single fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameError {
    /// No such name; the nearest ones that exist.
    Unknown(Vec<&'static str>),
    /// Several facts go by this name.
    Ambiguous(Vec<&'static str>),
    /// A name of InfiniBand, by which these go or which they come near.
    InfiniBand(Vec<&'static str>),
}

impl Catalog {
    /// The map of this id that a cassette has, for these connectors at its rear: one of the catalog,
    /// or one that stands in plants.
    #[must_use]
    pub fn cassette_map(
        &'static self,
        id: &str,
        connector: Option<Connector>,
    ) -> Option<&'static Map> {
        let map = self.map_named(id)?;
        let has = |part: &Part| {
            part.kind == PartKind::Cassette
                && part.map.is_some_and(|own| self.map(own) == map)
                && part.rear.is_some_and(|rear| connector.is_none_or(|c| c == rear.connector))
        };
        let lies = map.in_plants && connector.is_none_or(|c| c == map.connector);
        (lies || self.parts.iter().any(has)).then_some(map)
    }

    /// The map that is meant by a role, for this connector.
    #[must_use]
    pub fn map_of(&self, role: MapRole, connector: Connector) -> Option<&'static Map> {
        let meant = |map: &&Map| map.usual && map.role == role && map.connector == connector;
        self.maps.iter().find(meant)
    }

    /// All maps, in the order of lists.
    pub fn map_rows(&self) -> impl Iterator<Item = &'static Map> + use<> {
        let maps = self.maps;
        in_order(self.listed.maps, maps.len()).filter_map(|at| maps.get(usize::from(at)))
    }

    /// The cables of two rows, each of which a request may name.
    pub fn row_maps(&self) -> impl Iterator<Item = &'static Map> + use<> {
        self.map_rows().filter(|map| map.role == MapRole::CableRows)
    }

    /// The cable of two rows with this id.
    #[must_use]
    pub fn row_map(&self, id: &str) -> Option<&'static Map> {
        self.row_maps().find(|map| map.id == id)
    }

    /// The application with this id.
    #[must_use]
    pub fn application(&self, id: ApplicationId) -> &Application {
        &self.applications[usize::from(id.0)]
    }

    /// The module with this id.
    #[must_use]
    pub fn module(&self, id: ModuleId) -> &Module {
        &self.modules[usize::from(id.0)]
    }

    /// The part with this id.
    #[must_use]
    pub fn part(&self, id: PartId) -> &Part {
        &self.parts[usize::from(id.0)]
    }

    /// The map with this id.
    #[must_use]
    pub fn map(&self, id: MapId) -> &Map {
        &self.maps[usize::from(id.0)]
    }

    /// The map of a part.
    #[must_use]
    pub fn map_in(&self, part: PartId) -> Option<&'static Map> {
        self.maps.get(usize::from(self.part(part).map?.0))
    }

    /// The map of this name.
    #[must_use]
    pub fn map_named(&self, id: &str) -> Option<&'static Map> {
        self.maps.iter().find(|map| map.id == id)
    }

    /// The parts of a kind that will do, the best first: those of the least weight, and of equals
    /// those that are listed first. What has no weight will not do. Nothing else picks parts.
    #[must_use]
    pub fn suitable(&self, kind: PartKind, weigh: &dyn Fn(&Part) -> Option<u32>) -> Vec<PartId> {
        let mut found: Vec<(u32, PartId)> = Vec::new();
        for id in in_order(self.listed.parts, self.parts.len()).map(PartId) {
            let part = self.part(id);
            let Some(weight) = Some(part).filter(|part| part.kind == kind).and_then(weigh) else {
                continue;
            };
            let at = found.iter().position(|(known, _)| weight < *known).unwrap_or(found.len());
            found.insert(at, (weight, id));
        }
        found.into_iter().map(|(_, id)| id).collect()
    }

    /// The best of the parts that will do.
    #[must_use]
    pub fn best_part(
        &self,
        kind: PartKind,
        weigh: &dyn Fn(&Part) -> Option<u32>,
    ) -> Option<PartId> {
        self.suitable(kind, weigh).first().copied()
    }

    /// All applications, in the order of lists.
    pub fn application_ids(&self) -> impl Iterator<Item = ApplicationId> + Clone + use<> {
        in_order(self.listed.applications, self.applications.len()).map(ApplicationId)
    }

    /// All modules, in the order of lists.
    pub fn module_ids(&self) -> impl Iterator<Item = ModuleId> + Clone + use<> {
        in_order(self.listed.modules, self.modules.len()).map(ModuleId)
    }

    /// The places of all planning grades, in the order of lists.
    pub fn grade_places(&self) -> impl Iterator<Item = u16> + use<> {
        in_order(self.listed.grades, self.grades.len())
    }

    /// The places of all stated grades, in the order of lists.
    pub fn catalog_grade_places(&self) -> impl Iterator<Item = u16> + use<> {
        in_order(self.listed.catalog_grades, self.catalog_grades.len())
    }

    /// The sizes that trunks with this connector are made in.
    #[must_use]
    pub fn sizes_of(&self, connector: Connector) -> Option<&'static TrunkSizes> {
        self.trunk_sizes.iter().find(|sizes| sizes.connector == connector)
    }

    /// A speed as people write it.
    #[must_use]
    pub fn speed_name(&self, gigabits: u16) -> String {
        let known = self.speeds.iter().find(|speed| speed.gigabits == gigabits);
        known.map_or_else(|| format!("{gigabits}G"), |speed| speed.name.to_owned())
    }

    /// The names of all speeds, for a sentence.
    #[must_use]
    pub fn speed_names(&self) -> String {
        let names: Vec<&str> = self.speeds.iter().map(|speed| speed.name).collect();
        names.join(", ")
    }

    /// The application whose name is or was `name`, letter by letter: as links and lists have it.
    #[must_use]
    pub fn application_called(&self, name: &str) -> Option<ApplicationId> {
        let now = self.applications.iter().position(|a| a.name == name);
        let known = now.or_else(|| self.applications.iter().position(|a| a.former.contains(&name)));
        known.map(|at| id(at, ApplicationId))
    }

    /// The former name that `text` is, as the catalog writes it.
    #[must_use]
    pub fn former_name(&self, text: &str) -> Option<&'static str> {
        let wanted = key(text);
        let mut names = self.applications.iter().flat_map(|application| application.former);
        names.find(|name| key(name) == wanted).copied()
    }

    /// The pairs whose parallel end is `near`, of those that hold for `module` there.
    pub fn breakouts_of(
        &self,
        near: ApplicationId,
        module: Option<ModuleId>,
    ) -> impl Iterator<Item = &'static Breakout> + use<> {
        self.breakouts
            .iter()
            .filter(move |row| row.from == near && (row.only.is_none() || row.only == module))
    }

    /// The application whose figures hold for one port of end A on `fiber`: of a twin port, the
    /// published type that goes as far; else the application itself.
    #[must_use]
    pub fn port_type(
        &self,
        near: ApplicationId,
        own: Option<&Module>,
        fiber: Fiber,
    ) -> ApplicationId {
        let types = own.map_or(self.application(near).port_types, |module| module.port_types);
        let published = |id: ApplicationId| Some(self.application(id).limit(fiber)?.reach);
        let reach = match own {
            Some(module) => module.reach(fiber),
            None => published(near),
        };
        let alike = types.iter().copied().find(|id| reach.is_some() && published(*id) == reach);
        // Of one kind alone it is clear that it is rated shorter, or goes further.
        let only = types.first().copied().filter(|_| types.len() == 1);
        alike.or(only).unwrap_or(near)
    }

    /// The module whose id is `name`, letter by letter.
    #[must_use]
    pub fn module_called(&self, name: &str) -> Option<ModuleId> {
        self.modules.iter().position(|module| module.id == name).map(|at| id(at, ModuleId))
    }

    /// The application that `text` names: as printed, by an alias, or with the same letters and
    /// digits ("400g dr4", "400GBASE DR4").
    ///
    /// # Errors
    /// When none goes by this name, with the nearest names.
    pub fn find_application(&self, text: &str) -> Result<ApplicationId, NameError> {
        if let Some(id) = self.application_called(text) {
            return Ok(id);
        }
        let wanted = key(&spelled(text));
        let hit = self.applications.iter().position(|application| {
            std::iter::once(&application.name)
                .chain(application.aliases)
                .chain(application.former)
                .any(|name| key(name) == wanted)
        });
        #[cfg(feature = "long")]
        if let (None, Some(row)) = (hit, self.infiniband.iter().find(|row| key(row.name) == wanted))
        {
            return match row.applications {
                [only] => Ok(*only),
                [] => Err(NameError::InfiniBand(self.names(row.near))),
                several => Err(NameError::InfiniBand(self.names(several))),
            };
        }
        match hit {
            Some(index) if !wanted.is_empty() => Ok(id(index, ApplicationId)),
            _ => Err(NameError::Unknown(nearest(
                &wanted,
                self.application_ids().map(|id| self.application(id).name),
            ))),
        }
    }

    #[cfg(feature = "long")]
    fn names(&self, ids: &[ApplicationId]) -> Vec<&'static str> {
        ids.iter().map(|id| self.application(*id).name).collect()
    }

    /// The module that `text` names by id or part number.
    ///
    /// # Errors
    /// When none goes by this name, or several do.
    pub fn find_module(&self, text: &str) -> Result<ModuleId, NameError> {
        if let Some(id) = self.module_called(text) {
            return Ok(id);
        }
        let hits: Vec<ModuleId> = self
            .module_ids()
            .filter(|id| self.module(*id).part_number.eq_ignore_ascii_case(text.trim()))
            .collect();
        match hits[..] {
            [id] => Ok(id),
            [] => Err(NameError::Unknown(nearest(
                &key(text),
                self.module_ids().map(|id| self.module(id).id),
            ))),
            _ => Err(NameError::Ambiguous(hits.iter().map(|id| self.module(*id).id).collect())),
        }
    }
}

/// The places of a table of this length, in the order of a list.
fn in_order(listed: &'static [u16], length: usize) -> impl Iterator<Item = u16> + Clone + use<> {
    (0..).take(length).map(move |at: u16| listed.get(usize::from(at)).copied().unwrap_or(at))
}

/// Tables are far smaller than `u16`; the build checks it.
#[expect(clippy::cast_possible_truncation, reason = "the build refuses tables past u16")]
fn id<T>(index: usize, make: impl Fn(u16) -> T) -> T {
    make(index as u16)
}

/// "400GE-DR4" and "400GbE DR4" mean 400GBASE-DR4; the E of "eDR4" stands before its letters.
fn spelled(text: &str) -> String {
    let mut plain = text.to_ascii_uppercase();
    for ethernet in ["GBE-", "GBE ", "GE-", "GE "] {
        plain = plain.replace(ethernet, "G-");
    }
    plain
}

/// Letters and digits in upper case without the word BASE: what two spellings of a name share.
fn key(text: &str) -> String {
    let plain: String = text
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '+'))
        .map(|c| c.to_ascii_uppercase())
        .collect();
    plain.replace("BASE", "")
}

/// Up to three names that contain what was typed or share the longest beginning with it.
fn nearest(wanted: &str, names: impl Iterator<Item = &'static str>) -> Vec<&'static str> {
    let mut best: Vec<(usize, &'static str)> = Vec::new();
    for name in names {
        let plain = key(name);
        let shared = plain.bytes().zip(wanted.bytes()).take_while(|(a, b)| a == b).count();
        let contained = if !wanted.is_empty() && plain.contains(wanted) { 100 } else { 0 };
        let score = shared + contained;
        let place = best.iter().position(|(other, _)| score > *other).unwrap_or(best.len());
        if score > 1 && place < 3 {
            best.insert(place, (score, name));
            best.truncate(3);
        }
    }
    best.into_iter().map(|(_, name)| name).collect()
}
