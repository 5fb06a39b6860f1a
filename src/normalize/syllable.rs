//! Vietnamese syllables: their parts, whether they are spelled right, and keys to compare them by.

use core::fmt;

use super::letters::{Letter, Mark};
use super::tables::{ATTESTED, ONSETS, RIMES, Rime, STOP_TONES, WEIGHTS};

pub use super::keys::{match_key, same, strip_diacritics, strip_tones};

/// One of the six tones.
///
/// ```
/// use solieu::normalize::syllable::{Syllable, Tone};
///
/// let tone = |text: &str| Syllable::parse(text).unwrap().tone();
/// assert_eq!((tone("ma"), tone("mã"), tone("mạ")), (Tone::Ngang, Tone::Nga, Tone::Nang));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Tone {
    /// `a`, the level tone without a mark.
    #[default]
    Ngang,
    /// `à`
    Huyen,
    /// `á`
    Sac,
    /// `ả`
    Hoi,
    /// `ã`
    Nga,
    /// `ạ`
    Nang,
}

impl Tone {
    const ALL: [Self; 6] = [Self::Ngang, Self::Huyen, Self::Sac, Self::Hoi, Self::Nga, Self::Nang];

    pub(super) fn of(number: u8) -> Self {
        Self::ALL.get(usize::from(number)).copied().unwrap_or_default()
    }
}

/// Where the tone stands in an open `oa`, `oe` or `uy`; everywhere else both styles agree.
///
/// ```
/// use solieu::normalize::syllable::{Syllable, ToneStyle};
///
/// let spelled = |text: &str, style| Syllable::parse(text).unwrap().spelled(style);
/// assert_eq!((spelled("hoà", ToneStyle::Old), spelled("hòa", ToneStyle::New)), ("hòa".into(), "hoà".into()));
/// assert_eq!(spelled("hoàn", ToneStyle::Old), spelled("hoàn", ToneStyle::New));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ToneStyle {
    /// `hòa`, `khỏe`, `thủy`
    Old,
    /// `hoà`, `khoẻ`, `thuỷ`
    New,
}

/// A syllable that follows the rules of Vietnamese spelling.
///
/// ```
/// use solieu::normalize::syllable::{Syllable, Tone, ToneStyle};
///
/// let syllable = Syllable::parse("Nghiệp").unwrap();
/// assert_eq!((syllable.onset(), syllable.rime(), syllable.tone()), ("ngh", "iêp", Tone::Nang));
/// assert_eq!(Syllable::parse("hòa"), Syllable::parse("hoa\u{300}"));
/// assert_eq!(Syllable::parse("thủy").unwrap().spelled(ToneStyle::New), "thuỷ");
/// // A stop needs sắc or nặng, a tone its right letter, ng its h.
/// assert!(["viêc", "vơí", "ngiêm"].iter().all(|word| Syllable::parse(word).is_none()));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Syllable {
    onset: u8,
    rime: u8,
    tone: Tone,
}

