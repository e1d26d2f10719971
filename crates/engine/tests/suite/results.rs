//! What came of each kind of check is what the verdict says, and light arrives where all of it does.

use crate::cases::facts;
use fiberlane_catalog::built_in;
use fiberlane_engine::design::{Design, Verdict};
use fiberlane_engine::finding::Code;
use fiberlane_engine::results::Results;
use fiberlane_engine::{read_request, verdict};
use fiberlane_tests::random::{Wire, request};
use std::collections::BTreeSet;

const FIRST: u64 = 4_800_001;
const PLANS: u64 = 1_500;

/// What decides about a design besides its results: whether the two ends link at all.
fn of_the_link(design: &Design) -> bool {
    design.findings.iter().any(|finding| finding.is_error() && finding.code == Code::Brk002)
}

fn has(design: &Design, codes: &[Code]) -> bool {
    design.findings.iter().any(|finding| finding.is_error() && codes.contains(&finding.code))
}

#[test]
fn what_came_of_each_kind_of_check_is_the_verdict() {
    let facts = facts();
    let mut seen = BTreeSet::new();
    for seed in FIRST..FIRST + PLANS {
        let asked = serde_json::from_value(request(&facts, seed, Wire::Whole)).unwrap();
        let Ok(request) = read_request(built_in(), &asked) else { continue };
        let Some(design) = verdict(built_in(), &request).recommended else { continue };
        let Results { polarity, pins, faces, interface, reach, loss, least } = design.results();
        let all = [polarity, pins, faces, interface, reach, loss, least];
        let worst =
            if of_the_link(&design) { Verdict::Fail } else { all.into_iter().max().unwrap() };
        // Little margin is little of all.
        let passes = |verdict: Verdict| if verdict.passes() { Verdict::Pass } else { verdict };
        assert_eq!(passes(design.verdict), worst, "{seed}: {all:?}");
        let lost = [Code::Pol001, Code::Pol002, Code::Pol004, Code::Pol005];
        assert_eq!(polarity == Verdict::Fail, has(&design, &lost), "{seed}");
        let mating = [Code::Pin001, Code::Pin002, Code::End001, Code::Key001, Code::Key002];
        let latching = has(&design, &mating) || has(&design, &[Code::Ifc001]);
        assert_eq!(design.mates(), !latching, "{seed}");
        let lanes = &design.frame.assembly.proof.lanes;
        if design.is_lit() {
            assert!(lanes.iter().all(|lane| design.arrives(lane)), "{seed}");
        }
        seen.extend(all.into_iter().enumerate());
        seen.insert((all.len(), design.verdict));
    }
    // Each of them holds here and does not there; a figure may be missing for three of them.
    for at in 0..7 {
        assert!(seen.contains(&(at, Verdict::Pass)), "{at}");
        assert!(at == 6 || seen.contains(&(at, Verdict::Fail)), "{at}: {seen:?}");
    }
    for at in [0, 4, 5] {
        assert!(seen.contains(&(at, Verdict::NotChecked)), "{at}");
    }
}
