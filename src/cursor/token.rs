//! Tokens, and how they are lexed in either direction.

use crate::lexicon::fold::{self, Key};
use crate::lexicon::{Syllable, spelling};

/// What a token is made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    /// Nothing: the paragraph or the text has ended (or, leftwards, has not begun).
    End,
    /// ASCII digits.
    Digits,
    /// Letters.
    Word,
    /// One character that is neither.
    Mark,
}

/// What stands between a token and the one before it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Gap {
    /// Nothing at all.
    Glued,
    /// One blank.
    Blank,
    /// Several blanks.
    Wide,
    /// A tab, and perhaps blanks: another cell of a table.
    Tab,
    /// One line break, and perhaps blanks.
    Line,
    /// A blank line, or the edge of the text.
    Paragraph,
}

/// A run of digits, a word, or a mark.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) kind: Kind,
    /// Before it.
    pub(crate) gap: Gap,
    /// Of a word.
    pub(crate) syllable: Syllable,
    /// Of a mark; dashes of every kind read as `-`, slashes as `/`, quotes as `"`. Of up to four digits their
    /// value, as a character of private use, which no mark equals: a token stays as small as it is.
    pub(crate) mark: char,
}

/// The first character of the plane that stands for values.
const VALUES: u32 = 0xF_0000;
const MOST_VALUE: u32 = 9999;

impl Token {
    pub(super) const fn end_at(at: usize) -> Self {
        Self { start: at, end: at, kind: Kind::End, gap: Gap::Paragraph, syllable: Syllable::UNKNOWN, mark: '\0' }
    }

    /// The value of up to four digits.
    #[inline]
    pub(super) const fn value(&self) -> u32 {
        (self.mark as u32).wrapping_sub(VALUES)
    }

    /// Its length in bytes.
    pub(crate) const fn len(&self) -> usize {
        self.end - self.start
    }
}

/// Behind the blanks at `from`, and the gap that they are.
#[inline(never)]
pub(super) fn behind_gap(bytes: &[u8], from: usize) -> (usize, Gap) {
    let rest = bytes.get(from..).unwrap_or_default();
    match rest {
        [b' ', next, ..] if *next > b' ' => return (from + 1, Gap::Blank),
        [next, ..] if *next > b' ' => return (from, Gap::Glued),
        _ => {}
    }
    let (mut blanks, mut breaks, mut tabs) = (0, 0, 0);
    for &byte in rest.iter().take_while(|&&byte| is_blank(byte)) {
        breaks += u32::from(byte == b'\n');
        tabs += u32::from(byte == b'\t');
        blanks += 1;
    }
    let gap = if breaks > 0 {
        if breaks == 1 { Gap::Line } else { Gap::Paragraph }
    } else if tabs > 0 {
        Gap::Tab
    } else if blanks > 1 || rest.first() == Some(&b'\r') {
        Gap::Wide
    } else if blanks == 1 {
        Gap::Blank
    } else {
        Gap::Glued
    };
    (from + blanks, gap)
}

/// The token that ends at or before `to`. Its own gap is read too, since it tells whether it is glued.
pub(super) fn left(text: &str, to: usize) -> Token {
    let left = text.get(..to).unwrap_or_default();
    let end = match left.as_bytes() {
        [.., before, b' '] if !is_blank(*before) => to - 1,
        [.., last] if !is_blank(*last) => to,
        _ => to - blank_run(left.bytes().rev()),
    };
    let before = left.get(..end).unwrap_or_default();
    let Some(last) = before.bytes().next_back() else { return Token::end_at(0) };
    match last {
        b'0'..=b'9' => {
            let start = end - before.bytes().rev().take_while(u8::is_ascii_digit).count();
            token(text, start, gap_before(text, start))
        }
        _ if last >= 0x80 || last.is_ascii_alphabetic() => left_word(before),
        _ => token(text, end - 1, gap_before(text, end - 1)),
    }
}

/// The word, or the mark outside ASCII, at the end of `before`.
fn left_word(before: &str) -> Token {
    let end = before.len();
    let word = before.trim_end_matches(is_letter).len();
    let start = if word < end { word } else { before.char_indices().next_back().map_or(0, |(at, _)| at) };
    token(before, start, gap_before(before, start))
}

