//! What JavaScript catches: an `Error` whose `problems` are objects with `code`, `field`, `value`,
//! `expected` in English and `words` in the language in use. The message has a line for each, for a
//! console; nobody needs to take it apart.

use crate::say;
use fiberlane_engine::request::{FragmentError, Problem};
use fiberlane_messages::expected_words;
use js_sys::{Array, Error, Object, Reflect};
use std::fmt;
use wasm_bindgen::JsValue;

/// One thing that is wrong with what was handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Reason {
    /// What kind of thing is wrong; `docs/wire.md` lists the codes.
    code: &'static str,
    /// The field, as a path: `lengths.trunks[0]`. Empty where it is no field.
    field: String,
    /// What was found there, as JSON.
    value: String,
    /// What would be right, in English, for programs.
    expected: String,
    /// The same in the words in use, for people.
    words: String,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = [self.field.as_str(), &self.value, &self.expected];
        let said: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        f.write_str(&said.join(": "))
    }
}

/// Why a call was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    reasons: Vec<Reason>,
}

impl Refusal {
    fn one(code: &'static str, field: &str, expected: impl Into<String>) -> Self {
        let (field, expected) = (field.to_owned(), expected.into());
        let words = expected.clone();
        Self { reasons: vec![Reason { code, field, value: String::new(), expected, words }] }
    }

    /// What was handed over as a request has no form in JSON.
    pub(crate) fn no_value(error: &serde_wasm_bindgen::Error) -> Self {
        Self::one("value", "request", error.to_string())
    }

    /// The details of a document are no JSON text of an object of strings.
    pub(crate) fn details(expected: impl Into<String>) -> Self {
        Self::one("details", "details", expected)
    }

    /// What the engine wrote is not JSON: never to be seen.
    pub(crate) fn internal(what: &str) -> Self {
        Self::one("internal", "", what)
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines: Vec<String> = self.reasons.iter().map(ToString::to_string).collect();
        f.write_str(&lines.join("\n"))
    }
}

impl std::error::Error for Refusal {}

impl From<Vec<Problem>> for Refusal {
    fn from(problems: Vec<Problem>) -> Self {
        let reasons = problems.into_iter().map(|problem| Reason {
            code: "request",
            field: problem.field,
            value: problem.value,
            expected: problem.right.to_string(),
            words: say(|voice| expected_words(voice, &problem.right)),
        });
        Self { reasons: reasons.collect() }
    }
}

impl From<FragmentError> for Refusal {
    fn from(error: FragmentError) -> Self {
        let field = if let FragmentError::Field(field) = error { field } else { "" };
        Self::one(error.code(), field, error.to_string())
    }
}

impl From<Refusal> for JsValue {
    fn from(refusal: Refusal) -> Self {
        let error = Error::new(&refusal.to_string());
        let problems = Array::new();
        for reason in &refusal.reasons {
            let problem = Object::new();
            for (name, value) in [
                ("code", reason.code),
                ("field", &reason.field),
                ("value", &reason.value),
                ("expected", &reason.expected),
                ("words", &reason.words),
            ] {
                // A plain object takes every property.
                let _ = Reflect::set(&problem, &name.into(), &value.into());
            }
            problems.push(&problem);
        }
        let _ = Reflect::set(&error, &"problems".into(), &problems);
        error.into()
    }
}

#[cfg(test)]
mod tests {
    use super::Refusal;
    use fiberlane_catalog::built_in;
    use fiberlane_engine::{Value, decode_fragment, read_request};

    #[test]
    fn a_field_of_a_link_is_named_by_a_code() {
        let refusal = |link: &str| Refusal::from(decode_fragment(built_in(), link).unwrap_err());
        let codes = ["fl=99.AAAA", "fl=1.AAAA"].map(|link| refusal(link).reasons[0].code);
        assert_eq!(codes, ["link-version", "link-damaged"]);
        assert!(!refusal("fl=1.AAAA").to_string().contains("Damaged"));
    }

    #[test]
    fn every_problem_of_a_request_is_an_object_of_its_own() {
        let text = |text: &str| Value::Text(text.to_owned());
        let fields = [("schema", "fiberlane.request/1"), ("fiber", "a: b"), ("brand", "c: d")];
        let fields = fields.map(|(name, value)| (name.to_owned(), text(value)));
        let problems = read_request(built_in(), &Value::Object(fields.to_vec())).unwrap_err();
        let refusal = Refusal::from(problems);
        let found: Vec<_> =
            refusal.reasons.iter().map(|r| (r.field.as_str(), r.value.as_str())).collect();
        assert_eq!(found, [("fiber", "\"a: b\""), ("brand", "\"c: d\"")]);
        // Nobody has said in which words: English, the same as for programs.
        assert!(refusal.reasons.iter().all(|reason| reason.words == reason.expected));
    }
}
