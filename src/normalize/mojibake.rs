//! UTF-8 that was read as windows-1252 or Latin-1: `tiáº¿ng` for `tiếng`.

use super::letters::Letter;
use super::rewrite::{Rewrite, Rewritten, words};
use super::syllable::Syllable;

/// Whether `c`, together with the character before or behind, may be part of a letter taken apart.
pub(super) fn is_near(before: Option<char>, c: char, behind: Option<char>) -> bool {
    before.is_some_and(|before| may_be(before, c)) || behind.is_some_and(|behind| may_be(c, behind))
}

fn may_be(lead: char, trail: char) -> bool {
    matches!(lead, 'Â'..='ï') && byte(trail).is_some_and(is_trail)
}

/// Puts letters together again, once; nothing if there is no sure sign of the defect.
pub(super) fn repair(text: &str) -> Option<Rewritten> {
    let mut rewrite = Rewrite::new(text);
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        repair_line(&mut rewrite, start, line);
        start += line.len();
    }
    rewrite.finish()
}

fn repair_line(rewrite: &mut Rewrite<'_>, start: usize, line: &str) {
    let pieces: Vec<Piece> = pieces(line).collect();
    let sure = pieces.iter().any(|piece| piece.is_sure(line));
    // A line in which clean Vietnamese stands too proves nothing about its doubtful places.
    let whole = sure && !line.chars().any(|c| matches!(c, 'Ă'..='ư' | '\u{1EA0}'..='\u{1EF9}') && byte(c).is_none());
    for piece in pieces {
        if whole || piece.is_sure(line) || piece.makes_word(line) {
            let (from, to) = (start + piece.start, start + piece.end);
            rewrite.replace(from, to, piece.c.encode_utf8(&mut [0; 4]));
        }
    }
}

/// A run of characters whose bytes in windows-1252 are one character in UTF-8.
struct Piece {
    start: usize,
    end: usize,
    c: char,
    bytes: [u8; 4],
}

/// All pieces of a line from left to right.
fn pieces(line: &str) -> impl Iterator<Item = Piece> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + line.get(at..)?.find(|c| matches!(c, 'Â'..='ô'))?;
            let piece = Piece::read(line, start);
            at = piece.as_ref().map_or(start + 2, |piece| piece.end);
            if piece.is_some() {
                return piece;
            }
        }
    })
}

impl Piece {
    fn read(line: &str, start: usize) -> Option<Self> {
        let mut bytes = [0; 4];
        let mut end = start;
        let mut chars = line.get(start..)?.chars();
        let lead = byte(chars.next()?)?;
        let length = match lead {
            0xC2..=0xDF => 2,
            0xE0..=0xEF => 3,
            0xF0..=0xF4 => 4,
            _ => return None,
        };
        for (cell, c) in bytes.iter_mut().take(length).zip(line.get(start..)?.chars()) {
            *cell = byte(c)?;
            end += c.len_utf8();
        }
        let c = std::str::from_utf8(bytes.get(..length)?).ok()?.chars().next()?;
        Some(Self { start, end, c, bytes })
    }

    /// Whether clean text can't have these characters side by side.
    ///
    /// It can have `XÃ` and a no-break space, and a letter before a closing quote: `«Á»`, `XÃ”`.
    fn is_sure(&self, line: &str) -> bool {
        let is_vietnamese = Letter::of(self.c).is_some() || matches!(self.c, 'đ' | 'Đ');
        match self.bytes {
            [0xC3, 0xA0 | 0xAD | 0x91..=0x94, ..] => false,
            [0xC3..=0xC6, ..] => is_vietnamese,
            [0xE1, 0xBA | 0xBB, ..] => is_vietnamese && !line.contains('«'),
            [0xE2, 0x80 | 0x82, ..] => !self.c.is_control(),
            // The first reading of what was spoilt twice: `Ã¡Â»` and so on.
            [0xC2, ..] => {
                line.get(self.end..).and_then(|rest| rest.chars().next()).is_some_and(|next| may_be('Â', next))
            }
            _ => false,
        }
    }

    /// Whether it makes a small letter inside a syllable: `ThÃ nh` with a no-break space.
    fn makes_word(&self, line: &str) -> bool {
        let (Some(before), Some(behind)) = (line.get(..self.start), line.get(self.end..)) else { return false };
        let small = |c: Option<char>| c.is_some_and(char::is_lowercase);
        if !self.c.is_lowercase() || !(small(before.chars().next_back()) || small(behind.chars().next())) {
            return false;
        }
        let joined = format!("{}{}{}", last_word(before), self.c, first_word(behind));
        Syllable::parse(&joined).is_some() && joined.chars().skip(1).all(char::is_lowercase)
    }
}

fn last_word(text: &str) -> &str {
    let word = words(text).last().filter(|(at, word)| at + word.len() == text.len());
    word.map_or("", |(_, word)| word)
}

fn first_word(text: &str) -> &str {
    words(text).next().filter(|(at, _)| *at == 0).map_or("", |(_, word)| word)
}

const fn is_trail(byte: u8) -> bool {
    matches!(byte, 0x80..=0xBF)
}

/// The characters of windows-1252 from 80 to 9F, with Latin-1's where it has none.
pub(super) const HIGH: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ";

/// The byte that windows-1252, or Latin-1 where that has none, reads as `c`.
pub(super) fn byte(c: char) -> Option<u8> {
    match c {
        '\0'..='\u{FF}' => u8::try_from(c).ok(),
        _ => HIGH.chars().position(|high| high == c).and_then(|at| u8::try_from(at).ok()).map(|at| 0x80 + at),
    }
}
