//! The far end of a row: its application, and the module that was named for it.

use super::designation::key;
use super::rows::Row;
use super::word::{Meaning, Word};
use fiberlane_catalog::{ModuleId, built_in};

/// The module that a word names at the far end of a row, where it fits there.
pub(super) fn module(word: &Word, row: &Row) -> Option<ModuleId> {
    let Meaning::Name(name) = &word.meaning else { return None };
    let to = row.far.as_ref().map_or(row.application, |far| far.row.to);
    let named = |id: &ModuleId| {
        let module = built_in().module(*id);
        module.application == to && [module.part_number, module.id].iter().any(|n| key(n) == *name)
    };
    built_in().module_ids().find(named)
}
