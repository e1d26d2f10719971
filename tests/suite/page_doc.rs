//! What the page's scripts rely on is described: `docs/page.md` names every attribute, id and class
//! that they go by with the sources that make it, every function that they call with what it takes
//! and gives, every file with when it is loaded; and it names nothing that is not there.

use crate::voices::english;
use fiberlane_bindings::desk::{difference, examples_json, find, search};
use fiberlane_bindings::{answer, sections};
use fiberlane_catalog::built_in;
use fiberlane_engine::Request;
use fiberlane_engine::request::{FarEnd, Topology};
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

static DOCUMENT: LazyLock<String> =
    LazyLock::new(|| fs::read_to_string(root().join("docs/page.md")).unwrap());
/// Every source of the page by the name that it has in the document, without its comments.
static SOURCES: LazyLock<BTreeMap<String, String>> = LazyLock::new(sources);

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn is_script(file: &str) -> bool {
    Path::new(file).extension().is_some_and(|end| end == "js")
}

fn is_style(file: &str) -> bool {
    Path::new(file).extension().is_some_and(|end| end == "css")
}

fn sources() -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders: Vec<(PathBuf, String)> = ["app", "bindings", "chart", "messages", "view"]
        .map(|room| (root().join("crates").join(room).join("src"), format!("{room}/")))
        .into();
    folders.extend([("site", ""), ("site/desk", "desk/")].map(|(f, n)| (root().join(f), n.into())));
    while let Some((folder, prefix)) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let name = format!("{prefix}{}", path.file_name().unwrap().to_str().unwrap());
            if path.is_dir() && folder.components().any(|part| part.as_os_str() == "src") {
                folders.push((path, name + "/"));
            } else if path.extension().is_some_and(|end| ["rs", "js", "css"].iter().any(|e| end == *e))
                // The guide is a page of its own.
                && !name.starts_with("guide")
            {
                found.insert(name, without_comments(&fs::read_to_string(&path).unwrap()));
            }
        }
    }
    let html = fs::read_to_string(root().join("index.html")).unwrap();
    // Above it stands what Trunk is told.
    let (_, body) = html.split_once("<body>").unwrap();
    found.insert("index.html".to_owned(), body.to_owned());
    let trunk = fs::read_to_string(root().join("Trunk.toml")).unwrap();
    found.insert("Trunk.toml".to_owned(), trunk);
    found
}

fn without_comments(text: &str) -> String {
    let is_code = |line: &&str| !["//", "/*", "* "].iter().any(|s| line.trim().starts_with(s));
    text.lines().filter(is_code).collect::<Vec<_>>().join("\n")
}

fn scripts() -> impl Iterator<Item = (&'static str, &'static str)> {
    SOURCES.iter().filter(|(file, _)| is_script(file)).map(|(f, text)| (f.as_str(), text.as_str()))
}

/// What stands between back-ticks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

fn quoted_set(text: &str) -> BTreeSet<String> {
    quoted(text).map(str::to_owned).collect()
}

/// The sources that a cell names.
fn files_in(cell: &str) -> BTreeSet<String> {
    quoted(cell).filter(|name| name.contains('.')).map(str::to_owned).collect()
}

/// The document's part below a heading, with the parts below that.
fn part(heading: &str) -> &'static str {
    let (_, rest) = DOCUMENT
        .split_once(&format!("\n{heading}\n"))
        .unwrap_or_else(|| panic!("docs/page.md has no {heading:?}"));
    let level = heading.split(' ').next().unwrap().len();
    let ends = (2..=level).filter_map(|level| rest.find(&format!("\n{} ", "#".repeat(level))));
    ends.min().map_or(rest, |end| &rest[..end])
}

/// The rows of every table of a text whose head begins with a cell.
fn rows<'a>(text: &'a str, first: &str) -> Vec<Vec<&'a str>> {
    let mut found = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        let Some(cells) = line.strip_prefix("| ").and_then(|line| line.strip_suffix(" |")) else {
            inside &= line.starts_with("|-");
            continue;
        };
        let cells: Vec<&str> = cells.split(" | ").collect();
        if inside {
            found.push(cells);
        } else if cells[0] == first {
            inside = true;
        }
    }
    assert!(!found.is_empty(), "docs/page.md has no table of {first}");
    found
}

