//! An edit is shown in steps. Its verdict is painted in the edit's own frame; the rest follows
//! behind that paint, a part at a time, so that the next key is never kept waiting. Everything else
//! of the answer is made elsewhere, once the request stands in the page.

/// What is drawn together, in the order in which it follows an edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    /// At once: the verdict, and what is wrong with a field.
    Verdict,
    Choices,
    /// The request, which the rest of the answer is worked out for. The last: whoever is told of it
    /// finds everything else in its place.
    Request,
}

/// Every stage.
pub(crate) const STAGES: [Stage; 3] = [Stage::Verdict, Stage::Choices, Stage::Request];
