//! `node_modules` of a clone: a folder of its own with one link for each package of the cache.
//!
//! Were the folder itself a link, `npm ci` would follow it and empty the packages of every clone.
//! Links inside of it are only unlinked.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

/// Makes `place` a folder of links to everything in `modules`.
pub(crate) fn update(modules: &Path, place: &Path) -> Result<()> {
    let wanted = wanted(modules)?;
    if are_there(&wanted, place) {
        return Ok(());
    }
    match fs::symlink_metadata(place) {
        Ok(old) if old.is_symlink() => fs::remove_file(place)?,
        Ok(_) => fs::remove_dir_all(place)?,
        Err(_) => {}
    }
    for (name, target) in &wanted {
        let link = place.join(name);
        fs::create_dir_all(link.parent().unwrap_or(place))?;
        #[cfg(unix)]
        std::os::unix::fs::symlink(target, link)?;
        #[cfg(windows)]
        std::os::windows::fs::symlink_dir(target, link)?;
    }
    Ok(())
}

/// Every package by its name and `.bin`; a scope such as `@playwright` is a folder of packages.
fn wanted(modules: &Path) -> Result<BTreeMap<PathBuf, PathBuf>> {
    let mut links = BTreeMap::new();
    for entry in fs::read_dir(modules)? {
        let path = entry?.path();
        let Some(name) = path.file_name().filter(|_| path.is_dir()) else {
            continue;
        };
        if name.to_string_lossy().starts_with('@') {
            for package in fs::read_dir(&path)? {
                let package = package?;
                links.insert(Path::new(name).join(package.file_name()), package.path());
            }
        } else {
            links.insert(name.into(), path);
        }
    }
    Ok(links)
}

fn are_there(wanted: &BTreeMap<PathBuf, PathBuf>, place: &Path) -> bool {
    fs::symlink_metadata(place).is_ok_and(|folder| folder.is_dir())
        && wanted.iter().all(|(name, target)| {
            fs::read_link(place.join(name)).is_ok_and(|found| found == *target)
        })
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs;

    use super::update;

    #[test]
    fn what_empties_the_folder_leaves_the_packages() {
        let dir = std::env::temp_dir().join(format!("fiberlane-links-{}", std::process::id()));
        let (modules, place) = (dir.join("cache/node_modules"), dir.join("clone/node_modules"));
        for file in [".bin/wasm-opt", "binaryen/package.json", "@playwright/test/cli.js"] {
            let path = modules.join(file);
            fs::create_dir_all(path.parent().expect("a folder")).expect("created");
            fs::write(path, file).expect("written");
        }
        // What earlier versions left: a link to the whole.
        fs::create_dir_all(dir.join("clone")).expect("created");
        std::os::unix::fs::symlink(&modules, &place).expect("linked");

        for _ in 0..2 {
            update(&modules, &place).expect("linked");
            let text = |file: &str| fs::read_to_string(place.join(file)).expect("read");
            assert_eq!(text("@playwright/test/cli.js"), "@playwright/test/cli.js");
            assert_eq!(text(".bin/wasm-opt"), ".bin/wasm-opt");
            // As `npm ci` begins, and ends with packages of its own.
            for entry in fs::read_dir(&place).expect("read") {
                let path = entry.expect("an entry").path();
                if path.is_symlink() {
                    fs::remove_file(path).expect("removed");
                } else {
                    fs::remove_dir_all(path).expect("removed");
                }
            }
            fs::create_dir_all(place.join("binaryen")).expect("created");
            assert!(modules.join("@playwright/test/cli.js").exists());
            assert!(modules.join("binaryen/package.json").exists());
        }
        fs::remove_dir_all(&dir).expect("removed");
    }
}