/// Every name in `text` that begins with `start` and is not the end of a longer word.
fn names<'a>(text: &'a str, start: &str) -> BTreeSet<&'a str> {
    let in_word = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let found = text.match_indices(start).filter(|(at, _)| {
        !text[..*at].chars().next_back().is_some_and(|c| in_word(c) || c == '/' || c == '.')
    });
    found
        .map(|(at, _)| {
            let rest = &text[at..];
            &rest[..rest.find(|c: char| !in_word(c)).unwrap_or(rest.len())]
        })
        .collect()
}

/// Whether a word stands in a text by itself.
fn has_word(text: &str, word: &str) -> bool {
    let in_word = |c: char| c.is_ascii_alphanumeric() || c == '-';
    text.match_indices(word).any(|(at, _)| {
        !text[..at].chars().next_back().is_some_and(in_word)
            && !text[at + word.len()..].chars().next().is_some_and(in_word)
    })
}

/// What stands in quotes behind `opening`, without what is put in at run time.
fn literals_behind(text: &str, opening: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices(opening) {
        let rest = &text[at + opening.len()..];
        let Some(quote) = rest.chars().next().filter(|c| ['\'', '`', '"'].contains(c)) else {
            continue;
        };
        let literal = rest[1..].split(quote).next().unwrap_or_default();
        let mut plain = String::new();
        for (index, piece) in literal.split("${").enumerate() {
            let piece = if index == 0 { piece } else { piece.split_once('}').map_or("", |p| p.1) };
            plain += piece;
        }
        found.push(plain);
    }
    found
}

/// `lengthM` as `length-m`.
fn kebab(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        if c.is_ascii_uppercase() {
            out.push('-');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}

/// `details_json` as `detailsJson`.
fn camel(name: &str) -> String {
    let mut parts = name.split('_');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| {
        let (head, tail) = part.split_at(1);
        all + &head.to_ascii_uppercase() + tail
    })
}

/// The attributes `data-…` that a source writes or reads by their names.
fn attributes(text: &str) -> BTreeSet<String> {
    let mut found: BTreeSet<String> = names(text, "data-")
        .into_iter()
        .filter(|name| !name.ends_with('-'))
        .map(str::to_owned)
        .collect();
    let mut add = |name: &str| {
        let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
        if end > 0 {
            found.insert(format!("data-{}", kebab(&name[..end])));
        }
    };
    text.split("dataset.").skip(1).for_each(&mut add);
    for line in text.lines() {
        // `const { a, b: name } = element.dataset;` and `'a' in root.dataset`.
        if let Some((list, _)) = line.split_once(" = ").filter(|(_, r)| r.ends_with(".dataset;")) {
            let list = list.rsplit('{').next().unwrap_or_default();
            list.split(',').for_each(|name| add(name.trim()));
        }
        for (before, after) in line.match_indices("' in ").map(|(at, _)| line.split_at(at)) {
            if after.split([')', ' ']).any(|word| word.ends_with(".dataset")) {
                add(before.rsplit('\'').next().unwrap_or_default());
            }
        }
    }
    found
}

/// Whether names of attributes are put together there at run time.
fn puts_together(text: &str) -> bool {
    ["dataset[", "data-${"].iter().any(|sign| text.contains(sign))
}

