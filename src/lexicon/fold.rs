//! The key under which words are looked up: letters without case, tone apart, placement of the tone
//! and final i/y folded away. Shared with the build script, which makes the tables.

/// The vowels without a tone, and with each of the five.
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

/// A letter as a key takes it: its code in the low byte; in the high one its tone (0 level, 1–5 in the
/// order of [`VOWELS`]), and [`TONED`] where it has one. 0 is no letter.
pub(crate) type Letter = u16;

/// Set for each tone mark, so that two of them show in a sum.
const TONED: u16 = 0x10;

/// First code points and lengths of the two blocks that hold the Vietnamese letters: as many code
/// points as the lead bytes C3–C6, and E1 BA and E1 BB, reach.
const LATIN: (u32, usize) = (0xC0, 0x100);
const VIETNAMESE: (u32, usize) = (0x1E80, 0x80);

static LATIN_LETTERS: [Letter; LATIN.1] = block(LATIN.0);
static VIETNAMESE_LETTERS: [Letter; VIETNAMESE.1] = block(VIETNAMESE.0);

/// The letters of a block of code points.
#[allow(clippy::indexing_slicing)] // evaluated while compiling
const fn block<const N: usize>(first: u32) -> [Letter; N] {
    let mut table = [FOREIGN as Letter; N];
    let mut row = 0;
    while row < VOWELS.len() {
        let mut tone = 0;
        while tone < 6 {
            let lower = VOWELS[row][tone] as u32;
            let upper = if lower < 0x100 { lower - 0x20 } else { lower - 1 };
            let toned = if tone > 0 { TONED | tone as u16 } else { 0 };
            let letter = code(VOWELS[row][0]) as Letter | toned << 8;
            if lower >= first && lower < first + N as u32 {
                table[(lower - first) as usize] = letter;
            }
            if upper >= first && upper < first + N as u32 {
                table[(upper - first) as usize] = letter;
            }
            tone += 1;
        }
        row += 1;
    }
    if first == LATIN.0 {
        table[('đ' as u32 - first) as usize] = D_STROKE as Letter;
        table[('Đ' as u32 - first) as usize] = D_STROKE as Letter;
        table[('×' as u32 - first) as usize] = 0;
        table[('÷' as u32 - first) as usize] = 0;
    }
    table
}

/// What a character is as a letter.
#[inline]
pub(crate) fn letter(c: char) -> Letter {
    let in_block =
        |first: u32, table: &[Letter]| (c as u32).checked_sub(first).and_then(|at| table.get(at as usize)).copied();
    if c.is_ascii() {
        return Letter::from(code(c.to_ascii_lowercase()));
    }
    let known = in_block(VIETNAMESE.0, &VIETNAMESE_LETTERS).or_else(|| in_block(LATIN.0, &LATIN_LETTERS));
    known.unwrap_or(Letter::from(FOREIGN))
}

