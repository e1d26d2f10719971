//! Text cases, goldens and independent checkers for Fiberlane.

#[cfg(not(target_family = "wasm"))]
pub mod checker;
#[cfg(not(target_family = "wasm"))]
pub mod goldens;
#[cfg(not(target_family = "wasm"))]
pub mod random;
