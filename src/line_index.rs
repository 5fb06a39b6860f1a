//! Places in a text told in other units than bytes.

use crate::Span;

/// Turns byte offsets of one text into code points, UTF-16 units, lines and columns, and back.
///
/// Python, brat and spaCy count code points; JavaScript, Java and Label Studio count UTF-16 units;
/// people count lines. In most Vietnamese text the first two agree, until an emoji comes.
///
/// Built in one pass; each look-up takes a search over the lines and a walk over at most one
/// stretch of 64 bytes, so it stays quick in a text of one long line.
///
/// ```
/// use solieu::LineIndex;
///
/// let text = "Tổng hợp 🌾\nđạt 5%";
/// let index = LineIndex::new(text);
/// let at = text.find("5%").unwrap();
/// assert_eq!(at, 25);
/// assert_eq!(index.to_char(at), 15);
/// assert_eq!(index.to_utf16(at), 16);
/// assert_eq!(index.line_column(at), (2, 5));
/// assert_eq!(index.from_utf16(16), at);
/// ```
#[derive(Clone, Debug)]
pub struct LineIndex<'t> {
    text: &'t str,
    /// Counts at the first character at or behind each multiple of [`STRIDE`] bytes.
    marks: Vec<Mark>,
    /// Where each line begins.
    lines: Vec<usize>,
}

/// Bytes between two marks.
const STRIDE: usize = 64;

/// How much text lies before a place.
#[derive(Clone, Copy, Default, Debug)]
struct Mark {
    byte: usize,
    char: usize,
    utf16: usize,
}

impl<'t> LineIndex<'t> {
    /// Goes over `text` once.
    ///
    /// ```
    /// # use solieu::LineIndex;
    /// let index = LineIndex::new("Tổng hợp\nđạt 5%");
    /// assert_eq!(index.line_column(0), (1, 1));
    /// ```
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut lines = vec![0];
        let mut here = Mark::default();
        for character in text.chars() {
            if here.byte >= marks.len() * STRIDE {
                marks.push(here);
            }
            here = here.behind(character);
            if character == '\n' {
                lines.push(here.byte);
            }
        }
        Self { text, marks, lines }
    }

    /// How many characters (code points) stand before the byte at `offset`.
    ///
    /// An offset inside a character counts as its start, one behind the text as the text's end.
    ///
    /// ```
    /// # use solieu::LineIndex;
    /// let index = LineIndex::new("đạt 5%");
    /// assert_eq!(index.to_char(7), 4); // đ takes two bytes, ạ three
    /// ```
    #[must_use]
    pub fn to_char(&self, offset: usize) -> usize {
        self.mark(offset, |mark| mark.byte).char
    }

    /// How many UTF-16 units stand before the byte at `offset`.
    ///
    /// ```
    /// # use solieu::LineIndex;
    /// let index = LineIndex::new("🌾 5%");
    /// assert_eq!((index.to_utf16(5), index.to_char(5)), (3, 2));
    /// ```
    #[must_use]
    pub fn to_utf16(&self, offset: usize) -> usize {
        self.mark(offset, |mark| mark.byte).utf16
    }

    /// The byte offset of the character (code point) number `char`, counted from 0.
    ///
    /// ```
    /// # use solieu::LineIndex;
    /// let text = "đạt 5%";
    /// assert_eq!(&text[LineIndex::new(text).from_char(4)..], "5%");
    /// ```
    #[must_use]
    pub fn from_char(&self, char: usize) -> usize {
        self.mark(char, |mark| mark.char).byte
    }

    /// The byte offset of the character that holds UTF-16 unit number `unit`, counted from 0.
    ///
    /// ```
    /// # use solieu::LineIndex;
    /// let text = "🌾 5%";
    /// let index = LineIndex::new(text);
    /// assert_eq!(&text[index.from_utf16(3)..], "5%");
    /// assert_eq!(index.from_utf16(1), 0); // the second half of the emoji
    /// ```
    #[must_use]
    pub fn from_utf16(&self, unit: usize) -> usize {
        self.mark(unit, |mark| mark.utf16).byte
    }

    /// Line and column of the byte at `offset`, both counted from 1, the column in characters.
    ///
    /// ```
    /// # use solieu::{Extractor, LineIndex};
    /// let text = "Tổng hợp\nđạt 5% kế hoạch";
    /// let fact = Extractor::new().facts(text).next().unwrap();
    /// assert_eq!(LineIndex::new(text).line_column(fact.span().start), (2, 5));
    /// ```
    #[must_use]
    pub fn line_column(&self, offset: usize) -> (usize, usize) {
        let line = self.lines.partition_point(|&start| start <= offset).max(1);
        let start = self.lines.get(line - 1).copied().unwrap_or_default();
        (line, self.to_char(offset) - self.to_char(start) + 1)
    }

    /// The span in characters (code points).
    ///
    /// ```
    /// # use solieu::{Extractor, LineIndex, Span};
    /// let text = "tiếp 15 lượt";
    /// let fact = Extractor::new().facts(text).next().unwrap();
    /// assert_eq!(fact.span(), Span::new(7, 17));
    /// assert_eq!(LineIndex::new(text).span_to_char(fact.span()), Span::new(5, 12));
    /// ```
    #[must_use]
    pub fn span_to_char(&self, span: Span) -> Span {
        Span::new(self.to_char(span.start), self.to_char(span.end))
    }

    /// The span in UTF-16 units.
    ///
    /// ```
    /// # use solieu::{Extractor, LineIndex, Span};
    /// let text = "🌾 15 ha";
    /// let fact = Extractor::new().facts(text).next().unwrap();
    /// assert_eq!(LineIndex::new(text).span_to_utf16(fact.span()), Span::new(3, 8));
    /// ```
    #[must_use]
    pub fn span_to_utf16(&self, span: Span) -> Span {
        Span::new(self.to_utf16(span.start), self.to_utf16(span.end))
    }

    /// The last character border at which `count` is at most `wanted`.
    fn mark(&self, wanted: usize, count: impl Fn(&Mark) -> usize) -> Mark {
        let before = self.marks.partition_point(|mark| count(mark) <= wanted);
        let mut here = before.checked_sub(1).and_then(|at| self.marks.get(at)).copied().unwrap_or_default();
        for character in self.text.get(here.byte..).unwrap_or_default().chars() {
            let next = here.behind(character);
            if count(&next) > wanted {
                break;
            }
            here = next;
        }
        here
    }
}

