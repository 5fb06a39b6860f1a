//! VNI: most letters are a plain letter and a byte for its marks.

use super::super::letters::{Letter, Mark};

const CIRCUMFLEX: char = '\u{302}';
const BREVE: char = '\u{306}';
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{309}', '\u{303}', '\u{323}'];

/// Reads the first letter that is not ASCII.
pub(super) fn first(bytes: &[u8]) -> Option<(char, usize)> {
    let (byte, rest) = bytes.split_first()?;
    let alone = single(*byte);
    let base = alone.unwrap_or_else(|| char::from(*byte));
    // The longer reading first: `ô` is ơ, and the base of `ôù`.
    match rest.first().and_then(|mark| marked(base, *mark)) {
        Some(letter) => Some((letter, 2)),
        None => alone.map(|letter| (letter, 1)),
    }
}

/// Letters that are one byte.
const fn single(byte: u8) -> Option<char> {
    Some(match byte {
        0xD1 => 'Đ',
        0xF1 => 'đ',
        0xD4 => 'Ơ',
        0xF4 => 'ơ',
        0xD6 => 'Ư',
        0xF6 => 'ư',
        0xC6 => 'Ỉ',
        0xE6 => 'ỉ',
        0xCC => 'Ì',
        0xEC => 'ì',
        0xCD => 'Í',
        0xED => 'í',
        0xCE => 'Ỵ',
        0xEE => 'ỵ',
        0xD2 => 'Ị',
        0xF2 => 'ị',
        0xD3 => 'Ĩ',
        0xF3 => 'ĩ',
        _ => return None,
    })
}

/// `base` with the marks of a byte. Marks come in two cases, and either stands on either letter:
/// `Uû` in titles.
fn marked(base: char, byte: u8) -> Option<char> {
    let [grave, acute, hook, tilde, dot] = TONES;
    let (shape, tone) = match byte {
        0xC0..=0xFF => match byte | 0x20 {
            0xF8 => (None, Some(grave)),
            0xF9 => (None, Some(acute)),
            0xFB => (None, Some(hook)),
            0xF5 => (None, Some(tilde)),
            0xEF => (None, Some(dot)),
            0xE2 => (Some(CIRCUMFLEX), None),
            0xE0 => (Some(CIRCUMFLEX), Some(grave)),
            0xE1 => (Some(CIRCUMFLEX), Some(acute)),
            0xE5 => (Some(CIRCUMFLEX), Some(hook)),
            0xE3 => (Some(CIRCUMFLEX), Some(tilde)),
            0xE4 => (Some(CIRCUMFLEX), Some(dot)),
            0xEA => (Some(BREVE), None),
            0xE8 => (Some(BREVE), Some(grave)),
            0xE9 => (Some(BREVE), Some(acute)),
            0xFA => (Some(BREVE), Some(hook)),
            0xFC => (Some(BREVE), Some(tilde)),
            0xEB => (Some(BREVE), Some(dot)),
            _ => return None,
        },
        _ => return None,
    };
    let marks = shape.into_iter().chain(tone).filter_map(Mark::of);
    let letter = marks.into_iter().try_fold(Letter::of(base)?, |letter, mark| letter.with(mark).ok())?;
    Some(letter.char())
}
