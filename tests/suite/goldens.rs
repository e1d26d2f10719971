//! What is said about some sixty requests, document by document, in `goldens/<request>/`:
//!
//! - `plan.json`: the canonical plan, its bytes broken into lines and nothing else;
//! - `report.txt`: what the command prints;
//! - `order.csv`: with plain line ends (the file has CR and LF) and without the byte order mark;
//! - `request.txt`: the request for quote;
//! - `quote.html`: the quote sheet, an element to a line;
//! - `refused.txt`: the problems instead, where a request is no request.
//!
//! The requests are `goldens/requests.txt`. Each is a test by its name;
//! `UPDATE_GOLDENS=1 cargo test -p fiberlane-tests --test goldens` rewrites them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    missing_docs,
    reason = "a test says what is wrong by failing"
)]

#[cfg(target_family = "wasm")]
fn main() {}

#[cfg(not(target_family = "wasm"))]
fn main() -> std::process::ExitCode {
    native::run()
}

#[cfg(not(target_family = "wasm"))]
mod native {
    use fiberlane_bindings::desk::quote_sheet;
    use fiberlane_catalog::built_in;
    use fiberlane_cli::report;
    use fiberlane_engine::{Value, plan, read_request, write_plan};
    use fiberlane_export::{Details, order_csv, rfq_text};
    use fiberlane_messages::{Spoken, Unit, Words};
    use fiberlane_tests::goldens::{Goldens, broken, joined, updating};
    use libtest_mimic::{Arguments, Failed, Trial};
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::{Path, PathBuf};
    use std::process::ExitCode;

    fn folder() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("goldens")
    }

    /// Names and requests.
    fn requests() -> Vec<(String, String)> {
        let text = fs::read_to_string(folder().join("requests.txt")).unwrap();
        let mut out: Vec<(String, String)> = Vec::new();
        for line in text.lines() {
            if let Some(name) = line.strip_prefix("--- ") {
                out.push((name.to_owned(), String::new()));
            } else if line.starts_with('{') {
                let request = &mut out.last_mut().expect("a name before a request").1;
                assert!(request.is_empty(), "two requests of one name: {line}");
                *request = line.replacen('{', "{\"schema\":\"fiberlane.request/1\",", 1);
            } else {
                assert!(line.is_empty() || line.starts_with('#'), "{line}");
            }
        }
        out
    }

    /// The head of the documents: every field that somebody may type.
    fn details() -> Details {
        Details {
            number: "Q-17".to_owned(),
            customer: "Example & Sons".to_owned(),
            date: "2025-03-04".to_owned(),
            prepared_by: "J. Doe".to_owned(),
            notes: "First line.\nSecond line.".to_owned(),
            link: "https://example.com/#fl=1.abc".to_owned(),
            brand: None,
        }
    }

    fn check(name: &str, request: &str) -> Result<(), Failed> {
        let mut goldens = Goldens::new(folder().join(name));
        let value: Value = serde_json::from_str(request)?;
        match read_request(built_in(), &value) {
            Err(problems) => {
                let lines: Vec<String> = problems.iter().map(|p| format!("{p}\n")).collect();
                goldens.check("refused.txt", &lines.concat());
            }
            Ok(request) => {
                let spoken = Spoken::new(Words::english(), Unit::Meters, built_in());
                let voice = spoken.voice();
                let plan = plan(built_in(), &request);
                let canonical = write_plan(built_in(), &plan);
                let lines = broken(&canonical);
                assert_eq!(joined(&lines), canonical);
                goldens.check("plan.json", &lines);
                goldens.check("report.txt", &report(voice, &plan));
                goldens.check("order.csv", &csv(&order_csv(voice, &plan.first)));
                goldens.check("request.txt", &rfq_text(voice, &request, &plan.first, &details()));
                let sheet = quote_sheet(voice, &request, &plan.first, &details());
                let elements = sheet.replace("><", ">\n<");
                assert_eq!(elements.replace(">\n<", "><"), sheet);
                goldens.check("quote.html", &(elements + "\n"));
            }
        }
        goldens.finish().map_err(Failed::from)
    }

    /// CR and LF would be shown as a change of every line, and are looked at elsewhere.
    fn csv(text: &str) -> String {
        let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
        text.replace("\r\n", "\n")
    }

    /// Every folder belongs to a request, and no two requests have one name.
    fn nothing_is_left_over(names: &[String]) -> Result<(), Failed> {
        let known: BTreeSet<&str> = names.iter().map(String::as_str).collect();
        if known.len() != names.len() {
            return Err("two requests have one name".into());
        }
        for entry in fs::read_dir(folder())? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if name == "requests.txt" || known.contains(&*name) {
                continue;
            }
            if updating() && path.is_dir() {
                fs::remove_dir_all(path)?;
            } else {
                return Err(format!("{} belongs to no request", path.display()).into());
            }
        }
        Ok(())
    }

    pub(crate) fn run() -> ExitCode {
        let requests = requests();
        let names: Vec<String> = requests.iter().map(|(name, _)| name.clone()).collect();
        let mut trials: Vec<Trial> = requests
            .into_iter()
            .map(|(name, request)| Trial::test(name.clone(), move || check(&name, &request)))
            .collect();
        trials.push(Trial::test("nothing_is_left_over", move || nothing_is_left_over(&names)));
        libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
    }
}
