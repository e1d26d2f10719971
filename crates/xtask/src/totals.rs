//! The runners' own totals, read from what they print.

use std::ops::AddAssign;
use std::time::Duration;

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

/// How many of the tests that took longest are named at the end.
const NAMED: usize = 10;

/// The tests that took longest, the longest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Slowest(Vec<(Duration, String)>);

impl Slowest {
    /// Takes a line of a runner into account, if it is one of a test with its time.
    pub(crate) fn look_at(&mut self, line: &str) {
        if let Some((time, name)) = timed(line) {
            let place = self.0.partition_point(|(other, _)| *other >= time);
            self.0.insert(place, (time, name.to_owned()));
            self.0.truncate(NAMED);
        }
    }

    /// The tests with their times, the longest first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (Duration, &str)> {
        self.0.iter().map(|(time, name)| (*time, name.as_str()))
    }
}

/// Reads a test of Playwright's list: `  ✓  12 [desktop] › page.spec.mjs:7:1 › its name (1.2s)`.
///
/// Cargo's own runner gives no times on a stable toolchain.
fn timed(line: &str) -> Option<(Duration, &str)> {
    let (head, time) = line.strip_suffix(')')?.rsplit_once(" (")?;
    let (_, numbered) = head.trim_start().split_once(' ')?;
    let (number, name) = numbered.trim_start().split_once(' ')?;
    number.parse::<u32>().ok()?;
    Some((duration(time)?, name)).filter(|(_, name)| name.contains(" › "))
}

/// Reads `850ms`, `1.2s`, `1.5m` or `2.0h`.
fn duration(text: &str) -> Option<Duration> {
    let (number, unit) = text.split_at(text.find(|letter: char| letter.is_ascii_alphabetic())?);
    let number = Duration::try_from_secs_f64(number.parse().ok()?).ok()?;
    match unit {
        "ms" => Some(number / 1000),
        "s" => Some(number),
        "m" => number.checked_mul(60),
        "h" => number.checked_mul(3600),
        _ => None,
    }
}

fn count_and_word(text: &str) -> Option<(u64, &str)> {
    let (number, word) = text.split_once(' ')?;
    Some((number.parse().ok()?, word))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{NAMED, Slowest, Totals, of_cargo, of_playwright};

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
    fn slowest(lines: &[&str]) -> Vec<(u128, String)> {
        let mut slowest = Slowest::default();
        for line in lines {
            slowest.look_at(line);
        }
        slowest.iter().map(|(time, name)| (time.as_millis(), name.to_owned())).collect()
    }

    #[test]
    fn reads_times() {
        let found = slowest(&[
            "Running 5 tests using 2 workers",
            "  ✓    1 [desktop] › page.spec.mjs:7:1 › the opening design can be read (850ms)",
            "  ✓    2 [desktop] › leak.spec.mjs:15:1 › a thousand edits (slow) (1.5m)",
            "  -    3 [phone] › page.spec.mjs:107:1 › by keyboard alone",
            "  ✘  104 [phone] › states.spec.mjs:20:3 › tight (retry #1) (12.4s)",
            "  ok 5 [desktop] › smoke.spec.mjs:9:3 › without scripts › it is there (1.0s)",
            "  ✓    6 [desktop] › page.spec.mjs:9:1 › no time (so to speak)",
            "  4 passed (2.1m)",
            "console › of a page (3s)",
        ]);
        let wanted = [
            (90_000, "[desktop] › leak.spec.mjs:15:1 › a thousand edits (slow)"),
            (12_400, "[phone] › states.spec.mjs:20:3 › tight (retry #1)"),
            (1000, "[desktop] › smoke.spec.mjs:9:3 › without scripts › it is there"),
            (850, "[desktop] › page.spec.mjs:7:1 › the opening design can be read"),
        ];
        assert_eq!(found, wanted.map(|(time, name)| (time, name.to_owned())));
    }

    #[test]
    fn names_only_the_longest() {
        let mut slowest = Slowest::default();
        for number in 1..=30 {
            slowest
                .look_at(&format!("  ✓ {number} [desktop] › a.spec.mjs:1:1 › name ({number}.0s)"));
        }
        let times: Vec<Duration> = slowest.iter().map(|(time, _)| time).collect();
        assert_eq!(times.len(), NAMED);
        assert_eq!(times.first(), Some(&Duration::from_secs(30)));
        assert!(times.is_sorted_by(|one, next| one >= next));
    }
}
