//! A value that is said again in brackets behind it, in words, or in digits where it stands in words or they have a
//! scale: `50.000.000 đồng (năm mươi triệu đồng)`, `năm trăm nghìn đồng (500.000 đồng)`, `5.000.000 đồng (5 triệu đồng)`.
//!
//! ```text
//! restated := "(" ["bằng chữ" [":"]] words unit* ["./."] ")"  the value again
//!           | words unit* "(" ["bằng số" [":"]] digits unit* ")"      the value again
//!           | "(" digits scales unit* ")"                           the value again
//!           | words "(" digits "/" digits ")"                       hai phần ba (2/3)
//!           | "(" words "phần" words ")"                      2/3 (hai phần ba)
//! ```

use crate::cursor::Cursor;
use crate::lexicon::word;
use crate::number::words::{self, numeral};
use crate::number::{Decimal, Quantity, amount};

/// Behind the bracket that says a value again.
pub(super) fn value<'t, 'b>(
    from: Cursor<'t, 'b>,
    next: Cursor<'t, 'b>,
    quantity: &Quantity<'_>,
) -> Option<Cursor<'t, 'b>> {
    const MOST_WORDS: usize = 5;
    let inside = open(next)?;
    let value = quantity.value()?;
    let (again, end) = if inside.is_digits() {
        let digits =
            amount::read(inside).filter(|digits| (from.is_word() || digits.scale > 0) && digits.sign.is_none())?;
        (digits.value, digits.next)
    } else {
        let words = words::read(inside)?;
        (words.value, words.next)
    };
    if again != value {
        return None;
    }
    let mut at = end;
    for _ in 0..MOST_WORDS {
        if !(at.is_word() || at.is_mark('%')) {
            break;
        }
        at = at.next();
    }
    // `(năm mươi triệu đồng chẵn./.)`
    for mark in ['.', '/', '.'] {
        at = at.eat_mark(mark).unwrap_or(at);
    }
    at.eat_mark(')')
}

/// Behind the bracket that says a ratio again.
pub(super) fn ratio<'t, 'b>(
    from: Cursor<'t, 'b>,
    next: Cursor<'t, 'b>,
    above: Decimal,
    below: Decimal,
) -> Option<Cursor<'t, 'b>> {
    let inside = open(next)?;
    if inside.is_digits() {
        let last = inside.next().eat_mark('/')?;
        let same = from.is_word() && is_value(inside, above) && is_value(last, below);
        return last.next().eat_mark(')').filter(|_| same);
    }
    let first = words::read(inside).filter(|read| read.value == above)?;
    let (_, second, end) = numeral(first.next.eat(word::PHAN)?)?;
    end.eat_mark(')').filter(|_| below == second.into())
}

/// Whether a few digits tell the value.
fn is_value(at: Cursor<'_, '_>, value: Decimal) -> bool {
    at.number(1..=4).is_some_and(|number| value == number.into())
}

#[inline(always)]
fn open<'t, 'b>(next: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let inside = next.eat_mark('(')?;
    let told = inside.eat_all(&[word::BANG, word::LETTER]).or_else(|| inside.eat_all(&[word::BANG, word::SO]));
    Some(told.map_or(inside, |words| words.eat_mark(':').unwrap_or(words)))
}
