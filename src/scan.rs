//! Where a fact may start: one pass over the bytes.
//!
//! An *anchor* is the first digit of a run, or the first letter of one of the few words that begin
//! or hold a fact without digits: number words, `hằng`, `gấp`, `rằm`, Roman numerals … Facts grow
//! from their anchor in both directions. All other text costs only this pass.
//!
//! The bytes are looked at in blocks of 64: [`block`] answers with a mask, bit *i* set where an
//! anchor may stand, from two or three bytes, with comparisons without branches that the compiler can
//! vectorise. What it lets through is looked at closer, one by one ([`is_anchor`]). Too many are allowed
//! (the word decides), too few never.

use crate::cursor;
use crate::lexicon::{Class, word};
use crate::number::roman;

/// Bytes in a block.
const BLOCK: usize = 64;
/// A block is read with one byte before it and three behind.
const WINDOW: usize = BLOCK + 4;

/// Walks over the anchors of a text, in order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scanner {
    /// Start of the block that `mask` describes.
    base: usize,
    /// Anchors of the block that have not been asked for; `None` before the first block.
    mask: Option<u64>,
    /// Whether words that a reference date makes facts are anchors too: `tháng trước`, `ngày mai`.
    from_now: bool,
}

impl Scanner {
    /// A scanner for a text, with or without a reference date.
    pub(crate) fn new(from_now: bool) -> Self {
        Self { from_now, ..Self::default() }
    }

    /// The first anchor at or behind `from`.
    pub(crate) fn next(&mut self, text: &str, from: usize) -> Option<usize> {
        let bytes = text.as_bytes();
        let mut base = from & !(BLOCK - 1);
        let mut cut = !0 << (from & (BLOCK - 1));
        while base < bytes.len() {
            let all = match self.mask {
                Some(mask) if self.base == base => mask,
                _ => {
                    let mask = block_at(bytes, base, self.from_now);
                    (self.base, self.mask) = (base, Some(mask));
                    mask
                }
            };
            let mut rest = all & cut;
            while rest != 0 {
                let at = base + rest.trailing_zeros() as usize;
                if is_anchor(text, at) {
                    return Some(at);
                }
                rest &= rest - 1;
            }
            base += BLOCK;
            cut = !0;
        }
        None
    }
}

/// The mask of the block at `base`; the edges of the text read as blanks.
fn block_at(bytes: &[u8], base: usize, from_now: bool) -> u64 {
    let inside = base.checked_sub(1).and_then(|first| bytes.get(first..first + WINDOW));
    if let Some(window) = inside.and_then(|window| window.try_into().ok()) {
        return if from_now { block::<true>(window) } else { block::<false>(window) };
    }
    let mut padded = [b' '; WINDOW];
    let before = usize::from(base > 0);
    let first = base - before;
    let last = bytes.len().min(first + WINDOW - (1 - before));
    if let (Some(to), Some(from)) = (padded.get_mut(1 - before..1 - before + last - first), bytes.get(first..last)) {
        to.copy_from_slice(from);
    }
    let mask = if from_now { block::<true>(&padded) } else { block::<false>(&padded) };
    let left = bytes.len() - base;
    if left < BLOCK { mask & !(!0 << left) } else { mask }
}

/// Bit *i* for an anchor at byte `i + 1` of the window.
fn block<const FROM_NOW: bool>(window: &[u8; WINDOW]) -> u64 {
    let mut hits = [0_u8; BLOCK];
    for (i, hit) in hits.iter_mut().enumerate() {
        #[allow(clippy::indexing_slicing)] // i + 4 < WINDOW, and so the compiler sees it
        let (before, a, b, c, d) = (window[i], window[i + 1], window[i + 2], window[i + 3], window[i + 4]);
        *hit = may_be_anchor(before, a, b, c);
        if FROM_NOW {
            *hit |= may_be_anchor_from_now(before, a, b, c, d);
        }
    }
    pack(&hits)
}

/// 1 where an anchor may stand at `a`, else 0; on every byte, so without branches. Of words only what tells
/// most of them apart: the first letter, and how the next begins.
#[inline(always)]
fn may_be_anchor(before: u8, a: u8, b: u8, c: u8) -> u8 {
    let bit = |x: bool| u8::from(x);
    let within = |x: u8, first: u8, last: u8| bit(x.wrapping_sub(first) <= last - first);
    let (low, b2) = (a | 0x20, b | 0x20);
    let (h, n, t) = (bit(low == b'h'), bit(low == b'n'), bit(low == b't'));
    let (m, bn) = (bit(low == b'm'), bit(low == b'b'));
    // rằm, hằng, bảy, gấp, một, nửa; sáu, tám, hàng, mùng; mười, tư; năm
    let word = (h | bn | m | n | bit(low == b'r') | bit(low == b'g')) & bit(b == 0xE1)
        | (h | m | t | bit(low == b's')) & bit(b == 0xC3)
        | (m | t) & bit(b == 0xC6)
        // này
        | n & bit(b == 0xC3)
        | n & bit(b == 0xC4)
        // hai, ba
        | (h | bn) & bit(b2 == b'a')
        // chín; quý; giêng
        | bit(low == b'c') & bit(b2 == b'h') & bit(c >= 0x80)
        | bit(low == b'q') & bit(b2 == b'u') & bit(c == 0xC3)
        | bit(low == b'g') & bit(b2 == b'i') & bit(c >= 0x80)
        | bit(a == b'I') | bit(a == b'V') | bit(a == b'X');
    let is_letter = within(before | 0x20, b'a', b'z');
    let digit = within(a, b'0', b'9') & (within(before, b'0', b'9') ^ 1);
    digit | word & (is_letter ^ 1) | bit(a == b'/') & bit(b >= b'A')
}

