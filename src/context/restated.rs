//! A value that is said again in words, in brackets behind it: `50.000.000 đồng (năm mươi triệu đồng)`.
//!
//! ```text
//! restated := "(" ["bằng chữ" [":"]] words unit* ["./."] ")"  the value again
//!           | "(" words "phần" words ")"                      2/3 (hai phần ba)
//! ```

use crate::cursor::Cursor;
use crate::lexicon::word;
use crate::number::words::{self, numeral};
use crate::number::{Decimal, Quantity};

/// Behind the bracket that says a value again.
pub(super) fn value<'t, 'b>(next: Cursor<'t, 'b>, quantity: &Quantity<'_>) -> Option<Cursor<'t, 'b>> {
    const MOST_WORDS: usize = 5;
    let inside = open(next)?;
    let value = quantity.value()?;
    let read = words::read(inside).filter(|read| read.value == value)?;
    let mut at = read.next;
    for _ in 0..MOST_WORDS {
        if !at.is_word() {
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
pub(super) fn ratio<'t, 'b>(next: Cursor<'t, 'b>, above: Decimal, below: Decimal) -> Option<Cursor<'t, 'b>> {
    let first = words::read(open(next)?).filter(|read| read.value == above)?;
    let (_, second, end) = numeral(first.next.eat(word::PHAN)?)?;
    end.eat_mark(')').filter(|_| below == second.into())
}

#[inline(always)]
fn open<'t, 'b>(next: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let inside = next.eat_mark('(')?;
    let told = inside.eat_all(&[word::BANG, word::LETTER]);
    Some(told.map_or(inside, |words| words.eat_mark(':').unwrap_or(words)))
}
