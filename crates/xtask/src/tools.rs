//! The tools that are not rustup's: which, of what version, and where they are kept.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use xshell::cmd;

use crate::install::{self, CargoTool};
use crate::links;
use crate::steps::step;
use crate::workspace::{WASM, Workspace};

/// The last Trunk that compiles with the Rust this workspace asks for.
const TRUNK: &str = "0.21.14";
/// Playwright and the bundlers ask for it.
const NODE_MAJOR: u32 = 20;

/// Makes everything ready that turns the sources into a page, and puts it on the shell's `PATH`.
pub(crate) fn for_the_page(workspace: &Workspace) -> Result<()> {
    for_cargo(workspace)?;
    // Trunk runs offline, so that it never downloads a tool of its own choice.
    step("dependencies", || fetch(workspace))?;
    let cache = cache()?;
    let wasm_bindgen = workspace.locked_version("wasm-bindgen")?;
    let cargo_tools = [
        CargoTool { package: "trunk", version: TRUNK, binary: "trunk" },
        // Writer and reader of one private format: the versions must be equal.
        CargoTool { package: "wasm-bindgen-cli", version: &wasm_bindgen, binary: "wasm-bindgen" },
    ];
    let mut path: Vec<PathBuf> = install::cargo_tools(&workspace.sh, &cache, &cargo_tools)?;
    path.push(npm_modules(workspace)?.join(".bin"));
    prepend_path(workspace, path)
}

/// Makes rustup's part ready: the wasm target, and the components of a complete toolchain.
pub(crate) fn for_cargo(workspace: &Workspace) -> Result<()> {
    let sh = &workspace.sh;
    let has = |component: &str| cmd!(sh, "cargo {component} --version").quiet().read().is_ok();
    let missing: Vec<&str> = [("fmt", "rustfmt"), ("clippy", "clippy")]
        .into_iter()
        .filter(|(command, _)| !has(command))
        .map(|(_, component)| component)
        .collect();
    if !missing.is_empty() {
        step("rustup components", || Ok(cmd!(sh, "rustup component add {missing...}").run()?))?;
    }
    // Asking rustc also serves a toolchain that did not come from rustup.
    let libraries = cmd!(sh, "rustc --print target-libdir --target {WASM}").quiet().read()?;
    if !Path::new(&libraries).exists() {
        step("wasm target", || Ok(cmd!(sh, "rustup target add {WASM}").run()?))?;
    }
    Ok(())
}

/// Installs the locked npm packages once and links them where the browser tests look for them.
pub(crate) fn npm_modules(workspace: &Workspace) -> Result<PathBuf> {
    let sh = &workspace.sh;
    let version = cmd!(sh, "node --version").quiet().read().context(
        "Node is missing: install Node 20 or newer with npm, from your system or nodejs.org",
    )?;
    let major = version.trim_start_matches('v').split('.').next().unwrap_or_default();
    if major.parse().unwrap_or(0) < NODE_MAJOR {
        bail!("Node {version} is too old: install Node {NODE_MAJOR} or newer");
    }
    let browser_tests = workspace.root.join("tests/browser");
    let modules = install::npm_packages(sh, &cache()?, &browser_tests)?;
    links::update(&modules, &browser_tests.join("node_modules"))?;
    Ok(modules)
}

/// `$FIBERLANE_CACHE`, or a folder of ours where the system keeps caches.
fn cache() -> Result<PathBuf> {
    let variable = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    let folder = match (variable("FIBERLANE_CACHE"), variable("XDG_CACHE_HOME")) {
        (Some(ours), _) => PathBuf::from(ours),
        (None, Some(caches)) => Path::new(&caches).join("fiberlane"),
        (None, None) => {
            let home = std::env::home_dir().context("no home folder: set FIBERLANE_CACHE")?;
            home.join(".cache/fiberlane")
        }
    };
    // Commands run in several folders; a relative cache would be a different one in each.
    std::path::absolute(folder).context("FIBERLANE_CACHE is not a path")
}

/// The name of this machine's target.
pub(crate) fn host(workspace: &Workspace) -> Result<String> {
    let version = cmd!(workspace.sh, "rustc --version --verbose").quiet().read()?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.context("rustc names no host")?.to_owned())
}

/// Downloads the locked packages of this machine and of wasm that are not there yet.
pub(crate) fn fetch(workspace: &Workspace) -> Result<()> {
    let sh = &workspace.sh;
    let host = host(workspace)?;
    Ok(cmd!(sh, "cargo fetch --target {WASM} --target {host}").quiet().run()?)
}

fn prepend_path(workspace: &Workspace, mut folders: Vec<PathBuf>) -> Result<()> {
    let path = workspace.sh.var_os("PATH").unwrap_or_default();
    folders.extend(std::env::split_paths(&path));
    workspace.sh.set_var("PATH", std::env::join_paths(folders)?);
    Ok(())
}
