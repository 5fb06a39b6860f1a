//! The levels of a document, and what stands on them.

use crate::cursor::{Cursor, Gap, Kind};
use crate::lexicon::{Class, Syllable, word};
use crate::number::roman;

/// A level, from the smallest to the largest.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Level {
    Item,
    Point,
    Clause,
    Article,
    Subsection,
    Section,
    Chapter,
    Part,
    Appendix,
}

impl Level {
    pub(super) const ALL: &'static [Self] = &[
        Self::Item,
        Self::Point,
        Self::Clause,
        Self::Article,
        Self::Subsection,
        Self::Section,
        Self::Chapter,
        Self::Part,
        Self::Appendix,
    ];

    /// As a citation writes it.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Item => "tiết",
            Self::Point => "điểm",
            Self::Clause => "khoản",
            Self::Article => "Điều",
            Self::Subsection => "tiểu mục",
            Self::Section => "Mục",
            Self::Chapter => "Chương",
            Self::Part => "Phần",
            Self::Appendix => "Phụ lục",
        }
    }
}

/// The word of a level, and the cursor behind it.
pub(super) fn word_right<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(Level, Cursor<'t, 'b>)> {
    let next = at.next();
    Some(match at.token().syllable {
        word::TIEU => (Level::Subsection, next.eat(word::MUC)?),
        word::PHU => (Level::Appendix, next.eat(word::LUC_OF_PHU)?),
        word => (in_one_word(word)?, next),
    })
}

const fn in_one_word(word: Syllable) -> Option<Level> {
    Some(match word {
        word::DIEU => Level::Article,
        word::KHOAN => Level::Clause,
        word::DIEM => Level::Point,
        word::TIET => Level::Item,
        word::MUC => Level::Section,
        word::CHUONG => Level::Chapter,
        word::PHAN => Level::Part,
        _ => return None,
    })
}

/// Whether the last word of a level may stand left of the cursor.
pub(super) fn may_end(at: Cursor<'_, '_>) -> bool {
    let word = at.left().syllable;
    in_one_word(word).is_some() || word == word::LUC_OF_PHU
}

/// The word of a level left of the cursor, and the cursor before it.
pub(super) fn word_left<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(Level, Cursor<'t, 'b>)> {
    if !may_end(at) || at.at_floor() {
        return None;
    }
    let from = at.back();
    let from = match from.token().syllable {
        word::MUC => from.eat_left(word::TIEU).unwrap_or(from),
        word::LUC_OF_PHU => from.eat_left(word::PHU)?,
        _ => from,
    };
    word_right(from).map(|(level, _)| (level, from))
}

/// One place on a level: `5`, `7a`, `đ`, `II`, `này`.
pub(super) fn place<'t, 'b>(level: Level, at: Cursor<'t, 'b>) -> Option<(&'t str, Cursor<'t, 'b>)> {
    if at.token().gap == Gap::Tab {
        return None;
    }
    if at.is(word::NAY) && level <= Level::Part {
        return Some(("this", at.next()));
    }
    let next = match level {
        Level::Article => numbered(at).filter(|next| !at.text_to(*next).contains('.'))?,
        Level::Clause => numbered(at).or_else(|| lettered(at))?,
        Level::Point => lettered(at).or_else(|| letter(at)).or_else(|| numbered(at))?,
        Level::Item => letter(at).or_else(|| numbered(at)).or_else(|| small_roman(at))?,
        Level::Appendix => appendix(at)?,
        Level::Subsection => roman(at).or_else(|| numbered(at)).or_else(|| letter(at))?,
        Level::Part => ranked(at)
            .or_else(|| roman(at))
            .or_else(|| letter(at).filter(|_| at.is_upper()))
            .or_else(|| numbered(at))?,
        _ => roman(at).or_else(|| numbered(at))?,
    };
    is_whole(next).then(|| (at.text_to(next), next))
}

/// Nothing that makes it a part of something longer is glued to it: `5,2`, `5/8`, `5%`.
fn is_whole(next: Cursor<'_, '_>) -> bool {
    let token = next.token();
    if token.gap != Gap::Glued {
        return true;
    }
    let behind = next.next();
    match token.kind {
        // `khoản2Điều 5`
        Kind::Word => word_right(next).is_some(),
        Kind::Digits => false,
        Kind::Mark if matches!(token.mark, '/' | '-' | '.') => {
            !(behind.is_glued() && matches!(behind.token().kind, Kind::Digits | Kind::Word))
        }
        Kind::Mark => !matches!(token.mark, '%' | '°' | '+'),
        Kind::End => true,
    }
}

/// Digits, perhaps with points (`2.1`), perhaps with a letter (`7a`).
fn numbered<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    at.number(1..=3)?;
    let mut next = at.next();
    for _ in 0..3 {
        match next.eat_mark('.').filter(|dot| next.is_glued() && dot.is_glued() && dot.is_digits()) {
            Some(dot) => next = dot.next(),
            None => break,
        }
    }
    if next.is_glued() && next.is_word() && next.text().chars().count() <= 2 && !next.is_capitalized() {
        next = next.next();
    }
    Some(next)
}

/// A letter, perhaps with digits (`a1`, `a.1`).
fn letter<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let is_letter = at.is_word() && at.text().chars().count() == 1 && at.text().chars().all(is_point);
    if !is_letter {
        return None;
    }
    let next = at.next();
    let dot = next.eat_mark('.').filter(|dot| next.is_glued() && dot.is_glued());
    let next = dot.filter(|dot| dot.is_digits()).unwrap_or(next);
    Some(if next.is_glued() && next.number(1..=2).is_some() { next.next() } else { next })
}

pub(super) fn is_point(c: char) -> bool {
    c == 'đ' || c == 'Đ' || c.is_ascii_alphabetic()
}

/// `A.III`, `D.III.1.a`, as some appendices number their clauses and points.
fn lettered<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let inner = |at: Cursor<'t, 'b>| at.eat_mark('.').filter(|inner| at.is_glued() && inner.is_glued());
    let mut next = inner(letter(at).filter(|_| at.is_upper())?).and_then(roman)?;
    for _ in 0..2 {
        let part = inner(next).and_then(|part| roman(part).or_else(|| numbered(part)).or_else(|| letter(part)));
        next = part.unwrap_or(next);
    }
    Some(next)
}

/// `thứ nhất`, `thứ hai`, as parts are counted.
fn ranked<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let number = at.eat(word::THU)?;
    let named = number.is(word::FIRST) || number.token().syllable.classes().has(Class::Numeral);
    named.then(|| number.next())
}

/// `II`, `IIA`, `3a`, `A`, `I.3`, `VI-4.6`
fn appendix<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let read = roman(at).or_else(|| letter(at).filter(|_| at.is_upper())).or_else(|| lettered_roman(at));
    let Some(next) = read else { return numbered(at) };
    let inner = next.eat_mark('.').or_else(|| next.eat_mark('-')).filter(|inner| next.is_glued() && inner.is_glued());
    Some(inner.and_then(numbered).unwrap_or(next))
}

fn roman<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    roman::parse(at.text()).map(|_| at.next())
}

/// `IIA`, `IIIb`
fn lettered_roman<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let (number, letter) = at.text().split_at_checked(at.text().len().checked_sub(1)?)?;
    let lettered = matches!(letter, "A" | "B" | "C" | "D" | "E" | "a" | "b" | "c" | "d");
    (lettered && roman::parse(number).is_some()).then(|| at.next())
}

/// `ii` of `tiết ii`
fn small_roman<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let text = at.text();
    (at.is_word() && text.len() <= 4 && text.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'))).then(|| at.next())
}
