//! Steps: a heading, the commands with their output as it comes, the time taken.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// Runs a step under a heading and prints how long it took, also when it failed.
pub(crate) fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("==> {name}");
    let start = Instant::now();
    let outcome = work();
    let word = if outcome.is_ok() { "done" } else { "FAILED" };
    println!("    {name}: {word} in {}", seconds(start.elapsed()));
    outcome.with_context(|| name.to_owned())
}

/// A duration as seconds with one decimal.
pub(crate) fn seconds(time: Duration) -> String {
    format!("{}.{} s", time.as_secs(), time.subsec_millis() / 100)
}

/// Prints an error with its causes where errors belong.
pub(crate) fn complain(error: &anyhow::Error) {
    // What went to standard output so far must not appear below the error in a shared log.
    let _ = std::io::stdout().flush();
    let mut stderr = std::io::stderr().lock();
    let _ = writeln!(stderr, "error: {error:#}");
}

/// Runs a command, shows every line of its standard output at once and gives it to `on_line`.
///
/// Standard error stays the terminal's own, so that cargo's progress bar works.
pub(crate) fn stream(command: xshell::Cmd<'_>, mut on_line: impl FnMut(&str)) -> Result<()> {
    let text = command.to_string();
    println!("$ {text}");
    let mut child = Command::from(command)
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start `{text}`"))?;
    if let Some(stdout) = child.stdout.take() {
        let mut reader = BufReader::new(stdout);
        let mut bytes = Vec::new();
        while reader.read_until(b'\n', &mut bytes)? > 0 {
            let line = String::from_utf8_lossy(&bytes);
            let line = line.trim_end_matches(['\n', '\r']);
            println!("{line}");
            on_line(line);
            bytes.clear();
        }
    }
    let status = child.wait()?;
    if !status.success() {
        bail!("`{text}`: {status}");
    }
    Ok(())
}
