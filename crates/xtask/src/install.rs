//! Installs a tool once per version: into a folder beside its place, renamed when complete, so
//! that an install that was killed is never taken for a finished one. What is found in the cache is
//! looked at before it is used: one that something else has emptied is installed anew.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use xshell::{Shell, cmd};

use crate::assets::hash;
use crate::inventory;
use crate::steps::step;

/// A program that cargo compiles from a registry package.
pub(crate) struct CargoTool<'a> {
    /// The package's name.
    pub(crate) package: &'a str,
    /// Its exact version.
    pub(crate) version: &'a str,
    /// The one program wanted from it.
    pub(crate) binary: &'a str,
}

/// Compiles the tools that are not in the cache and returns the folder of each one's program.
pub(crate) fn cargo_tools(
    sh: &Shell,
    cache: &Path,
    tools: &[CargoTool<'_>],
) -> Result<Vec<PathBuf>> {
    let place = |tool: &CargoTool<'_>| {
        cache.join("tools").join(format!("{}-{}", tool.package, tool.version))
    };
    let program = |tool: &CargoTool<'_>| {
        place(tool).join("bin").join(tool.binary).with_extension(std::env::consts::EXE_EXTENSION)
    };
    let starts = |tool: &&CargoTool<'_>| starts(sh, &program(tool), tool.version);
    if !tools.iter().all(|tool| starts(&tool)) {
        let _lock = lock(cache)?;
        // One target folder, so that what the tools have in common compiles once.
        let target = cache.join("compiling");
        for tool in tools.iter().filter(|tool| !starts(tool)) {
            if program(tool).exists() {
                println!("    {} in the cache does not start: it is damaged", tool.package);
            }
            let name = format!("install {} {} (once, minutes)", tool.package, tool.version);
            step(&name, || complete(&place(tool), |root| compile(sh, tool, root, &target)))?;
        }
        remove(&target)?;
    }
    Ok(tools.iter().map(|tool| place(tool).join("bin")).collect())
}

/// Whether a program says that it is of this version: an emptied or a foreign one does not.
fn starts(sh: &Shell, program: &Path, version: &str) -> bool {
    let answer = cmd!(sh, "{program} --version").quiet().ignore_stderr().read();
    answer.is_ok_and(|answer| answer.split_whitespace().any(|word| word == version))
}

fn compile(sh: &Shell, tool: &CargoTool<'_>, root: &Path, target: &Path) -> Result<()> {
    let CargoTool { package, version, binary } = tool;
    // The packages' own release profiles spend most of the time on link-time optimization, and
    // their defaults compile a TLS stack for downloads that never happen here.
    cmd!(
        sh,
        "cargo install {package} --version ={version} --locked --no-default-features --bin {binary} --root {root}"
    )
    .env("CARGO_TARGET_DIR", target)
    .env("CARGO_PROFILE_RELEASE_LTO", "off")
    .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
    .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
    .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
    .env_remove("RUSTFLAGS")
    .run()?;
    Ok(())
}

/// Installs the packages of `project`'s lock file and returns their `node_modules`.
pub(crate) fn npm_packages(sh: &Shell, cache: &Path, project: &Path) -> Result<PathBuf> {
    const FILES: [&str; 3] = ["package.json", "package-lock.json", ".npmrc"];
    let lock_file = fs::read(project.join(FILES[1])).context("package-lock.json")?;
    let place = cache.join("tools").join(format!("packages-{}", hash(&lock_file)));
    if !inventory::is_whole(&place) {
        let _lock = lock(cache)?;
        if !inventory::is_whole(&place) {
            if place.exists() {
                println!("    the npm packages in the cache are not whole: they are damaged");
            }
            step("install npm packages (once)", || {
                complete(&place, |root| {
                    fs::create_dir_all(root)?;
                    for file in FILES {
                        fs::copy(project.join(file), root.join(file)).context(file)?;
                    }
                    let _folder = sh.push_dir(root);
                    // No package here needs its install script, and a browser is never fetched.
                    cmd!(sh, "npm ci --ignore-scripts --no-audit --no-fund").run()?;
                    inventory::write(root)
                })
            })?;
        }
    }
    Ok(place.join("node_modules"))
}

/// Lets `work` fill a folder beside `place` and puts it there only when `work` succeeded.
fn complete(place: &Path, work: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
    let partial = place.with_added_extension("partial");
    remove(&partial)?;
    work(&partial)?;
    remove(place)?;
    fs::rename(&partial, place).with_context(|| format!("cannot write {}", place.display()))
}

/// Holds the cache for one installer; another one waits, and then finds everything done.
fn lock(cache: &Path) -> Result<File> {
    fs::create_dir_all(cache.join("tools"))?;
    let file = File::create(cache.join("lock"))?;
    if file.try_lock().is_err() {
        println!("    waiting for another install to finish");
        file.lock()?;
    }
    Ok(file)
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)
            .with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use anyhow::bail;
    use xshell::Shell;

    use super::{complete, remove, starts};

    #[cfg(unix)]
    #[test]
    fn an_emptied_program_is_noticed() {
        use std::os::unix::fs::PermissionsExt;

        let dir = std::env::temp_dir().join(format!("fiberlane-starts-{}", std::process::id()));
        fs::create_dir_all(&dir).expect("created");
        let program = dir.join("tool");
        let write = |text: &str| {
            fs::write(&program, text).expect("written");
            fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("executable");
        };
        let sh = Shell::new().expect("a shell");
        assert!(!starts(&sh, &program, "1.2.3"), "a missing one");
        write("#!/bin/sh\necho tool 1.2.3\n");
        assert!(starts(&sh, &program, "1.2.3"));
        assert!(!starts(&sh, &program, "1.2"), "another version");
        write("#!/bin/sh\nexit 1\n");
        assert!(!starts(&sh, &program, "1.2.3"), "one that fails");
        write("");
        assert!(!starts(&sh, &program, "1.2.3"), "an empty one");
        remove(&dir).expect("removed");
    }

    #[test]
    fn an_install_that_did_not_finish_leaves_nothing() {
        let dir = std::env::temp_dir().join(format!("fiberlane-install-{}", std::process::id()));
        let place = dir.join("tool-1.2.3");
        let fill = |root: &std::path::Path, name: &str| {
            fs::create_dir_all(root)
                .and_then(|()| fs::write(root.join(name), ""))
                .expect("written");
        };
        // What a killed install leaves behind.
        fill(&dir.join("tool-1.2.3.partial"), "half");
        complete(&place, |root| {
            fill(root, "half");
            bail!("no network")
        })
        .expect_err("the work failed");
        assert!(!place.exists());

        complete(&place, |root| {
            fill(root, "whole");
            Ok(())
        })
        .expect("the work succeeded");
        assert!(place.join("whole").exists() && !place.join("half").exists());
        remove(&dir).expect("removed");
    }
}
