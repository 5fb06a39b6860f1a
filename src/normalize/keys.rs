//! Plainer forms of a text to compare it by.

use std::borrow::Cow;

use super::letters::Letter;
use super::nfc;
use super::rewrite::words;
use super::syllable::{Syllable, Tone, ToneStyle};

/// A form that is the same for all ways to write a text: small letters, composed, the tone in the
/// new place, and `i` for a lone `y`.
///
/// ```
/// use solieu::normalize::syllable::match_key;
///
/// assert_eq!(match_key("Ủy ban KỸ THUẬT"), match_key("uỷ ban kĩ thuật"));
/// assert_eq!(match_key("Lý"), "lí");
/// assert_ne!(match_key("tý"), match_key("tỷ"));
/// ```
#[must_use]
pub fn match_key(text: &str) -> String {
    let text = nfc(text);
    let mut key = String::with_capacity(text.len());
    let mut done = 0;
    for (at, word) in words(&text) {
        key.extend(text.get(done..at).unwrap_or_default().chars().flat_map(char::to_lowercase));
        match Syllable::parse(word) {
            Some(syllable) => key += &folded(syllable),
            None => key.extend(word.chars().flat_map(char::to_lowercase)),
        }
        done = at + word.len();
    }
    key.extend(text.get(done..).unwrap_or_default().chars().flat_map(char::to_lowercase));
    key
}

/// `kỹ` and `kĩ` are one word; `y` alone and `uy` are not `i` and `ui`.
fn folded(syllable: Syllable) -> String {
    let spelled = syllable.spelled(ToneStyle::New);
    if syllable.rime() != "y" || syllable.onset().is_empty() {
        return spelled;
    }
    let last = spelled.chars().next_back().and_then(Letter::of).map_or(0, Letter::tone);
    let i = Letter::of('i').map_or('i', |letter| letter.with_tone(last).char());
    format!("{}{i}", syllable.onset())
}

/// The text composed and without tones: `Việt` → `Viêt`.
///
/// ```
/// assert_eq!(solieu::normalize::syllable::strip_tones("Nghị định 15"), "Nghi đinh 15");
/// ```
#[must_use]
pub fn strip_tones(text: &str) -> String {
    nfc(text).chars().map(|c| Letter::of(c).map_or(c, |letter| letter.with_tone(Tone::Ngang as u8).char())).collect()
}

/// The text without any marks on Vietnamese letters: `Đường` → `Duong`.
///
/// ```
/// assert_eq!(solieu::normalize::syllable::strip_diacritics("Điện Biên Phủ"), "Dien Bien Phu");
/// ```
#[must_use]
pub fn strip_diacritics(text: &str) -> String {
    nfc(text).chars().map(plain).collect()
}

/// A Vietnamese letter without its marks; any other character as it is.
pub(crate) fn plain(c: char) -> char {
    match c {
        'đ' => 'd',
        'Đ' => 'D',
        _ => Letter::of(c).map_or(c, |letter| letter.plain().char()),
    }
}

/// Whether two texts are the same, composed or not.
///
/// ```
/// assert!(solieu::normalize::syllable::same("số", "so\u{302}\u{301}"));
/// assert!(!solieu::normalize::syllable::same("số", "so\u{301}\u{302}"));
/// ```
#[must_use]
pub fn same(first: &str, second: &str) -> bool {
    let composed = |text| if unicode_normalization::is_nfc(text) { Cow::Borrowed(text) } else { Cow::Owned(nfc(text)) };
    first == second || composed(first) == composed(second)
}
