//! Text cases, goldens and independent checkers for Fiberlane.
//!
//! Nothing of ours is imported here: any room's tests may stand on it.

#[cfg(not(target_family = "wasm"))]
pub mod cases;
#[cfg(not(target_family = "wasm"))]
pub mod checker;
#[cfg(not(target_family = "wasm"))]
pub mod goldens;
#[cfg(not(target_family = "wasm"))]
pub mod random;
