//! Every option with its effect, its reasons, and what would make it work.

use super::{apply_link, link};
use fiberlane_engine::Plan;
use fiberlane_engine::advice::{Choice, Effect, OptionState, behind_trunk};
use fiberlane_engine::design::Verdict;
use fiberlane_engine::request::{Change, FarEnd, Field, Topology};
use fiberlane_engine::wire::Json;
use fiberlane_messages::advice::{
    change_of, closes_words, cost_words, effect_words, reasons_words, verdict_word,
};
use fiberlane_messages::{Figure as _, Html, Voice};

pub(super) fn write(voice: Voice<'_>, j: &mut Json, plan: &Plan) {
    let current = plan.first.recommended.as_ref().map(|design| design.effect());
    for field in &plan.advice.options {
        for choice in &field.options {
            j.object(|j| {
                j.key("field").string(field.field.name());
                j.key("key").string(&key(voice, plan, field.field, &choice.change));
                let excluded =
                    matches!(choice.state, OptionState::Excluded(_)) && !reroutes(choice);
                j.key("excluded").bool(excluded);
                j.key("html").string(&markup(voice, plan, choice, current.as_ref()));
                j.key("link").string(&link(voice, &plan.request, &choice.change));
            });
        }
    }
}

/// Whether an excluded option only needs another route over the same distance, which the page
/// brings along.
fn reroutes(choice: &Choice) -> bool {
    choice.admitted.as_ref().is_some_and(|(larger, _)| {
        let mut without = larger.clone().and(|set| set.lengths = choice.change.lengths.clone());
        without = without.and(|set| set.topology = choice.change.topology);
        without == choice.change
    })
}

/// A harness from port to port: as a route it has the name of the one behind a trunk.
const HARNESS_ALONE: &str = "harness-alone";

/// What the page calls the option within its group.
pub(super) fn key(voice: Voice<'_>, plan: &Plan, field: Field, change: &Change) -> String {
    let catalog = voice.catalog();
    let application = |id| catalog.application(id).name;
    let word = match field {
        Field::Base => return change.base.map(|base| base.to_string()).unwrap_or_default(),
        Field::TrunkLegs => {
            return change.trunk_legs.map(|legs| legs.to_string()).unwrap_or_default();
        }
        Field::FarEnd => change.far_end.map(|far| far.breakout().map_or("same", application)),
        Field::Application => change.application.map(application),
        Field::Module => change.module.map(|id| catalog.module(id).id),
        Field::Fiber => change.fiber.map(|fiber| fiber.name()),
        Field::Grade => change.grade.map(|grade| grade.name(catalog)),
        Field::LcGrade => change.lc_grade.map(|grade| grade.name(catalog)),
        Field::Brand => change.brand.map(|brand| brand.name()),
        Field::Topology => match change.topology {
            Some(Topology::BreakoutHarness)
                if !behind_trunk(&plan.request, plan.first.recommended.as_ref(), change) =>
            {
                Some(HARNESS_ALONE)
            }
            topology => topology.map(|topology| topology.name()),
        },
        Field::Polarity => change.polarity.map(|polarity| polarity.name()),
        Field::Pinning => change.pinning.map(|pinning| pinning.name()),
        Field::Conversion => change.conversion.map(|conversion| conversion.name()),
        Field::Attenuation => change.attenuation.map(|basis| basis.name()),
        Field::Limit => change.limit.map(|basis| basis.name()),
        Field::Priority => change.priority.map(|priority| priority.name()),
        // No choice between words.
        Field::Speed
        | Field::Lengths
        | Field::Links
        | Field::Splices
        | Field::SpliceLoss
        | Field::Spares
        | Field::TightBelow
        | Field::Installed
        | Field::ConnectionsAtMost
        | Field::ReferenceEnd
        | Field::Situation => None,
    };
    word.unwrap_or_default().to_owned()
}