/// What the document says of the attributes and the sources do not keep, and the other way round.
fn wrong_with_attributes(document: &str, sources: &BTreeMap<String, String>) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut used: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (file, text) in sources {
        for name in attributes(text) {
            used.entry(name).or_default().insert(file);
        }
    }
    let together: BTreeMap<&str, &str> = rows(document, "file")
        .into_iter()
        .map(|cells| (quoted(cells[0]).next().unwrap_or_default(), cells[1]))
        .collect();
    for (file, text) in sources {
        if puts_together(text) != together.contains_key(file.as_str()) {
            wrong.push(format!("{file} and the table of names that are put together"));
        }
    }
    for (file, cell) in &together {
        for name in quoted(cell) {
            used.entry(name.to_owned()).or_default().insert(file);
        }
    }
    // One name may say two things in two places, each with a row of its own.
    let mut told: BTreeMap<&str, [String; 2]> = BTreeMap::new();
    for cells in rows(document, "attribute") {
        for name in quoted(cells[0]) {
            let known = told.entry(name).or_default();
            for (known, cell) in known.iter_mut().zip([cells[2], cells[3]]) {
                *known = [known.as_str(), cell].join(" ");
            }
        }
    }
    for (name, files) in &used {
        let Some([set, read]) = told.get(name.as_str()) else {
            wrong.push(format!("no row for {name} of {files:?}"));
            continue;
        };
        let (makers, readers) = (files_in(set), files_in(read));
        if makers.is_empty() && !set.contains("the embedding page") {
            wrong.push(format!("nobody sets {name}"));
        }
        for file in makers.union(&readers).filter(|file| !files.contains(file.as_str())) {
            wrong.push(format!("{file} has no {name}"));
        }
        for file in files {
            let known = match () {
                () if is_style(file) => true,
                () if is_script(file) => {
                    read.contains("scripts") || makers.contains(*file) || readers.contains(*file)
                }
                () => makers.contains(*file),
            };
            if !known {
                wrong.push(format!("{name} of {file} is not told"));
            }
        }
    }
    for name in told.keys().filter(|name| !used.contains_key(**name)) {
        wrong.push(format!("{name} is nowhere"));
    }
    wrong
}

#[test]
fn every_attribute_is_described() {
    let wrong = wrong_with_attributes(&DOCUMENT, &SOURCES);
    assert!(wrong.is_empty(), "docs/page.md: {wrong:#?}");
}

#[test]
fn a_difference_is_noticed() {
    // Where the document is wrong, another test says so.
    let known = wrong_with_attributes(&DOCUMENT, &SOURCES);
    let more = |document: &str, sources: &BTreeMap<String, String>| -> Vec<String> {
        let wrong = wrong_with_attributes(document, sources).into_iter();
        wrong.filter(|one| !known.contains(one)).collect()
    };
    let with = |file: &str, line: &str| {
        let mut sources = SOURCES.clone();
        sources.get_mut(file).unwrap().push_str(&["\n", line].concat());
        more(&DOCUMENT, &sources)
    };
    let new = ["no row for data-new-one of {\"desk/line.js\"}"];
    assert_eq!(with("desk/line.js", "let a = row.dataset.newOne;"), new);
    assert_eq!(with("desk/line.js", "root.querySelector('[data-new-one]');"), new);
    assert_eq!(with("desk/line.js", "const { kind, newOne: b } = row.dataset;"), new);
    assert_eq!(with("desk/line.js", "if ('newOne' in root.dataset) go();"), new);
    let put = ["desk/line.js and the table of names that are put together"];
    assert_eq!(with("desk/line.js", "row.dataset[kind] = '';"), put);
    let untold = |file: &str| [format!("data-why of {file} is not told")];
    assert_eq!(with("desk/line.js", "row.dataset.why = '';"), untold("desk/line.js"));
    assert_eq!(with("view/proof.rs", "\"data-why\""), untold("view/proof.rs"));
    let less = DOCUMENT.replace("| `data-why` | ", "| `data-whence` | ");
    assert_eq!(more(&less, &SOURCES).len(), 2);
    let unset =
        DOCUMENT.replace("`view/order.rs` | `advice.js` |", "`view/proof.rs` | `advice.js` |");
    let wrong = ["view/proof.rs has no data-why", "data-why of view/order.rs is not told"];
    assert_eq!(more(&unset, &SOURCES), wrong);
}

#[test]
fn the_browser_tests_go_by_what_is_described() {
    let told: BTreeSet<String> =
        rows(&DOCUMENT, "attribute").iter().flat_map(|cells| quoted_set(cells[0])).collect();
    let mut seen = BTreeSet::new();
    for entry in fs::read_dir(root().join("tests/browser")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|end| end == "mjs") {
            seen.extend(attributes(&without_comments(&fs::read_to_string(path).unwrap())));
        }
    }
    assert!(seen.len() > 8, "{seen:?}");
    let missing: Vec<_> = seen.difference(&told).collect();
    assert!(missing.is_empty(), "docs/page.md does not name {missing:?}");
}

