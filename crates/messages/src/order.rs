//! The rows of an order, made once: page, clipboard, CSV, request for quote and quote sheet show
//! these and none of their own.

use crate::{Voice, part_words};
use fiberlane_engine::channel::Named;
use fiberlane_engine::describe::{Made, made};
use fiberlane_engine::design::Design;
use fiberlane_engine::end::{End, Pins};
use fiberlane_engine::order::{Line, LineKind, OrderField};
use fiberlane_engine::request::GradeRef;

/// A line of the order with everything that is said of it.
#[derive(Clone, Debug)]
pub struct OrderRow<'a> {
    /// The engine's line: quantity, spares, per end, length, fibers, ends, what is to be confirmed.
    pub line: &'a Line,
    /// What it is, in the words of the trade.
    pub description: String,
    /// How many each end needs, in words; of what lies between the ends nothing.
    pub per_end: Option<String>,
    /// How many of them are spares, in words, where any are.
    pub spare: Option<String>,
    /// What else is fixed: polarity, pins, grade, jacket.
    pub properties: Vec<String>,
    /// The maker's number, where the catalog has a maker's part; the built-in one has generic ones.
    pub part_number: Option<&'static str>,
    /// Polarity of a cable or map of a module, as a letter or a name.
    pub polarity: Option<&'static str>,
    /// Fiber, grades, brand and jacket, of whatever has fiber in it.
    pub made: Option<Made>,
}

impl OrderRow<'_> {
    /// Everything that stands below the description, in its order.
    #[must_use]
    pub fn details(&self) -> Vec<&str> {
        let properties = self.properties.iter().map(String::as_str);
        self.per_end.as_deref().into_iter().chain(properties).chain(self.spare.as_deref()).collect()
    }

    /// What is to be confirmed of this line alone.
    #[must_use]
    pub fn own_fields(&self, common: &[OrderField]) -> Vec<OrderField> {
        let fields = self.line.to_confirm.iter().copied();
        fields.filter(|field| !common.contains(field)).collect()
    }
}

/// What is to be ordered.
#[must_use]
pub fn order_rows<'a>(voice: Voice<'_>, design: &'a Design) -> Vec<OrderRow<'a>> {
    design.frame.order.lines.iter().map(|line| row(voice, design, line)).collect()
}

/// What is in place already and stays.
#[must_use]
pub fn in_place_rows<'a>(voice: Voice<'_>, design: &'a Design) -> Vec<OrderRow<'a>> {
    design.frame.order.in_place.iter().map(|line| row(voice, design, line)).collect()
}

fn row<'a>(voice: Voice<'_>, design: &Design, line: &'a Line) -> OrderRow<'a> {
    let polarity = line.map.map(Named::word);
    let made = made(design, line);
    OrderRow {
        line,
        description: part_words(voice, design, line),
        per_end: per_end(voice, line),
        spare: (line.spare > 0)
            .then(|| voice.fill("order.spare", &[("count", &line.spare.to_string())])),
        properties: properties(voice, line, polarity, made.as_ref()),
        part_number: None,
        polarity,
        made,
    }
}

fn properties(
    voice: Voice<'_>,
    line: &Line,
    polarity: Option<&'static str>,
    made: Option<&Made>,
) -> Vec<String> {
    let mut out = Vec::new();
    let letter = line.map.and_then(Named::letter);
    out.extend(polarity.map(|name| match letter {
        Some(letter) => voice.fill("order.type", &[("type", letter)]),
        None => voice.word(name),
    }));
    // A panel has its key in its name; a box with adapters inside is two parts by it.
    let boxed = matches!(line.kind, LineKind::Cassette | LineKind::Conversion);
    let key = line.key.filter(|_| boxed);
    out.extend(key.map(|key| voice.fill("order.key", &[("key", &voice.word(key.name()))])));
    out.extend(line.ends.and_then(|ends| pins(voice, ends)));
    let named = |grade: GradeRef| voice.word(grade.name(voice.catalog()));
    if let Some(made) = made {
        out.push(named(made.grade));
        let front = made.lc_grade.map(|grade| ("grade", named(grade)));
        out.extend(front.map(|(key, grade)| voice.fill("order.lcGrade", &[(key, &grade)])));
        let jacket = made.jacket.map(|color| ("color", voice.word(color)));
        out.extend(jacket.map(|(key, color)| voice.fill("order.jacket", &[(key, &color)])));
    }
    // What is missing of what lies in place has to be like it.
    let alike = !line.in_place && line.own.is_some();
    out.extend(alike.then(|| voice.text("order.alike").to_owned()));
    out
}

