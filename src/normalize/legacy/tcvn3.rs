//! TCVN3: a byte for each small letter. Capitals with tones come from fonts of capitals only.

use super::super::syllable::Syllable;
use super::super::tables::TCVN3;
use super::{Encoding, in_table};

/// The letter of one byte.
///
/// The two-byte capitals that some converters write, and the bytes that only the standard has,
/// don't occur in texts set in `.VnTime` and are left alone.
pub(super) fn letter(byte: u8) -> Option<char> {
    in_table(&TCVN3, byte)
}

/// The byte of `ư`, which looks like a soft hyphen to others.
const U_HORN: u8 = 0xAD;

/// Reads hyphens as `ư` where that makes a syllable: `n-íc`.
pub(super) fn restore_u(bytes: &mut [u8]) {
    let in_word = |byte: &u8| *byte == b'-' || byte.is_ascii_alphabetic() || letter(*byte).is_some();
    for word in bytes.chunk_by_mut(|first, second| in_word(first) && in_word(second)) {
        if !word.contains(&b'-') {
            continue;
        }
        let restored: Vec<u8> = word.iter().map(|byte| if *byte == b'-' { U_HORN } else { *byte }).collect();
        let text: String = restored.iter().filter_map(|byte| Encoding::Tcvn3.first(&[*byte])).map(|(c, _)| c).collect();
        if Syllable::parse(&text).is_some() {
            word.copy_from_slice(&restored);
        }
    }
}
