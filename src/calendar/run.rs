//! The run of tokens that points of time are written with: a look along it is cheaper than reading them.

use crate::cursor::{Cursor, Kind, Token};
use crate::lexicon::{Class, Classes, word};

/// Whether a token that `tells` stands in the run right of the cursor: `hằng` in `ngày 5, 6 và 10 hằng tháng`, `đến` in
/// `từ 8 giờ 30 phút ngày 5/6 đến`. Other `marks` and numbers of more than `digits` digits end the run.
pub(crate) fn leads_to(
    start: Cursor<'_, '_>,
    digits: usize,
    marks: &[char],
    tells: impl Fn(Token) -> bool,
) -> bool {
    const MOST_TOKENS: usize = 80;
    let mut at = start;
    for _ in 0..MOST_TOKENS {
        let token = at.token();
        if tells(token) {
            return true;
        }
        let goes_on = match token.kind {
            Kind::Digits => token.len() <= digits,
            Kind::Mark => marks.contains(&token.mark),
            Kind::Word => is_of_time(token),
            Kind::End => false,
        };
        if !goes_on {
            return false;
        }
        // `quý IV`
        at = if token.syllable == word::QUY { at.next().next() } else { at.next() };
    }
    false
}

/// Whether a word may stand within a point of time, or join two.
fn is_of_time(word: Token) -> bool {
    const WORDS: Classes = Classes::of(&[
        Class::TimeLead,
        Class::TimeFollow,
        Class::TimeWord,
        Class::Weekday,
        Class::Month,
        Class::Numeral,
    ]);
    let joins = || matches!(word.syllable, word::VA | word::HOAC | word::CUA | word::TRONG);
    let of_clock = || matches!(word.syllable, word::PHUT | word::P | word::GIAY);
    word.syllable.classes().meets(WORDS) || joins() || of_clock() || word.syllable.ends(Class::TimeWord)
}
