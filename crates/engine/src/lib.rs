//! Request in, plan out: the engine of Fiberlane.
//!
//! Pure, total and deterministic. The engine reads no file, no clock and no network, decides
//! nothing by floats, and always answers: [`plan`] is a function of a catalog and a request. Errors
//! exist only where text comes in, in [`read_request`] and [`decode_fragment`]. Only the spread of
//! the loss, in [`mod@advice`], is worked out in floats: in a fixed order, the same everywhere.
//!
//! The way of a request: [`design`] completes the open choices, [`assemble`] makes the channel end
//! to end, [`proof`] follows every lane, [`loss`] lists the terms of the sum, [`order`] counts the
//! parts, [`checks`] judge, and [`wire`] writes it down. What passes is said once, in
//! [`mod@verdict`] and [`results`].
#![forbid(unsafe_code)]

pub mod advice;
pub mod assemble;
pub mod assumes;
pub mod channel;
pub mod checks;
pub mod cost;
pub mod describe;
pub mod design;
pub mod end;
pub mod finding;
pub mod limits;
pub mod link;
pub mod loss;
mod merge;
pub mod optic;
pub mod order;
mod order_by;
mod plan;
pub mod pool;
pub mod proof;
pub mod request;
pub mod results;
pub mod verdict;
pub mod wire;
mod words;

pub use plan::{Plan, Verdicts, advice, plan, verdict};
pub use request::{Request, decode_fragment, encode_fragment, read_request};
pub use wire::{Value, write_plan, write_request};
