//! The choices, left: each on what is recommended until it is touched.

mod field;
mod group;
mod module;
mod options;
mod picture;

pub(crate) use field::Field;
use field::TRUNKS;
pub(crate) use options::{OptionView, option_views};

use crate::draft::DraftField;
use crate::stage::Stage;
use crate::state::follow;
use crate::voice::{say, text};
use fiberlane_engine::request::SpareKind;
use fiberlane_messages::Figure as _;
use fiberlane_units::Side;
use fiberlane_view::term_button;
use group::ChoiceGroup;
use leptos::prelude::*;
use module::ModuleChoice;
use options::Group;

/// The place to ask what a group is about.
fn term(term: &str, title: &'static str) -> String {
    say(|voice| term_button(voice, term, voice.text(title)))
}

/// Every choice.
#[component]
pub(crate) fn Choices() -> impl IntoView {
    let total = follow(Stage::Choices, |voice, screen| {
        let design = screen.plan.recommended.as_ref();
        design.map_or_else(String::new, |design| {
            voice.fill("field.total", &[("length", &design.figures.length.said(voice))])
        })
    });
    // A link that breaks out is counted at end A.
    let far = follow(Stage::Choices, |voice, screen| {
        let link = screen.plan.recommended.as_ref().map(|design| &design.frame.link);
        let Some(link) = link.filter(|link| link.fans_out()) else {
            return String::new();
        };
        let each = link.far_ports;
        let links = screen.request.links.unwrap_or(1);
        let (near, far) =
            (voice.grouped(links.into()), voice.grouped(u128::from(links) * u128::from(each)));
        voice.fill("field.links.far", &[("near", &near), ("far", &far)])
    });
    view! {
        <form class="choices" tabindex="-1" aria-label=text("page.choices") on:submit=|event| event.prevent_default()>
            <ChoiceGroup group=Group::Speed />
            <ChoiceGroup group=Group::Application />
            <ModuleChoice end=Side::A />
            <ChoiceGroup group=Group::FarEnd />
            <ModuleChoice end=Side::B />
            <ChoiceGroup group=Group::Topology />
            <fieldset class="group">
                <legend>{text("choice.lengths")}</legend>
                <span inner_html=term("lengths", "choice.lengths")></span>
                <span class="total">{total}</span>
                <div class="fields">
                    <DraftField field=Field::CordA />
                    <DraftField field=Field::Cross(0) />
                    {(0..TRUNKS).map(|at| view! { <DraftField field=Field::Trunk(at) /> }).collect_view()}
                    <DraftField field=Field::Cross(1) />
                    <DraftField field=Field::CordB />
                </div>
                // Which of them nobody said.
                <p class="advised" data-advice="assumed"></p>
            </fieldset>
            // Filled by the second stage; until then a fold that says what will be there.
            <div class="there" data-advice="installed">
                <details class="more">
                    <summary>{text("choice.installed")}</summary>
                </details>
            </div>
            <ChoiceGroup group=Group::Fiber />
            <ChoiceGroup group=Group::Grade />
            <fieldset class="group">
                <legend>{text("choice.links")}</legend>
                <span inner_html=term("links", "choice.links")></span>
                <div class="fields">
                    <DraftField field=Field::Links />
                    <DraftField field=Field::Spares />
                </div>
                <p class="summary">{far}</p>
                <p class="by-kind" id="fl-by-kind">{text("field.spares.kinds")}</p>
                <div class="fields" role="group" aria-labelledby="fl-by-kind">
                    {SpareKind::ALL
                        .iter()
                        .map(|kind| view! { <DraftField field=Field::SparesOf(*kind) /> })
                        .collect_view()}
                </div>
            </fieldset>
            <details class="more">
                <summary>{text("choice.details")}</summary>
                <ChoiceGroup group=Group::Brand />
                <ChoiceGroup group=Group::Polarity />
                <ChoiceGroup group=Group::Pinning />
                <ChoiceGroup group=Group::Base />
                <ChoiceGroup group=Group::Attenuation />
                <div class="fields">
                    <DraftField field=Field::Splices />
                    <DraftField field=Field::TrunkLegs />
                    <DraftField field=Field::TightBelow />
                </div>
            </details>
            <ChoiceGroup group=Group::Priority />
        </form>
    }
}
