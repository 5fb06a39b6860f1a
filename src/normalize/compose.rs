//! Writes a text anew in NFC, with what is broken in its characters repaired.

use super::clean::next_suspect;
use super::cluster::{Cluster, is_boundary, is_composed};
use super::fold::{Fold, fold};
use super::near::{self, Composed, NEAR, Progress};
use super::offsets::OffsetMap;
use super::{lookalike, mojibake};

/// `text` in NFC and nothing else changed, exactly as the `unicode-normalization` crate does it.
///
/// ```
/// use solieu::normalize::nfc;
///
/// assert_eq!(nfc("Vie\u{323}\u{302}t"), "Việt");
/// assert_eq!(nfc("A\u{30A}"), "Å");
/// // NFC has no letter for a circumflex behind an acute accent.
/// assert_eq!(nfc("é\u{302}"), "é\u{302}");
/// ```
#[must_use]
pub fn nfc(text: &str) -> String {
    Writer::<false>::write(text).0
}

/// `text` in NFC with blanks, line ends, invisible characters and misplaced marks repaired.
pub(super) fn repair(text: &str) -> Repaired {
    let (text, map, doubts) = Writer::<true>::write(text);
    Repaired { text, map, doubts }
}

/// A text written anew, and what other passes should have a look at.
pub(super) struct Repaired {
    pub(super) text: String,
    pub(super) map: OffsetMap,
    pub(super) doubts: Doubts,
}

/// What was met that needs more than one character to be judged.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Doubts {
    pub(super) look_alike: bool,
    pub(super) mojibake: bool,
}

/// Copies clean runs of the source and rewrites what stands between them.
struct Writer<'t, const REPAIR: bool> {
    source: &'t str,
    bytes: &'t [u8],
    /// The source is written up to here ...
    done: usize,
    /// ... and looked at up to here.
    at: usize,
    text: String,
    map: OffsetMap,
    doubts: Doubts,
}

impl<'t, const REPAIR: bool> Writer<'t, REPAIR> {
    fn write(source: &'t str) -> (String, OffsetMap, Doubts) {
        let bytes = source.as_bytes();
        let text = String::with_capacity(source.len() + 2 * NEAR);
        let mut writer =
            Self { source, bytes, done: 0, at: 0, text, map: OffsetMap::default(), doubts: Doubts::default() };
        while writer.compose_letters() {
            writer.rewrite();
        }
        writer.copy_to(source.len());
        (writer.text, writer.map, writer.doubts)
    }

    /// Composes Vietnamese letters up to the next character of another kind that may have to change.
    fn compose_letters(&mut self) -> bool {
        loop {
            self.compose_near_letters();
            self.at = next_suspect(self.bytes, self.at).unwrap_or(self.bytes.len());
            match Composed::read(self.source, self.at).filter(|letter| letter.start >= self.done) {
                Some(letter) => self.put(&letter),
                None => return self.at < self.bytes.len(),
            }
        }
    }

    fn compose_near_letters(&mut self) {
        self.copy_to(self.at);
        let (text, edits) = (std::mem::take(&mut self.text), self.map.edits.lend(if REPAIR { self.at } else { 0 }));
        let rest = self.source.get(self.done..).unwrap_or_default();
        let progress = near::compose::<REPAIR>(Progress { rest, text, edits });
        self.text = progress.text;
        self.map.edits.take_back(progress.edits);
        self.done = self.source.len() - progress.rest.len();
        self.at = self.done;
    }

    /// Writes what stands before the letter, and the letter.
    fn put(&mut self, letter: &Composed) {
        let cell = letter.code.padded();
        let cell = cell.get(..letter.code.len()).unwrap_or_default();
        self.copy_to(letter.start);
        self.text.reserve(2 * NEAR);
        self.text.push_str(cell);
        (self.at, self.done) = (letter.end, letter.end);
        if REPAIR {
            self.map.push(self.text.len(), self.at, cell.len());
        }
    }

    /// Writes the source up to `end` as it is.
    #[inline]
    fn copy_to(&mut self, end: usize) {
        self.text.push_str(self.source.get(self.done..end).unwrap_or_default());
        self.done = end;
    }

    /// Rewrites the character at `at`, if it must be.
    fn rewrite(&mut self) {
        let mut rest = self.source.get(self.at..).unwrap_or_default().chars();
        let Some(c) = rest.next() else { return };
        let len = c.len_utf8();
        if REPAIR {
            self.copy_to(self.at);
            self.doubt(c);
            match fold(c, self.text.chars().next_back(), rest.next()) {
                Fold::Keep => {}
                Fold::Delete => return self.replace("", len),
                Fold::To(text) => return self.replace(text, len),
            }
        }
        if is_composed(c) {
            self.at += len;
        } else {
            self.rewrite_cluster(c);
        }
    }

    fn last_boundary(&self) -> usize {
        self.text.char_indices().rev().find(|(_, c)| is_boundary(*c)).map_or(0, |(at, _)| at)
    }

    /// Notes what to have a second look at, with `c` next in the source.
    fn doubt(&mut self, c: char) {
        let mut behind = self.source.get(self.at..).unwrap_or_default().chars().skip(1);
        self.doubts.look_alike |= lookalike::may_be(c);
        self.doubts.mojibake |= mojibake::is_near(self.text.chars().next_back(), c, behind.next());
    }

    fn replace(&mut self, text: &str, len: usize) {
        // What it leaves side by side may be a letter taken apart.
        self.doubts.mojibake |=
            text.is_empty() && self.text.chars().next_back().is_some_and(|c| matches!(c, 'Â'..='ï'));
        self.text.push_str(text);
        self.at += len;
        self.done = self.at;
        self.map.push(self.text.len(), self.at, text.len());
    }

    /// Composes what was written last with `c` and the marks that follow in the source.
    fn rewrite_cluster(&mut self, c: char) {
        self.copy_to(self.at);
        let base = if is_boundary(c) { self.text.len() } else { self.last_boundary() };
        let mut cluster = Cluster { text: self.text.get(base..).unwrap_or_default().to_owned(), end: self.at };
        cluster.extend::<REPAIR>(self.source);
        let written: usize = self.text.len() - base;
        let composed = cluster.composed::<REPAIR>();
        let source = self.source.get(self.at..cluster.end).unwrap_or_default();
        if composed.get(..written) == self.text.get(base..) && composed.get(written..) == Some(source) {
            self.at = cluster.end;
            return;
        }
        // `ǎ` may come out of `a` and its mark.
        self.doubts.look_alike |= REPAIR && composed.chars().any(lookalike::may_be);
        let start = self.map.unwind(base);
        self.text.truncate(base);
        // NFC makes the `·` of a `Â·` out of another dot.
        let sign = composed.chars().next().filter(|c| REPAIR && matches!(c, '\u{A0}'..='\u{BF}'));
        let before = self.text.chars().next_back();
        self.doubts.mojibake |= sign.is_some_and(|c| mojibake::is_near(before, c, None));
        self.text.push_str(&composed);
        self.at = cluster.end;
        self.done = cluster.end;
        self.map.push(self.text.len(), self.at, self.text.len() - start);
    }
}

/// Whether `c` stays as it is wherever it stands: `≥`, `−`, a foreign letter.
pub(super) fn stays(c: char) -> bool {
    is_composed(c) && !lookalike::may_be(c) && fold(c, None, None) == Fold::Keep
}
