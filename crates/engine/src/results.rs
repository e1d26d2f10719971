//! What came of each kind of check of a design: judged here once, read by whoever writes or says it.

use crate::design::Design;
use crate::finding::{Code, Finding};
use crate::loss::all_mate;
use crate::proof::{Lane, Light};
use crate::verdict::Verdict;

/// What came of each kind of check. None of them is tight: little margin is little of all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Results {
    /// Whether all light is received, by the maps.
    pub polarity: Verdict,
    /// Whether pins meet holes everywhere.
    pub pins: Verdict,
    /// Whether end faces fit each other.
    pub faces: Verdict,
    /// Whether interfaces, keys and kind of fiber belong together.
    pub interface: Verdict,
    /// Whether the channel is short enough.
    pub reach: Verdict,
    /// Whether it loses as little as it may.
    pub loss: Verdict,
    /// Whether it loses as much as the receiver needs.
    pub least: Verdict,
}

impl Design {
    /// What came of each kind of check: the findings of the codes that judge it.
    #[must_use]
    pub fn results(&self) -> Results {
        let of = |codes: &[Code]| {
            let found = || self.findings.iter().filter(|finding| codes.contains(&finding.code));
            Verdict::of(found().any(Finding::is_error), found().any(Finding::decides))
        };
        Results {
            polarity: match self.frame.assembly.proof.light() {
                Light::Unknown => Verdict::NotChecked,
                light => Verdict::of(light == Light::Lost, false),
            },
            pins: of(&[Code::Pin001, Code::Pin002]),
            faces: of(&[Code::End001, Code::Key001]),
            interface: of(&[Code::Ifc001, Code::Key002, Code::Mod001]),
            reach: of(&[Code::Rch001, Code::Rch002]),
            loss: of(&[Code::Grd001, Code::Los001, Code::Los002]),
            least: of(&[Code::Ovl001]),
        }
    }

    /// Whether all ends mate that meet. Where two do not, no light comes through, whatever the maps
    /// say.
    #[must_use]
    pub fn mates(&self) -> bool {
        all_mate(&self.frame.matings)
    }

    /// Whether the light of a lane arrives: its maps lead to a receiver, and all ends mate.
    #[must_use]
    pub fn arrives(&self, lane: &Lane) -> bool {
        lane.ok && self.mates()
    }

    /// Whether the light of every lane is known to arrive.
    #[must_use]
    pub fn is_lit(&self) -> bool {
        self.results().polarity.passes() && self.mates()
    }
}
