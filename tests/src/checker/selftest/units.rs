//! The exact arithmetic and the maps under the checker.

use serde_json::json;

use crate::checker::maps::{across, cassette, through};
use crate::checker::{exact, exact_text, show};

#[test]
fn decimals_are_exact() {
    assert_eq!(exact_text("0.752", 10), Ok(7_520_000_000));
    assert_eq!(exact_text("-0.0185", 10), Ok(-185_000_000));
    assert_eq!(exact(&json!(0.1), 10), Ok(1_000_000_000));
    assert_eq!(exact(&json!(3), 4), Ok(30_000));
    assert!(exact_text("1e-3", 10).is_err());
    assert!(exact_text("0.00001", 4).is_err());
    assert_eq!(show(-185_000_000, 10), "-0.0185");
    assert_eq!(show(30_000, 4), "3");
    // Three pairs of 0.35 fit into 1.5 − 0.45, not two.
    let left = exact_text("1.5", 10).unwrap() - exact_text("0.45", 10).unwrap();
    assert_eq!(left / exact_text("0.35", 10).unwrap(), 3);
}

#[test]
fn maps_are_those_of_the_tables() {
    let all = |connector: &str, polarity: &str, at: &[u64]| -> Vec<u64> {
        at.iter().map(|p| through(connector, polarity, *p).expect("a known map")).collect()
    };
    let eight = [1, 2, 3, 4, 9, 10, 11, 12];
    assert_eq!(all("MPO-8", "B", &eight), [12, 11, 10, 9, 4, 3, 2, 1]);
    assert_eq!(all("MPO-8", "C", &eight), [2, 1, 4, 3, 10, 9, 12, 11]);
    assert_eq!(all("MPO-16", "B", &[1, 8, 9, 16]), [16, 9, 8, 1]);
    assert_eq!(all("MPO-24", "24-a-geometric", &[1, 12, 13, 24]), [13, 24, 1, 12]);
    assert_eq!(all("MPO-24", "24-b-geometric", &[1, 12, 13, 24]), [12, 1, 24, 13]);
    assert_eq!(all("MPO-24", "24-b-index", &[1, 24]), [24, 1]);
    assert!(through("MPO-24", "A", 1).is_err());
    assert_eq!(across("MPO-12", "aligned", 1), 12);
    assert_eq!(across("MPO-24", "opposed", 1), 13);
    let b2 = cassette("b2", "MPO-8").expect("a method");
    assert!(b2.contains(&(1, 1, 11)) && b2.contains(&(3, 2, 4)) && b2.contains(&(4, 1, 1)));
    let u = cassette("u", "MPO-8").expect("a method");
    assert!(u.contains(&(4, 1, 4)) && u.contains(&(4, 2, 9)));
}