impl Syllable {
    /// Reads a syllable in any case, composed or not, with its tone in the old or the new place.
    ///
    /// ```
    /// # use solieu::normalize::syllable::Syllable;
    /// assert_eq!(Syllable::parse("ỦY"), Syllable::parse("uỷ"));
    /// assert_eq!(Syllable::parse("report"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let letters = Letters::read(text)?;
        let syllable = Self::from_letters(&letters)?;
        let place = letters.tone_at;
        let right = place.is_none_or(|at| ToneStyle::BOTH.iter().any(|style| syllable.tone_place(*style) == at));
        (right && syllable.is_legal()).then_some(syllable)
    }

    /// The consonants before the rime: `ngh`, `qu`, `gi`; empty where there are none.
    ///
    /// ```
    /// # use solieu::normalize::syllable::Syllable;
    /// let onset = |text: &str| Syllable::parse(text).unwrap().onset();
    /// assert_eq!((onset("nghị"), onset("quyết"), onset("ủy")), ("ngh", "qu", ""));
    /// ```
    #[must_use]
    pub fn onset(self) -> &'static str {
        ONSETS.get(usize::from(self.onset)).map_or("", |onset| onset.0)
    }

    /// The rest without its tone. That of `giêng` is `iêng`, that of `gì` is `i`.
    ///
    /// ```
    /// # use solieu::normalize::syllable::Syllable;
    /// let rime = |text: &str| Syllable::parse(text).unwrap().rime();
    /// assert_eq!((rime("huyện"), rime("giêng"), rime("gì")), ("uyên", "iêng", "i"));
    /// ```
    #[must_use]
    pub fn rime(self) -> &'static str {
        self.table().map_or("", |rime| rime.spelling)
    }

    /// The tone.
    ///
    /// ```
    /// # use solieu::normalize::syllable::{Syllable, Tone};
    /// assert_eq!(Syllable::parse("tỉnh").unwrap().tone(), Tone::Hoi);
    /// ```
    #[must_use]
    pub const fn tone(self) -> Tone {
        self.tone
    }

    /// Whether a large corpus of news has the syllable at least three times.
    ///
    /// ```
    /// # use solieu::normalize::syllable::Syllable;
    /// let attested = |text: &str| Syllable::parse(text).unwrap().is_attested();
    /// assert!(attested("quỳnh"));
    /// assert!(!attested("quỹnh")); // spelled right, but of no word
    /// ```
    #[must_use]
    pub fn is_attested(self) -> bool {
        ATTESTED.binary_search(&self.key()).is_ok()
    }

    /// The syllable in small letters.
    ///
    /// ```
    /// # use solieu::normalize::syllable::{Syllable, ToneStyle};
    /// let syllable = Syllable::parse("THỦY").unwrap();
    /// assert_eq!(syllable.spelled(ToneStyle::Old), "thủy");
    /// assert_eq!(syllable.spelled(ToneStyle::New), "thuỷ");
    /// ```
    #[must_use]
    pub fn spelled(self, style: ToneStyle) -> String {
        let place = self.tone_place(style);
        let put = |(at, c)| if at == place { with_tone(c, self.tone) } else { c };
        self.toneless().enumerate().map(put).collect()
    }

    /// All letters without the tone.
    fn toneless(self) -> impl Iterator<Item = char> {
        let rime = self.rime();
        let rime = if self.swallows_i() { rime.get(1..).unwrap_or_default() } else { rime };
        self.onset().chars().chain(rime.chars())
    }

    /// `gi` and a rime in `i` share that letter.
    fn swallows_i(self) -> bool {
        self.onset() == "gi" && self.rime().starts_with('i')
    }

    /// Which letter bears the tone.
    pub(super) fn tone_place(self, style: ToneStyle) -> usize {
        let place = self.table().map_or(0, |rime| if style == ToneStyle::New { rime.new } else { rime.old });
        let before = self.onset().chars().count() - usize::from(self.swallows_i());
        before + usize::from(place)
    }

    /// Whether its tone may stand on its rime.
    pub(super) fn is_legal(self) -> bool {
        self.table().is_some_and(|rime| !rime.stop || matches!(self.tone, Tone::Sac | Tone::Nang))
    }

    /// Eight times the logarithm of how often it was seen in 66 million syllables.
    pub(super) fn weight(self) -> Option<u8> {
        ATTESTED.binary_search(&self.key()).ok().and_then(|at| WEIGHTS.get(at)).copied()
    }

    /// The syllable that one without the tone its stop needs must mean: `viêc` → `việc`.
    pub(super) fn with_stop_tone(self) -> Option<Self> {
        let toneless = self.key() & !7;
        let found = STOP_TONES.get(STOP_TONES.partition_point(|key| *key < toneless)).copied()?;
        (found & !7 == toneless).then(|| Self { tone: Tone::of((found & 7) as u8), ..self })
    }

    fn key(self) -> u16 {
        u16::from(self.onset) << 11 | u16::from(self.rime) << 3 | self.tone as u16
    }

    fn table(self) -> Option<&'static Rime> {
        RIMES.get(usize::from(self.rime))
    }

    /// Finds onset and rime, wherever the tone stands and whichever it is.
    pub(super) fn from_letters(letters: &Letters) -> Option<Self> {
        let codes = letters.codes();
        // `ngh` before `ng` before `n`; `gi` before `g`.
        (0..=codes.len().min(3)).rev().find_map(|length| {
            let (onset, rime) = codes.split_at_checked(length)?;
            Self::from_parts(pack(onset), rime, letters.tone)
        })
    }

    fn from_parts(packed: u32, rime: &[u8], tone: Tone) -> Option<Self> {
        let (onset, (name, _, before)) = ONSETS.iter().enumerate().find(|(_, onset)| onset.1 == packed)?;
        let letters = match (*name, rime) {
            ("gi", []) => pack(&[I]),
            ("gi", [I, ..]) => return None,
            ("gi", [E_CIRCUMFLEX | CONSONANTS.., ..]) => (I as u32) << (5 * rime.len()) | pack(rime),
            _ => pack(rime),
        };
        let place = RIMES.binary_search_by_key(&letters, |rime| rime.letters).ok()?;
        let found = RIMES.get(place)?;
        let first = letters.checked_shr(5 * (u32::from(found.length) - 1))?;
        // `iê` without an onset is written `yê`, and `yê` is written behind none and `qu` only.
        let y = match found.spelling.get(..3) {
            Some("iê") => !name.is_empty(),
            Some("yê") => matches!(*name, "" | "qu"),
            _ => true,
        };
        let doubled_u =
            *name == "qu" && ["oa", "oă", "oe", "oo"].iter().any(|medial| found.spelling.starts_with(medial));
        let fits = !doubled_u && before >> first & 1 == 1 && y && (!found.only_qu || *name == "qu");
        fits.then_some(Self { onset: onset as u8, rime: place as u8, tone })
    }
}

