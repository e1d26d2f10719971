//! The second stage: every option of every choice, what would repair a failing request, what else
//! there is, and what lies ahead.

mod admit;
mod alternatives;
mod bases;
mod choosing;
mod growth;
mod options;
mod other_limits;
mod repairs;
mod risk;
mod sizes;
mod test_limits;

pub(crate) use admit::leaving;
pub use admit::{behind_trunk, with_suitable_topology};
pub use alternatives::{Alternative, Best};
pub use bases::{BaseRow, BaseValue};
pub use choosing::{Choosing, Item, Recommendation, choose};
pub use growth::{Growth, Step, growth};
pub use options::{
    Choice, FieldOptions, OptionState, Table, has, nearness, option_fields, options,
};
pub use other_limits::{OtherLimits, other_limits};
pub use repairs::{Derivation, Repair, confirms};
pub use risk::{DENSITY_STEP, Reading, Risk, Spread, of_pairs, pairs_of, risk};
pub use test_limits::{Segment, TestLimits, component_sum, test_limits};

use crate::design::Design;
pub use crate::design::Effect;
use crate::request::Request;
use fiberlane_catalog::Catalog;

/// What the second stage has to say.
#[derive(Clone, Debug, Default)]
pub struct Advice {
    /// Options by field.
    pub options: Vec<FieldOptions>,
    /// Repairs, best first; empty when nothing needs repair or nothing repairs it.
    pub repairs: Vec<Repair>,
    /// Why nothing repairs it, where nothing does.
    pub derivation: Option<Derivation>,
    /// Other designs worth a look, none worse than another in every respect.
    pub alternatives: Vec<Alternative>,
    /// The spread of the loss, where typical figures are known.
    pub risk: Option<Risk>,
    /// What the installer tests against.
    pub test_limits: Option<TestLimits>,
    /// Limits beside loss and reach.
    pub other_limits: Option<OtherLimits>,
    /// Fibers per connector, side by side.
    pub bases: Vec<BaseRow>,
    /// What the plant will carry later.
    pub growth: Vec<Growth>,
    /// Which kinds of parts suit the buyer.
    pub choosing: Option<Choosing>,
}

/// Works out the advice for a request whose first stage gave `design`.
#[must_use]
pub fn advise(catalog: &'static Catalog, request: &Request, design: Option<&Design>) -> Advice {
    let options = options(catalog, request, design);
    let (repairs, derivation) = repairs::repairs(catalog, request, &options, design);
    let (repairs, repaired): (Vec<Repair>, Vec<Design>) = repairs.into_iter().unzip();
    let alternatives = alternatives::alternatives(catalog, request, design, &repaired);
    Advice {
        repairs,
        derivation,
        alternatives,
        risk: design.and_then(|design| risk(design, request.links.unwrap_or(1))),
        test_limits: design.and_then(|design| test_limits(request, design)),
        other_limits: design.map(|design| other_limits(catalog, request, design)),
        bases: bases::bases(catalog, request, design, &options),
        growth: design.map(|design| growth(catalog, request, design)).unwrap_or_default(),
        choosing: design.map(|design| choose(catalog, request, design)),
        options,
    }
}
