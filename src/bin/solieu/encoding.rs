//! Inputs that are not UTF-8 are read whole and turned into it.

use std::io::{self, BufRead, Cursor};
use std::sync::Arc;

use solieu::Normalizer;
use solieu::normalize::{self, Decoded};
use solieu::output::{Positions, Unit};

use crate::args::Encoding;

/// An input as UTF-8, and where that came from.
pub(crate) struct Opened {
    pub(crate) reader: Box<dyn BufRead>,
    pub(crate) origin: Origin,
}

/// What the bytes of a text were in its file.
#[derive(Clone, Debug)]
pub(crate) enum Origin {
    /// The same.
    Utf8,
    /// UTF-16.
    Utf16 {
        /// How long the byte order mark is.
        mark: usize,
    },
    /// An encoding of old.
    Decoded(Arc<Decoded>),
}

impl Origin {
    /// How places of `text`, or of a piece of it, are told: bytes point into the file as it is, other
    /// units into the text as decoded.
    pub(crate) fn positions<'t>(&'t self, text: &'t str, unit: Unit) -> Positions<'t> {
        match (unit, self) {
            (Unit::Byte, Self::Utf16 { .. }) => Positions::in_utf16(text),
            (Unit::Byte, Self::Decoded(decoded)) => Positions::in_source(decoded),
            _ => Positions::new(text, unit),
        }
    }

    /// What such positions are behind where the text begins.
    pub(crate) fn before(&self, unit: Unit) -> usize {
        match (unit, self) {
            (Unit::Byte, Self::Utf16 { mark }) => *mark,
            _ => 0,
        }
    }

    /// How much further behind they are after `text`. What was decoded is counted in its own bytes, as
    /// it knows the way from there to the file.
    pub(crate) fn length(&self, text: &str, unit: Unit) -> usize {
        match (unit, self) {
            (Unit::Byte, Self::Utf16 { .. }) => 2 * Unit::Utf16.count(text),
            _ => unit.count(text),
        }
    }
}

/// The bytes of `reader` as UTF-8. What is said to be UTF-8 is streamed as it is: whether it is sound
/// shows later.
pub(crate) fn utf8(mut reader: Box<dyn BufRead>, encoding: Encoding) -> io::Result<Opened> {
    let encoding = match encoding {
        Encoding::Utf8 | Encoding::Auto => by_mark(reader.fill_buf()?).unwrap_or(encoding),
        told => told,
    };
    if encoding == Encoding::Utf8 {
        return Ok(Opened { reader, origin: Origin::Utf8 });
    }
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes)?;
    decoded(bytes, encoding).map_err(|message| io::Error::new(io::ErrorKind::InvalidData, message))
}

/// What the byte order mark says.
fn by_mark(bytes: &[u8]) -> Option<Encoding> {
    match bytes {
        [0xFF, 0xFE, ..] => Some(Encoding::Utf16le),
        [0xFE, 0xFF, ..] => Some(Encoding::Utf16be),
        _ => None,
    }
}

fn decoded(bytes: Vec<u8>, encoding: Encoding) -> Result<Opened, String> {
    let told = match encoding {
        Encoding::Utf16le => return utf16(&bytes, u16::from_le_bytes),
        Encoding::Utf16be => return utf16(&bytes, u16::from_be_bytes),
        Encoding::Utf8 | Encoding::Auto => {
            return Ok(match String::from_utf8(bytes) {
                Ok(text) => Opened { reader: Box::new(Cursor::new(text)), origin: Origin::Utf8 },
                Err(error) => old(Normalizer::new().decode(error.as_bytes())),
            });
        }
        Encoding::Tcvn3 => normalize::Encoding::Tcvn3,
        Encoding::Vni => normalize::Encoding::Vni,
        Encoding::Viscii => normalize::Encoding::Viscii,
        Encoding::Vps => normalize::Encoding::Vps,
        Encoding::Windows1258 => normalize::Encoding::Windows1258,
        Encoding::Windows1252 => normalize::Encoding::Windows1252,
        Encoding::Viqr => normalize::Encoding::Viqr,
    };
    Ok(old(Normalizer::new().encoding(told).decode(&bytes)))
}

/// A text from before Unicode, which reader and origin share.
fn old(decoded: Decoded) -> Opened {
    let decoded = Arc::new(decoded);
    let reader = Box::new(Cursor::new(Shared(Arc::clone(&decoded))));
    Opened { reader, origin: Origin::Decoded(decoded) }
}

struct Shared(Arc<Decoded>);

impl AsRef<[u8]> for Shared {
    fn as_ref(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<Opened, String> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return Err("not UTF-16: it ends within a unit".to_owned());
    }
    let mut mark = 0;
    let mut text = String::with_capacity(bytes.len());
    for (at, character) in char::decode_utf16(pairs.iter().map(|&pair| unit(pair))).enumerate() {
        match character {
            Ok('\u{FEFF}') if at == 0 => mark = 2,
            Ok(character) => text.push(character),
            Err(error) => {
                let line = text.matches('\n').count() + 1;
                return Err(format!(
                    "line {line}: not UTF-16: unpaired surrogate 0x{:04X}",
                    error.unpaired_surrogate()
                ));
            }
        }
    }
    Ok(Opened { reader: Box::new(Cursor::new(text)), origin: Origin::Utf16 { mark } })
}
