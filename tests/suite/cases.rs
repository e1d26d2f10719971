//! Requests to plan, and their plans; what a case says is in `fiberlane_tests::cases`.

pub(crate) use fiberlane_tests::cases::{all, here};

use fiberlane_catalog::built_in;
use fiberlane_engine::{Value, plan, read_request, write_plan};

/// The canonical plan of a request, or the fields that were refused.
pub(crate) fn planned(request: &str) -> Result<String, Vec<String>> {
    let value: Value = serde_json::from_str(request).unwrap();
    match read_request(built_in(), &value) {
        Ok(request) => Ok(write_plan(built_in(), &plan(built_in(), &request))),
        Err(problems) => {
            for problem in &problems {
                assert!(!problem.right.to_string().is_empty(), "{problem}");
            }
            Err(problems.into_iter().map(|problem| problem.field).collect())
        }
    }
}
