//! `cargo xtask check`: who may import whom, what others may ask of us, and the form of the files.
//!
//! The table is the one in `ARCHITECTURE.md`. A room that needs more than it allows is a sign
//! that something stands in the wrong room; change both together, with the reason.

use anyhow::{Result, bail};
use serde_json::Value;

use crate::workspace::Workspace;
use crate::{licenses, tidy};

/// Each room below `crates/` and the rooms that it may import.
const ROOMS: &[(&str, &[&str])] = &[
    ("units", &[]),
    ("catalog", &["units"]),
    ("engine", &["units", "catalog"]),
    ("chart", &["units"]),
    ("messages", &["units", "catalog", "engine"]),
    ("export", &["units", "catalog", "engine", "messages"]),
    ("view", &["units", "catalog", "engine", "chart", "messages"]),
    ("bindings", &["units", "catalog", "engine", "chart", "messages", "view", "export"]),
    ("app", &["units", "catalog", "engine", "messages", "view"]),
    ("cli", &["units", "catalog", "engine", "chart", "messages", "export"]),
    ("xtask", &[]),
];

/// Packages of others (a trailing `*` stands for any ending) that only some rooms may import.
const ONLY_IN: &[(&str, &[&str])] = &[
    ("leptos*", &["app"]),
    ("web-sys", &["app"]),
    ("gloo*", &["app"]),
    ("js-sys", &["app", "bindings"]),
    ("wasm-bindgen*", &["app", "bindings"]),
    ("serde-wasm-bindgen", &["app", "bindings"]),
    ("plotters*", &["chart"]),
];

/// Packages that a room may not import although others do.
const NEVER_IN: &[(&str, &str, &str)] =
    &[("app", "serde_json", "it adds 25 kB to the page; the browser has a JSON parser")];

/// Fails with every breach of the table and every untidy file.
pub(crate) fn run(workspace: &Workspace) -> Result<()> {
    let mut problems = Vec::new();
    for package in &workspace.packages {
        imports(package, &mut problems);
    }
    licenses::run(workspace, &mut problems)?;
    tidy::run(workspace, &mut problems)?;
    for problem in &problems {
        println!("    {problem}");
    }
    match problems.len() {
        0 => {
            println!("    imports, licenses and files are in order");
            Ok(())
        }
        1 => bail!("1 problem"),
        n => bail!("{n} problems"),
    }
}

fn imports(package: &Value, problems: &mut Vec<String>) {
    let Some(room) = room(package) else {
        return; // the tests may import everything
    };
    let Some((_, allowed)) = ROOMS.iter().find(|(name, _)| *name == room) else {
        problems
            .push(format!("crates/{room} is not in the import table of crates/xtask/src/check.rs"));
        return;
    };
    let dependencies = package["dependencies"].as_array().map_or(&[][..], Vec::as_slice);
    for dependency in dependencies {
        let name = dependency["name"].as_str().unwrap_or_default();
        if let Some(path) = dependency["path"].as_str() {
            let other = path.rsplit(['/', '\\']).next().unwrap_or_default();
            // The checker and the goldens import nothing of ours, so that any room's tests may
            // stand on them.
            let tests = other == "tests" && dependency["kind"] == "dev";
            if !tests && !allowed.contains(&other) {
                let list =
                    if allowed.is_empty() { "nothing of ours".into() } else { allowed.join(", ") };
                problems.push(format!("crates/{room} imports {other}; it may import {list}"));
            }
        }
        for (pattern, rooms) in ONLY_IN {
            if matches(pattern, name) && !rooms.contains(&room) {
                let rooms = rooms.join(" and ");
                problems.push(format!("crates/{room} imports {name}, which only {rooms} may"));
            }
        }
        for (_, _, why) in NEVER_IN.iter().filter(|(r, n, _)| *r == room && *n == name) {
            problems.push(format!("crates/{room} may not import {name}: {why}"));
        }
    }
}

/// `units` for `…/crates/units/Cargo.toml`, nothing for a member that stands elsewhere.
fn room(package: &Value) -> Option<&str> {
    let mut folders = package["manifest_path"].as_str()?.rsplit(['/', '\\']).skip(1);
    let room = folders.next()?;
    (folders.next()? == "crates").then_some(room)
}

fn matches(pattern: &str, name: &str) -> bool {
    pattern.strip_suffix('*').map_or(name == pattern, |start| name.starts_with(start))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::imports;

    fn problems(room: &str, dependency: serde_json::Value) -> Vec<String> {
        let manifest = format!("/x/crates/{room}/Cargo.toml");
        let package = json!({ "manifest_path": manifest, "dependencies": [dependency] });
        let mut problems = Vec::new();
        imports(&package, &mut problems);
        problems
    }

    #[test]
    fn the_table_is_enforced() {
        let ours =
            |room: &str| json!({ "name": "fiberlane-x", "path": format!("/x/crates/{room}") });
        assert!(problems("engine", ours("catalog")).is_empty());
        assert_eq!(
            problems("engine", ours("chart")),
            ["crates/engine imports chart; it may import units, catalog"]
        );
        assert_eq!(problems("attic", ours("units")).len(), 1);
        let tests =
            |kind: &str| json!({ "name": "fiberlane-tests", "path": "/x/tests", "kind": kind });
        assert!(problems("engine", tests("dev")).is_empty());
        assert_eq!(problems("engine", tests("normal")).len(), 1);
    }

    #[test]
    fn packages_of_others_are_enforced() {
        let other = |name: &str| json!({ "name": name });
        assert!(problems("app", other("leptos")).is_empty());
        assert_eq!(
            problems("engine", other("leptos_router")),
            ["crates/engine imports leptos_router, which only app may"]
        );
        assert_eq!(problems("app", other("serde_json")).len(), 1);
        assert!(problems("cli", other("serde_json")).is_empty());
    }
}
