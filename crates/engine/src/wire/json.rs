//! Canonical JSON: keys in the order they are written, decimals exact and shortest, no spaces.

/// Writes one JSON text.
#[derive(Debug, Default)]
pub struct Json {
    text: String,
    /// Whether the next value of the innermost list or object needs a comma before it.
    comma: bool,
}

impl Json {
    /// An empty text.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The text.
    #[must_use]
    pub fn finish(self) -> String {
        self.text
    }

    fn sep(&mut self) {
        if self.comma {
            self.text.push(',');
        }
        self.comma = true;
    }

    /// Writes an object whose fields `fields` writes.
    pub fn object(&mut self, fields: impl FnOnce(&mut Self)) {
        self.sep();
        self.text.push('{');
        self.comma = false;
        fields(self);
        self.text.push('}');
        self.comma = true;
    }

    /// Writes a list whose items `items` writes.
    pub fn list(&mut self, items: impl FnOnce(&mut Self)) {
        self.sep();
        self.text.push('[');
        self.comma = false;
        items(self);
        self.text.push(']');
        self.comma = true;
    }

    /// Writes a field's name; its value follows.
    pub fn key(&mut self, name: &str) -> &mut Self {
        self.string(name);
        self.text.push(':');
        self.comma = false;
        self
    }

    /// Writes a string.
    pub fn string(&mut self, value: &str) {
        self.sep();
        self.text.push('"');
        for c in value.chars() {
            match c {
                '"' => self.text.push_str("\\\""),
                '\\' => self.text.push_str("\\\\"),
                '\n' => self.text.push_str("\\n"),
                c if c < ' ' => {
                    let code = u32::from(c);
                    self.text.push_str("\\u00");
                    for digit in [code >> 4, code & 15] {
                        self.text.push(char::from_digit(digit, 16).unwrap_or('0'));
                    }
                }
                c => self.text.push(c),
            }
        }
        self.text.push('"');
    }

    /// Writes a number that is already in its shortest exact form.
    pub fn number(&mut self, value: &str) {
        self.sep();
        self.text.push_str(value);
    }

    /// Writes a whole number.
    pub fn whole(&mut self, value: impl Into<u64>) {
        let value: u64 = value.into();
        self.number(&value.to_string());
    }

    /// Writes `true` or `false`.
    pub fn bool(&mut self, value: bool) {
        self.number(if value { "true" } else { "false" });
    }

    /// Writes `null`.
    pub fn null(&mut self) {
        self.number("null");
    }
}
