//! Which encoding a text is in, judged by the syllables that its bytes make.

use super::Encoding;
use crate::normalize::nfc;
use crate::normalize::rewrite::{is_mark, runs, words};
use crate::normalize::syllable::Syllable;

/// How well a text reads.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Score {
    points: f32,
    /// Words with a letter beyond ASCII, and how many of them are syllables.
    marked: u32,
    marked_legal: u32,
    /// The same of all words but abbreviations.
    words: u32,
    legal: u32,
}

/// An encoding, and how sure it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Verdict {
    pub(super) encoding: Encoding,
    pub(super) confidence: f32,
}

impl Score {
    /// Reads `text` as Vietnamese.
    pub(super) fn of(text: &str) -> Self {
        let mut score = Self::default();
        for (_, word) in words(text) {
            score.add(word);
        }
        score
    }

    /// Reads `text` as one that may not be decoded yet: a sign inside a word, as in `gi¶`, spoils it.
    pub(super) fn of_raw(text: &str) -> Self {
        let is_sign =
            |c| matches!(c, '\u{80}'..='\u{BF}') && !matches!(c, '\u{A0}' | '«' | '»' | '°' | '²' | '³' | '·');
        let mut score = Self::default();
        for (_, word) in runs(text, |c| c.is_alphabetic() || is_mark(c) || is_sign(c)) {
            score.add(word);
        }
        score
    }

    fn add(&mut self, word: &str) {
        // Neither abbreviations nor the letters of lists and tables say anything.
        if word.bytes().all(|byte| byte.is_ascii_uppercase()) || word.len() == 1 {
            return;
        }
        let syllable = Syllable::parse(word);
        self.words += 1;
        self.legal += u32::from(syllable.is_some());
        if word.is_ascii() {
            return;
        }
        self.marked += 1;
        self.marked_legal += u32::from(syllable.is_some());
        self.points += match syllable.map(Syllable::weight) {
            Some(Some(weight)) => f32::from(weight) / 16.0,
            Some(None) => -1.0,
            None => -6.0,
        };
    }

    /// Whether most marked words are syllables, and most of all words too.
    ///
    /// The second question keeps French and German out, whose few marked words may pass the first;
    /// there is no need for it where many marked words are syllables, each and every one: a list of
    /// chemicals.
    pub(super) fn is_vietnamese(&self) -> bool {
        let most = self.marked > 0 && 4 * self.marked_legal >= 3 * self.marked && 5 * self.legal >= 3 * self.words;
        most || self.marked > 5 && self.marked_legal == self.marked && self.points > 30.0
    }

    /// Whether it says so much more than `as_is` that it decides: `Quyết định` does, `Bộ` does not.
    ///
    /// More must speak for it where half of the words are syllables as they are: `lÝt, cái`.
    fn is_enough(&self, as_is: &Self) -> bool {
        let gain = self.points - as_is.points;
        let doubtful = as_is.marked > 0 && 2 * as_is.marked_legal >= as_is.marked;
        self.marked >= 2 && gain >= if doubtful { 30.0 } else { 8.0 } && self.points - as_is.points.max(0.0) >= 8.0
    }
}

/// The text that `bytes` are in an encoding.
pub(super) fn read(encoding: Encoding, bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 3 / 2);
    let mut rest = bytes;
    while let Some((c, length)) = encoding.first(rest) {
        text.push(c);
        rest = rest.get(length..).unwrap_or_default();
    }
    if encoding == Encoding::Windows1258 { nfc(&text) } else { text }
}

/// The encoding of `bytes` if one is clearly best; `as_is` is what they are if nothing is decoded.
pub(super) fn detect(bytes: &[u8], as_is: &Score) -> Option<Verdict> {
    let mut best: Option<(Encoding, Score)> = None;
    let mut second = if as_is.marked > 0 { as_is.points } else { 0.0 };
    for encoding in Encoding::DETECTED {
        let score = Score::of(&read(encoding, bytes));
        if best.as_ref().is_none_or(|(_, best)| score.points > best.points) {
            if let Some((_, best)) = best {
                second = second.max(best.points);
            }
            best = Some((encoding, score));
        } else {
            second = second.max(score.points);
        }
    }
    let (encoding, score) = best?;
    let margin = score.points - second;
    let sure = score.is_vietnamese() && score.is_enough(as_is) && margin > 0.0 && !as_is.is_vietnamese();
    let confidence = 1.0 - (-margin / 8.0).exp();
    sure.then_some(Verdict { encoding, confidence })
}
