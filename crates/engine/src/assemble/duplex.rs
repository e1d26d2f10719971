//! Duplex ports: one cord, or cassettes joined by trunks.

use super::cables::{
    CableType, DuplexType, Module, adapter, cassette, cassette_connector, duplex_adapter,
    duplex_cord, method_key, method_trunk, transceiver, trunk, two_rows, wider,
};
use super::{Assembly, Blueprint, Panel, Run, first_sound, rears};
use crate::channel::Element;
use crate::proof::{Proof, prove};
use crate::request::{Installed, InstalledKind, Method, Polarity};
use fiberlane_catalog::{Connector, Key, MapRole, PartKind};
use fiberlane_units::Side;

/// What a method needs: keys, type of the first trunk and of the others, module at A and at B.
#[derive(Clone, Copy)]
struct Recipe {
    name: &'static str,
    method: Option<Method>,
    key: Key,
    /// Of the adapters between two trunks.
    joint: Key,
    trunks: [CableType; 2],
    modules: [Module; 2],
}

pub(super) fn assemble(plan: &Blueprint<'_>) -> Assembly {
    let ways = recipes(plan)
        .into_iter()
        .flat_map(|recipe| lasts(plan, &recipe).into_iter().map(move |last| (recipe, last)));
    let mut candidates = ways.map(|(recipe, last)| {
        let elements = elements(plan, &recipe, last);
        let proof = prove(plan.link, &elements);
        Assembly { elements, method: recipe.name, proof }
    });
    // There is always a recipe.
    first_sound(&mut candidates).unwrap_or_else(|| Assembly {
        elements: Vec::new(),
        method: "",
        proof: Proof::default(),
    })
}

/// The cords at end B to try. A fixed method beside parts in place fixes its cord: the one that its
/// own cassettes and keys would need, so that the sides are exchanged an odd number of times.
fn lasts(plan: &Blueprint<'_>, recipe: &Recipe) -> Vec<DuplexType> {
    let (trunks, cross) = (plan.runs.len(), plan.span.cross.len());
    let exchanged = match recipe.method {
        _ if trunks == 0 || plan.polarity.is_none() || !plan.is_bound() => None,
        None => None,
        // Type A trunks pass side to side.
        Some(Method::A) => Some(cross),
        Some(Method::C | Method::U1) => Some(trunks + cross),
        // Trunks and the aligned keys between them exchange the sides once in all.
        Some(Method::B | Method::U2) => Some(1 + cross),
    };
    match exchanged {
        None => DuplexType::BOTH.to_vec(),
        Some(count) if count % 2 == 0 => vec![DuplexType::AToA],
        Some(_) => vec![DuplexType::AToB],
    }
}

/// The families of cassette maps at A and at B that a method has.
pub(crate) const fn families(method: Method) -> [MapRole; 2] {
    match method {
        Method::A | Method::C => [MapRole::Pairs, MapRole::Pairs],
        Method::B => [MapRole::Pairs, MapRole::PairsInverted],
        Method::U1 | Method::U2 => [MapRole::Universal, MapRole::Universal],
    }
}

fn recipes(plan: &Blueprint<'_>) -> Vec<Recipe> {
    let ends = [Side::A, Side::B];
    // A duplex cord alone has one row, whatever else was asked for.
    if plan.array == Connector::Mpo24 && !plan.runs.is_empty() {
        let map = two_rows(plan);
        let trunk = map.map_or(CableType::A, CableType::Mapped);
        let name = map.map_or("", |map| map.id);
        let modules = ends.map(|end| module(plan, MapRole::PairsRows, end));
        let keys = plan.keys(Some(Key::Opposed)).into_iter();
        let trunks = [trunk; 2];
        return keys
            .map(|key| Recipe { name, method: None, key, joint: key, trunks, modules })
            .collect();
    }
    // What is said of parts in place is tried first; trunks in place may want other cassettes than
    // universal ones. Trunks of Type B go with several methods and say nothing.
    let own = |boxed: bool| {
        let of = |part: &&Installed| (part.kind == InstalledKind::Cassette) == boxed;
        plan.placed.all().filter(of).find_map(|part| part.method)
    };
    // A letter says which method was meant; a map of pairs goes with two of them.
    let pairs = |part: &Installed| part.mapped.is_some_and(|map| map.role.is_pairs());
    let said = || {
        own(true)
            .or_else(|| own(false).filter(|method| *method != Method::B))
            .or_else(|| plan.placed.all().any(pairs).then_some(Method::A))
    };
    let methods = match plan.polarity {
        Some(Polarity::Method(method)) => vec![method],
        _ if plan.is_bound() => {
            let first = said().unwrap_or(Method::U1);
            let rest = [Method::U1].into_iter().chain(Method::ALL.iter().copied());
            let mut methods = vec![first];
            for method in rest {
                if !methods.contains(&method) {
                    methods.push(method);
                }
            }
            methods
        }
        _ => vec![Method::U1],
    };
    let mut recipes = Vec::new();
    for method in methods {
        let families = families(method);
        let modules = ends.map(|end| module(plan, families[end as usize], end));
        for key in plan.keys(Some(method_key(method))) {
            recipes.push(Recipe {
                name: method.name(),
                method: Some(method),
                key,
                joint: key,
                trunks: [method_trunk(method); 2],
                modules,
            });
        }
    }
    if plan.polarity.is_none() && plan.is_bound() {
        any_trunks(plan, &mut recipes);
        // Where none of these passes light, adapters between trunks of the other key may.
        if plan.runs.len() > 1 {
            for index in 0..recipes.len() {
                let joint = match recipes[index].key {
                    Key::Aligned => Key::Opposed,
                    Key::Opposed => Key::Aligned,
                };
                recipes.push(Recipe { joint, ..recipes[index] });
            }
        }
    }
    recipes
}

