//! Letters as small numbers, with tables that put marks on them: the fast way to compose.

use super::letters::{Letter, Mark, ROWS, TONES};

/// A letter with its marks so far, as small as the tables want it; 0 is no letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Code(u8);

impl Code {
    /// The letter that ends right before `end`.
    #[inline(always)]
    pub(crate) fn before(text: &str, end: usize) -> Self {
        let last = end.checked_sub(1).and_then(|at| text.as_bytes().get(at)).copied().unwrap_or(0);
        if last < 0x80 {
            return Self(Letter::ascii_code(last));
        }
        let letter = text.get(..end).and_then(|text| text.chars().next_back()).and_then(Letter::of);
        Self(letter.map_or(0, Letter::code))
    }

    /// The letter with the mark `CC xx` put on, if NFC makes one letter of them.
    #[inline(always)]
    pub(crate) fn with(self, second: u8) -> Option<Self> {
        self.with_if(true, second)
    }

    /// The letter with the mark `CC xx` put on, or the letter itself where there `is` none.
    #[inline(always)]
    pub(crate) fn with_if(self, is: bool, second: u8) -> Option<Self> {
        let mark = SECOND.get(usize::from(second)).copied().unwrap_or(UNKNOWN);
        self.step(if is { mark } else { NO_MARK })
    }

    #[inline(always)]
    fn step(self, mark: u8) -> Option<Self> {
        match STEPS.get(usize::from(self.0)).and_then(|row| row.get(usize::from(mark & 0xF))).copied() {
            Some(0) | None => None,
            Some(code) => Some(Self(code)),
        }
    }

    /// Its bytes in UTF-8 and padding, always four.
    #[inline(always)]
    pub(crate) fn padded(self) -> &'static str {
        CELLS.get(usize::from(self.0)).copied().unwrap_or_default()
    }

    /// How many bytes it takes in UTF-8.
    #[inline(always)]
    pub(crate) fn len(self) -> usize {
        usize::from(LENGTHS.get(usize::from(self.0)).copied().unwrap_or(0))
    }
}

const MARKS: [char; 8] = ['\u{300}', '\u{301}', '\u{309}', '\u{303}', '\u{323}', '\u{302}', '\u{306}', '\u{31B}'];
/// The columns of [`STEPS`] for no mark, which keeps the letter, and for one that it doesn't know.
const NO_MARK: u8 = 8;
const UNKNOWN: u8 = 9;
/// As many as a byte can tell apart, so that no code is out of bounds.
const CODES: usize = 256;

/// The place in [`MARKS`] of each second byte of `CC xx`.
static SECOND: [u8; 256] = seconds();
/// The letter that a letter and a mark make, 0 where they make none.
static STEPS: [[u8; 16]; CODES] = steps();
/// How long each letter is in UTF-8.
static LENGTHS: [u8; CODES] = lengths();
/// The letters, each in four bytes.
static CELLS: [&str; CODES] = cells();
static CELL_BYTES: [[u8; 4]; CODES] = cell_bytes();

#[expect(clippy::indexing_slicing, clippy::cast_possible_truncation, reason = "checked when the table is compiled")]
const fn seconds() -> [u8; 256] {
    let mut table = [UNKNOWN; 256];
    let mut mark = 0;
    while mark < MARKS.len() {
        table[MARKS[mark] as usize - 0x300 + 0x80] = mark as u8;
        mark += 1;
    }
    table
}

#[expect(clippy::indexing_slicing, clippy::cast_possible_truncation, reason = "checked when the table is compiled")]
const fn steps() -> [[u8; 16]; CODES] {
    let mut table = [[0; 16]; CODES];
    let mut code = 0;
    while code < CODES {
        table[code][NO_MARK as usize] = code as u8;
        let mut mark = 0;
        while mark < MARKS.len() {
            if let Some(letter) = Letter::of_code(code as u8)
                && let Some(mark_on) = Mark::of(MARKS[mark])
                && let Ok(with) = letter.with(mark_on)
            {
                table[code][mark] = with.code();
            }
            mark += 1;
        }
        code += 1;
    }
    table
}

#[expect(clippy::indexing_slicing, clippy::cast_possible_truncation, reason = "checked when the table is compiled")]
const fn lengths() -> [u8; CODES] {
    let mut table = [0; CODES];
    let mut code = 0;
    while code < ROWS.len() * 8 {
        if code % 8 < TONES {
            table[code + 1] = ROWS[code / 8][code % 8].len_utf8() as u8;
        }
        code += 1;
    }
    table
}

#[expect(clippy::indexing_slicing, reason = "checked when the table is compiled")]
const fn cells() -> [&'static str; CODES] {
    let mut table = [""; CODES];
    let mut code = 0;
    while code < CODES {
        if let Ok(cell) = core::str::from_utf8(&CELL_BYTES[code]) {
            table[code] = cell;
        }
        code += 1;
    }
    table
}

#[expect(clippy::indexing_slicing, reason = "checked when the table is compiled")]
const fn cell_bytes() -> [[u8; 4]; CODES] {
    let mut table = [[0; 4]; CODES];
    let mut code = 0;
    while code < ROWS.len() * 8 {
        if code % 8 < TONES {
            ROWS[code / 8][code % 8].encode_utf8(&mut table[code + 1]);
        }
        code += 1;
    }
    table
}
