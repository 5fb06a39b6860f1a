//! The accented vowels of Vietnamese as numbers: a vowel letter and a tone.

/// The six tones in the order of the rows of [`ROWS`].
pub(crate) const TONES: usize = 6;

/// The twelve vowel letters with their six tones, small letters first.
const ROWS: [[char; TONES]; 24] = [
    ['a', 'à', 'á', 'ả', 'ã', 'ạ'],
    ['ă', 'ằ', 'ắ', 'ẳ', 'ẵ', 'ặ'],
    ['â', 'ầ', 'ấ', 'ẩ', 'ẫ', 'ậ'],
    ['e', 'è', 'é', 'ẻ', 'ẽ', 'ẹ'],
    ['ê', 'ề', 'ế', 'ể', 'ễ', 'ệ'],
    ['i', 'ì', 'í', 'ỉ', 'ĩ', 'ị'],
    ['o', 'ò', 'ó', 'ỏ', 'õ', 'ọ'],
    ['ô', 'ồ', 'ố', 'ổ', 'ỗ', 'ộ'],
    ['ơ', 'ờ', 'ớ', 'ở', 'ỡ', 'ợ'],
    ['u', 'ù', 'ú', 'ủ', 'ũ', 'ụ'],
    ['ư', 'ừ', 'ứ', 'ử', 'ữ', 'ự'],
    ['y', 'ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ'],
    ['A', 'À', 'Á', 'Ả', 'Ã', 'Ạ'],
    ['Ă', 'Ằ', 'Ắ', 'Ẳ', 'Ẵ', 'Ặ'],
    ['Â', 'Ầ', 'Ấ', 'Ẩ', 'Ẫ', 'Ậ'],
    ['E', 'È', 'É', 'Ẻ', 'Ẽ', 'Ẹ'],
    ['Ê', 'Ề', 'Ế', 'Ể', 'Ễ', 'Ệ'],
    ['I', 'Ì', 'Í', 'Ỉ', 'Ĩ', 'Ị'],
    ['O', 'Ò', 'Ó', 'Ỏ', 'Õ', 'Ọ'],
    ['Ô', 'Ồ', 'Ố', 'Ổ', 'Ỗ', 'Ộ'],
    ['Ơ', 'Ờ', 'Ớ', 'Ở', 'Ỡ', 'Ợ'],
    ['U', 'Ù', 'Ú', 'Ủ', 'Ũ', 'Ụ'],
    ['Ư', 'Ừ', 'Ứ', 'Ử', 'Ữ', 'Ự'],
    ['Y', 'Ỳ', 'Ý', 'Ỷ', 'Ỹ', 'Ỵ'],
];

/// What a combining mark does to a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// Gives the tone with this number.
    Tone(u8),
    /// Turns the letter into another: circumflex, breve or horn.
    Shape(Shape),
}

/// The marks that make another letter of a vowel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Circumflex,
    Breve,
    Horn,
}

impl Mark {
    /// Reads one of the eight Vietnamese marks, or one of the two deprecated tone marks.
    #[inline]
    pub(crate) const fn of(c: char) -> Option<Self> {
        Some(match c {
            '\u{300}' | '\u{340}' => Self::Tone(1),
            '\u{301}' | '\u{341}' => Self::Tone(2),
            '\u{309}' => Self::Tone(3),
            '\u{303}' => Self::Tone(4),
            '\u{323}' => Self::Tone(5),
            '\u{302}' => Self::Shape(Shape::Circumflex),
            '\u{306}' => Self::Shape(Shape::Breve),
            '\u{31B}' => Self::Shape(Shape::Horn),
            _ => return None,
        })
    }
}

/// A vowel letter with its tone: `row` of [`ROWS`], `tone` within it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Letter {
    row: u8,
    tone: u8,
}

/// A letter and a mark that don't make one letter in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Clash {
    /// The letter has this very mark already: `ệ` and a dot below.
    Same,
    /// The mark belongs before the tone, which NFC doesn't repair: `é` and a circumflex.
    Late(Letter),
    /// No Vietnamese letter: another tone, a horn on `e`.
    Never,
}

impl Letter {
    /// Reads a vowel letter.
    #[inline]
    pub(crate) fn of(c: char) -> Option<Self> {
        let at = c as usize;
        let code = match at {
            0..LOW_LEN => LOW.get(at),
            HIGH_START.. => HIGH.get(at - HIGH_START),
            _ => None,
        };
        match code.copied() {
            Some(0) | None => None,
            Some(code) => Some(Self { row: (code - 1) >> 3, tone: (code - 1) & 7 }),
        }
    }

    /// The letter as a character.
    #[inline]
    pub(crate) fn char(self) -> char {
        ROWS.get(usize::from(self.row)).and_then(|row| row.get(usize::from(self.tone))).copied().unwrap_or('\0')
    }

    /// The number of its tone, 0 to 5.
    #[inline]
    pub(crate) const fn tone(self) -> u8 {
        self.tone
    }

    /// The number of the vowel, 0 to 11, whatever its case and tone.
    #[inline]
    pub(crate) const fn vowel(self) -> u8 {
        self.row % 12
    }

    /// The same letter with another tone.
    #[inline]
    pub(crate) const fn with_tone(self, tone: u8) -> Self {
        Self { tone, ..self }
    }

    /// The same letter without circumflex, breve and horn, and without tone.
    pub(crate) const fn plain(self) -> Self {
        let row = match self.row % 12 {
            1 | 2 => 0,
            4 => 3,
            7 | 8 => 6,
            10 => 9,
            other => other,
        };
        Self { row: self.row / 12 * 12 + row, tone: 0 }
    }