/// Whether nothing says of what type the trunk of a run is.
fn is_open(run: &Run<'_>) -> bool {
    run.own.is_none_or(|own| own.method.is_none() && own.mapped.is_none() && own.map.is_none())
}

/// Beside what lies there new trunks and cassettes may have to be of other types than those of one
/// method: all that are left to try.
fn any_trunks(plan: &Blueprint<'_>, recipes: &mut Vec<Recipe>) {
    use CableType::{A, B, C};
    let open = plan.runs.iter().filter(|run| is_open(run)).count();
    let all = [
        (Method::U1, families(Method::U1)),
        (Method::A, families(Method::A)),
        (Method::B, families(Method::B)),
        (Method::B, [MapRole::PairsInverted; 2]),
    ];
    for (method, roles) in all {
        let modules = [Side::A, Side::B].map(|end| module(plan, roles[end as usize], end));
        for key in plan.keys(None) {
            for first in [B, A, C] {
                for other in [B, A, C].into_iter().filter(|other| open > 1 || *other == first) {
                    let trunks = [first, other];
                    recipes.push(Recipe {
                        name: method.name(),
                        method: None,
                        key,
                        joint: key,
                        trunks,
                        modules,
                    });
                }
            }
        }
    }
}

/// The cassette at an end: as it stands there, or else of this family of maps.
fn module(plan: &Blueprint<'_>, family: MapRole, end: Side) -> Module {
    let array = cassette_connector(plan, end);
    let own = plan.placed.cassette(end);
    let family = own.and_then(|o| o.method).map_or(family, |m| families(m)[end as usize]);
    // Two rows have one kind of cassette, and one row beside them the usual one.
    let family = match array {
        Connector::Mpo24 => MapRole::PairsRows,
        _ if family == MapRole::PairsRows => MapRole::Universal,
        _ => family,
    };
    let catalog = plan.catalog;
    let part = catalog.best_part(PartKind::Cassette, &|part| {
        let map = catalog.map(part.map?);
        let fits = part.rear?.connector == array
            && match own.and_then(|cassette| cassette.mapped) {
                Some(wanted) => wanted == map,
                None => map.role == family,
            };
        fits.then_some(rears(plan, part))
    });
    if let Some(part) = part {
        return Module { part: Some(part), map: catalog.map_in(part) };
    }
    let like = match array {
        Connector::Mpo8 | Connector::Mpo16 => array,
        _ => Connector::Mpo12,
    };
    let said = own.and_then(|cassette| cassette.mapped);
    Module { part: None, map: said.or_else(|| catalog.map_of(family, like)) }
}

fn elements(plan: &Blueprint<'_>, recipe: &Recipe, last: DuplexType) -> Vec<Element> {
    let (catalog, span) = (plan.catalog, plan.span);
    let (near, far) = (&plan.link.a, &plan.link.b);
    let (plug_a, plug_b) = (near.plug.connector, far.plug.connector);
    let mut out = vec![transceiver(near, Side::A)];
    let Some(cord_b) = span.cord_b else {
        out.push(duplex_cord(catalog, last, span.cord_a, [plug_a, plug_b]));
        out.push(transceiver(far, Side::B));
        return out;
    };
    let lc = Connector::Lc;
    out.push(duplex_cord(catalog, DuplexType::AToB, span.cord_a, [plug_a, lc]));
    if let Some(cross) = span.cross.first() {
        out.push(duplex_adapter(catalog));
        out.push(duplex_cord(catalog, DuplexType::AToB, *cross, [lc, lc]));
    }
    let [module_a, module_b] = recipe.modules;
    let key = recipe.key;
    if let Some(run) = plan.runs.first() {
        out.push(cassette(plan, module_a, key, Side::B, run));
    }
    for (index, run) in plan.runs.iter().enumerate() {
        if let Some(before) = index.checked_sub(1) {
            let plug = wider(&plan.runs[before], run);
            out.push(adapter(plan, Panel::Joint(before), recipe.joint, plug));
        }
        let first = !plan.runs[..index].iter().any(is_open);
        out.push(trunk(plan, run, recipe.trunks[usize::from(!first)]));
    }
    if let Some(run) = plan.runs.last() {
        out.push(cassette(plan, module_b, key, Side::A, run));
    }
    if let Some(cross) = span.cross.get(1) {
        out.push(duplex_cord(catalog, DuplexType::AToB, *cross, [lc, lc]));
        out.push(duplex_adapter(catalog));
    }
    out.push(duplex_cord(catalog, last, cord_b, [lc, plug_b]));
    out.push(transceiver(far, Side::B));
    out
}
