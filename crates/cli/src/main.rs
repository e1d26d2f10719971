//! `fiberlane`: the engine on the command line.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "printing is what a command does")]

mod applications;
mod explain;
mod plan;
mod sources;

use clap::{Parser, Subcommand, ValueEnum};
use std::path::PathBuf;
use std::process::ExitCode;

/// Plans MPO/MTP cabling: a request in, a proven set of parts out.
#[derive(Parser)]
#[command(name = "fiberlane", version)]
struct Flags {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Plan one request.
    ///
    /// Exit code 0 when the verdict is pass or tight, 3 when it is fail or not checked, 2 for bad
    /// input with every problem on standard error.
    Plan {
        /// The request: a JSON file, or - for standard input.
        request: PathBuf,
        /// How to print the plan.
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
    },
    /// List the applications of the catalog.
    Applications {
        /// Only those at this speed, such as 400G.
        #[arg(long)]
        speed: Option<String>,
        /// How to print them.
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
    },
    /// Print where the figures of an application or module come from.
    Sources {
        /// Name of the application or module; all of them when left out.
        subject: Option<String>,
        /// How to print them.
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
    },
    /// Explain a finding code, or list all.
    Explain {
        /// The code, such as LOS001.
        code: Option<String>,
    },
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

/// Bad input: every problem is on standard error.
const BAD_INPUT: u8 = 2;
/// The plan's verdict is fail or not checked.
const NOT_PASSED: u8 = 3;

fn main() -> ExitCode {
    match Flags::parse().command {
        Command::Plan { request, format } => plan::run(&request, format),
        Command::Applications { speed, format } => applications::run(speed.as_deref(), format),
        Command::Sources { subject, format } => sources::run(subject.as_deref(), format),
        Command::Explain { code } => explain::run(code.as_deref()),
    }
}
