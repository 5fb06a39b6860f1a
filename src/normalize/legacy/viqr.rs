//! VIQR: ASCII signs behind the letters. `Vie^.t Nam`, `dda` for `đa`, `\.` for a full stop.

use super::super::letters::{Letter, Mark};

/// Reads the first letter that has marks, or an escaped sign.
pub(super) fn first(bytes: &[u8]) -> Option<(char, usize)> {
    match bytes {
        [b'\\', sign, ..] if sign.is_ascii_graphic() => return Some((char::from(*sign), 2)),
        [b'd', b'd', ..] => return Some(('đ', 2)),
        [b'D', b'd' | b'D', ..] => return Some(('Đ', 2)),
        _ => {}
    }
    let (base, signs) = bytes.split_first()?;
    let mut letter = Letter::of(char::from(*base))?;
    let mut length = 1;
    for sign in signs {
        let Some(next) = mark(*sign).and_then(|mark| letter.with(mark).ok()) else { break };
        letter = next;
        length += 1;
    }
    (length > 1).then(|| (letter.char(), length))
}

fn mark(sign: u8) -> Option<Mark> {
    Mark::of(match sign {
        b'`' => '\u{300}',
        b'\'' => '\u{301}',
        b'?' => '\u{309}',
        b'~' => '\u{303}',
        b'.' => '\u{323}',
        b'^' => '\u{302}',
        b'(' => '\u{306}',
        b'+' | b'*' => '\u{31B}',
        _ => return None,
    })
}
