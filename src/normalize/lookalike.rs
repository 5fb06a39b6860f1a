//! Letters of other alphabets in the place of Vietnamese ones, put right where the word proves it.

use super::compose;
use super::letters::Letter;
use super::rewrite::{Rewrite, Rewritten, is_mark, runs, words};
use super::syllable::Syllable;

/// Whether `c` looks like a letter that belongs there instead.
pub(super) fn may_be(c: char) -> bool {
    !c.is_ascii() && (latin_twin(c).is_some() || foreign_twin(c).is_some())
}

/// Puts the look-alikes right; those that stand alone too if `alone`.
pub(super) fn repair(text: &str, alone: bool) -> Option<Rewritten> {
    let mut rewrite = Rewrite::new(text);
    for (at, token) in runs(text, |c| c.is_alphanumeric() || is_mark(c) || is_joint(c)) {
        if !token.chars().any(may_be) {
            continue;
        }
        for (start, word) in words(token) {
            if let Some(repaired) = repaired(word, token, text, alone) {
                replace_letters(&mut rewrite, at + start, word, &repaired);
            }
        }
    }
    rewrite.finish()
}

/// What joins the parts of a document symbol: `NĐ-CP`, `TT/BTC`.
const fn is_joint(c: char) -> bool {
    matches!(c, '-' | '/' | '\u{2010}'..='\u{2014}')
}

fn repaired(word: &str, token: &str, text: &str, alone: bool) -> Option<String> {
    if !word.chars().any(may_be) {
        return None;
    }
    let twin = twin(word)?;
    let proven = match Scripts::of(word) {
        Scripts::Latin => is_vietnamese(word, &twin, token) && !(word.contains(['ǎ', 'Ǎ']) && is_pinyin(text, &twin)),
        Scripts::Mixed => is_symbol(&twin) || Syllable::parse(&twin).is_some() || is_mostly_latin(word),
        Scripts::Foreign => is_capitals(&twin) && (alone || hangs_on_symbol(token)),
    };
    proven.then_some(twin)
}

/// The word with every look-alike replaced; nothing if it has letters of other scripts besides.
fn twin(word: &str) -> Option<String> {
    let replaced = |c| latin_twin(c).or_else(|| foreign_twin(c)).or_else(|| (!is_foreign(c)).then_some(c));
    let twin: String = word.chars().map(replaced).collect::<Option<_>>()?;
    // `ƣ` and an acute accent have no letter together, `ư` has.
    Some(if twin.chars().any(is_mark) { compose::repair(&twin).text } else { twin })
}

/// Letter for letter if it can be, so that offsets stay exact.
fn replace_letters(rewrite: &mut Rewrite<'_>, start: usize, word: &str, repaired: &str) {
    if word.chars().count() != repaired.chars().count() {
        return rewrite.replace(start, start + word.len(), repaired);
    }
    for ((at, old), new) in word.char_indices().zip(repaired.chars()) {
        if old != new {
            rewrite.replace(start + at, start + at + old.len_utf8(), new.encode_utf8(&mut [0; 4]));
        }
    }
}

enum Scripts {
    /// `Ðảng`
    Latin,
    /// `BТС` with a Latin B
    Mixed,
    /// `СР` in Cyrillic
    Foreign,
}

impl Scripts {
    fn of(word: &str) -> Self {
        let letters = || word.chars().filter(|c| !is_mark(*c));
        match (letters().any(is_foreign), letters().all(is_foreign)) {
            (false, _) => Self::Latin,
            (true, false) => Self::Mixed,
            (true, true) => Self::Foreign,
        }
    }
}

/// A syllable (`Ðảng`), a word with a letter that only Vietnamese has (`Ðắk`), a symbol (`NÐ-CP`).
///
/// Not so `Garður`.
fn is_vietnamese(word: &str, twin: &str, token: &str) -> bool {
    Syllable::parse(twin).is_some()
        || word.chars().any(is_vietnamese_only)
        || is_capitals(twin) && is_abbreviation(word, token)
}

/// `NÐ-CP` and `HÐND`, but not `NORÐUR`: an Icelandic Ð stands behind a vowel or r.
fn is_abbreviation(word: &str, token: &str) -> bool {
    let behind = |c: char| Letter::of(c).is_none() && !matches!(c, 'R' | 'Ö' | 'Æ');
    let before = word.chars().zip(word.chars().skip(1)).filter(|(_, c)| matches!(c, 'Ð' | 'Ɖ'));
    token.contains(is_joint) || before.clone().all(|(before, _)| behind(before))
}

/// The letters that no other language of this alphabet shares.
const fn is_vietnamese_only(c: char) -> bool {
    matches!(c, '\u{1EA0}'..='\u{1EF9}' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | 'đ' | 'Đ')
}

/// `nǎm` is năm, but `hǎo` and its like come with other tone marks of Pinyin, or as no syllable.
fn is_pinyin(text: &str, twin: &str) -> bool {
    !Syllable::parse(twin).is_some_and(Syllable::is_attested)
        || text.contains(['ǐ', 'ǒ', 'ǔ', 'ǚ', 'ā', 'ē', 'ī', 'ō', 'ū'])
}

fn is_capitals(word: &str) -> bool {
    word.chars().all(|c| c.is_uppercase() || is_mark(c))
}

fn is_symbol(word: &str) -> bool {
    word.chars().count() > 1 && is_capitals(word)
}

fn is_mostly_latin(word: &str) -> bool {
    2 * word.chars().filter(|c| is_foreign(*c)).count() < word.chars().count()
}

/// Whether the token has a Latin symbol for the others to hang on: `12/2015/NĐ-СР`.
fn hangs_on_symbol(token: &str) -> bool {
    words(token).any(|(_, word)| {
        let is_latin = !matches!(Scripts::of(word), Scripts::Foreign);
        is_latin && twin(word).is_some_and(|word| word.chars().filter(|c| c.is_uppercase()).count() > 1)
    })
}

const fn is_foreign(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{52F}')
}

/// Letters of the Latin script that stand for a Vietnamese one.
const fn latin_twin(c: char) -> Option<char> {
    Some(match c {
        'Ð' | 'Ɖ' => 'Đ',
        'ð' | 'ɖ' => 'đ',
        'Ƣ' => 'Ư',
        'ƣ' => 'ư',
        'ǎ' => 'ă',
        'Ǎ' => 'Ă',
        _ => return None,
    })
}

/// Cyrillic and Greek letters that can't be told from Latin ones by eye.
const fn foreign_twin(c: char) -> Option<char> {
    Some(match c {
        'А' | 'Α' => 'A',
        'В' | 'Β' => 'B',
        'С' | 'Ϲ' => 'C',
        'Е' | 'Ε' => 'E',
        'Н' | 'Η' => 'H',
        'І' | 'Ι' | 'Ӏ' => 'I',
        'Ј' => 'J',
        'К' | 'Κ' => 'K',
        'М' | 'Μ' => 'M',
        'Ν' => 'N',
        'О' | 'Ο' => 'O',
        'Р' | 'Ρ' => 'P',
        'Ѕ' => 'S',
        'Т' | 'Τ' => 'T',
        'Х' | 'Χ' => 'X',
        'У' | 'Υ' | 'Ү' => 'Y',
        'Ζ' => 'Z',
        'а' => 'a',
        'с' => 'c',
        'е' => 'e',
        'і' => 'i',
        'ј' => 'j',
        'о' | 'ο' => 'o',
        'р' => 'p',
        'ѕ' => 's',
        'х' => 'x',
        'у' => 'y',
        _ => return None,
    })
}
