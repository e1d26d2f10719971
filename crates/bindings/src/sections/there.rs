//! What lies there already: for every part in place an entry with all that can be said of it, and
//! how one finds out. It stands beside the route. What is left empty is not said.

use fiberlane_catalog::{Connector, EndFace, Fiber, Key, Map, PartKind};
use fiberlane_engine::Plan;
use fiberlane_engine::end::Pins;
use fiberlane_engine::request::{At, GradeRef, Installed, InstalledKind, MAX_TRUNKS, Method};
use fiberlane_messages::{Html, Voice, at_words};
use fiberlane_units::Length;

/// What a new entry has in the place of its number, until it is added.
const NEW: &str = "NEW";

pub(super) fn section(voice: Voice<'_>, plan: &Plan) -> String {
    let mut html = Html::new();
    let parts = plan.request.installed.as_deref().unwrap_or_default();
    let said = match parts.len() {
        0 => voice.text("advice.place.unsaid").to_owned(),
        count => voice.fill("advice.place.said", &[("count", &count.to_string())]),
    };
    html.raw("<details class=\"more\"><summary>").text(voice.text("choice.installed"));
    html.raw(" ").leaf("small", "said", &said).raw("</summary>");
    html.raw("<div class=\"place\" data-form=\"installed\">");
    for kind in InstalledKind::ALL {
        entries(voice, &mut html, *kind, parts);
    }
    html.raw("<p class=\"message\" role=\"alert\"></p></div></details>");
    html.finish()
}

/// The entries of a kind, and an empty one to begin with or to add.
fn entries(voice: Voice<'_>, html: &mut Html, kind: InstalledKind, parts: &[Installed]) {
    let own: Vec<&Installed> = parts.iter().filter(|part| part.kind == kind).collect();
    let unknown = Installed::unknown(kind);
    html.raw("<div class=\"kind\" data-kind=\"").raw(kind.name());
    html.raw("\"><label class=\"there\"><input type=\"checkbox\" name=\"").raw(kind.name());
    html.raw(if own.is_empty() { "\"> " } else { "\" checked> " });
    let (there, another) = match kind {
        InstalledKind::Trunk => ("advice.place.trunk", "advice.place.another.trunk"),
        InstalledKind::AdapterPanel => ("advice.place.panel", "advice.place.another.adapterPanel"),
        InstalledKind::Cassette => ("advice.place.cassette", "advice.place.another.cassette"),
    };
    html.text(voice.text(there)).raw("</label><div class=\"entries\">");
    for (index, part) in own.iter().enumerate() {
        entry(voice, html, part, &index.to_string());
    }
    if own.is_empty() {
        entry(voice, html, &unknown, "0");
    }
    html.raw("</div><template>");
    entry(voice, html, &unknown, NEW);
    html.raw("</template><button type=\"button\" class=\"another\">").text(voice.text(another));
    html.raw("</button></div>");
}

