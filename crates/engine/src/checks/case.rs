//! What a check looks at: one channel with one fiber and one grade.

use crate::assemble::{OwnLength, Span};
use crate::channel::Element;
use crate::end::MatingFault;
use crate::link::Link;
use crate::loss::{Mating, Term};
use crate::order::Order;
use crate::proof::Proof;
use crate::request::{AttenuationBasis, Brand, GradeRef, Request, Topology};
use fiberlane_catalog::{Application, Catalog, Fiber, Module};
use fiberlane_units::{Attenuation, Length, Loss};

/// The figures of a channel with one fiber and one grade.
#[derive(Clone, Copy, Debug)]
pub struct Figures {
    /// Class of fiber that decides: the lower one where two are mixed.
    pub fiber: Fiber,
    /// Class of the fiber that is ordered.
    pub ordered: Fiber,
    /// Grade of array connectors.
    pub grade: GradeRef,
    /// Grade of duplex connectors.
    pub lc_grade: GradeRef,
    /// Attenuation basis.
    pub basis: AttenuationBasis,
    /// Attenuation by the basis.
    pub attenuation: Attenuation,
    /// Attenuation by the other basis.
    pub other_attenuation: Attenuation,
    /// Length of the channel.
    pub length: Length,
    /// Worst-case loss.
    pub total: Loss,
    /// Limit on it, where one is known.
    pub limit: Option<Loss>,
    /// Share of the limit for connections.
    pub allocation: Option<Loss>,
    /// Least loss that the receiver needs, where one is known.
    pub least: Option<Loss>,
    /// Longest channel, where one is known.
    pub reach: Option<Length>,
    /// Application or module that the reach is taken from.
    pub reach_basis: &'static str,
}

/// A channel to be checked.
#[derive(Debug)]
pub struct Case<'a> {
    /// The facts.
    pub catalog: &'static Catalog,
    /// What was asked.
    pub request: &'a Request,
    /// The two ends.
    pub link: &'a Link,
    /// Application of end A.
    pub application: &'static Application,
    /// Application of end B.
    pub far_application: &'static Application,
    /// Module of end A.
    pub module: Option<&'static Module>,
    /// How they are connected.
    pub topology: Topology,
    /// Lengths with what was assumed.
    pub span: &'a Span,
    /// The parts in place for which the route has no place, by their number in the request.
    pub unplaced: &'a [usize],
    /// The trunks in place that are longer or shorter than was asked for.
    pub own_lengths: &'a [OwnLength],
    /// The channel.
    pub elements: &'a [Element],
    /// Its matings.
    pub matings: &'a [Mating],
    /// Polarity method or map id.
    pub method: &'static str,
    /// What the lanes do.
    pub proof: &'a Proof,
    /// The order.
    pub order: &'a Order,
    /// Brand of array connectors.
    pub brand: Brand,
    /// Terms of the loss.
    pub terms: &'a [Term],
    /// The figures.
    pub figures: Figures,
}

impl<'a> Case<'a> {
    /// The matings that have a fault.
    pub fn faults(&self, fault: MatingFault) -> impl Iterator<Item = &'a Mating> {
        self.matings
            .iter()
            .filter(move |mating| mating.mate().is_err_and(|faults| faults.contains(&fault)))
    }

    /// The applications of the two ends, each once.
    pub fn applications(&self) -> impl Iterator<Item = &'static Application> {
        let far = (self.link.far != self.link.near).then_some(self.far_application);
        std::iter::once(self.application).chain(far)
    }

    /// The module, where there is one, or else the application that has no figure.
    #[must_use]
    pub fn limited_by(&self) -> &'static str {
        let lacks = |application: &&Application| {
            application.limit(self.figures.fiber).is_none_or(|limit| limit.loss.is_none())
        };
        self.applications().find(lacks).map_or_else(
            || self.module.map_or(self.application.name, |module| module.id),
            |application| application.name,
        )
    }
}
