//! JSON Lines: one fact a line.

use std::fmt::Write as _;

use serde::Serialize;

use super::positions::{PLACES, Positions};
use super::walk::{Sink, walk};
use crate::Fact;

/// Adds `fact` to `out` as one line of JSON, the `id` of its document in front.
///
/// The keys are those that a fact has wherever it is serialized; `positions` says how its offsets
/// are told. An `id` may be a string or a number, or whatever a document is called by.
///
/// ```
/// use solieu::Extractor;
/// use solieu::output::{Positions, jsonl};
///
/// let mut out = String::new();
/// for fact in Extractor::new().facts("đạt 88,24%") {
///     jsonl(&mut out, "report-7", &fact, &Positions::default());
/// }
/// let line = r#"{"id":"report-7","start":7,"end":13,"text":"88,24%","kind":"percentage","value":"88.24","unit":"percent"}"#;
/// assert_eq!(out, format!("{line}\n"));
/// ```
pub fn jsonl(out: &mut String, id: impl Serialize, fact: &Fact<'_>, positions: &Positions<'_>) {
    let start = out.len();
    out.push_str("{\"id\":");
    let mut json = Json { out, positions, place: None, depth: 1 };
    // Only a binary float is refused, and an `id` is none; should it be one, the line is left out
    // rather than broken.
    if walk(&id, &mut json).and_then(|()| walk(fact, &mut json)).is_err() {
        out.truncate(start);
        return;
    }
    out.push('\n');
}

struct Json<'o, 'p, 't> {
    out: &'o mut String,
    positions: &'p Positions<'t>,
    /// The key of the next number, where that tells a place.
    place: Option<&'static str>,
    /// How many brackets are open, that of the line included.
    depth: usize,
}

impl Json<'_, '_, '_> {
    fn separate(&mut self) {
        if !self.out.ends_with(['{', '[', ':']) {
            self.out.push(',');
        }
    }
}

impl Sink for Json<'_, '_, '_> {
    fn key(&mut self, key: &str) {
        self.separate();
        quote(self.out, key);
        self.out.push(':');
        self.place = PLACES.into_iter().find(|place| *place == key);
    }

    fn text(&mut self, text: &str) {
        self.separate();
        quote(self.out, text);
    }

    fn number(&mut self, number: i128) {
        self.separate();
        let _ = match self.place.zip(usize::try_from(number).ok()) {
            Some((place, number)) => write!(self.out, "{}", self.positions.told(place, number)),
            None => write!(self.out, "{number}"),
        };
    }

    fn word(&mut self, word: &'static str) {
        self.separate();
        self.out.push_str(word);
    }

    fn open(&mut self, bracket: char) {
        // The line is one map: that of the fact goes on behind the id.
        self.depth += 1;
        if self.depth == 2 && bracket == '{' && !self.out.ends_with(':') {
            return;
        }
        self.separate();
        self.out.push(bracket);
    }

    fn close(&mut self, bracket: char) {
        self.depth -= 1;
        self.out.push(bracket);
    }
}

/// Adds `text` as a JSON string.
pub(super) fn quote(out: &mut String, text: &str) {
    out.push('"');
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| byte < 0x20 || matches!(byte, b'"' | b'\\')) {
        let (clean, special) = rest.split_at(at);
        out.push_str(clean);
        let mut characters = special.chars();
        match characters.next() {
            Some('\n') => out.push_str("\\n"),
            Some('\r') => out.push_str("\\r"),
            Some('\t') => out.push_str("\\t"),
            Some(c @ ('"' | '\\')) => out.extend(['\\', c]),
            Some(c) => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            None => {}
        }
        rest = characters.as_str();
    }
    out.push_str(rest);
    out.push('"');
}
