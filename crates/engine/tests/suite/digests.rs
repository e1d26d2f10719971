//! Ten thousand random requests are answered as they were: a digest of each plan, and of the link
//! that carries its request, against a committed list. Whoever moves walls sees that no answer moved;
//! whoever mends an answer writes the list anew and says which plans it concerns.
//!
//! One of ten is tried in every run, all of them with `FIBERLANE_SEEDS=all` in the environment and
//! where the list is written anew.

use crate::cases::{facts, here};
use fiberlane_catalog::built_in;
use fiberlane_engine::{encode_fragment, plan, read_request, write_plan};
use fiberlane_tests::checker::Facts;
use fiberlane_tests::goldens::updating;
use fiberlane_tests::random::{Wire, request};
use std::fmt::Write as _;
use std::fs;

/// The first seed; no other test draws from here on.
const FIRST: u64 = 5_000_001;
const PLANS: u64 = 10_000;
/// How many digests stand in a line of the list.
const LINE: u64 = 10;

/// FNV-1a, 64 bits.
fn digest(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// What is answered: the plan as it is written and the link, or every reason why not.
fn answer(facts: &Facts, seed: u64) -> String {
    let asked = request(facts, seed, Wire::Whole);
    match read_request(built_in(), &serde_json::from_value(asked).unwrap()) {
        Ok(request) => {
            let plan = plan(built_in(), &request);
            write_plan(built_in(), &plan) + &encode_fragment(built_in(), &request)
        }
        Err(problems) => problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"),
    }
}

#[test]
fn ten_thousand_plans_are_as_they_were() {
    let all = updating() || std::env::var_os("FIBERLANE_SEEDS").is_some_and(|seeds| seeds == "all");
    let facts = facts();
    let digests = |seeds: Vec<u64>| -> Vec<(u64, String)> {
        let one = |seed| (seed, format!("{:08x}", digest(&answer(&facts, seed)) >> 32));
        seeds.into_iter().map(one).collect()
    };
    let half = |odd: u64| -> Vec<u64> {
        (0..PLANS)
            .filter(|at| (all || at % LINE == at / LINE % LINE) && at / LINE % 2 == odd)
            .map(|at| FIRST + at)
            .collect()
    };
    let mut new: Vec<(u64, String)> = std::thread::scope(|threads| {
        let other = threads.spawn(|| digests(half(1)));
        let mut own = digests(half(0));
        own.extend(other.join().unwrap());
        own
    });
    new.sort();
    let path = here("digests.txt");
    if updating() {
        let mut list = String::new();
        for line in new.chunks(LINE as usize) {
            let digests: Vec<&str> = line.iter().map(|(_, digest)| digest.as_str()).collect();
            writeln!(list, "{} {}", line[0].0, digests.join(" ")).unwrap();
        }
        fs::write(&path, &list).unwrap();
        return;
    }
    let list = fs::read_to_string(&path).unwrap();
    let known: Vec<&str> = list.lines().flat_map(|line| line.split(' ').skip(1)).collect();
    assert_eq!(known.len() as u64, PLANS, "so many digests stand in the list");
    let same = |(seed, digest): &&(u64, String)| known[(seed - FIRST) as usize] == digest;
    let moved: Vec<u64> = new.iter().filter(|one| !same(one)).map(|(seed, _)| *seed).collect();
    let shown = &moved[..moved.len().min(20)];
    assert!(moved.is_empty(), "{} of {} plans moved: {shown:?}", moved.len(), new.len());
}
