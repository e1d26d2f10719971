//! Six locale files that say the same: no key missing, none unused, none that a face asks for and
//! nobody wrote; the field's own terms in every language.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

const LANGUAGES: [&str; 6] = ["en", "de", "fr", "es", "ja", "zh-Hans"];

/// Keys that are put together at run time, by how they begin.
const BUILT: [&str; 27] = [
    "advice.place.how.",
    "word.",
    "advice.word.",
    "finding.",
    "advice.reason.",
    "detail.",
    "breakout.",
    "verdict.",
    "choice.",
    "field.",
    "advice.choose.",
    "advice.place.",
    "guide.topic.",
    "example.",
    "locale.",
    "problem.",
    "desk.quote.",
    "desk.rfq.",
    "desk.designs.",
    "desk.compare.",
    "desk.find.",
    "diff.",
    "rfq.",
    "quote.",
    "order.",
    "advice.others.",
    "assume.",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn words(language: &str) -> BTreeMap<String, String> {
    let path = root().join(format!("site/locales/{language}.json"));
    serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap()
}

/// The `{names}` of a message, as often as they stand in it.
fn names(message: &str) -> Vec<String> {
    let mut names: Vec<String> = message
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}').map(|(name, _)| name.to_owned()))
        .collect();
    names.sort();
    names
}

/// Everything that stands between quotes in our sources, and how each begins.
fn literals() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut folders = vec![root().join("crates"), root().join("site")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let extension = path.extension().and_then(|e| e.to_str()).unwrap_or_default();
            if path.is_dir() {
                folders.push(path);
            } else if ["rs", "js", "html"].contains(&extension) {
                let text = fs::read_to_string(&path).unwrap();
                for quote in ['"', '\'', '`'] {
                    found.extend(text.split(quote).map(str::to_owned).filter(|s| s.len() < 60));
                }
            }
        }
    }
    found
}