fn markup(voice: Voice<'_>, plan: &Plan, choice: &Choice, current: Option<&Effect>) -> String {
    let mut html = Html::new();
    match &choice.state {
        OptionState::Chosen(_) => {}
        OptionState::Available(effect) => {
            // The far end that was fixed would go with it: whoever stands there has other plugs.
            let set = &choice.change;
            if set.application.is_some() && set.far_end == Some(FarEnd::Same(None)) {
                html.leaf("span", "mark", voice.text("advice.change.sameEnd")).raw(" ");
            }
            html.leaf("span", "effect", &beside(voice, &choice.change, effect, current));
            if !choice.closes.is_empty() {
                html.raw(" ").leaf("span", "effect", &closes_words(voice, choice));
            }
        }
        OptionState::Excluded(_) if reroutes(choice) => {
            let Some((larger, effect)) = &choice.admitted else { return html.finish() };
            html.leaf("span", "mark", &route(voice, choice, larger)).raw(" ");
            html.leaf("span", "effect", &beside(voice, &choice.change, effect, current));
        }
        OptionState::Excluded(_) => {
            html.leaf("span", "reason", &said(voice, choice, current));
            if let Some((larger, effect)) = &choice.admitted {
                html.raw("<details class=\"make\"><summary>").text(voice.text("advice.make"));
                html.raw("</summary><p>").text(&change_of(voice, &plan.request, larger)).raw(". ");
                let mut words = brought(voice, larger, effect, current);
                words.push(effect_words(voice, effect));
                html.text(&words.join(" · ")).raw("</p>");
                apply_link(voice, &mut html, &plan.request, larger, voice.text("advice.apply"));
                html.raw("</details>");
            }
        }
    }
    html.finish()
}

/// Other optics, fiber and connectors that an effect would come with, unless `change` asks for them.
fn brought(
    voice: Voice<'_>,
    change: &Change,
    effect: &Effect,
    current: Option<&Effect>,
) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let Some(current) = current else { return words };
    let optics = change.application.is_none() && change.module.is_none();
    if optics && effect.near != current.near {
        words.push(voice.catalog().application(effect.near).name.to_owned());
    }
    if change.fiber.is_none() && effect.fiber != current.fiber {
        words.push(
            voice.fill("advice.change.fiber", &[("value", &voice.word(effect.fiber.name()))]),
        );
    }
    if change.grade.is_none() && effect.grade != current.grade {
        let grade = voice.word(effect.grade.name(voice.catalog()));
        words.push(voice.fill("advice.change.grade", &[("value", &grade)]));
    }
    words
}

/// What stands beside an option that is no choice now: its effect, the route that it would bring,
/// or why it does not fit. Nothing beside the chosen one.
pub(super) fn said(voice: Voice<'_>, choice: &Choice, current: Option<&Effect>) -> String {
    match &choice.state {
        OptionState::Chosen(_) => String::new(),
        OptionState::Available(effect) => beside(voice, &choice.change, effect, current),
        OptionState::Excluded(reasons) => match &choice.admitted {
            Some((larger, effect)) if reroutes(choice) => {
                [route(voice, choice, larger), beside(voice, &choice.change, effect, current)]
                    .join(" · ")
            }
            // The nearest misses: what else is wrong belongs to candidates further off.
            _ => reasons_words(voice, reasons.get(..2).unwrap_or(reasons)),
        },
    }
}

/// The route that an option brings along.
fn route(voice: Voice<'_>, choice: &Choice, larger: &Change) -> String {
    let topology = larger.topology.map_or("", |topology| topology.name());
    match choice.change.topology {
        Some(_) => voice.text("advice.recut").to_owned(),
        None => voice.fill("advice.brings", &[("topology", &voice.word(topology))]),
    }
}

/// An effect beside what is chosen: what it would come with, verdict where it is not a pass, margin,
/// difference in cost.
pub(super) fn beside(
    voice: Voice<'_>,
    change: &Change,
    effect: &Effect,
    current: Option<&Effect>,
) -> String {
    let mut words = brought(voice, change, effect, current);
    if effect.verdict != Verdict::Pass {
        words.push(verdict_word(voice, effect.verdict.name()).to_owned());
    }
    words.extend(effect.margin.map(|margin| margin.said(voice) + "\u{a0}dB"));
    let cost = match current {
        Some(current) if current.cost > 0 && current.cost != effect.cost => {
            let (sign, gap) = match effect.cost > current.cost {
                true => ("+", effect.cost - current.cost),
                false => ("\u{2212}", current.cost - effect.cost),
            };
            let percent = (gap * 100 + current.cost / 2) / current.cost;
            (percent > 0).then(|| format!("{} {sign}{percent}\u{a0}%", voice.text("advice.cost")))
        }
        Some(_) => None,
        None => Some(format!("{} {}", voice.text("advice.cost"), cost_words(voice, effect.cost))),
    };
    words.extend(cost);
    words.join(" · ")
}
