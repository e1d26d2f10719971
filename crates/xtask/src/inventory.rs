//! What an installed folder consists of: written when it is complete, compared before it is used.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Beside the packages, so that what empties them leaves it.
const NAME: &str = "inventory.txt";

/// Writes down every file below `folder` with its size.
pub(crate) fn write(folder: &Path) -> Result<()> {
    let mut lines = Vec::new();
    list(folder, folder, &mut lines)?;
    lines.sort();
    lines.push(String::new());
    fs::write(folder.join(NAME), lines.join("\n"))
        .with_context(|| format!("cannot write {}", folder.display()))
}

/// Whether every file that was written down is still there and as large as it was.
///
/// What was added does not matter; a folder without an inventory is not whole.
pub(crate) fn is_whole(folder: &Path) -> bool {
    let Ok(inventory) = fs::read_to_string(folder.join(NAME)) else {
        return false;
    };
    let is_there = |line: &str| {
        line.split_once(' ').is_some_and(|(size, name)| {
            fs::metadata(folder.join(name)).is_ok_and(|file| file.len().to_string() == size)
        })
    };
    !inventory.is_empty() && inventory.lines().all(is_there)
}

fn list(root: &Path, folder: &Path, lines: &mut Vec<String>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            list(root, &path, lines)?;
        } else {
            let size = fs::metadata(&path)?.len();
            lines.push(format!("{size} {}", path.strip_prefix(root)?.display()));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{is_whole, write};

    #[test]
    fn a_damaged_folder_is_noticed_and_a_whole_one_is_kept() {
        let dir = std::env::temp_dir().join(format!("fiberlane-inventory-{}", std::process::id()));
        let package = dir.join("node_modules/binaryen");
        let program = package.join("bin/wasm-opt");
        fs::create_dir_all(package.join("bin")).expect("created");
        fs::write(package.join("package.json"), "{}").expect("written");
        fs::write(&program, "#!/usr/bin/env node").expect("written");
        assert!(!is_whole(&dir), "nobody said that it is complete");
        write(&dir).expect("written");
        assert!(is_whole(&dir));

        fs::write(package.join("more"), "what a program keeps for itself").expect("written");
        assert!(is_whole(&dir), "what was added does no harm");
        fs::write(&program, "").expect("written");
        assert!(!is_whole(&dir), "an emptied file");
        fs::remove_file(&program).expect("removed");
        assert!(!is_whole(&dir), "a missing file");
        fs::remove_dir_all(dir.join("node_modules")).expect("removed");
        assert!(!is_whole(&dir), "what `npm ci` leaves of a folder that is linked");
        fs::remove_dir_all(&dir).expect("removed");
    }
}
