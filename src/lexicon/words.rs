//! Helpers that read the columns of the lists.

use std::borrow::Cow;

use super::{Class, NOUNS, NOUNS_NOT, WORDS_BEFORE, column, says, says_in, word};
use crate::cursor::Cursor;

/// Whether a spelling that the list wants exact is met; an empty column wants none.
pub(crate) fn spelled(exact: &str, text: &str) -> bool {
    exact.is_empty() || exact.split(',').any(|spelling| spelling == text)
}

/// Whether the word behind fits a column of `+needed` and `!forbidden` words, by their written form
/// in lower case; an empty column fits all.
pub(crate) fn fits(column: &str, behind: Cursor<'_, '_>) -> bool {
    if column.is_empty() {
        return true;
    }
    let word = behind.text();
    let is_word = |entry: &str| entry.chars().eq(word.chars().flat_map(char::to_lowercase));
    // Of needed words one is enough.
    let mut met = None;
    for entry in column.split(',') {
        if let Some(needed) = entry.strip_prefix('+') {
            met = Some(met.unwrap_or(false) || is_word(needed));
        } else if entry.strip_prefix('!').is_some_and(is_word) {
            return false;
        }
    }
    met.unwrap_or(true)
}

/// Whether the words left of the cursor, at most so many, have the role in `words_before.tsv`.
pub(crate) fn say_before(at: Cursor<'_, '_>, words: isize, role: &str) -> bool {
    at.phrase_left(Class::WordBefore, words).is_some_and(|(row, _)| says(WORDS_BEFORE, row, role))
}

/// Whether a noun stands here of which the list says so: that it is a `member`, a `part`, a `stretch`.
pub(crate) fn noun_says(at: Cursor<'_, '_>, role: &str) -> bool {
    at.phrase(Class::Noun).is_some_and(|(row, _)| says_in(NOUNS, row, 2, role))
}

/// Behind a verb of `nouns_not.tsv`.
pub(crate) fn behind_verb<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let (row, end) = at.phrase(Class::NotNoun)?;
    column(NOUNS_NOT, row, 1).starts_with("verb").then_some(end)
}

/// `sau 5 ngày công bố`, `trong 10 ngày hội đồng họp`: the last word of a noun that begins with a time is the first of another;
/// but `350 ngày công`, `12 ngày hội`, and `20 ngày công lao động`, which falls into words as it is.
pub(crate) fn is_torn(noun: Cursor<'_, '_>, next: Cursor<'_, '_>) -> bool {
    let words = |at: Cursor<'_, '_>| {
        let end = |class| at.phrase(class).map_or(0, |(_, end)| at.distance(end));
        end(Class::Noun).max(end(Class::NotNoun))
    };
    noun.token().syllable.starts(Class::TimeUnit) && {
        let (other, rest) = (words(next.back()), words(next));
        other > 1 && (rest < 2 || rest + 1 < other)
    }
}

/// Before the `dân` of `15 hộ dân tộc Mông`, `120 người dân tộc thiểu số`, which goes on beyond the noun; else its end.
pub(crate) fn before_torn<'t, 'b>(noun: Cursor<'t, 'b>, end: Cursor<'t, 'b>) -> Cursor<'t, 'b> {
    let torn = end.is(word::TRIBE) && noun.distance(end) > 1;
    if torn { end.eat_left(word::PEOPLE).unwrap_or(end) } else { end }
}

/// The text with every run of blanks and breaks as one blank.
pub(crate) fn one_line(text: &str) -> Cow<'_, str> {
    if has_stray(text, |(before, byte)| (before == b' ') & (byte == b' ') | is_break(byte)) {
        return Cow::Owned(joined(text));
    }
    Cow::Borrowed(text)
}

/// The words of a text with one blank between them. Copied up to where blanks have to go, which is seldom.
fn joined(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let mut rest = text.trim_ascii();
    while !rest.is_empty() {
        let is_stray =
            |first: u8, next: u8| first.is_ascii_whitespace() && (first != b' ' || next.is_ascii_whitespace());
        let end = rest.as_bytes().windows(2).position(|pair| matches!(pair, [first, next] if is_stray(*first, *next)));
        let end = end.unwrap_or(rest.len());
        let (words, behind) = rest.split_at_checked(end).unwrap_or((rest, ""));
        line.push_str(words);
        rest = behind.trim_ascii_start();
        if !rest.is_empty() {
            line.push(' ');
        }
    }
    line
}

/// Without a jump, so that many are looked at at once.
const fn is_break(byte: u8) -> bool {
    (byte == b'\n') | (byte == b'\r') | (byte == b'\t')
}

/// Whether a byte and the one before it are of these. All are looked at, many at once: mostly none is.
fn has_stray(text: &str, is_stray: impl Fn((u8, u8)) -> bool) -> bool {
    let (bytes, behind) = (text.as_bytes(), text.as_bytes().get(1..).unwrap_or_default());
    let first = bytes.first().is_some_and(|&first| is_stray((0, first)));
    bytes.iter().zip(behind).fold(first, |stray, (&before, &byte)| stray | is_stray((before, byte)))
}

/// A unit as written, in one line and without stray blanks; in lower case if `lower`.
pub(crate) fn clean(text: &str, lower: bool) -> Cow<'_, str> {
    let parts = |byte| (byte == b' ') | (byte == b'/');
    let stray = has_stray(text, |(before, byte)| {
        parts(before) & parts(byte) & !((before == b'/') & (byte == b'/')) | is_break(byte)
    });
    let upper = lower && text.chars().any(char::is_uppercase);
    if !stray && !upper {
        return Cow::Borrowed(text);
    }
    let line = joined(text).replace(" /", "/").replace("/ ", "/");
    Cow::Owned(if upper { line.to_lowercase() } else { line })
}
