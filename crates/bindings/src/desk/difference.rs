//! What two requests ask differently, and what follows from it.

use super::Side;
use fiberlane_catalog::Catalog;
use fiberlane_engine::Request;
use fiberlane_engine::design::Design;
use fiberlane_engine::request::{
    FarEnd, Field as Asked, Installed, Lengths, Situation, SpareKind, Spares,
};
use fiberlane_engine::wire::Json;
use fiberlane_messages::advice::{cost_words, margin_words};
use fiberlane_messages::{Figure as _, Voice, at_words, headline};
use fiberlane_units::{Length, Loss, format_decimal};

/// One thing that differs.
pub(super) struct Change {
    pub(super) name: String,
    pub(super) before: String,
    pub(super) after: String,
}

/// The difference as JSON: `words`, `asked`, `results`.
#[must_use]
pub fn difference(voice: Voice<'_>, a: &Request, b: &Request) -> String {
    let asked = asked(voice, a, b);
    let results = match asked.is_empty() {
        true => Vec::new(),
        false => results(voice, &Side::of(voice, a), &Side::of(voice, b)),
    };
    let mut json = Json::new();
    json.object(|j| {
        j.key("words").string(&words(voice, &asked));
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
fn words(voice: Voice<'_>, changes: &[Change]) -> String {
    let one = |change: &Change| {
        let values =
            [("name", &*change.name), ("before", &change.before), ("after", &change.after)];
        voice.fill("diff.item", &values)
    };
    changes.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// The fields of two requests that differ, in the order of the page.
pub(super) fn asked(voice: Voice<'_>, a: &Request, b: &Request) -> Vec<Change> {
    let (mut before, after) = (fields(voice, a), fields(voice, b));
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
        let said = |value: Option<String>| value.unwrap_or_else(|| voice.text(unset).to_owned());
        (before != after).then(|| Change { name, before: said(before), after: said(after) })
    });
    pairs.flatten().collect()
}

/// What the second of two requests has of the first beside its ports and its route: each field with
/// what it says.
pub(super) fn kept(voice: Voice<'_>, before: &Request, after: &Request) -> Vec<String> {
    let ports = [Asked::Speed, Asked::Application, Asked::Module, Asked::FarEnd, Asked::Topology];
    let mut out = Fields::new();
    for field in Asked::ALL.iter().filter(|field| !ports.contains(field)) {
        if before.agrees(*field, after) {
            add_field(voice, &mut out, after, *field);
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

fn add(voice: Voice<'_>, fields: &mut Fields, key: &'static str, value: Option<String>) {
    let unset = if key.starts_with("choice.") { "desk.open" } else { "advice.place.open" };
    fields.push(Field { name: voice.text(key).to_owned(), value, unset });
}

fn db(voice: Voice<'_>, loss: Option<Loss>) -> Option<String> {
    loss.map(|loss| loss.exact(voice) + "\u{a0}dB")
}

fn count(voice: Voice<'_>, count: Option<u32>) -> Option<String> {
    count.map(|count| voice.grouped(count.into()))
}

/// Every field of a request.
fn fields(voice: Voice<'_>, request: &Request) -> Fields {
    let mut out = Fields::new();
    Asked::ALL.iter().for_each(|field| add_field(voice, &mut out, request, *field));
    out
}

fn add_field(voice: Voice<'_>, o: &mut Fields, request: &Request, field: Asked) {
    let catalog = voice.catalog();
    let application = |id| catalog.application(id).name.to_owned();
    let module = |id| catalog.module(id).part_number.to_owned();
    match field {
        Asked::Speed => {
            add(voice, o, "choice.speed", request.speed.map(|speed| catalog.speed_name(speed)))
        }
        Asked::Application => {
            add(voice, o, "choice.application", request.application.map(application))
        }
        Asked::Module => add(voice, o, "choice.module", request.module.map(module)),
        Asked::FarEnd => {
            add(voice, o, "choice.farEnd", request.far_end.map(|value| far_words(voice, value)));
            let far = request.far_end.and_then(FarEnd::module);
            add(voice, o, "choice.farModule", far.map(module));
        }
        Asked::Topology => {
            add(voice, o, "choice.topology", request.topology.map(|t| voice.word(t.name())))
        }
        Asked::Lengths => lengths(voice, o, &request.lengths),
        Asked::Splices => add(voice, o, "field.splices", count(voice, request.splices)),
        Asked::Fiber => {
            add(voice, o, "choice.fiber", request.fiber.map(|fiber| voice.word(fiber.name())))
        }
        Asked::Grade => {
            add(voice, o, "choice.grade", request.grade.map(|g| voice.word(g.name(catalog))))
        }
        Asked::LcGrade => {
            add(voice, o, "diff.lcGrade", request.lc_grade.map(|g| voice.word(g.name(catalog))))
        }
        Asked::Brand => {
            add(voice, o, "choice.brand", request.brand.map(|brand| voice.word(brand.name())))
        }
        Asked::Polarity => {
            add(voice, o, "choice.polarity", request.polarity.map(|p| voice.word(p.name())))
        }
        Asked::Pinning => {
            add(voice, o, "choice.pinning", request.pinning.map(|p| voice.word(p.name())))
        }
        Asked::Base => {
            let base = |base: u8| voice.fill("choice.base.value", &[("count", &base.to_string())]);
            add(voice, o, "choice.base", request.base.map(base));
        }
        Asked::TrunkLegs => add(voice, o, "field.trunkLegs", count(voice, request.trunk_legs)),
        Asked::Attenuation => {
            add(
                voice,
                o,
                "choice.attenuation",
                request.attenuation.map(|basis| voice.word(basis.name())),
            );
        }
        Asked::Limit => {
            add(voice, o, "choice.limit", request.limit.map(|basis| voice.word(basis.name())))
        }
        Asked::SpliceLoss => add(voice, o, "diff.spliceLoss", db(voice, request.splice_loss)),
        Asked::Spares => {
            add(voice, o, "field.spares", request.spares.map(|value| spares_words(voice, value)))
        }
        Asked::TightBelow => add(voice, o, "field.tightBelow", db(voice, request.tight_below)),
        Asked::Links => add(voice, o, "field.links", count(voice, request.links)),
        Asked::Priority => {
            add(voice, o, "choice.priority", request.priority.map(|p| voice.word(p.name())))
        }
        Asked::Installed => {
            let parts = request.installed.as_ref().map(|parts| installed(voice, catalog, parts));
            add(voice, o, "advice.place.installed", parts);
        }
        Asked::Conversion => {
            add(
                voice,
                o,
                "advice.place.conversion",
                request.conversion.map(|kind| voice.word(kind.name())),
            );
        }
        Asked::ConnectionsAtMost => {
            add(voice, o, "advice.place.most", db(voice, request.connections_at_most))
        }
        Asked::ReferenceEnd => add(voice, o, "advice.place.end", db(voice, request.reference_end)),
        Asked::Situation => situation(voice, o, &request.situation.unwrap_or_default()),
    }
}

/// One percentage, or the kinds of parts with theirs.
fn spares_words(voice: Voice<'_>, spares: Spares) -> String {
    let percent = |percent: u32| format!("{percent}\u{a0}%");
    match spares {
        Spares::All(all) => percent(all),
        Spares::ByKind(kinds) => {
            let named = SpareKind::ALL.iter().zip(kinds);
            let said = named.filter_map(|(kind, of)| {
                Some(
                    [voice.word(["spare-", kind.name()].concat().as_str()), percent(of?)].join(" "),
                )
            });
            said.collect::<Vec<_>>().join(voice.list_comma())
        }
    }
}

fn lengths(voice: Voice<'_>, out: &mut Fields, lengths: &Lengths) {
    let said = |length: Option<Length>| length.map(|length| length.said(voice));
    add(voice, out, "field.cordA", said(lengths.cord_a));
    for (key, numbered, list) in [
        ("field.trunk", "diff.trunk", &lengths.trunks),
        ("field.cross", "diff.cross", &lengths.cross),
    ] {
        add(voice, out, key, said(list.first().copied()));
        for (index, length) in list.iter().enumerate().skip(1) {
            let name = voice.fill(numbered, &[("number", &(index + 1).to_string())]);
            out.push(Field { name, value: said(Some(*length)), unset: "advice.place.open" });
        }
    }
    add(voice, out, "field.cordB", said(lengths.cord_b));
}

fn far_words(voice: Voice<'_>, far: FarEnd) -> String {
    match far {
        FarEnd::Same(_) => voice.text("choice.same").to_owned(),
        FarEnd::Breakout(id, _) => voice.catalog().application(id).name.to_owned(),
    }
}

/// Parts in place with everything that is said of them.
fn installed(voice: Voice<'_>, catalog: &Catalog, parts: &[Installed]) -> String {
    let one = |part: &Installed| {
        let mut said: Vec<String> = vec![voice.word(part.kind.name())];
        said.extend(part.at.map(|value| at_words(voice, value)));
        said.extend(part.connector.map(|connector| connector.name().to_owned()));
        said.extend(part.fiber.map(|fiber| voice.word(fiber.name())));
        said.extend(part.face.map(|face| voice.word(face.name())));
        said.extend(part.pins.map(|pins| pins.map(|pins| voice.word(pins.name())).join(" / ")));
        said.extend(part.method.map(|method| voice.fill("order.type", &[("type", method.name())])));
        said.extend(part.mapped.map(|map| voice.word(map.id)));
        said.extend(part.grade.map(|grade| voice.word(grade.name(catalog))));
        said.extend(part.lc_grade.map(|grade| ["LC ", &voice.word(grade.name(catalog))].concat()));
        said.extend(count(voice, part.count).map(|count| [&count, "\u{a0}\u{d7}"].concat()));
        let legs = |legs| voice.fill("there.legs", &[("count", &voice.grouped(u32::into(legs)))]);
        said.extend(part.legs.map(legs));
        said.extend(part.length.map(|length| length.said(voice)));
        said.extend(part.key.map(|key| voice.word(key.name())));
        said.extend(
            part.map.map(|map| {
                map.pairs().map(|(a, b)| format!("{a}-{b}")).collect::<Vec<_>>().join(" ")
            }),
        );
        said.join(voice.list_comma())
    };
    match parts {
        [] => voice.word("none"),
        parts => parts.iter().map(one).collect::<Vec<_>>().join("; "),
    }
}

fn situation(voice: Voice<'_>, out: &mut Fields, situation: &Situation) {
    let money = |amount: Option<u64>| {
        amount.map(|amount| {
            voice.number(&format_decimal(i64::try_from(amount).unwrap_or(i64::MAX), 2))
        })
    };
    let changes = situation.field_changes.map(|yes| voice.word(if yes { "true" } else { "false" }));
    add(voice, out, "advice.place.where", situation.place.map(|place| voice.word(place.name())));
    add(
        voice,
        out,
        "advice.place.budget",
        situation.budget.map(|budget| voice.word(budget.name())),
    );
    add(voice, out, "advice.place.matings", count(voice, situation.matings_per_year));
    add(voice, out, "advice.place.changes", changes);
    add(voice, out, "advice.place.outage", money(situation.outage_cost_per_minute));
    add(voice, out, "advice.place.price", money(situation.price_difference));
}

/// What follows, where it is not the same.
pub(super) fn results(voice: Voice<'_>, a: &Side<'_>, b: &Side<'_>) -> Vec<Change> {
    let verdict = |side: &Side<'_>| headline(voice, &side.first);
    let mut rows = vec![("advice.row.verdict", verdict(a), verdict(b))];
    for (key, of) in RESULTS {
        let value = |side: &Side<'_>| match &side.first.recommended {
            Some(design) => of(voice, design),
            None => voice.text("desk.none").to_owned(),
        };
        rows.push((key, value(a), value(b)));
    }
    let differs = rows.into_iter().filter(|(_, before, after)| before != after);
    let change = |(key, before, after)| Change {
        name: voice.lookup(key).unwrap_or(key).to_owned(),
        before,
        after,
    };
    differs.map(change).collect()
}

type Result = (&'static str, fn(Voice<'_>, &Design) -> String);

const RESULTS: [Result; 10] = [
    ("advice.row.margin", |voice, design| margin_words(voice, design.margin())),
    ("choice.application", |voice, design| {
        voice.catalog().application(design.frame.link.near).name.to_owned()
    }),
    ("choice.topology", |voice, design| voice.word(design.frame.topology.name())),
    ("diff.length", |voice, design| design.figures.length.said(voice)),
    ("choice.fiber", |voice, design| voice.word(design.figures.ordered.name())),
    ("choice.grade", |voice, design| voice.word(design.figures.grade.name(voice.catalog()))),
    ("choice.base", |_, design| design.frame.array.name().to_owned()),
    ("choice.polarity", |_, design| design.frame.assembly.method.to_owned()),
    ("advice.row.cost", |voice, design| cost_words(voice, design.cost)),
    ("advice.row.units", |voice, design| voice.grouped(design.frame.order.rack_units.into())),
];