impl Mark {
    const fn behind(self, character: char) -> Self {
        Self { byte: self.byte + character.len_utf8(), char: self.char + 1, utf16: self.utf16 + character.len_utf16() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: [&str; 6] = [
        "",
        "abc",
        "Tổng hợp 🌾🌾\r\nđạt 5%\n\n",
        "👩‍🌾 nông dân: 5.873 lượt 🎉\n🎉",
        "e\u{302}\u{301} \u{10FFFF}\u{FEFF}\0",
        "một dòng rất dài không có dấu xuống dòng, dài hơn một quãng: 🌾 88,24% 🌾 và còn nữa, còn nữa, còn nữa 🌾",
    ];

    #[test]
    fn agrees_with_counting_from_the_start() {
        for text in TEXTS {
            let index = LineIndex::new(text);
            for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
                let before = &text[..at];
                assert_eq!(index.to_char(at), before.chars().count(), "{text:?} {at}");
                assert_eq!(index.to_utf16(at), before.encode_utf16().count(), "{text:?} {at}");
                let line = before.matches('\n').count() + 1;
                let column = before.rsplit('\n').next().unwrap().chars().count() + 1;
                assert_eq!(index.line_column(at), (line, column), "{text:?} {at}");
                assert_eq!(index.from_char(index.to_char(at)), at);
                assert_eq!(index.from_utf16(index.to_utf16(at)), at);
            }
        }
    }

    #[test]
    fn takes_any_offset() {
        let index = LineIndex::new("a🌾b");
        assert_eq!((index.to_char(3), index.to_utf16(3)), (1, 1), "inside the emoji");
        assert_eq!(index.from_utf16(2), 1, "its second half");
        assert_eq!((index.to_char(99), index.from_char(99), index.from_utf16(99)), (3, 6, 6));
        assert_eq!(LineIndex::new("").line_column(7), (1, 1));
    }
}
