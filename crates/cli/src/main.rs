//! `fiberlane`: the engine on the command line.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "printing is what a command does")]

mod applications;
mod explain;
mod plan;
mod report;

use std::process::ExitCode;

mod flags {
    #![allow(missing_docs, reason = "the macro documents its fields in its own help text")]

    use std::path::PathBuf;

    xflags::xflags! {
        /// Plans MPO/MTP cabling: a request in, a proven set of parts out.
        cmd fiberlane {
            /// Plan one request: a JSON file, or - for standard input.
            cmd plan {
                /// The request.
                required request: PathBuf
                /// text (default) or json.
                optional --format format: String
            }
            /// List the applications of the catalog.
            cmd applications {
                /// Only those at this speed, such as 400G.
                optional --speed speed: String
                /// text (default) or json.
                optional --format format: String
            }
            /// Explain a finding code, or list all.
            cmd explain {
                /// The code, such as LOS001.
                optional code: String
            }
        }
    }
}

/// Bad input: every problem is on standard error.
const BAD_INPUT: u8 = 2;
/// The plan's verdict is fail or not checked.
const NOT_PASSED: u8 = 3;

fn main() -> ExitCode {
    let flags = match flags::Fiberlane::from_env() {
        Ok(flags) => flags,
        Err(error) if error.is_help() => {
            print!("{error}");
            return ExitCode::SUCCESS;
        }
        Err(error) => {
            eprintln!("fiberlane: {error}");
            return ExitCode::from(BAD_INPUT);
        }
    };
    match flags.subcommand {
        flags::FiberlaneCmd::Plan(plan) => plan::run(&plan.request, plan.format.as_deref()),
        flags::FiberlaneCmd::Applications(list) => {
            applications::run(list.speed.as_deref(), list.format.as_deref())
        }
        flags::FiberlaneCmd::Explain(explain) => explain::run(explain.code.as_deref()),
    }
}

/// Whether JSON is wanted.
///
/// # Errors
/// With the exit code, when the format is neither text nor json.
fn wants_json(format: Option<&str>) -> Result<bool, ExitCode> {
    match format {
        None | Some("text") => Ok(false),
        Some("json") => Ok(true),
        Some(other) => {
            eprintln!("--format: \"{other}\": text or json is needed");
            Err(ExitCode::from(BAD_INPUT))
        }
    }
}
