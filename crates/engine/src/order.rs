//! The set to order: what a channel's elements add up to for every link.

use crate::channel::{Element, ElementKind, Named, Own, Path};
use crate::end::{End, Pins};
use crate::link::{Link, Relation};
use crate::order_by::order_by;
use crate::request::{SpareKind, Spares};
use crate::words::words;
use fiberlane_catalog::{Catalog, EndFace, Key, Part, PartId, PartKind, Ports, TrunkSizes};
use fiberlane_units::{Length, Side};

words! {
    /// What an order line is.
    LineKind {
        /// A cable of several legs between panels.
        Trunk = "trunk",
        /// A cord.
        Cord = "cord",
        /// A cord that fans out.
        Harness = "harness",
        /// A cassette.
        Cassette = "cassette",
        /// A module between connectors of other fiber counts.
        Conversion = "conversion",
        /// A plate of MPO adapters.
        AdapterPanel = "adapterPanel",
        /// A housing.
        Enclosure = "enclosure",
    }
}

words! {
    /// A property that a supplier asks for and nobody has set.
    OrderField {
        /// Fire rating of the jacket: OFNP, OFNR, LSZH or a Euroclass.
        FireRating = "fireRating",
        /// Indoor or outdoor.
        Environment = "environment",
        /// Length of the legs after the breakout.
        BreakoutLength = "breakoutLength",
        /// Pulling eye.
        PullingEye = "pullingEye",
        /// Boot.
        Boot = "boot",
        /// Wiring diagram of the module.
        WiringDiagram = "wiringDiagram",
        /// Test report with insertion and return loss of every connector.
        TestReport = "testReport",
        /// Labels.
        Labels = "labels",
        /// Packaging.
        Packaging = "packaging",
    }
}

/// One line of the order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub kind: LineKind,
    /// The catalog's part, where it is one.
    pub part: Option<PartId>,
    /// How many in all, spares included.
    pub quantity: u32,
    /// How many of them are spares.
    pub spare: u32,
    /// How many each end needs, where both need the same.
    pub per_end: Option<u32>,
    /// How many are needed at end A, between the ends and at end B, spares not included. Not known
    /// of a link without trunks, whose cords run from end to end.
    pub places: Option<[u32; 3]>,
    /// Length.
    pub length: Option<Length>,
    /// Legs of one trunk.
    pub legs: Option<u32>,
    /// Fibers of one piece.
    pub fibers: Option<u32>,
    /// The ends towards A and towards B; of a cassette rear and front.
    pub ends: Option<[End; 2]>,
    /// Map of a cable or module.
    pub map: Option<Named>,
    /// Key orientation of adapters.
    pub key: Option<Key>,
    /// What is to be confirmed before ordering.
    pub to_confirm: &'static [OrderField],
    /// The elements of the channel that are this part.
    pub elements: Vec<usize>,
    /// Whether it is in place already and not ordered.
    pub in_place: bool,
    /// What is said of the part in place that it is, or that it is ordered alike to.
    pub own: Option<Own>,
}

impl Line {
    /// Connectors at each side of one piece: rear and front of a module, the single end and the legs
    /// of a harness. A cassette that the catalog lacks has the duplex ports that its fibers make.
    #[must_use]
    pub fn sides(&self, catalog: &Catalog) -> [u32; 2] {
        let count = |ports: Option<Ports>| ports.map_or(1, |ports| u32::from(ports.count));
        match self.part.map(|id| catalog.part(id)) {
            Some(part) => [count(part.rear), count(part.front)],
            None if self.kind == LineKind::Cassette => [1, self.fibers.unwrap_or(0) / 2],
            None => [1, 1],
        }
    }
}

/// The order with its counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// The lines.
    pub lines: Vec<Line>,
    /// What is in place already and stays.
    pub in_place: Vec<Line>,
    /// Links, counted at end A.
    pub links: u32,
    /// Legs that the links need.
    pub legs: u32,
    /// Legs of all trunks in one run.
    pub trunk_legs: u32,
    /// Fibers that carry light.
    pub lit_fibers: u32,
    /// Fibers of all trunks in one run; of a link without trunks, those of its cords.
    pub fibers: u32,
    /// Rack units of all enclosures.
    pub rack_units: u32,
    /// What the catalog has no part for.
    pub missing: Vec<&'static str>,
}

