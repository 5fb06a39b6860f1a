//! From bytes, or from a text that was decoded wrongly, to clean text.

use std::borrow::Cow;
use std::ops::Deref;

use super::detect::Verdict;
use super::lines::{Input, Line, common};
use super::{Encoding, tcvn3};
use crate::Span;
use crate::normalize::Normalizer;
use crate::normalize::case::upper;
use crate::normalize::offsets::OffsetMap;
use crate::normalize::rewrite::{Rewrite, Rewritten, words};

/// Clean text made of bytes or of wrongly decoded text; it reads as a `str`.
///
/// ```
/// use solieu::Normalizer;
///
/// let text = Normalizer::new().decode(b"n\xAD\xEDc s\xB9ch"); // TCVN3
/// assert_eq!(&*text, "nước sạch");
/// assert_eq!(text.split(' ').count(), 2);
/// ```
#[derive(Clone, Debug)]
pub struct Decoded {
    text: String,
    map: OffsetMap,
    runs: Vec<Run>,
}

/// A part of the input in one encoding.
///
/// ```
/// use solieu::normalize::{Encoding, Run};
/// use solieu::{Normalizer, Span};
///
/// let text = Normalizer::new().encoding(Encoding::Viqr).decode(b"Vie^.t Nam");
/// assert_eq!(text.runs(), [Run { span: Span::new(0, 10), encoding: Encoding::Viqr, confidence: 1.0 }]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Run {
    /// The bytes of the input.
    pub span: Span,
    /// What they are.
    pub encoding: Encoding,
    /// From 0, a guess, to 1, told or certain.
    pub confidence: f32,
}

impl Decoded {
    /// Where `span` of the text stands in the input, in bytes.
    ///
    /// ```
    /// # use solieu::{Normalizer, Span};
    /// let source = b"Quy\xD5t \xAE\xDEnh";
    /// let text = Normalizer::new().decode(source);
    /// assert_eq!(&*text, "Quyết định");
    /// assert_eq!(text.to_source(Span::new(8, 15)), Span::new(6, 10));
    /// ```
    #[must_use]
    pub fn to_source(&self, span: Span) -> Span {
        self.map.to_source(span)
    }

    /// The parts of the input by encoding, one after the other.
    ///
    /// ```
    /// # use solieu::Normalizer;
    /// # use solieu::normalize::Encoding;
    /// let text = Normalizer::new().decode_text("QuyÕt ®Þnh\nQuyết định");
    /// let encodings: Vec<_> = text.runs().iter().map(|run| run.encoding).collect();
    /// assert_eq!(encodings, [Encoding::Tcvn3, Encoding::Utf8]);
    /// ```
    #[must_use]
    pub fn runs(&self) -> &[Run] {
        &self.runs
    }

    /// The encoding of the longest part.
    ///
    /// ```
    /// # use solieu::Normalizer;
    /// # use solieu::normalize::Encoding;
    /// let normalizer = Normalizer::new();
    /// assert_eq!(normalizer.decode(b"Quy\xD5t \xAE\xDEnh").encoding(), Encoding::Tcvn3);
    /// assert_eq!(normalizer.decode("Quyết định".as_bytes()).encoding(), Encoding::Utf8);
    /// ```
    #[must_use]
    pub fn encoding(&self) -> Encoding {
        self.runs.iter().max_by_key(|run| run.span.len()).map_or(Encoding::Utf8, |run| run.encoding)
    }

    /// The text alone.
    ///
    /// ```
    /// # use solieu::Normalizer;
    /// let text: String = Normalizer::new().decode(b"Quy\xD5t \xAE\xDEnh").into_string();
    /// assert_eq!(text, "Quyết định");
    /// ```
    #[must_use]
    pub fn into_string(self) -> String {
        self.text
    }
}

impl Deref for Decoded {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

/// # Other encodings
impl Normalizer {
    /// Reads bytes in any encoding, and normalizes the text.
    ///
    /// A byte order mark decides; then valid UTF-8; then what the words say, line by line, for
    /// TCVN3, VNI, VISCII, VPS and windows-1258; windows-1252 if they say nothing.
    ///
    /// ```
    /// use solieu::Normalizer;
    /// use solieu::normalize::Encoding;
    ///
    /// let bytes = b"C\xE9ng ho\xB5 x\xB7 h\xE9i ch\xF1 ngh\xDCa";
    /// let text = Normalizer::new().decode(bytes);
    /// assert_eq!(&*text, "Cộng hoà xã hội chủ nghĩa");
    /// assert_eq!(text.encoding(), Encoding::Tcvn3);
    /// ```
    #[must_use]
    pub fn decode(&self, bytes: &[u8]) -> Decoded {
        match (self.options.encoding, bytes) {
            (Some(Encoding::Utf16Le), _) | (None, [0xFF, 0xFE, ..]) => self.utf_16(bytes, Encoding::Utf16Le),
            (Some(Encoding::Utf16Be), _) | (None, [0xFE, 0xFF, ..]) => self.utf_16(bytes, Encoding::Utf16Be),
            _ => self.lines(Input::Bytes(bytes)),
        }
    }

