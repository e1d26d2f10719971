//! Spares: a percentage for all that can be spare, or one for each kind.

use std::collections::BTreeMap;

use serde_json::Value;

/// Kinds of which spares are ordered.
const KINDS: [&str; 4] = ["trunk", "cord", "harness", "cassette"];

/// Percent of each kind.
#[derive(Clone, Debug, Default)]
pub(crate) struct Spares(BTreeMap<String, u64>);

impl Spares {
    /// Reads `spares` of the request; a kind that is not named has none.
    ///
    /// # Errors
    /// A sentence when a percentage is out of range.
    pub(crate) fn read(request: &Value) -> Result<Self, String> {
        let percent = |v: &Value| match v.as_u64() {
            Some(n) if n > 100 => Err(format!("spares of {n} is out of range")),
            other => Ok(other.unwrap_or(0)),
        };
        let mut of = BTreeMap::new();
        match request.get("spares") {
            Some(Value::Object(kinds)) => {
                for (kind, value) in kinds {
                    of.insert(kind.clone(), percent(value)?);
                }
            }
            Some(value) => {
                let all = percent(value)?;
                of.extend(KINDS.map(|kind| (kind.to_owned(), all)));
            }
            None => {}
        }
        Ok(Self(of))
    }

    /// Percent of a kind of order line.
    pub(crate) fn of(&self, kind: &str) -> u64 {
        if KINDS.contains(&kind) { self.0.get(kind).copied().unwrap_or(0) } else { 0 }
    }
}
