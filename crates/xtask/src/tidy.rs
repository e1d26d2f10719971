//! The form of the files: no tabs, no trailing blanks, no file of unexplained length, nothing
//! that belongs to the machine it was written on.

use std::fs;

use anyhow::Result;
use xshell::cmd;

use crate::workspace::Workspace;

/// A module past this many lines says why in a `// long: …` line at its top.
const LONG: usize = 600;
/// How far down that line may stand.
const TOP: usize = 5;

/// Where packages come from is each reader's own setting, and a lock file or a script that names
/// a host overrides it. Put together here so that this file does not name one either.
const HOSTS: [&str; 7] = [
    concat!("registry.", "npmjs", ".org"),
    concat!("registry.", "yarnpkg", ".com"),
    concat!("index.", "crates", ".io"),
    concat!("static.", "crates", ".io"),
    concat!("files.", "pythonhosted", ".org"),
    concat!("deb.", "debian", ".org"),
    concat!("proxy.", "golang", ".org"),
];

/// What only some rooms below `crates/` may name, and why. Tests may: those below `tests/`, and what
/// follows `#[cfg(test)]` in a source. Put together here so that this file names none of it.
const ONLY_IN: [(&str, &[&str], &str); 2] = [
    (
        concat!("thread_", "local!"),
        &["app"],
        "what it goes by is passed: two threads, or two pages, have each their own",
    ),
    (
        concat!("built", "_in()"),
        &["app", "bindings", "catalog", "cli"],
        "a face chooses the catalog and passes it",
    ),
];

/// Adds a line to `problems` for every breach in a file that git tracks or would track.
pub(crate) fn run(workspace: &Workspace, problems: &mut Vec<String>) -> Result<()> {
    let sh = &workspace.sh;
    let list = cmd!(sh, "git ls-files -z --cached --others --exclude-standard").quiet().read()?;
    for path in list.split('\0').filter(|path| !path.is_empty()) {
        // Listed but deleted, a link to a folder, or not text: nothing to say about it.
        if let Ok(text) = fs::read_to_string(workspace.root.join(path)) {
            file(path, &text, problems);
        }
    }
    Ok(())
}

fn file(path: &str, text: &str, problems: &mut Vec<String>) {
    for host in HOSTS.iter().filter(|host| text.contains(**host)) {
        problems.push(format!("{path}: names the registry host {host}"));
    }
    if ![".rs", ".css", ".js", ".mjs"].iter().any(|end| path.ends_with(end)) {
        return;
    }
    for (number, line) in (1..).zip(text.split('\n')) {
        if line.contains('\t') {
            problems.push(format!("{path}:{number}: tab"));
        }
        if line.ends_with([' ', '\t', '\r']) {
            problems.push(format!("{path}:{number}: trailing white space"));
        }
    }
    let source = path.starts_with("crates/") && path.contains("/src/");
    if source {
        rooms(path, text, problems);
    }
    let length = text.lines().count();
    let explained = || {
        let reasons = text.lines().take(TOP).filter_map(|line| line.strip_prefix("// long:"));
        reasons.map(str::trim).any(|reason| !reason.is_empty())
    };
    if source && length > LONG && !explained() {
        problems.push(format!(
            "{path}: {length} lines, more than {LONG}; split it, or begin it with `// long: <reason>`"
        ));
    }
}

fn rooms(path: &str, text: &str, problems: &mut Vec<String>) {
    let room = path.split('/').nth(1).unwrap_or_default();
    let code = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    for (word, allowed, why) in ONLY_IN.iter().filter(|(_, allowed, _)| !allowed.contains(&room)) {
        for (number, _) in (1..).zip(code.lines()).filter(|(_, line)| line.contains(word)) {
            let allowed = allowed.join(", ");
            problems.push(format!("{path}:{number}: {word} may stand in {allowed} only; {why}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{HOSTS, LONG, ONLY_IN, file};

    fn problems(path: &str, text: &str) -> Vec<String> {
        let mut problems = Vec::new();
        file(path, text, &mut problems);
        problems
    }

    #[test]
    fn blanks() {
        assert_eq!(
            problems("site/a.css", "a\tb\nc \nd\n"),
            ["site/a.css:1: tab", "site/a.css:2: trailing white space",]
        );
        assert!(problems("data/a.csv", "a\tb \n").is_empty());
    }

    #[test]
    fn length() {
        let long = "x\n".repeat(LONG + 1);
        assert_eq!(problems("crates/a/src/b.rs", &long).len(), 1);
        assert!(problems("tests/src/b.rs", &long).is_empty());
        assert!(problems("crates/a/src/b.rs", &format!("// long: a table\n{long}")).is_empty());
        assert_eq!(problems("crates/a/src/b.rs", &format!("// long:\n{long}")).len(), 1);
    }

    #[test]
    fn what_only_some_rooms_may_name() {
        for (word, allowed, _) in ONLY_IN {
            let text = format!("fn a() {{\n    {word};\n}}\n");
            for room in allowed {
                assert!(problems(&format!("crates/{room}/src/a.rs"), &text).is_empty(), "{room}");
            }
            let found = problems("crates/messages/src/a.rs", &text);
            assert_eq!(found.len(), 1);
            assert!(found[0].starts_with("crates/messages/src/a.rs:2: "), "{found:?}");
            let tests = format!("#[cfg(test)]\nmod tests {{\n    {word};\n}}\n");
            assert!(problems("crates/messages/src/a.rs", &tests).is_empty());
            assert!(problems("crates/engine/tests/a.rs", &text).is_empty());
        }
    }

    #[test]
    fn hosts() {
        assert_eq!(problems("package-lock.json", &format!("https://{}/x", HOSTS[0])).len(), 1);
    }
}
