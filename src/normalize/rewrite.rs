//! The common tool of the passes: a copy of a text with some places replaced.

use super::offsets::OffsetMap;

/// A text under rewriting; what is not replaced is copied.
pub(super) struct Rewrite<'t> {
    source: &'t str,
    done: usize,
    text: String,
    map: OffsetMap,
}

/// A rewritten text and the map back.
pub(super) type Rewritten = (String, OffsetMap);

impl<'t> Rewrite<'t> {
    pub(super) const fn new(source: &'t str) -> Self {
        Self { source, done: 0, text: String::new(), map: OffsetMap::IDENTITY }
    }

    /// Puts `new` in the place of the bytes from `start` to `end`, which go together.
    ///
    /// Places come in order and don't overlap.
    pub(super) fn replace(&mut self, start: usize, end: usize, new: &str) {
        if self.source.get(start..end) == Some(new) {
            return;
        }
        self.text.reserve(self.source.len().saturating_sub(self.done));
        self.text.push_str(self.source.get(self.done..start).unwrap_or_default());
        self.text.push_str(new);
        self.map.push(self.text.len(), end, new.len());
        self.done = end;
    }

    /// Writes what is left; `None` where nothing was replaced.
    pub(super) fn finish(mut self) -> Option<Rewritten> {
        if self.map.is_identity() {
            return None;
        }
        self.text.push_str(self.source.get(self.done..).unwrap_or_default());
        Some((self.text, self.map))
    }
}

/// The runs of letters and combining marks in `text`, with their offsets.
pub(super) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    runs(text, |c| c.is_alphabetic() || is_mark(c))
}

/// The longest runs of characters that `inside` likes, with their offsets.
pub(super) fn runs(text: &str, inside: impl Fn(char) -> bool) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text.get(at..)?.find(&inside)?;
        let rest = text.get(start..)?;
        let run = rest.get(..rest.find(|c| !inside(c)).unwrap_or(rest.len()))?;
        at = start + run.len();
        Some((start, run))
    })
}

/// Whether `c` is one of the marks that are put on letters.
pub(super) const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}
