//! Finds a Chromium for the browser tests, or installs Debian's where that is possible.

use anyhow::{Result, bail};
use xshell::{Shell, cmd};

use crate::steps::step;

/// Tried in this order after the environment's choice.
const NAMES: [&str; 5] = [
    "/usr/bin/chromium",
    "chromium",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const VARIABLE: &str = "FIBERLANE_CHROMIUM";

/// Makes sure that the shell's `FIBERLANE_CHROMIUM` names a browser that starts.
pub(crate) fn ensure(sh: &Shell) -> Result<()> {
    if let Ok(chosen) = sh.var(VARIABLE) {
        if !starts(sh, &chosen) {
            bail!("{VARIABLE} is `{chosen}`, which does not start");
        }
        return Ok(());
    }
    let mut found = NAMES.iter().find(|name| starts(sh, name));
    if found.is_none() {
        install(sh)?;
        found = NAMES.iter().find(|name| starts(sh, name));
    }
    let Some(name) = found else {
        bail!("Chromium was installed but does not start; set {VARIABLE} to one that does");
    };
    sh.set_var(VARIABLE, on_path(name));
    Ok(())
}

/// Whether it prints a version; a distribution's placeholder for another package format does not.
fn starts(sh: &Shell, program: &str) -> bool {
    cmd!(sh, "{program} --version").quiet().ignore_stderr().read().is_ok()
}

/// The full path of a program, which Playwright insists on.
fn on_path(name: &str) -> String {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .map(|folder| folder.join(name))
        .find(|program| program.is_file())
        .map_or_else(|| name.to_owned(), |program| program.display().to_string())
}

fn install(sh: &Shell) -> Result<()> {
    let works = |program: &str, argument: &str| {
        cmd!(sh, "{program} {argument}").quiet().ignore_stdout().ignore_stderr().run().is_ok()
    };
    let root = cmd!(sh, "id -u").quiet().ignore_stderr().read().is_ok_and(|id| id == "0");
    let sudo: &[&str] = if root { &[] } else { &["sudo", "-n"] };
    if !works("apt-get", "--version") || !(root || works("sudo", "-n true")) {
        bail!("no Chromium found: install Chromium or Chrome, or set {VARIABLE} to its path");
    }
    step("install Chromium (once)", || {
        let quiet: &[&str] = &["env", "DEBIAN_FRONTEND=noninteractive"];
        for rest in [&["update"][..], &["install", "-y", "chromium"]] {
            let words = [sudo, quiet, &["apt-get"], rest].concat();
            let (program, arguments) = (words[0], &words[1..]);
            cmd!(sh, "{program} {arguments...}").run()?;
        }
        Ok(())
    })
}
