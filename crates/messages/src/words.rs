//! The words of one language: the messages of one locale file, by key.
//!
//! A face loads `site/locales/<lang>.json` and hands its entries over. With the feature `english`
//! that file is compiled in as well, for faces that read no files.

#[cfg(feature = "english")]
include!(concat!(env!("OUT_DIR"), "/english.rs"));

/// Keys with their messages.
///
/// One text with the places of its lines: what belongs to a language goes with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// A key on one line and its message on the next, in byte order of the keys.
    text: String,
    /// Where keys and messages end.
    ends: Vec<[usize; 2]>,
}

impl Words {
    /// None at all: a face before its words have arrived.
    #[must_use]
    pub const fn none() -> Self {
        Self { text: String::new(), ends: Vec::new() }
    }

    /// The words of a locale file: a key on one line and its message on the next, in byte order of
    /// the keys.
    #[must_use]
    pub fn new(entries: String) -> Self {
        let mut ends = Vec::new();
        let mut lines = entries.split('\n');
        let mut at = 0;
        while let (Some(key), Some(message)) = (lines.next(), lines.next()) {
            let between = at + key.len();
            let end = between + 1 + message.len();
            ends.push([between, end]);
            at = end + 1;
        }
        Self { text: entries, ends }
    }

    /// The English ones that are compiled in.
    #[cfg(feature = "english")]
    #[must_use]
    pub fn english() -> Self {
        Self::new(ENGLISH.to_owned())
    }

    /// The key and the message at a place.
    fn entry(&self, index: usize) -> Option<(&str, &str)> {
        let [between, end] = *self.ends.get(index)?;
        let from = match index.checked_sub(1) {
            Some(before) => self.ends.get(before)?[1] + 1,
            None => 0,
        };
        Some((self.text.get(from..between)?, self.text.get(between + 1..end)?))
    }

    /// The message of a key, if there is one.
    #[must_use]
    pub fn lookup(&self, key: &str) -> Option<&str> {
        let (mut from, mut to) = (0, self.ends.len());
        while from < to {
            let middle = from.midpoint(to);
            let (known, message) = self.entry(middle)?;
            if known == key {
                return Some(message);
            }
            if known < key {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        None
    }

    /// Every key, in order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len()).filter_map(|index| self.entry(index)).map(|(key, _)| key)
    }
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn every_key_finds_its_message() {
        let words = Words::new("a\n1\nb.c\n\nd\nzwei\nleft over".to_owned());
        assert_eq!(words.keys().collect::<Vec<_>>(), ["a", "b.c", "d"]);
        assert_eq!(
            ["a", "b.c", "d"].map(|key| words.lookup(key)),
            [Some("1"), Some(""), Some("zwei")]
        );
        assert_eq!(["", "b", "left over", "e"].map(|key| words.lookup(key)), [None; 4]);
        assert_eq!(Words::none().lookup("a"), None);
    }
}