/// Whether what a row names is in each source that it names as the maker.
fn unmade(table: &str, column: usize) -> Vec<String> {
    let mut wrong = Vec::new();
    for cells in rows(&DOCUMENT, table) {
        let makers = files_in(cells[column]);
        if makers.is_empty() {
            wrong.push(format!("nobody makes {}", cells[0]));
        }
        for file in makers {
            let Some(text) = SOURCES.get(&file) else {
                wrong.push(format!("{file} is no source of the page"));
                continue;
            };
            for name in quoted(cells[0]) {
                let made = match name.strip_suffix('…') {
                    Some(start) => text.contains(start),
                    None => has_word(text, name),
                };
                if !made {
                    wrong.push(format!("{file} does not make {name}"));
                }
            }
        }
    }
    wrong
}

#[test]
fn every_id_is_described() {
    let told = quoted_set(&DOCUMENT);
    let mut seen = BTreeSet::new();
    for (file, text) in SOURCES.iter() {
        let found = names(text, "fl-").into_iter().filter(|name| *name != "fl-");
        seen.extend(found.map(|name| (file.as_str(), name.to_owned())));
        let found = literals_behind(text, "getElementById(");
        seen.extend(found.into_iter().map(|name| (file.as_str(), name)));
    }
    let covered = |name: &str| {
        let starts = |known: &String| known.strip_suffix('…').is_some_and(|s| name.starts_with(s));
        told.contains(name) || told.iter().any(starts)
    };
    let missing: Vec<_> = seen.iter().filter(|(_, name)| !covered(name)).collect();
    assert!(missing.is_empty(), "docs/page.md does not name {missing:?}");
    let nowhere: Vec<_> = told
        .iter()
        .filter(|name| name.starts_with("fl-") && !name.contains('<'))
        .filter(|name| {
            let start = name.strip_suffix('…').unwrap_or(name);
            !seen
                .iter()
                .any(|(_, known)| known == *name || name.ends_with('…') && known.starts_with(start))
        })
        .collect();
    assert!(nowhere.is_empty(), "docs/page.md names {nowhere:?}, which is nowhere");
    let wrong = unmade("id", 2);
    assert!(wrong.is_empty(), "docs/page.md: {wrong:#?}");
}

/// The classes in the selectors of a script, and those that it sets.
fn classes(text: &str) -> BTreeSet<String> {
    let mut selectors = Vec::new();
    for name in ["querySelector", "querySelectorAll", "closest", "matches"] {
        for call in ["(", "?.("] {
            selectors.extend(literals_behind(text, &[name, call].concat()));
        }
    }
    // Selectors that have a name.
    for opening in ["= ", ": ", ", "] {
        let named = literals_behind(text, opening);
        let is_selector = |text: &String| {
            text.starts_with('.') && text[1..].starts_with(|c: char| c.is_ascii_lowercase())
        };
        selectors.extend(named.into_iter().filter(is_selector));
    }
    let mut found = BTreeSet::new();
    for selector in &selectors {
        for piece in selector.split('.').skip(1) {
            let end = piece.find(|c: char| !c.is_ascii_lowercase() && c != '-');
            found.insert(piece[..end.unwrap_or(piece.len())].to_owned());
        }
    }
    for act in ["add", "remove", "toggle", "contains"] {
        found.extend(literals_behind(text, &format!("classList.{act}(")));
    }
    found.remove("");
    found
}

#[test]
fn every_class_that_a_script_goes_by_is_described() {
    let told: BTreeSet<String> =
        rows(&DOCUMENT, "class").iter().flat_map(|cells| quoted_set(cells[0])).collect();
    let mut missing = Vec::new();
    let mut count = 0;
    for (file, text) in scripts() {
        let found = classes(text);
        count += found.len();
        missing.extend(found.into_iter().filter(|name| !told.contains(name)).map(|n| (file, n)));
    }
    assert!(count > 80, "only {count} uses of classes were found");
    assert!(missing.is_empty(), "docs/page.md does not name {missing:?}");
    let wrong = unmade("class", 2);
    assert!(wrong.is_empty(), "docs/page.md: {wrong:#?}");
}

