//! How a hit reads.

use super::infiniband::unconfirmed;
use super::query::Query;
use super::rows::{Row, forms};
use super::take::uncovered_key;
use super::word::{Meaning, Word};
use fiberlane_catalog::{Application, Confidence, Plug, Support, built_in};
use fiberlane_engine::Request;
use fiberlane_messages::{Figure as _, Voice, status_text};

/// The InfiniBand name that was typed for an application.
fn rate(query: &Query, name: &str, far: bool) -> Option<String> {
    query.words.iter().find_map(|word| match word.meaning {
        Meaning::Infiniband(_, rate) if far && word.far => rate.calls(1, name),
        Meaning::Infiniband(count, rate) if !far && !word.far => rate.calls(count, name),
        _ => None,
    })
}

/// An application's name, beside it the InfiniBand name that was typed.
fn called(voice: Voice<'_>, query: &Query, name: &str, far: bool) -> String {
    match rate(query, name, far) {
        Some(rate) => voice.fill("find.infiniband", &[("name", name), ("rate", &rate)]),
        None => name.to_owned(),
    }
}

pub(super) fn title(voice: Voice<'_>, query: &Query, row: &Row) -> String {
    let own = match row.module.map(|id| built_in().module(id)) {
        Some(module) => {
            voice.fill("find.module", &[("vendor", module.vendor), ("number", module.part_number)])
        }
        None => called(voice, query, built_in().application(row.application).name, false),
    };
    let Some(far) = &row.far else { return own };
    let to = called(voice, query, built_in().application(far.row.to).name, true);
    let key = if far.legs == 1 { "find.pair" } else { "find.breakout" };
    voice.fill(key, &[("from", &own), ("count", &far.legs.to_string()), ("to", &to)])
}

pub(super) fn detail(voice: Voice<'_>, query: &Query, row: &Row) -> String {
    let application = built_in().application(row.application);
    let mut words: Vec<String> = Vec::new();
    match row.module.map(|id| built_in().module(id)) {
        Some(module) => {
            words.push(module.name.to_owned());
            words.push(called(voice, query, application.name, false));
            words.push(module.form_factor.to_owned());
            words.extend(module.plug.map(plug));
        }
        None => {
            words.push(forms(application).join(voice.list_comma()));
            words.push(plug(application.plug));
            words.extend(reaches(voice, application));
        }
    }
    words.retain(|word| !word.is_empty());
    words.join(" · ")
}

fn plug(plug: Plug) -> String {
    match plug.count {
        1 => plug.connector.name().to_owned(),
        count => format!("{count} × {}", plug.connector.name()),
    }
}

fn reaches<'a>(
    voice: Voice<'a>,
    application: &'a Application,
) -> impl Iterator<Item = String> + 'a {
    application.limits.iter().map(move |limit| {
        voice.fill(
            "choice.reach",
            &[("reach", &limit.reach.said(voice)), ("fiber", limit.fiber.name())],
        )
    })
}

/// What speaks against taking it unseen.
pub(super) fn mark(voice: Voice<'_>, query: &Query, row: &Row) -> String {
    let application = built_in().application(row.application);
    let far = row.far.as_ref().map(|far| built_in().application(far.row.to).name);
    let names = [rate(query, application.name, false), far.and_then(|far| rate(query, far, true))];
    let status = application.status;
    let depends = row.far.as_ref().is_some_and(|far| far.row.supported == Support::Depends);
    let mut words: Vec<&str> = Vec::new();
    if status != Confidence::Standard {
        words.push(status_text(voice, status));
    }
    if row.module.is_some_and(|id| built_in().module(id).own_optics) {
        words.push(voice.text("find.nearest"));
    }
    if depends {
        words.push(voice.text("find.depends"));
    }
    // That the port goes by the name that was typed.
    if names.iter().flatten().any(|name| unconfirmed(name)) {
        words.push(status_text(voice, Confidence::Unconfirmed));
    }
    words.join(voice.list_comma())
}

/// The design on screen as a hit.
pub(super) fn current(voice: Voice<'_>, request: &Request) -> String {
    let name = request.named_application(built_in());
    let name = name.map_or("", |id| built_in().application(id).name);
    if name.is_empty() {
        return voice.text("find.design").to_owned();
    }
    voice.fill("find.current", &[("name", name)])
}

/// A sentence over words; nothing over none.
pub(super) fn said(voice: Voice<'_>, key: &str, words: &[String], between: &str) -> String {
    if words.is_empty() {
        return String::new();
    }
    voice.fill(key, &[("words", &words.join(between))])
}

/// What was typed and is not covered, by its name and kind.
pub(super) fn uncovered(voice: Voice<'_>, query: &Query) -> String {
    let item = |word: &Word| match word.meaning {
        Meaning::Uncovered(other, _) => {
            let kind = voice.text(uncovered_key(other));
            Some(voice.fill("find.uncovered.item", &[("said", &word.said), ("kind", kind)]))
        }
        _ => None,
    };
    let mut items: Vec<String> = query.words.iter().filter_map(item).collect();
    items.dedup();
    said(voice, "find.uncovered", &items, voice.list_comma())
}
