//! What takes several rooms: documents, drawings, words, guidance. What takes only the engine is
//! in its own tests.
#![cfg(not(target_family = "wasm"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::iter_over_hash_type,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::float_arithmetic,
    missing_docs,
    reason = "a test says what is wrong by failing"
)]

mod cases;
mod desk;
mod drawing;
mod guidance;
mod locale;
mod locales;
mod page_doc;
mod problems;
mod search;
mod voices;
mod wire_doc;
