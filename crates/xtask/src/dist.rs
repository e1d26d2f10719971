//! `cargo xtask dist`: the static site, for any host and below any path.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use xshell::cmd;

use crate::flags::Dist;
use crate::steps::step;
use crate::workspace::{APP, BINDINGS, WASM, Workspace};
use crate::{assets, serve, sizes, tools, words};

/// The headers that the site is tested under, in the form that several hosts read as `_headers`.
const HEADERS: &str = "\
# The response headers that this site is built for and tested under. A host that reads a file
# named _headers takes this one as it is; for any other, write the same into its configuration.
# Files of type .wasm must have the type application/wasm, or the page starts later.

/*
  Content-Security-Policy: default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; \
style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; \
form-action 'none'; object-src 'none'
  X-Content-Type-Options: nosniff

# Optional: these files have their content's digest in their name and never change.

";

/// What a site is built for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// For its visitors: as small as it gets, and weighed.
    Release,
    /// For the one who changes it: as soon as it gets.
    Quick,
}

impl Kind {
    /// Cargo's profile.
    const fn profile(self) -> &'static str {
        match self {
            Self::Release => "web",
            Self::Quick => "quick",
        }
    }
}

/// Installs what is missing and builds.
pub(crate) fn run(workspace: &Workspace, flags: &Dist) -> Result<()> {
    tools::for_the_page(workspace)?;
    build(workspace, if flags.quick { Kind::Quick } else { Kind::Release })
}

/// Builds everything and replaces `dist/`; the tools are ready.
pub(crate) fn build(workspace: &Workspace, kind: Kind) -> Result<()> {
    let stage = workspace.target.join("fiberlane/page");
    step("page", || page(workspace, &stage, kind))?;
    let prerendered = step("prerender the default design", || prerender(workspace))?;
    if workspace.has_target(BINDINGS, "cdylib") {
        step("module for programs", || bindings(workspace, &stage.join("api"), kind))?;
    } else {
        println!("==> {BINDINGS} is not a cdylib yet: no api/");
    }
    step("sources", || sources(workspace, &stage))?;
    let first = step("names by content", || finish(workspace, &stage, &prerendered))?;
    match kind {
        Kind::Release => step("sizes", || sizes::report(workspace, &first)),
        Kind::Quick => Ok(()),
    }
}

fn page(workspace: &Workspace, stage: &Path, kind: Kind) -> Result<()> {
    let sh = &workspace.sh;
    serve::quiet_trunk(workspace);
    // Trunk empties its folder only at the end of a build; ours was edited after the last one.
    sh.remove_path(stage)?;
    sh.create_dir(stage)?;
    let _flags = short_paths(workspace);
    let profile = kind.profile();
    // Only for a release does Trunk run wasm-opt.
    let release: &[&str] = if kind == Kind::Release { &["--release"] } else { &[] };
    cmd!(
        sh,
        "trunk build {release...} --cargo-profile {profile} --locked true --filehash false --dist {stage}"
    )
    .run()?;
    Ok(())
}

/// Panic messages name source files: without the folders of this machine they are shorter and the
/// same everywhere.
fn short_paths(workspace: &Workspace) -> xshell::PushEnv<'_> {
    let mut prefixes = vec![workspace.root.clone()];
    let home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::var_os("HOME").map(|home| Path::new(&home).join(".cargo")));
    let sources = home.map(|home| home.join("registry/src"));
    for source in sources.into_iter().flat_map(fs::read_dir).flatten().flatten() {
        prefixes.push(source.path());
    }
    // In names of this form the crate stands that generic code was made for.
    let mangling = "-Csymbol-mangling-version=v0".to_owned();
    let paths = prefixes.iter().map(|prefix| format!("--remap-path-prefix={}/=", prefix.display()));
    let flags: Vec<String> = paths.chain([mangling]).collect();
    workspace.sh.push_env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags.join(" "))
}

/// Where a module lies that has its names still: where Trunk puts the page's.
pub(crate) fn named(workspace: &Workspace, file: &str) -> PathBuf {
    workspace.target.join("wasm-bindgen/release").join(file)
}

fn prerender(workspace: &Workspace) -> Result<String> {
    let sh = &workspace.sh;
    let html = cmd!(sh, "cargo run -p {APP} --no-default-features --features ssr --bin prerender")
        .read()?;
    Ok(html)
}

/// Notes and sources of every figure, which the page fetches when they are opened.
fn sources(workspace: &Workspace, stage: &Path) -> Result<()> {
    let sh = &workspace.sh;
    let json = cmd!(sh, "cargo run -p fiberlane-cli -- sources --format json").read()?;
    Ok(fs::write(stage.join("sources.json"), json)?)
}

fn bindings(workspace: &Workspace, out: &Path, kind: Kind) -> Result<()> {
    let sh = &workspace.sh;
    let profile = kind.profile();
    let _flags = short_paths(workspace);
    cmd!(sh, "cargo build -p {BINDINGS} --target {WASM} --profile {profile} --locked").run()?;
    let built = workspace.target.join(WASM).join(profile).join("fiberlane_bindings.wasm");
    cmd!(sh, "wasm-bindgen --target web --out-name fiberlane --out-dir {out} {built}").run()?;
    let wasm = out.join("fiberlane_bg.wasm");
    sh.copy_file(&wasm, named(workspace, "fiberlane_bg.wasm"))?;
    // As Trunk is told to in index.html: fewer bytes over the wire than -Oz, and faster code.
    if kind == Kind::Release {
        let passes = "-Os --one-caller-inline-max-function-size=40 --low-memory-unused --flatten --rereloop -Os -Os --reorder-functions-by-name";
        let passes = passes.split(' ');
        cmd!(sh, "wasm-opt {passes...} -o {wasm} {wasm}").run()?;
    }
    assets::minify(sh, &out.join("fiberlane.js"))
}

/// Fills in and renames, then puts the result at `dist/`. Returns the files of the first load.
fn finish(workspace: &Workspace, stage: &Path, prerendered: &str) -> Result<Vec<String>> {
    let index = stage.join("index.html");
    let html = assets::fill(&fs::read_to_string(&index)?, prerendered)?;
    words::split(stage)?;
    let later = assets::together(&workspace.sh, stage)?;
    let html = html.replace("data-later=\"./\"", &format!("data-later=\"./{later}/\""));
    let (html, mut names) = assets::fingerprint(&workspace.sh, stage, &html)?;
    fs::write(&index, html)?;

    let mut headers = HEADERS.to_owned();
    headers += &format!("/{later}/*\n  Cache-Control: public, max-age=31536000, immutable\n");
    for name in &names {
        headers += &format!("/{name}\n  Cache-Control: public, max-age=31536000, immutable\n");
    }
    fs::write(stage.join("headers.txt"), headers)?;

    let dist = workspace.root.join("dist");
    workspace.sh.remove_path(&dist)?;
    copy_dir(stage, &dist)?;
    names.insert(0, "index.html".to_owned());
    // What the script asks for before it shows anything.
    names.push(format!("{later}/locales/first/en.json"));
    Ok(names)
}

/// A copy, not a rename: the target folder may be on another disk.
fn copy_dir(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_dir(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), &target)
                .with_context(|| format!("cannot write {}", target.display()))?;
        }
    }
    Ok(())
}
