//! `cargo xtask`: everything that is done to this repository, by one program.
//!
//! It needs rustup's cargo, Node with npm, and a C compiler; every other tool it installs itself,
//! by exact version, into a cache outside the target folder.

// A task runner talks to the person who started it.
#![allow(clippy::print_stdout)]

mod assets;
mod check;
mod chromium;
mod dist;
mod flags;
mod install;
mod inventory;
mod licenses;
mod links;
mod serve;
mod sizes;
mod steps;
mod test;
mod tidy;
mod tools;
mod totals;
mod words;
mod workspace;

use std::process::ExitCode;

use crate::flags::{Xtask, XtaskCmd};
use crate::workspace::Workspace;

fn main() -> ExitCode {
    let flags = Xtask::from_env_or_exit();
    let outcome = Workspace::open().and_then(|workspace| match flags.subcommand {
        XtaskCmd::Serve(flags) => serve::run(&workspace, &flags),
        XtaskCmd::Dist(flags) => dist::run(&workspace, &flags),
        XtaskCmd::Stage(_) => serve::stage(&workspace),
        XtaskCmd::Check(_) => check::run(&workspace),
        XtaskCmd::Test(flags) => test::run(&workspace, &flags),
    });
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            steps::complain(&error);
            ExitCode::FAILURE
        }
    }
}
