//! Random requests with parts in place, modules, breakouts and conversions: the independent checker
//! agrees with each plan. The whole run is an example of this package.

use crate::cases::{facts, planned};
use fiberlane_tests::checker::check;
use fiberlane_tests::random::{Wire, request};
use serde_json::Value as Json;

#[test]
fn a_sample_of_random_requests_agrees() {
    let facts = facts();
    let (mut plans, mut wrong) = (0, Vec::new());
    for seed in 1..=600 {
        let asked = request(&facts, seed, Wire::Whole);
        let Ok(text) = planned(&asked.to_string()) else { continue };
        let plan: Json = serde_json::from_str(&text).unwrap();
        plans += 1;
        let found = check(&facts, &asked, &plan);
        wrong.extend(found.into_iter().map(|why| format!("seed {seed}: {why}\n  {asked}")));
    }
    let shown = wrong.iter().take(20).cloned().collect::<Vec<_>>().join("\n");
    assert!(wrong.is_empty(), "{} discrepancies, first:\n{shown}", wrong.len());
    // Most of what is drawn is a request that anyone may make.
    assert!(plans > 450, "{plans} plans");
}

#[test]
fn a_seed_is_always_the_same_request() {
    let facts = facts();
    for seed in 1..=200 {
        let once = request(&facts, seed, Wire::Whole);
        assert_eq!(once, request(&facts, seed, Wire::Whole));
        assert_ne!(once, request(&facts, seed + 1, Wire::Whole));
    }
}
