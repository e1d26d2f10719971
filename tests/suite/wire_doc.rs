//! What other programs rely on is described: `docs/wire.md` names every key and every column of the
//! goldens, and every field that a request is read with.

use fiberlane_engine::request::{
    AttenuationBasis, Brand, Budget, Conversion, Field, InstalledKind, LimitBasis, Method, Pinning,
    Place, Priority, Topology, inner_fields,
};
use serde_json::Value as Json;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Everything that stands between back-ticks or quotes.
fn described() -> BTreeSet<&'static str> {
    include_str!("../../docs/wire.md").split(['`', '"']).collect()
}

fn keys(value: &Json, found: &mut BTreeSet<String>) {
    match value {
        Json::Object(fields) => {
            for (name, value) in fields {
                found.insert(name.clone());
                // A finding has facts of its own names; `fiberlane explain` tells them. Options go by
                // the fields of a request.
                if name != "facts" {
                    keys(value, found);
                }
            }
        }
        Json::Array(items) => items.iter().for_each(|item| keys(item, found)),
        _ => {}
    }
}

#[test]
fn every_key_and_column_is_described() {
    let mut found = BTreeSet::new();
    let goldens = Path::new(env!("CARGO_MANIFEST_DIR")).join("goldens");
    for folder in fs::read_dir(goldens).unwrap() {
        let folder = folder.unwrap().path();
        if let Ok(plan) = fs::read_to_string(folder.join("plan.json")) {
            keys(&serde_json::from_str(&plan).unwrap(), &mut found);
        }
        if let Ok(table) = fs::read_to_string(folder.join("order.csv")) {
            let head = table.lines().next().unwrap_or_default();
            found.extend(head.split(',').map(str::to_owned));
        }
    }
    assert!(found.len() > 100, "{found:?}");
    let known = described();
    let missing: Vec<_> = found.iter().filter(|key| !known.contains(key.as_str())).collect();
    assert!(missing.is_empty(), "docs/wire.md does not name {missing:?}");
}

/// The cells of the first row that begins with a field, without the marks of code.
fn row(text: &str, field: &str) -> Option<Vec<String>> {
    let named = |cell: &str| cell.split('`').any(|name| name == field);
    let rows = text.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"));
    let mut rows = rows.map(|line| line.split(" | ").map(str::to_owned).collect::<Vec<_>>());
    rows.find(|cells| named(&cells[0]))
}

/// The document's part that begins with a sentence.
fn part(beginning: &str) -> &'static str {
    let text = include_str!("../../docs/wire.md");
    let at = text.find(beginning).unwrap_or_else(|| panic!("{beginning:?} is not there"));
    let rest = &text[at..];
    rest.split_once("\n## ").map_or(rest, |(part, _)| part)
}

/// Every field by itself and at its own place: a word that stands elsewhere describes nothing here.
#[test]
fn every_field_of_a_request_is_described() {
    let outer = part("## Request");
    for name in ["schema"].into_iter().chain(Field::ALL.iter().map(|field| field.name())) {
        assert!(row(outer, name).is_some(), "docs/wire.md has no row for {name}");
    }
    let (inner, parts) = (part("Fields within fields"), part("A part of `installed`"));
    let head = parts.lines().find(|line| line.starts_with("| field |")).unwrap();
    let head: Vec<&str> = head.trim_matches(['|', ' ']).split(" | ").collect();
    let mut seen = BTreeSet::new();
    for (place, name) in inner_fields() {
        let Some(kind) = place.strip_prefix("installed.") else {
            let path = format!("{place}.{name}");
            assert!(row(inner, &path).is_some(), "docs/wire.md has no row for {path}");
            continue;
        };
        let column = head.iter().position(|cell| cell.trim_matches('`') == kind);
        let column = column.unwrap_or_else(|| panic!("docs/wire.md has no column for {kind}"));
        let cells = row(parts, name).unwrap_or_else(|| panic!("no row for {name} of {kind}"));
        assert_ne!(cells[column], "–", "docs/wire.md says that {kind} has no {name}");
        seen.insert((column, name));
    }
    // And nothing is described that is refused.
    for line in parts.lines().filter(|line| line.starts_with("| `")) {
        let cells: Vec<&str> = line.trim_matches(['|', ' ']).split(" | ").collect();
        let name = cells[0].trim_matches('`');
        for (column, kind) in head.iter().enumerate().skip(1) {
            let known = seen.iter().any(|(at, known)| *at == column && *known == name);
            assert_eq!(known, cells[column] != "–", "docs/wire.md on {name} of {kind}");
        }
    }
}

/// The words that a field takes are told, too.
#[test]
fn every_word_of_a_request_is_described() {
    fn told(field: &str, words: impl Iterator<Item = &'static str>) {
        let cells = row(part("## Request"), field).unwrap();
        for word in words {
            let quoted = [["\"", word, "\""].concat(), ["`", word, "`"].concat()];
            let known = quoted.iter().any(|word| cells[1].contains(word.as_str()));
            assert!(known, "docs/wire.md on {field} does not name {word}");
        }
    }
    told("brand", Brand::ALL.iter().map(|word| word.name()));
    told("topology", Topology::ALL.iter().map(|word| word.name()));
    told("polarity", Method::ALL.iter().map(|word| word.name()));
    told("pinning", Pinning::ALL.iter().map(|word| word.name()));
    told("attenuation", AttenuationBasis::ALL.iter().map(|word| word.name()));
    told("limit", LimitBasis::ALL.iter().map(|word| word.name()));
    told("priority", Priority::ALL.iter().map(|word| word.name()));
    told("conversion", Conversion::ALL.iter().map(|word| word.name()));
    told("situation.place", Place::ALL.iter().map(|word| word.name()));
    told("situation.budget", Budget::ALL.iter().map(|word| word.name()));
    let kinds = part("A part of `installed`").lines().find(|line| line.starts_with("| field |"));
    for kind in InstalledKind::ALL {
        assert!(kinds.is_some_and(|line| line.contains(kind.name())), "{}", kind.name());
    }
}
