//! The run of tokens that points of time are written with: a look along it, once for an anchor, is cheaper than reading
//! the points of which nothing comes.

use super::written::ends;
use crate::cursor::{Cursor, Kind};
use crate::lexicon::{Class, Classes, Syllable, word};

/// What stands among the points of time behind an anchor.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Run {
    /// What may join two of them, or leave the second open: `-`, `đến`, `tới`, `trở đi`.
    pub(crate) joins: bool,
    /// What may tell that they come again: `hằng`, a week, a quarter, `đầu tiên`.
    pub(crate) recurs: bool,
}

impl Run {
    /// The run that goes on behind an anchor.
    pub(crate) fn behind(anchor: Cursor<'_, '_>) -> Self {
        const MOST_TOKENS: usize = 40;
        let mut run = Self::default();
        let mut at = behind_hyphened(anchor).unwrap_or_else(|| behind(anchor));
        for _ in 0..MOST_TOKENS {
            let token = at.token();
            let goes_on = match token.kind {
                Kind::Word => run.takes(token.syllable),
                // A year with a footnote mark
                Kind::Digits => token.len() <= 6,
                Kind::Mark => {
                    run.joins |= token.mark == '-';
                    matches!(token.mark, '-' | '/' | '.' | ',' | ';' | ':' | '\'' | '’' | '‘' | '′' | '´')
                }
                Kind::End => false,
            };
            if !goes_on {
                break;
            }
            at = behind(at);
        }
        run
    }

    /// Notes what a word tells; whether it may stand within a point of time or between two.
    fn takes(&mut self, word: Syllable) -> bool {
        const WORDS: Classes = Classes::of(&[
            Class::TimeLead,
            Class::TimeFollow,
            Class::TimeWord,
            Class::Weekday,
            Class::Month,
            Class::Numeral,
        ]);
        match word {
            word::DEN | word::TOI | word::TURN => self.joins = true,
            word::HANG | word::HANG_LEVEL | word::TUAN | word::QUY | word::TIEN | word::CUNG => self.recurs = true,
            word::VA | word::HOAC | word::CUA | word::TRONG | word::PHUT | word::P | word::GIAY => {}
            _ => return word.classes().meets(WORDS) || word.ends(Class::TimeWord),
        }
        true
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