/// How much is ordered.
#[derive(Clone, Copy, Debug)]
pub struct Quantity {
    /// Links counted at end A.
    pub links: u32,
    /// Legs of each trunk, if fixed.
    pub trunk_legs: Option<u32>,
    /// Spares, by kind of part.
    pub spares: Option<Spares>,
    /// Whether rack units are worth more than cost.
    pub dense: bool,
}

const TRUNK_FIELDS: &[OrderField] = &[
    OrderField::FireRating,
    OrderField::Environment,
    OrderField::BreakoutLength,
    OrderField::PullingEye,
    OrderField::Boot,
    OrderField::TestReport,
    OrderField::Labels,
    OrderField::Packaging,
];
const CORD_FIELDS: &[OrderField] = &[
    OrderField::FireRating,
    OrderField::Environment,
    OrderField::Boot,
    OrderField::TestReport,
    OrderField::Labels,
    OrderField::Packaging,
];
const HARNESS_FIELDS: &[OrderField] = &[
    OrderField::FireRating,
    OrderField::Environment,
    OrderField::BreakoutLength,
    OrderField::Boot,
    OrderField::WiringDiagram,
    OrderField::TestReport,
    OrderField::Labels,
    OrderField::Packaging,
];
const CASSETTE_FIELDS: &[OrderField] =
    &[OrderField::WiringDiagram, OrderField::TestReport, OrderField::Labels, OrderField::Packaging];

/// Where a piece is used.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    A,
    Middle,
    B,
}

struct Draft {
    line: Line,
    at: [u32; 3],
    elements: Vec<usize>,
}

/// Counts a channel's parts for all links.
#[must_use]
pub fn order(catalog: &Catalog, link: &Link, elements: &[Element], wanted: &Quantity) -> Order {
    let counts = Counts::new(catalog, link, elements, wanted);
    let mut book =
        Book { drafts: Vec::new(), fields: Vec::new(), missing: Vec::new(), taken: None };
    let last = elements.len() - 1;
    let first_trunk = elements.iter().position(|e| e.kind == ElementKind::Trunk);
    let last_trunk = elements.iter().rposition(|e| e.kind == ElementKind::Trunk);
    let place = |index: usize| match (first_trunk, last_trunk) {
        (Some(first), _) if index < first => Place::A,
        (_, Some(end)) if index > end => Place::B,
        (Some(_), _) => Place::Middle,
        _ if index == 1 && last == 2 => Place::Middle,
        _ => Place::A,
    };
    for (index, element) in elements.iter().enumerate() {
        let before = elements[..index].iter().filter(|e| e.kind == ElementKind::Trunk).count();
        // One panel joins two trunks; two have a cord between them, and each its own trunk.
        let [last, next] = [index.checked_sub(1), Some(index + 1)].map(|at| {
            let beside = at.and_then(|at| elements.get(at));
            beside.is_some_and(|beside| beside.kind == ElementKind::Trunk)
        });
        let run = if last && !next { before.saturating_sub(1) } else { before };
        let legs = match (last, next) {
            (true, true) => counts.runs[before - 1].legs().max(counts.runs[before].legs()),
            _ => counts.runs.get(run).or(counts.runs.last()).map_or(0, |run| run.legs()),
        };
        book.add(catalog, (element, index), place(index), &counts, (before, legs));
    }
    let between = book.fields.iter().filter(|(place, _)| *place == Place::Middle).count();
    let between = u32::try_from(between).unwrap_or(0);
    let enclosure_units = book.enclose(catalog, wanted.dense);
    order_by(&mut book.drafts, |draft| draft.line.kind);
    let all: Vec<Line> = book
        .drafts
        .into_iter()
        .map(|draft| {
            let mut line = draft.line;
            let [a, middle, b] = draft.at;
            let quantity = a + middle + b;
            let spared = spare_kind(line.kind).filter(|_| !line.in_place);
            let cables = spared.is_some() || line.in_place;
            let percent = spared.zip(wanted.spares).map_or(0, |(kind, spares)| spares.of(kind));
            line.quantity = with_spares(quantity, percent);
            line.spare = line.quantity - quantity;
            // Fields between the ends count like the ends where they are alike.
            let alike = cables || middle == a * between;
            line.per_end = (a == b && a > 0 && alike).then_some(a);
            line.places = first_trunk.map(|_| draft.at);
            line.elements = draft.elements;
            line
        })
        .collect();
    let (in_place, lines) = all.into_iter().partition(|line| line.in_place);
    Order {
        lines,
        in_place,
        links: wanted.links,
        legs: counts.legs,
        trunk_legs: counts.trunk_legs(),
        lit_fibers: counts.lit,
        fibers: counts.fibers,
        rack_units: enclosure_units,
        missing: book.missing,
    }
}

