//! Every text case of `tests/cases`, a test by its name; the form is that of
//! `fiberlane_tests::cases`.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test says what is wrong by failing")]

use fiberlane_catalog::built_in;
use fiberlane_engine::{Value, plan, read_request, write_plan};
use fiberlane_tests::cases::{Case, Wrong, all, facts, holds};
use fiberlane_tests::checker::{Facts, check};
use fiberlane_tests::goldens::updating;
use libtest_mimic::{Arguments, Failed, Trial};
use serde_json::Value as Json;
use std::process::ExitCode;
use std::sync::Arc;

fn main() -> ExitCode {
    let facts = Arc::new(facts());
    let trials = all()
        .into_iter()
        .map(|case| {
            let facts = Arc::clone(&facts);
            let file = case.file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            Trial::test(case.name.clone(), move || run(&case, &facts)).with_kind(file)
        })
        .collect();
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

fn run(case: &Case, facts: &Facts) -> Result<(), Failed> {
    let value: Value = serde_json::from_str(&case.request)?;
    let wrong = match read_request(built_in(), &value) {
        Err(problems) => refused(case, &problems.iter().map(|p| &*p.field).collect::<Vec<_>>()),
        Ok(request) => {
            let text = write_plan(built_in(), &plan(built_in(), &request));
            let plan: Json = serde_json::from_str(&text)?;
            let mut wrong = judged(case, &plan);
            let found = check(facts, &serde_json::from_str(&case.request)?, &plan);
            wrong.extend(found.iter().map(|discrepancy| format!("checker: {discrepancy}")));
            wrong
        }
    };
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n").into()) }
}

/// The claims against the fields that were refused.
fn refused(case: &Case, fields: &[&str]) -> Vec<String> {
    let claims = case.claims.iter().enumerate();
    let wrong = claims.filter_map(|(index, claim)| match claim.strip_prefix("refused ") {
        Some(field) if fields.contains(&field) => None,
        _ => Some(format!("{}: {claim}: refused are {fields:?}", case.place(index))),
    });
    wrong.collect()
}

/// The claims against the plan; a value that is another one is taken over where that is asked for.
fn judged(case: &Case, plan: &Json) -> Vec<String> {
    let mut wrong = Vec::new();
    for (index, claim) in case.claims.iter().enumerate() {
        match holds(plan, claim) {
            Ok(()) => {}
            Err(Wrong::Value(value)) if updating() => case.rewrite(index, &value),
            Err(why) => wrong.push(format!("{}: {claim}: {why}", case.place(index))),
        }
    }
    wrong
}