/// The names that stand in pairs with a key of a locale file: `("undo", "tool.undo")`.
fn paired(file: &str) -> BTreeSet<String> {
    let lines = SOURCES[file].lines().filter_map(|line| line.trim().strip_prefix("(\""));
    lines
        .filter_map(|line| line.split_once("\", \""))
        .filter(|(_, key)| ["tool.", "order."].iter().any(|start| key.starts_with(start)))
        .map(|(name, _)| name.to_owned())
        .collect()
}

#[test]
fn everything_that_a_button_does_is_described() {
    let mut all = BTreeSet::new();
    for cells in rows(part("### What `data-do` names"), "where") {
        let file = quoted(cells[0]).next().unwrap();
        let told = quoted_set(cells[1]);
        let mut made = paired(file);
        made.extend(literals_behind(&SOURCES[file].replace("\\\"", "\""), "data-do="));
        made.remove("");
        // Where the name is put in, nothing stands in the quotes.
        made.retain(|name| !name.contains([')', '.']));
        assert_eq!(told, made, "docs/page.md and {file}");
        all.extend(told);
    }
    let (_, tools) = SOURCES["desk.js"].split_once("const TOOLS = {").unwrap();
    for line in tools.split_once("};").unwrap().0.lines().filter(|line| line.contains(':')) {
        let name = line.split(':').next().unwrap().trim().trim_matches('\'');
        assert!(all.contains(name) || ["term", "save"].contains(&name), "docs/page.md: {name}");
    }
}

fn json(text: &str) -> Json {
    serde_json::from_str(text).unwrap()
}

fn keys(value: &Json) -> BTreeSet<String> {
    value.as_object().unwrap().keys().cloned().collect()
}

/// A request with advice of every kind.
fn sample() -> Request {
    Request {
        application: built_in().application_called("400GBASE-DR4"),
        far_end: Some(FarEnd::Same(None)),
        topology: Some(Topology::Interconnect),
        links: Some(16),
        ..Request::default()
    }
}

#[test]
fn every_part_and_section_is_described() {
    let (_, rest) = DOCUMENT.split_once("\nNames of `data-advice`: ").unwrap();
    let told = quoted_set(rest.split_once("\n\n").unwrap().0);
    assert_eq!(keys(&json(&sections(english(), &sample()))["sections"]), told, "docs/page.md");
    let places = |attribute: &str| -> BTreeSet<String> {
        let files = SOURCES.iter().filter(|(file, _)| file.starts_with("app/"));
        files.flat_map(|(_, text)| literals_behind(text, attribute)).collect()
    };
    assert_eq!(places("data-advice="), told, "places for the sections");
    assert_eq!(places("data-answer="), keys(&json(&answer(english(), &sample(), 0))), "places");
}

/// The signature of a public function as `name(first: Type, second: Type) -> Type`.
fn signatures(text: &str) -> BTreeSet<String> {
    let found = text.split("\npub fn ").skip(1);
    found.filter_map(|rest| rest.split_once(" {")).map(|(line, _)| line.to_owned()).collect()
}

#[test]
fn what_the_page_exports_is_described() {
    let mut made = signatures(&SOURCES["app/main.rs"]);
    let boot = &SOURCES["boot.js"];
    for rest in boot.split("\nexport ").skip(1) {
        let rest = rest.strip_prefix("async ").unwrap_or(rest);
        let line = rest.lines().next().unwrap();
        made.insert(match (line.strip_prefix("function "), line.strip_prefix("const ")) {
            (Some(line), _) => line.trim_end_matches(" {").to_owned(),
            (_, Some(line)) => line.split_once(" =>").unwrap().0.replace(" = ", ""),
            _ => panic!("boot.js exports {line:?}"),
        });
    }
    let told: BTreeSet<String> = rows(part("## What the page's wasm exports"), "function")
        .iter()
        .flat_map(|cells| quoted_set(cells[0]))
        .collect();
    assert_eq!(told, made, "docs/page.md and what is exported");
}

/// The functions of the second module, each with the names of its arguments.
fn exports() -> BTreeMap<String, Vec<String>> {
    let mut found = BTreeMap::new();
    for rest in SOURCES["bindings/lib.rs"].split("\n#[wasm_bindgen").skip(1) {
        let renamed = rest.strip_prefix("(js_name = ").and_then(|rest| rest.split(')').next());
        let (_, rest) = rest.split_once("pub fn ").unwrap();
        let (name, rest) = rest.split_once('(').unwrap();
        let (list, _) = rest.split_once(')').unwrap();
        let list = list.split(',').filter_map(|one| one.split_once(':'));
        let list = list.map(|(name, _)| camel(name.trim())).collect();
        found.insert(renamed.unwrap_or(name).to_owned(), list);
    }
    found
}

