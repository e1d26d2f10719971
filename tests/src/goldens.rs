//! Goldens: what a program said when somebody last looked, one file for each document.
//!
//! `UPDATE_GOLDENS=1` in the environment rewrites them all; what a reviewer reads is the
//! difference. A file that no test writes fails as well, so that none outlives its test.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// Whether this run takes over what it finds instead of comparing.
#[must_use]
pub fn updating() -> bool {
    env::var_os("UPDATE_GOLDENS").is_some_and(|value| !value.is_empty() && value != "0")
}

/// A folder in which every file is a golden.
#[derive(Debug)]
pub struct Goldens {
    folder: PathBuf,
    update: bool,
    seen: BTreeSet<String>,
    wrong: Vec<String>,
}

impl Goldens {
    /// The goldens below this folder.
    #[must_use]
    pub fn new(folder: PathBuf) -> Self {
        Self { folder, update: updating(), seen: BTreeSet::new(), wrong: Vec::new() }
    }

    /// Compares a document with its file, or writes the file.
    pub fn check(&mut self, file: &str, text: &str) {
        let path = self.folder.join(file);
        let before = fs::read_to_string(&path).ok();
        self.seen.insert(file.to_owned());
        if before.as_deref() == Some(text) {
            return;
        }
        if self.update {
            if let Err(error) = write(&path, text) {
                self.wrong.push(format!("{}: {error}", path.display()));
            }
            return;
        }
        self.wrong.push(match before {
            Some(before) => difference(&path, &before, text),
            None => format!("{}: no such golden", path.display()),
        });
    }

    /// What differed, and every file that nothing was compared with; while updating, those go.
    ///
    /// # Errors
    ///
    /// One paragraph for each file.
    pub fn finish(mut self) -> Result<(), String> {
        for file in files(&self.folder) {
            if self.seen.contains(&file) {
                continue;
            }
            let path = self.folder.join(&file);
            if !self.update {
                self.wrong.push(format!("{}: belongs to no test", path.display()));
            } else if let Err(error) = fs::remove_file(&path) {
                self.wrong.push(format!("{}: {error}", path.display()));
            }
        }
        if self.wrong.is_empty() {
            return Ok(());
        }
        let hint = "UPDATE_GOLDENS=1 takes over what is meant; read the difference";
        Err(format!("{}\n{hint}", self.wrong.join("\n")))
    }
}

fn write(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text)
}

/// Names of the files right in a folder.
fn files(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let files = entries.filter(|entry| entry.path().is_file());
    files.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}

/// The file and the first line that is another one.
fn difference(path: &Path, before: &str, now: &str) -> String {
    let (mut old, mut new) = (before.split('\n'), now.split('\n'));
    let mut line = 1;
    loop {
        let pair = (old.next(), new.next());
        if pair.0 != pair.1 || pair.0.is_none() {
            let said = |line: Option<&str>| line.map_or("nothing".to_owned(), |l| format!("{l:?}"));
            return format!(
                "{}:{line}:\n  was {}\n  is  {}",
                path.display(),
                said(pair.0),
                said(pair.1)
            );
        }
        line += 1;
    }
}

/// Columns that a line of broken JSON keeps within where it can.
const COLUMNS: usize = 160;

/// A canonical JSON text over many lines: a list or an object that does not fit on one line has a
/// line for each member. Nothing but line ends and the blanks after them is added, and a JSON text
/// on one line has neither in its strings, so [`joined`] gives the same bytes back.
#[must_use]
pub fn broken(json: &str) -> String {
    let mut out = String::new();
    value(&mut out, json, 0, 0);
    out.push('\n');
    out
}

/// The text that [`broken`] broke.
#[must_use]
pub fn joined(lines: &str) -> String {
    lines.split('\n').map(|line| line.trim_start_matches(' ')).collect()
}

/// Writes a value `indent` levels deep, of whose line `used` columns are taken.
fn value(out: &mut String, text: &str, indent: usize, used: usize) {
    let list = text.starts_with(['{', '[']);
    if !list || text.len() == 2 || text.chars().count() + used <= COLUMNS {
        out.push_str(text);
        return;
    }
    out.push_str(&text[..1]);
    for member in members(&text[1..text.len() - 1]) {
        let key = key(member);
        let blanks = indent + 1;
        out.push('\n');
        out.push_str(&" ".repeat(blanks));
        out.push_str(&member[..key]);
        // The comma that follows stands with its member.
        let end = member.len() - usize::from(member.ends_with(','));
        value(out, &member[key..end], blanks, blanks + key + 1);
        out.push_str(&member[end..]);
    }
    out.push('\n');
    out.push_str(&" ".repeat(indent));
    out.push_str(&text[text.len() - 1..]);
}

/// Where the value of a member begins: after `"key":`, or at once in a list.
fn key(member: &str) -> usize {
    if !member.starts_with('"') {
        return 0;
    }
    let mut escaped = false;
    for (at, c) in member.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' if member[at + 1..].starts_with(':') => return at + 2,
            '"' => return 0,
            _ => {}
        }
    }
    0
}

/// The members of a list or an object, each with the comma behind it.
fn members(text: &str) -> Vec<&str> {
    let (mut out, mut start, mut depth) = (Vec::new(), 0, 0_usize);
    let (mut quoted, mut escaped) = (false, false);
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            _ if quoted => {}
            '{' | '[' => depth += 1,
            '}' | ']' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                out.push(&text[start..=at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    if start < text.len() {
        out.push(&text[start..]);
    }
    out
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test says what is wrong by failing")]

    use super::{COLUMNS, Goldens, broken, joined};
    use std::fs;

    #[test]
    fn broken_json_is_the_same_json() {
        let long = "x".repeat(COLUMNS);
        for json in [
            "{}".to_owned(),
            "[1,2]".to_owned(),
            format!(
                r#"{{"a":"{long}","b,\"]":[{{"c":"  \\"}},[],"{long}",{{"d":"{long}"}}],"e":{{}}}}"#
            ),
            format!(r#"["{long}","a:b","\":",null,true,-1.5]"#),
        ] {
            let lines = broken(&json);
            assert_eq!(joined(&lines), json);
            assert_eq!(lines.matches('\n').count() > 1, json.len() > COLUMNS, "{lines}");
        }
        assert_eq!(
            broken(&format!(r#"{{"a":["{long}",2],"b":"c"}}"#)),
            format!("{{\n \"a\":[\n  \"{long}\",\n  2\n ],\n \"b\":\"c\"\n}}\n")
        );
    }

    #[test]
    fn what_differs_and_what_is_left_over_is_named() {
        let folder = std::env::temp_dir().join(format!("goldens-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("a.txt"), "one\ntwo\n").unwrap();
        fs::write(folder.join("b.txt"), "left").unwrap();
        let compare = |update| {
            let mut goldens = Goldens { update, ..Goldens::new(folder.clone()) };
            goldens.check("a.txt", "one\ntoo\n");
            goldens.check("c.txt", "new");
            goldens.finish()
        };
        let said = compare(false).unwrap_err();
        assert!(said.contains("a.txt:2:\n  was \"two\"\n  is  \"too\""), "{said}");
        assert!(said.contains("b.txt: belongs to no test"), "{said}");
        assert!(said.contains("c.txt: no such golden"), "{said}");
        assert_eq!(compare(true), Ok(()));
        assert_eq!(compare(false), Ok(()));
        assert!(!folder.join("b.txt").exists());
        fs::remove_dir_all(folder).unwrap();
    }
}
