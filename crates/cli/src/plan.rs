//! `fiberlane plan`.

use crate::{BAD_INPUT, Format, NOT_PASSED};
use fiberlane_catalog::built_in;
use fiberlane_cli::report;
use fiberlane_engine::{Request, Value, read_request, write_plan};
use fiberlane_messages::{Spoken, Unit, Words};
use std::io::Read as _;
use std::path::Path;
use std::process::ExitCode;
use std::{fs, io};

pub(crate) fn run(file: &Path, format: Format) -> ExitCode {
    let request = match read(file) {
        Ok(request) => request,
        Err(problems) => {
            for problem in problems {
                eprintln!("{problem}");
            }
            return ExitCode::from(BAD_INPUT);
        }
    };
    let plan = fiberlane_engine::plan(built_in(), &request);
    if format == Format::Json {
        println!("{}", write_plan(built_in(), &plan));
    } else {
        let spoken = Spoken::new(Words::english(), Unit::Meters, built_in());
        print!("{}", report(spoken.voice(), &plan));
    }
    if plan.first.verdict.passes() { ExitCode::SUCCESS } else { ExitCode::from(NOT_PASSED) }
}

/// Reads a request; every problem names its place.
fn read(file: &Path) -> Result<Request, Vec<String>> {
    let name = if file == Path::new("-") {
        "standard input".to_owned()
    } else {
        file.display().to_string()
    };
    let bytes = if file == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        fs::read(file)
    }
    .map_err(|error| vec![format!("{name}: {error}")])?;
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(vec![format!("{name}: empty: a JSON request is needed")]);
    }
    let value: Value = serde_json::from_slice(&bytes)
        .map_err(|error| vec![format!("{name}: not a JSON text: {error}")])?;
    read_request(built_in(), &value)
        .map_err(|problems| problems.iter().map(|p| format!("{name}: {p}")).collect())
}
