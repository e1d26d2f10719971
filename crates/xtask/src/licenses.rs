//! What the packages of others may ask of us, and where they may come from.
//!
//! Cargo itself says both, so that nothing has to be installed for it: licenses as
//! `cargo metadata` reads them for this machine and for wasm, sources as `Cargo.lock` has them for
//! every machine.

use anyhow::{Context, Result};
use serde_json::Value;
use xshell::cmd;

use crate::tools;
use crate::workspace::{WASM, Workspace};

/// The expressions that are allowed, as packages write them. None asks more than that its text goes
/// along with a copy. A package with another one fails the check: read its license, then add the
/// expression here, or do without the package.
const ALLOWED: &[&str] = &[
    "(MIT OR Apache-2.0) AND Unicode-3.0",
    "Apache-2.0 OR BSL-1.0",
    "Apache-2.0 OR MIT",
    "BSL-1.0",
    "CC0-1.0",
    "MIT",
    "MIT OR Apache-2.0",
    // Any of the three, at our choice.
    "MIT OR Apache-2.0 OR LGPL-2.1-or-later",
    "MIT/Apache-2.0",
    "Unicode-3.0",
    "Unlicense OR MIT",
    "Unlicense/MIT",
    "Zlib",
];

/// What a source begins with that a registry answers for.
const REGISTRY: &str = "registry+";

/// Adds a line to `problems` for every package whose license or source is not allowed.
pub(crate) fn run(workspace: &Workspace, problems: &mut Vec<String>) -> Result<()> {
    licenses(&metadata(workspace)?, problems);
    sources(&workspace.sh.read_file("Cargo.lock")?, problems);
    Ok(())
}

/// The locked packages of this machine and of wasm, from what is on this machine.
fn metadata(workspace: &Workspace) -> Result<Value> {
    let sh = &workspace.sh;
    let host = tools::host(workspace)?;
    let ask = || {
        cmd!(
            sh,
            "cargo metadata --locked --offline --format-version 1 --filter-platform {host} --filter-platform {WASM}"
        )
        .quiet()
    };
    let text = match ask().ignore_stderr().read() {
        Ok(text) => text,
        // In a fresh clone not every package is there yet.
        Err(_) => {
            tools::fetch(workspace)?;
            ask().read()?
        }
    };
    serde_json::from_str(&text).context("cargo metadata")
}

fn licenses(metadata: &Value, problems: &mut Vec<String>) {
    let list = |name: &str| metadata[name].as_array().map_or(&[][..], Vec::as_slice);
    for package in list("packages") {
        let word = |name: &str| package[name].as_str();
        let named =
            format!("{} {}", word("name").unwrap_or_default(), word("version").unwrap_or_default());
        let ours = list("workspace_members").contains(&package["id"]);
        match word("source") {
            None if ours => continue,
            Some(source) if source.starts_with(REGISTRY) => {}
            source => problems.push(from_elsewhere(&named, source.unwrap_or("a folder"))),
        }
        match (word("license"), word("license_file")) {
            (Some(license), _) if ALLOWED.contains(&license) => {}
            (Some(license), _) => problems.push(format!(
                "{named}: license {license}; allowed are those in crates/xtask/src/licenses.rs"
            )),
            (None, Some(file)) => problems.push(format!(
                "{named}: its license is the text {file}; an expression of those in \
                 crates/xtask/src/licenses.rs is needed"
            )),
            (None, None) => problems.push(format!("{named}: it names no license")),
        }
    }
}

/// The lock file names the packages of every machine, those of other systems among them.
fn sources(lock: &str, problems: &mut Vec<String>) {
    for package in lock.split("[[package]]").skip(1) {
        let word = |name: &str| {
            let start = format!("{name} = \"");
            package.lines().find_map(|line| line.strip_prefix(&start)?.strip_suffix('"'))
        };
        // Without a source it is a folder; whether it is one of ours, the metadata knows.
        let Some(source) = word("source").filter(|source| !source.starts_with(REGISTRY)) else {
            continue;
        };
        let named =
            format!("{} {}", word("name").unwrap_or_default(), word("version").unwrap_or_default());
        let problem = from_elsewhere(&named, source);
        if !problems.contains(&problem) {
            problems.push(problem);
        }
    }
}

fn from_elsewhere(named: &str, source: &str) -> String {
    format!("{named}: comes from {source}; packages of others come from a registry")
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{licenses, sources};

    fn of(package: Value) -> Vec<String> {
        let metadata = json!({ "packages": [package], "workspace_members": ["ours"] });
        let mut problems = Vec::new();
        licenses(&metadata, &mut problems);
        problems
    }

    fn from_registry(license: Value) -> Value {
        json!({ "id": "x", "name": "x", "version": "1.2.3", "source": "registry+y", "license": license })
    }

    #[test]
    fn a_license_that_is_not_allowed() {
        assert!(of(from_registry(json!("MIT OR Apache-2.0"))).is_empty());
        assert_eq!(
            of(from_registry(json!("GPL-3.0-only"))),
            ["x 1.2.3: license GPL-3.0-only; allowed are those in crates/xtask/src/licenses.rs"]
        );
        assert_eq!(of(from_registry(json!("MIT AND GPL-2.0-or-later"))).len(), 1);
        assert_eq!(of(from_registry(Value::Null)), ["x 1.2.3: it names no license"]);
        let mut text = from_registry(Value::Null);
        text["license_file"] = json!("COPYING");
        assert!(of(text).iter().any(|problem| problem.contains("the text COPYING")));
    }

    #[test]
    fn a_source_that_is_no_registry() {
        let mut package = from_registry(json!("MIT"));
        package["source"] = json!("git+https://example.com/x#abc");
        assert_eq!(
            of(package.clone()),
            [
                "x 1.2.3: comes from git+https://example.com/x#abc; packages of others come from a registry"
            ]
        );
        package["source"] = Value::Null;
        assert_eq!(of(package.clone()).len(), 1, "a folder that is no member");
        package["id"] = json!("ours");
        package["license"] = Value::Null;
        assert!(of(package).is_empty(), "a member of the workspace");
    }

    #[test]
    fn a_source_in_the_lock_file() {
        let mut problems = Vec::new();
        let lock = "version = 4\n\n[[package]]\nname = \"a\"\nversion = \"1.0.0\"\n\
                    source = \"registry+y\"\n\n[[package]]\nname = \"b\"\nversion = \"2.0.0\"\n\
                    source = \"git+https://example.com/b#abc\"\n\n[[package]]\nname = \"ours\"\n\
                    version = \"0.1.0\"\n";
        sources(lock, &mut problems);
        assert_eq!(
            problems,
            [
                "b 2.0.0: comes from git+https://example.com/b#abc; packages of others come from a registry"
            ]
        );
        sources(lock, &mut problems);
        assert_eq!(problems.len(), 1, "what was said is not said twice");
    }
}
