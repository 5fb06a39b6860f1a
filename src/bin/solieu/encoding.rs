//! Inputs that are not UTF-8 are read whole and turned into it.

use std::io::{self, BufRead, Cursor};

use crate::args::Encoding;

/// The bytes of `reader` as UTF-8. What is UTF-8 already is streamed as it is: whether it is sound
/// shows later.
pub(crate) fn utf8(mut reader: Box<dyn BufRead>, encoding: Encoding) -> io::Result<Box<dyn BufRead>> {
    let encoding = match encoding {
        Encoding::Auto => by_mark(reader.fill_buf()?),
        known => known,
    };
    let decode: fn(&[u8]) -> Result<String, String> = match encoding {
        Encoding::Auto | Encoding::Utf8 => return Ok(reader),
        Encoding::Utf16le => |bytes| utf16(bytes, u16::from_le_bytes),
        Encoding::Utf16be => |bytes| utf16(bytes, u16::from_be_bytes),
    };
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes)?;
    let text = decode(&bytes).map_err(|message| io::Error::new(io::ErrorKind::InvalidData, message))?;
    Ok(Box::new(Cursor::new(text)))
}

/// What the byte order mark says.
fn by_mark(bytes: &[u8]) -> Encoding {
    match bytes {
        [0xFF, 0xFE, ..] => Encoding::Utf16le,
        [0xFE, 0xFF, ..] => Encoding::Utf16be,
        _ => Encoding::Utf8,
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, String> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return Err("not UTF-16: it ends within a unit".to_owned());
    }
    let mut text = String::with_capacity(bytes.len());
    for (at, character) in char::decode_utf16(pairs.iter().map(|&pair| unit(pair))).enumerate() {
        match character {
            Ok('\u{FEFF}') if at == 0 => {}
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
    Ok(text)
}