/// The token that starts at `start`.
pub(super) fn token(text: &str, start: usize, gap: Gap) -> Token {
    let bytes = text.as_bytes();
    let plain = Token { kind: Kind::Mark, gap, ..Token::end_at(start) };
    let Some(&byte) = bytes.get(start) else { return Token::end_at(start) };
    if byte.is_ascii_digit() {
        let (length, value) = digits(bytes, start);
        let mark = char::from_u32(VALUES + value).unwrap_or_default();
        return Token { end: start + length, kind: Kind::Digits, mark, ..plain };
    }
    let first = text.get(start..).and_then(|rest| rest.chars().next()).unwrap_or_default();
    if is_letter(first) {
        let (syllable, end) = word(text, start);
        return Token { end, kind: Kind::Word, syllable, ..plain };
    }
    Token { end: start + first.len_utf8(), mark: plain_mark(first), ..plain }
}

/// Up to seven digits at the start of a window: how many, and what stands for their value.
#[inline(always)]
pub(super) fn plain_digits(window: &[u8; 16]) -> Option<(usize, char)> {
    let (length, value) = few_digits(u64::from_le_bytes(*window.first_chunk()?));
    Some((length, char::from_u32(VALUES + value)?)).filter(|_| length < 8)
}

/// How many digits stand at `start`, and their value, where they are up to four.
#[inline(always)]
fn digits(bytes: &[u8], start: usize) -> (usize, u32) {
    let rest = bytes.get(start..).unwrap_or_default();
    match rest.first_chunk().map(|eight| few_digits(u64::from_le_bytes(*eight))) {
        Some((length, value)) if length < 8 => (length, value),
        _ => many_digits(rest),
    }
}

/// The same of eight bytes, the first in the lowest place, all at once.
#[inline(always)]
fn few_digits(bytes: u64) -> (usize, u32) {
    const ONES: u64 = !0 / 0xFF;
    let digits = bytes ^ (0x30 * ONES);
    let others = (((digits & (0x7F * ONES)) + 0x76 * ONES) | digits) & (0x80 * ONES);
    let length = others.trailing_zeros() as usize / 8;
    // Four places with the last digit in the highest: pairs of digits, then pairs of those.
    let places = (digits as u32).checked_shl(8 * 4_usize.saturating_sub(length) as u32).unwrap_or_default();
    let pairs = (places.wrapping_mul(10).wrapping_add(places >> 8)) & 0x00FF_00FF;
    let value = pairs.wrapping_mul(100).wrapping_add(pairs >> 16) & 0xFFFF;
    (length, if length > 4 { MOST_VALUE } else { value })
}

#[cold]
fn many_digits(bytes: &[u8]) -> (usize, u32) {
    let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit());
    let value = digits.clone().fold(0_u32, |value, digit| (value * 10 + u32::from(digit - b'0')).min(MOST_VALUE));
    (digits.count(), value)
}

/// The word that starts at `start`: which it is, and where it ends.
pub(super) fn word(text: &str, start: usize) -> (Syllable, usize) {
    let rest = text.as_bytes().get(start..).unwrap_or_default();
    let window = rest.first_chunk().copied().unwrap_or_else(|| spelling::padded(rest));
    let word = if window[0] < b'@' { None } else { word_in(&window, text, start) };
    word.map_or((Syllable::UNKNOWN, start), |(syllable, length)| (syllable, start + length))
}

/// The word at the start of a window, whose first byte is `@` or more, and how long it is, if one starts there.
#[inline(always)]
pub(super) fn word_in(window: &[u8; 16], text: &str, start: usize) -> Option<(Syllable, usize)> {
    Syllable::short(window).or_else(|| other_word(window, text, start))
}

#[inline(never)]
fn other_word(window: &[u8; 16], text: &str, start: usize) -> Option<(Syllable, usize)> {
    Syllable::long(window).or_else(|| by_letters(text, start))
}

