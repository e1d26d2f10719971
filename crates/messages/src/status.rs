//! What the status of an application is called.

use crate::Voice;
use fiberlane_catalog::Confidence;

/// The word of a status, such as "draft".
#[must_use]
pub fn status_text(voice: Voice<'_>, status: Confidence) -> &str {
    voice.text(match status {
        Confidence::Standard => "status.standard",
        Confidence::Draft => "status.draft",
        Confidence::Msa => "status.msa",
        Confidence::Vendor => "status.vendor",
        Confidence::Unconfirmed => "status.unconfirmed",
    })
}
