//! One fast look that finds the places where a text may have to change.
//!
//! The look is allowed to be wrong in one direction: it may stop at a place that turns out to be
//! fine, but text it passes over is text that normalization would leave alone.

/// Bytes looked at in one go; a multiple of every vector register's size.
const BLOCK: usize = 32;
/// A block with the byte before it and the two behind it.
const WINDOW: usize = 1 + BLOCK + 2;

/// The first byte at or behind `from` whose character may have to change.
///
/// `from` must be a character boundary of valid UTF-8.
pub(super) fn next_suspect(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    // The first block needs a byte before it.
    if at == 0 && !bytes.is_empty() {
        if is_suspect(0, bytes, 0) {
            return Some(0);
        }
        at = 1;
    }
    while let Some(window) =
        at.checked_sub(1).and_then(|before| bytes.get(before..)).and_then(|rest| rest.first_chunk())
    {
        if is_odd(window)
            && has_suspect(window)
            && let Some(found) = (at..at + BLOCK).find(|&at| is_suspect_at(bytes, at))
        {
            return Some(found);
        }
        at += BLOCK;
    }
    (at..bytes.len()).find(|&at| is_suspect_at(bytes, at))
}

fn is_suspect_at(bytes: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| bytes.get(before)).copied().unwrap_or(0);
    is_suspect(before, bytes, at)
}

fn is_suspect(before: u8, bytes: &[u8], at: usize) -> bool {
    let byte = |at: usize| bytes.get(at).copied().unwrap_or(b' ');
    suspect(before, byte(at), byte(at + 1), byte(at + 2)) & SIGN != 0
}

/// Whether a block may have a suspect: half the work of [`has_suspect`], which has the last word.
///
/// Most blocks are letters, Vietnamese ones included, and ends of lines; nothing else gets by.
#[expect(clippy::indexing_slicing, reason = "constant bounds within an array")]
fn is_odd(window: &[u8; WINDOW]) -> bool {
    let mut found = 0;
    for at in 0..BLOCK {
        found |= odd(window[at + 1], window[at + 2]);
    }
    found != 0
}

/// Looks at a whole block without a branch, so that the compiler makes vector code of it.
#[expect(clippy::indexing_slicing, reason = "constant bounds within an array")]
fn has_suspect(window: &[u8; WINDOW]) -> bool {
    let mut found = 0;
    for at in 0..BLOCK {
        found |= suspect(window[at], window[at + 1], window[at + 2], window[at + 3]);
    }
    found & SIGN != 0
}

/// The bit that answers; the others of a byte are left over from the arithmetic.
const SIGN: u8 = 0x80;

/// All bits if `yes`: comparing vectors gives such bytes.
#[inline(always)]
const fn mask(yes: bool) -> u8 {
    if yes { 0xFF } else { 0 }
}

/// Some bit if `a` begins neither a Vietnamese letter nor ASCII text, with `b` behind it.
#[inline(always)]
const fn odd(a: u8, b: u8) -> u8 {
    let far = a.wrapping_sub(0x20).saturating_sub(0xC6 - 0x20);
    let fine = mask(a == 0xE1) & mask(b | 1 == 0xBB) | mask(a == b'\n');
    let sign = mask(a == 0xC2) | mask(a == 0x7F);
    let letter = mask(a == 0xC3) & (mask(b == 0x84) | mask(b & 0xDF == 0x90));
    far & !fine | sign | letter | look_alike(a, b)
}

/// Whether the character that begins at `a` may have to change; `z` stands before it, `b` and `c`
/// behind. The sign bit is the answer. Bytes inside a character never answer yes.
#[inline(always)]
const fn suspect(z: u8, a: u8, b: u8, c: u8) -> u8 {
    stray(a) | latin_1(z, a, b) | look_alike(a, b) | three_bytes(a, b, c)
}

/// Bytes that begin no clean character: controls, and all scripts but Latin.
#[inline(always)]
const fn stray(a: u8) -> u8 {
    // From the blank to U+01BF, inner bytes included.
    let plain = mask(a.wrapping_sub(0x20) <= 0xC6 - 0x20) & !mask(a == 0x7F);
    // Vietnamese letters from U+1EA0, dashes and quotes from U+2010.
    let long = mask(a == 0xE1) | mask(a == 0xE2);
    let blank = mask(a == b'\n') | mask(a == b'\t');
    !(plain | long | blank)
}

/// `°±²³` are fine behind ASCII; behind a letter they may be a letter in disguise (`cÃ³`).
/// Of the letters, `Ä` may be half a letter (`Ä‘`), `Ð` and `ð` a wrong `Đ`.
#[inline(always)]
const fn latin_1(z: u8, a: u8, b: u8) -> u8 {
    let sign = mask(a == 0xC2) & (z | !mask(b & 0xFC == 0xB0));
    let letter = mask(a == 0xC3) & (mask(b == 0x84) | mask(b & 0xDF == 0x90));
    sign | letter
}

/// `Ɖ`, `Ƣ` and `ƣ` stand for `Đ`, `Ư` and `ư`.
#[inline(always)]
const fn look_alike(a: u8, b: u8) -> u8 {
    mask(a == 0xC6) & (mask(b == 0x89) | mask(b & 0xFE == 0xA2))
}

/// Of U+1E80–U+1EFF all is clean; of U+2000–U+203F all but blanks and invisible characters.
#[inline(always)]
const fn three_bytes(a: u8, b: u8, c: u8) -> u8 {
    let letter = mask(a == 0xE1) & !mask(b & 0xFE == 0xBA);
    let dash = mask(b == 0x80) & !mask(c & 0xF0 == 0x80) & !mask(c & 0xF8 == 0xA8);
    letter | (mask(a == 0xE2) & !dash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_and_bytes_agree_at_every_distance() {
        for c in ['ộ', '°', '“', '\u{301}', '\u{A0}', '\u{200B}', 'Ð', 'ƣ', 'С', '\r', '\u{7F}', '😀', '±'] {
            for lead in ["", "a", "é"] {
                let alone = format!("{lead}{c}");
                let expected = (0..alone.len()).find(|&at| is_suspect_at(alone.as_bytes(), at));
                for distance in 1..140 {
                    let text = format!("{}{alone}{}", "x".repeat(distance), "y".repeat(80));
                    let found = next_suspect(text.as_bytes(), 0);
                    assert_eq!(found, expected.map(|at| at + distance), "{c:?} behind {lead:?} at {distance}");
                }
            }
        }
    }
}
