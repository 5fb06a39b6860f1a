//! A glance at the neighbours of an anchor, which tells what cannot stand there. Most anchors are
//! plain numbers; the grammars of time and of documents are long, and are spared here.
//!
//! Too much is let through rather than too little; `tests::a_glance_changes_nothing` holds both ways
//! of reading against each other.

use crate::calendar;
use crate::cursor::{Cursor, Gap, Kind};
use crate::lexicon::{Class, word};

/// What the neighbours of an anchor leave possible: a set of these.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Glance(u8);

impl Glance {
    /// What no glance rules out.
    pub(crate) const ANY: Self = Self(1);
    /// A number, in digits or words.
    pub(crate) const NUMBER: Self = Self(2);
    /// A date, a period, a recurrence.
    pub(crate) const TIME: Self = Self(4);
    /// The number or the name of a document.
    pub(crate) const DOCUMENT: Self = Self(8);

    pub(crate) fn at(at: Cursor<'_, '_>) -> Self {
        let token = at.token();
        let glance = match token.kind {
            Kind::Digits => {
                Self::ANY.or(Self::NUMBER, !is_label(at)).or(Self::DOCUMENT, may_be_document(at))
            }
            Kind::Word => Self::ANY.or(Self::NUMBER, token.syllable.starts(Class::Numeral)),
            // The stroke behind a number left blank.
            Kind::Mark | Kind::End => return Self::DOCUMENT,
        };
        glance.or(Self::TIME, calendar::may_hold(at))
    }

    const fn or(self, other: Self, may: bool) -> Self {
        if may { Self(self.0 | other.0) } else { self }
    }

    pub(crate) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// Alone on its line, or the number of an item: `12`, `3. Tình hình`.
fn is_label(at: Cursor<'_, '_>) -> bool {
    let (gap, right) = (at.token().gap, at.next().token());
    let item = right.mark == '.' && right.gap == Gap::Glued && !at.next().next().is_glued();
    gap >= Gap::Line && (right.gap >= Gap::Line || item)
}

/// A symbol behind the number, the words of a type or `số` before it, an item of a list, a year that
/// closes the name of a law.
fn may_be_document(at: Cursor<'_, '_>) -> bool {
    let left = at.left();
    has_symbol(at.next())
        || left.syllable == word::SO
        || left.mark == ':'
        || is_year(at)
        || is_listed(at)
        || at.phrase_left(Class::DocumentType, 6).is_some()
        || left.kind == Kind::Word && at.back().is_upper()
        || left.syllable == word::UONG
}

/// Whether a symbol, or a year and a symbol, may stand behind a number: `/QĐ-TTg`, `/2020/NĐ-CP`,
/// `.13/QĐ`, `QĐ/TU`, ` 2006/QĐ-UBND`; not `/5` of a date or `. Tình hình` of a heading.
fn has_symbol(next: Cursor<'_, '_>) -> bool {
    let (token, behind) = (next.token(), next.next().token());
    match token.kind {
        Kind::Mark if token.mark == '.' => behind.kind == Kind::Digits && next.next().next().is_mark('/'),
        Kind::Mark if matches!(token.mark, '/' | '-') => match behind.kind {
            // The header of a page may stand between.
            _ if behind.gap >= Gap::Line => true,
            Kind::Word => true,
            Kind::Digits => behind.len() == 4,
            Kind::Mark => behind.mark == token.mark,
            Kind::End => false,
        },
        Kind::Word => token.gap == Gap::Glued || token.gap == Gap::Blank && has_capitals(next.text()),
        Kind::Digits => token.gap == Gap::Blank && behind.mark == '/',
        _ => false,
    }
}

/// Whether at least two letters are capitals: `QĐ`, `CTr`.
fn has_capitals(text: &str) -> bool {
    text.chars().filter(|c| c.is_uppercase()).nth(1).is_some()
}

fn is_year(at: Cursor<'_, '_>) -> bool {
    at.token().len() == 4 && matches!(at.text().get(..2), Some("19" | "20"))
}

/// Beside a comma, a semicolon, a bracket, `và`: the words that tell what it is may stand at another
/// item.
fn is_listed(at: Cursor<'_, '_>) -> bool {
    let marks = |mark| matches!(mark, ',' | ';');
    let (left, right) = (at.left(), at.next().token());
    let words = [word::VA, word::DEN, word::HOAC];
    // The comma of `88,24` is a decimal comma.
    let before = marks(left.mark) && !at.is_glued();
    let behind = marks(right.mark) && !at.next().next().is_glued();
    before || behind || words.contains(&left.syllable) || words.contains(&right.syllable)
}
