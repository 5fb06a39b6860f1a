//! Encodings from before Unicode: what their bytes mean, and which one a text is in.

mod cp1258;
mod decode;
mod detect;
mod lines;
mod tcvn3;
mod viqr;
mod viscii;
mod vni;
mod vps;

pub(super) use self::decode::capitalize;
pub use self::decode::{Decoded, Run};

use super::mojibake;

/// How a text was written in bytes.
///
/// ```
/// use solieu::Normalizer;
/// use solieu::normalize::Encoding;
///
/// let text = Normalizer::new().encoding(Encoding::Viqr).decode(b"Vie^.t Nam");
/// assert_eq!(&*text, "Việt Nam");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Encoding {
    /// Unicode as it should be, or a `str` that needs no decoding.
    Utf8,
    /// Unicode in two bytes, the low one first.
    Utf16Le,
    /// Unicode in two bytes, the high one first.
    Utf16Be,
    /// TCVN 5712 as the fonts `.VnTime` and their like have it, also called ABC.
    Tcvn3,
    /// The fonts `VNI-Times` and their like: a letter and a mark in a byte each.
    Vni,
    /// VISCII, RFC 1456.
    Viscii,
    /// VPS of the Vietnamese Professionals Society.
    Vps,
    /// The Vietnamese code page of Windows: the tone is a byte of its own.
    Windows1258,
    /// The code page of Western Europe; what is left when no other fits.
    Windows1252,
    /// ASCII with signs for marks, RFC 1456: `Vie^.t`. Never found out, only told.
    Viqr,
}

impl Encoding {
    /// Those that are found out from the words they make.
    const DETECTED: [Self; 5] = [Self::Tcvn3, Self::Vni, Self::Viscii, Self::Vps, Self::Windows1258];

    /// The first character of `bytes` and how many bytes it took; none where no bytes are left.
    fn first(self, bytes: &[u8]) -> Option<(char, usize)> {
        let byte = *bytes.first()?;
        let letter = match self {
            Self::Tcvn3 => tcvn3::letter(byte),
            Self::Viscii => viscii::letter(byte),
            Self::Vps => vps::letter(byte),
            Self::Windows1258 => cp1258::character(byte),
            Self::Vni => return Some(vni::first(bytes).unwrap_or((western(byte), 1))),
            Self::Viqr => return Some(viqr::first(bytes).unwrap_or((western(byte), 1))),
            _ => None,
        };
        Some((letter.unwrap_or_else(|| western(byte)), 1))
    }
}

/// The character of windows-1252, or of Latin-1 where that has none.
fn western(byte: u8) -> char {
    match byte {
        0x80..=0x9F => mojibake::HIGH.chars().nth(usize::from(byte - 0x80)).unwrap_or(char::REPLACEMENT_CHARACTER),
        _ => char::from(byte),
    }
}

/// The byte that one of the western code pages, or the Vietnamese one, reads as `c`.
fn byte(c: char) -> Option<u8> {
    mojibake::byte(c).or_else(|| cp1258::byte(c))
}

/// The letter of a table of all bytes, which has NUL for none.
fn in_table(table: &[char; 256], byte: u8) -> Option<char> {
    table.get(usize::from(byte)).copied().filter(|c| *c != '\0')
}
