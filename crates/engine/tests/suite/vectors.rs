//! The checked answers, each against the plan and the plan against the independent checker.

use crate::cases::{facts, here, planned};
use fiberlane_tests::checker::check;
use serde_json::Value as Json;
use std::fs;

#[test]
fn every_vector_agrees() {
    let facts = facts();
    let text = fs::read_to_string(here("facts/vectors.jsonl")).unwrap();
    let mut count = 0;
    for line in text.lines() {
        let vector: Json = serde_json::from_str(line).unwrap();
        let plan: Json =
            serde_json::from_str(&planned(&vector["request"].to_string()).unwrap()).unwrap();
        let (expect, design) = (&vector["expect"], &plan["recommended"]);
        for (name, found) in [
            ("lengthM", &design["lengthM"]),
            ("worstCaseDb", &design["loss"]["worstCaseDb"]),
            ("limitDb", &design["loss"]["limitDb"]),
            ("reachM", &design["reach"]["limitM"]),
        ] {
            assert_eq!(expect[name].as_f64(), found.as_f64(), "{name} of {line}");
        }
        assert_eq!(expect["verdict"], plan["verdict"], "{line}");
        assert_eq!(check(&facts, &vector["request"], &plan), Vec::<String>::new(), "{line}");
        count += 1;
    }
    assert_eq!(count, 400);
}
