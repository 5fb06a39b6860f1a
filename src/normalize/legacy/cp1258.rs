//! windows-1258: letters without their tone, and five tones as combining marks.

/// Where it differs from windows-1252.
const DIFFERENT: [(u8, char); 15] = [
    (0xC3, 'Ă'),
    (0xCC, '\u{300}'),
    (0xD0, 'Đ'),
    (0xD2, '\u{309}'),
    (0xD5, 'Ơ'),
    (0xDD, 'Ư'),
    (0xDE, '\u{303}'),
    (0xE3, 'ă'),
    (0xEC, '\u{301}'),
    (0xF0, 'đ'),
    (0xF2, '\u{323}'),
    (0xF5, 'ơ'),
    (0xFD, 'ư'),
    (0xFE, '₫'),
    (0x8A, '\u{8A}'),
];

/// The character of one byte.
pub(super) fn character(byte: u8) -> Option<char> {
    DIFFERENT.iter().find(|(other, _)| *other == byte).map(|(_, c)| *c)
}

/// The byte that is read as `c` here and not in windows-1252.
pub(super) fn byte(c: char) -> Option<u8> {
    DIFFERENT.iter().find(|(_, other)| *other == c).map(|(byte, _)| *byte)
}
