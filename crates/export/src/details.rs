//! What the person who hands a document out says on it.

/// Whose connectors a request asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BrandWish {
    /// Anybody's.
    #[default]
    Any,
    /// MTP, or what is technically equivalent and proven.
    Equivalent,
    /// MTP and no other.
    Mtp,
}

impl BrandWish {
    /// The wish of this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "any" => Self::Any,
            "equivalent" => Self::Equivalent,
            "mtp" => Self::Mtp,
            _ => return None,
        })
    }
}

/// What stands on a document beside the design. Everything may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Details {
    /// Number of the document.
    pub number: String,
    /// Who it is for.
    pub customer: String,
    /// Its date, as it was typed.
    pub date: String,
    /// Who made it.
    pub prepared_by: String,
    /// Notes, in paragraphs.
    pub notes: String,
    /// The address that leads back to the design.
    pub link: String,
    /// Whose connectors; where nothing is said, as the design has them.
    pub brand: Option<BrandWish>,
}
