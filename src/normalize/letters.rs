//! The accented vowels of Vietnamese as numbers: a vowel letter and a tone.

/// The six tones in the order of the rows of [`ROWS`].
pub(crate) const TONES: usize = 6;

/// The twelve vowel letters with their six tones, small letters first.
pub(super) const ROWS: [[char; TONES]; 24] = [
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
        if self.tone == 0 || self.tone == 5 || matches!(shape, Shape::Horn) {
            Ok(shaped)
        } else {
            Err(Clash::Late(shaped))
        }
    }
}

impl Letter {
    /// Its number in the tables of [`codes`](super::codes), from 1.
    pub(super) const fn code(self) -> u8 {
        1 + 8 * self.row + self.tone
    }

    /// The letter with a number, as an array of rows of eight would have it.
    pub(super) const fn of_code(code: u8) -> Option<Self> {
        match code.checked_sub(1) {
            Some(code) if (code as usize) < 8 * ROWS.len() && ((code & 7) as usize) < TONES => {
                Some(Self { row: code >> 3, tone: code & 7 })
            }
            _ => None,
        }
    }

    /// The code of an ASCII letter, 0 for other characters.
    #[inline(always)]
    pub(super) fn ascii_code(byte: u8) -> u8 {
        LOW.get(usize::from(byte)).copied().unwrap_or(0)
    }
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
