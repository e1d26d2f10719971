//! Turns the files of `data/` into typed tables, or fails with file, row and reason.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "how a build script speaks")]

mod applications;
mod maps;
mod parts;
mod table;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=build");
    let (Some(home), Some(out)) = (env::var_os("CARGO_MANIFEST_DIR"), env::var_os("OUT_DIR"))
    else {
        eprintln!("cargo sets CARGO_MANIFEST_DIR and OUT_DIR");
        return ExitCode::FAILURE;
    };
    let data: PathBuf = Path::new(&home).join("data");
    let read = |name: &str| fs::read_to_string(data.join(name)).map_err(|e| format!("{name}: {e}"));
    match generate(&read) {
        Ok((tables, long)) => {
            let out = Path::new(&out);
            let written = fs::write(out.join("tables.rs"), tables)
                .and_then(|()| fs::write(out.join("long.rs"), long));
            if let Err(error) = written {
                eprintln!("{error}");
                return ExitCode::FAILURE;
            }
            ExitCode::SUCCESS
        }
        Err(problems) => {
            for problem in problems {
                println!("cargo::error={problem}");
            }
            ExitCode::FAILURE
        }
    }
}

/// The source text of the short and the long tables.
///
/// # Errors
/// Every problem of every file, as `file:row: field "value": what would be right`.
pub(crate) fn generate(
    read: &dyn Fn(&str) -> Result<String, String>,
) -> Result<(String, String), Vec<String>> {
    let mut problems = Vec::new();
    let mut open = |name: &'static str| table::Table::parse(name, read(name), &mut problems);
    let files = [
        open("applications.csv"),
        open("limits.csv"),
        open("modules.csv"),
        open("breakouts.csv"),
        open("maps.csv"),
        open("parts.csv"),
        open("grades.csv"),
        open("connectors.csv"),
        open("attenuation.csv"),
        open("cost-index.csv"),
        open("sources.csv"),
        open("fibers.csv"),
        open("vendor-parts.csv"),
        open("reflectance.csv"),
        open("channel-rules.csv"),
        open("infiniband.csv"),
        open("speeds.csv"),
        open("trunk-sizes.csv"),
    ];
    let [
        applications,
        limits,
        modules,
        breakouts,
        maps,
        parts,
        grades,
        connectors,
        attenuation,
        costs,
        sources,
        fibers,
        vendor,
        reflectance,
        rules,
        infiniband,
        speeds,
        trunk_sizes,
    ] = files;
    let p = &mut problems;
    let source_ids = sources.unique("id", p);
    for file in [
        &applications,
        &limits,
        &modules,
        &breakouts,
        &maps,
        &parts,
        &grades,
        &connectors,
        &attenuation,
        &costs,
        &trunk_sizes,
        &fibers,
        &vendor,
        &reflectance,
        &rules,
    ] {
        file.check_sources(&source_ids, p);
    }
    let documents = sources.documents(p);
    let names = applications.unique("name", p);
    let map_ids = maps.unique("id", p);
    let mut short = String::new();
    let known = speeds.unique("speed_g", p);
    short += &applications::speeds(&speeds, p);
    short += &applications::applications(&applications, &limits, &known, &names, &documents, p);
    let module_ids = modules.unique("id", p);
    short += &applications::modules(&modules, &applications, &known, &names, &documents, p);
    short += &applications::breakouts(&breakouts, &names, &module_ids, &documents, p);
    short += &applications::channel_rules(&rules, p);
    short += &maps::maps(&maps, p);
    short += &parts::parts(&parts, &maps, &map_ids, p);
    short += &parts::grades(&grades, p);
    short += &parts::catalog_grades(&connectors, &documents, p);
    short += &parts::fiber_classes(&attenuation, p);
    short += &parts::trunk_sizes(&trunk_sizes, p);
    short += &parts::costs(&costs, p);
    short += &applications::reflectances(&reflectance, &names, p);
    let named = |row: &table::Row| !row.text("id", &mut Vec::new()).is_empty();
    let listed = format!(
        "Listed {{ applications: {}, modules: {}, grades: {}, catalog_grades: {}, maps: {}, parts: {} }}",
        applications.places(|_| true, p),
        modules.places(|_| true, p),
        grades.places(|_| true, p),
        connectors.places(named, p),
        maps.places(|_| true, p),
        parts.places(|_| true, p),
    );
    short += &format!(
        "pub(super) static CATALOG: Catalog = Catalog {{ applications: APPLICATIONS, modules: MODULES, breakouts: BREAKOUTS, grades: GRADES, roles: {}, catalog_grades: CATALOG_GRADES, maps: MAPS, parts: PARTS, fiber_classes: FIBER_CLASSES, trunk_sizes: TRUNK_SIZES, speeds: SPEEDS, costs: COSTS, reflectances: REFLECTANCES, channel_rules: CHANNEL_RULES, #[cfg(feature = \"long\")] infiniband: long::INFINIBAND, listed: {listed} }};\n",
        parts::grade_roles(&grades, p),
    );
    let mut long = String::new();
    long += &parts::sources(&sources, p);
    long += &parts::notes(
        &[&applications, &limits, &modules, &breakouts, &connectors, &reflectance, &rules],
        p,
    );
    long += &parts::text_breakouts(&breakouts);
    long += &applications::infiniband(&infiniband, &names, p);
    parts::check_vendor_parts(&vendor, p);
    if problems.is_empty() { Ok((short, long)) } else { Err(problems) }
}
