//! Plans random requests and holds each plan against the independent checker.
//!
//! `cargo run --release -p fiberlane-tests --example independent -- 100000 [SEED] [--first]`
//! prints every kind of discrepancy with its count and one request, every kind of refusal, and how
//! many requests became plans, by route and verdict.
//! `--first` asks for nothing that came with places, counts and far modules.
#![allow(clippy::print_stdout, clippy::expect_used, reason = "a program of tests tells and stops")]

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use fiberlane_catalog::built_in;
use fiberlane_engine::{Value, plan, read_request, write_plan};
use fiberlane_tests::checker::{Facts, check};
use fiberlane_tests::random::{Wire, request};

/// How often a kind was seen, and the first request of it with its own words.
type Kinds = BTreeMap<String, (u64, u64, String, String)>;

/// A sentence without its figures.
fn kind(sentence: &str) -> String {
    let mut out = String::new();
    for c in sentence.chars() {
        let digit = c.is_ascii_digit() || (c == '.' && out.ends_with('#'));
        if !digit {
            out.push(c);
        } else if !out.ends_with('#') {
            out.push('#');
        }
    }
    out
}

fn add(kinds: &mut Kinds, sentence: &str, seed: u64, request: &str) {
    let slot = kinds
        .entry(kind(sentence))
        .or_insert_with(|| (0, seed, request.to_owned(), sentence.to_owned()));
    slot.0 += 1;
}

fn print(title: &str, kinds: &Kinds) {
    let mut rows: Vec<_> = kinds.iter().collect();
    rows.sort_by_key(|(_, row)| std::cmp::Reverse(row.0));
    println!("\n{title}: {} kinds", rows.len());
    for (kind, (count, seed, request, sentence)) in rows {
        println!("{count:>7} {kind}\n        {sentence}\n        seed {seed}: {request}");
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut numbers = arguments.iter().filter_map(|a| a.parse::<u64>().ok());
    let count = numbers.next().unwrap_or(1000);
    let first = numbers.next().unwrap_or(1);
    let wire = if arguments.iter().any(|a| a == "--first") { Wire::First } else { Wire::Whole };
    let facts = Facts::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("facts"))
        .expect("the fact tables are there");
    let next = AtomicU64::new(0);
    let wrong: Mutex<Kinds> = Mutex::default();
    let refused: Mutex<Kinds> = Mutex::default();
    let verdicts: Mutex<BTreeMap<String, BTreeMap<String, u64>>> = Mutex::default();
    let count_verdict = |route: &str, verdict: &str| {
        let mut all = verdicts.lock().expect("no thread panics");
        for route in [route, "all"] {
            *all.entry(route.to_owned()).or_default().entry(verdict.to_owned()).or_default() += 1;
        }
    };
    let agreed = AtomicU64::new(0);
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                loop {
                    let n = next.fetch_add(1, Ordering::Relaxed);
                    if n >= count {
                        break;
                    }
                    let seed = first + n;
                    let asked = request(&facts, seed, wire);
                    let text = asked.to_string();
                    let value: Value = serde_json::from_str(&text).expect("a request is JSON");
                    match read_request(built_in(), &value) {
                        Ok(read) => {
                            let text_of_plan = write_plan(built_in(), &plan(built_in(), &read));
                            let plan: serde_json::Value =
                                serde_json::from_str(&text_of_plan).expect("a plan is JSON");
                            let found = check(&facts, &asked, &plan);
                            let verdict = plan["verdict"].as_str().unwrap_or("").to_owned();
                            let route = &plan["recommended"]["topology"];
                            count_verdict(route.as_str().unwrap_or("nothing"), &verdict);
                            if found.is_empty() {
                                agreed.fetch_add(1, Ordering::Relaxed);
                            }
                            let mut wrong = wrong.lock().expect("no thread panics");
                            for sentence in &found {
                                add(&mut wrong, sentence, seed, &text);
                            }
                        }
                        Err(problems) => {
                            let mut refused = refused.lock().expect("no thread panics");
                            for problem in &problems {
                                add(&mut refused, &problem.to_string(), seed, &text);
                            }
                            count_verdict("refused", "refused");
                        }
                    }
                }
            });
        }
    });
    print("refusals", &refused.into_inner().expect("no thread panics"));
    let wrong = wrong.into_inner().expect("no thread panics");
    print("discrepancies", &wrong);
    println!("\nrequests by route and verdict");
    for (route, of) in verdicts.into_inner().expect("no thread panics") {
        let words: Vec<String> = of.iter().map(|(verdict, n)| format!("{verdict} {n}")).collect();
        println!("{route:>22}: {}", words.join(", "));
    }
    println!("{count} requests, {} plans without a discrepancy", agreed.into_inner());
    if !wrong.is_empty() {
        std::process::exit(1);
    }
}
