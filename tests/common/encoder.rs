//! Texts in the encodings of old, for what reads them.

use std::collections::BTreeMap;

use solieu::Normalizer;
use solieu::normalize::Encoding;

/// An encoding turned round by asking the decoder about each byte and each pair.
pub(crate) struct Encoder(BTreeMap<char, Vec<u8>>);

impl Encoder {
    pub(crate) fn new(encoding: Encoding) -> Self {
        let mut bytes_of = BTreeMap::new();
        let normalizer = Normalizer::new().encoding(encoding);
        let mut learn = |bytes: &[u8]| {
            let text = normalizer.decode(bytes);
            let mut chars = text.chars();
            if let (Some(c), None) = (chars.next(), chars.next()) {
                bytes_of.entry(c).or_insert_with(|| bytes.to_vec());
            }
        };
        let pairs = matches!(encoding, Encoding::Vni | Encoding::Windows1258);
        for first in (b'A'..=b'Z').chain(b'a'..=b'z').chain(0xC0..=0xFF).filter(|_| pairs) {
            // A mark in the case of its letter first.
            for second in if first & 0x20 == 0 { [0xC0..=0xDF, 0xE0..=0xFF] } else { [0xE0..=0xFF, 0xC0..=0xDF] }
                .into_iter()
                .flatten()
            {
                learn(&[first, second]);
            }
        }
        for byte in (1..=0xFF).filter(|byte| !matches!(byte, b'\n' | b'\r' | 0xB | 0xC)) {
            learn(&[byte]);
        }
        Self(bytes_of)
    }

    /// None where it has no bytes for a character.
    pub(crate) fn encode(&self, text: &str) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        for c in text.chars() {
            match self.0.get(&c) {
                Some(code) => bytes.extend(code),
                None if c == '\n' => bytes.push(b'\n'),
                None => return None,
            }
        }
        Some(bytes)
    }
}
