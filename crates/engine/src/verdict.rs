//! What is to be thought of a design, and of what is found in it.

use crate::finding::Finding;
use crate::words::words;

words! {
    /// What is to be thought of a design.
    Verdict {
        /// Every check passes with margin.
        Pass = "pass",
        /// Every check passes, with little margin.
        Tight = "tight",
        /// A figure or a map is missing.
        NotChecked = "not-checked",
        /// A check fails.
        Fail = "fail",
    }
}

impl Verdict {
    /// Whether it works, as far as anybody knows: with margin or with little.
    #[must_use]
    pub const fn passes(self) -> bool {
        matches!(self, Self::Pass | Self::Tight)
    }

    /// Whether it holds; nothing where a figure or a map is missing.
    #[must_use]
    pub const fn holds(self) -> Option<bool> {
        match self {
            Self::Pass | Self::Tight => Some(true),
            Self::NotChecked => None,
            Self::Fail => Some(false),
        }
    }

    /// Whether a finding is a reason for this verdict. Nothing is one for a pass.
    #[must_use]
    pub fn rests_on(self, finding: &Finding) -> bool {
        match self {
            Self::Pass | Self::Tight => false,
            Self::NotChecked => finding.code.leaves_open(),
            Self::Fail => finding.is_error(),
        }
    }

    /// What is to be thought of figures or of a channel that something is missing from or wrong with.
    #[must_use]
    pub(crate) const fn of(wrong: bool, open: bool) -> Self {
        match (wrong, open) {
            (true, _) => Self::Fail,
            (false, true) => Self::NotChecked,
            (false, false) => Self::Pass,
        }
    }
}

/// How much of some findings is wrong, and whether any leaves something open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Weight {
    pub(crate) errors: usize,
    pub(crate) open: bool,
}

impl Weight {
    pub(crate) fn of(findings: &[Finding]) -> Self {
        Self {
            errors: findings.iter().filter(|finding| finding.is_error()).count(),
            open: findings.iter().any(|finding| finding.code.leaves_open()),
        }
    }

    pub(crate) const fn and(self, other: Self) -> Self {
        Self { errors: self.errors + other.errors, open: self.open || other.open }
    }

    pub(crate) const fn verdict(self) -> Verdict {
        Verdict::of(self.errors > 0, self.open)
    }
}
