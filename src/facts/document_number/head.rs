//! The words before a number: its type, the name of a law, `số`.
//!
//! ```text
//! head  := [type [name] ["("]] ["số" ["số"] [":"]]
//! name  := words of a law between `Luật` and `số`      Luật Tổ chức Quốc hội số 57/2014/QH13
//! ```

use super::named;
use crate::cursor::{Cursor, Kind};
use crate::lexicon::{Class, DOCUMENT_TYPES, column, word};

/// What stands before a number.
#[derive(Clone, Copy)]
pub(super) struct Head<'t, 'b> {
    /// Before the first word of it.
    pub(super) from: Cursor<'t, 'b>,
    /// Before `số`, or before the number where that is not there.
    pub(super) number: Cursor<'t, 'b>,
    /// The words of the type.
    pub(super) words: Option<Words>,
    /// Whether `số` stands there.
    pub(super) numbered: bool,
    /// The name of the law, without `Luật`.
    pub(super) name: Option<&'t str>,
    /// Whether only the number can confirm that the words are those of a law.
    pub(super) doubtful: bool,
    /// A type further to the left, which the mark of the number may confirm.
    pub(super) qualified: Option<(Words, Cursor<'t, 'b>)>,
}

/// The words of a type: a row of `document_types.tsv`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words {
    row: usize,
    /// Whether they begin with a capital.
    pub(super) is_capital: bool,
}

impl Words {
    /// The type; none of `Văn bản`.
    pub(super) fn kind(self) -> Option<&'static str> {
        Some(column(DOCUMENT_TYPES, self.row, 1)).filter(|kind| !kind.is_empty())
    }

    /// The mark, where the words are one: `NĐ 142/2005`.
    pub(super) fn abbreviation(self) -> Option<&'static str> {
        Some(column(DOCUMENT_TYPES, self.row, 2)).filter(|mark| !mark.is_empty())
    }

    /// Whether it may stand before a number without a symbol.
    pub(super) fn may_be_short(self, numbered: bool) -> bool {
        match column(DOCUMENT_TYPES, self.row, 3) {
            "short" => true,
            "numbered" => numbered,
            _ => false,
        }
    }
}

/// The most words of a type before a number, and of one before a number without a symbol.
const MOST_WORDS: isize = 10;
const FEW_WORDS: isize = 4;

/// Reads leftwards from the number. With `thorough` the longest types and the names of laws are
/// looked for, too.
pub(super) fn head<'t, 'b>(number: Cursor<'t, 'b>, thorough: bool) -> Head<'t, 'b> {
    let mut head =
        Head { from: number, number, words: None, numbered: false, name: None, doubtful: false, qualified: None };
    let mut at = number;
    if number.is_mark('/') {
        at = dots_left(at);
    }
    if let Some(colon) = step(at).and_then(|_| at.eat_mark_left(':')) {
        at = colon;
    }
    for _ in 0..2 {
        let Some(before) = step(at).and_then(|_| at.eat_left(word::SO)) else { break };
        (at, head.numbered) = (before, true);
    }
    if head.numbered {
        (head.from, head.number) = (at, at);
    } else if at.distance(number) > 0 && !number.is_mark('/') {
        return head;
    }
    if at.at_floor() {
        return head;
    }
    // `Luật Phổ biến, giáo dục pháp luật số 14/2012/QH13`
    let inside = |from: Cursor<'t, 'b>| from.is(word::LUAT) && !from.is_capitalized() && from.back().is(word::PHAP);
    let words = words_left(at, if thorough { MOST_WORDS } else { FEW_WORDS });
    if let Some((words, from)) = words.filter(|&(_, from)| !inside(from)) {
        (head.from, head.words) = (from, Some(words));
        if words.is_capital {
            return head;
        }
    } else if thorough
        && head.numbered
        && let Some(law) = named::before_number(at)
    {
        (head.from, head.words, head.name, head.doubtful) = (law.from, Some(law.words), Some(law.name), !law.sure);
        return head;
    } else if thorough
        && head.numbered
        && let Some(law) = at.eat_mark_left('(').and_then(named::before_number)
    {
        // `Luật Hải quan (số 29/2001/QH10)`: the bracket stays outside.
        (head.words, head.name, head.doubtful) = (Some(law.words), Some(law.name), true);
        return head;
    }
    if thorough && head.numbered {
        head.qualified = qualified(at);
    }
    head
}

/// A type with words that qualify it: `Quy chế làm việc số`, `Nghị quyết chuyên đề số`. Whether the
/// number is of that type its mark must tell.
fn qualified<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(Words, Cursor<'t, 'b>)> {
    const MOST_WORDS: usize = 6;
    const LINKS: &[crate::lexicon::Syllable] = &[
        word::CUA,
        word::TAI,
        word::THEO,
        word::CO,
        word::VA,
        word::TRONG,
        word::DUOC,
        word::TU,
        word::LA,
        word::DO_BY,
        word::NGAY,
        word::NAM,
        word::SO,
        word::DA_PAST,
        word::NAY,
        word::KEM,
        word::RA,
        word::KY_SIGN,
        word::DEN,
    ];
    let mut end = at;
    for _ in 0..MOST_WORDS {
        end = step(end).filter(|end| end.is_word())?;
        if end.is_capitalized() && !end.is_upper() || end.eat_any(LINKS).is_some() {
            return None;
        }
        if let Some(found) = words_left(end, FEW_WORDS) {
            return Some(found);
        }
    }
    None
}

/// The dots in place of a number: `Số ……/QĐ-UBND`.
fn dots_left<'t, 'b>(at: Cursor<'t, 'b>) -> Cursor<'t, 'b> {
    const MOST_TOKENS: usize = 48;
    let mut from = at;
    for _ in 0..MOST_TOKENS {
        match step(from).filter(|before| matches!(before.token().mark, '.' | '…' | '_')) {
            Some(before) => from = before,
            None => break,
        }
    }
    from
}

/// The token left of the cursor may be read.
fn step<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    (!at.at_floor() && at.left().kind != Kind::End).then(|| at.back())
}

/// The longest type that ends here.
pub(super) fn words_left<'t, 'b>(at: Cursor<'t, 'b>, most: isize) -> Option<(Words, Cursor<'t, 'b>)> {
    if !at.left().syllable.ends(Class::DocumentType) {
        return None;
    }
    let mut from = at;
    let mut best = None;
    for _ in 0..most {
        from = match step(from) {
            Some(from) if from.is_word() => from,
            _ => break,
        };
        if let Some((row, end)) = from.phrase(Class::DocumentType)
            && end.distance(at) == 0
        {
            best = words(from, row).map(|words| (words, from)).or(best);
        }
    }
    best
}

/// The words of the type that begin here, and the cursor behind them.
pub(super) fn words_right<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(Words, Cursor<'t, 'b>)> {
    let (row, next) = at.phrase(Class::DocumentType)?;
    words(at, row).map(|words| (words, next))
}

/// An abbreviation is one only in capitals.
fn words(from: Cursor<'_, '_>, row: usize) -> Option<Words> {
    let words = Words { row, is_capital: from.is_capitalized() };
    match words.abbreviation() {
        Some(mark) if from.text() != mark && !from.is_upper() => None,
        _ => Some(words),
    }
}

/// The type that ends here, for items of a list: the fact may lie left of the floor.
pub(super) fn words_left_unbounded(at: Cursor<'_, '_>) -> Option<Words> {
    let (row, from) = at.phrase_left(Class::DocumentType, FEW_WORDS)?;
    words(from, row)
}
