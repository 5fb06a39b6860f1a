//! The fast way to a word: by the bytes it is written with, most often. Shared with the build script, which makes the
//! table.
//!
//! Nearly all words of a report are words of the lists, in lower case or with a capital first. These are found by
//! one look at up to sixteen bytes at once, eight in a register; all others letter by letter ([`super::fold`]), which
//! also tells what `HOÀ`, `tỉ` and words of no list are. `tests::both_ways_agree` holds the ways against each other.

/// A word as it is written, ASCII in lower case: its first eight bytes, then up to six, the rest zero.
pub(crate) type Spelling = [u64; 2];

/// Bytes of the longest.
pub(crate) const MOST: usize = 14;

const ONES: u64 = !0 / 0xFF;
const HIGH: u64 = 0x80 * ONES;

/// The letters at the start of a window and how many bytes they take: of ASCII, and all bytes of others, of which the
/// table says what they are.
#[inline(always)]
pub(crate) fn letters(window: &[u8; 16]) -> (Spelling, usize) {
    let [first, second] = [0, 8].map(|at| window.get(at..).and_then(<[u8]>::first_chunk).copied().unwrap_or_default());
    let (first, length) = in_eight(u64::from_le_bytes(first));
    if length < 8 {
        return ([first, 0], length);
    }
    let (second, length) = in_eight(u64::from_le_bytes(second));
    ([first, second], 8 + length)
}

/// The same of eight bytes, the first in the lowest place.
#[inline(always)]
fn in_eight(bytes: u64) -> (u64, usize) {
    let low = (bytes | (0x20 * ONES)) & !HIGH;
    // Bytes below 128, so that no sum carries into the next byte.
    let from_a = low + (0x80 - b'a' as u64) * ONES;
    let past_z = low + (0x7F - b'z' as u64) * ONES;
    let ascii = from_a & !past_z & !bytes & HIGH;
    let others = !(ascii | bytes) & HIGH;
    let below = ((others & others.wrapping_neg()) >> 7).wrapping_sub(1);
    ((bytes | (ascii >> 2)) & below, others.trailing_zeros() as usize / 8)
}

/// Whether it has no letter but those of ASCII, all of whose spellings are in the table.
#[inline(always)]
#[allow(dead_code)] // for the lexer
pub(crate) const fn is_ascii([first, second]: Spelling) -> bool {
    (first | second) & HIGH == 0
}

/// A window that runs out of text.
#[cold]
pub(crate) fn padded(rest: &[u8]) -> [u8; 16] {
    let mut window = [b' '; 16];
    window.iter_mut().zip(rest).for_each(|(place, byte)| *place = *byte);
    window
}

/// The hash of a spelling.
#[inline(always)]
pub(crate) const fn hash([first, second]: Spelling) -> u64 {
    let mixed = (first ^ second.rotate_left(29)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed ^ (mixed >> 32)
}

/// The bucket of a hash, of a power of two.
#[inline(always)]
pub(crate) const fn bucket(hash: u64, buckets: usize) -> usize {
    hash as usize & (buckets - 1)
}

/// The slot of a hash, of a power of two. The shift of its bucket is such that no two spellings share a slot: one look
/// finds a word or tells that it is not there.
#[inline(always)]
pub(crate) const fn slot(hash: u64, shift: u16, slots: usize) -> usize {
    ((hash >> 20).wrapping_add(((hash >> 40) | 1).wrapping_mul(shift as u64))) as usize & (slots - 1)
}

/// The spelling of a word, where it is short enough for one.
#[allow(dead_code)] // for the build script, and the tests
pub(crate) fn spelling(word: &str) -> Option<Spelling> {
    let (spelling, length) = letters(&padded(word.as_bytes()));
    (length == word.len() && length <= MOST).then_some(spelling)
}
