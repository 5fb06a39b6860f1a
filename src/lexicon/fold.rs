//! The key under which words are looked up: letters without case, tone apart, placement of the tone
//! and final i/y folded away. Shared with the build script, which makes the tables.

/// The five tone marks and the level tone, in the order of the rows of [`VOWELS`].
const VOWELS: [[char; 6]; 12] = [
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
];

/// A letter that is no Vietnamese one still counts as a letter of the key.
const FOREIGN: u8 = 40;
const D_STROKE: u8 = 33;

/// The code of an unmarked lower-case letter: a–z from 1, then ă â ê ô ơ ư đ.
const fn code(letter: char) -> u8 {
    match letter {
        'a'..='z' => letter as u8 - b'a' + 1,
        'ă' => 27,
        'â' => 28,
        'ê' => 29,
        'ô' => 30,
        'ơ' => 31,
        'ư' => 32,
        'đ' => D_STROKE,
        _ => FOREIGN,
    }
}

/// First code points and lengths of the two blocks that hold the Vietnamese letters.
const LATIN: (u32, usize) = (0xC0, 0xF1);
const VIETNAMESE: (u32, usize) = (0x1EA0, 0x5A);

/// The letter codes of a block of code points.
#[allow(clippy::indexing_slicing)] // evaluated while compiling
const fn block<const N: usize>(first: u32) -> [u8; N] {
    let mut table = [FOREIGN; N];
    let mut row = 0;
    while row < VOWELS.len() {
        let mut tone = 0;
        while tone < 6 {
            let lower = VOWELS[row][tone] as u32;
            let entry = code(VOWELS[row][0]);
            let upper = if lower < 0x100 { lower - 0x20 } else { lower - 1 };
            if lower >= first && lower < first + N as u32 {
                table[(lower - first) as usize] = entry;
            }
            if upper >= first && upper < first + N as u32 {
                table[(upper - first) as usize] = entry;
            }
            tone += 1;
        }
        row += 1;
    }
    if first == LATIN.0 {
        table[('đ' as u32 - first) as usize] = D_STROKE;
        table[('Đ' as u32 - first) as usize] = D_STROKE;
    }
    table
}

/// The tones (0 level, 1–5 in the order of [`VOWELS`]) of a block of code points.
#[allow(clippy::indexing_slicing)] // evaluated while compiling
const fn tones<const N: usize>(first: u32) -> [u8; N] {
    let mut table = [0; N];
    let mut row = 0;
    while row < VOWELS.len() {
        let mut tone = 0;
        while tone < 6 {
            let lower = VOWELS[row][tone] as u32;
            let upper = if lower < 0x100 { lower - 0x20 } else { lower - 1 };
            if lower >= first && lower < first + N as u32 {
                table[(lower - first) as usize] = tone as u8;
            }
            if upper >= first && upper < first + N as u32 {
                table[(upper - first) as usize] = tone as u8;
            }
            tone += 1;
        }
        row += 1;
    }
    table
}

static LATIN_LETTERS: [u8; LATIN.1] = block(LATIN.0);
static LATIN_TONES: [u8; LATIN.1] = tones(LATIN.0);
static VIETNAMESE_LETTERS: [u8; VIETNAMESE.1] = block(VIETNAMESE.0);
static VIETNAMESE_TONES: [u8; VIETNAMESE.1] = tones(VIETNAMESE.0);

/// Letter code and tone of a character.
#[inline]
fn letter(c: char) -> (u8, u8) {
    let point = c as u32;
    if c.is_ascii() {
        return (code(c.to_ascii_lowercase()), 0);
    }
    let (first, letters, tones): (u32, &[u8], &[u8]) = if point >= VIETNAMESE.0 {
        (VIETNAMESE.0, &VIETNAMESE_LETTERS, &VIETNAMESE_TONES)
    } else {
        (LATIN.0, &LATIN_LETTERS, &LATIN_TONES)
    };
    let at = point.wrapping_sub(first) as usize;
    match (letters.get(at), tones.get(at)) {
        (Some(&letter), Some(&tone)) => (letter, tone),
        _ => (FOREIGN, 0),
    }
}

const TONE_SHIFT: u32 = 56;
const MOST_LETTERS: u32 = 9;

/// The exact look-up key of a word in NFC, or 0 where it has none (more than nine letters, or two
/// tone marks).
///
/// `Hoà`, `HÒA` and `hòa` share a key, as do `tỷ` and `tỉ`, `quý` and `quí`; `năm` and `nam` do not.
#[allow(dead_code)] // the build script folds whole words, the lexer letter by letter
pub(crate) fn fold(word: &str) -> u64 {
    let mut key = Key::default();
    word.chars().for_each(|c| key.push(c));
    key.finish()
}

/// A key in the making.
#[derive(Default)]
pub(crate) struct Key {
    letters: u64,
    count: u32,
    tone: u8,
    tones: u8,
}

impl Key {
    /// Adds a letter of ASCII.
    #[inline]
    #[allow(dead_code)] // the build script has no use for it
    pub(crate) fn push_ascii(&mut self, letter: u8) {
        self.letters = self.letters << 6 | u64::from(letter & 0x1F);
        self.count = self.count.saturating_add(1);
    }

    /// Adds a letter.
    #[inline]
    pub(crate) fn push(&mut self, c: char) {
        let (letter, tone) = letter(c);
        self.letters = self.letters << 6 | u64::from(letter);
        self.count = self.count.saturating_add(1);
        self.tone |= tone;
        self.tones = self.tones.saturating_add(u8::from(tone != 0));
    }

    /// The key of the letters so far.
    #[inline]
    pub(crate) fn finish(self) -> u64 {
        if self.count > MOST_LETTERS || self.tones > 1 {
            return 0;
        }
        // kỹ = kĩ, tỷ = tỉ, quý = quí; but not in ay, ây, uy, and not the word y.
        const Y: u64 = code('y') as u64;
        let mut letters = self.letters;
        if letters & 0x3F == Y && self.count > 1 {
            let before = (letters >> 6 & 0x3F) as u8;
            let vowel_before = matches!(before, 1 | 5 | 9 | 15 | 21 | 25 | 27..=32);
            let after_qu = before == code('u') && letters >> 12 & 0x3F == u64::from(code('q'));
            if !vowel_before || after_qu {
                letters = letters & !0x3F | u64::from(code('i'));
            }
        }
        letters | u64::from(self.tone) << TONE_SHIFT
    }
}

/// The key under which symbols of documents are looked up: `NĐ`, `ND` and `nđ` share one, and so do
/// `BNN&PTNT` and `BNNPTNT`.
pub(crate) fn symbol_key(text: &str) -> impl Iterator<Item = u8> + Clone {
    text.chars().filter(|c| !matches!(c, '&' | '.')).map(|c| match c {
        'đ' | 'Đ' => b'D',
        'ư' | 'Ư' => b'U',
        _ if c.is_ascii_alphanumeric() => c.to_ascii_uppercase() as u8,
        _ => b'?',
    })
}

/// Spreads a key over the slots of a table whose size is a power of two.
pub(crate) fn hash(key: u64) -> u64 {
    let mixed = key.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed >> 32 ^ mixed >> 48
}
