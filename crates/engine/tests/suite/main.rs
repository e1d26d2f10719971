//! The engine: enumerations, published tables, properties.
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

mod advice;
mod cases;
mod faults;
mod findings;
mod fragments;
mod gender;
mod independent;
mod maps;
mod metamorphic;
mod properties;
mod silent;
mod sweep;
mod traces;
mod vectors;
