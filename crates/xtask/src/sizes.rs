//! What `dist/` weighs, and the limits that a build must keep.

use anyhow::{Context, Result, bail};
use xshell::cmd;

use crate::dist;
use crate::workspace::Workspace;

/// Limit of the page's wasm after brotli, in bytes.
const PAGE_WASM: u64 = 160_000;
/// Limit of everything that must arrive before the first verdict, after brotli, in bytes.
const FIRST_LOAD: u64 = 186_500;

/// Of a module that has its names still: the bytes of code by crate.
const BY_CRATE: &str = include_str!("crates.mjs");
/// Crates that are printed; the others are one row.
const CRATES: usize = 12;

/// Node has gzip and brotli built in; crates for them would compile for a minute.
const SCRIPT: &str = include_str!("sizes.mjs");

/// A file and what it weighs: raw, gzip, brotli.
struct Row {
    path: String,
    sizes: [u64; 3],
}

/// Prints the table and fails if a limit is passed. `first` are the files of the first load.
pub(crate) fn report(workspace: &Workspace, first: &[String]) -> Result<()> {
    let sh = &workspace.sh;
    let dist = workspace.root.join("dist");
    let text = cmd!(sh, "node --input-type=module -e {SCRIPT} {dist}").quiet().read()?;
    let rows = text.lines().map(parse).collect::<Result<Vec<Row>>>()?;

    print_row("file", ["raw", "gzip", "brotli"].map(str::to_owned));
    for row in &rows {
        print_row(&row.path, row.sizes.map(|size| size.to_string()));
    }
    let first: Vec<&Row> = rows.iter().filter(|row| first.contains(&row.path)).collect();
    let sum = [0, 1, 2].map(|i| first.iter().map(|row| row.sizes[i]).sum::<u64>());
    print_row("before the first verdict", sum.map(|size| size.to_string()));
    by_crate(workspace)?;

    let wasm: u64 =
        first.iter().filter(|row| row.path.ends_with(".wasm")).map(|row| row.sizes[2]).sum();
    within("the page's wasm", wasm, PAGE_WASM)?;
    within("everything before the first verdict", sum[2], FIRST_LOAD)
}

/// Prints where the bytes of both modules come from, before the last optimization.
fn by_crate(workspace: &Workspace) -> Result<()> {
    let sh = &workspace.sh;
    for file in ["fiberlane-app_bg.wasm", "fiberlane_bg.wasm"] {
        println!("    {file}, bytes of code by crate, before wasm-opt");
        let path = dist::named(workspace, file);
        let text = cmd!(sh, "node --input-type=module -e {BY_CRATE} {path} fiberlane_").quiet();
        let text = text.read()?;
        let rows: Vec<(&str, u64)> = text
            .lines()
            .filter_map(|line| line.split_once(' '))
            .map(|(size, name)| Ok((name, size.parse()?)))
            .collect::<Result<_>>()?;
        let (shown, rest) = rows.split_at(CRATES.min(rows.len()));
        for (name, size) in shown {
            println!("      {name:<42} {size:>9}");
        }
        println!("      {:<42} {:>9}", "others", rest.iter().map(|(_, size)| size).sum::<u64>());
    }
    Ok(())
}

fn parse(line: &str) -> Result<Row> {
    let mut words = line.splitn(4, ' ');
    let mut number = || words.next()?.parse().ok();
    let sizes = (|| Some([number()?, number()?, number()?]))();
    let (Some(sizes), Some(path)) = (sizes, words.next()) else {
        bail!("sizes.mjs printed `{line}`");
    };
    Ok(Row { path: path.to_owned(), sizes })
}

fn print_row(name: &str, columns: [String; 3]) {
    let [raw, gzip, brotli] = columns;
    println!("    {name:<44} {raw:>9} {gzip:>9} {brotli:>9}");
}

fn within(what: &str, size: u64, limit: u64) -> Result<()> {
    if size > limit {
        let over = size.checked_sub(limit).context("larger")?;
        bail!("{what}: {size} bytes of brotli, {over} more than the limit of {limit}");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{parse, within};

    #[test]
    fn reads_a_line_of_the_script() {
        let row = parse("3 2 1 a name.js").expect("a line");
        assert_eq!((row.sizes, row.path.as_str()), ([3, 2, 1], "a name.js"));
        assert!(parse("3 2 a.js").is_err());
    }

    #[test]
    fn a_limit_is_the_last_size_allowed() {
        within("it", 10, 10).expect("at the limit");
        within("it", 11, 10).expect_err("past the limit");
    }
}
