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
//! Each is a test by its name, `cargo test -p fiberlane-engine --test cases -- "S3 Base-12"`, and
//! its plan is re-checked by the independent checker. With `UPDATE_GOLDENS=1` a value that is
//! another one is rewritten where it stands; what is found or refused is for somebody to say.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "read by tests only, which say what is wrong by failing"
)]

use crate::checker::Facts;
use serde_json::Value as Json;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// One case.
#[derive(Clone, Debug)]
pub struct Case {
    /// What it is called, unlike every other.
    pub name: String,
    /// Its request as JSON.
    pub request: String,
    /// What must hold, a line each.
    pub claims: Vec<String>,
    /// Where it stands.
    pub file: PathBuf,
    /// Where each claim stands, from 0.
    lines: Vec<usize>,
}

/// A path below the folder of the tests.
#[must_use]
pub fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The tables of the independent checker.
#[must_use]
pub fn facts() -> Facts {
    Facts::load(&here("facts")).unwrap_or_else(|error| panic!("facts: {error}"))
}

/// Every case of every file.
#[must_use]
pub fn all() -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let folder = fs::read_dir(here("cases")).expect("the folder of the cases");
    let mut files: Vec<PathBuf> = folder.flatten().map(|entry| entry.path()).collect();
    files.sort();
    for file in files {
        for (number, line) in read(&file).lines().enumerate() {
            let line = line.trim();
            if let Some(name) = line.strip_prefix("--- ") {
                cases.push(Case {
                    name: name.to_owned(),
                    request: String::new(),
                    claims: Vec::new(),
                    file: file.clone(),
                    lines: Vec::new(),
                });
            } else if line.is_empty() || line.starts_with('#') {
            } else {
                let case = cases.last_mut().expect("a name before anything else");
                if !line.starts_with('{') {
                    case.claims.push(line.to_owned());
                    case.lines.push(number);
                    continue;
                }
                assert!(case.request.is_empty(), "{}: two requests", case.name);
                case.request = if line.contains("\"schema\"") {
                    line.to_owned()
                } else {
                    line.replacen('{', "{\"schema\":\"fiberlane.request/1\",", 1)
                };
            }
        }
    }
    cases
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
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

/// What a plan has where a claim points.
fn found(plan: &Json, path: &str) -> Result<String, String> {
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
    Ok(match found {
        Json::String(text) => text,
        other => other.to_string(),
    })
}

/// Whether a claim holds of a plan.
///
/// # Errors
///
/// What is there instead; the value alone where the claim names another one.
pub fn holds(plan: &Json, claim: &str) -> Result<(), Wrong> {
    let codes: Vec<&str> = plan["findings"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|finding| finding["code"].as_str())
        .collect();
    let said = |right: bool| {
        if right { Ok(()) } else { Err(Wrong::Claim(format!("the findings are {codes:?}"))) }
    };
    if let Some(code) = claim.strip_prefix("finding ") {
        return said(codes.contains(&code));
    }
    if let Some(code) = claim.strip_prefix("no finding ") {
        return said(!codes.contains(&code));
    }
    if claim.starts_with("refused ") {
        return Err(Wrong::Claim("a plan was made".to_owned()));
    }
    let (path, wanted) =
        claim.split_once(" = ").ok_or_else(|| Wrong::Claim("no such claim".to_owned()))?;
    match found(plan, path).map_err(Wrong::Claim)? {
        text if text == wanted => Ok(()),
        text => Err(Wrong::Value(text)),
    }
}

/// Why a claim does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// The plan has this value where the claim has another.
    Value(String),
    /// Something that no value mends.
    Claim(String),
}

impl std::fmt::Display for Wrong {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Value(value) => write!(f, "it is {value}"),
            Self::Claim(why) => f.write_str(why),
        }
    }
}

impl Case {
    /// `file:line` of a claim.
    #[must_use]
    pub fn place(&self, claim: usize) -> String {
        format!("{}:{}", self.file.display(), self.lines[claim] + 1)
    }

    /// Writes another value into the line of a claim.
    pub fn rewrite(&self, claim: usize, value: &str) {
        // Cases run at once, and a file has many.
        static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
        let _guard = ONE_AT_A_TIME.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let text = read(&self.file);
        let mut lines: Vec<&str> = text.split('\n').collect();
        let line = &mut lines[self.lines[claim]];
        assert_eq!(line.trim(), self.claims[claim], "{}: changed meanwhile", self.place(claim));
        let (path, _) = line.split_once(" = ").expect("a claim of a value");
        let new = format!("{path} = {value}");
        *line = &new;
        fs::write(&self.file, lines.join("\n")).expect("a file that can be written");
    }
}

#[cfg(test)]
mod tests {
    use super::{Case, Wrong, all, holds};
    use serde_json::json;
    use std::collections::BTreeSet;
    use std::fs;

    #[test]
    fn claims_hold_or_say_why_not() {
        let plan = json!({
            "verdict": "pass", "findings": [{ "code": "ASM001" }],
            "recommended": { "bom": [{ "kind": "cord", "quantity": 4 }] },
            "growth": [{ "application": "a b", "step": "never" }],
            "options": { "fiber": [{ "value": "OM4", "state": "chosen" }] },
        });
        for claim in [
            "verdict = pass",
            "finding ASM001",
            "no finding LOS001",
            "bom cord quantity = 4",
            "growth a b|step = never",
            "option fiber OM4|state = chosen",
            "findings.0.code = ASM001",
            "recommended.fiber = null",
        ] {
            assert_eq!(holds(&plan, claim), Ok(()), "{claim}");
        }
        assert_eq!(holds(&plan, "bom cord quantity = 5"), Err(Wrong::Value("4".to_owned())));
        for claim in [
            "finding LOS001",
            "no finding ASM001",
            "refused links",
            "bom trunk legs = 4",
            "growth c|step = never",
            "nonsense",
        ] {
            assert!(matches!(holds(&plan, claim), Err(Wrong::Claim(_))), "{claim}");
        }
    }

    #[test]
    fn a_value_is_rewritten_where_it_stands() {
        let file = std::env::temp_dir().join(format!("case-{}.txt", std::process::id()));
        fs::write(&file, "--- a\n{}\nverdict = pass\nx = 1\n").expect("a temporary file");
        let case = Case {
            name: "a".to_owned(),
            request: "{}".to_owned(),
            claims: vec!["verdict = pass".to_owned(), "x = 1".to_owned()],
            file: file.clone(),
            lines: vec![2, 3],
        };
        case.rewrite(1, "2 = 3");
        let text = fs::read_to_string(&file).expect("the same file");
        assert_eq!(text, "--- a\n{}\nverdict = pass\nx = 2 = 3\n");
        fs::remove_file(file).expect("the same file");
    }

    #[test]
    fn every_case_has_a_name_of_its_own_a_request_and_a_claim() {
        let cases = all();
        let names: BTreeSet<&str> = cases.iter().map(|case| case.name.as_str()).collect();
        assert_eq!(names.len(), cases.len());
        assert!(cases.len() > 90, "{} cases", cases.len());
        for case in &cases {
            assert!(!case.request.is_empty() && !case.claims.is_empty(), "{}", case.name);
        }
    }
}
