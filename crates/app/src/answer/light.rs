//! Pointing at a part lights it everywhere: in the drawing, the chart and the order.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event};

const ATTRIBUTE: &str = "data-part";

/// Lights what belongs to the part under the pointer or the focus.
pub(crate) fn point(event: &Event) {
    let Some(root) = current(event) else { return };
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let hit = target.and_then(|target| target.closest("[data-part]").ok().flatten());
    let parts = hit.and_then(|element| element.get_attribute(ATTRIBUTE)).unwrap_or_default();
    light(&root, &parts);
}

/// Puts the lights out.
pub(crate) fn leave(event: &Event) {
    if let Some(root) = current(event) {
        light(&root, "");
    }
}

fn current(event: &Event) -> Option<Element> {
    event.current_target().and_then(|target| target.dyn_into().ok())
}

/// Sets the class on every element that names one of the parts.
fn light(root: &Element, parts: &str) {
    let Ok(all) = root.query_selector_all("[data-part]") else {
        return;
    };
    for index in 0..all.length() {
        let Some(element) = all.item(index).and_then(|node| node.dyn_into::<Element>().ok()) else {
            continue;
        };
        let own = element.get_attribute(ATTRIBUTE).unwrap_or_default();
        let lit = own.split(' ').any(|part| parts.split(' ').any(|other| part == other));
        let lit = lit && !parts.is_empty();
        let _ = element.class_list().toggle_with_force("lit", lit);
    }
}
