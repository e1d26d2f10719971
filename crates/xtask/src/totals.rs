//! The runners' own totals, read from what they print.

use std::ops::AddAssign;

/// How many tests ran, by outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Totals {
    /// Tests that passed.
    pub(crate) passed: u64,
    /// Tests that did not, for whatever reason the runner counts apart.
    pub(crate) failed: u64,
}

impl AddAssign for Totals {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// Reads `test result: ok. 12 passed; 0 failed; …`, the last line of each of cargo's test binaries.
pub(crate) fn of_cargo(line: &str) -> Totals {
    let mut totals = Totals::default();
    let Some((_, counts)) =
        line.strip_prefix("test result: ").and_then(|rest| rest.split_once(". "))
    else {
        return totals;
    };
    for count in counts.split("; ") {
        match count_and_word(count) {
            Some((n, "passed")) => totals.passed += n,
            Some((n, "failed")) => totals.failed += n,
            _ => {}
        }
    }
    totals
}

/// Reads one line of Playwright's summary: `  12 passed (3.4s)`, `  1 failed`, `  2 did not run`.
///
/// A test that passed only when repeated, or that never ran, has not passed.
pub(crate) fn of_playwright(line: &str) -> Totals {
    let mut totals = Totals::default();
    let Some(summary) = line.strip_prefix("  ").filter(|rest| !rest.starts_with(' ')) else {
        return totals;
    };
    match count_and_word(summary) {
        Some((n, rest)) if rest.starts_with("passed (") => totals.passed = n,
        Some((n, "failed" | "flaky" | "interrupted" | "did not run")) => totals.failed = n,
        _ => {}
    }
    totals
}

fn count_and_word(text: &str) -> Option<(u64, &str)> {
    let (number, word) = text.split_once(' ')?;
    Some((number.parse().ok()?, word))
}

#[cfg(test)]
mod tests {
    use super::{Totals, of_cargo, of_playwright};

    fn totals(passed: u64, failed: u64) -> Totals {
        Totals { passed, failed }
    }

    #[test]
    fn reads_cargo() {
        let ok = "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out";
        assert_eq!(of_cargo(ok), totals(12, 0));
        let bad = "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured";
        assert_eq!(of_cargo(bad), totals(3, 2));
        assert_eq!(of_cargo("test a::b ... ok"), totals(0, 0));
    }

    #[test]
    fn reads_playwright() {
        assert_eq!(of_playwright("  4 passed (2.1s)"), totals(4, 0));
        assert_eq!(of_playwright("  1 failed"), totals(0, 1));
        assert_eq!(of_playwright("  2 did not run"), totals(0, 2));
        assert_eq!(of_playwright("  1 skipped"), totals(0, 0));
        assert_eq!(of_playwright("  ok  1 [desktop] › 5 passed (1s)"), totals(0, 0));
        assert_eq!(of_playwright("Running 4 tests using 2 workers"), totals(0, 0));
    }
}
