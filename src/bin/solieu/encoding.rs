//! Inputs that are not UTF-8 are read whole and turned into it.

use std::io::{self, BufRead, Cursor};
use std::string::FromUtf8Error;

use solieu::{Normalizer, normalize};

use crate::args::Encoding;

/// The bytes of `reader` as UTF-8. What is said to be UTF-8 is streamed as it is: whether it is sound
/// shows later.
pub(crate) fn utf8(mut reader: Box<dyn BufRead>, encoding: Encoding) -> io::Result<Box<dyn BufRead>> {
    let encoding = match encoding {
        Encoding::Utf8 | Encoding::Auto => by_mark(reader.fill_buf()?).unwrap_or(encoding),
        told => told,
    };
    if encoding == Encoding::Utf8 {
        return Ok(reader);
    }
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes)?;
    let text = decoded(bytes, encoding).map_err(|message| io::Error::new(io::ErrorKind::InvalidData, message))?;
    Ok(Box::new(Cursor::new(text)))
}

/// What the byte order mark says.
fn by_mark(bytes: &[u8]) -> Option<Encoding> {
    match bytes {
        [0xFF, 0xFE, ..] => Some(Encoding::Utf16le),
        [0xFE, 0xFF, ..] => Some(Encoding::Utf16be),
        _ => None,
    }
}

fn decoded(bytes: Vec<u8>, encoding: Encoding) -> Result<String, String> {
    let told = match encoding {
        Encoding::Utf16le => return utf16(&bytes, u16::from_le_bytes),
        Encoding::Utf16be => return utf16(&bytes, u16::from_be_bytes),
        Encoding::Utf8 | Encoding::Auto => {
            let found_out = |error: FromUtf8Error| Normalizer::new().decode(error.as_bytes()).into_string();
            return Ok(String::from_utf8(bytes).unwrap_or_else(found_out));
        }
        Encoding::Tcvn3 => normalize::Encoding::Tcvn3,
        Encoding::Vni => normalize::Encoding::Vni,
        Encoding::Viscii => normalize::Encoding::Viscii,
        Encoding::Vps => normalize::Encoding::Vps,
        Encoding::Windows1258 => normalize::Encoding::Windows1258,
        Encoding::Windows1252 => normalize::Encoding::Windows1252,
        Encoding::Viqr => normalize::Encoding::Viqr,
    };
    Ok(Normalizer::new().encoding(told).decode(&bytes).into_string())
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