/// One part with everything that its kind can say.
fn entry(voice: Voice<'_>, html: &mut Html, part: &Installed, number: &str) {
    let kind = part.kind;
    let at = part.at.map(at_value).unwrap_or_default();
    html.raw("<div class=\"entry fields\" role=\"group\" aria-label=\"")
        .text(&voice.word(kind.name()));
    html.raw("\" data-at=\"").text(&at).raw("\">");
    let mut form = Fields { voice, html, id: [kind.name(), "-", number].concat() };
    let (trunk, panel) = (kind == InstalledKind::Trunk, kind == InstalledKind::AdapterPanel);
    form.place(kind, &at);
    let connectors =
        [Connector::Mpo8, Connector::Mpo12, Connector::Mpo16, Connector::Mpo24, Connector::Mpo32];
    let connector = part.connector.map(Connector::name);
    form.words("connector", "advice.place.connector", &connectors.map(Connector::name), connector);
    if !panel {
        let fibers = Fiber::ALL.map(Fiber::name);
        form.words("fiber", "choice.fiber", &fibers, part.fiber.map(Fiber::name));
        let faces = [EndFace::Flat, EndFace::Angled].map(EndFace::name);
        form.words("endFace", "check.face", &faces, part.face.map(EndFace::name));
        let pins = [Pins::Pinned, Pins::Unpinned].map(Pins::name);
        let [a, b] = [0, 1].map(|end| part.pins.map(|pins| pins[end].name()));
        form.words("pins.A", "advice.place.pinsA", &pins, a);
        form.words("pins.B", "advice.place.pinsB", &pins, b);
        form.words("polarity", polarity_label(kind), &polarities(voice, kind), polarity(part));
        let grades = GradeRef::planning(voice.catalog()).map(|grade| grade.name(voice.catalog()));
        let grades: Vec<&str> = grades.collect();
        let [grade, lc] =
            [part.grade, part.lc_grade].map(|grade| grade.map(|grade| grade.name(voice.catalog())));
        form.words("grade", "choice.grade", &grades, grade);
        if !trunk {
            form.words("lcGrade", "advice.place.lcGrade", &grades, lc);
        }
    }
    if !trunk {
        let keys = [Key::Opposed, Key::Aligned].map(Key::name);
        form.words("key", "advice.place.key", &keys, part.key.map(Key::name));
    }
    let count = |count: Option<u32>| count.map(|count| count.to_string()).unwrap_or_default();
    if trunk {
        let exact = part.length.map(Length::meters).unwrap_or_default();
        let shown = part.length.map(|value| voice.length_number(value)).unwrap_or_default();
        form.typed("lengthM", "advice.place.length", voice.unit_sign(), &shown, &exact);
    }
    form.typed("count", "advice.place.count", "", &count(part.count), "");
    if trunk {
        form.typed("legs", "advice.place.legs", "", &count(part.legs), "");
        let pairs = part.map.iter().flat_map(|map| map.pairs());
        let pairs: Vec<String> = pairs.map(|(a, b)| format!("{a}-{b}")).collect();
        form.typed("map", "advice.place.map", "", &pairs.join(" "), "");
    }
    html.raw("<button type=\"button\" class=\"remove\">").text(voice.text("advice.place.remove"));
    html.raw("</button></div>");
}

const fn polarity_label(kind: InstalledKind) -> &'static str {
    match kind {
        InstalledKind::Trunk => "advice.place.type",
        _ => "choice.polarity",
    }
}

/// The letters, and the maps that a letter does not settle.
fn polarities(voice: Voice<'_>, kind: InstalledKind) -> Vec<&'static str> {
    let catalog = voice.catalog();
    if kind == InstalledKind::Trunk {
        let maps = catalog.row_maps().map(|map| map.id);
        return ["A", "B", "C"].into_iter().chain(maps).collect();
    }
    let has = |wanted: &&Map| {
        let cassettes = catalog.parts.iter().filter(|part| part.kind == PartKind::Cassette);
        cassettes.filter_map(|part| part.map).any(|map| catalog.map(map) == *wanted)
    };
    let maps = catalog.map_rows().filter(has).map(|map| map.id);
    Method::ALL.iter().map(|method| method.name()).chain(maps).collect()
}

fn polarity(part: &Installed) -> Option<&'static str> {
    part.method.map(Method::name).or(part.mapped.map(|map| map.id))
}

fn at_value(at: At) -> String {
    match at {
        At::Run(run) => run.to_string(),
        At::A => "A".to_owned(),
        At::B => "B".to_owned(),
        At::Joint(run) => format!("{run}-{}", run + 1),
    }
}

/// The fields of one entry; each is named by the field of the part on the wire.
struct Fields<'a> {
    voice: Voice<'a>,
    html: &'a mut Html,
    id: String,
}

