//! The facts of structured fiber cabling: typed, sourced, validated when this crate is built.
//!
//! The tables come from the files of `data/`. Adding an application, a module or a part is adding
//! a row there; a broken row fails the build with file, row and reason. Nothing here parses text
//! at run time.
#![forbid(unsafe_code)]

mod application;
mod cost;
mod grade;
#[cfg(feature = "long")]
pub mod long;
mod lookup;
mod map;
mod module;
mod part;
mod stock;
mod vocabulary;

pub use application::{
    Application, ApplicationId, Breakout, ChannelRule, ChannelRuleKind, LaneScheme, Limit, Plug,
    Reflectance, Support,
};
pub use cost::CostIndex;
pub use grade::{CatalogGrade, GradeRole, PairLoss, PlanningGrade};
pub use lookup::{Catalog, GradeRoles, Listed, NameError};
pub use map::{Map, MapId, MapRole, Place};
pub use module::{Module, ModuleId};
pub use part::{Part, PartId, PartKind, Ports};
pub use stock::{FiberClass, Speed, TrunkSizes};
pub use vocabulary::{Confidence, Connector, EndFace, Fiber, Key, Mode};

mod tables {
    use crate::*;
    use fiberlane_units::{Attenuation, Length, Loss};

    include!(concat!(env!("OUT_DIR"), "/tables.rs"));
}

/// The facts compiled into this crate.
#[must_use]
pub const fn built_in() -> &'static Catalog {
    &tables::CATALOG
}