/// Which spares a kind of line has; panels, enclosures and conversion modules have none.
pub(crate) const fn spare_kind(kind: LineKind) -> Option<SpareKind> {
    match kind {
        LineKind::Trunk => Some(SpareKind::Trunk),
        LineKind::Cord => Some(SpareKind::Cord),
        LineKind::Harness => Some(SpareKind::Harness),
        LineKind::Cassette => Some(SpareKind::Cassette),
        LineKind::AdapterPanel | LineKind::Enclosure | LineKind::Conversion => None,
    }
}

/// ceil(q × (100 + s) / 100), in integers.
pub(crate) fn with_spares(quantity: u32, percent: u32) -> u32 {
    let total = (u64::from(quantity) * u64::from(100 + percent)).div_ceil(100);
    u32::try_from(total).unwrap_or(u32::MAX)
}

struct Counts {
    /// Duplex channels or array legs, as the cords at A see them.
    ends_a: u32,
    /// Far receptacles.
    ends_b: u32,
    /// Array legs that the links need.
    legs: u32,
    /// By run.
    runs: Vec<RunCount>,
    lit: u32,
    fibers: u32,
    /// Whether a cord lies between two trunks: then there are more panels than runs have ends.
    crossed: bool,
}

/// Legs of each trunk where nobody says: the size that is usual, or the smallest that holds all. Where
/// more than a tenth of the legs of full-size trunks would be spare, the smallest size that needs no
/// more cables than the full one.
fn usual_size(legs: u32, made: Option<&TrunkSizes>) -> u32 {
    let Some(made) = made else { return legs };
    let usual = made.usual;
    let sizes = || made.legs.iter().copied().filter(|size| *size <= usual);
    if let Some(size) = sizes().find(|size| *size >= legs) {
        return size;
    }
    let cables = legs.div_ceil(usual);
    let spare = cables * usual - legs;
    let tight = spare * 10 > cables * usual;
    sizes().find(|size| tight && legs.div_ceil(*size) <= cables).unwrap_or(usual)
}

/// The trunks of one run: those that lie there, and those that are ordered.
#[derive(Clone, Copy, Default)]
struct RunCount {
    /// Legs of each.
    size: u32,
    /// How many the links need.
    needed: u32,
    there: u32,
}

impl RunCount {
    /// As many trunks as it takes. Those in place have the legs that a new one would have, unless it
    /// is said; where too few lie there, the rest is alike.
    fn new(catalog: &Catalog, legs: u32, trunk: &Element, fixed: Option<u32>) -> Self {
        let made = trunk.ends[0].and_then(|end| catalog.sizes_of(end.connector));
        let own = trunk.own;
        let said = own.and_then(|own| own.legs).or(fixed);
        let size = said.unwrap_or_else(|| usual_size(legs, made)).max(1);
        let needed = legs.div_ceil(size);
        let there = own.map_or(0, |own| own.count.unwrap_or(needed));
        Self { size, needed, there }
    }

    /// Legs of the trunks that are used.
    const fn legs(self) -> u32 {
        self.needed.saturating_mul(self.size)
    }
}