/// The same letter by letter. Letters of ASCII and of Vietnamese are told by their bytes, all others decoded. What goes on
/// and on is cut.
#[inline(never)]
fn by_letters(text: &str, start: usize) -> Option<(Syllable, usize)> {
    const MOST_BYTES: usize = 1 << 20;
    let bytes = text.as_bytes();
    let mut key = Key::default();
    let mut at = start;
    while let Some(&byte) = bytes.get(at).filter(|_| at - start < MOST_BYTES) {
        if key.push_ascii(byte) {
            at += 1;
            continue;
        }
        if byte < 0x80 {
            break;
        }
        let (letter, length) = fold::letter_at(bytes, at);
        if letter != 0 {
            key.push(letter);
            at += length;
            continue;
        }
        let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()).filter(|&c| is_letter(c)) else { break };
        key.push(fold::letter(c));
        at += c.len_utf8();
    }
    (at > start).then(|| (Syllable::of(key), at - start))
}

/// Letters of every script, and marks that were not composed with theirs.
#[inline]
pub(crate) fn is_letter(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphabetic();
    }
    match c as u32 {
        0xAA | 0xB5 => true,
        0xBA => false, // º for ° in `36,5 ºC`
        0xC0..0x250 => c != '×' && c != '÷',
        // `…`, dashes, quotes; arrows, operators; boxes and bullets
        0x2010..0x2060 | 0x2190..0x2460 | 0x2500..0x2C00 => false,
        0x300..0x370 | 0x1E00..0x1F00 => true,
        _ => c.is_alphabetic(),
    }
}

const fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

fn blank_run(bytes: impl Iterator<Item = u8>) -> usize {
    bytes.take_while(|&byte| is_blank(byte)).count()
}

/// The gap that ends at `at`.
pub(super) fn gap_before(text: &str, at: usize) -> Gap {
    let left = text.as_bytes().get(..at).unwrap_or_default();
    match left {
        [.., before, b' '] if !is_blank(*before) => return Gap::Blank,
        [.., last] if !is_blank(*last) => return Gap::Glued,
        _ => {}
    }
    let blanks = blank_run(left.iter().rev().copied());
    if blanks == left.len() {
        return Gap::Paragraph;
    }
    behind_gap(left, left.len() - blanks).1
}

/// Marks that mean the same read as one.
const fn plain_mark(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}' => '-',
        '\u{2044}' | '\u{2215}' | '\u{FF0F}' => '/',
        '“' | '”' | '„' | '‟' | '«' | '»' => '"',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_by_their_bytes_are_words_by_their_letters() {
        let lists =
            [crate::lexicon::NOUNS, crate::lexicon::DOCUMENT_TYPES, crate::lexicon::NUMERALS, crate::lexicon::UNITS];
        let rows = lists.into_iter().flatten().filter_map(|row| row.first());
        let plain =
            "Điều HOÀ hoà tỉ quí NĂM viêc việc. năm” 12 Trường-Sa kWh m² (năm) ông– Ấn… nghiêng trườngtrườngdài basic";
        let words: Vec<&str> = rows.flat_map(|row| row.split(' ')).chain(plain.split(' ')).collect();
        assert!(words.len() > 1000);
        for text in [words.join(" "), words.join(", ").to_uppercase(), words.join("\u{201D}2 ")] {
            for (at, c) in text.char_indices().filter(|(_, c)| is_letter(*c)) {
                let (syllable, length) = by_letters(&text, at).unwrap();
                assert_eq!(
                    word(&text, at),
                    (syllable, at + length),
                    "{c} in {:?}",
                    text.get(at..).unwrap().split(' ').next()
                );
            }
        }
    }

    #[test]
    fn digits_at_once_are_digits_one_by_one() {
        for number in ["0", "7", "05", "42", "2018", "0305", "9999", "12345", "1234567", "12345678", "0000000001"] {
            for behind in ["", " ", "/2018", ".000 đồng", "a1b2", "\u{FF11}345678"] {
                let text = format!("{number}{behind}");
                let (length, value) = digits(text.as_bytes(), 0);
                assert_eq!(length, number.len(), "{text}");
                if length <= 4 {
                    assert_eq!(value, number.parse::<u32>().unwrap(), "{text}");
                }
            }
        }
    }
}
