//! The fast way to a word: by the bytes it is written with, most often. Shared with the build script, which makes the
//! table.
//!
//! Nearly all words of a report are words of the lists, in lower case, in capitals or with a capital first. These are found
//! by one look at up to sixteen bytes at once, eight in a register; all others letter by letter ([`super::fold`]), which
//! also tells what `HOÀ`, `tỉ` and words of no list are. The tests of `cursor/token.rs` hold the ways against each other.

/// A word as it is written, ASCII in lower case: its first eight bytes, then up to six, the rest zero.
pub(crate) type Spelling = [u64; 2];

/// Bytes of the longest.
pub(crate) const MOST: usize = 14;

#[allow(dead_code)] // for the lexer
const ONES: u64 = !0 / 0xFF;
const HIGH: u64 = 0x80 * ONES;

/// The word at the start of a window and how many bytes it takes: of all bytes from `@` on, of which the table says
/// whether they are letters, with those of ASCII in lower case.
#[inline(always)]
pub(crate) fn word(window: &[u8; 16]) -> (Spelling, usize) {
    match in_eight(window, 0) {
        Ok((first, length)) => ([first, 0], length),
        Err(first) => {
            let (second, length) = in_eight(window, 8).unwrap_or_else(|second| (second, 8));
            ([first, second], 8 + length)
        }
    }
}

/// The same of a word of less than eight bytes, as most are.
#[inline(always)]
#[allow(dead_code)] // for the lexer
pub(crate) fn short_word(window: &[u8; 16]) -> Option<(u64, usize)> {
    in_eight(window, 0).ok()
}

/// The letters at the start of eight bytes of a window, the first in the lowest place, and how many bytes they take; `Err`
/// where they are all eight.
#[inline(always)]
fn in_eight(window: &[u8; 16], at: usize) -> Result<(u64, usize), u64> {
    const BELOW: [u64; 8] = [0, !0 >> 56, !0 >> 48, !0 >> 40, !0 >> 32, !0 >> 24, !0 >> 16, !0 >> 8];
    let bytes = window.get(at..).and_then(<[u8]>::first_chunk).copied().map_or(0, u64::from_le_bytes);
    // No bit comes from the byte below that counts.
    let others = !(bytes | bytes << 1) & HIGH;
    let lower = bytes | (!bytes & HIGH) >> 2;
    if others == 0 {
        return Err(lower);
    }
    let length = others.trailing_zeros() as usize / 8 % 8;
    #[allow(clippy::indexing_slicing)] // below 8
    let below = BELOW[length];
    Ok((lower & below, length))
}

/// Whether eight bytes of a spelling have only letters, and those of ASCII: of these all that are words are in the table.
/// In lower case, the marks from `@` on stand beside the letters.
#[inline(always)]
#[allow(dead_code)] // for the lexer
pub(crate) const fn is_ascii(bytes: u64) -> bool {
    let low = bytes & !HIGH;
    // Zero where no letter stands.
    let letter = (low + (0x80 - b'a' as u64) * ONES) & !(low + (0x7F - b'z' as u64) * ONES);
    let filled = low + 0x7F * ONES;
    (filled & !letter | bytes) & HIGH == 0
}

/// A window that runs out of text.
#[cold]
pub(crate) fn padded(rest: &[u8]) -> [u8; 16] {
    let mut window = [b' '; 16];
    window.iter_mut().zip(rest).for_each(|(place, byte)| *place = *byte);
    window
}

/// The hash of a spelling; the build script chooses the odd factor.
#[inline(always)]
pub(crate) const fn hash([first, second]: Spelling, factor: u64) -> u64 {
    let both = first ^ second.rotate_left(29);
    (both ^ both >> 32).wrapping_mul(factor)
}

/// The bucket of a hash, of a power of two.
#[inline(always)]
pub(crate) const fn bucket(hash: u64, buckets: usize) -> usize {
    (hash >> 52) as usize & (buckets - 1)
}

/// The slot of a hash, of a power of two. The shift of its bucket is such that no two spellings share a slot: one look
/// finds a word or tells that it is not there.
#[inline(always)]
pub(crate) const fn slot(hash: u64, shift: u16, slots: usize) -> usize {
    (hash >> 36).wrapping_add(shift as u64) as usize & (slots - 1)
}

/// The spelling of a word, where it is short enough for one.
#[allow(dead_code)] // for the build script, and the tests
pub(crate) fn spelling(word: &str) -> Option<Spelling> {
    let (spelling, length) = self::word(&padded(word.as_bytes()));
    (length == word.len() && length <= MOST).then_some(spelling)
}
