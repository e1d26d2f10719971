//! The words that the page needs before its first verdict, apart from those that follow.
//!
//! Every word comes from `site/locales/<lang>.json`. The first verdict needs half of them, so
//! `locales/first/<lang>.json` holds that half, and the page fetches the whole file after it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// What the keys of words begin with that are not needed before the first verdict.
const LATE: &[&str] = &[
    "advice.",
    "breakout.",
    "chart.",
    "check.",
    "desk.",
    "diff.",
    "drawing.",
    "example.",
    "find.",
    "guide.",
    "legend.",
    "order.",
    "parts.",
    "present.",
    "problem.",
    "proof.",
    "qr.",
    "quote.",
    "rfq.",
    "save.",
    "severity.",
    "table.",
    "why.",
];

/// Writes the first halves below the folder of a page, and every file without its line breaks.
pub(crate) fn split(stage: &Path) -> Result<()> {
    let locales = stage.join("locales");
    let first = locales.join("first");
    fs::create_dir_all(&first)?;
    for entry in fs::read_dir(&locales)? {
        let path = entry?.path();
        let Some(name) = path.file_name().filter(|_| path.is_file()) else { continue };
        let text = fs::read_to_string(&path)?;
        let mut words: BTreeMap<String, String> = serde_json::from_str(&text)
            .with_context(|| format!("{} is not a locale file", path.display()))?;
        fs::write(&path, serde_json::to_string(&words)?)?;
        words.retain(|key, _| !LATE.iter().any(|start| key.starts_with(start)));
        fs::write(first.join(name), serde_json::to_string(&words)?)?;
    }
    Ok(())
}
