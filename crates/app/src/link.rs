//! The address: everything is in its fragment.

use fiberlane_engine::Request;

/// Whether a change is an entry of its own in the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Entry {
    /// A choice: Back undoes it.
    New,
    /// A keystroke.
    Same,
}

/// The request in the address, or `otherwise` with what is wrong.
#[cfg(feature = "csr")]
pub(crate) fn read(otherwise: &Request) -> (Request, Option<String>) {
    use crate::voice::{say, text};
    use fiberlane_catalog::built_in;
    use fiberlane_engine::decode_fragment;
    use fiberlane_engine::request::FragmentError;

    let hash = web_sys::window().and_then(|window| window.location().hash().ok());
    let hash = hash.unwrap_or_default();
    if hash.is_empty() || hash == "#" {
        return (crate::example::opening(), None);
    }
    if !hash.starts_with("#fl=") {
        // An anchor of the page, such as a skip link.
        return (otherwise.clone(), None);
    }
    match decode_fragment(built_in(), &hash) {
        Ok(request) => (request, None),
        Err(error) => {
            let words = match error {
                FragmentError::Version => text("link.version"),
                FragmentError::Damaged => text("link.damaged"),
                FragmentError::Field(field) => {
                    say(|voice| voice.fill("link.field", &[("field", field)]))
                }
            };
            (otherwise.clone(), Some(words))
        }
    }
}

/// Nothing is in the address of a static page.
#[cfg(not(feature = "csr"))]
pub(crate) fn read(otherwise: &Request) -> (Request, Option<String>) {
    (otherwise.clone(), None)
}

/// Writes the request to the address.
#[cfg(feature = "csr")]
pub(crate) fn write(request: &Request, entry: Entry) {
    use fiberlane_catalog::built_in;
    use fiberlane_engine::encode_fragment;

    let Some(history) = web_sys::window().and_then(|window| window.history().ok()) else {
        return;
    };
    let url = format!("#{}", encode_fragment(built_in(), request));
    let null = wasm_bindgen::JsValue::NULL;
    // A sandboxed frame may refuse; the page works on without the address.
    let _ = match entry {
        Entry::New => history.push_state_with_url(&null, "", Some(&url)),
        Entry::Same => history.replace_state_with_url(&null, "", Some(&url)),
    };
}
