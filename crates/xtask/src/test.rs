//! `cargo xtask test`: everything that must hold before a change is done.

use std::net::{Ipv4Addr, TcpListener};
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use xshell::cmd;

use crate::flags::Test;
use crate::steps::{complain, seconds, step, stream};
use crate::totals::{Slowest, Totals, of_cargo, of_playwright};
use crate::workspace::{APP, BINDINGS, WASM, Workspace};
use crate::{check, chromium, dist, tools};

type Step = (&'static str, fn(&Workspace, &mut Seen) -> Result<()>);

/// What the runners said.
#[derive(Default)]
struct Seen {
    totals: Totals,
    slowest: Slowest,
}

/// In the order in which they run: cheap before dear.
const STEPS: [Step; 7] = [
    ("fmt", |workspace, _| Ok(cmd!(workspace.sh, "cargo fmt --all --check").run()?)),
    ("clippy", |workspace, _| clippy(workspace)),
    ("test", native),
    ("check", |workspace, _| check::run(workspace)),
    ("dist", |workspace, _| dist::build(workspace, dist::Kind::Release)),
    ("browser", browser),
    ("doc", |workspace, _| doc(workspace)),
];

/// Runs the steps, stops at the first that fails, and ends with the runners' own totals.
pub(crate) fn run(workspace: &Workspace, flags: &Test) -> Result<()> {
    let chosen = chosen(workspace, flags.only.as_deref())?;
    prepare(workspace, &chosen)?;

    let mut seen = Seen::default();
    let mut times: Vec<(&str, Duration)> = Vec::new();
    let mut outcome = Ok(());
    for (name, work) in STEPS.iter().filter(|(name, _)| chosen.contains(name)) {
        let start = Instant::now();
        outcome = step(name, || work(workspace, &mut seen));
        times.push((name, start.elapsed()));
        if outcome.is_err() {
            break;
        }
    }

    summarize(&seen, &times);
    if let Err(error) = &outcome {
        complain(error);
    }
    println!("{} passed, {} failed", seen.totals.passed, seen.totals.failed);
    if outcome.is_err() {
        std::process::exit(1);
    }
    Ok(())
}

fn summarize(seen: &Seen, times: &[(&str, Duration)]) {
    println!("==> summary");
    for (name, time) in times {
        println!("    {name:<8} {:>10}", seconds(*time));
    }
    if seen.slowest.iter().next().is_some() {
        // Of the native tests only their steps are timed: their runner gives no times.
        println!("    the ten slowest browser tests:");
    }
    for (time, name) in seen.slowest.iter() {
        println!("    {:>10}  {name}", seconds(time));
    }
}

fn chosen(workspace: &Workspace, only: Option<&str>) -> Result<Vec<&'static str>> {
    let all = STEPS.map(|(name, _)| name);
    let Some(only) = only else {
        return Ok(all.to_vec());
    };
    for name in only.split(',') {
        if !all.contains(&name) {
            bail!("--only {name}: no such step; there are {}", all.join(", "));
        }
    }
    let named = |step: &str| only.split(',').any(|name| name == step);
    // The browser tests need a site; without one, build it first.
    let built = workspace.root.join("dist/index.html").exists();
    let wanted = |step: &str| named(step) || (step == "dist" && named("browser") && !built);
    Ok(all.into_iter().filter(|step| wanted(step)).collect())
}

/// Installs what the chosen steps need, so that nothing is found missing half way through.
fn prepare(workspace: &Workspace, chosen: &[&str]) -> Result<()> {
    if chosen.contains(&"dist") {
        tools::for_the_page(workspace)?;
    } else {
        tools::for_cargo(workspace)?;
    }
    if chosen.contains(&"browser") {
        tools::npm_modules(workspace)?;
        chromium::ensure(&workspace.sh)?;
    }
    Ok(())
}

fn clippy(workspace: &Workspace) -> Result<()> {
    let sh = &workspace.sh;
    cmd!(
        sh,
        "cargo clippy --workspace --all-targets --exclude {APP} --exclude {BINDINGS} -- -D warnings"
    )
    .run()?;
    if workspace.package(APP).is_some() {
        cmd!(
            sh,
            "cargo clippy -p {APP} --no-default-features --features ssr --all-targets -- -D warnings"
        )
        .run()?;
        cmd!(
            sh,
            "cargo clippy -p {APP} --no-default-features --features csr --target {WASM} --lib --bin {APP} -- -D warnings"
        )
        .run()?;
    }
    if workspace.package(BINDINGS).is_some() {
        cmd!(sh, "cargo clippy -p {BINDINGS} --target {WASM} -- -D warnings").run()?;
    }
    Ok(())
}

fn native(workspace: &Workspace, seen: &mut Seen) -> Result<()> {
    let sh = &workspace.sh;
    // Every test binary runs even if one fails, so that the totals are whole.
    let command =
        cmd!(sh, "cargo test --workspace --no-fail-fast --exclude {APP} --exclude {BINDINGS}");
    stream(command, |line| seen.totals += of_cargo(line))
}

fn browser(workspace: &Workspace, seen: &mut Seen) -> Result<()> {
    let sh = &workspace.sh;
    // A free port, so that two clones can be tested at once.
    let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
    let _folder = sh.push_dir("tests/browser");
    let playwright = "node_modules/@playwright/test/cli.js";
    let command = cmd!(sh, "node {playwright} test")
        .env("FIBERLANE_TEST_PORT", port.to_string())
        // Colors would hide the totals.
        .env_remove("FORCE_COLOR")
        .env("NO_COLOR", "1");
    stream(command, |line| {
        seen.totals += of_playwright(line);
        seen.slowest.look_at(line);
    })
}

fn doc(workspace: &Workspace) -> Result<()> {
    let sh = &workspace.sh;
    let _flags = sh.push_env("RUSTDOCFLAGS", "-D warnings");
    cmd!(sh, "cargo doc --no-deps --workspace --exclude {APP} --exclude {BINDINGS}").run()?;
    if workspace.package(APP).is_some() {
        cmd!(sh, "cargo doc --no-deps -p {APP} --lib --no-default-features --features ssr")
            .run()?;
    }
    if workspace.package(BINDINGS).is_some() {
        cmd!(sh, "cargo doc --no-deps -p {BINDINGS} --target {WASM}").run()?;
    }
    Ok(())
}
