//! A plan as readable text: what `fiberlane plan` prints.

mod advice;
mod report;

pub use report::report;
