//! Who speaks: the words of a language, the unit of lengths, and the catalog with its names, as one
//! value that is passed to whatever says something.

use crate::{Unit, Words, fill_text};
use fiberlane_catalog::Catalog;

/// What a face speaks with. It belongs to that face, and goes with it.
#[derive(Clone, Debug)]
pub struct Spoken {
    words: Words,
    unit: Unit,
    catalog: &'static Catalog,
}

impl Spoken {
    /// Says everything in these words, lengths in this unit, and names what this catalog has.
    #[must_use]
    pub const fn new(words: Words, unit: Unit, catalog: &'static Catalog) -> Self {
        Self { words, unit, catalog }
    }

    /// The same unit and names in other words.
    #[must_use]
    pub const fn in_words(&self, words: Words) -> Self {
        Self { words, unit: self.unit, catalog: self.catalog }
    }

    /// What is passed.
    #[must_use]
    pub const fn voice(&self) -> Voice<'_> {
        Voice(self)
    }
}

/// Words, unit and names, as they are passed: one pointer. Two of them on two threads, or in two
/// places of a page, know nothing of each other.
#[derive(Clone, Copy, Debug)]
pub struct Voice<'s>(&'s Spoken);

impl<'s> Voice<'s> {
    /// The catalog that names come from.
    #[must_use]
    pub const fn catalog(self) -> &'static Catalog {
        self.0.catalog
    }

    /// The unit of lengths.
    #[must_use]
    pub const fn unit(self) -> Unit {
        self.0.unit
    }

    /// The message of a key, if there is one.
    #[must_use]
    pub fn lookup(self, key: &str) -> Option<&'s str> {
        self.0.words.lookup(key)
    }

    /// The message of a key; the key itself where the locale file lacks it, so that the gap is
    /// seen.
    #[must_use]
    pub fn text(self, key: &'static str) -> &'s str {
        self.lookup(key).unwrap_or(key)
    }

    /// The word for a value on the wire, or the value itself where it needs none.
    #[must_use]
    pub fn word(self, value: &str) -> String {
        let known = self.lookup(&["word.", value].concat());
        #[cfg(feature = "advice")]
        let known = known.or_else(|| self.lookup(&["advice.word.", value].concat()));
        if let Some(known) = known {
            return known.to_owned();
        }
        // A module is called what its maker calls it.
        let module = self.catalog().modules.iter().find(|module| module.id == value);
        module.map_or_else(
            || value.to_owned(),
            |module| [module.vendor, module.part_number].join(" "),
        )
    }

    /// The message of a key with its `{names}` filled in.
    #[must_use]
    pub fn fill(self, key: &str, values: &[(&str, &str)]) -> String {
        fill_text(self.lookup(key).unwrap_or(key), values)
    }

    /// What stands between the items of a list.
    #[must_use]
    pub fn list_comma(self) -> &'s str {
        self.lookup("list.comma").unwrap_or(", ")
    }
}
