//! Where the next character that may have to change begins, for text that is full of them.

use super::clean;

/// The next byte that begins a character which may have to change.
///
/// Decomposed text has one every few bytes; only behind a longer clean run is it worth while to
/// look at whole blocks.
#[inline(always)]
pub(super) fn next_stop(bytes: &[u8], mut at: usize) -> Option<usize> {
    for _ in 0..16 {
        let Some(word) = bytes.get(at..).and_then(|rest| rest.first_chunk()) else { break };
        let stops = stops(u64::from_le_bytes(*word));
        if stops != 0 {
            return Some(at + stops.trailing_zeros() as usize / 8);
        }
        at += 8;
    }
    clean::next_suspect(bytes, at)
}

/// The sign bit of each byte that begins a character which may have to change.
///
/// That is every first byte of a longer character but those of `ă` and `đ`, and every control.
/// A byte behind such a byte may be called one by mistake, as the subtraction borrows.
#[inline(always)]
const fn stops(word: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const SIGNS: u64 = 0x80 * ONES;
    let leads = word & (word << 1);
    // Zero in each byte that is C4 or C5; without its sign the addition can't carry.
    let not_c4 = (word ^ (0xC4 * ONES)) & !ONES;
    let not_c4 = not_c4 | ((not_c4 & !SIGNS) + 0x7F * ONES);
    let controls = word.wrapping_sub(0x20 * ONES) & !word;
    let delete = !(((word ^ (0x7F * ONES)) & !SIGNS) + 0x7F * ONES) & !word;
    (leads & not_c4 | controls | delete) & SIGNS
}
