//! What two requests ask differently, and what follows from it.

use super::Side;
use fiberlane_catalog::{Catalog, built_in};
use fiberlane_engine::Request;
use fiberlane_engine::design::Design;
use fiberlane_engine::request::{
    FarEnd, Field as Asked, Installed, Lengths, Situation, SpareKind, Spares,
};
use fiberlane_engine::wire::Json;
use fiberlane_messages::advice::{cost_words, margin_words};
use fiberlane_messages::{
    Figure as _, at_words, fill, grouped, headline, list_comma, lookup, number, text, word,
};
use fiberlane_units::{Length, Loss, format_decimal};

/// One thing that differs.
pub(super) struct Change {
    pub(super) name: String,
    pub(super) before: String,
    pub(super) after: String,
}

/// The difference as JSON: `words`, `asked`, `results`.
#[must_use]
pub fn difference(a: &Request, b: &Request) -> String {
    let asked = asked(a, b);
    let results = match asked.is_empty() {
        true => Vec::new(),
        false => results(&Side::of(a), &Side::of(b)),
    };
    let mut json = Json::new();
    json.object(|j| {
        j.key("words").string(&words(&asked));
        for (key, changes) in [("asked", &asked), ("results", &results)] {
            j.key(key).list(|j| {
                for change in changes {
                    j.object(|j| {
                        j.key("name").string(&change.name);
                        j.key("before").string(&change.before);
                        j.key("after").string(&change.after);
                    });
                }
            });
        }
    });
    json.finish()
}

