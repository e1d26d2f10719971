//! The choices, left: each on what is recommended until it is touched.

mod field;
mod group;
mod module;
mod options;
mod picture;

pub(crate) use field::Field;
pub(crate) use options::{OptionView, option_views};

use crate::draft::DraftField;
use fiberlane_messages::text;
use fiberlane_view::term_button;
use group::ChoiceGroup;
use leptos::prelude::*;
use module::ModuleChoice;
use options::Group;

/// Every choice.
#[component]
pub(crate) fn Choices() -> impl IntoView {
    view! {
        <form class="choices" aria-label=text("page.choices") on:submit=|event| event.prevent_default()>
            <ChoiceGroup group=Group::Speed />
            <ChoiceGroup group=Group::Application />
            <ModuleChoice />
            <ChoiceGroup group=Group::FarEnd />
            <ChoiceGroup group=Group::Topology />
            <fieldset class="group">
                <legend>{text("choice.lengths")}</legend>
                <span inner_html=term_button("lengths", text("choice.lengths"))></span>
                <div class="fields">
                    <DraftField field=Field::CordA />
                    <DraftField field=Field::Cross(0) />
                    <DraftField field=Field::Trunk(0) />
                    <DraftField field=Field::Trunk(1) />
                    <DraftField field=Field::Trunk(2) />
                    <DraftField field=Field::Cross(1) />
                    <DraftField field=Field::CordB />
                </div>
            </fieldset>
            <ChoiceGroup group=Group::Fiber />
            <ChoiceGroup group=Group::Grade />
            <fieldset class="group">
                <legend>{text("choice.links")}</legend>
                <span inner_html=term_button("links", text("choice.links"))></span>
                <div class="fields">
                    <DraftField field=Field::Links />
                    <DraftField field=Field::Spares />
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
