//! `fiberlane explain`.

use crate::BAD_INPUT;
use fiberlane_engine::checks::{explain, explanations};
use std::process::ExitCode;

pub(crate) fn run(code: Option<&str>) -> ExitCode {
    let Some(code) = code else {
        for explanation in explanations() {
            println!("{}  {}", explanation.code, explanation.title);
        }
        return ExitCode::SUCCESS;
    };
    match explain(code) {
        Some(found) => {
            println!("{}  {}\n\n{}", found.code, found.title, found.text);
            ExitCode::SUCCESS
        }
        None => {
            eprintln!("code: \"{code}\": no such code; `fiberlane explain` lists them all");
            ExitCode::from(BAD_INPUT)
        }
    }
}