/// What the document says of the functions and the sources do not keep.
fn wrong_with_functions(document: &str, sources: &BTreeMap<String, String>) -> Vec<String> {
    let mut wrong = Vec::new();
    let exports = exports();
    let mut asked: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (file, text) in sources.iter().filter(|(file, _)| is_script(file)) {
        for name in ["ask(", "call("].iter().flat_map(|opening| literals_behind(text, opening)) {
            asked.entry(name).or_default().insert(file.clone());
        }
    }
    let table: Vec<_> =
        rows(document, "function").into_iter().filter(|cells| cells.len() == 4).collect();
    let told: BTreeMap<&str, &Vec<&str>> =
        table.iter().map(|cells| (quoted(cells[0]).next().unwrap_or_default(), cells)).collect();
    for name in asked.keys().filter(|name| !exports.contains_key(*name)) {
        wrong.push(format!("the second module has no {name}"));
    }
    for name in exports.keys().chain(asked.keys()).filter(|n| !told.contains_key(n.as_str())) {
        wrong.push(format!("no row for {name}"));
    }
    for (name, cells) in told {
        let Some(arguments) = exports.get(name) else {
            wrong.push(format!("{name} is no function of the second module"));
            continue;
        };
        if !quoted(cells[1]).eq(arguments.iter().map(String::as_str)) {
            wrong.push(format!("{name} takes {arguments:?}"));
        }
        let by = asked.get(name).cloned().unwrap_or_default();
        if files_in(cells[3]) != by || by.is_empty() != (cells[3] == "other programs") {
            wrong.push(format!("{name} is asked by {by:?}"));
        }
    }
    wrong
}

#[test]
fn every_function_that_is_asked_is_described() {
    let wrong = wrong_with_functions(&DOCUMENT, &SOURCES);
    assert!(wrong.is_empty(), "docs/page.md: {wrong:#?}");
    let mut sources = SOURCES.clone();
    sources.get_mut("desk/mail.js").unwrap().push_str("\nawait ask('orderText', wanted());");
    assert_eq!(
        wrong_with_functions(&DOCUMENT, &sources),
        ["orderText is asked by {\"desk/mail.js\", \"desk/share.js\"}"]
    );
    sources.get_mut("desk/mail.js").unwrap().push_str("\nawait ask('newOne');");
    assert!(wrong_with_functions(&DOCUMENT, &sources).contains(&"no row for newOne".to_owned()));
    // Nothing else is asked for than by its name.
    for (file, text) in scripts().filter(|(file, _)| *file != "engine.js") {
        let asked = text.matches("ask(").count();
        assert_eq!(
            literals_behind(text, "ask(").len(),
            asked,
            "{file} asks by a name that is put together"
        );
    }
}

/// Every key of a JSON value, but those of objects that go by names of their own.
fn keys_within(value: &Json, found: &mut BTreeSet<String>) {
    match value {
        Json::Object(fields) => {
            for (name, value) in fields {
                found.insert(name.clone());
                if !["sections", "whys"].contains(&name.as_str()) {
                    keys_within(value, found);
                }
            }
        }
        Json::Array(items) => items.iter().for_each(|item| keys_within(item, found)),
        _ => {}
    }
}

