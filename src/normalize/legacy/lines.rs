//! The lines of an input, each of which may be in an encoding of its own.

use std::borrow::Cow;

use super::detect::{Score, Verdict, detect, read};
use super::{Encoding, byte};
use crate::Span;
use crate::normalize::letters::Letter;

/// What is to be decoded.
#[derive(Clone, Copy)]
pub(super) enum Input<'i> {
    Bytes(&'i [u8]),
    Text(&'i str),
}

impl<'i> Input<'i> {
    pub(super) fn lines(self) -> Vec<Line<'i>> {
        let mut at = 0;
        let mut lines = Vec::new();
        match self {
            Self::Bytes(bytes) => {
                for line in bytes.split_inclusive(|byte| *byte == b'\n') {
                    lines.push(Line::of_bytes(at, line));
                    at += line.len();
                }
            }
            Self::Text(text) => {
                for line in text.split_inclusive('\n') {
                    lines.push(Line::of_text(at, line));
                    at += line.len();
                }
            }
        }
        lines
    }
}

/// A line of the input, which may be in an encoding of its own.
pub(super) struct Line<'i> {
    /// Where it stands in the input.
    pub(super) span: Span,
    /// Its bytes, if it may be in an old encoding.
    pub(super) bytes: Option<Cow<'i, [u8]>>,
    /// It as Unicode, if it may be that.
    pub(super) text: Option<&'i str>,
    own: Option<Verdict>,
}

impl<'i> Line<'i> {
    fn of_bytes(at: usize, bytes: &'i [u8]) -> Self {
        let text = std::str::from_utf8(bytes).ok();
        let own = if text.is_some_and(|text| !text.is_ascii()) {
            Some(Verdict { encoding: Encoding::Utf8, confidence: 1.0 })
        } else if bytes.iter().all(is_plain) {
            None
        } else {
            detect(bytes, &Score::default()).or_else(|| broken_utf_8(bytes))
        };
        Self { span: Span::new(at, at + bytes.len()), bytes: Some(Cow::Borrowed(bytes)), text, own }
    }

    fn of_text(at: usize, text: &'i str) -> Self {
        let bytes = text.chars().map(byte).collect::<Option<Vec<u8>>>();
        let own = bytes.as_ref().filter(|_| !is_clean(text)).and_then(|bytes| detect(bytes, &Score::of_raw(text)));
        Self { span: Span::new(at, at + text.len()), bytes: bytes.map(Cow::Owned), text: Some(text), own }
    }

    /// What it says itself, or else what its fellows say.
    pub(super) fn verdict(&self, common: Option<Verdict>) -> Verdict {
        let left = if self.text.is_some() { Encoding::Utf8 } else { Encoding::Windows1252 };
        let follows = |verdict: &Verdict| {
            let score = self.bytes.as_ref().map(|bytes| Score::of(&read(verdict.encoding, bytes)));
            score.is_some_and(|score| score.is_vietnamese())
        };
        let verdict = self.own.or_else(|| common.filter(follows));
        verdict.unwrap_or(Verdict { encoding: left, confidence: if self.text.is_some() { 1.0 } else { 0.0 } })
    }
}

/// UTF-8 in which few characters are broken.
fn broken_utf_8(bytes: &[u8]) -> Option<Verdict> {
    let whole: usize = bytes.utf8_chunks().map(|chunk| chunk.valid().chars().filter(|c| !c.is_ascii()).count()).sum();
    let broken = bytes.utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count();
    (whole > 4 * broken).then_some(Verdict { encoding: Encoding::Utf8, confidence: 0.5 })
}

/// Bytes that are the same in all encodings.
const fn is_plain(byte: &u8) -> bool {
    matches!(byte, b'\t' | b'\n' | b'\r' | b' '..=b'~')
}

/// Whether a text is Vietnamese as it stands, and needs no decoding.
///
/// That of windows-1258 has all the right letters, but in the wrong places: `Viêòt`.
fn is_clean(text: &str) -> bool {
    text.is_ascii() || text.chars().all(is_unicode_vietnamese) && Score::of_raw(text).is_vietnamese()
}

/// Letters and signs of clean Vietnamese text.
fn is_unicode_vietnamese(c: char) -> bool {
    c.is_ascii()
        || Letter::of(c).is_some()
        || matches!(c, 'đ' | 'Đ' | '\u{A0}' | '°' | '²' | '³' | '\u{2010}'..='\u{2030}')
}

/// The encoding of all lines together, if it explains those that decide for themselves and no line
/// is anything else.
pub(super) fn common(lines: &[Line<'_>]) -> Option<Verdict> {
    let mixed =
        lines.iter().any(|line| line.bytes.is_none() || line.own.is_some_and(|own| own.encoding == Encoding::Utf8));
    if mixed {
        return None;
    }
    let bytes: Vec<u8> = lines.iter().filter_map(|line| line.bytes.as_deref()).flatten().copied().collect();
    let text: String = lines.iter().filter_map(|line| line.text).collect();
    if bytes.iter().all(is_plain) || text.len() >= bytes.len() && is_clean(&text) {
        return None;
    }
    detect(&bytes, &if text.len() >= bytes.len() { Score::of_raw(&text) } else { Score::default() })
}