impl Fields<'_> {
    /// Where the part stands.
    fn place(&mut self, kind: InstalledKind, chosen: &str) {
        let runs = u8::try_from(MAX_TRUNKS).unwrap_or(u8::MAX);
        let (open, places): (_, Vec<At>) = match kind {
            InstalledKind::Trunk => ("advice.place.allRuns", (1..=runs).map(At::Run).collect()),
            InstalledKind::Cassette => ("advice.place.bothEnds", vec![At::A, At::B]),
            InstalledKind::AdapterPanel => {
                let joints = (1..runs).map(At::Joint);
                ("advice.place.everywhere", [At::A, At::B].into_iter().chain(joints).collect())
            }
        };
        let places: Vec<(String, String)> =
            places.into_iter().map(|at| (at_value(at), at_words(self.voice, at))).collect();
        self.select("at", "advice.place.at", self.voice.text(open), &places, chosen);
    }

    /// A choice between words of the wire.
    fn words(&mut self, name: &str, label: &'static str, names: &[&str], chosen: Option<&str>) {
        let known = names.iter().copied();
        // A grade of the catalog is not on the list, and shown where it is said.
        let more = chosen.filter(|chosen| !names.contains(chosen));
        let values: Vec<(String, String)> =
            known.chain(more).map(|name| (name.to_owned(), self.voice.word(name))).collect();
        self.select(
            name,
            label,
            self.voice.text("advice.place.open"),
            &values,
            chosen.unwrap_or_default(),
        );
    }

    fn select(
        &mut self,
        name: &str,
        label: &'static str,
        open: &str,
        values: &[(String, String)],
        chosen: &str,
    ) {
        self.open(name, label, "");
        let named = self.named(name);
        self.html.raw("<select").raw(&named).raw("><option value=\"\">").text(open);
        self.html.raw("</option>");
        for (value, words) in values {
            self.html.raw("<option value=\"").text(value);
            self.html.raw(if value == chosen { "\" selected>" } else { "\">" });
            self.html.text(words).raw("</option>");
        }
        self.html.raw("</select>");
        self.close(name);
    }

    /// A typed value; `exact` is that of the wire, where the one that is shown is rounded.
    fn typed(&mut self, name: &str, label: &'static str, unit: &str, value: &str, exact: &str) {
        self.open(name, label, unit);
        let named = self.named(name);
        self.html.raw("<input type=\"text\" autocomplete=\"off\"").raw(&named);
        self.html.raw(" value=\"").text(value).raw("\" data-exact=\"").text(exact).raw("\">");
        self.close(name);
    }

    fn named(&self, name: &str) -> String {
        let id = [&self.id, "-", name].concat();
        format!(" id=\"fl-{id}\" name=\"{name}\" aria-describedby=\"fl-{id}-message\"")
    }

    /// Label and the way to find out.
    fn open(&mut self, name: &str, label: &'static str, unit: &str) {
        let how = match (name, label) {
            ("pins.A" | "pins.B", _) => "advice.place.how.pins".to_owned(),
            // Of a cassette it is a method, of a trunk a type.
            ("polarity", "choice.polarity") => "advice.place.how.method".to_owned(),
            _ => ["advice.place.how.", name].concat(),
        };
        let how = self.voice.fill(&how, &[]);
        let (voice, html) = (self.voice, &mut *self.html);
        html.raw("<div class=\"field\" data-field=\"").raw(name).raw("\"><label for=\"fl-");
        html.raw(&self.id).raw("-").raw(name).raw("\">").text(voice.text(label));
        if !unit.is_empty() {
            html.raw(" (").text(unit).raw(")");
        }
        html.raw("</label> <details class=\"how\"><summary title=\"").text(&how);
        html.raw("\" aria-label=\"")
            .text(&voice.fill("advice.place.ask", &[("field", voice.text(label))]));
        html.raw("\">?</summary><p>").text(&how).raw("</p></details>");
    }

    fn close(&mut self, name: &str) {
        self.html.raw("<span class=\"message\" role=\"alert\" id=\"fl-").raw(&self.id).raw("-");
        self.html.raw(name).raw("-message\"></span></div>");
    }
}
