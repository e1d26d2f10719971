//! Everything that can be found: transceivers, their breakouts, and real modules.

use super::designation::key;
use super::read::terms as words;
use fiberlane_catalog::{
    Application, ApplicationId, Breakout, Catalog, LaneScheme, Module, ModuleId, Plug, Support,
};

include!(concat!(env!("OUT_DIR"), "/form_factors.rs"));

/// The slowest speed that end A is asked in.
const SLOWEST: u16 = 40;

/// How much a matching word tells, by where it stands.
pub(super) mod weight {
    pub(crate) const NAME: i32 = 60;
    pub(crate) const ALIAS: i32 = 50;
    pub(crate) const OWN: i32 = 40;
    pub(crate) const FORM: i32 = 30;
    pub(crate) const NOT_QUITE: i32 = 10;
    pub(crate) const ALMOST: i32 = 20;
    pub(crate) const PLUG: i32 = 15;
}

/// The far end of a row.
#[derive(Clone, Debug)]
pub(super) struct Far {
    pub(super) row: &'static Breakout,
    /// Far ends per link.
    pub(super) legs: u32,
    pub(super) speed: u16,
    pub(super) terms: Vec<String>,
}

/// Something that can be found.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) application: ApplicationId,
    pub(super) module: Option<ModuleId>,
    pub(super) far: Option<Far>,
    /// Speed in Gb/s.
    pub(super) speed: u16,
    /// Names of which one alone means this row.
    pub(super) keys: Vec<String>,
    /// Words with their weights.
    pub(super) terms: Vec<(String, i32)>,
    /// Words of its own name, of which those nobody typed speak against it.
    pub(super) own: Vec<String>,
}

/// Form factors that an application is sold in.
pub(super) fn forms(application: &Application) -> &'static [&'static str] {
    let row = FORM_FACTORS.iter().find(|(name, _)| *name == application.name);
    row.map_or(&[], |(_, forms)| forms)
}

/// Every row, in catalog order: applications, modules, and behind them their far ends.
pub(super) fn rows(catalog: &'static Catalog) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let fast = |id: &ApplicationId| catalog.application(*id).speed >= SLOWEST;
    rows.extend(catalog.application_ids().filter(fast).map(|id| application_row(catalog, id)));
    for id in catalog.module_ids() {
        let module = catalog.module(id);
        if module.speed >= SLOWEST {
            rows.push(module_row(catalog, id, module));
        }
    }
    let broken: Vec<Row> = rows.iter().flat_map(|row| far_rows(catalog, row)).collect();
    rows.extend(broken);
    rows
}

fn application_row(catalog: &'static Catalog, id: ApplicationId) -> Row {
    let application = catalog.application(id);
    let sold: Vec<String> = forms(application).iter().map(|form| form_word(form)).collect();
    let plug = plug_word(application.plug);
    // Some names have form factor and plug in them, which tell no more there than elsewhere.
    let mut own = words(application.name);
    own.retain(|term| *term != plug && !sold.contains(term));
    let mut terms: Vec<(String, i32)> =
        own.iter().map(|term| (term.clone(), weight::NAME)).collect();
    let other = application.aliases.iter().chain(application.former);
    let aliases = other.clone().flat_map(|alias| words(alias));
    terms.extend(aliases.map(|term| (term, weight::ALIAS)));
    if matches!(application.scheme, LaneScheme::Bidi | LaneScheme::DuplexBidi) {
        terms.push(("bidi".to_owned(), weight::ALIAS));
    }
    called(&mut terms);
    terms.extend(sold.into_iter().map(|form| (form, weight::FORM)));
    terms.push((plug, weight::PLUG));
    let names = std::iter::once(&application.name).chain(other);
    Row {
        application: id,
        module: None,
        far: None,
        speed: application.speed,
        keys: names.map(|name| key(name)).collect(),
        terms,
        own,
    }
}

/// Two ports of four lanes are sold under the name of one port of eight, and the other way round.
fn called(terms: &mut Vec<(String, i32)>) {
    for (term, own) in terms.clone() {
        if let Some(kind) = term.strip_prefix("2x").and_then(|term| term.strip_suffix("r4")) {
            terms.push((format!("{kind}r8"), own - weight::NOT_QUITE));
        } else if let Some(kind) = term.strip_suffix("r8") {
            terms.push((format!("2x{kind}r4"), weight::ALMOST));
        }
    }
}

fn module_row(catalog: &'static Catalog, id: ModuleId, module: &Module) -> Row {
    let application = catalog.application(module.application);
    let plug = plug_word(module.plug.unwrap_or(application.plug));
    let form = form_word(module.form_factor);
    let mut terms: Vec<(String, i32)> = Vec::new();
    let texts = [module.vendor, module.name, application.name];
    let texts = texts.iter().chain(application.aliases);
    terms.extend(texts.flat_map(|text| words(text)).map(|term| (term, weight::OWN)));
    // The application's usual form factor and plug are not the module's.
    let usual = plug_word(application.plug);
    let sold = |term: &String| forms(application).iter().any(|form| form_word(form) == *term);
    terms.retain(|(term, _)| *term != usual && *term != plug && *term != form && !sold(term));
    called(&mut terms);
    terms.extend(words(module.part_number).into_iter().map(|term| (term, weight::ALMOST)));
    terms.push((form, weight::FORM));
    terms.push((plug, weight::PLUG));
    Row {
        application: module.application,
        module: Some(id),
        far: None,
        speed: module.speed,
        keys: vec![key(module.part_number), key(module.id)],
        terms,
        own: Vec::new(),
    }
}

/// The row once more with every far end that works.
fn far_rows(catalog: &'static Catalog, row: &Row) -> Vec<Row> {
    let works = |known: &&Breakout| known.supported != Support::No;
    let lit = row.module.map(|id| catalog.module(id).fibers);
    let usual = catalog.application(row.application).fibers.max(1);
    let twice = lit.map_or(1, |lit| (lit / usual).max(1));
    let with = |known: &'static Breakout| {
        let far = catalog.application(known.to);
        let mut terms = words(far.name);
        terms.extend(far.aliases.iter().flat_map(|alias| words(alias)));
        let legs = u32::from(known.legs.saturating_mul(twice));
        Row {
            far: Some(Far { row: known, legs, speed: far.speed, terms }),
            keys: if row.module.is_some() { row.keys.clone() } else { Vec::new() },
            ..row.clone()
        }
    };
    catalog.breakouts_of(row.application, row.module).filter(works).map(with).collect()
}

fn form_word(form: &str) -> String {
    form.to_lowercase().replace('-', "")
}

fn plug_word(plug: Plug) -> String {
    plug.connector.name().to_lowercase().replace('-', "")
}
