//! Where things are: the repository's folders and its packages, as cargo sees them.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use serde_json::Value;
use xshell::{Shell, cmd};

/// The target of everything that runs in a browser.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";
/// The page's package: native without a DOM (`ssr`) or wasm in a browser (`csr`).
pub(crate) const APP: &str = "fiberlane-app";
/// The second wasm module, for programs.
pub(crate) const BINDINGS: &str = "fiberlane-bindings";

/// The repository, with a shell that stands at its root.
pub(crate) struct Workspace {
    /// A shell whose current folder is the root and whose `PATH` grows as tools become ready.
    pub(crate) sh: Shell,
    /// The folder of the workspace's `Cargo.toml`.
    pub(crate) root: PathBuf,
    /// Cargo's target folder, wherever the environment put it.
    pub(crate) target: PathBuf,
    /// `packages` of `cargo metadata --no-deps`.
    pub(crate) packages: Vec<Value>,
}

impl Workspace {
    /// Finds the repository and asks cargo for its packages.
    pub(crate) fn open() -> Result<Self> {
        // Cargo sets the variable at run time too; the compiled-in value would be another clone's
        // when two clones share a target folder.
        let manifest_dir = std::env::var("CARGO_MANIFEST_DIR")
            .unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").to_owned());
        let root = Path::new(&manifest_dir)
            .ancestors()
            .nth(2)
            .context("crates/xtask stands two folders below the root")?
            .to_owned();
        let sh = Shell::new()?;
        sh.change_dir(&root);
        let text = cmd!(sh, "cargo metadata --no-deps --format-version 1").quiet().read()?;
        let metadata: Value = serde_json::from_str(&text)?;
        let target = metadata["target_directory"]
            .as_str()
            .context("cargo metadata names no target folder")?
            .into();
        let packages = metadata["packages"].as_array().cloned().unwrap_or_default();
        Ok(Self { sh, root, target, packages })
    }

    /// The package of this name, if the workspace has it.
    pub(crate) fn package(&self, name: &str) -> Option<&Value> {
        self.packages.iter().find(|package| package["name"] == name)
    }

    /// Whether the package has a target of this kind (`lib`, `bin`, `cdylib`).
    pub(crate) fn has_target(&self, package: &str, kind: &str) -> bool {
        self.package(package).is_some_and(|package| {
            let targets = package["targets"].as_array().map_or(&[][..], Vec::as_slice);
            targets.iter().any(|target| {
                target["kind"].as_array().is_some_and(|kinds| kinds.iter().any(|k| k == kind))
            })
        })
    }

    /// The version of a dependency in `Cargo.lock`.
    pub(crate) fn locked_version(&self, name: &str) -> Result<String> {
        let lock = self.sh.read_file("Cargo.lock")?;
        version_in_lock(&lock, name).map(str::to_owned).ok_or_else(|| {
            anyhow!("Cargo.lock has no package `{name}`; no crate depends on it yet")
        })
    }
}

fn version_in_lock<'a>(lock: &'a str, name: &str) -> Option<&'a str> {
    let mut lines = lock.lines();
    let wanted = format!("name = \"{name}\"");
    lines.find(|line| *line == wanted)?;
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::version_in_lock;

    /// A setting of a profile in the workspace's manifest.
    fn setting<'a>(profile: &str, name: &str, manifest: &'a str) -> Option<&'a str> {
        let (_, rest) = manifest.split_once(&format!("[profile.{profile}]\n"))?;
        let own = rest.split("\n[").next()?;
        own.lines()
            .find_map(|line| line.strip_prefix(name)?.trim().strip_prefix('='))
            .map(str::trim)
    }

    #[test]
    fn native_releases_check_their_sums() {
        let manifest = include_str!("../../../Cargo.toml");
        assert_eq!(setting("release", "overflow-checks", manifest), Some("true"));
        assert_eq!(setting("web", "inherits", manifest), Some("\"release\""));
        assert_eq!(setting("web", "overflow-checks", manifest), Some("false"));
    }

    #[test]
    fn reads_a_version_from_the_lock_file() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.2.1\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.129\"\n";
        assert_eq!(version_in_lock(lock, "wasm-bindgen"), Some("0.2.129"));
        assert_eq!(version_in_lock(lock, "leptos"), None);
    }
}
