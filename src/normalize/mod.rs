//! Vietnamese text normalization with offsets kept.

mod case;
mod clean;
mod cluster;
mod codes;
mod compose;
mod edits;
mod entities;
mod fold;
mod keys;
mod legacy;
mod letters;
mod lookalike;
mod mojibake;
mod near;
mod offsets;
mod options;
mod pdf;
mod placement;
mod rewrite;
pub mod syllable;
mod symbols;
mod tables;
mod typos;

use std::borrow::Cow;
use std::ops::Deref;

pub(crate) use self::keys::plain;
use self::options::Options;
use self::rewrite::Rewritten;
use crate::Span;

pub use self::compose::nfc;
pub use self::legacy::{Decoded, Encoding, Run};
pub use self::offsets::OffsetMap;
pub use self::typos::Repair;

/// Turns any Vietnamese text into clean NFC text.
///
/// By default it only does what can't change the meaning. It composes letters and puts doubled and
/// misplaced marks right; makes one kind of blank of all and one kind of line end; deletes controls
/// and characters without a body; writes full-width forms as ASCII; and replaces look-alikes (`Ðảng`,
/// `đƣợc`, `NĐ-СР` with a Cyrillic `СР`) and letters taken apart (`tiáº¿ng`) where the word proves
/// them. Dashes, quotes and the place of tones stay as they are.
///
/// ```
/// use solieu::Normalizer;
///
/// let text = Normalizer::new().normalize("nga\u{300}y\u{A0}20/12");
/// assert_eq!(&*text, "ngày 20/12");
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct Normalizer {
    options: Options,
}

impl Normalizer {
    /// The safe default.
    ///
    /// ```
    /// # use solieu::Normalizer;
    /// let text = Normalizer::new().normalize("Ðảng bộ – “thuỷ lợi”");
    /// assert_eq!(&*text, "Đảng bộ – “thuỷ lợi”"); // dashes, quotes and tones stay
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Self { options: Options::NONE }
    }

    /// Normalizes `source`.
    ///
    /// Clean text is borrowed, and costs one look. A text of 2 GiB and more comes back as it is.
    ///
    /// ```
    /// # use solieu::Normalizer;
    /// let normalizer = Normalizer::new();
    /// assert_eq!(&*normalizer.normalize("kết\u{A0}qua\u{309}\r\nđƣợc"), "kết quả\nđược");
    /// assert_eq!(normalizer.normalize("kết quả").unchanged(), Some("kết quả"));
    /// ```
    #[must_use]
    pub fn normalize<'t>(&self, source: &'t str) -> Normalized<'t> {
        match self.rewritten(source) {
            Some((text, map)) if text != source => Normalized { source, text: Cow::Owned(text), map },
            _ => Normalized { source, text: Cow::Borrowed(source), map: OffsetMap::IDENTITY },
        }
    }

    /// All passes one after the other; `None` where none finds anything to do.
    fn rewritten(&self, source: &str) -> Option<Rewritten> {
        if source.len() > OffsetMap::LIMIT / 2 {
            return None;
        }
        let mut so_far = self.options.before(source);
        let mut apply = |pass: &dyn Fn(&str) -> Option<Rewritten>| {
            let text = so_far.as_ref().map_or(source, |(text, _)| text);
            if let Some((text, later)) = pass(text) {
                let map = so_far.take().map_or(OffsetMap::IDENTITY, |(_, map)| map);
                so_far = Some((text, map.then(later)));
            }
        };
        apply(&|text| may_change(text).then(|| repaired(text)));
        for pass in self.options.after() {
            apply(&|text| pass(self.options, text));
        }
        so_far
    }
}

/// The safe passes one after the other.
fn repaired(source: &str) -> Rewritten {
    repaired_again(source, false)
}

/// The same for a text that has been mended: what stood between two halves of a letter may be gone.
fn repaired_again(source: &str, mended: bool) -> Rewritten {
    let compose::Repaired { text, map, doubts } = compose::repair(source);
    if doubts.mojibake || mended {
        // Again from the start, for what was spoilt twice, and before a control of C1 is gone.
        let composed = cluster::composed(source);
        if let Some((better, next)) = mojibake::repair(composed.as_ref().map_or(source, |(text, _)| text)) {
            let first = composed.map_or(OffsetMap::IDENTITY, |(_, map)| map);
            let (text, later) = repaired_again(&better, true);
            return (text, first.then(next).then(later));
        }
        if let Some((better, next)) = mojibake::repair(&text) {
            let (text, later) = repaired_again(&better, true);
            return (text, map.then(next).then(later));
        }
    }
    if doubts.look_alike { letters_put_right(text, map) } else { (text, map) }
}

/// Puts look-alikes right until there are none: a letter put right may compose with a mark that the
/// wrong one left alone, and give another look-alike (a Greek `Α` and a caron: `Ǎ`), or half a letter taken apart.
fn letters_put_right(text: String, map: OffsetMap) -> Rewritten {
    match lookalike::repair(&text, false) {
        None => (text, map),
        Some((text, later)) => {
            let (text, last) = repaired(&text);
            (text, map.then(later).then(last))
        }
    }
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
///
/// ```
/// use solieu::{Normalizer, Span};
///
/// let text = Normalizer::new().normalize("nga\u{300}y 20/12");
/// assert!(text.starts_with("ngày"));
/// assert_eq!(&text.source()[text.to_source(Span::new(0, 5)).range()], "nga\u{300}y");
/// ```
#[derive(Clone, Debug)]
pub struct Normalized<'t> {
    source: &'t str,
    text: Cow<'t, str>,
    map: OffsetMap,
}

impl<'t> Normalized<'t> {
    /// The text before normalization.
    ///
    /// ```
    /// # use solieu::Normalizer;
    /// let text = Normalizer::new().normalize("１５ lượt");
    /// assert_eq!((&*text, text.source()), ("15 lượt", "１５ lượt"));
    /// ```
    #[must_use]
    pub const fn source(&self) -> &'t str {
        self.source
    }

    /// The source itself where nothing had to change.
    ///
    /// ```
    /// # use solieu::Normalizer;
    /// let normalizer = Normalizer::new();
    /// assert_eq!(normalizer.normalize("15 lượt").unchanged(), Some("15 lượt"));
    /// assert_eq!(normalizer.normalize("１５ lượt").unchanged(), None);
    /// ```
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
    ///
    /// ```
    /// # use solieu::{Normalizer, Span};
    /// let text = Normalizer::new().normalize("nga\u{300}y 20/12");
    /// assert_eq!(text.offsets().to_normalized(Span::new(7, 12)), Span::new(6, 11)); // 20/12
    /// ```
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
