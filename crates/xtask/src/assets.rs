//! The files of the page: made small, named by their final content, referred to by relative URLs.
//!
//! Trunk names its output by the digest of cargo's wasm before wasm-bindgen and wasm-opt run, so
//! equal names may hold different bytes. A name made last, from the bytes that are served, may be
//! cached forever.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};
use xshell::{Shell, cmd};

/// What `index.html` has where the prerendered design goes.
const PLACEHOLDER: &str = "<!-- prerender -->";

/// The first 16 hexadecimal digits of the SHA-256.
pub(crate) fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Drops comments and indentation from `html` and puts `prerendered` at its place, untouched.
pub(crate) fn fill(html: &str, prerendered: &str) -> Result<String> {
    let Some((before, after)) = html.split_once(PLACEHOLDER) else {
        bail!("index.html has no `{PLACEHOLDER}`");
    };
    if after.contains(PLACEHOLDER) {
        bail!("index.html has more than one `{PLACEHOLDER}`");
    }
    Ok(format!("{}{prerendered}{}", squeeze(before)?, squeeze(after)?))
}

/// Not a minifier: our page has no `<pre>`, and its inline text stands on lines of its own.
fn squeeze(html: &str) -> Result<String> {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, comment)) = rest.split_once("<!--") {
        text.push_str(before);
        rest = comment.split_once("-->").context("a comment in index.html is not closed")?.1;
    }
    text.push_str(rest);
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    Ok(lines.join("\n"))
}

/// Minifies and renames every script, style sheet and module that `html` refers to.
///
/// Returns the page with the new names, and those names in alphabetical order.
pub(crate) fn fingerprint(sh: &Shell, dir: &Path, html: &str) -> Result<(String, Vec<String>)> {
    if let Some(absolute) = ["src=\"/", "href=\"/"].iter().find(|start| html.contains(**start)) {
        bail!("index.html has `{absolute}…`: only relative URLs work below any path");
    }
    let mut html = html.to_owned();
    let mut names = Vec::new();
    for old in references(&html) {
        let path = dir.join(&old);
        let (stem, extension) = old.rsplit_once('.').context("a reference has an extension")?;
        if extension != "wasm" {
            minify(sh, &path)?;
        }
        let bytes = fs::read(&path).with_context(|| format!("index.html refers to {old}"))?;
        let new = format!("{stem}-{}.{extension}", hash(&bytes));
        fs::rename(&path, dir.join(&new))?;
        html = html.replace(&format!("\"./{old}\""), &format!("\"./{new}\""));
        names.push(new);
    }
    names.sort();
    Ok((html, names))
}

/// What the page loads after its first verdict. The guide and the module for programs are there
/// for others, too, under names that last; their copies here belong to this version of the page.
const LATER: [&str; 11] = [
    "advice-worker.js",
    "advice.js",
    "answer.js",
    "api",
    "desk",
    "desk.js",
    "engine.js",
    "guide",
    "locales",
    "sources.js",
    "sources.json",
];

/// Puts what is loaded later in one folder, named by all of its content. Returns its name.
pub(crate) fn together(sh: &Shell, dir: &Path) -> Result<String> {
    let mut files = Vec::new();
    list(dir, &mut files)?;
    let belongs = |path: &PathBuf| {
        let first = path.strip_prefix(dir).ok().and_then(|path| path.components().next());
        first.is_some_and(|first| LATER.iter().any(|later| first.as_os_str() == *later))
    };
    files.retain(belongs);
    files.sort();
    let mut all = Vec::new();
    for path in &files {
        if path.extension().is_some_and(|end| end == "js" || end == "css") {
            minify(sh, path)?;
        }
        all.extend(path.strip_prefix(dir)?.to_string_lossy().bytes());
        all.extend(fs::read(path)?);
    }
    let name = hash(&all);
    for path in &files {
        let inside = path.strip_prefix(dir)?;
        let copy = dir.join(&name).join(inside);
        fs::create_dir_all(copy.parent().unwrap_or(dir))?;
        // Only the page asks for most of them; what others ask for stays where it was, too.
        let shared = ["api", "guide", "locales"].iter().any(|shared| inside.starts_with(shared));
        if shared && !inside.starts_with("locales/first") {
            fs::copy(path, copy)?;
        } else {
            fs::rename(path, copy)?;
        }
    }
    for emptied in ["desk", "locales/first"] {
        sh.remove_path(dir.join(emptied))?;
    }
    Ok(name)
}

fn list(dir: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        if path.is_dir() {
            list(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

/// The local scripts, style sheets and wasm modules in attributes of the form `="./name"`.
fn references(html: &str) -> BTreeSet<String> {
    html.split("=\"./")
        .skip(1)
        .filter_map(|rest| rest.split_once('"'))
        .map(|(name, _)| name.to_owned())
        .filter(|name| [".js", ".css", ".wasm"].iter().any(|end| name.ends_with(end)))
        .collect()
}

/// Minifies a script or a style sheet in place.
pub(crate) fn minify(sh: &Shell, path: &Path) -> Result<()> {
    // No target is given: what was written is what browsers of today run.
    cmd!(
        sh,
        "esbuild {path} --minify --legal-comments=none --log-level=warning --allow-overwrite --outfile={path}"
    )
    .quiet()
    .run()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{fill, references};

    #[test]
    fn fills_the_placeholder_and_nothing_else() {
        let html = "<html>\n  <!-- why -->\n  <div><!-- prerender --></div>\n</html>\n";
        let filled = fill(html, "<p>a  <!> b</p>").expect("one placeholder");
        assert_eq!(filled, "<html>\n<div><p>a  <!> b</p></div>\n</html>");
        fill("<html></html>", "").expect_err("no placeholder");
    }

    #[test]
    fn finds_what_the_page_loads() {
        let html = r#"<link href="./a.css"><script src="./b.js" data-wasm="./c.wasm"></script>
                      <link href="./icon.svg"><a href="https://example.com/x.js">"#;
        let found: Vec<String> = references(html).into_iter().collect();
        assert_eq!(found, ["a.css", "b.js", "c.wasm"]);
    }
}