#[test]
fn every_locale_has_every_key_with_its_names() {
    let english = words("en");
    let mut problems = Vec::new();
    for language in LANGUAGES {
        let own = words(language);
        for (key, message) in &english {
            match own.get(key) {
                None => problems.push(format!("{language}: {key} is missing")),
                Some(text) if text.is_empty() && !message.is_empty() => {
                    problems.push(format!("{language}: {key} is empty"));
                }
                Some(text) if names(text) != names(message) => problems.push(format!(
                    "{language}: {key} has {:?}, not {:?}",
                    names(text),
                    names(message)
                )),
                Some(text) if text.contains('\n') => {
                    problems.push(format!("{language}: {key} has a line break"));
                }
                Some(_) => {}
            }
        }
        for key in own.keys().filter(|key| !english.contains_key(*key)) {
            problems.push(format!("{language}: {key} is in no other language"));
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn every_key_is_used() {
    let literals = literals();
    let unused: Vec<String> = words("en")
        .into_keys()
        .filter(|key| !literals.contains(key))
        .filter(|key| !BUILT.iter().any(|start| key.starts_with(start)))
        .collect();
    assert!(unused.is_empty(), "nobody asks for {unused:?}");
}

/// What is put together is put together from something: every such beginning stands in a source,
/// and what follows it is a word that the sources or the data know.
#[test]
fn keys_that_are_put_together_end_in_words_that_exist() {
    let literals = literals();
    let mut known: BTreeSet<String> = literals.clone();
    let data = root().join("crates/catalog/data");
    for entry in fs::read_dir(data).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        known.extend(text.split([',', '\n', '"', ';']).map(|cell| cell.trim().to_owned()));
    }
    let guide = fs::read_to_string(root().join("site/guide/en.json")).unwrap();
    known.extend(guide.split('"').map(str::to_owned));
    let catalog = fiberlane_catalog::built_in();
    let name = |id| catalog.application(id).name;
    known
        .extend(catalog.breakouts.iter().map(|row| format!("{}|{}", name(row.from), name(row.to))));
    let codes = fiberlane_engine::finding::Code::ALL.iter().map(|code| code.name().to_owned());
    known.extend(codes);
    let mut strange = Vec::new();
    for key in words("en").into_keys().filter(|key| !literals.contains(key)) {
        let Some(start) =
            BUILT.iter().filter(|start| key.starts_with(**start)).max_by_key(|s| s.len())
        else {
            continue;
        };
        let rest = &key[start.len()..];
        let parts = rest.split(['.', '|']);
        // What a tool does and how that is called are two keys.
        let whole = known.contains(rest)
            || key.strip_suffix(".label").is_some_and(|own| literals.contains(own));
        if !whole && !parts.clone().all(|part| known.contains(part)) {
            strange.push(key);
        }
    }
    assert!(strange.is_empty(), "nothing leads to {strange:?}");
}

/// What the sources ask for by its whole name is there.
#[test]
fn every_key_that_is_asked_for_is_there() {
    let english = words("en");
    let starts: BTreeSet<&str> =
        english.keys().filter_map(|key| key.split_once('.').map(|(start, _)| start)).collect();
    let asked = |text: &str, opening: &str, found: &mut BTreeSet<String>| {
        for rest in text.split(opening).skip(1) {
            if let Some((key, _)) = rest.split_once(['"', '\'']) {
                let is_key = key.split_once('.').is_some_and(|(s, rest)| {
                    starts.contains(s) && !rest.is_empty() && !rest.ends_with('.')
                });
                if is_key && !key.contains([' ', '/', '{', '$']) {
                    found.insert(key.to_owned());
                }
            }
        }
    };
    let mut found = BTreeSet::new();
    let mut folders = vec![root().join("crates"), root().join("site")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let Some(extension) = path.extension().and_then(|e| e.to_str()) else { continue };
            let text = match extension {
                "rs" | "js" => fs::read_to_string(&path).unwrap(),
                _ => continue,
            };
            for opening in ["text(\"", "fill(\"", "fill(\n        \"", "say('", "lookup(\""] {
                asked(&text, opening, &mut found);
            }
        }
    }
    assert!(found.len() > 200, "only {} keys were found", found.len());
    let missing: Vec<&String> = found.iter().filter(|key| !english.contains_key(*key)).collect();
    assert!(missing.is_empty(), "no locale has {missing:?}");
}

/// The binding translations of the field's terms are the ones in use.
#[test]
fn the_terms_of_the_field_are_used() {
    let glossary = include_str!("../facts/glossary.csv");
    let mut lines = glossary.lines();
    let languages: Vec<&str> = lines.next().unwrap().split(',').collect();
    let mut missing = Vec::new();
    for (column, language) in languages.iter().enumerate().skip(1) {
        let mut all = String::new();
        for file in [
            format!("site/locales/{language}.json"),
            format!("site/guide/{language}.json"),
            format!("site/guide/terms-{language}.json"),
        ] {
            all += &fs::read_to_string(root().join(file)).unwrap().to_lowercase();
        }
        for line in glossary.lines().skip(1) {
            let cells: Vec<&str> = line.split(',').collect();
            let Some(term) = cells.get(column) else { continue };
            // What stands in brackets is another name for it.
            let term = term.split(['(', '（', '/']).next().unwrap_or(term).trim().to_lowercase();
            if !term.is_empty() && !all.contains(&term) {
                missing.push(format!("{language}: {} is {term}", cells[0]));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

/// The guide says the same in every language: the same answers and terms, in the same order.
#[test]
fn the_guide_is_whole_in_every_language() {
    type Rows = Vec<serde_json::Map<String, serde_json::Value>>;
    let read = |name: String| -> Rows {
        serde_json::from_str(&fs::read_to_string(root().join("site/guide").join(name)).unwrap())
            .unwrap()
    };
    for (file, fixed, said) in [
        ("", &["id", "topic", "rules", "codes", "sources"][..], &["question", "answer"][..]),
        ("terms-", &["id"][..], &["term", "text", "source"][..]),
    ] {
        let english = read(format!("{file}en.json"));
        for language in &LANGUAGES[1..] {
            let own = read(format!("{file}{language}.json"));
            assert_eq!(own.len(), english.len(), "{file}{language}");
            for (ours, theirs) in own.iter().zip(&english) {
                for name in fixed {
                    assert_eq!(ours[*name], theirs[*name], "{file}{language}");
                }
                for name in said {
                    let text = ours[*name].as_str().unwrap_or_default();
                    assert!(!text.is_empty(), "{file}{language}: {}", theirs["id"]);
                }
            }
        }
    }
}

/// A finding leads to an answer, in every language.
#[test]
fn every_code_has_an_answer_in_the_guide() {
    let text = fs::read_to_string(root().join("site/guide/en.json")).unwrap();
    let answers: Vec<serde_json::Value> = serde_json::from_str(&text).unwrap();
    let answered: BTreeSet<&str> = answers
        .iter()
        .flat_map(|answer| answer["codes"].as_array().unwrap())
        .filter_map(serde_json::Value::as_str)
        .collect();
    for code in fiberlane_engine::finding::Code::ALL {
        assert!(answered.contains(code.name()), "{}", code.name());
    }
}

/// In English the words for a part are those on the wire.
#[test]
fn parts_are_described_as_on_the_wire() {
    use fiberlane_catalog::built_in;
    use fiberlane_engine::describe::description;
    use fiberlane_messages::part_words;
    let mut seen = 0;
    for case in crate::cases::all() {
        let value = serde_json::from_str(&case.request).unwrap();
        let Ok(request) = fiberlane_engine::read_request(built_in(), &value) else { continue };
        let Some(design) = fiberlane_engine::verdict(built_in(), &request).recommended else {
            continue;
        };
        for line in &design.frame.order.lines {
            let spaced = part_words(crate::voices::english(), &design, line).replace('\u{a0}', " ");
            assert_eq!(spaced, description(built_in(), &design, line), "{}", case.name);
            seen += 1;
        }
    }
    assert!(seen > 100, "{seen} lines");
}
