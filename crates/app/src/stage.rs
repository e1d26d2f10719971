//! An edit is shown in steps. Its verdict is painted in the edit's own frame; the rest follows
//! behind that paint, a part at a time, so that the next key is never kept waiting.

/// What is drawn together, in the order in which it follows an edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    /// At once: the verdict, and what is wrong with a field.
    Verdict,
    Channel,
    Choices,
    /// The order, and the request that all of it is for.
    Tables,
}

/// Every stage.
pub(crate) const STAGES: [Stage; 4] =
    [Stage::Verdict, Stage::Channel, Stage::Choices, Stage::Tables];
