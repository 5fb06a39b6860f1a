//! Misspelt syllables that have exactly one right spelling.

use super::case::with_case_of;
use super::rewrite::{Rewrite, Rewritten, words};
use super::syllable::{Letters, Syllable, Tone, ToneStyle};

/// How far the repair of typing errors goes.
///
/// ```
/// use solieu::Normalizer;
/// use solieu::normalize::Repair;
///
/// let text = "giải quyết viêc vơí dân";
/// let at = |level| Normalizer::new().repair(level).normalize(text).to_string();
/// assert_eq!(at(Repair::Safe), "giải quyết viêc với dân");
/// assert_eq!(at(Repair::Aggressive), "giải quyết việc với dân");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[non_exhaustive]
pub enum Repair {
    /// Words stay as they are.
    #[default]
    Off,
    /// Syllables that are spelt wrong and become right by moving the tone (`vơí`), or by a missing
    /// horn in `ươ` (`nguời`, `ngưòi`), if one attested syllable comes out and no other.
    Safe,
    /// Missing tones of syllables too, where 99 in 100 of them have the same: `viêc`.
    Aggressive,
}

/// Repairs the words of `text`.
pub(super) fn repair(text: &str, level: Repair) -> Option<Rewritten> {
    let mut rewrite = Rewrite::new(text);
    for (at, word) in words(text) {
        if let Some(syllable) = right_spelling(word, level) {
            let spelled = syllable.spelled(ToneStyle::New);
            if spelled.chars().count() == word.chars().count() {
                rewrite.replace(at, at + word.len(), &with_case_of(&spelled, word));
            }
        }
    }
    rewrite.finish()
}

/// What a word that is no syllable must have meant.
fn right_spelling(word: &str, level: Repair) -> Option<Syllable> {
    if word.is_ascii() || Syllable::parse(word).is_some() {
        return None;
    }
    let letters = Letters::read(word)?;
    let mut found = candidates(&letters).filter(|syllable| syllable.is_legal() && syllable.is_attested());
    match (found.next(), found.next()) {
        (Some(syllable), None) => Some(syllable),
        (Some(syllable), Some(other)) if syllable == other => Some(syllable),
        (None, _) if level == Repair::Aggressive => missing_tone(&letters),
        _ => None,
    }
}

/// The letters as they are with the tone moved, and with a horn added to `uơ` and `ưo`.
fn candidates(letters: &Letters) -> impl Iterator<Item = Syllable> {
    let last = letters.codes().len().saturating_sub(1);
    let horns = (0..last).flat_map(move |at| {
        let (u, o) = (letters.at(at), letters.at(at + 1));
        let horn_on_u = letters.replaced(at, 'u', 'ư').filter(|_| o == Letters::number('ơ') && at + 1 < last);
        let horn_on_o = letters.replaced(at + 1, 'o', 'ơ').filter(|_| u == Letters::number('ư') && at + 1 < last);
        horn_on_u.into_iter().chain(horn_on_o)
    });
    std::iter::once(*letters).chain(horns).filter_map(|letters| Syllable::from_letters(&letters))
}

/// A stop takes a tone; without one it was forgotten.
fn missing_tone(letters: &Letters) -> Option<Syllable> {
    (letters.tone == Tone::Ngang).then(|| Syllable::from_letters(letters)).flatten()?.with_stop_tone()
}
