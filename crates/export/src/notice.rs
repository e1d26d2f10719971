//! What a document must not leave unsaid: that a design fails or was not checked, and on whose
//! figures it stands.

use fiberlane_catalog::{ApplicationId, Confidence};
use fiberlane_engine::Verdicts;
use fiberlane_engine::design::{Design, Verdict};
use fiberlane_engine::finding::{Code, Fact};
use fiberlane_messages::{Voice, finding_text, headline, rests_on};

/// A reservation on the figures of an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// From a draft.
    Draft,
    /// From a multi-source agreement.
    Agreement,
    /// One vendor's own.
    Proprietary,
    /// Commonly published, not confirmed.
    Unconfirmed,
}

impl Mark {
    /// Every mark, the gravest first.
    const ALL: [Self; 4] = [Self::Draft, Self::Unconfirmed, Self::Proprietary, Self::Agreement];

    const fn code(self) -> Code {
        match self {
            Self::Draft => Code::Src001,
            Self::Agreement => Code::Src002,
            Self::Proprietary => Code::Src003,
            Self::Unconfirmed => Code::Src004,
        }
    }

    /// As one word beside a name.
    #[must_use]
    pub fn word(self, voice: Voice<'_>) -> &str {
        voice.text(match self {
            Self::Draft => "status.draft",
            Self::Agreement => "status.msa",
            Self::Proprietary => "status.vendor",
            Self::Unconfirmed => "status.unconfirmed",
        })
    }

    /// As it stands beside a title.
    #[must_use]
    pub fn title(self, voice: Voice<'_>) -> &str {
        voice.text(match self {
            Self::Draft => "quote.mark.draft",
            Self::Agreement => "quote.mark.msa",
            Self::Proprietary => "quote.mark.vendor",
            Self::Unconfirmed => "quote.mark.unconfirmed",
        })
    }
}

/// The marks of one application within a design, with those of the published type of its ports.
#[must_use]
pub fn application_marks(voice: Voice<'_>, design: &Design, id: ApplicationId) -> Vec<Mark> {
    let ports = design.figures.optics.iter().filter(|optic| optic.application == id);
    let names: Vec<&'static str> = std::iter::once(id)
        .chain(ports.map(|optic| optic.port))
        .map(|id| voice.catalog().application(id).name)
        .collect();
    let said = |mark: &Mark| {
        design.findings.iter().any(|finding| {
            let of =
                |name: &&'static str| finding.facts.contains(&("application", Fact::name(name)));
            // Of a breakout or a module it is said beside, not of the application.
            finding.code == mark.code() && finding.subject == "application" && names.iter().any(of)
        })
    };
    Mark::ALL.into_iter().filter(said).collect()
}

/// The published document of an application. A maker's own type has none, and what the catalog says
/// of it names makers: that is for the program, not for a paper that a customer gets.
#[must_use]
pub fn document(voice: Voice<'_>, id: ApplicationId) -> Option<&'static str> {
    let application = voice.catalog().application(id);
    (application.status != Confidence::Vendor).then_some(application.standard)
}

/// The marks of a whole design, each once.
#[must_use]
pub fn marks(design: &Design) -> Vec<Mark> {
    let said = |mark: &Mark| design.findings.iter().any(|finding| finding.code == mark.code());
    Mark::ALL.into_iter().filter(said).collect()
}

/// That the design fails or could not be checked, with the reason; nothing where it passes.
#[must_use]
pub fn state(voice: Voice<'_>, first: &Verdicts) -> Option<String> {
    let key = match first.verdict {
        Verdict::Pass | Verdict::Tight => return None,
        Verdict::Fail => "quote.fails",
        Verdict::NotChecked => "quote.unchecked",
    };
    let why = first.reason().map(|found| finding_text(voice, found, first.recommended.as_ref()));
    Some(voice.fill(key, &[("why", &why.unwrap_or_default())]))
}

/// The verdict with what it rests on that nobody said; nothing where all was said.
pub(crate) fn condition(voice: Voice<'_>, first: &Verdicts) -> Option<String> {
    rests_on(voice, first, "").map(|_| headline(voice, first))
}

/// The state and what comes from a draft: what every list carries along, however short.
#[must_use]
pub fn notices(voice: Voice<'_>, first: &Verdicts) -> Vec<String> {
    let drafts = first.findings.iter().filter(|finding| finding.code == Code::Src001);
    let drafts = drafts.map(|finding| finding_text(voice, finding, first.recommended.as_ref()));
    state(voice, first).into_iter().chain(condition(voice, first)).chain(drafts).collect()
}