/// The letter at `at` and its length, where its bytes tell that it is of one of the two blocks.
#[inline(always)]
#[allow(dead_code)] // for the lexer; the build script folds whole words
pub(crate) fn letter_at(bytes: &[u8], at: usize) -> (Letter, usize) {
    let byte = |at: usize| bytes.get(at).copied().unwrap_or_default();
    let trail = |at: usize| usize::from(byte(at) & 0x3F);
    match byte(at) {
        lead @ 0xC3..=0xC6 => {
            let place = usize::from(lead - 0xC3) << 6 | trail(at + 1);
            (LATIN_LETTERS.get(place).copied().unwrap_or_default(), 2)
        }
        0xE1 if byte(at + 1) & 0xFE == 0xBA => {
            let place = usize::from(byte(at + 1) & 1) << 6 | trail(at + 2);
            (VIETNAMESE_LETTERS.get(place).copied().unwrap_or_default(), 3)
        }
        _ => (0, 0),
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
    word.chars().for_each(|c| key.push(letter(c)));
    key.finish()
}

/// A key in the making.
#[derive(Default)]
pub(crate) struct Key {
    letters: u64,
    /// The sum of the tones and of their marks.
    tones: u32,
}

/// What ten letters, none of which is 0, set in a key.
const TOO_MANY: u64 = !0 << (6 * MOST_LETTERS);

impl Key {
    /// Adds a letter of ASCII; says whether it is one.
    #[inline(always)]
    #[allow(dead_code)] // the build script has no use for it
    pub(crate) fn push_ascii(&mut self, byte: u8) -> bool {
        let is_letter = byte.is_ascii_alphabetic();
        if is_letter {
            self.letters = self.letters << 6 | u64::from(byte & 0x1F);
        }
        is_letter
    }

    /// Adds a letter.
    #[inline(always)]
    pub(crate) fn push(&mut self, letter: Letter) {
        self.letters = self.letters << 6 | u64::from(letter & 0x3F);
        self.tones = self.tones.wrapping_add(u32::from(letter >> 8));
    }

    /// The key of the letters so far.
    #[inline(always)]
    pub(crate) fn finish(self) -> u64 {
        if self.letters & TOO_MANY != 0 || self.tones >= 2 * u32::from(TONED) {
            return 0;
        }
        let tone = u64::from(self.tones & 0xF) << TONE_SHIFT;
        if self.letters & 0x3F == Y && self.letters > Y { last_i(self.letters) | tone } else { self.letters | tone }
    }
}

/// Whether a key is that of a word that ends in `c`, `p`, `t` or `ch` and has no tone.
#[inline(always)]
#[allow(dead_code)] // for the lexer
pub(crate) const fn ends_in_level_stop(key: u64) -> bool {
    const STOPS: u64 = 1 << code('c') | 1 << code('p') | 1 << code('t');
    let stop = STOPS >> (key & 0x3F) & 1 != 0 || key & 0xFFF == (code('c') as u64) << 6 | code('h') as u64;
    stop && key >> TONE_SHIFT == 0
}

/// The keys with the acute and the dot, of a word that has a letter of Vietnamese: `viêc`, not `basic`.
#[allow(dead_code)] // for the lexer
pub(crate) fn with_tones_of_stop(key: u64) -> Option<[u64; 2]> {
    const ACUTE: u64 = 2;
    const DOT: u64 = 5;
    let mut letters = (0..MOST_LETTERS).map(|place| (key >> (6 * place) & 0x3F) as u8);
    let vietnamese = letters.any(|letter| (code('ă')..=code('ư')).contains(&letter));
    vietnamese.then(|| [ACUTE, DOT].map(|tone| key | tone << TONE_SHIFT))
}

const Y: u64 = code('y') as u64;

/// kỹ = kĩ, tỷ = tỉ, quý = quí; but not in ay, ây, uy, and not the word y.
fn last_i(letters: u64) -> u64 {
    let before = (letters >> 6 & 0x3F) as u8;
    let vowel_before = matches!(before, 1 | 5 | 9 | 15 | 21 | 25 | 27..=32);
    let after_qu = before == code('u') && letters >> 12 & 0x3F == u64::from(code('q'));
    if !vowel_before || after_qu { letters & !0x3F | u64::from(code('i')) } else { letters }
}

/// The key under which symbols of documents are looked up: `NĐ`, `ND` and `nđ` share one, and so do `BNN&PTNT` and
/// `BNNPTNT`. One letter or digit a byte, the last in the lowest; `None` for more than sixteen, which no symbol has.
pub(crate) fn symbol_key(text: &str) -> Option<u128> {
    let mut key = 0_u128;
    for c in text.chars() {
        let byte = match c {
            '&' | '.' => continue,
            'đ' | 'Đ' => b'D',
            'ư' | 'Ư' => b'U',
            _ if c.is_ascii_alphanumeric() => c.to_ascii_uppercase() as u8,
            _ => b'?',
        };
        if key >> 120 != 0 {
            return None;
        }
        key = key << 8 | u128::from(byte);
    }
    Some(key)
}

/// A number for a symbol key; two keys may share it.
pub(crate) fn symbol_hash(key: u128) -> u64 {
    key as u64 ^ ((key >> 64) as u64).rotate_left(29)
}

/// Spreads a key over the slots of a table whose size is a power of two.
pub(crate) fn hash(key: u64) -> u64 {
    let mixed = key.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed >> 32 ^ mixed >> 48
}