/// Whether an anchor stands at `at`, where one may.
fn is_anchor(text: &str, at: usize) -> bool {
    let byte = |at: usize| text.as_bytes().get(at).copied().unwrap_or(b' ');
    match byte(at) {
        b'0'..=b'9' => true,
        // a blank or dots left for a number: `Số:     /KH-UBND`, `Số ……/KH-UBND`
        b'/' => at.checked_sub(1).is_some_and(|before| matches!(byte(before), b' ' | b'.' | 0xA6)),
        // a Roman numeral in capitals
        b'I' | b'V' | b'X' => is_roman(text, at),
        _ => begins(text, at),
    }
}

/// Whether the letters at `at` are a Roman numeral: `quý IV`, not `Việt`.
fn is_roman(text: &str, at: usize) -> bool {
    let rest = text.get(at..).unwrap_or_default();
    let length = rest.bytes().take_while(|byte| matches!(byte, b'I' | b'V' | b'X')).count();
    let (numeral, behind) = rest.split_at_checked(length).unwrap_or_default();
    !behind.starts_with(cursor::is_letter) && roman::parse(numeral).is_some()
}

/// Whether a number word or a word of `triggers.tsv` stands at `at`. `năm` before digits is the year, whose digits are
/// an anchor of their own.
fn begins(text: &str, at: usize) -> bool {
    let (word, end) = cursor::word(text, at);
    let classes = word.classes();
    if classes.has(Class::Numeral) {
        return word != word::NAM || !cursor::has_digit(text, end);
    }
    classes.has(Class::Trigger)
}

/// The same as [`may_be_anchor`] for the words that a reference date makes facts: tháng, tuần, ngày, cùng, bữa, giáng,
/// noel, nay, mai.
#[inline(always)]
fn may_be_anchor_from_now(before: u8, a: u8, b: u8, c: u8, d: u8) -> u8 {
    let bit = |x: bool| u8::from(x);
    let is_letter = |x: u8| bit((x | 0x20).wrapping_sub(b'a') < 26);
    let (low, b2, c2) = (a | 0x20, b | 0x20, c | 0x20);
    let word = bit(low == b't') & bit(b2 == b'h') & bit(c2 == 0xE3)
        | bit(low == b't') & bit(b2 == b'u') & bit(c == 0xE1)
        | bit(low == b'n') & bit(b2 == b'g') & bit(c2 == 0xE3)
        | bit(low == b'c') & bit(b2 == 0xE3) & bit(c2 == 0xB9)
        | bit(low == b'g') & bit(b2 == b'i') & bit(c2 == 0xE3)
        | bit(low == b'n') & bit(b2 == b'o') & bit(c2 == b'e')
        | bit(low == b'b') & bit(b == 0xE1) & bit(d | 1 == 0xAF)
        | (bit(low == b'n') | bit(low == b'm')) & bit(b2 == b'a') & (bit(c2 == b'y') | bit(c2 == b'i'));
    word & (is_letter(before) ^ 1)
}

/// The lowest bits of 64 bytes as one word: eight at a time, gathered by a multiplication.
fn pack(hits: &[u8; BLOCK]) -> u64 {
    let mut mask = 0;
    for (i, eight) in hits.as_chunks::<8>().0.iter().enumerate() {
        mask |= (u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56) << (8 * i);
    }
    mask
}

#[cfg(test)]
mod tests {
    use super::*;

    fn anchors(text: &str) -> Vec<usize> {
        let mut scanner = Scanner::default();
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(at) = scanner.next(text, from) {
            found.push(at);
            from = at + 1;
        }
        found
    }

    #[test]
    fn every_number_word_is_an_anchor_at_any_place_and_in_any_case() {
        let words = "một hai ba bốn tư năm sáu bảy tám chín mười hằng hàng gấp nửa rằm mùng mồng giêng quý quí hôm";
        for word in words.split(' ') {
            for padding in 0..70 {
                for word in [word.to_owned(), word.to_uppercase()] {
                    let text = format!("{}{word} x", " ".repeat(padding));
                    assert_eq!(anchors(&text).first(), Some(&padding), "{text:?}");
                }
            }
        }
    }

    #[test]
    fn digits_and_roman_numerals_are_anchors_at_their_first() {
        assert_eq!(anchors("a 5.873 lượt"), [2, 4]);
        assert_eq!(anchors("kỳ IV/2013"), [5, 8]);
        assert_eq!(anchors("Việt Nam, Indonesia"), [0_usize; 0]);
    }

    #[test]
    fn marks_outside_ascii_end_a_word() {
        let text = "“năm”, hai–ba, MỘT… tư°";
        let words = ["năm", "hai", "ba", "MỘT", "tư"].map(|word| text.find(word).unwrap());
        assert_eq!(anchors(text), words);
    }

    #[test]
    fn masks_do_not_depend_on_the_place_of_the_block() {
        let text = "một 12 hai ba 3 bốn, năm; 2018 quý III và mười hai chín 7".repeat(9);
        let all = anchors(&text);
        for cut in (0..text.len()).filter(|&cut| text.is_char_boundary(cut)) {
            let mut scanner = Scanner::default();
            assert_eq!(scanner.next(&text, cut), all.iter().copied().find(|&at| at >= cut));
        }
    }
}
