//! `cargo xtask serve`: the page with live reload.

use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;

use anyhow::{Context, Result};
use xshell::cmd;

use crate::flags::Serve;
use crate::workspace::{BINDINGS, WASM, Workspace};
use crate::{tools, words};

/// Installs what is missing, then hands over to Trunk until the person stops it.
pub(crate) fn run(workspace: &Workspace, flags: &Serve) -> Result<()> {
    let port = flags.port.unwrap_or(8080);
    // Trunk would find out only after a build of minutes. The probe is closed at once.
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .with_context(|| format!("port {port} cannot be used; choose another with --port"))?;
    tools::for_the_page(workspace)?;

    let sh = &workspace.sh;
    quiet_trunk(workspace);
    let dist = workspace.target.join("fiberlane/serve");
    let (port, open) = (port.to_string(), if flags.open { "true" } else { "false" });
    println!("==> serving http://127.0.0.1:{port}/ as soon as the build is through");
    sh.set_var(SERVING, "1");
    cmd!(sh, "trunk serve --address 127.0.0.1 --port {port} --dist {dist} --open {open}").run()?;
    Ok(())
}

/// Set while a page is served: `dist` makes the rest of the site itself.
const SERVING: &str = "FIBERLANE_SERVING";

/// Adds what Trunk does not build, the second module and the sources, to the page being served.
pub(crate) fn stage(workspace: &Workspace) -> Result<()> {
    let sh = &workspace.sh;
    let (true, Some(stage)) = (sh.var_os(SERVING).is_some(), sh.var_os("TRUNK_STAGING_DIR")) else {
        return Ok(());
    };
    let stage = Path::new(&stage);
    cmd!(sh, "cargo build -p {BINDINGS} --target {WASM}").run()?;
    let built = workspace.target.join(WASM).join("debug").join("fiberlane_bindings.wasm");
    let out = stage.join("api");
    cmd!(sh, "wasm-bindgen --target web --out-name fiberlane --out-dir {out} {built}").run()?;
    words::split(stage)?;
    let json = cmd!(sh, "cargo run -p fiberlane-cli -- sources --format json").read()?;
    Ok(fs::write(stage.join("sources.json"), json)?)
}

/// Keeps Trunk from what it does not do well: reading `NO_COLOR=1`, which it refuses as a value
/// that is not a boolean, and asking the network for a newer self.
pub(crate) fn quiet_trunk(workspace: &Workspace) {
    let sh = &workspace.sh;
    sh.set_var("TRUNK_SKIP_VERSION_CHECK", "true");
    if sh.var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        sh.set_var("NO_COLOR", "true");
    }
}
