//! JSON in and out: the value that readers hand over and the one serializer of the canonical plan.

mod advice;
mod json;
mod options;
mod place;
mod plan;
mod request;
mod value;

pub use json::Json;
pub use plan::{PLAN_SCHEMA, write_plan, write_request};
pub use value::Value;
