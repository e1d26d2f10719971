//! The choices, left: each on what is recommended until it is touched.

mod field;
mod group;
mod module;
mod options;

pub(crate) use field::Field;
pub(crate) use options::status_key;

use crate::draft::DraftField;
use crate::state::state;
use fiberlane_engine::request::Topology;
use fiberlane_messages::text;
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
            <LengthFields />
            <ChoiceGroup group=Group::Fiber />
            <ChoiceGroup group=Group::Grade />
            <fieldset class="group">
                <legend>{text("choice.links")}</legend>
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

/// The lengths that the route has a place for.
#[component]
fn LengthFields() -> impl IntoView {
    let state = state();
    let fields = Memo::new(move |_| {
        state.plan.with(|plan| {
            let design = plan.0.recommended.as_ref();
            let Some(frame) = design.map(|design| &design.frame) else {
                return vec![Field::CordA];
            };
            let mut fields = vec![Field::CordA];
            let count = |list: &[_]| u8::try_from(list.len()).unwrap_or(u8::MAX);
            for index in 0..count(&frame.span.trunks) {
                fields.push(Field::Trunk(index));
                let between = frame.topology == Topology::CrossConnect && index == 0;
                if between && !frame.span.cross.is_empty() {
                    fields.push(Field::Cross(0));
                }
            }
            if frame.topology == Topology::CassetteToCassette {
                fields.extend((0..count(&frame.span.cross)).map(Field::Cross));
            }
            fields.extend(frame.span.cord_b.map(|_| Field::CordB));
            fields
        })
    });
    view! {
        <fieldset class="group">
            <legend>{text("choice.lengths")}</legend>
            <div class="fields">
                <For each=move || fields.get() key=|field| *field let:field>
                    <DraftField field />
                </For>
            </div>
        </fieldset>
    }
}
