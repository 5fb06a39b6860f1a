//! Vietnamese text normalization with offsets kept.

use std::borrow::Cow;
use std::ops::Deref;

use crate::Span;

/// Turns any Vietnamese text into clean NFC text.
#[derive(Clone, Debug, Default)]
pub struct Normalizer {}

impl Normalizer {
    /// The safe default.
    #[must_use]
    pub const fn new() -> Self {
        Self {}
    }

    /// Normalizes `source`.
    #[must_use]
    pub fn normalize<'t>(&self, source: &'t str) -> Normalized<'t> {
        Normalized { source, text: Cow::Borrowed(source) }
    }
}

/// A normalized text that knows where each part of it came from.
#[derive(Clone, Debug)]
pub struct Normalized<'t> {
    source: &'t str,
    text: Cow<'t, str>,
}

impl<'t> Normalized<'t> {
    /// The text before normalization.
    #[must_use]
    pub const fn source(&self) -> &'t str {
        self.source
    }

    /// The source itself where nothing had to change.
    #[must_use]
    pub const fn unchanged(&self) -> Option<&'t str> {
        match self.text {
            Cow::Borrowed(text) => Some(text),
            Cow::Owned(_) => None,
        }
    }

    /// Where `span` of the normalized text stands in the source.
    #[must_use]
    pub const fn to_source(&self, span: Span) -> Span {
        span
    }
}

impl Deref for Normalized<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}
