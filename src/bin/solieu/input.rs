//! Inputs cut into pieces small enough to hold: lines of JSON, and stretches of text that end where
//! a paragraph ends.

use std::io::{self, BufRead, Read as _};
use std::rc::Rc;

use crate::args::{Encoding, From};
use crate::encoding::{Opened, Origin};
use crate::sources::Source;

/// Bytes of an input that can be read on their own.
#[derive(Debug)]
pub(crate) struct Piece {
    /// Which of the inputs.
    pub(crate) source: usize,
    pub(crate) bytes: Vec<u8>,
    /// The number of its first line, from 1.
    pub(crate) line: usize,
    /// How many bytes of the same text come before it.
    pub(crate) before: usize,
    /// What the bytes were in the file.
    pub(crate) origin: Origin,
}

/// A text is cut where a paragraph ends once this much is read …
const ENOUGH: usize = 256 << 10;
/// … and at a line, a sentence, a blank where no paragraph has ended after this much.
const TOO_MUCH: usize = 1 << 20;

/// The pieces of one input.
pub(crate) struct Pieces {
    source: usize,
    format: From,
    reader: Box<dyn BufRead>,
    origin: Origin,
    line: usize,
    before: usize,
    /// Read, but not yet part of a piece.
    rest: Vec<u8>,
    ended: bool,
    /// Whether the text may not be cut.
    whole: bool,
}

impl Pieces {
    pub(crate) fn of(index: usize, source: &Source, encoding: Encoding, whole: bool) -> io::Result<Self> {
        let Opened { reader, origin } = source.open(encoding)?;
        let (format, rest) = (source.format, Vec::new());
        let whole = whole || format == From::Html;
        Ok(Self { source: index, format, reader, origin, line: 1, before: 0, rest, ended: false, whole })
    }

    fn next_line(&mut self) -> io::Result<Option<Piece>> {
        let mut bytes = Vec::new();
        if self.reader.read_until(b'\n', &mut bytes)? == 0 {
            return Ok(None);
        }
        let line = self.line;
        self.line += 1;
        // Its text is a string in the line: where that stands in a file says nothing.
        Ok(Some(Piece { source: self.source, bytes, line, before: 0, origin: Origin::Utf8 }))
    }

    fn next_text(&mut self) -> io::Result<Option<Piece>> {
        if self.ended && self.rest.is_empty() {
            return Ok(None);
        }
        let cut = self.fill_to_border()?;
        // An empty input is one empty text, but nothing comes behind the last piece of another.
        if self.rest.is_empty() && self.before > 0 {
            return Ok(None);
        }
        let rest = self.rest.split_off(cut);
        let bytes = std::mem::replace(&mut self.rest, rest);
        let origin = self.origin.clone();
        let piece = Piece { source: self.source, line: self.line, before: self.before, bytes, origin };
        self.line += piece.bytes.iter().filter(|&&byte| byte == b'\n').count();
        self.before += piece.bytes.len();
        Ok(Some(piece))
    }

    /// Reads until there is a good place to cut, and says where.
    fn fill_to_border(&mut self) -> io::Result<usize> {
        let limits = if self.whole { [usize::MAX; 2] } else { [ENOUGH, TOO_MUCH] };
        for limit in limits {
            self.fill(limit)?;
            if self.ended {
                return Ok(self.rest.len());
            }
            if let Some(cut) = behind_paragraph(&self.rest) {
                return Ok(cut);
            }
        }
        Ok(emergency(&self.rest))
    }

    fn fill(&mut self, limit: usize) -> io::Result<()> {
        let missing = limit.saturating_sub(self.rest.len());
        let read = (&mut self.reader).take(missing as u64).read_to_end(&mut self.rest)?;
        self.ended |= read < missing;
        Ok(())
    }
}

impl Iterator for Pieces {
    type Item = io::Result<Piece>;

    fn next(&mut self) -> Option<io::Result<Piece>> {
        match self.format {
            From::Jsonl => self.next_line(),
            From::Text | From::Html => self.next_text(),
        }
        .transpose()
    }
}

/// Behind the last blank line.
fn behind_paragraph(bytes: &[u8]) -> Option<usize> {
    let mut end = bytes.len();
    while let Some(newline) = bytes.get(..end)?.iter().rposition(|&byte| byte == b'\n') {
        let line_start = bytes.get(..newline)?.iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1);
        let blank = bytes.get(line_start..newline)?.iter().all(u8::is_ascii_whitespace);
        if blank && line_start > 0 {
            return Some(newline + 1);
        }
        end = newline;
    }
    None
}

/// Where to cut a paragraph that is too long: behind a line, a sentence or a blank, and else
/// between two characters.
fn emergency(bytes: &[u8]) -> usize {
    let newline = bytes.iter().rposition(|&byte| byte == b'\n');
    let sentence = || bytes.windows(2).rposition(|pair| matches!(pair, b". " | b"; "));
    let blank = || bytes.iter().rposition(|&byte| byte == b' ');
    let border = || bytes.iter().rposition(|&byte| byte & 0xC0 != 0x80).filter(|&at| at > 0);
    let behind = newline.or_else(sentence).or_else(blank).map(|at| at + 1);
    behind.or_else(border).unwrap_or(bytes.len())
}

/// All pieces of all inputs, one input after the other; what cannot be read is told by name.
pub(crate) struct AllPieces {
    sources: Rc<[Source]>,
    encoding: Encoding,
    whole: bool,
    next: usize,
    current: Option<Pieces>,
}

impl AllPieces {
    pub(crate) fn of(sources: Rc<[Source]>, encoding: Encoding, whole: bool) -> Self {
        Self { sources, encoding, whole, next: 0, current: None }
    }
}

impl Iterator for AllPieces {
    /// An error with the number of its input.
    type Item = Result<Piece, (usize, io::Error)>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(pieces) = &mut self.current {
                match pieces.next() {
                    Some(Ok(piece)) => return Some(Ok(piece)),
                    Some(Err(error)) => {
                        self.current = None;
                        return Some(Err((self.next - 1, error)));
                    }
                    None => self.current = None,
                }
            }
            let source = self.sources.get(self.next)?;
            self.next += 1;
            match Pieces::of(self.next - 1, source, self.encoding, self.whole) {
                Ok(pieces) => self.current = Some(pieces),
                Err(error) => return Some(Err((self.next - 1, error))),
            }
        }
    }
}