    /// Puts `mark` on the letter the way NFC does.
    #[inline]
    pub(crate) const fn with(self, mark: Mark) -> Result<Self, Clash> {
        match mark {
            Mark::Tone(tone) if self.tone == 0 => Ok(self.with_tone(tone)),
            Mark::Tone(tone) if self.tone == tone => Err(Clash::Same),
            Mark::Tone(_) => Err(Clash::Never),
            Mark::Shape(shape) => self.with_shape(shape),
        }
    }

    const fn with_shape(self, shape: Shape) -> Result<Self, Clash> {
        let row = match (self.row % 12, shape) {
            (0, Shape::Breve) => 1,
            (0, Shape::Circumflex) => 2,
            (3, Shape::Circumflex) => 4,
            (6, Shape::Circumflex) => 7,
            (6, Shape::Horn) => 8,
            (9, Shape::Horn) => 10,
            (1, Shape::Breve) | (2 | 4 | 7, Shape::Circumflex) | (8 | 10, Shape::Horn) => return Err(Clash::Same),
            _ => return Err(Clash::Never),
        };
        let shaped = Self { row: self.row / 12 * 12 + row, tone: self.tone };
        // The horn and the dot below find their place in any order; the marks above don't.
        if self.tone == 0 || self.tone == 5 || matches!(shape, Shape::Horn) { Ok(shaped) } else { Err(Clash::Late(shaped)) }
    }
}

/// A letter with its marks so far, as small as the tables want it; 0 is no letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Code(u8);

impl Code {
    /// The letter that ends right before `end`.
    #[inline(always)]
    pub(crate) fn before(text: &str, end: usize) -> Self {
        let last = end.checked_sub(1).and_then(|at| text.as_bytes().get(at)).copied().unwrap_or(0);
        if last < 0x80 {
            return Self(LOW.get(usize::from(last)).copied().unwrap_or(0));
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
        match STEPS.get(usize::from(self.0)).and_then(|row| row.get(usize::from(mark))).copied() {
            Some(0) | None => None,
            Some(code) => Some(Self(code)),
        }
    }

    /// Its bytes in UTF-8: `(padded, length)`, always four with the padding.
    #[inline(always)]
    pub(crate) fn padded(self) -> (&'static str, usize) {
        let at = 4 * usize::from(self.0);
        let length = LENGTHS.get(usize::from(self.0)).copied().unwrap_or(0);
        (CELLS.get(at..at + 4).unwrap_or_default(), usize::from(length))
    }

    /// How many bytes it takes in UTF-8.
    #[inline(always)]
    pub(crate) fn len(self) -> usize {
        usize::from(LENGTHS.get(usize::from(self.0)).copied().unwrap_or(0))
    }
}

impl Letter {
    const fn code(self) -> u8 {
        1 + 8 * self.row + self.tone
    }
}

const MARKS: [char; 8] = ['\u{300}', '\u{301}', '\u{309}', '\u{303}', '\u{323}', '\u{302}', '\u{306}', '\u{31B}'];
/// The columns of [`STEPS`] for no mark, which keeps the letter, and for one that it doesn't know.
const NO_MARK: u8 = 8;
const UNKNOWN: u8 = 9;
const CODES: usize = 1 + 8 * ROWS.len();

/// The place in [`MARKS`] of each second byte of `CC xx`.
static SECOND: [u8; 256] = seconds();
/// The letter that a letter and a mark make, 0 where they make none.
static STEPS: [[u8; 16]; CODES] = steps();
/// How long each letter is in UTF-8.
static LENGTHS: [u8; CODES] = lengths();
/// The letters, each in four bytes.
const CELLS: &str = match core::str::from_utf8(&CELL_BYTES) {
    Ok(text) => text,
    Err(_) => "",
};
static CELL_BYTES: [u8; 4 * CODES] = cells();

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
    while code < ROWS.len() * 8 {
        let mut mark = 0;
        while mark < MARKS.len() && code % 8 < TONES {
            let letter = Letter { row: (code / 8) as u8, tone: (code % 8) as u8 };
            if let Some(mark_on) = Mark::of(MARKS[mark])
                && let Ok(with) = letter.with(mark_on)
            {
                table[code + 1][mark] = with.code();
            }
            mark += 1;
        }
        table[code + 1][NO_MARK as usize] = (code + 1) as u8;
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
const fn cells() -> [u8; 4 * CODES] {
    let mut table = [0; 4 * CODES];
    let mut code = 0;
    while code < ROWS.len() * 8 {
        if code % 8 < TONES {
            let mut utf_8 = [0; 4];
            let length = ROWS[code / 8][code % 8].encode_utf8(&mut utf_8).len();
            let mut byte = 0;
            while byte < length {
                table[4 * (code + 1) + byte] = utf_8[byte];
                byte += 1;
            }
        }
        code += 1;
    }
    table
}

const LOW_LEN: usize = 0x1B1;
const HIGH_START: usize = 0x1EA0;
const HIGH_LEN: usize = 0x1EFA - HIGH_START;

/// `1 + 8 * row + tone` of each code point below `LOW_LEN`, 0 where there is none.
static LOW: [u8; LOW_LEN] = codes::<LOW_LEN>(0);
/// The same for the block of the Vietnamese letters.
static HIGH: [u8; HIGH_LEN] = codes::<HIGH_LEN>(HIGH_START);

#[expect(clippy::indexing_slicing, clippy::cast_possible_truncation, reason = "checked when the tables are compiled")]
const fn codes<const N: usize>(start: usize) -> [u8; N] {
    let mut table = [0; N];
    let mut row = 0;
    while row < ROWS.len() {
        let mut tone = 0;
        while tone < TONES {
            let at = ROWS[row][tone] as usize;
            if at >= start && at < start + N {
                table[at - start] = (1 + 8 * row + tone) as u8;
            }
            tone += 1;
        }
        row += 1;
    }
    table
}
