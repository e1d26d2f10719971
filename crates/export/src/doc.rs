//! Plain text in lines of 78 columns.

/// Columns of a line.
const COLUMNS: usize = 78;

/// Writes a text. No-break spaces, which are for screens, become plain ones.
#[derive(Debug, Default)]
pub(crate) struct Doc {
    text: String,
}

impl Doc {
    pub(crate) fn finish(self) -> String {
        self.text.trim_start_matches('\n').to_owned()
    }

    /// An empty line, a heading and a rule below it.
    pub(crate) fn heading(&mut self, words: &str) {
        self.blank();
        self.wrapped(words, 0, 0);
        let width = words.chars().count().min(COLUMNS);
        self.verbatim(&"-".repeat(width));
    }

    pub(crate) fn blank(&mut self) {
        self.text.push('\n');
    }

    /// A paragraph; line ends in it stay.
    pub(crate) fn paragraph(&mut self, words: &str) {
        for line in words.lines() {
            self.wrapped(line, 0, 0);
        }
    }

    /// A line below a title, hanging where it is long.
    pub(crate) fn indented(&mut self, words: &str) {
        self.wrapped(words, 2, 4);
    }

    /// A line as it is, such as an address that must not be broken.
    pub(crate) fn verbatim(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn wrapped(&mut self, words: &str, first: usize, rest: usize) {
        let mut line = " ".repeat(first);
        let mut empty = true;
        // Figures keep their units on the same line; only plain spaces break.
        for word in words.split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty()) {
            let wide = line.chars().count() + usize::from(!empty) + word.chars().count();
            if !empty && wide > COLUMNS {
                self.verbatim(&plain(&line));
                line = " ".repeat(rest);
                empty = true;
            }
            if !empty {
                line.push(' ');
            }
            line.push_str(word);
            empty = false;
        }
        self.verbatim(plain(&line).trim_end());
    }
}

/// Text for files and clipboards: plain spaces, nothing that moves a cursor.
pub(crate) fn plain(text: &str) -> String {
    text.chars().map(|c| if c == '\u{a0}' || c == '\u{202f}' { ' ' } else { c }).collect()
}

/// What was typed into a field of one line.
pub(crate) fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").chars().filter(|c| !c.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use super::Doc;

    #[test]
    fn long_lines_hang() {
        let mut doc = Doc::default();
        doc.indented(&"word ".repeat(40));
        let text = doc.finish();
        assert!(text.lines().all(|line| line.chars().count() <= 78));
        assert!(text.lines().skip(1).all(|line| line.starts_with("    word")));
    }
}