/// All of them in one line.
fn words(changes: &[Change]) -> String {
    let one = |change: &Change| {
        let values =
            [("name", &*change.name), ("before", &change.before), ("after", &change.after)];
        fill("diff.item", &values)
    };
    changes.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// The fields of two requests that differ, in the order of the page.
pub(super) fn asked(a: &Request, b: &Request) -> Vec<Change> {
    let (mut before, after) = (fields(a), fields(b));
    // A list of trunks may be longer in the second: the first has nothing there.
    for (place, field) in after.iter().enumerate() {
        if before.iter().all(|known| known.name != field.name) {
            let none = Field { name: field.name.clone(), value: None, unset: field.unset };
            before.insert(place.min(before.len()), none);
        }
    }
    let pairs = before.into_iter().map(|Field { name, value: before, unset }| {
        let after = after.iter().find(|known| known.name == name);
        let after = after.and_then(|field| field.value.clone());
        let said = |value: Option<String>| value.unwrap_or_else(|| text(unset).to_owned());
        (before != after).then(|| Change { name, before: said(before), after: said(after) })
    });
    pairs.flatten().collect()
}

/// What the second of two requests has of the first beside its ports and its route: each field with
/// what it says.
pub(super) fn kept(before: &Request, after: &Request) -> Vec<String> {
    let ports = [Asked::Speed, Asked::Application, Asked::Module, Asked::FarEnd, Asked::Topology];
    let mut out = Fields::new();
    for field in Asked::ALL.iter().filter(|field| !ports.contains(field)) {
        if before.agrees(*field, after) {
            add_field(&mut out, after, *field);
        }
    }
    let said = |field: Field| Some([&field.name, "\u{a0}", &field.value?].concat());
    out.into_iter().filter_map(said).collect()
}

/// A field by name, with what it says, if it says anything.
struct Field {
    name: String,
    value: Option<String>,
    /// What stands for nothing: a choice is then as recommended, a figure is not there.
    unset: &'static str,
}

type Fields = Vec<Field>;

fn add(fields: &mut Fields, key: &'static str, value: Option<String>) {
    let unset = if key.starts_with("choice.") { "desk.open" } else { "advice.place.open" };
    fields.push(Field { name: text(key).to_owned(), value, unset });
}

fn db(loss: Option<Loss>) -> Option<String> {
    loss.map(|loss| loss.exact() + "\u{a0}dB")
}

fn count(count: Option<u32>) -> Option<String> {
    count.map(|count| grouped(count.into()))
}

/// Every field of a request.
fn fields(request: &Request) -> Fields {
    let mut out = Fields::new();
    Asked::ALL.iter().for_each(|field| add_field(&mut out, request, *field));
    out
}

fn add_field(o: &mut Fields, request: &Request, field: Asked) {
    let catalog = built_in();
    let application = |id| catalog.application(id).name.to_owned();
    let module = |id| catalog.module(id).part_number.to_owned();
    match field {
        Asked::Speed => {
            add(o, "choice.speed", request.speed.map(|speed| built_in().speed_name(speed)))
        }
        Asked::Application => add(o, "choice.application", request.application.map(application)),
        Asked::Module => add(o, "choice.module", request.module.map(module)),
        Asked::FarEnd => {
            add(o, "choice.farEnd", request.far_end.map(far_words));
            let far = request.far_end.and_then(FarEnd::module);
            add(o, "choice.farModule", far.map(module));
        }
        Asked::Topology => add(o, "choice.topology", request.topology.map(|t| word(t.name()))),
        Asked::Lengths => lengths(o, &request.lengths),
        Asked::Splices => add(o, "field.splices", count(request.splices)),
        Asked::Fiber => add(o, "choice.fiber", request.fiber.map(|fiber| word(fiber.name()))),
        Asked::Grade => add(o, "choice.grade", request.grade.map(|g| word(g.name(catalog)))),
        Asked::LcGrade => add(o, "diff.lcGrade", request.lc_grade.map(|g| word(g.name(catalog)))),
        Asked::Brand => add(o, "choice.brand", request.brand.map(|brand| word(brand.name()))),
        Asked::Polarity => add(o, "choice.polarity", request.polarity.map(|p| word(p.name()))),
        Asked::Pinning => add(o, "choice.pinning", request.pinning.map(|p| word(p.name()))),
        Asked::Base => {
            let base = |base: u8| fill("choice.base.value", &[("count", &base.to_string())]);
            add(o, "choice.base", request.base.map(base));
        }
        Asked::TrunkLegs => add(o, "field.trunkLegs", count(request.trunk_legs)),
        Asked::Attenuation => {
            add(o, "choice.attenuation", request.attenuation.map(|basis| word(basis.name())));
        }
        Asked::Limit => add(o, "choice.limit", request.limit.map(|basis| word(basis.name()))),
        Asked::SpliceLoss => add(o, "diff.spliceLoss", db(request.splice_loss)),
        Asked::Spares => add(o, "field.spares", request.spares.map(spares_words)),
        Asked::TightBelow => add(o, "field.tightBelow", db(request.tight_below)),
        Asked::Links => add(o, "field.links", count(request.links)),
        Asked::Priority => add(o, "choice.priority", request.priority.map(|p| word(p.name()))),
        Asked::Installed => {
            let parts = request.installed.as_ref().map(|parts| installed(catalog, parts));
            add(o, "advice.place.installed", parts);
        }
        Asked::Conversion => {
            add(o, "advice.place.conversion", request.conversion.map(|kind| word(kind.name())));
        }
        Asked::ConnectionsAtMost => add(o, "advice.place.most", db(request.connections_at_most)),
        Asked::ReferenceEnd => add(o, "advice.place.end", db(request.reference_end)),
        Asked::Situation => situation(o, &request.situation.unwrap_or_default()),
    }
}

/// One percentage, or the kinds of parts with theirs.
fn spares_words(spares: Spares) -> String {
    let percent = |percent: u32| format!("{percent}\u{a0}%");
    match spares {
        Spares::All(all) => percent(all),
        Spares::ByKind(kinds) => {
            let named = SpareKind::ALL.iter().zip(kinds);
            let said = named.filter_map(|(kind, of)| {
                Some([word(["spare-", kind.name()].concat().as_str()), percent(of?)].join(" "))
            });
            said.collect::<Vec<_>>().join(list_comma())
        }
    }
}

fn lengths(out: &mut Fields, lengths: &Lengths) {
    let said = |length: Option<Length>| length.map(|length| length.said());
    add(out, "field.cordA", said(lengths.cord_a));
    for (key, numbered, list) in [
        ("field.trunk", "diff.trunk", &lengths.trunks),
        ("field.cross", "diff.cross", &lengths.cross),
    ] {
        add(out, key, said(list.first().copied()));
        for (index, length) in list.iter().enumerate().skip(1) {
            let name = fill(numbered, &[("number", &(index + 1).to_string())]);
            out.push(Field { name, value: said(Some(*length)), unset: "advice.place.open" });
        }
    }
    add(out, "field.cordB", said(lengths.cord_b));
}

fn far_words(far: FarEnd) -> String {
    match far {
        FarEnd::Same(_) => text("choice.same").to_owned(),
        FarEnd::Breakout(id, _) => built_in().application(id).name.to_owned(),
    }
}

/// Parts in place with everything that is said of them.
fn installed(catalog: &Catalog, parts: &[Installed]) -> String {
    let one =
        |part: &Installed| {
            let mut said: Vec<String> = vec![word(part.kind.name())];
            said.extend(part.at.map(at_words));
            said.extend(part.connector.map(|connector| connector.name().to_owned()));
            said.extend(part.fiber.map(|fiber| word(fiber.name())));
            said.extend(part.face.map(|face| word(face.name())));
            said.extend(part.pins.map(|pins| pins.map(|pins| word(pins.name())).join(" / ")));
            said.extend(part.method.map(|method| fill("order.type", &[("type", method.name())])));
            said.extend(part.mapped.map(|map| word(map.id)));
            said.extend(part.grade.map(|grade| word(grade.name(catalog))));
            said.extend(part.lc_grade.map(|grade| ["LC ", &word(grade.name(catalog))].concat()));
            said.extend(count(part.count).map(|count| [&count, "\u{a0}\u{d7}"].concat()));
            let legs = |legs| fill("there.legs", &[("count", &grouped(u32::into(legs)))]);
            said.extend(part.legs.map(legs));
            said.extend(part.length.map(|length| length.said()));
            said.extend(part.key.map(|key| word(key.name())));
            said.extend(part.map.map(|map| {
                map.pairs().map(|(a, b)| format!("{a}-{b}")).collect::<Vec<_>>().join(" ")
            }));
            said.join(list_comma())
        };
    match parts {
        [] => word("none"),
        parts => parts.iter().map(one).collect::<Vec<_>>().join("; "),
    }
}

fn situation(out: &mut Fields, situation: &Situation) {
    let money = |amount: Option<u64>| {
        amount.map(|amount| number(&format_decimal(i64::try_from(amount).unwrap_or(i64::MAX), 2)))
    };
    let changes = situation.field_changes.map(|yes| word(if yes { "true" } else { "false" }));
    add(out, "advice.place.where", situation.place.map(|place| word(place.name())));
    add(out, "advice.place.budget", situation.budget.map(|budget| word(budget.name())));
    add(out, "advice.place.matings", count(situation.matings_per_year));
    add(out, "advice.place.changes", changes);
    add(out, "advice.place.outage", money(situation.outage_cost_per_minute));
    add(out, "advice.place.price", money(situation.price_difference));
}

/// What follows, where it is not the same.
pub(super) fn results(a: &Side<'_>, b: &Side<'_>) -> Vec<Change> {
    let verdict = |side: &Side<'_>| headline(&side.first);
    let mut rows = vec![("advice.row.verdict", verdict(a), verdict(b))];
    for (key, of) in RESULTS {
        let value = |side: &Side<'_>| match &side.first.recommended {
            Some(design) => of(design),
            None => text("desk.none").to_owned(),
        };
        rows.push((key, value(a), value(b)));
    }
    let differs = rows.into_iter().filter(|(_, before, after)| before != after);
    let change = |(key, before, after)| Change {
        name: lookup(key).unwrap_or(key).to_owned(),
        before,
        after,
    };
    differs.map(change).collect()
}

type Result = (&'static str, fn(&Design) -> String);

const RESULTS: [Result; 10] = [
    ("advice.row.margin", |design| margin_words(design.margin())),
    ("choice.application", |design| built_in().application(design.frame.link.near).name.to_owned()),
    ("choice.topology", |design| word(design.frame.topology.name())),
    ("diff.length", |design| design.figures.length.said()),
    ("choice.fiber", |design| word(design.figures.ordered.name())),
    ("choice.grade", |design| word(design.figures.grade.name(built_in()))),
    ("choice.base", |design| design.frame.array.name().to_owned()),
    ("choice.polarity", |design| design.frame.assembly.method.to_owned()),
    ("advice.row.cost", |design| cost_words(design.cost)),
    ("advice.row.units", |design| grouped(design.frame.order.rack_units.into())),
];
