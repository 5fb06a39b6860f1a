//! The run of tokens that points of time are written with: a look along it, once for an anchor, is cheaper than reading
//! the points of which nothing comes.

use super::written::ends;
use crate::cursor::{Cursor, Kind, Token};
use crate::lexicon::{Class, Classes, word};

/// What stands among the points of time behind an anchor.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Run {
    /// What may join two of them, or leave the second open: `-`, `đến`, `tới`, `trở đi`.
    pub(crate) joins: bool,
    /// What may tell that they come again: `hằng`, a week, a quarter.
    pub(crate) recurs: bool,
}

impl Run {
    /// The run that goes on behind an anchor.
    pub(crate) fn behind(anchor: Cursor<'_, '_>) -> Self {
        const MOST_TOKENS: usize = 80;
        let mut run = Self::default();
        let mut at = behind_hyphened(anchor).unwrap_or_else(|| behind(anchor));
        for _ in 0..MOST_TOKENS {
            let token = at.token();
            let goes_on = match token.kind {
                // A year with a footnote mark
                Kind::Digits => token.len() <= 6,
                Kind::Mark => matches!(token.mark, '-' | '/' | '.' | ',' | ';' | ':' | '\'' | '’' | '‘' | '′' | '´'),
                Kind::Word => is_of_time(token),
                Kind::End => false,
            };
            if !goes_on {
                break;
            }
            run.joins |= token.mark == '-' || matches!(token.syllable, word::DEN | word::TOI | word::TURN);
            run.recurs |= matches!(token.syllable, word::HANG | word::HANG_LEVEL | word::TUAN | word::QUY);
            at = behind(at);
        }
        run
    }
}

/// Behind a token; behind `quý IV` as a whole.
fn behind<'t, 'b>(at: Cursor<'t, 'b>) -> Cursor<'t, 'b> {
    if at.is(word::QUY) { at.next().next() } else { at.next() }
}

/// Behind the day of `ngày 28-8`, `28-8-2018`, whose hyphens join no two; those of `5-8 tháng 10`, `5-9/10`, `tháng
/// 1-9` do.
fn behind_hyphened<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let part = |at: Cursor<'t, 'b>| at.number(1..=2).map(|_| at.next());
    let next = part(part(at)?.eat_mark('-')?)?;
    let year = next.eat_mark('-').filter(|year| year.number(4..=4).is_some());
    let whole = year.is_some() || !next.is(word::THANG) && ends(next);
    (whole && at.eat_any_left(&[word::THANG, word::QUY]).is_none()).then(|| year.map_or(next, Cursor::next))
}

/// Whether a word may stand within a point of time, or between two.
fn is_of_time(word: Token) -> bool {
    const WORDS: Classes = Classes::of(&[
        Class::TimeLead,
        Class::TimeFollow,
        Class::TimeWord,
        Class::Weekday,
        Class::Month,
        Class::Numeral,
    ]);
    let joins = || matches!(word.syllable, word::VA | word::HOAC | word::CUA | word::TRONG | word::TURN);
    let of_clock = || matches!(word.syllable, word::PHUT | word::P | word::GIAY);
    word.syllable.classes().meets(WORDS) || joins() || of_clock() || word.syllable.ends(Class::TimeWord)
}