impl Counts {
    fn new(catalog: &Catalog, link: &Link, elements: &[Element], wanted: &Quantity) -> Self {
        let plugs = u32::from(link.a.plug.count);
        let ends_a = wanted.links.saturating_mul(plugs);
        let far = match link.relation {
            Relation::Split(_) => u32::from(link.far_ports),
            Relation::Same | Relation::WholeLegs => plugs,
        };
        let array = elements
            .iter()
            .find(|element| element.kind == ElementKind::Trunk)
            .and_then(|element| element.ends[0]);
        let lit = wanted.links.saturating_mul(u32::from(link.a.fibers) * plugs);
        let ends_b = wanted.links.saturating_mul(far);
        let Some(array) = array else {
            let width = elements.get(1).and_then(|e| e.ends[0]).map_or(2, |e| e.connector.fibers());
            let fibers = ends_a.saturating_mul(u32::from(width));
            let runs = Vec::new();
            return Self { ends_a, ends_b, legs: ends_a, runs, lit, fibers, crossed: false };
        };
        let width = u32::from(array.connector.fibers());
        let converted = elements.iter().find(|e| e.kind == ElementKind::Conversion);
        let sides = converted
            .and_then(|e| e.part)
            .map(|id| catalog.part(id))
            .and_then(|part| Some((u32::from(part.rear?.count), u32::from(part.front?.count))));
        let trunks = || elements.iter().filter(|element| element.kind == ElementKind::Trunk);
        // A leg carries as many duplex links as the narrowest of what it runs through.
        let narrowest = || {
            let boxed = elements.iter().filter(|e| e.kind == ElementKind::Cassette).chain(trunks());
            let arrays = boxed.flat_map(|e| e.ends).flatten().filter(|e| e.connector.is_array());
            arrays.map(|end| u32::from(end.connector.fibers())).min().unwrap_or(width)
        };
        let legs = match sides {
            Some((rears, fronts)) => ends_a.div_ceil(fronts) * rears,
            None if link.is_parallel() => ends_a,
            None => ends_a.div_ceil(narrowest() / 2),
        };
        let runs: Vec<RunCount> =
            trunks().map(|trunk| RunCount::new(catalog, legs, trunk, wanted.trunk_legs)).collect();
        let fibers = |(run, trunk): (&RunCount, &Element)| {
            let width = trunk.ends[0].map_or(width, |end| u32::from(end.connector.fibers()));
            run.legs().saturating_mul(width)
        };
        let fibers = runs.iter().zip(trunks()).map(fibers).max().unwrap_or(0);
        let panels = elements.iter().filter(|e| e.kind == ElementKind::Adapter).count();
        let crossed = panels > runs.len() + 1;
        Self { ends_a, ends_b, legs, runs, lit, fibers, crossed }
    }

    /// Legs of all trunks in the run with the most.
    fn trunk_legs(&self) -> u32 {
        self.runs.iter().map(|run| run.legs()).max().unwrap_or(0)
    }
}

struct Book {
    drafts: Vec<Draft>,
    /// Slots that each field of panels or cassettes takes.
    fields: Vec<(Place, u32)>,
    missing: Vec<&'static str>,
    /// What the first panel at a cross cord takes.
    taken: Option<u32>,
}

impl Book {
    fn add(
        &mut self,
        catalog: &Catalog,
        (element, index): (&Element, usize),
        place: Place,
        counts: &Counts,
        (run, all_legs): (usize, u32),
    ) {
        let part = element.part.map(|id| catalog.part(id));
        let mut line = blank(LineKind::Cord, element);
        let (quantity, place) = match element.kind {
            ElementKind::Transceiver => return,
            ElementKind::Cord => {
                line.to_confirm = CORD_FIELDS;
                line.fibers = element.ends[0].map(|end| u32::from(end.connector.fibers()));
                let at_b = place == Place::B && element.ports > 0;
                (if at_b { counts.ends_b } else { counts.ends_a }, place)
            }
            ElementKind::Trunk => {
                line.kind = LineKind::Trunk;
                line.to_confirm = TRUNK_FIELDS;
                let count = counts.runs.get(run).copied().unwrap_or_default();
                let width = element.ends[0].map_or(0, |end| u32::from(end.connector.fibers()));
                line.legs = Some(count.size);
                line.fibers = Some(count.size * width);
                if element.in_place {
                    self.put(line.clone(), count.there, Place::Middle, Some(index));
                }
                let ordered = count.needed.saturating_sub(count.there);
                if ordered > 0 {
                    let more = Line { in_place: false, ..line };
                    self.put(more, ordered, Place::Middle, Some(index));
                }
                return;
            }
            ElementKind::Harness => {
                line.kind = LineKind::Harness;
                line.to_confirm = HARNESS_FIELDS;
                line.fibers = part.map(|part| u32::from(part.fibers));
                let place = if place == Place::A { Place::Middle } else { place };
                (counts.legs, place)
            }
            ElementKind::Cassette | ElementKind::Conversion => {
                line.kind = match element.kind {
                    ElementKind::Conversion => LineKind::Conversion,
                    _ => LineKind::Cassette,
                };
                line.to_confirm = CASSETTE_FIELDS;
                let rear = element.ends.into_iter().flatten().find(|end| end.connector.is_array());
                let own = part.map(|part| u32::from(part.fibers));
                line.fibers = own.or(rear.map(|end| u32::from(end.connector.fibers())));
                if part.is_none() {
                    self.lacks("cassette");
                }
                // It reads rear first, whichever way it faces.
                if let ([Some(a), Some(b)], Path::Ports { near, .. }) = (element.ends, element.path)
                {
                    line.ends = Some(if near == Side::A { [a, b] } else { [b, a] });
                }
                let rears = part.and_then(|part| part.rear).map_or(1, |rear| u32::from(rear.count));
                (all_legs.div_ceil(rears), place)
            }
            ElementKind::Adapter => {
                let Some(part) = part else {
                    self.lacks("duplex adapter panel");
                    return;
                };
                line.kind = LineKind::AdapterPanel;
                let room = part.rear.map_or(1, |rear| u32::from(rear.count));
                (all_legs.div_ceil(room), place)
            }
        };
        // What stands in place stands in its own housing.
        // A cassette that the catalog lacks takes a slot like any other.
        let boxed = element.kind == ElementKind::Cassette;
        let slots = part.map_or(u32::from(boxed), |part| u32::from(part.slots));
        let there = match element.own.filter(|_| element.in_place) {
            None => 0,
            // Of those on both sides of a cross cord, what the first side takes is not there twice.
            Some(Own { joint: true, count: Some(count), .. }) if counts.crossed => {
                let left = count.saturating_sub(self.taken.unwrap_or(0));
                let first = self.taken.is_none();
                self.taken = Some(quantity);
                if first { left.min(quantity) } else { left }
            }
            Some(own) => own.count.unwrap_or(quantity),
        };
        if element.in_place {
            self.put(line.clone(), there, place, Some(index));
        }
        let ordered = quantity.saturating_sub(there);
        if slots > 0 && ordered > 0 {
            self.fields.push((place, ordered * slots));
        }
        if ordered > 0 || !element.in_place {
            self.put(Line { in_place: false, ..line }, ordered, place, Some(index));
        }
    }