#[test]
fn what_a_function_gives_is_described() {
    let other = Request { links: Some(17), topology: Some(Topology::Direct), ..sample() };
    let results = [
        ("answerSections", answer(english(), &sample(), 0)),
        ("adviceSections", sections(english(), &sample())),
        ("difference", difference(english(), &sample(), &other)),
        ("search", search(english(), "400G DR4", &Request::default())),
        ("examples", examples_json(english())),
    ];
    let table = rows(part("## The second module"), "function");
    for (name, text) in results {
        let mut made = BTreeSet::new();
        keys_within(&json(&text), &mut made);
        let row = table.iter().find(|cells| quoted(cells[0]).any(|n| n == name)).unwrap();
        let told: BTreeSet<String> =
            quoted_set(row[2]).into_iter().filter(|word| !word.starts_with("data-")).collect();
        assert_eq!(told, made, "docs/page.md on {name}");
    }
    let rows_of = json(&search(english(), "400G DR4", &Request::default()))["rows"].clone();
    let short = json(&find(english(), "400G DR4", &Request::default()));
    assert_eq!(keys(&rows_of[0]), keys(&short[0]));
    let details = SOURCES["bindings/lib.rs"].split_once("struct Said {").unwrap().1;
    let fields = details.split_once('}').unwrap().0.lines().filter_map(|line| line.split_once(':'));
    let made: BTreeSet<String> = fields.map(|(name, _)| camel(name.trim())).collect();
    let (_, told) = DOCUMENT.split_once("\n`detailsJson` ").unwrap();
    assert_eq!(quoted_set(told.split_once("\n\n").unwrap().0), made, "docs/page.md on detailsJson");
}

/// The fields of a form, as its markup names them.
fn fields_of(section: &str) -> BTreeSet<String> {
    let found = json(&sections(english(), &sample()))["sections"][section].clone();
    literals_behind(found.as_str().unwrap(), " name=").into_iter().collect()
}

#[test]
fn every_field_of_the_forms_is_described() {
    for cells in rows(part("### Forms about the place"), "form") {
        let form = quoted(cells[0]).next().unwrap();
        let told: BTreeSet<String> = quoted_set(cells[1]);
        assert_eq!(told, fields_of(form), "docs/page.md on the form {form}");
    }
}

/// What a script imports as it is loaded, itself included.
fn loaded_with(file: &str, found: &mut BTreeSet<String>) {
    if !found.insert(file.to_owned()) {
        return;
    }
    for line in SOURCES[file].lines().filter(|line| line.starts_with("import ")) {
        let Some((_, path)) = line.split_once(" from '") else { continue };
        let path = path.trim_end_matches("';");
        let folder = if file.starts_with("desk/") { "desk/" } else { "" };
        let path = match (path.strip_prefix("../"), path.strip_prefix("./")) {
            (Some(path), _) => path.to_owned(),
            (_, Some(path)) => [folder, path].concat(),
            _ => panic!("{file} imports {path}"),
        };
        loaded_with(&path, found);
    }
}

#[test]
fn every_script_stands_where_it_is_loaded() {
    let table = rows(part("## What is loaded when"), "when");
    let told = |when: &str| -> BTreeSet<String> {
        let row = table.iter().find(|cells| cells[0].starts_with(when)).unwrap();
        files_in(row[1]).into_iter().filter(|file| is_script(file)).collect()
    };
    let mut with_desk = BTreeSet::new();
    loaded_with("desk.js", &mut with_desk);
    with_desk.insert("advice-worker.js".to_owned());
    assert_eq!(told("before"), BTreeSet::from(["boot.js".to_owned()]));
    assert_eq!(told("right after"), with_desk);
    let mut all = with_desk;
    for when in ["before", "on first use", "when it is opened"] {
        all.extend(told(when));
    }
    let made: BTreeSet<String> = scripts().map(|(file, _)| file.to_owned()).collect();
    assert_eq!(all, made, "docs/page.md and the scripts");
    let mut worker = DOCUMENT.split("\nThe worker takes messages").nth(1).unwrap().split("\n\n");
    for name in quoted(worker.next().unwrap()) {
        assert!(has_word(&SOURCES["advice-worker.js"], name), "the worker knows no {name}");
    }
}

#[test]
fn everything_that_is_kept_is_described() {
    let told: BTreeSet<String> = rows(part("## What the browser keeps"), "key")
        .iter()
        .flat_map(|cells| quoted(cells[0]).map(str::to_owned))
        .collect();
    let mut made = BTreeSet::new();
    for (_, text) in scripts() {
        for quote in ['\'', '`'] {
            let found = text.split(quote).filter(|piece| piece.starts_with("fiberlane."));
            made.extend(found.filter(|piece| !piece.contains([' ', '/'])).map(str::to_owned));
        }
    }
    // Put together from the names of both selects.
    assert!(made.remove("fiberlane.${name}"));
    assert_eq!(told, made, "docs/page.md and what the scripts keep");
}