impl ToneStyle {
    const BOTH: [Self; 2] = [Self::New, Self::Old];
}

impl fmt::Debug for Syllable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Syllable({})", self.spelled(ToneStyle::New))
    }
}

/// The numbers of letters in the alphabet of the tables.
const I: u8 = 6;
const E_CIRCUMFLEX: u8 = 5;
const CONSONANTS: u8 = 13;
const D_STROKE: u8 = 16;
/// From [`CONSONANTS`] on, with a gap for `đ`.
const CONSONANT_LETTERS: &str = "bcd-ghklmnpqrstvx";

fn pack(codes: &[u8]) -> u32 {
    codes.iter().fold(0, |packed, code| packed << 5 | u32::from(*code))
}

/// The letters of one syllable taken apart.
#[derive(Clone, Copy, Debug)]
pub(super) struct Letters {
    codes: [u8; Self::MOST],
    len: usize,
    /// The tone on one of them, and on which.
    pub(super) tone: Tone,
    pub(super) tone_at: Option<usize>,
}

impl Letters {
    /// No syllable is longer than `nghiêng`.
    const MOST: usize = 7;

    /// Reads a word of nothing but Vietnamese letters with one tone at most.
    pub(super) fn read(text: &str) -> Option<Self> {
        let mut letters = Self { codes: [0; Self::MOST], len: 0, tone: Tone::Ngang, tone_at: None };
        let mut chars = text.chars().peekable();
        while let Some(mut c) = chars.next() {
            while let Some(mark) = chars.peek().copied().and_then(Mark::of) {
                c = Letter::of(c)?.with(mark).ok()?.char();
                chars.next();
            }
            letters.push(c)?;
        }
        (letters.len > 0).then_some(letters)
    }

    fn push(&mut self, c: char) -> Option<()> {
        let (code, tone) = match Letter::of(c) {
            Some(letter) => (1 + letter.vowel(), letter.tone()),
            None => (consonant(c)?, 0),
        };
        if tone != 0 {
            if self.tone_at.is_some() {
                return None;
            }
            self.tone_at = Some(self.len);
            self.tone = Tone::of(tone);
        }
        *self.codes.get_mut(self.len)? = code;
        self.len += 1;
        Some(())
    }

    /// The number of a vowel without its tone.
    pub(super) fn number(c: char) -> Option<u8> {
        Letter::of(c).map(|letter| 1 + letter.vowel())
    }

    pub(super) fn at(&self, at: usize) -> Option<u8> {
        self.codes().get(at).copied()
    }

    pub(super) fn codes(&self) -> &[u8] {
        self.codes.get(..self.len).unwrap_or_default()
    }

    /// The same letters with one of them replaced.
    pub(super) fn replaced(mut self, at: usize, from: char, to: char) -> Option<Self> {
        let code = self.codes.get_mut(at)?;
        (Some(*code) == Self::number(from)).then_some(())?;
        *code = Self::number(to)?;
        Some(self)
    }
}

/// The number of a consonant in the alphabet of the tables.
fn consonant(c: char) -> Option<u8> {
    let code = match c {
        'đ' | 'Đ' => Some(D_STROKE),
        _ => CONSONANT_CODES.get(c as usize).copied(),
    };
    code.filter(|code| *code != 0)
}

/// Of each ASCII letter, in both cases.
static CONSONANT_CODES: [u8; 128] = consonant_codes();

#[expect(clippy::indexing_slicing, clippy::cast_possible_truncation, reason = "checked when the table is compiled")]
const fn consonant_codes() -> [u8; 128] {
    let mut table = [0; 128];
    let letters = CONSONANT_LETTERS.as_bytes();
    let mut at = 0;
    while at < letters.len() {
        let code = CONSONANTS + at as u8;
        if code != D_STROKE {
            table[letters[at] as usize] = code;
            table[letters[at].to_ascii_uppercase() as usize] = code;
        }
        at += 1;
    }
    table
}

fn with_tone(c: char, tone: Tone) -> char {
    Letter::of(c).map_or(c, |letter| letter.with_tone(tone as u8).char())
}