    fn lacks(&mut self, what: &'static str) {
        if !self.missing.contains(&what) {
            self.missing.push(what);
        }
    }

    /// Equal part and length is one line.
    fn put(&mut self, line: Line, quantity: u32, place: Place, element: Option<usize>) {
        let known = self.drafts.iter().position(|draft| draft.line == line);
        let index = known.unwrap_or_else(|| {
            self.drafts.push(Draft { line, at: [0; 3], elements: Vec::new() });
            self.drafts.len() - 1
        });
        self.drafts[index].at[place as usize] += quantity;
        self.drafts[index].elements.extend(element);
    }

    /// Houses every field of panels or cassettes by itself; returns the rack units.
    fn enclose(&mut self, catalog: &Catalog, dense: bool) -> u32 {
        let fields = std::mem::take(&mut self.fields);
        let units =
            |house: &Part| -> u32 { fields.iter().map(|(_, slots)| height(*slots, house)).sum() };
        // One rack unit wastes the fewest slots; only density looks for a better one.
        let weigh =
            |house: &Part| Some(if dense { units(house) } else { u32::from(house.rack_units) });
        let Some(part) = catalog.best_part(PartKind::Enclosure, &weigh) else { return 0 };
        let house = catalog.part(part);
        let line = Line { part: Some(part), ..blank_line(LineKind::Enclosure) };
        for (place, slots) in &fields {
            let houses = slots.div_ceil(u32::from(house.capacity.max(1)));
            self.put(line.clone(), houses, *place, None);
        }
        units(house)
    }
}

fn height(slots: u32, house: &Part) -> u32 {
    slots.div_ceil(u32::from(house.capacity.max(1))) * u32::from(house.rack_units)
}

fn blank_line(kind: LineKind) -> Line {
    Line {
        kind,
        part: None,
        quantity: 0,
        spare: 0,
        per_end: None,
        places: None,
        length: None,
        legs: None,
        fibers: None,
        ends: None,
        map: None,
        key: None,
        to_confirm: &[],
        elements: Vec::new(),
        in_place: false,
        own: None,
    }
}

fn blank(kind: LineKind, element: &Element) -> Line {
    let ends = match element.ends {
        [Some(a), Some(b)] => Some(turned(element.kind, a, b)),
        _ => None,
    };
    Line {
        part: element.part,
        length: element.length,
        ends,
        map: element.named().filter(|_| element.kind != ElementKind::Adapter),
        key: element.key,
        in_place: element.in_place,
        own: element.own,
        ..blank_line(kind)
    }
}

/// A cord with two unlike ends is the same part whichever way it is laid: pinned end last.
fn turned(kind: ElementKind, a: End, b: End) -> [End; 2] {
    let rank =
        |end: End| (end.connector, end.pins == Pins::Pinned, end.face == Some(EndFace::Angled));
    if kind == ElementKind::Cord && rank(a) > rank(b) { [b, a] } else { [a, b] }
}
