//! Writes a text anew in NFC, with what is broken in its characters repaired.

use super::cluster::{Cluster, is_boundary, is_composed};
use super::codes::Code;
use super::edits::Edit;
use super::fold::{Fold, fold};
use super::offsets::OffsetMap;
use super::stops::next_stop;
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
        let text = String::with_capacity(source.len());
        let mut writer =
            Self { source, bytes, done: 0, at: 0, text, map: OffsetMap::default(), doubts: Doubts::default() };
        while writer.compose_letters() {
            writer.rewrite();
        }
        writer.copy_to(source.len());
        (writer.text, writer.map, writer.doubts)
    }

    /// Composes Vietnamese letters up to the next character of another kind that may have to change.
    ///
    /// This is all there is in most decomposed text, so it gets by with two offsets in registers.
    fn compose_letters(&mut self) -> bool {
        let (mut at, mut done) = (self.at, self.done);
        let mut last = self.map.edits.last();
        loop {
            at = next_stop(self.bytes, at).unwrap_or(self.bytes.len());
            match self.bytes.get(at) {
                Some(0xCC) => match Composed::read(self.source, done, at) {
                    Some(letter) => {
                        last = self.put(&letter, done, last);
                        at = letter.end;
                        done = letter.end;
                    }
                    None => break,
                },
                Some(b'\n') => at += 1,
                _ => break,
            }
        }
        (self.at, self.done) = (at, done);
        self.map.edits.set_last(last);
        at < self.bytes.len()
    }

    /// Writes what stands before the letter, and the letter.
    #[inline(always)]
    fn put(&mut self, letter: &Composed, done: usize, last: Edit) -> Edit {
        push_run(&mut self.text, self.source, done, letter.start);
        // Four bytes and back again: cheaper than a copy of two or three.
        let (padded, length) = letter.code.padded();
        let new_end = self.text.len() + length;
        self.text.push_str(padded);
        self.text.truncate(new_end);
        if !REPAIR {
            return last;
        }
        let edit = Edit::new(new_end, letter.end, length);
        self.map.edits.push_behind(last, edit);
        edit
    }

    #[inline]
    fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(0)
    }

    /// Steps over the character at `at` if it is clean, or rewrites it.
    fn rewrite(&mut self) {
        let lead = self.byte(self.at);
        self.at += match lead {
            b'\t' => 1,
            0xC3 if !matches!(self.byte(self.at + 1), 0x84 | 0x90 | 0xB0) => 2,
            0xC6 if !matches!(self.byte(self.at + 1), 0x89 | 0xA2 | 0xA3) => 2,
            0xE1 if self.byte(self.at + 1) & 0xFE == 0xBA => 3,
            0xE2 if self.byte(self.at + 1) == 0x80 && matches!(self.byte(self.at + 2), 0x90..0xA8 | 0xB0..) => 3,
            _ => return self.rewrite_slowly(),
        };
    }

    /// Writes the source up to `end` as it is.
    #[inline]
    fn copy_to(&mut self, end: usize) {
        self.text.push_str(self.source.get(self.done..end).unwrap_or_default());
        self.done = end;
    }

    /// Everything else, one character at a time.
    fn rewrite_slowly(&mut self) {
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

/// A Vietnamese letter and one or two marks behind it that make one letter.
struct Composed {
    start: usize,
    end: usize,
    code: Code,
}

impl Composed {
    /// Reads the marks at `at` and the letter before them, which must not begin before `done`.
    #[inline(always)]
    fn read(source: &str, done: usize, at: usize) -> Option<Self> {
        let &[_, first, lead, second] = source.as_bytes().get(at..)?.first_chunk()?;
        let base = Code::before(source, at);
        // One mark or two is anyone's guess, so there is no branch for it.
        let two = lead == 0xCC;
        let code = base.with(first)?.with_if(two, second)?;
        let start = at - base.len();
        (start >= done).then_some(Self { start, end: at + 2 + 2 * usize::from(two), code })
    }
}

/// Appends `source[start..end]`, in the way that is best for a few bytes.
///
/// A copy of 22 to 24 bytes of which the end is taken back always takes the same path; one of 0 to
/// 20 bytes takes many.
#[inline(always)]
fn push_run(text: &mut String, source: &str, start: usize, end: usize) {
    let inner = |at: usize| usize::from(source.as_bytes().get(at).is_some_and(|byte| byte & 0xC0 == 0x80));
    let mut wide = start + 24;
    wide -= inner(wide);
    wide -= inner(wide);
    match source.get(start..wide) {
        Some(run) if end <= wide => {
            let length = text.len() + (end - start);
            text.push_str(run);
            text.truncate(length);
        }
        _ => text.push_str(source.get(start..end).unwrap_or_default()),
    }
}

/// Whether `c` stays as it is wherever it stands: `≥`, `−`, a foreign letter.
pub(super) fn stays(c: char) -> bool {
    is_composed(c) && !lookalike::may_be(c) && fold(c, None, None) == Fold::Keep
}
