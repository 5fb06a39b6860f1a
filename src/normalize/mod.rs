//! Vietnamese text normalization with offsets kept.

mod clean;
mod compose;
mod fold;
mod letters;
mod lookalike;
mod mojibake;
mod offsets;
mod rewrite;
pub mod syllable;
mod tables;

use std::borrow::Cow;
use std::ops::Deref;

use self::rewrite::Rewritten;
use crate::Span;

pub use self::compose::nfc;
pub use self::offsets::OffsetMap;

/// Turns any Vietnamese text into clean NFC text.
///
/// ```
/// use solieu::Normalizer;
///
/// let text = Normalizer::new().normalize("nga\u{300}y\u{A0}20/12");
/// assert_eq!(&*text, "ngày 20/12");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Normalizer {}

impl Normalizer {
    /// The safe default.
    #[must_use]
    pub const fn new() -> Self {
        Self {}
    }

    /// Normalizes `source`.
    ///
    /// Clean text is borrowed, and costs one look. A text of 4 GiB and more comes back as it is.
    #[must_use]
    pub fn normalize<'t>(&self, source: &'t str) -> Normalized<'t> {
        if !may_change(source) || source.len() > OffsetMap::LIMIT / 2 {
            return Normalized::clean(source);
        }
        let (text, map) = repaired(source);
        if text == source { Normalized::clean(source) } else { Normalized { source, text: Cow::Owned(text), map } }
    }
}

/// The safe passes one after the other.
fn repaired(source: &str) -> Rewritten {
    let mut repaired = compose::repair(source);
    if repaired.doubts.mojibake
        && let Some((text, map)) = mojibake::repair(source)
    {
        // What was spoilt twice comes right in the second round.
        let (text, later) = self::repaired(&text);
        return (text, map.then(later));
    }
    if repaired.doubts.mojibake
        && let Some((text, map)) = mojibake::repair(&repaired.text)
    {
        let (text, later) = self::repaired(&text);
        return (text, repaired.map.then(map).then(later));
    }
    if repaired.doubts.look_alike
        && let Some((text, map)) = lookalike::repair(&repaired.text, false)
    {
        repaired.text = text;
        repaired.map = repaired.map.then(map);
    }
    (repaired.text, repaired.map)
}

/// Whether some character of `source` is not what normalization would leave.
fn may_change(source: &str) -> bool {
    let mut at = 0;
    while let Some(found) = clean::next_suspect(source.as_bytes(), at) {
        let (before, rest) = source.split_at_checked(found).unwrap_or_default();
        let mut rest = rest.chars();
        match rest.next() {
            Some(c) if compose::stays(c) && !mojibake::is_near(before.chars().next_back(), c, rest.next()) => {
                at = found + c.len_utf8();
            }
            Some(_) => return true,
            None => return false,
        }
    }
    false
}

/// A normalized text that knows where each part of it came from.
///
/// It reads as a `str`: the normalized one.
#[derive(Clone, Debug)]
pub struct Normalized<'t> {
    source: &'t str,
    text: Cow<'t, str>,
    map: OffsetMap,
}

impl<'t> Normalized<'t> {
    const fn clean(source: &'t str) -> Self {
        Self { source, text: Cow::Borrowed(source), map: OffsetMap::IDENTITY }
    }

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
    ///
    /// It grows to whole characters of the source, and leaves out what was deleted at its borders.
    ///
    /// ```
    /// use solieu::{Normalizer, Span};
    ///
    /// let source = "\u{FEFF}so\u{302}\u{301} 12";
    /// let text = Normalizer::new().normalize(source);
    /// let span = text.to_source(Span::new(0, 4));
    /// assert_eq!(&text[0..4], "số");
    /// assert_eq!(&source[span.range()], "so\u{302}\u{301}");
    /// ```
    #[must_use]
    pub fn to_source(&self, span: Span) -> Span {
        self.map.to_source(span)
    }

    /// The whole map from normalized to source offsets.
    #[must_use]
    pub const fn offsets(&self) -> &OffsetMap {
        &self.map
    }
}

impl Deref for Normalized<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}
