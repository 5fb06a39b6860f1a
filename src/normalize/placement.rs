//! Tone marks in the old place or the new one: `hòa`, `hoà`.

use super::case::with_case_of;
use super::rewrite::{Rewrite, Rewritten, words};
use super::syllable::{Syllable, Tone, ToneStyle};

/// Moves the tones of all syllables to where `style` has them.
pub(super) fn restyle(text: &str, style: ToneStyle) -> Option<Rewritten> {
    let mut rewrite = Rewrite::new(text);
    for (at, word) in words(text) {
        if let Some(syllable) = Syllable::parse(word)
            && syllable.tone() != Tone::Ngang
            && syllable.tone_place(ToneStyle::Old) != syllable.tone_place(ToneStyle::New)
        {
            rewrite.replace(at, at + word.len(), &with_case_of(&syllable.spelled(style), word));
        }
    }
    rewrite.finish()
}
