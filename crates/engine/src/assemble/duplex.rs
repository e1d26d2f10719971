//! Duplex ports: one cord, or cassettes joined by trunks.

use super::cables::{
    CableType, DuplexType, adapter, cassette, duplex_adapter, duplex_cord, method_key,
    method_trunk, part_id, transceiver, trunk, trunk_pins, trunk_type,
};
use super::{Assembly, Blueprint, first_sound, rears};
use crate::channel::Element;
use crate::end::Pins;
use crate::proof::{Proof, prove};
use crate::request::{Method, Polarity};
use fiberlane_catalog::{Connector, Key, Map, PartId, PartKind};
use fiberlane_units::Side;

/// What a method needs: keys, trunk type, module at A and at B.
struct Recipe {
    name: &'static str,
    key: Key,
    trunk: CableType,
    modules: [Module; 2],
}

#[derive(Clone, Copy)]
struct Module {
    part: Option<PartId>,
    map: Option<&'static Map>,
}

pub(super) fn assemble(plan: &Blueprint<'_>) -> Assembly {
    let recipes = recipes(plan);
    let mut candidates = Vec::new();
    for recipe in &recipes {
        for last in DuplexType::BOTH {
            let elements = elements(plan, recipe, last);
            let proof = prove(plan.link, &elements);
            candidates.push(Assembly { elements, method: recipe.name, proof });
        }
    }
    // There is always a recipe.
    first_sound(candidates).unwrap_or_else(|| Assembly {
        elements: Vec::new(),
        method: "",
        proof: Proof::default(),
    })
}

fn recipes(plan: &Blueprint<'_>) -> Vec<Recipe> {
    if plan.array == Connector::Mpo24 {
        let map = match plan.polarity {
            Some(Polarity::Map(map)) => Some(map),
            _ => plan.catalog.map_named("24-a-geometric"),
        };
        let module = module(plan, "pairs-rows");
        return vec![Recipe {
            name: map.map_or("", |map| map.id),
            key: Key::Opposed,
            trunk: trunk_type(plan, map.map_or(CableType::A, CableType::Mapped)),
            modules: [module, module],
        }];
    }
    let methods = match plan.polarity {
        Some(Polarity::Method(method)) => vec![method],
        _ => match plan.cassette.and_then(|cassette| cassette.method) {
            Some(method) => vec![method],
            // Trunks in place may want other cassettes than universal ones.
            None if plan.is_bound() => Method::ALL.to_vec(),
            None => vec![Method::U1],
        },
    };
    let mut recipes = Vec::new();
    // The recommended method is tried first.
    let rank = |method: &Method| usize::from(*method != Method::U1);
    for method in
        methods.iter().filter(|m| rank(m) == 0).chain(methods.iter().filter(|m| rank(m) > 0))
    {
        let families = match method {
            Method::A | Method::C => ["pairs", "pairs"],
            Method::B => ["pairs", "pairs-inverted"],
            Method::U1 | Method::U2 => ["universal", "universal"],
        };
        for key in plan.keys(Some(method_key(*method))) {
            recipes.push(Recipe {
                name: method.name(),
                key,
                trunk: trunk_type(plan, method_trunk(*method)),
                modules: families.map(|family| module(plan, family)),
            });
        }
    }
    recipes
}

/// The cassette of a family of maps for the plan's connectors. Without a part the map alone is
/// used, and a finding says that the catalog lacks the part.
fn module(plan: &Blueprint<'_>, family: &str) -> Module {
    let catalog = plan.catalog;
    let of_family = |id: &str| {
        id.strip_prefix(family)
            .and_then(|rest| rest.strip_prefix('-'))
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    };
    let suitable = catalog.parts.iter().enumerate().filter_map(|(index, part)| {
        let map = catalog.map(part.map?);
        let fits = part.kind == PartKind::Cassette
            && part.rear?.connector == plan.array
            && of_family(map.id);
        fits.then_some((index, part, map))
    });
    let chosen = if plan.dense {
        suitable.max_by_key(|(_, part, _)| rears(part))
    } else {
        suitable.min_by_key(|(_, part, _)| rears(part))
    };
    if let Some((index, _, _)) = chosen {
        let map = catalog.parts[index].map.and_then(|id| catalog.maps.get(usize::from(id.0)));
        return Module { part: part_id(index), map };
    }
    let id = match plan.array {
        Connector::Mpo8 => "8",
        Connector::Mpo16 => "16",
        _ => "12",
    };
    let map = catalog.maps.iter().find(|map| {
        map.id.strip_prefix(family).and_then(|rest| rest.strip_prefix('-')) == Some(id)
    });
    Module { part: None, map }
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
    let pins = trunk_pins(plan, span.trunks.len(), false);
    let box_at = |module: Module, rear: Side, trunk: Option<Pins>| {
        let trunk = trunk.unwrap_or(Pins::Pinned);
        module.map.map(|map| cassette(plan, module.part, map, recipe.key, rear, trunk))
    };
    out.extend(box_at(module_a, Side::B, pins.first().map(|pins| pins[0])));
    for (index, (length, pins)) in span.trunks.iter().zip(&pins).enumerate() {
        if index > 0 {
            out.push(adapter(plan, recipe.key));
        }
        out.push(trunk(plan, recipe.trunk, *length, *pins));
    }
    out.extend(box_at(module_b, Side::A, pins.last().map(|pins| pins[1])));
    if let Some(cross) = span.cross.get(1) {
        out.push(duplex_cord(catalog, DuplexType::AToB, *cross, [lc, lc]));
        out.push(duplex_adapter(catalog));
    }
    out.push(duplex_cord(catalog, last, cord_b, [lc, plug_b]));
    out.push(transceiver(far, Side::B));
    out
}
