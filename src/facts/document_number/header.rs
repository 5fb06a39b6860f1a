//! The header of a page of the official gazette, where it stands inside a sentence:
//! `CÔNG BÁO/Số 241/Ngày 17-03-2026`, with a page number before or behind it.

use crate::cursor::{Cursor, Kind};
use crate::lexicon::word;

/// Behind the header and the page number, where they stand here.
pub(super) fn skip<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    const MOST_TOKENS: usize = 14;
    let mut next = page(at);
    next = next.eat_all(&[word::CONG, word::BAO])?;
    next = next.eat_mark('/')?.eat(word::SO)?;
    for _ in 0..MOST_TOKENS {
        let token = next.token();
        let goes_on = match token.kind {
            Kind::Digits => true,
            Kind::Mark => matches!(token.mark, '/' | '+' | '-'),
            Kind::Word => next.is(word::NGAY),
            Kind::End => false,
        };
        // The date ends the header: day, month, year.
        if !goes_on {
            break;
        }
        next = next.next();
    }
    Some(next)
}

fn page<'t, 'b>(at: Cursor<'t, 'b>) -> Cursor<'t, 'b> {
    if at.number(1..=3).is_some() { at.next() } else { at }
}