fn per_end(voice: Voice<'_>, line: &Line) -> Option<String> {
    let Some(count) = line.per_end else { return places(voice, line) };
    let here = line.quantity - line.spare == count * 2;
    let key = if here { "order.perEnd" } else { "order.perPlace" };
    Some(voice.fill(key, &[("count", &count.to_string())]))
}

/// Where a line belongs that the ends do not share alike: a Type A cord at one, Type B at the other.
fn places(voice: Voice<'_>, line: &Line) -> Option<String> {
    let counts = line.places.filter(|[a, _, b]| a + b > 0)?;
    let mut said = String::new();
    for (name, count) in ["drawing.endA", "order.between", "drawing.endB"].into_iter().zip(counts) {
        if count > 0 {
            if !said.is_empty() {
                said += voice.list_comma();
            }
            said += &of(voice, name, &count.to_string());
        }
    }
    Some(said)
}

/// "End A: 12".
fn of(voice: Voice<'_>, place: &'static str, count: &str) -> String {
    voice.fill("order.place", &[("place", voice.text(place)), ("count", count)])
}

/// What is said of the pins of both ends, where there are any.
fn pins(voice: Voice<'_>, [a, b]: [End; 2]) -> Option<String> {
    let word = |end: End| match end.pins {
        Pins::Pinned => Some(voice.text("word.pinned")),
        Pins::Unpinned => Some(voice.text("word.unpinned")),
        Pins::None => None,
    };
    Some(match (word(a), word(b)) {
        (Some(a), Some(b)) if a == b => voice.fill("order.bothEnds", &[("pins", a)]),
        (Some(a), Some(b)) => voice.fill("order.mixed", &[("a", a), ("b", b)]),
        (Some(only), None) | (None, Some(only)) => voice.fill("order.arrayEnd", &[("pins", only)]),
        (None, None) => return None,
    })
}

/// What has to be confirmed for every line that asks for anything, so that it is said once.
#[must_use]
pub fn common_fields(rows: &[OrderRow<'_>]) -> Vec<OrderField> {
    let asked = || rows.iter().map(|row| row.line.to_confirm).filter(|fields| !fields.is_empty());
    let first = asked().next().unwrap_or_default();
    let in_all = |field: &OrderField| asked().all(|fields| fields.contains(field));
    first.iter().copied().filter(in_all).collect()
}

/// The names of fields that are to be confirmed, as one list.
#[must_use]
pub fn field_words(voice: Voice<'_>, fields: &[OrderField]) -> String {
    let words: Vec<String> = fields.iter().map(|field| voice.word(field.name())).collect();
    words.join(voice.list_comma())
}

/// How many links, and where end B takes several ports for one how many at each end.
#[must_use]
pub fn links_words(voice: Voice<'_>, design: &Design) -> String {
    let (links, link) = (design.frame.order.links, &design.frame.link);
    let count = voice.grouped(links.into());
    if !link.fans_out() {
        return count;
    }
    let far = voice.grouped(links.saturating_mul(link.far_ports.into()).into());
    let ports = voice.fill("field.links.far", &[("near", &count), ("far", &far)]);
    count + " · " + &ports
}

/// Links, and legs, spare legs and lit fibers of all trunks where there are any; and what the maker
/// of twin-port modules asks of their ports.
#[must_use]
pub fn counts_words(voice: Voice<'_>, design: &Design) -> String {
    let counts = plain_counts(voice, design);
    if design.frame.link.wants_alike_ports(voice.catalog()) {
        return counts + " · " + voice.text("order.twinPort");
    }
    counts
}

fn plain_counts(voice: Voice<'_>, design: &Design) -> String {
    let order = &design.frame.order;
    let links = of(voice, "field.links", &links_words(voice, design));
    if order.trunk_legs == 0 {
        return links;
    }
    let trunks = voice.fill(
        "order.counts",
        &[
            ("legs", &voice.grouped(order.trunk_legs.into())),
            ("spare", &order.trunk_legs.saturating_sub(order.legs).to_string()),
            ("lit", &voice.grouped(order.lit_fibers.into())),
            ("fibers", &voice.grouped(order.fibers.into())),
            ("percent", &percent(voice, order.lit_fibers, order.fibers)),
        ],
    );
    links + " · " + &trunks
}

/// A share in percent with one place, rounded to nearest, in integers.
fn percent(voice: Voice<'_>, part: u32, whole: u32) -> String {
    let whole = u64::from(whole.max(1));
    let tenths = (u64::from(part) * 1000 + whole / 2) / whole;
    voice.number(&format!("{}.{}", tenths / 10, tenths % 10))
}
