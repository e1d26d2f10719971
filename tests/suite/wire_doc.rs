//! What other programs rely on is described: `docs/wire.md` names every key and every column of the
//! goldens.

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
