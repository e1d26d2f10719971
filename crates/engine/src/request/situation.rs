//! What the buyer says of the place, for choosing parts.

use crate::words::words;

words! {
    /// Where the link will be.
    Place {
        /// A lab or test bench.
        Lab = "lab",
        /// A row of an enterprise's equipment room.
        EnterpriseRow = "enterprise-row",
        /// A link that is laid once and left alone.
        StaticLink = "static-link",
        /// The core of a data center.
        DataCenterCore = "data-center-core",
        /// The fabric of an AI cluster.
        AiFabric = "ai-fabric",
    }
}

words! {
    /// What the money is to be spent on.
    Budget {
        /// As little as passes.
        LowestPrice = "lowest-price",
        /// A fair share for margin and handling.
        Balanced = "balanced",
        /// Whatever is best in use.
        Performance = "performance",
    }
}

/// The buyer's own figures. Every one may be absent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Situation {
    /// Where the link will be.
    pub place: Option<Place>,
    /// How often a year each connector is unplugged and plugged again.
    pub matings_per_year: Option<u32>,
    /// Whether pins or polarity will have to change in the field.
    pub field_changes: Option<bool>,
    /// What the money is to be spent on.
    pub budget: Option<Budget>,
    /// What a minute of outage costs, in the buyer's currency, in hundredths.
    pub outage_cost_per_minute: Option<u64>,
    /// What the better parts cost more, in the same currency, in hundredths.
    pub price_difference: Option<u64>,
}