    /// Reads a text whose bytes were taken for windows-1252, Latin-1 or windows-1258, and
    /// normalizes it. Lines that are clean already, and those that no encoding explains, only get
    /// normalized.
    ///
    /// ```
    /// use solieu::{Normalizer, Span};
    ///
    /// let source = "QuyÕt ®Þnh\nQuyết định";
    /// let text = Normalizer::new().decode_text(source);
    /// assert_eq!(&*text, "Quyết định\nQuyết định");
    /// assert_eq!(&source[text.to_source(Span::new(0, 7)).range()], "QuyÕt");
    /// ```
    #[must_use]
    pub fn decode_text(&self, text: &str) -> Decoded {
        self.lines(Input::Text(text))
    }

    fn lines(&self, input: Input<'_>) -> Decoded {
        let mut writer = Writer { text: String::new(), map: OffsetMap::IDENTITY, runs: Vec::new() };
        let lines = input.lines();
        let common = if self.options.encoding.is_none() { common(&lines) } else { None };
        for line in &lines {
            let told = self.options.encoding.map(|encoding| Verdict { encoding, confidence: 1.0 });
            writer.line(line, told.unwrap_or_else(|| line.verdict(common)), self);
        }
        self.finish(writer)
    }

    fn utf_16(&self, bytes: &[u8], encoding: Encoding) -> Decoded {
        let unit = |pair: &[u8; 2]| {
            if encoding == Encoding::Utf16Le { u16::from_le_bytes(*pair) } else { u16::from_be_bytes(*pair) }
        };
        let units = bytes.as_chunks::<2>().0.iter().map(unit);
        let mut writer = Writer { text: String::new(), map: OffsetMap::IDENTITY, runs: Vec::new() };
        let mut end = 0;
        for c in char::decode_utf16(units) {
            let c = c.unwrap_or(char::REPLACEMENT_CHARACTER);
            end += 2 * c.len_utf16();
            writer.put(c, end, 2 * c.len_utf16());
        }
        writer.runs.push(Run { span: Span::new(0, bytes.len()), encoding, confidence: 1.0 });
        self.finish(writer)
    }

    fn finish(&self, writer: Writer) -> Decoded {
        let Writer { text, map, runs } = writer;
        let (text, map) = match self.rewritten(&text) {
            Some((clean, later)) => (clean, map.then(later)),
            None => (text, map),
        };
        Decoded { text, map, runs }
    }
}

/// The decoded text so far, not yet normalized.
struct Writer {
    text: String,
    map: OffsetMap,
    runs: Vec<Run>,
}

impl Writer {
    /// Adds a character that the input has in `length` bytes up to `end`.
    fn put(&mut self, c: char, end: usize, length: usize) {
        self.text.push(c);
        if c.len_utf8() != length {
            self.map.push(self.text.len(), end, c.len_utf8());
        }
    }

    fn line(&mut self, line: &Line<'_>, verdict: Verdict, normalizer: &Normalizer) {
        match (verdict.encoding, line.text, line.bytes.as_deref()) {
            (Encoding::Utf8, Some(text), _) | (_, Some(text), None) => self.text.push_str(text),
            (Encoding::Utf8, None, Some(bytes)) => self.lossy(line.span.start, bytes),
            (encoding, text, Some(bytes)) => self.decode(line.span.start, encoding, text, bytes, normalizer),
            (_, None, None) => {}
        }
        match self.runs.last_mut() {
            Some(run) if run.encoding == verdict.encoding => {
                run.span.end = line.span.end;
                run.confidence = run.confidence.min(verdict.confidence);
            }
            _ => self.runs.push(Run { span: line.span, encoding: verdict.encoding, confidence: verdict.confidence }),
        }
    }

    /// UTF-8 with some bytes broken.
    fn lossy(&mut self, start: usize, bytes: &[u8]) {
        let mut end = start;
        for chunk in bytes.utf8_chunks() {
            self.text.push_str(chunk.valid());
            end += chunk.valid().len() + chunk.invalid().len();
            if !chunk.invalid().is_empty() {
                self.put(char::REPLACEMENT_CHARACTER, end, chunk.invalid().len());
            }
        }
    }

    fn decode(&mut self, start: usize, encoding: Encoding, text: Option<&str>, bytes: &[u8], normalizer: &Normalizer) {
        let mut bytes = Cow::Borrowed(bytes);
        if encoding == Encoding::Tcvn3 && normalizer.options.hyphen_u {
            tcvn3::restore_u(bytes.to_mut());
        }
        // How long each byte is in the input: one, or the character it was read as.
        let mut lengths: Box<dyn Iterator<Item = usize>> = match text {
            Some(text) if text.chars().count() == bytes.len() => Box::new(text.chars().map(char::len_utf8)),
            _ => Box::new(std::iter::repeat(1)),
        };
        let mut end = start;
        let mut rest: &[u8] = &bytes;
        while let Some((c, count)) = encoding.first(rest) {
            let length: usize = lengths.by_ref().take(count).sum();
            end += length;
            self.put(c, end, length);
            rest = rest.get(count..).unwrap_or_default();
        }
    }
}

/// Writes a word in capitals whose plain letters are capitals: `BáO`.
pub(in crate::normalize) fn capitalize(text: &str) -> Option<Rewritten> {
    let mut rewrite = Rewrite::new(text);
    for (at, word) in words(text) {
        let capital = word.bytes().any(|byte| byte.is_ascii_uppercase());
        if capital && !word.bytes().any(|byte| byte.is_ascii_lowercase()) {
            rewrite.replace(at, at + word.len(), &word.chars().map(upper).collect::<String>());
        }
    }
    rewrite.finish()
}
