//! Text cases: many to a file. A case is `--- name`, a request on one line (the schema is added
//! where it is missing), and what must hold of its plan, a line each:
//!
//! - `path.to.field = value`, the value as the canonical plan writes it;
//! - `bom KIND FIELD = value`, of the first order line of that kind;
//! - `growth APPLICATION|FIELD = value`, `base BASE|FIELD = value`, `choosing ITEM|FIELD = value` and
//!   `option FIELD VALUE|FIELD = value`, of the row of that name;
//! - `finding CODE` and `no finding CODE`;
//! - `refused FIELD`: no plan at all, and this field is among the problems.
//!
//! Every plan is re-checked by the independent checker as well.

use fiberlane_catalog::built_in;
use fiberlane_engine::{Value, plan, read_request, write_plan};
use fiberlane_tests::checker::{Facts, check};
use serde_json::Value as Json;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

pub(crate) fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

pub(crate) fn facts() -> Facts {
    Facts::load(&here("facts")).unwrap()
}

/// The canonical plan of a request, or the fields that were refused.
pub(crate) fn planned(request: &str) -> Result<String, Vec<String>> {
    let value: Value = serde_json::from_str(request).unwrap();
    match read_request(built_in(), &value) {
        Ok(request) => Ok(write_plan(built_in(), &plan(built_in(), &request))),
        Err(problems) => {
            for problem in &problems {
                assert!(!problem.right.is_empty(), "{problem}");
            }
            Err(problems.into_iter().map(|problem| problem.field).collect())
        }
    }
}

pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) request: String,
    pub(crate) claims: Vec<String>,
}

pub(crate) fn all() -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut files: Vec<_> =
        fs::read_dir(here("cases")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for file in files {
        for line in fs::read_to_string(&file).unwrap().lines() {
            let line = line.trim();
            if let Some(name) = line.strip_prefix("--- ") {
                let (name, request, claims) = (name.to_owned(), String::new(), Vec::new());
                cases.push(Case { name, request, claims });
            } else if line.is_empty() || line.starts_with('#') {
            } else if line.starts_with('{') {
                let case = cases.last_mut().unwrap();
                case.request = if line.contains("\"schema\"") {
                    line.to_owned()
                } else {
                    line.replacen('{', "{\"schema\":\"fiberlane.request/1\",", 1)
                };
            } else {
                cases.last_mut().unwrap().claims.push(line.to_owned());
            }
        }
    }
    cases
}

/// What stands at a path; a number is the place in a list.
fn walk(from: &Json, path: &str) -> Json {
    path.split('.').fold(from.clone(), |value, key| match key.parse::<usize>() {
        Ok(index) if value.is_array() => value[index].clone(),
        _ => value[key].clone(),
    })
}

/// The row of a table of the plan that a claim is about, and the field in it.
fn row<'a, 'b>(plan: &'a Json, path: &'b str) -> Result<Option<(&'a Json, &'b str)>, String> {
    let Some((table, rest)) = path.split_once(' ') else { return Ok(None) };
    let (name, field) = rest.split_once('|').ok_or("TABLE NAME|FIELD")?;
    let is = |value: &Json, name: &str| {
        let text = value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned);
        text == name
    };
    let (rows, keys, name) = match table {
        "growth" => (&plan["growth"], &["application"][..], name),
        "base" => (&plan["bases"], &["base", "conversion"][..], name),
        "choosing" => (&plan["choosing"]["items"], &["item"][..], name),
        "option" => {
            let (option, value) = name.split_once(' ').ok_or("option FIELD VALUE|FIELD")?;
            (&plan["options"][option], &["value"][..], value)
        }
        _ => return Err(format!("no table {table}")),
    };
    let rows = rows.as_array().ok_or("no such table")?;
    let hit = rows.iter().find(|row| keys.iter().any(|key| is(&row[*key], name)));
    hit.map(|row| Some((row, field))).ok_or_else(|| "no such row".to_owned())
}

fn holds(plan: &Json, claim: &str) -> Result<(), String> {
    let codes: Vec<&str> = plan["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| finding["code"].as_str().unwrap())
        .collect();
    if let Some(code) = claim.strip_prefix("finding ") {
        return if codes.contains(&code) { Ok(()) } else { Err(format!("{codes:?}")) };
    }
    if let Some(code) = claim.strip_prefix("no finding ") {
        return if codes.contains(&code) { Err(format!("{codes:?}")) } else { Ok(()) };
    }
    let (path, wanted) = claim.split_once(" = ").ok_or("no such claim")?;
    let found = match path.strip_prefix("bom ") {
        Some(rest) => {
            let (kind, field) = rest.split_once(' ').ok_or("bom KIND FIELD")?;
            let lines = plan["recommended"]["bom"].as_array().ok_or("no order")?;
            let line = lines.iter().find(|line| line["kind"] == kind).ok_or("no such line")?;
            line[field].clone()
        }
        None => match row(plan, path)? {
            Some((row, field)) => walk(row, field),
            None => walk(plan, path),
        },
    };
    let text = match &found {
        Json::String(text) => text.clone(),
        other => other.to_string(),
    };
    if text == wanted { Ok(()) } else { Err(format!("found {text}")) }
}

#[test]
fn every_case_holds() {
    let facts = facts();
    let mut wrong = Vec::new();
    let cases = all();
    assert!(cases.len() > 90, "{} cases", cases.len());
    for case in &cases {
        assert!(!case.claims.is_empty(), "{}: claims nothing", case.name);
        let refusals: BTreeSet<&str> =
            case.claims.iter().filter_map(|claim| claim.strip_prefix("refused ")).collect();
        match planned(&case.request) {
            Err(fields) => {
                for field in &refusals {
                    if !fields.iter().any(|f| f == field) {
                        wrong.push(format!("{}: {field} not refused: {fields:?}", case.name));
                    }
                }
                if refusals.is_empty() {
                    wrong.push(format!("{}: refused: {fields:?}", case.name));
                }
            }
            Ok(text) => {
                let plan: Json = serde_json::from_str(&text).unwrap();
                for claim in &case.claims {
                    let result = if claim.starts_with("refused ") {
                        Err("a plan was made".to_owned())
                    } else {
                        holds(&plan, claim)
                    };
                    if let Err(found) = result {
                        wrong.push(format!("{}: {claim}: {found}", case.name));
                    }
                }
                let request: Json = serde_json::from_str(&case.request).unwrap();
                for discrepancy in check(&facts, &request, &plan) {
                    wrong.push(format!("{}: checker: {discrepancy}", case.name));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
